import { createHash } from 'node:crypto';
import type { Day, FactDate } from '#kernel';
import { holding, reachedMilestones, type EffectiveFact, type PlannableMilestone } from '#ledger';

/** A milestone of a project or of a phase, from the day on which it is certain. */
export interface ReachedFrom {
  readonly milestone: PlannableMilestone;
  /** Empty for the whole project. */
  readonly phase: string;
  /** The date as it was reported, with its precision. */
  readonly on: FactDate;
  readonly from: Day;
}

/** What was reached over time: of several reports of a milestone, as of several parcels of land, the first that is certain. */
export function reachedOverTime(facts: readonly EffectiveFact[]): ReachedFrom[] {
  const first = new Map<string, ReachedFrom>();
  for (const { milestone, phase = '', on, filedOn } of reachedMilestones(facts)) {
    const name = `${milestone}/${phase}`;
    const from = holding(on, filedOn).certainFrom;
    const known = first.get(name);
    if (!known || from < known.from) first.set(name, { milestone, phase, on, from });
  }
  return [...first.values()].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** What was reached by a day, as one number that differs where a milestone or its date does. 0: nothing. */
export interface ReachedSum {
  readonly from: Day;
  readonly sum: number;
}

/**
 * The sums of what was reached, day by day: rows of the ledger are compared by them, for the dates themselves would take as
 * much room as the rest of the row. That two different ones have the same sum is as likely as 1 in 2^47.
 */
export function reachedSums(reached: readonly ReachedFrom[]): ReachedSum[] {
  let sum = 0;
  return reached.map(({ milestone, phase, on, from }) => {
    sum = (sum + sumOf(`${milestone}/${phase}/${on}`)) % SUMS;
    return { from, sum };
  });
}

const SUMS = 2 ** 47;

const sumOf = (text: string): number => createHash('sha256').update(text).digest().readUIntBE(0, 6) % SUMS;
