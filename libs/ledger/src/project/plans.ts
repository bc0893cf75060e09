import { lastDay, narrows, type FactDate } from '#kernel';
import type { PlannableMilestone } from './events.ts';
import type { EffectiveFact } from './facts.ts';

/** One change of a plan that moved it, rather than said it more precisely. */
export interface PlanMove {
  readonly from: FactDate;
  readonly to: FactDate;
  /** By the last day of each: a later one is a slip. */
  readonly direction: 'later' | 'earlier' | 'vaguer';
  /** Absent where a plan was simply filed anew, as where two files of one ledger plan differently. */
  readonly reason?: string;
  readonly factId: string;
}

/** One milestone's plans: the baseline for ever, the current one, and each change that moved it. */
export interface Plan {
  readonly milestone: PlannableMilestone;
  readonly phase: string | undefined;
  readonly baseline: FactDate;
  readonly current: FactDate;
  readonly moves: readonly PlanMove[];
  readonly factIds: readonly string[];
}

/** Plans by milestone and phase. A plan inside the one before it narrows it and is no move. */
export function plansOf(facts: readonly EffectiveFact[]): Plan[] {
  const plans = new Map<string, Plan>();
  for (const fact of facts) {
    if (fact.type !== 'MilestonePlanned' && fact.type !== 'MilestoneRescheduled') continue;
    const { milestone, phase } = fact.data;
    const key = `${milestone}/${phase ?? ''}`;
    const to = fact.type === 'MilestonePlanned' ? fact.data.on : fact.data.to;
    const known = plans.get(key);
    if (!known) {
      plans.set(key, { milestone, phase, baseline: to, current: to, moves: [], factIds: [fact.id] });
      continue;
    }
    const isMove = to !== known.current && !narrows(to, known.current);
    const reason = fact.type === 'MilestoneRescheduled' ? { reason: fact.data.reason } : {};
    const move = { from: known.current, to, direction: directionOf(known.current, to), ...reason, factId: fact.id };
    const moves = isMove ? [...known.moves, move] : known.moves;
    plans.set(key, { ...known, current: to, moves, factIds: [...known.factIds, fact.id] });
  }
  return [...plans.values()];
}

/** A plan without a date lies after every other. */
function directionOf(from: FactDate, to: FactDate): PlanMove['direction'] {
  const [before, after] = [lastDay(from) ?? NEVER, lastDay(to) ?? NEVER];
  return after > before ? 'later' : after < before ? 'earlier' : 'vaguer';
}

const NEVER = '9999-12-31';
