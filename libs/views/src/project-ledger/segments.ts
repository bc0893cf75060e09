import { dayNumber, type Day } from '#kernel';
import { EVER, FOREVER } from '#database';
import {
  holdsOn,
  investedSteps,
  investmentsOf,
  isListed,
  rankOf,
  registrationSteps,
  standingSteps,
  stageOn,
  stagesReached,
  tenuresOf,
  type EffectiveFact,
  type Registration,
  type StageReached,
  type Standing,
  type Tenure,
} from '#ledger';
import { keyListsIn, type KeyListRow, type Listing } from './key-lists.ts';
import { partsOf, type Part } from './parts.ts';
import { rolesIn, unledIn } from './role-rows.ts';
import { plansOverTime, type PlanOverTime, type PlanSegment } from './plans.ts';
import { reachedOverTime, reachedSums, type ReachedFrom, type ReachedSum } from './reached.ts';

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
  /** What stands for the milestones reached and their dates: see `reachedSums`. */
  readonly reached: number;
  readonly standing: Standing;
  readonly leader_id: string | null;
  /** JSON array of person ids. */
  readonly co_leader_ids: string;
  readonly responsible_person_id: string | null;
  /** 责任单位 and 代办单位: the main one of each. */
  readonly unit_id: string | null;
  readonly agent_unit_id: string | null;
  /** The package that the project is a part of. */
  readonly part_of: string | null;
  readonly industry_edition: string | null;
  readonly industry_code: string | null;
  readonly capital: string | null;
  /** -1 where nobody said. */
  readonly total_fen: number;
  /** The year the next column is about; in any other year it counts as nothing. 0: nothing was ever reported. */
  readonly invested_year: number;
  readonly invested_in_year_fen: number;
  readonly invested_fen: number;
};

/** Who held which role on which days; in the column `holder_id` also that nobody led. */
export type RoleSegment = {
  readonly number: number;
  readonly valid_from: number;
  readonly valid_to: number;
  readonly role: Tenure['role'];
  readonly holder_id: string;
  /** The first day as it was reported, with its precision. */
  readonly since: string;
  readonly doc: string | null;
  readonly fact_id: string;
};

/** What follows from the facts, part by part. */
interface Course extends Record<Part, readonly object[]> {
  readonly registration: readonly { from: Day; registration: Registration }[];
  readonly stages: readonly StageReached[];
  readonly reached: readonly ReachedFrom[];
  readonly standing: readonly { from: Day; standing: Standing }[];
  readonly tenures: readonly Tenure[];
  readonly invested: readonly InvestedFrom[];
  readonly keyLists: readonly Listing[];
  readonly plans: readonly PlanOverTime[];
}

type Parts = Readonly<Record<Part, readonly EffectiveFact[]>>;
/** The invested sums from a day number on. */
type InvestedFrom = Pick<LedgerSegment, 'valid_from' | 'invested_year' | 'invested_in_year_fen' | 'invested_fen'>;

/** Everything of the row but the invested sums, from turn to turn; the first entry holds before every turn. */
interface Frame {
  readonly rows: readonly LedgerSegment[];
  /** The first day on which something of it is certain. */
  readonly start: number;
}

/** A project's rows, with what they were made of: the next fact changes only the parts it is about. */
export interface LedgerRows {
  readonly segments: readonly LedgerSegment[];
  readonly roles: readonly RoleSegment[];
  readonly keyLists: readonly KeyListRow[];
  readonly plans: readonly PlanSegment[];
  readonly project: { readonly id: string; readonly number: number };
  readonly facts: Parts;
  readonly course: Course;
  /** Undefined while the project is no row: voided, merged, or its registration revoked. */
  readonly frame: Frame | undefined;
  /** The row of the frame that each segment is made of. */
  readonly framed: readonly LedgerSegment[];
}

const BEFORE_EVERY_DAY = '';
/**
 * The project's row day by day, as segments in business time, and who held which role. The segments begin on the first
 * day on which anything about it is certain, and are empty for a project that is voided or merged, or whose registration is revoked.
 */
export function ledgerRows(id: string, number: number, facts: readonly EffectiveFact[]): LedgerRows {
  const parts = noFacts();
  for (const fact of facts) for (const part of partsOf(fact)) parts[part].push(fact);
  return rowsOf({ id, number }, parts);
}

/** The rows once one more fact is reported after all the others; the same object where the ledger does not show it. */
export function ledgerRowsAfter(before: LedgerRows, fact: EffectiveFact): LedgerRows {
  const touched = partsOf(fact);
  if (touched.length === 0) return before;
  const facts = { ...before.facts };
  for (const part of touched) facts[part] = [...facts[part], fact];
  return rowsOf(before.project, facts, before);
}

