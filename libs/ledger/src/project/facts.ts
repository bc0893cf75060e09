import {
  earlierDay,
  effectiveFacts,
  intervalOf,
  laterDay,
  type Day,
  type Fact,
  type FactDate,
  type Recorded,
} from '#kernel';
import { projectStream, type PlannableMilestone, type ProjectEvent, type ProjectFact } from './events.ts';
import { milestoneOf, rankOf, STAGES, type Stage } from './milestones.ts';

/** A fact of a project that holds now. */
export type EffectiveFact = Fact<ProjectFact>;

/** The facts of a project's history that hold, in log order. */
export function factsOf(history: readonly Recorded<ProjectEvent>[]): readonly EffectiveFact[] {
  return effectiveFacts<ProjectEvent>(history) as readonly EffectiveFact[];
}

/** From when a date is certain, and from when it is possible; undefined: it always was. */
export interface Holding {
  readonly certainFrom: Day;
  readonly possibleFrom: Day | undefined;
}

/** A date holds from its last day on, and possibly from its first; an unknown one from the day it was filed, possibly before. */
export function holding(on: FactDate, filedOn: Day): Holding {
  const interval = intervalOf(on);
  return interval
    ? { certainFrom: interval.last, possibleFrom: interval.first }
    : { certainFrom: filedOn, possibleFrom: undefined };
}

export interface ReachedMilestone {
  readonly milestone: PlannableMilestone;
  readonly on: FactDate;
  readonly phase: string | undefined;
  /** Of land that was supplied or handed over. */
  readonly parcelId?: string;
  readonly factId: string;
  readonly filedOn: Day;
}

/** Every milestone that was reported, by phase, in log order. */
export function reachedMilestones(facts: readonly EffectiveFact[]): ReachedMilestone[] {
  const reached: ReachedMilestone[] = [];
  for (const fact of facts) {
    const milestone = milestoneOf(fact.type);
    if (milestone === undefined) continue;
    const { on, phase, parcelId } = fact.data as { on: FactDate; phase?: string; parcelId?: string };
    const parcel = parcelId === undefined ? {} : { parcelId };
    reached.push({ milestone, on, phase, ...parcel, factId: fact.id, filedOn: fact.filedOn });
  }
  return reached;
}

/** A stage of the whole project and the days from which it holds, by the fact that made it certain. */
export interface StageReached extends Holding {
  readonly stage: Stage;
  readonly on: FactDate;
  readonly factId: string;
}

type Reached = Omit<StageReached, 'stage'>;

const PLANS_AND_PERMITS: ReadonlySet<ProjectFact['type']> = new Set<ProjectFact['type']>([
  'MilestonePlanned',
  'MilestoneRescheduled',
  'AnnualPlanSet',
  'QuarterPlanSet',
  'PermitStatusReported',
]);

/**
 * Whether a fact says that the project has the phase it names: milestones, land with them, plans and permits do.
 * What is only told of a phase, as a visit or a report, makes none: it may be called otherwise there.
 */
export function makesPhase({ type, data }: ProjectFact): boolean {
  return data.phase !== undefined && (milestoneOf(type) !== undefined || PLANS_AND_PERMITS.has(type));
}

const COMPLETED_RANK = STAGES.indexOf('completed');

/**
 * When the project as a whole reached each stage. It counts once: a stage before completion is reached with its first
 * phase, completion and what follows it when every phase has reached it (see `makesPhase`).
 */
export function stagesReached(facts: readonly EffectiveFact[]): StageReached[] {
  const stages: StageReached[] = [];
  const phases = new Set<string>();
  const byStage = new Map<Stage, ReachedMilestone[]>();
  for (const fact of facts) {
    const { phase } = fact.data;
    if (phase !== undefined && makesPhase(fact)) phases.add(phase);
    const milestone = milestoneOf(fact.type);
    if (milestone === undefined) continue;
    if (rankOf(milestone) === undefined) continue;
    const { on } = fact.data as { on: FactDate };
    const reached = { milestone, on, phase, factId: fact.id, filedOn: fact.filedOn };
    const others = byStage.get(milestone as Stage);
    if (others) others.push(reached);
    else byStage.set(milestone as Stage, [reached]);
  }
  for (const [stage, reached] of byStage) {
    const reachedAt =
      (rankOf(stage) as number) < COMPLETED_RANK ? earliest(reached.map(holdingOf)) : wholly(reached, phases);
    if (reachedAt) stages.push({ stage, ...reachedAt });
  }
  return stages;
}

const holdingOf = ({ on, filedOn, factId }: ReachedMilestone): Reached => ({ ...holding(on, filedOn), on, factId });

