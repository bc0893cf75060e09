import { dayNumber } from '#kernel';
import { FOREVER } from '#database';
import { sharedDays, type Days, type ZoneDays } from '#ledger';

/** Days as the columns of a segment: numbers, half-open. */
export type Span = {
  readonly valid_from: number;
  readonly valid_to: number;
};

export function spanOf({ from, until }: Days): Span {
  return { valid_from: dayNumber(from), valid_to: until === undefined ? FOREVER : dayNumber(until) };
}

/** The order in which a view answers segments. */
export function byFirstDay(a: Span, b: Span): number {
  return a.valid_from - b.valid_from;
}

/** Some days of a project, zone by zone. */
export function inZones(days: Days, zones: readonly ZoneDays[]): (Span & { readonly zone_id: string })[] {
  const rows: (Span & { readonly zone_id: string })[] = [];
  for (const zone of zones) {
    const shared = sharedDays(days, zone);
    if (shared) rows.push({ zone_id: zone.zoneId, ...spanOf(shared) });
  }
  return rows;
}
