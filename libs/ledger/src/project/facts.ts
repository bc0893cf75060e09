import { effectiveFacts, fenOf, intervalOf, narrows, type Day, type Fact, type FactDate, type Recorded } from '#kernel';
import type { PlannableMilestone, ProjectEvent, ProjectFact } from './events.ts';
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
  readonly factId: string;
  readonly filedOn: Day;
}

/** Every milestone that was reported, by phase, in log order. */
export function reachedMilestones(facts: readonly EffectiveFact[]): ReachedMilestone[] {
  const reached: ReachedMilestone[] = [];
  for (const fact of facts) {
    const milestone = milestoneOf(fact.type);
    if (milestone === undefined) continue;
    const { on, phase } = fact.data as { on: FactDate; phase?: string };
    reached.push({ milestone, on, phase, factId: fact.id, filedOn: fact.filedOn });
  }
  return reached;
}

/** A stage of the whole project and the days from which it holds. */
export interface StageReached extends Holding {
  readonly stage: Stage;
}

const COMPLETED_RANK = STAGES.indexOf('completed');
const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/**
 * When the project as a whole reached each stage. It counts once: a stage before completion is reached with its first
 * phase, completion and what follows it when every phase that any fact names has reached it (design §3, Phases).
 */
export function stagesReached(facts: readonly EffectiveFact[]): StageReached[] {
  const stages: StageReached[] = [];
  const phases = new Set<string>();
  const byStage = new Map<Stage, ReachedMilestone[]>();
  for (const fact of facts) {
    const { phase } = fact.data;
    if (phase !== undefined) phases.add(phase);
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
    const all =
      (rankOf(stage) as number) >= COMPLETED_RANK && phases.size > 0 && !reached.some((r) => r.phase === undefined);
    if (all && [...phases].some((phase) => !reached.some((r) => r.phase === phase))) continue;
    stages.push({
      stage,
      ...together(
        reached.map((r) => holding(r.on, r.filedOn)),
        all,
      ),
    });
  }
  return stages;
}