/** When a milestone holds for the whole project: by a fact about the whole, or by the last of all phases. */
function wholly(reached: readonly ReachedMilestone[], phases: ReadonlySet<string>): Reached | undefined {
  const ofTheWhole = reached.filter(({ phase }) => phase === undefined).map(holdingOf);
  const byPhase = reached.filter(({ phase }) => phase !== undefined);
  const isComplete = phases.size > 0 && [...phases].every((phase) => byPhase.some((one) => one.phase === phase));
  const ofThePhases = isComplete ? latest(byPhase.map(holdingOf)) : undefined;
  return earliest(ofThePhases ? [...ofTheWhole, ofThePhases] : ofTheWhole);
}

/** From when the first of several holds. What was always possible stays so. */
function earliest(holdings: readonly Reached[]): Reached | undefined {
  if (holdings.length === 0) return undefined;
  return holdings.reduce((a, b) => ({
    ...(b.certainFrom < a.certainFrom ? b : a),
    possibleFrom:
      a.possibleFrom === undefined || b.possibleFrom === undefined
        ? undefined
        : earlierDay(a.possibleFrom, b.possibleFrom),
  }));
}

/** From when all of several hold. */
function latest(holdings: readonly Reached[]): Reached | undefined {
  if (holdings.length === 0) return undefined;
  return holdings.reduce((a, b) => ({
    ...(b.certainFrom > a.certainFrom ? b : a),
    possibleFrom:
      a.possibleFrom === undefined || b.possibleFrom === undefined
        ? (a.possibleFrom ?? b.possibleFrom)
        : laterDay(a.possibleFrom, b.possibleFrom),
  }));
}

/** Furthest stage that is certain on a day, and the further one that is only possible, if there is one. */
export function stageOn(reached: readonly StageReached[], day: Day): { stage: Stage; possibleStage?: Stage } {
  let certain = 0;
  let possible = 0;
  for (const { stage, certainFrom, possibleFrom } of reached) {
    const rank = rankOf(stage) as number;
    if (certainFrom <= day) certain = Math.max(certain, rank);
    else if (possibleFrom === undefined || possibleFrom <= day) possible = Math.max(possible, rank);
  }
  const stage = STAGES[certain] as Stage;
  return possible > certain ? { stage, possibleStage: STAGES[possible] as Stage } : { stage };
}

/** Whether the project is at work, stands still, or has left. */
export type Standing = 'active' | 'suspended' | 'exited';

/** A change of standing, and the fact that says so. */
export interface StandingStep {
  /** The day from which it is certain. */
  readonly from: Day;
  readonly standing: Standing;
  readonly on: FactDate;
  readonly factId: string;
}

/** Changes of standing in the order of their days. An exit is final: nothing after it counts. */
export function standingSteps(facts: readonly EffectiveFact[]): StandingStep[] {
  const steps: StandingStep[] = [];
  for (const fact of facts) {
    if (fact.type !== 'ProjectSuspended' && fact.type !== 'ProjectResumed' && fact.type !== 'ProjectExited') continue;
    const { on } = fact.data;
    const from = holding(on, fact.filedOn).certainFrom;
    steps.push({ from, standing: STANDING_OF[fact.type], on, factId: fact.id });
  }
  if (steps.length > 1) steps.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const exit = steps.findIndex(({ standing }) => standing === 'exited');
  return exit < 0 ? steps : steps.slice(0, exit + 1);
}

const STANDING_OF = { ProjectSuspended: 'suspended', ProjectResumed: 'active', ProjectExited: 'exited' } as const;

export function isVoided(facts: readonly EffectiveFact[]): boolean {
  return facts.some((fact) => fact.type === 'ProjectVoided');
}

/** Whether the project is in no list any more: registered by mistake, or counted in another project. */
export function hasLeftTheLists(facts: readonly EffectiveFact[]): boolean {
  return facts.some((fact) => fact.type === 'ProjectVoided' || fact.type === 'ProjectMergedInto');
}

/** Whether lists show the project: registered, neither voided nor counted in another one. */
export function isListed(facts: readonly EffectiveFact[]): boolean {
  return facts.some(({ type }) => type === 'ProjectRegistered') && !hasLeftTheLists(facts);
}

/** Whether a fact can bring a project into the lists, or take it out of them. */
export function changesListing({ type }: ProjectFact): boolean {
  return type === 'ProjectRegistered' || type === 'ProjectVoided' || type === 'ProjectMergedInto';
}

/** The streams of the projects that this one is counted in, or is a part of. */
export function leadsTo(facts: readonly EffectiveFact[]): string[] {
  return facts
    .filter((fact) => fact.type === 'ProjectMergedInto' || fact.type === 'ProjectSplitFrom')
    .map(({ data }) => projectStream(data.projectId));
}
