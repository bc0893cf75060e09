import {
  refused,
  sameJson,
  type Command,
  type Context,
  type Day,
  type Decider,
  type Decision,
  type JsonObject,
  type Recorded,
  type Refusal,
  type Texts,
} from '#kernel';
import { DATED_REFUSALS, misdated, notYet } from '../dated.ts';
import { corrected, revoked, type MendingCommand } from '../mending.ts';
import type {
  OrganizationDefined,
  OrganizationEvent,
  OrganizationFact,
  OrganizationMerged,
  OrganizationRenamed,
} from './events.ts';
import {
  organizationDefinition,
  organizationFacts,
  organizationMerger,
  organizationNamings,
  type EffectiveOrganizationFact,
} from './facts.ts';

/** The command that files each fact. */
export const ORGANIZATION_COMMAND_OF = {
  OrganizationDefined: 'DefineOrganization',
  OrganizationRenamed: 'RenameOrganization',
  OrganizationMerged: 'MergeOrganization',
} as const satisfies Readonly<Record<OrganizationFact['type'], string>>;

export type OrganizationCommand =
  | {
      [F in OrganizationFact as F['type']]: Command<(typeof ORGANIZATION_COMMAND_OF)[F['type']], F['data']>;
    }[OrganizationFact['type']]
  | MendingCommand;

/** A unit is what has been filed of it, in log order. */
export type Organization = readonly Recorded<OrganizationEvent>[];

/**
 * The stream of one unit: defined once, then renamed, and at last merged into another one. A change holds from its day on;
 * mergers never lead back, and what is merged is not renamed any more.
 */
export const organization: Decider<Organization, OrganizationCommand, OrganizationEvent> = {
  initial: [],
  decide(command, history, context) {
    const facts = organizationFacts(history);
    const definition = organizationDefinition(facts);
    if (command.type === 'DefineOrganization') return define(command.data, definition?.data, context);
    if (history.length === 0) return refused('OrganizationNotFound');
    if (command.type === 'CorrectFact')
      return corrected<OrganizationFact>(command.data, history, (fact) => impossible(fact, history, context));
    if (command.type === 'RevokeFact') return revoked(command.data, history);
    if (!definition) return refused('OrganizationNotFound');
    const days = { definedFrom: definition.data.from, filedOn: context.filedOn };
    if (command.type === 'MergeOrganization') {
      const fact: OrganizationMerged = { type: 'OrganizationMerged', data: command.data };
      return impossible(fact, history, context) ?? merged(fact, facts, days.definedFrom) ?? [fact];
    }
    const fact: OrganizationDefined | OrganizationRenamed = { type: 'OrganizationRenamed', data: command.data };
    const known = misdated(fact, organizationNamings(facts), days, ({ name }) => name);
    return known ?? mergedBy(facts, fact.data.from) ?? [fact];
  },
  evolve: (history, event) => [...history, event],
};

function define(
  data: OrganizationDefined['data'],
  known: OrganizationDefined['data'] | undefined,
  context: Context,
): Decision<OrganizationEvent> {
  if (!known) return unknownUnit(context) ?? [{ type: 'OrganizationDefined', data }];
  return sameJson(known as JsonObject, data as JsonObject)
    ? []
    : refused('OrganizationAlreadyDefined', { name: known.name });
}

function unknownUnit({ missing }: Context): Refusal | undefined {
  const [unknown] = missing;
  return unknown === undefined ? undefined : refused('UnitUnknown', { id: unknown.slice('organization-'.length) });
}

/** What no fact of a unit can say, a corrected one neither: it names nobody, lies ahead, or leads back to the unit itself. */
function impossible(fact: OrganizationFact, history: Organization, context: Context): Refusal | undefined {
  const unknown = unknownUnit(context);
  if (unknown) return unknown;
  const [own] = history;
  if (own && context.leadsTo.includes(own.stream)) return refused('OrganizationLeadsToItself');
  return fact.type === 'OrganizationDefined' ? undefined : notYet(fact.data.from, context.filedOn);
}

/** What was filed before against a merger. An empty list where it says the same. */
function merged(
  { data }: OrganizationMerged,
  facts: readonly EffectiveOrganizationFact[],
  definedFrom: Day,
): Refusal | readonly [] | undefined {
  const { from } = data;
  if (from < definedFrom) return refused('FactBeforeDefined', { from, definedFrom });
  const known = organizationMerger(facts);
  if (known) {
    const isSame = sameJson(known.data as JsonObject, data as JsonObject);
    return isSame ? [] : refused('FactAlreadyFiled', { factId: known.id, type: known.type });
  }
  const renamed = facts.find((fact) => fact.type === 'OrganizationRenamed' && fact.data.from >= from);
  return renamed && refused('OrganizationRenamedSince', { from, factId: renamed.id });
}

/** A unit that is merged has no name of its own to get. */
function mergedBy(facts: readonly EffectiveOrganizationFact[], day: Day): Refusal | undefined {
  const merger = organizationMerger(facts);
  if (!merger || day < merger.data.from) return undefined;
  const { from, into } = merger.data;
  return refused('OrganizationIsMerged', { from, into, factId: merger.id });
}

export const ORGANIZATION_REFUSALS = {
  ...DATED_REFUSALS,
  OrganizationNotFound: { zh: '没有这个单位', en: 'there is no such organization' },
  OrganizationAlreadyDefined: {
    zh: '单位“{name}”已经定义，内容不同',
    en: 'the organization "{name}" is already defined with other data',
  },
  OrganizationIsMerged: {
    zh: '该单位自 {from} 起已并入单位 {into}（事实 {factId}），此后不再更名',
    en: 'from {from} on it is merged into {into} (fact {factId}) and takes no name of its own any more',
  },
  OrganizationRenamedSince: {
    zh: '该单位在 {from} 或之后还有更名（事实 {factId}），不能自该日起并入',
    en: 'it was renamed on or after {from} (fact {factId}), so it cannot be merged from that day on',
  },
  OrganizationLeadsToItself: {
    zh: '不能并入自身，也不能绕回自身',
    en: 'it cannot be merged into itself, nor into what leads back to it',
  },
} as const satisfies Readonly<Record<string, Texts>>;