function noFacts(): Record<Part, EffectiveFact[]> {
  return {
    registration: [],
    stages: [],
    reached: [],
    standing: [],
    tenures: [],
    invested: [],
    keyLists: [],
    plans: [],
  };
}

export function segmentsOf(projectId: string, number: number, facts: readonly EffectiveFact[]): LedgerSegment[] {
  return [...ledgerRows(projectId, number, facts).segments];
}

function rowsOf(project: LedgerRows['project'], facts: Parts, before?: LedgerRows): LedgerRows {
  const course = courseOf(facts, before);
  const same = (part: Part): boolean => facts[part] === before?.facts[part];
  if (!isListed(facts.registration))
    return { project, facts, course, frame: undefined, framed: [], segments: [], roles: [], keyLists: [], plans: [] };
  const still = before?.frame && FRAMED.every(same);
  const frame = still ? (before.frame as Frame) : frameOf(course, project);
  const heldAsBefore = before?.frame && same('tenures') && same('registration') && same('standing');
  const roles = heldAsBefore
    ? before.roles
    : [...rolesIn(project.number, course.tenures), ...unledIn(project.number, facts, course.tenures)];
  const listed = before?.frame && same('keyLists') ? before.keyLists : undefined;
  const keyLists =
    listed ??
    course.keyLists.map((listing) => ({ number: project.number, valid_from: EVER, valid_to: FOREVER, ...listing }));
  const planned = before?.frame && same('plans') ? before.plans : undefined;
  const plans = planned ?? course.plans.map((plan) => ({ number: project.number, ...plan }));
  return { project, facts, course, frame, roles, keyLists, plans, ...segmentsIn(frame, course.invested, before) };
}

/** The parts that the frame is made of. */
const FRAMED: readonly Part[] = ['registration', 'stages', 'reached', 'standing', 'tenures'];

function courseOf(facts: Parts, before: LedgerRows | undefined): Course {
  const read = <P extends Part>(part: P, from: (facts: readonly EffectiveFact[]) => Course[P]): Course[P] =>
    before && facts[part] === before.facts[part] ? before.course[part] : from(facts[part]);
  return {
    registration: read('registration', registrationSteps),
    stages: read('stages', stagesReached),
    reached: read('reached', reachedOverTime),
    standing: read('standing', standingSteps),
    tenures: read('tenures', tenuresOf),
    invested: read('invested', investedFrom),
    keyLists: read('keyLists', keyListsIn),
    plans: read('plans', plansOverTime),
  };
}

function investedFrom(facts: readonly EffectiveFact[]): InvestedFrom[] {
  return investedSteps(investmentsOf(facts)).map(({ from, year, inYear, total }) => ({
    valid_from: dayNumber(from),
    invested_year: Number(year),
    invested_in_year_fen: inYear,
    invested_fen: total,
  }));
}

/** The frame and the invested sums laid over each other. Segments that stay are the objects they were. */
function segmentsIn(
  { rows, start: framed }: Frame,
  invested: readonly InvestedFrom[],
  before: LedgerRows | undefined,
): Pick<LedgerRows, 'segments' | 'framed'> {
  const made: { readonly row: LedgerSegment; readonly sums: InvestedFrom; readonly from: number }[] = [];
  let day = Math.min(framed, invested[0]?.valid_from ?? framed);
  let [r, i] = [0, -1];
  while (day < FOREVER) {
    while (startOf(rows, r + 1) <= day) r++;
    while (startOf(invested, i + 1) <= day) i++;
    const [row, sums] = [rows[r] as LedgerSegment, i < 0 ? NOTHING_INVESTED : (invested[i] as InvestedFrom)];
    const last = made[made.length - 1];
    if (!last || last.row !== row || !sameSums(last.sums, sums)) made.push({ row, sums, from: day });
    day = Math.min(startOf(rows, r + 1), startOf(invested, i + 1));
  }
  const segments = made.map(({ row, sums, from }, k) => {
    const to = made[k + 1]?.from ?? FOREVER;
    const known = before?.segments[k];
    const stays = known?.valid_from === from && known.valid_to === to && before?.framed[k] === row;
    return stays && sameSums(known, sums) ? known : segment(row, sums, from, to);
  });
  return { segments, framed: made.map(({ row }) => row) };
}

const NOTHING_INVESTED = { valid_from: EVER, invested_year: 0, invested_in_year_fen: 0, invested_fen: 0 };

function startOf(rows: readonly { readonly valid_from: number }[], i: number): number {
  return rows[i]?.valid_from ?? FOREVER;
}

function sameSums(a: Omit<InvestedFrom, 'valid_from'>, b: Omit<InvestedFrom, 'valid_from'>): boolean {
  return (
    a.invested_fen === b.invested_fen &&
    a.invested_in_year_fen === b.invested_in_year_fen &&
    a.invested_year === b.invested_year
  );
}

