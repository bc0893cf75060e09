import { narrows, type FactDate } from '#kernel';
import type { PlannableMilestone } from './events.ts';
import type { EffectiveFact } from './facts.ts';

/** One milestone's plans: the baseline for ever, the current one, and each change that moved it. */
export interface Plan {
  readonly milestone: PlannableMilestone;
  readonly phase: string | undefined;
  readonly baseline: FactDate;
  readonly current: FactDate;
  readonly slips: readonly {
    readonly from: FactDate;
    readonly to: FactDate;
    readonly reason?: string;
    readonly factId: string;
  }[];
  readonly factIds: readonly string[];
}

/** Plans by milestone and phase. A plan inside the one before it narrows it and is no slip. */
export function plansOf(facts: readonly EffectiveFact[]): Plan[] {
  const plans = new Map<string, Plan>();
  for (const fact of facts) {
    if (fact.type !== 'MilestonePlanned' && fact.type !== 'MilestoneRescheduled') continue;
    const { milestone, phase } = fact.data;
    const key = `${milestone}/${phase ?? ''}`;
    const to = fact.type === 'MilestonePlanned' ? fact.data.on : fact.data.to;
    const known = plans.get(key);
    if (!known) {
      plans.set(key, { milestone, phase, baseline: to, current: to, slips: [], factIds: [fact.id] });
      continue;
    }
    const slipped = to !== known.current && !narrows(to, known.current);
    const reason = fact.type === 'MilestoneRescheduled' ? { reason: fact.data.reason } : {};
    const slip = { from: known.current, to, ...reason, factId: fact.id };
    plans.set(key, {
      ...known,
      current: to,
      slips: slipped ? [...known.slips, slip] : known.slips,
      factIds: [...known.factIds, fact.id],
    });
  }
  return [...plans.values()];
}

/** The current plan of a milestone, or undefined where nobody planned it. */
export function currentPlan(facts: readonly EffectiveFact[], milestone: string, phase?: string): FactDate | undefined {
  return plansOf(facts).find((plan) => plan.milestone === milestone && plan.phase === phase)?.current;
}
