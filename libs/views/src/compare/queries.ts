import { setImmediate as turn } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import { STAGES, type Stage } from '#ledger';
import { isKnown, type Known } from '../known.ts';
import type { HistoryTables } from '../project-history/schema.ts';
import {
  conditionsOf,
  holdersIn,
  standsAt,
  type Db,
  type LedgerFilter,
  type Sql,
} from '../project-ledger/conditions.ts';
import { TAKES_BACK } from './project-changes.ts';
import { COMPARED_KINDS, type ComparedKind } from './stand.ts';

/** One point of a comparison as the ledger is asked for it. */
export interface AskedPoint {
  readonly seq: number;
  readonly known: Known;
  /** A day number. */
  readonly day: number;
}

/** Two points, `from` not later than `to` on either clock, and which projects: those that fulfil the filter at either of them. */
export interface Comparison {
  readonly filter: LedgerFilter;
  readonly from: AskedPoint;
  readonly to: AskedPoint;
  /** The histories of projects: they say of which something was taken back. */
  readonly histories: Kysely<HistoryTables>;
}

/** A project that differs. */
export interface ComparedProject {
  readonly project_id: string;
  readonly number: number;
  /** Whether the filter is fulfilled at each point. */
  readonly isIn: { readonly from: boolean; readonly to: boolean };
  readonly kinds: readonly ComparedKind[];
  /** The stages at both points, by their place on the spine; null where the project is not in it. */
  readonly stages: { readonly from: number | null; readonly to: number | null };
}

/** So many projects are looked at a time; then others have their turn. */
const PROJECTS_AT_ONCE = 250;

/** Which of the projects that differ: of some projects only, entered after a number. */
interface Among {
  readonly ids?: readonly string[] | undefined;
  readonly after?: number | undefined;
}

/** Which page of them: of one kind. */
interface ComparedPage extends Among {
  readonly kind?: ComparedKind | undefined;
  readonly limit: number;
}

