import { dayNumber } from '#kernel';
import { zonesOf, type EffectiveFact } from '#ledger';
import type { Span } from '../spans.ts';

/**
 * Cuts the days from `from` to before `to` where something may change, and says of each piece what holds on its first day.
 * Neighbours that say the same are one piece; of which nothing is said is none.
 */
export function pieces<T extends object>(
  { valid_from: from, valid_to: to }: Span,
  changes: readonly number[],
  at: (day: number) => T | undefined,
): (T & Span)[] {
  if (from >= to) return [];
  const inside = new Set(changes.filter((day) => from < day && day < to));
  const days = [from, ...[...inside].sort((a, b) => a - b)];
  const made: (T & Span)[] = [];
  let last: T | undefined;
  for (const [i, day] of days.entries()) {
    const valid_to = days[i + 1] ?? to;
    const said = at(day);
    if (said && last && alike(said, last)) made.push({ ...(made.pop() as T & Span), valid_to });
    else if (said) made.push({ ...said, valid_from: day, valid_to });
    last = said;
  }
  return made;
}

function alike<T extends object>(a: T, b: T): boolean {
  return Object.entries(a).every(([name, value]) => (b as Record<string, unknown>)[name] === value);
}

/** In which zone a project lies on a day number, and on which it moves. */
export interface ZoneDayByDay {
  readonly changes: readonly number[];
  at(day: number): string;
}

export function zonesDayByDay(facts: readonly EffectiveFact[]): ZoneDayByDay {
  const zones = zonesOf(facts).map(({ from, zoneId }) => ({ from: dayNumber(from), zoneId }));
  return {
    changes: zones.map(({ from }) => from).slice(1),
    at: (day) => zones.findLast(({ from }) => from <= day)?.zoneId ?? '',
  };
}
