import type { Day } from '#kernel';
import { concerns, type ReachedByName } from './deadlines-terms.ts';
import type { PlannableMilestone } from './events.ts';
import { holding, type StageReached } from './facts.ts';
import { MILESTONES, rankOf, STAGES } from './milestones.ts';

/** The day from which a milestone is certainly behind the project, and the fact that says so. */
export interface Met {
  readonly day: Day;
  readonly factId: string;
}

/** Where on the spine it shows that a milestone beside it has been passed. */
const PASSED_WITH: Readonly<Record<Exclude<PlannableMilestone, (typeof STAGES)[number]>, PlannableMilestone>> = {
  frameworkAgreement: 'signed',
  landHandedOver: 'constructionStarted',
  inStatistics: 'completed',
};

/** A milestone and whatever comes after it: a project that is completed was started, whether anybody reported it or not. */
const MEETING: ReadonlyMap<PlannableMilestone, readonly string[]> = new Map(
  MILESTONES.map((milestone) => {
    const rank = rankOf(milestone);
    if (rank !== undefined) return [milestone, STAGES.slice(rank)];
    const passedWith = PASSED_WITH[milestone as keyof typeof PASSED_WITH];
    return [milestone, [milestone, ...STAGES.slice(rankOf(passedWith))]];
  }),
);

/**
 * When a milestone needs no waiting for any more: it, or anything after it, is certain. Of a phase by facts about that phase
 * or the whole; of the whole with its first phase, and from completion on as its stages are. Only for
 * deadlines and lapses: what was never reported is counted nowhere.
 */
export function metBy(
  reached: ReachedByName,
  stages: readonly StageReached[],
): (milestone: PlannableMilestone, phase: string | undefined) => Met | undefined {
  return (milestone, phase) => {
    if (phase !== undefined || !isOfAllPhases(milestone)) return firstMet(reached, milestone, phase);
    const meeting = MEETING.get(milestone) ?? [];
    const met = stages.filter(({ stage }) => meeting.includes(stage));
    return first(met.map(({ certainFrom, factId }) => ({ day: certainFrom, factId })));
  };
}

/** The same of a milestone that the whole project reaches with its first phase. */
export function firstMet(
  reached: ReachedByName,
  milestone: PlannableMilestone,
  phase: string | undefined,
): Met | undefined {
  const meeting = (MEETING.get(milestone) ?? []).flatMap((name) => reached.get(name) ?? []);
  const met = meeting.filter((one) => concerns(one, { phase }));
  return first(met.map(({ on, filedOn, factId }) => ({ day: holding(on, filedOn).certainFrom, factId })));
}

const COMPLETED_RANK = rankOf('completed') as number;
const isOfAllPhases = (milestone: PlannableMilestone): boolean => (rankOf(milestone) ?? -1) >= COMPLETED_RANK;

function first(met: readonly Met[]): Met | undefined {
  return met.reduce<Met | undefined>((a, b) => (a && a.day <= b.day ? a : b), undefined);
}
