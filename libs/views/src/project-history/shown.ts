import { firstDay, type Day } from '#kernel';
import type { EffectiveFact } from '#ledger';

/** So many entries of a long list stand on a page; all of them are on the timeline, among the facts and in the export. */
export const SHOWN_MAX = 200;

/**
 * The facts that have begun by a day: not those that lie wholly after it, with their first day or, where they have none, with
 * the day they were filed. A plan says of which day it is in force by being filed, not by the date it plans. The registration
 * is always there: without it there is no project to show.
 */
export function begunBy(facts: readonly EffectiveFact[], day: Day): readonly EffectiveFact[] {
  return facts.filter((fact) => fact.type === 'ProjectRegistered' || beginsOn(fact) <= day);
}

function beginsOn({ type, data, filedOn }: EffectiveFact): Day {
  if (type === 'MilestonePlanned' || type === 'MilestoneRescheduled') return filedOn;
  const { on, period, from, until } = data as Readonly<Partial<Record<'on' | 'period' | 'from' | 'until', string>>>;
  return firstDay(on ?? period ?? from ?? until ?? 'unknown') ?? filedOn;
}

/** The latest of a list that begins with the oldest. */
export function latest<T>(list: readonly T[]): readonly T[] {
  return list.slice(-SHOWN_MAX);
}

/** How many entries of each list are left out. */
export function leftOut<Name extends string>(lists: Readonly<Record<Name, readonly object[]>>): Record<Name, number> {
  const counts = Object.entries<readonly object[]>(lists).map(([name, { length }]) => [
    name,
    Math.max(0, length - SHOWN_MAX),
  ]);
  return Object.fromEntries(counts) as Record<Name, number>;
}