function segment(row: LedgerSegment, sums: InvestedFrom, valid_from: number, valid_to: number): LedgerSegment {
  const { invested_year, invested_in_year_fen, invested_fen } = sums;
  return { ...row, valid_from, valid_to, invested_year, invested_in_year_fen, invested_fen };
}

function frameOf(course: Course, project: LedgerRows['project']): Frame {
  const certain = [
    ...course.registration.map(({ from }) => from),
    ...course.stages.map(({ certainFrom }) => certainFrom),
    ...course.standing.map(({ from }) => from),
    ...course.tenures.map(({ fromDay }) => fromDay),
  ];
  const on = { project, course, sums: reachedSums(course.reached) };
  const rows = [rowOn(on, BEFORE_EVERY_DAY)];
  for (const day of turningDays(course)) {
    const row = rowOn(on, day);
    if (!sameFrame(rows[rows.length - 1] as LedgerSegment, row)) rows.push(row);
  }
  return { rows, start: dayNumber(certain.reduce((first, day) => (day < first ? day : first))) };
}

/** Days on which something other than the invested sums may change, in order. */
function turningDays(course: Course): Day[] {
  const days = new Set<Day>();
  for (const { from } of course.registration) days.add(from);
  for (const { certainFrom, possibleFrom } of course.stages) {
    days.add(certainFrom);
    if (possibleFrom !== undefined) days.add(possibleFrom);
  }
  for (const { from } of course.reached) days.add(from);
  for (const { from } of course.standing) days.add(from);
  for (const { fromDay, until } of course.tenures) {
    days.add(fromDay);
    if (until !== undefined) days.add(until);
  }
  return [...days].sort();
}

interface Framed {
  readonly project: LedgerRows['project'];
  readonly course: Course;
  readonly sums: readonly ReachedSum[];
}

/** Everything of the row but the invested sums. */
function rowOn({ project, course, sums }: Framed, day: Day): LedgerSegment {
  const { registration } =
    lastBy(course.registration, day) ?? (course.registration[0] as { registration: Registration });
  const { stage, possibleStage } = stageOn(course.stages, day);
  const holders = course.tenures.filter((tenure) => holdsOn(tenure, day));
  return {
    project_id: project.id,
    valid_from: day === BEFORE_EVERY_DAY ? EVER : dayNumber(day),
    valid_to: FOREVER,
    number: project.number,
    name: registration.name,
    code: registration.code ?? '',
    zone_id: registration.zoneId,
    builder: registration.builder ?? null,
    stage: rankOf(stage) as number,
    possible_stage: possibleStage === undefined ? null : (rankOf(possibleStage) as number),
    reached: lastBy(sums, day)?.sum ?? 0,
    standing: lastBy(course.standing, day)?.standing ?? 'active',
    leader_id: holders.findLast(({ role }) => role === 'lead')?.holderId ?? null,
    co_leader_ids: JSON.stringify(holders.filter(({ role }) => role === 'coLead').map(({ holderId }) => holderId)),
    responsible_person_id: mainHolder(holders, 'responsiblePerson'),
    unit_id: mainHolder(holders, 'responsibleUnit'),
    agent_unit_id: mainHolder(holders, 'agentUnit'),
    part_of: registration.partOf ?? null,
    industry_edition: registration.industry?.edition ?? null,
    industry_code: registration.industry?.code ?? null,
    capital: registration.capital ?? null,
    total_fen: registration.totalFen ?? -1,
    invested_year: 0,
    invested_in_year_fen: 0,
    invested_fen: 0,
  };
}

const mainHolder = (holders: readonly Tenure[], role: Tenure['role']): string | null =>
  holders.findLast((tenure) => tenure.role === role && !tenure.joint)?.holderId ?? null;

function lastBy<T extends { readonly from: Day }>(steps: readonly T[], day: Day): T | undefined {
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i] as T;
    if (step.from <= day) return step;
  }
  return undefined;
}

function sameFrame(a: LedgerSegment, b: LedgerSegment): boolean {
  return (
    a.stage === b.stage &&
    a.possible_stage === b.possible_stage &&
    a.reached === b.reached &&
    a.leader_id === b.leader_id &&
    a.co_leader_ids === b.co_leader_ids &&
    a.unit_id === b.unit_id &&
    a.responsible_person_id === b.responsible_person_id &&
    a.agent_unit_id === b.agent_unit_id &&
    a.part_of === b.part_of &&
    a.industry_edition === b.industry_edition &&
    a.industry_code === b.industry_code &&
    a.capital === b.capital &&
    a.standing === b.standing &&
    a.name === b.name &&
    a.code === b.code &&
    a.zone_id === b.zone_id &&
    a.builder === b.builder &&
    a.total_fen === b.total_fen
  );
}
