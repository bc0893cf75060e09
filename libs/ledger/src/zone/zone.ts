import {
  refused,
  sameJson,
  type Command,
  type Context,
  type Decider,
  type Decision,
  type JsonObject,
  type Recorded,
  type Texts,
} from '#kernel';
import { DATED_REFUSALS, misdated, notYet } from '../dated.ts';
import { corrected, revoked, type MendingCommand } from '../mending.ts';
import type { ZoneDefined, ZoneEvent, ZoneFact, ZoneRenamed, ZoneRetiered } from './events.ts';
import { zoneDefinition, zoneFacts, zoneLabels, zoneNamings, zoneTierings } from './facts.ts';

/** The command that files each fact. */
export const ZONE_COMMAND_OF = {
  ZoneDefined: 'DefineZone',
  ZoneRenamed: 'RenameZone',
  ZoneRelabelled: 'RelabelZone',
  ZoneRetiered: 'RetierZone',
} as const satisfies Readonly<Record<ZoneFact['type'], string>>;

export type ZoneCommand =
  | { [F in ZoneFact as F['type']]: Command<(typeof ZONE_COMMAND_OF)[F['type']], F['data']> }[ZoneFact['type']]
  | MendingCommand;

/** A zone is what has been filed of it, in log order. */
export type Zone = readonly Recorded<ZoneEvent>[];

/**
 * The stream of one zone: defined once, then named, tiered and labelled anew. Projects can only be registered in a zone that
 * is defined. A change holds from its day on, and two from one day cannot both be right.
 */
export const zone: Decider<Zone, ZoneCommand, ZoneEvent> = {
  initial: [],
  decide(command, history, context) {
    const facts = zoneFacts(history);
    const definition = zoneDefinition(facts);
    if (command.type === 'DefineZone') return define(command.data, definition?.data);
    if (history.length === 0) return refused('ZoneNotFound');
    if (command.type === 'CorrectFact')
      return corrected<ZoneFact>(command.data, history, (fact) => premature(fact, context));
    if (command.type === 'RevokeFact') return revoked(command.data, history);
    if (!definition) return refused('ZoneNotFound');
    const days = { definedFrom: definition.data.from, filedOn: context.filedOn };
    switch (command.type) {
      case 'RenameZone': {
        const fact: ZoneDefined | ZoneRenamed = { type: 'ZoneRenamed', data: command.data };
        return misdated(fact, zoneNamings(facts), days, ({ name }) => name) ?? [fact];
      }
      case 'RetierZone': {
        const fact: ZoneDefined | ZoneRetiered = { type: 'ZoneRetiered', data: command.data };
        return misdated(fact, zoneTierings(facts), days, ({ tier }) => tier) ?? [fact];
      }
      case 'RelabelZone': {
        const isKnown = sameJson(zoneLabels(facts), command.data.labels);
        return isKnown ? [] : [{ type: 'ZoneRelabelled', data: command.data }];
      }
    }
  },
  evolve: (history, event) => [...history, event],
};

function define(data: ZoneDefined['data'], known: ZoneDefined['data'] | undefined): Decision<ZoneEvent> {
  if (!known) return [{ type: 'ZoneDefined', data }];
  return sameJson(known as JsonObject, data as JsonObject) ? [] : refused('ZoneAlreadyDefined', { name: known.name });
}

/** A definition may speak of a day to come; a change cannot, also where it is corrected. */
function premature(fact: ZoneFact, { filedOn }: Context) {
  return fact.type === 'ZoneRenamed' || fact.type === 'ZoneRetiered' ? notYet(fact.data.from, filedOn) : undefined;
}

export const ZONE_REFUSALS = {
  ...DATED_REFUSALS,
  ZoneNotFound: { zh: '没有这个开发区', en: 'there is no such zone' },
  ZoneAlreadyDefined: {
    zh: '开发区“{name}”已经定义，内容不同',
    en: 'the zone "{name}" is already defined with other data',
  },
} as const satisfies Readonly<Record<string, Texts>>;
