import { dayNumber, type Day } from '#kernel';
import { FOREVER } from '#database';
import {
  holdsOn,
  investedSteps,
  investmentsOf,
  isVoided,
  rankOf,
  registrationSteps,
  standingSteps,
  stageOn,
  stagesReached,
  tenuresOf,
  type EffectiveFact,
  type Invested,
  type Registration,
  type StageReached,
  type Standing,
  type Tenure,
} from '#ledger';

/** What the ledger shows of a project on the days of one segment. Money in 分; stages by their place on the spine. */
export type LedgerSegment = {
  readonly project_id: string;
  /** Day numbers, half-open. */
  readonly valid_from: number;
  readonly valid_to: number;
  /** The seq of the registration: the order in which projects were entered. */
  readonly number: number;
  readonly name: string;
  /** Empty where none was given. */
  readonly code: string;
  readonly zone_id: string;
  readonly builder: string | null;
  readonly stage: number;
  /** A further stage that is only possible, or null. */
  readonly possible_stage: number | null;
  readonly standing: Standing;
  readonly leader_id: string | null;
  /** JSON array of person ids. */
  readonly co_leader_ids: string;
  readonly unit_id: string | null;
  /** -1 where nobody said. */
  readonly total_fen: number;
  /** The year the next column is about; in any other year it counts as nothing. 0: nothing was ever reported. */
  readonly invested_year: number;
  readonly invested_in_year_fen: number;
  readonly invested_fen: number;
};

/** Who held which role on which days. */
export type RoleSegment = {
  readonly project_id: string;
  readonly valid_from: number;
  readonly valid_to: number;
  readonly role: Tenure['role'];
  readonly holder_id: string;
  /** The first day as it was reported, with its precision. */
  readonly since: string;
  readonly doc: string | null;
  readonly fact_id: string;
};

interface Course {
  readonly registration: readonly { from: Day; registration: Registration }[];
  readonly stages: readonly StageReached[];
  readonly standing: readonly { from: Day; standing: Standing }[];
  readonly tenures: readonly Tenure[];
  readonly invested: readonly Invested[];
}

/**
 * The project's row day by day, as segments in business time. It begins on the first day on which anything about it is
 * certain, and is empty for a project that is voided or whose registration is revoked.
 */
export function segmentsOf(projectId: string, number: number, facts: readonly EffectiveFact[]): LedgerSegment[] {
  const registration = registrationSteps(facts);
  const [registered] = registration;
  if (!registered || isVoided(facts) || !facts.some((fact) => fact.type === 'ProjectRegistered')) return [];
  const course: Course = {
    registration,
    stages: stagesReached(facts),
    standing: standingSteps(facts),
    tenures: tenuresOf(facts),
    invested: investedSteps(investmentsOf(facts)),
  };
  const start = [
    registered.from,
    ...course.stages.map(({ certainFrom }) => certainFrom),
    ...course.tenures.map(({ fromDay }) => fromDay),
    ...course.invested.map(({ from }) => from),
  ].reduce((first, day) => (day < first ? day : first));
  const turns = turningDays(course, start);
  const segments: LedgerSegment[] = [];
  let row = rowOn(course, start, projectId, number);
  for (const day of daysOfChange(course, turns, start)) {
    // Most days only bring another report: the rest of the row is that of the day before.
    if (turns.has(day)) row = rowOn(course, day, projectId, number);
    const invested = lastBy(course.invested, day);
    const now: LedgerSegment = {
      ...row,
      valid_from: dayNumber(day),
      invested_year: invested ? Number(invested.year) : 0,
      invested_in_year_fen: invested?.inYear ?? 0,
      invested_fen: invested?.total ?? 0,
    };
    const last = segments[segments.length - 1];
    if (last && sameRow(last, now)) continue;
    if (last) segments[segments.length - 1] = { ...last, valid_to: now.valid_from };
    segments.push(now);
  }
  return segments;
}

/** Tenures as segments; one that covers no day is none. */
export function rolesOf(projectId: string, facts: readonly EffectiveFact[]): RoleSegment[] {
  if (isVoided(facts)) return [];
  return tenuresOf(facts)
    .filter(({ fromDay, until }) => until === undefined || fromDay < until)
    .map(({ role, holderId, from, fromDay, until, doc, factId }) => ({
      project_id: projectId,
      valid_from: dayNumber(fromDay),
      valid_to: until === undefined ? FOREVER : dayNumber(until),
      role,
      holder_id: holderId,
      since: from,
      doc: doc ?? null,
      fact_id: factId,
    }));
}

/** Days from `start` on at which something other than the invested sums may change. */
function turningDays(course: Course, start: Day): ReadonlySet<Day> {
  const days = new Set([start]);
  const add = (day: Day | undefined): void => {
    if (day !== undefined && day > start) days.add(day);
  };
  for (const { from } of course.registration) add(from);
  for (const { certainFrom, possibleFrom } of course.stages) {
    add(certainFrom);
    add(possibleFrom);
  }
  for (const { from } of course.standing) add(from);
  for (const { fromDay, until } of course.tenures) {
    add(fromDay);
    add(until);
  }
  return days;
}

/** Every day on which anything may change, in order. */
function daysOfChange(course: Course, turns: ReadonlySet<Day>, start: Day): Day[] {
  const days = new Set(turns);
  for (const { from } of course.invested) if (from > start) days.add(from);
  return [...days].sort();
}

/** Everything of the row but the invested sums. */
function rowOn(course: Course, day: Day, project_id: string, number: number): LedgerSegment {
  const { registration } =
    lastBy(course.registration, day) ?? (course.registration[0] as { registration: Registration });
  const { stage, possibleStage } = stageOn(course.stages, day);
  const holders = course.tenures.filter((tenure) => holdsOn(tenure, day));
  return {
    project_id,
    valid_from: dayNumber(day),
    valid_to: FOREVER,
    number,
    name: registration.name,
    code: registration.code ?? '',
    zone_id: registration.zoneId,
    builder: registration.builder ?? null,
    stage: rankOf(stage) as number,
    possible_stage: possibleStage === undefined ? null : (rankOf(possibleStage) as number),
    standing: lastBy(course.standing, day)?.standing ?? 'active',
    leader_id: holders.findLast(({ role }) => role === 'lead')?.holderId ?? null,
    co_leader_ids: JSON.stringify(holders.filter(({ role }) => role === 'coLead').map(({ holderId }) => holderId)),
    unit_id: holders.findLast(({ role }) => role === 'responsibleUnit')?.holderId ?? null,
    total_fen: registration.totalFen ?? -1,
    invested_year: 0,
    invested_in_year_fen: 0,
    invested_fen: 0,
  };
}

function lastBy<T extends { readonly from: Day }>(steps: readonly T[], day: Day): T | undefined {
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i] as T;
    if (step.from <= day) return step;
  }
  return undefined;
}

function sameRow(a: LedgerSegment, b: LedgerSegment): boolean {
  return (
    a.stage === b.stage &&
    a.possible_stage === b.possible_stage &&
    a.invested_fen === b.invested_fen &&
    a.invested_in_year_fen === b.invested_in_year_fen &&
    a.invested_year === b.invested_year &&
    a.leader_id === b.leader_id &&
    a.co_leader_ids === b.co_leader_ids &&
    a.unit_id === b.unit_id &&
    a.standing === b.standing &&
    a.name === b.name &&
    a.code === b.code &&
    a.zone_id === b.zone_id &&
    a.builder === b.builder &&
    a.total_fen === b.total_fen
  );
}
