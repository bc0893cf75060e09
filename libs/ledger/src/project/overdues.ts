import { addDays, daysBetween, laterDay, lastDay, type Day, type FactDate } from '#kernel';
import { inForce, sharedDays, type Days } from './attribution.ts';
import { reachedByName } from './deadlines-terms.ts';
import type { PlannableMilestone } from './events.ts';
import { stagesReached, standingSteps, type EffectiveFact } from './facts.ts';
import { metBy } from './met.ts';
import { plansOf } from './plans.ts';

/** Days on which a milestone was overdue against one plan. `until` is the first day on which it no longer was. */
export interface Overdue extends Days {
  /** The first plan is the baseline for ever; the current one is whichever was filed last at the time. */
  readonly against: 'first' | 'current';
  readonly milestone: PlannableMilestone;
  readonly phase: string | undefined;
  readonly plan: FactDate;
  readonly planFactId: string;
  /** What ended it: the milestone or a later one was reached, the project exited, or another plan was filed. */
  readonly endedBy: string | undefined;
}

/** A plan that was moved to a later last day. */
export interface Slip {
  /** The day on which the later plan was filed. */
  readonly on: Day;
  readonly milestone: PlannableMilestone;
  readonly phase: string | undefined;
  readonly from: FactDate;
  readonly to: FactDate;
  /** Undefined where the later plan has no date. */
  readonly days: number | undefined;
  /** The how many-th slip of this milestone and phase it is, from 1. */
  readonly nth: number;
  readonly factId: string;
}

interface PlanVersion {
  readonly date: FactDate;
  readonly filedOn: Day;
  readonly factId: string;
}

interface PlannedMilestone {
  readonly milestone: PlannableMilestone;
  readonly phase: string | undefined;
  readonly versions: PlanVersion[];
}

/** What ended something, from the first day on which it was over. */
interface End {
  readonly day: Day;
  readonly factId: string;
}

/**
 * When each planned milestone was overdue: from the day after the plan's last day, but never before the plan was filed,
 * until the milestone, or one after it (see `metBy`), is certain or the project exits; a suspension stops nothing. Rescheduling stops the clock of the
 * plan it replaces, never the first one's; a plan without a date is never overdue.
 */
export function overduesOf(facts: readonly EffectiveFact[]): Overdue[] {
  const planned = plannedMilestones(facts);
  if (planned.length === 0) return [];
  const exited = standingSteps(facts).find(({ standing }) => standing === 'exited');
  const exit = exited && { day: exited.from, factId: exited.factId };
  const metOf = metBy(reachedByName(facts), stagesReached(facts));
  return planned.flatMap(({ milestone, phase, versions }) => {
    const end = earlier(metOf(milestone, phase), exit);
    const forces = inForce(versions.map(({ filedOn }) => filedOn));
    const [first] = versions as [PlanVersion];
    const current = versions.flatMap((version, i) => {
      const force = forces[i];
      const next = force?.until === undefined ? undefined : successor(versions, i, force.until);
      return force ? overdue('current', version, force, earlier(end, next)) : [];
    });
    return [...overdue('first', first, { from: first.filedOn }, end), ...current].map((span) => ({
      ...span,
      milestone,
      phase,
    }));
  });
}

/** Every move of a plan to a later day, in log order by milestone and phase. One that only narrows a plan is none. */
export function slipsOf(facts: readonly EffectiveFact[]): Slip[] {
  const plans = plansOf(facts).filter(({ moves }) => moves.some(({ direction }) => direction === 'later'));
  if (plans.length === 0) return [];
  const filedOn = new Map(facts.map((fact) => [fact.id, fact.filedOn]));
  return plans.flatMap(({ milestone, phase, moves }) =>
    moves
      .filter(({ direction }) => direction === 'later')
      .map(({ from, to, factId }, i) => {
        const [before, after] = [lastDay(from), lastDay(to)];
        const days = before === undefined || after === undefined ? undefined : daysBetween(before, after);
        return { on: filedOn.get(factId) as Day, milestone, phase, from, to, days, nth: i + 1, factId };
      }),
  );
}

function plannedMilestones(facts: readonly EffectiveFact[]): PlannedMilestone[] {
  const planned = new Map<string, PlannedMilestone>();
  for (const { type, data, filedOn, id } of facts) {
    if (type !== 'MilestonePlanned' && type !== 'MilestoneRescheduled') continue;
    const { milestone, phase } = data;
    const version = { date: 'to' in data ? data.to : data.on, filedOn, factId: id };
    const key = `${milestone}/${phase ?? ''}`;
    const known = planned.get(key);
    if (known) known.versions.push(version);
    else planned.set(key, { milestone, phase, versions: [version] });
  }
  return [...planned.values()];
}

function overdue(
  against: Overdue['against'],
  { date, factId: planFactId }: PlanVersion,
  force: Days,
  end: End | undefined,
): Pick<Overdue, 'against' | 'from' | 'until' | 'plan' | 'planFactId' | 'endedBy'>[] {
  const last = lastDay(date);
  if (last === undefined) return [];
  const days = sharedDays({ from: laterDay(addDays(last, 1), force.from), until: end?.day }, force);
  return days ? [{ against, ...days, plan: date, planFactId, endedBy: end?.factId }] : [];
}

/** The version that took the place of the n-th on a day. */
function successor(versions: readonly PlanVersion[], n: number, day: Day): End | undefined {
  const next = versions.slice(n + 1).find(({ filedOn }) => filedOn === day);
  return next && { day, factId: next.factId };
}

function earlier(a: End | undefined, b: End | undefined): End | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.day < a.day ? b : a;
}
