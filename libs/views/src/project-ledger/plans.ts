import { dayNumber, lastDay, type FactDate } from '#kernel';
import { FOREVER } from '#database';
import { inForce, type EffectiveFact, type PlannableMilestone } from '#ledger';
import { byFirstDay, spanOf } from '../spans.ts';

/** What was planned for a milestone, on the days from its filing to that of the next plan. */
export type PlanSegment = {
  readonly number: number;
  readonly valid_from: number;
  readonly valid_to: number;
  readonly milestone: PlannableMilestone;
  /** Empty for the whole project. */
  readonly phase: string;
  /** The date planned, and its last day as a number; one without a date lies after every other. */
  readonly planned: FactDate;
  readonly last_day: number;
  readonly fact_id: string;
};

/** The same, of a project that the reader knows. */
export type PlanOverTime = Omit<PlanSegment, 'number'>;

type PlanFact = Extract<EffectiveFact, { type: 'MilestonePlanned' | 'MilestoneRescheduled' }>;

/** The plans of every milestone and phase over time. Of two the later in the log holds, whichever day was claimed. */
export function plansOverTime(facts: readonly EffectiveFact[]): PlanOverTime[] {
  const plans = facts.filter(
    (fact): fact is PlanFact => fact.type === 'MilestonePlanned' || fact.type === 'MilestoneRescheduled',
  );
  const apart = Map.groupBy(plans, ({ data }) => `${data.milestone}/${data.phase ?? ''}`);
  const rows: PlanOverTime[] = [];
  for (const versions of apart.values()) {
    const forces = inForce(versions.map(({ filedOn }) => filedOn));
    for (const [i, { id, type, data }] of versions.entries()) {
      const force = forces[i];
      if (!force) continue;
      const planned = type === 'MilestonePlanned' ? data.on : data.to;
      const last = lastDay(planned);
      rows.push({
        ...spanOf(force),
        milestone: data.milestone,
        phase: data.phase ?? '',
        planned,
        last_day: last === undefined ? FOREVER : dayNumber(last),
        fact_id: id,
      });
    }
  }
  return rows.sort(byFirstDay);
}