function together(holdings: readonly Holding[], all: boolean): Holding {
  return holdings.reduce((a, b) => {
    const certainFrom = all ? later(a.certainFrom, b.certainFrom) : earlier(a.certainFrom, b.certainFrom);
    if (a.possibleFrom === undefined || b.possibleFrom === undefined) {
      return { certainFrom, possibleFrom: all ? (a.possibleFrom ?? b.possibleFrom) : undefined };
    }
    return {
      certainFrom,
      possibleFrom: all ? later(a.possibleFrom, b.possibleFrom) : earlier(a.possibleFrom, b.possibleFrom),
    };
  });
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

export type Role = 'lead' | 'coLead' | 'responsibleUnit';

/** Who held a role, from the first day held to the first day not held. */
export interface Tenure {
  readonly role: Role;
  readonly holderId: string;
  readonly from: FactDate;
  readonly fromDay: Day;
  readonly until: Day | undefined;
  readonly factId: string;
  readonly doc?: string;
}

const roleOf = (fact: EffectiveFact): { role: Role; holderId: string; from: FactDate; doc?: string } | undefined => {
  if (fact.type === 'LeaderAssigned') {
    const { personId, lead, from, doc } = fact.data;
    return { role: lead ? 'lead' : 'coLead', holderId: personId, from, ...(doc !== undefined && { doc }) };
  }
  if (fact.type === 'ResponsibleUnitAssigned') {
    const { unitId, from, doc } = fact.data;
    return { role: 'responsibleUnit', holderId: unitId, from, ...(doc !== undefined && { doc }) };
  }
  return undefined;
};

/** A boundary counts at its last day, an unknown one from the day it was filed (design §3, Tenure). */
export function boundaryDay(date: FactDate, filedOn: Day): Day {
  return intervalOf(date)?.last ?? filedOn;
}

/**
 * Tenures in order of their first day. A lead and a responsible unit end at the next one's first day, whatever the order
 * of filing; anyone ends at their release. Of two that begin on one day the later report holds.
 */
export function tenuresOf(facts: readonly EffectiveFact[]): Tenure[] {
  const starts: Omit<Tenure, 'until'>[] = [];
  for (const fact of facts) {
    const assigned = roleOf(fact);
    if (assigned) starts.push({ ...assigned, fromDay: boundaryDay(assigned.from, fact.filedOn), factId: fact.id });
  }
  if (starts.length > 1) starts.sort((a, b) => (a.fromDay < b.fromDay ? -1 : a.fromDay > b.fromDay ? 1 : 0));
  const releases = facts.filter((f) => f.type === 'LeaderReleased' || f.type === 'ResponsibleUnitReleased');
  return starts.map((start, i) => ({ ...start, until: endOf(start, starts.slice(i + 1), releases) }));
}

function endOf(
  start: Omit<Tenure, 'until'>,
  next: readonly Omit<Tenure, 'until'>[],
  releases: readonly EffectiveFact[],
): Day | undefined {
  let until: Day | undefined;
  for (const release of releases) {
    const data = release.data as { personId?: string; unitId?: string; until: FactDate };
    const isUnit = release.type === 'ResponsibleUnitReleased';
    if ((isUnit ? data.unitId : data.personId) !== start.holderId || isUnit !== (start.role === 'responsibleUnit'))
      continue;
    const day = boundaryDay(data.until, release.filedOn);
    if (day >= start.fromDay) until = until === undefined ? day : earlier(until, day);
  }
  for (const other of next) {
    // One lead and one responsible unit at a time; a person who is assigned again begins a new tenure.
    const hands = other.role === start.role && (start.role !== 'coLead' || other.holderId === start.holderId);
    const swaps = other.holderId === start.holderId && other.role !== start.role && start.role !== 'responsibleUnit';
    if (hands || swaps) until = until === undefined ? other.fromDay : earlier(until, other.fromDay);
  }
  return until;
}

/** Whether a tenure covers a day; the day of a handover belongs to the successor. */
export function holdsOn({ fromDay, until }: Tenure, day: Day): boolean {
  return fromDay <= day && (until === undefined || day < until);
}

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

/** Investment as reported for one period, in 分. */
export interface Investment {
  readonly period: FactDate;
  readonly lastDay: Day;
  /** It counts from the period's end, or from the day it was filed where that is earlier: what is filed is spent. */
  readonly countsFrom: Day;
  readonly firstDay: Day;
  readonly year: string;
  readonly inPeriod: number | undefined;
  readonly cumulativeInYear: number | undefined;
  readonly cumulative: number | undefined;
  readonly factId: string;
  readonly unitId: string | undefined;
}

/** Investment reports in the order in which they count. */
export function investmentsOf(facts: readonly EffectiveFact[]): Investment[] {
  const reports: Investment[] = [];
  for (const fact of facts) {
    if (fact.type !== 'InvestmentReported') continue;
    const { period, inPeriod, cumulativeInYear, cumulative, unitId } = fact.data;
    const interval = intervalOf(period);
    if (!interval) continue;
    reports.push({
      period,
      firstDay: interval.first,
      lastDay: interval.last,
      countsFrom: earlier(interval.last, fact.filedOn),
      year: period.slice(0, 4),
      inPeriod: inPeriod && fenOf(inPeriod),
      cumulativeInYear: cumulativeInYear && fenOf(cumulativeInYear),
      cumulative: cumulative && fenOf(cumulative),
      factId: fact.id,
      unitId,
    });
  }
  if (reports.some((report, i) => i > 0 && inOrder(report, reports[i - 1] as Investment) < 0)) reports.sort(inOrder);
  return reports;
}

function inOrder(a: Investment, b: Investment): number {
  if (a.countsFrom !== b.countsFrom) return a.countsFrom < b.countsFrom ? -1 : 1;
  return a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0;
}

/** A step of the invested sums: what they are from a day on, in 分. */
export interface Invested {
  readonly from: Day;
  readonly year: string;
  readonly inYear: number;
  readonly total: number;
}

/**
 * Invested in the year and in all, after each report. A report of the period adds; one that states the year's or the whole
 * sum replaces what was added up until then.
 */
export function investedSteps(reports: readonly Investment[]): Invested[] {
  const steps: Invested[] = [];
  let year = '';
  let inYear = 0;
  let total = 0;
  for (const report of reports) {
    if (report.year !== year) {
      year = report.year;
      inYear = 0;
    }
    const before = { inYear, total };
    if (report.cumulativeInYear !== undefined) inYear = report.cumulativeInYear;
    else if (report.inPeriod !== undefined) inYear += report.inPeriod;
    else if (report.cumulative !== undefined) inYear += report.cumulative - total;
    total = report.cumulative ?? before.total + (inYear - before.inYear);
    steps.push({ from: report.countsFrom, year, inYear, total });
  }
  return steps;
}

/** What the registration data say as of the last change. */
export interface Registration {
  readonly name: string;
  readonly zoneId: string;
  readonly code: string | undefined;
  readonly totalFen: number | undefined;
  readonly builder: string | undefined;
}

const NOTHING: Registration = { name: '', zoneId: '', code: undefined, totalFen: undefined, builder: undefined };

/** Registration data step by step: each change holds from the day it was filed, the registration itself from the beginning. */
export function registrationSteps(facts: readonly EffectiveFact[]): { from: Day; registration: Registration }[] {
  const steps: { from: Day; registration: Registration }[] = [];
  let now = NOTHING;
  for (const fact of facts) {
    const next = changed(now, fact);
    if (next === now) continue;
    now = next;
    steps.push({ from: fact.filedOn, registration: now });
  }
  return steps;
}

function changed(now: Registration, fact: EffectiveFact): Registration {
  switch (fact.type) {
    case 'ProjectRegistered': {
      const { name, zoneId, code, totalInvestment, builder } = fact.data;
      return { name, zoneId, code, totalFen: totalInvestment && fenOf(totalInvestment), builder: builder?.name };
    }
    case 'ProjectRenamed':
      return { ...now, name: fact.data.name };
    case 'ProjectCodeGiven':
      return { ...now, code: fact.data.code };
    case 'BuilderChanged':
      return { ...now, builder: fact.data.builder.name };
    case 'TotalInvestmentChanged':
      return { ...now, totalFen: fenOf(fact.data.amount) };
    default:
      return now;
  }
}

/** Whether the project is at work, stands still, or has left. */
export type Standing = 'active' | 'suspended' | 'exited';

/** Changes of standing with the day from which each is certain, in business order; an exit is final. */
export function standingSteps(facts: readonly EffectiveFact[]): { from: Day; standing: Standing }[] {
  const steps: { from: Day; standing: Standing }[] = [];
  for (const fact of facts) {
    if (fact.type !== 'ProjectSuspended' && fact.type !== 'ProjectResumed' && fact.type !== 'ProjectExited') continue;
    const standing =
      fact.type === 'ProjectSuspended' ? 'suspended' : fact.type === 'ProjectResumed' ? 'active' : 'exited';
    steps.push({ from: holding(fact.data.on, fact.filedOn).certainFrom, standing });
  }
  if (steps.length > 1) steps.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return steps;
}

export function isVoided(facts: readonly EffectiveFact[]): boolean {
  return facts.some((fact) => fact.type === 'ProjectVoided');
}
