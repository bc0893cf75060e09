import { FOREVER } from '#database';
import { dayNumber, type Day, type Recorded } from '#kernel';
import {
  organizationDefinition,
  organizationFacts,
  organizationMerger,
  organizationNames,
  postsHeld,
  personFacts,
  zoneDefinition,
  zoneFacts,
  zoneLabels,
  zoneNames,
  zoneTiers,
  type Dated,
  type OrganizationEvent,
  type PersonEvent,
  type ZoneEvent,
} from '#ledger';
import { searchable } from '../project-ledger/grams.ts';
import type { DefinitionSpan, PostSpan } from './schema.ts';

/** What something is as it was described last, and its spans; nothing where its definition was revoked. */
export interface Described {
  readonly name: string;
  readonly data: object;
  readonly spans: readonly DefinitionSpan[];
}

type SpanOn = Omit<DefinitionSpan, 'id' | 'valid_from' | 'valid_to'>;

const OF_NO_ZONE = { level: null, host_county: null, tier: null, tier_fact_id: null, labels: null } as const;
const OF_NO_UNIT = { parent_id: null, successor_id: null, merger_fact_id: null, merger_doc: null } as const;

export function zoneDescribed(id: string, history: readonly Recorded<ZoneEvent>[]): Described | undefined {
  const facts = zoneFacts(history);
  const definition = zoneDefinition(facts);
  if (!definition) return undefined;
  const { level, kind, hostCounty } = definition.data;
  const [names, tiers, labels] = [zoneNames(facts), zoneTiers(facts), zoneLabels(facts)];
  const spans = spansBetween(id, [...names, ...tiers], (day) => {
    const tier = on(tiers, day);
    return {
      kind: 'zone',
      ...named(on(names, day) ?? first(names)),
      ...OF_NO_UNIT,
      defined_from: definition.data.from,
      sort: kind,
      level,
      host_county: hostCounty,
      tier: tier?.value ?? null,
      tier_fact_id: tier?.factId ?? null,
      labels: Object.keys(labels).length === 0 ? null : JSON.stringify(labels),
    };
  });
  const [name, tier] = [names.at(-1)?.value ?? '', tiers.at(-1)?.value];
  return { name, data: { ...definition.data, name, ...(tier !== undefined && { tier }) }, spans };
}

export function organizationDescribed(
  id: string,
  history: readonly Recorded<OrganizationEvent>[],
): Described | undefined {
  const facts = organizationFacts(history);
  const definition = organizationDefinition(facts);
  if (!definition) return undefined;
  const names = organizationNames(facts);
  const merger = organizationMerger(facts);
  const merged = merger && { ...merger.data, id: merger.id };
  const spans = spansBetween(id, [...names, ...(merged ? [merged] : [])], (day) => {
    const isMerged = merged !== undefined && merged.from <= day;
    return {
      kind: 'organization',
      ...named(on(names, day) ?? first(names)),
      ...OF_NO_ZONE,
      defined_from: definition.data.from,
      sort: definition.data.kind,
      parent_id: definition.data.parent ?? null,
      successor_id: isMerged ? merged.into : null,
      merger_fact_id: isMerged ? merged.id : null,
      merger_doc: isMerged ? (merged.doc ?? null) : null,
    };
  });
  const name = names.at(-1)?.value ?? '';
  return { name, data: { ...definition.data, name }, spans };
}

/** One span from each of the days on; nothing is there before the first day of its name. */
function spansBetween(
  id: string,
  changes: readonly { readonly from: Day }[],
  at: (day: Day) => SpanOn,
): DefinitionSpan[] {
  const days = [...new Set(changes.map(({ from }) => from))].sort();
  return days.map((day, i) => {
    const next = days[i + 1];
    const valid_to = next === undefined ? FOREVER : dayNumber(next);
    return { id, valid_from: dayNumber(day), valid_to, ...at(day) };
  });
}

function on<T>(dated: readonly Dated<T>[], day: Day): Dated<T> | undefined {
  return dated.findLast(({ from }) => from <= day);
}

function first(names: readonly Dated<string>[]): Dated<string> {
  return names[0] as Dated<string>;
}

function named({ value, factId, doc }: Dated<string>) {
  return { name: value, name_fact_id: factId, name_doc: doc ?? null, search: searchable(value) };
}

/** The posts of a person, in the order of their first day. */
export function postSpans(person_id: string, history: readonly Recorded<PersonEvent>[]): PostSpan[] {
  return postsHeld(personFacts(history))
    .filter(({ fromDay, until }) => until === undefined || fromDay < until)
    .map(({ unitId, post, from, fromDay, until, factId, doc }) => ({
      person_id,
      valid_from: dayNumber(fromDay),
      valid_to: until === undefined ? FOREVER : dayNumber(until),
      unit_id: unitId,
      post,
      since: from,
      fact_id: factId,
      doc: doc ?? null,
    }));
}
