import { dayNumber } from '#kernel';
import { EVER } from '#database';
import { registrationSteps, type EffectiveFact } from '#ledger';
import type { Span } from './schema.ts';

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

/** In which zone a project lies, and from which days on. */
export interface Zones {
  readonly changes: readonly number[];
  at(day: number): string;
}

/** A project lies in a zone from the day on which that was filed; in the one it was registered in from the beginning. */
export function zonesOf(facts: readonly EffectiveFact[]): Zones {
  const steps = registrationSteps(facts).map(({ from, registration: { zoneId } }, i) => ({
    from: i === 0 ? EVER : dayNumber(from),
    zoneId,
  }));
  return {
    changes: steps.map(({ from }) => from),
    at: (day) => steps.findLast(({ from }) => from <= day)?.zoneId ?? '',
  };
}
