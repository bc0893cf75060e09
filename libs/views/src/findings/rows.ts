import { dayNumber, type Day } from '#kernel';
import { EVER, FOREVER } from '#database';
import { findingsOf, hasLeftTheLists, registrationSteps, tenuresOf, type EffectiveFact, type Finding } from '#ledger';
import type { FindingRow, HeldRow } from './schema.ts';

/** Days as numbers, half-open. */
export interface Days {
  readonly valid_from: number;
  readonly valid_to: number;
}

export function daysOf({ from, until }: { readonly from: Day; readonly until?: Day | undefined }): Days {
  return { valid_from: dayNumber(from), valid_to: until === undefined ? FOREVER : dayNumber(until) };
}

/** Whether lists show the project at all. */
export function isListed(facts: readonly EffectiveFact[]): boolean {
  return facts.some(({ type }) => type === 'ProjectRegistered') && !hasLeftTheLists(facts);
}

/**
 * In which zone the project lay on which days: where the last registration step in the log that was filed by then says; the
 * first one counts before it too.
 */
export function zonesOf(facts: readonly EffectiveFact[]): (Days & { readonly zone_id: string })[] {
  const steps = registrationSteps(facts);
  const zones: (Days & { readonly zone_id: string })[] = [];
  for (const day of [...new Set(steps.map(({ from }) => from))].sort()) {
    const step = steps.findLast(({ from }) => from <= day);
    const zone_id = step?.registration.zoneId as string;
    const last = zones.at(-1);
    if (last?.zone_id === zone_id) continue;
    const valid_from = dayNumber(day);
    if (last) zones[zones.length - 1] = { ...last, valid_to: valid_from };
    zones.push({ zone_id, valid_from, valid_to: FOREVER });
  }
  const [first] = steps;
  const before = zones[0];
  if (!first || !before) return zones;
  const { zoneId: zone_id } = first.registration;
  if (before.zone_id === zone_id) return [{ ...before, valid_from: EVER }, ...zones.slice(1)];
  return [{ zone_id, valid_from: EVER, valid_to: before.valid_from }, ...zones];
}

/** The days of a span, zone by zone. */
export function inZones<Zone extends Days>(span: Days, zones: readonly Zone[]): Zone[] {
  return zones.flatMap((zone) => {
    const valid_from = Math.max(zone.valid_from, span.valid_from);
    const valid_to = Math.min(zone.valid_to, span.valid_to);
    return valid_from < valid_to ? [{ ...zone, valid_from, valid_to }] : [];
  });
}

/** `number` is the seq of the registration. */
export function findingRows(id: string, number: number, facts: readonly EffectiveFact[]): FindingRow[] {
  if (!isListed(facts)) return [];
  const zones = zonesOf(facts);
  const rows = findingsOf(facts).flatMap((finding) => {
    const row = rowOf(finding);
    return inZones(daysOf(finding), zones).map((days) => ({ project_id: id, number, ...row, ...days }));
  });
  return rows.sort((a, b) => a.valid_from - b.valid_from);
}

function rowOf({ id, code, since, params, factIds, explanation }: Finding) {
  return {
    finding: id,
    code,
    explained: explanation ? (1 as const) : (0 as const),
    since: dayNumber(since),
    params: JSON.stringify(params),
    fact_ids: JSON.stringify(factIds),
    explanation: explanation ? JSON.stringify(explanation) : null,
  };
}

/** Tenures as segments; one that covers no day is none. */
export function heldRows(id: string, facts: readonly EffectiveFact[]): HeldRow[] {
  if (!isListed(facts)) return [];
  return tenuresOf(facts)
    .map(({ role, holderId, fromDay, until }) => ({
      project_id: id,
      role,
      holder_id: holderId,
      ...daysOf({ from: fromDay, until }),
    }))
    .filter(({ valid_from, valid_to }) => valid_from < valid_to);
}