/** Projects that differ, in the order of entry. */
export async function comparedPage(
  db: Db,
  comparison: Comparison,
  { kind, limit, ...among }: ComparedPage,
  atOnce = PROJECTS_AT_ONCE,
): Promise<ComparedProject[]> {
  const found: ComparedProject[] = [];
  for await (const batch of compared(db, comparison, among, atOnce)) {
    found.push(...batch.filter(({ kinds }) => kind === undefined || kinds.includes(kind)));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

/** How many projects differ in which way, and which moved from which stage to which. */
export interface ComparedCounts {
  readonly projects: number;
  readonly kinds: Readonly<Record<ComparedKind, number>>;
  readonly moves: readonly { readonly from: Stage | null; readonly to: Stage | null; readonly projects: number }[];
}

export async function comparedCounts(
  db: Db,
  comparison: Comparison,
  atOnce = PROJECTS_AT_ONCE,
): Promise<ComparedCounts> {
  let projects = 0;
  const counted = Object.fromEntries(COMPARED_KINDS.map((kind) => [kind, 0])) as Record<ComparedKind, number>;
  const moved = new Map<string, { readonly from: number | null; readonly to: number | null; projects: number }>();
  for await (const batch of compared(db, comparison, {}, atOnce)) {
    for (const { kinds, stages } of batch) {
      projects++;
      for (const kind of kinds) counted[kind]++;
      if (stages.from === stages.to) continue;
      const key = `${stages.from}/${stages.to}`;
      const move = moved.get(key) ?? { ...stages, projects: 0 };
      move.projects++;
      moved.set(key, move);
    }
  }
  const stageOf = (rank: number | null): Stage | null => (rank === null ? null : (STAGES[rank] as Stage));
  const moves = [...moved.values()]
    .sort((a, b) => (a.from ?? -1) - (b.from ?? -1) || (a.to ?? -1) - (b.to ?? -1))
    .map((move) => ({ from: stageOf(move.from), to: stageOf(move.to), projects: move.projects }));
  return { projects, kinds: counted, moves };
}

/** The projects that differ, some at a time. */
async function* compared(
  db: Db,
  comparison: Comparison,
  among: Among,
  atOnce: number,
): AsyncGenerator<ComparedProject[]> {
  const { filter, from, to } = comparison;
  const matches = { from: await matching(db, filter, from), to: await matching(db, filter, to) };
  const asked = { ...comparison, matches, atOnce };
  for await (const projects of projectsIn(db, among, atOnce)) {
    const candidates = among.ids ? projects : await changedOf(db, comparison, projects);
    if (candidates.length > 0) yield await batchOf(db, asked, candidates);
    await turn();
  }
}

type Candidate = Pick<ComparedProject, 'project_id' | 'number'>;

/** Projects in the order of entry, so many at a time. */
async function* projectsIn(db: Db, { ids, after = 0 }: Among, atOnce: number): AsyncGenerator<Candidate[]> {
  const named = ids ? sql`and p.project_id in (${sql.join(ids)})` : sql``;
  for (let last: number | undefined = after; last !== undefined;) {
    const { rows }: { rows: Candidate[] } = await sql<Candidate>`
      select p.project_id, p.number from projects p
      where p.number > ${last} ${named} order by p.number limit ${atOnce}`.execute(db);
    if (rows.length > 0) yield rows;
    last = rows.length < atOnce ? undefined : rows.at(-1)?.number;
  }
}

/**
 * Of projects that follow each other those of which something was said since, or taken back, or turns between the two days as
 * known at the later point.
 */
async function changedOf(db: Db, comparison: Comparison, projects: readonly Candidate[]): Promise<Candidate[]> {
  const { filter, from, to } = comparison;
  const [first, last] = [projects[0] as Candidate, projects.at(-1) as Candidate];
  const since = (column: string): Sql => sql`(${sql.ref(column)} > ${from.seq} and ${sql.ref(column)} <= ${to.seq})`;
  const between = (column: string): Sql =>
    sql`(${sql.ref(column)} > ${from.day} and ${sql.ref(column)} <= ${to.day} and ${isKnown(to.known)})`;
  // Rows follow each other: where one ends another begins.
  const changed = sql`${since('known_from')} or ${since('known_to')} or ${between('valid_from')}`;
  // Roles need not, and no row of the ledger says who helps, or from when on somebody ought to lead.
  const ended = sql`${changed} or ${between('valid_to')}`;
  const told = (table: string, how: Sql): Sql =>
    sql`select number from ${sql.table(table)} where number between ${first.number} and ${last.number} and (${how})`;
  const tables = [
    told('segments', changed),
    told('plans', changed),
    ...(holdersIn(filter).length > 0 ? [told('roles', ended)] : []),
    ...(filter.keyList === undefined ? [] : [told('key_lists', changed)]),
  ];
  const { rows } = await sql<{ number: number }>`${sql.join(tables, sql` union `)}`.execute(db);
  const numbers = new Set(rows.map(({ number }) => number));
  return projects.filter(({ number }) => numbers.has(number));
}

const REGISTRATION = ['name', 'code', 'zone_id', 'builder', 'part_of', 'industry_edition', 'industry_code', 'capital'];
const COLUMNS_OF = {
  stage: ['stage', 'possible_stage'],
  standing: ['standing'],
  reached: ['reached'],
  money: ['total_fen', 'invested_fen'],
  leader: ['leader_id', 'co_leader_ids'],
  responsible: ['responsible_person_id', 'unit_id', 'agent_unit_id'],
  registration: REGISTRATION,
} as const satisfies Partial<Record<ComparedKind, readonly string[]>>;
const COLUMNS = Object.values(COLUMNS_OF).flat();

/** A row of a project, or one of its plans, with the points that it holds at: the two, and the earlier day as known later. */
type Held<T> = T & { readonly number: number; at_from: number; at_between: number; at_to: number };
type SegmentRow = Held<Record<string, string | number | null>> & { stage: number; in_from: number; in_to: number };
type PlanRow = Held<{ readonly milestone: string; readonly phase: string; planned: string; last_day: number }>;
type At = 'at_from' | 'at_between' | 'at_to';

/** `matches`: whether a row `s` fulfils the filter at each point. */
interface Batches extends Comparison {
  readonly matches: { readonly from: Sql; readonly to: Sql };
  readonly atOnce: number;
}

async function batchOf(
  db: Db,
  { matches, atOnce, ...comparison }: Batches,
  candidates: readonly Candidate[],
): Promise<ComparedProject[]> {
  // Statements are kept ready by their text: every batch is as long.
  const numbers = Array.from({ length: atOnce }, (_, i) => (candidates[i] ?? (candidates[0] as Candidate)).number);
  const which = sql`s.number in (${sql.join(numbers)})`;
  const { rows } = await sql<SegmentRow>`
    select s.number, ${sql.join(COLUMNS.map((column) => sql`s.${sql.ref(column)}`))}, ${heldAt(comparison)},
      ${flag(matches.from)} as in_from, ${flag(matches.to)} as in_to
    from segments s where ${which} and ${heldAtAny(comparison)}`.execute(db);
  const { rows: plans } = await sql<PlanRow>`
    select s.number, s.milestone, s.phase, s.planned, s.last_day, ${heldAt(comparison)}
    from plans s where ${which} and ${heldAtAny(comparison)}`.execute(db);
  const [rowsOf, plansOf] = [byProject(rows), byProject(plans)];
  const found = candidates.flatMap(({ project_id, number }) => {
    const one = comparedWith(rowsOf.get(number) ?? [], plansOf.get(number) ?? []);
    return one ? [{ project_id, number, ...one }] : [];
  });
  const learned = found.filter(({ kinds }) => kinds.includes('learned')).map(({ project_id }) => project_id);
  const mended = await mendedOf(comparison, learned);
  return found.map((one) => (mended.has(one.project_id) ? { ...one, kinds: [...one.kinds, 'corrected'] } : one));
}

/** Of which of some projects anything was taken back between the two points. */
async function mendedOf({ histories, from, to }: Comparison, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await histories
    .selectFrom('history')
    .select('project_id')
    .distinct()
    .where('project_id', 'in', ids)
    .where('seq', '>', from.seq)
    .where('seq', '<=', to.seq)
    .where('type', 'in', TAKES_BACK)
    .execute();
  return new Set(rows.map(({ project_id }) => project_id));
}

const byProject = <T extends { readonly number: number }>(rows: readonly T[]): Map<number, T[]> =>
  Map.groupBy(rows, ({ number }) => number);

/** What a project is counted under by its rows and plans; undefined where it differs in nothing, or fulfils the filter nowhere. */
function comparedWith(
  rows: readonly SegmentRow[],
  plans: readonly PlanRow[],
): Omit<ComparedProject, 'project_id' | 'number'> | undefined {
  const rowAt = (at: At): SegmentRow | undefined => rows.find((row) => Number(row[at]) === 1);
  const [f, b, t] = [rowAt('at_from'), rowAt('at_between'), rowAt('at_to')];
  const isIn = { from: Number(f?.in_from) === 1, to: Number(t?.in_to) === 1 };
  if (!isIn.from && !isIn.to) return undefined;
  const kinds = new Set<ComparedKind>();
  if (!isIn.from) kinds.add('added');
  if (!isIn.to) kinds.add('gone');
  if (f && t) for (const kind of kindsBetween(f, t)) kinds.add(kind);
  if (f && t) for (const kind of plansBetween(plans, 'at_from', 'at_to')) kinds.add(kind);
  const learned =
    f && b ? kindsBetween(f, b).length > 0 || plansBetween(plans, 'at_from', 'at_between').size > 0 : f !== b;
  if (learned) kinds.add('learned');
  if (kinds.size === 0) return undefined;
  const stages = { from: isIn.from && f ? f.stage : null, to: isIn.to && t ? t.stage : null };
  return { isIn, kinds: COMPARED_KINDS.filter((kind) => kinds.has(kind)), stages };
}

function kindsBetween(a: SegmentRow, b: SegmentRow): ComparedKind[] {
  if (a === b) return [];
  const kinds = Object.entries(COLUMNS_OF) as [ComparedKind, readonly string[]][];
  return kinds.filter(([, columns]) => columns.some((column) => a[column] !== b[column])).map(([kind]) => kind);
}

/** A plan that is there at both points and ends later has slipped; any other that differs was planned anew. */
function plansBetween(plans: readonly PlanRow[], first: At, second: At): Set<ComparedKind> {
  const kinds = new Set<ComparedKind>();
  const at = (point: At) =>
    new Map(plans.filter((plan) => Number(plan[point]) === 1).map((plan) => [`${plan.milestone}/${plan.phase}`, plan]));
  const [before, after] = [at(first), at(second)];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [a, b] = [before.get(name), after.get(name)];
    if (a?.planned === b?.planned) continue;
    kinds.add(a && b && b.last_day > a.last_day ? 'slipped' : 'replanned');
  }
  return kinds;
}

/** Whether a row `s` fulfils a filter at a point. */
async function matching(db: Db, filter: LedgerFilter, point: AskedPoint): Promise<Sql> {
  const { place, leads } = await conditionsOf(db, filter, point);
  const conditions = [...standsAt(place), ...leads.map(({ check }) => check)];
  return conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` and `);
}

const flag = (condition: Sql): Sql => sql`case when ${condition} then 1 else 0 end`;

const holds = ({ known, day }: AskedPoint): Sql =>
  sql`(${isKnown(known, 's')} and s.valid_from <= ${day} and s.valid_to > ${day})`;

const pointsOf = ({ from, to }: Comparison): readonly [At, AskedPoint][] => [
  ['at_from', from],
  ['at_between', { ...to, day: from.day }],
  ['at_to', to],
];

const heldAt = (comparison: Comparison): Sql =>
  sql.join(pointsOf(comparison).map(([name, point]) => sql`${flag(holds(point))} as ${sql.ref(name)}`));

const heldAtAny = (comparison: Comparison): Sql =>
  sql`(${sql.join(
    pointsOf(comparison).map(([, point]) => holds(point)),
    sql` or `,
  )})`;
