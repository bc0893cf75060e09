import { dayNumber } from '#kernel';
import {
  changesListing,
  changesRegistration,
  FINDING_TOPICS,
  findingsAfter,
  findingsByTopic,
  isAssignment,
  isListed,
  isRelease,
  tenuresOf,
  zonesOf,
  type EffectiveFact,
  type Finding,
  type FindingsByTopic,
  type FindingTopic,
  type ZoneDays,
} from '#ledger';
import type { Derived, Entered, OneMore } from '../carry-on.ts';
import { byFirstDay, inZones, spanOf } from '../spans.ts';
import type { FindingRow, HeldRow } from './schema.ts';

/** What is found in a project, and the rows of each finding; undefined for a project that is in no list. */
export type FindingsMade =
  | {
      readonly zones: readonly ZoneDays[];
      readonly found: FindingsByTopic;
      readonly rows: Readonly<Record<FindingTopic, readonly (readonly FindingRow[])[]>>;
    }
  | undefined;

/** Everything that is found in a project on which days, zone by zone, and who held it. */
export function findingsDerived(
  project: Entered,
  facts: readonly EffectiveFact[],
  more: OneMore<FindingsMade> | undefined,
): Derived<FindingsMade> {
  const roles = heldRowsAfter(project, facts, more);
  if (!isListed(facts)) return { rows: { findings: [], roles }, made: undefined };
  const before = more?.made;
  const found = before ? findingsAfter(before.found, facts) : findingsByTopic(facts);
  const staysThere = before && !changesRegistration(more.fact);
  const zones = staysThere ? before.zones : zonesOf(facts);
  const rows = { ...before?.rows } as Record<FindingTopic, readonly (readonly FindingRow[])[]>;
  const changed = FINDING_TOPICS.filter((topic) => !staysThere || found[topic] !== before.found[topic]);
  for (const topic of changed) {
    const known = new Map(staysThere ? before.found[topic].map((finding, i) => [finding, before.rows[topic][i]]) : []);
    rows[topic] = found[topic].map((finding) => known.get(finding) ?? rowsOf(project, finding, zones));
  }
  const findings =
    more && changed.length === 0
      ? (more.rows['findings'] as readonly FindingRow[])
      : FINDING_TOPICS.flatMap((topic) => rows[topic].flat()).sort(byFirstDay);
  return { rows: { findings, roles }, made: { zones, found, rows } };
}

function rowsOf({ project_id, number }: Entered, finding: Finding, zones: readonly ZoneDays[]): FindingRow[] {
  const { id, code, since, params, factIds, explanation } = finding;
  const row = {
    project_id,
    number,
    finding: id,
    code,
    explained: explanation ? (1 as const) : (0 as const),
    since: dayNumber(since),
    params: JSON.stringify(params),
    fact_ids: JSON.stringify(factIds),
    explanation: explanation ? JSON.stringify(explanation) : null,
  };
  return inZones(finding, zones).map((span) => ({ ...row, ...span }));
}

/** Tenures as segments, as they were where one fact more does not change them; one that covers no day is none. */
export function heldRowsAfter(
  { project_id }: Entered,
  facts: readonly EffectiveFact[],
  more: OneMore<unknown> | undefined,
): readonly HeldRow[] {
  const touched = !more || isAssignment(more.fact) || isRelease(more.fact) || changesListing(more.fact);
  if (!touched) return more.rows['roles'] as readonly HeldRow[];
  if (!isListed(facts)) return [];
  return tenuresOf(facts)
    .map(({ role, holderId, fromDay, until }) => ({
      project_id,
      role,
      holder_id: holderId,
      ...spanOf({ from: fromDay, until }),
    }))
    .filter(({ valid_from, valid_to }) => valid_from < valid_to);
}
