import { sql } from 'kysely';
import { STAGES, type Stage } from '#ledger';
import { isKnown, type Known } from '../known.ts';
import { conditionsOf, standsAt, type Db, type LedgerFilter, type Sql } from '../project-ledger/conditions.ts';
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
}

/** A project that differs. */
export interface ComparedProject {
  readonly project_id: string;
  readonly number: number;
  /** Whether the filter is fulfilled at each point. */
  readonly in_from: number;
  readonly in_to: number;
}

const REGISTRATION = ['name', 'code', 'zone_id', 'builder', 'part_of', 'industry_edition', 'industry_code', 'capital'];
const COLUMNS_OF = {
  stage: ['stage', 'possible_stage'],
  standing: ['standing'],
  money: ['total_fen', 'invested_fen'],
  leader: ['leader_id', 'co_leader_ids'],
  responsible: ['responsible_person_id', 'unit_id', 'agent_unit_id'],
  registration: REGISTRATION,
} as const satisfies Partial<Record<ComparedKind, readonly string[]>>;
const COLUMNS = Object.values(COLUMNS_OF).flat();

/** Projects that differ, in the order of entry; of one kind only where it is given. */
export async function comparedPage(
  db: Db,
  comparison: Comparison,
  page: { readonly kind?: ComparedKind | undefined; readonly after?: number | undefined; readonly limit: number },
): Promise<ComparedProject[]> {
  const { kind, after, limit } = page;
  const { rows } = await sql<ComparedProject>`
    with ${await differing(db, comparison, after)}
    select project_id, number, in_from, in_to from differing
    where ${kind === undefined ? sql`1 = 1` : sql`${sql.ref(kind)} = 1`} order by number limit ${limit}`.execute(db);
  return rows;
}

/** How many projects differ in which way, and which moved from which stage to which. */
export interface ComparedCounts {
  readonly projects: number;
  readonly kinds: Readonly<Record<ComparedKind, number>>;
  readonly moves: readonly { readonly from: Stage | null; readonly to: Stage | null; readonly projects: number }[];
}

export async function comparedCounts(db: Db, comparison: Comparison): Promise<ComparedCounts> {
  const sums = COMPARED_KINDS.map((kind) => sql`sum(${sql.ref(kind)}) as ${sql.ref(kind)}`);
  type Counted = Record<ComparedKind | 'n', number> & { from_stage: number | null; to_stage: number | null };
  const { rows } = await sql<Counted>`
    with ${await differing(db, comparison)}
    select case when in_from = 1 then from_stage end as from_stage, case when in_to = 1 then to_stage end as to_stage,
      count(*) as n, ${sql.join(sums)}
    from differing group by 1, 2 order by 1, 2`.execute(db);
  const stageOf = (rank: number | null): Stage | null => (rank === null ? null : (STAGES[rank] as Stage));
  const sum = (of: ComparedKind | 'n'): number => rows.reduce((n, row) => n + Number(row[of]), 0);
  return {
    projects: sum('n'),
    kinds: Object.fromEntries(COMPARED_KINDS.map((kind) => [kind, sum(kind)])) as Record<ComparedKind, number>,
    moves: rows
      .filter(({ from_stage, to_stage }) => from_stage !== to_stage)
      .map((row) => ({ from: stageOf(row.from_stage), to: stageOf(row.to_stage), projects: Number(row.n) })),
  };
}

/**
 * The projects that differ, one row each with a flag for every kind. Only what was said since, or turns between the two
 * days, can differ: those projects are looked up at both points, and at the earlier day as it is known at the later one.
 */
async function differing(db: Db, { filter, from, to }: Comparison, after?: number): Promise<Sql> {
  const between = { ...to, day: from.day };
  return sql`
    candidates as materialized (${candidates(from, to, after)}),
    at_from as materialized (${rowsAt(from, await matching(db, filter, from))}),
    at_between as materialized (${rowsAt(between, sql`1 = 1`)}),
    at_to as materialized (${rowsAt(to, await matching(db, filter, to))}),
    plans_from as materialized (${plansAt(from)}),
    plans_between as materialized (${plansAt(between)}),
    plans_to as materialized (${plansAt(to)}),
    planned_since as materialized (${plannedSince}),
    moved_plans as materialized (${movedPlans}),
    flagged as (
      select c.project_id, c.number, f.stage as from_stage, t.stage as to_stage,
        coalesce(f.matches, 0) as in_from, coalesce(t.matches, 0) as in_to, ${flags}
      from candidates c
        left join at_from f on f.project_id = c.project_id
        left join at_between b on b.project_id = c.project_id
        left join at_to t on t.project_id = c.project_id
        left join moved_plans p on p.project_id = c.project_id
        left join planned_since q on q.project_id = c.project_id
    ),
    differing as (
      select * from flagged where in_from + in_to > 0 and (${sql.join(
        COMPARED_KINDS.map((kind) => sql`${sql.ref(kind)} = 1`),
        sql` or `,
      )})
    )`;
}

/** Whether a row `s` fulfils a filter at a point. */
async function matching(db: Db, filter: LedgerFilter, point: AskedPoint): Promise<Sql> {
  const { place, leads } = await conditionsOf(db, filter, point);
  const conditions = [...standsAt(place), ...leads.map(({ check }) => check)];
  return conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` and `);
}

const flag = (condition: Sql): Sql => sql`case when ${condition} then 1 else 0 end`;

const differs = (a: string, b: string, columns: readonly string[]): Sql =>
  sql`(${sql.join(
    columns.map((column) => sql`${sql.ref(`${a}.${column}`)} is distinct from ${sql.ref(`${b}.${column}`)}`),
    sql` or `,
  )})`;

const isInBoth = sql`f.project_id is not null and t.project_id is not null`;

const flags = sql.join([
  sql`${flag(sql`coalesce(f.matches, 0) = 0 and t.matches = 1`)} as added`,
  sql`${flag(sql`f.matches = 1 and coalesce(t.matches, 0) = 0`)} as gone`,
  ...Object.entries(COLUMNS_OF).map(
    ([kind, columns]) => sql`${flag(sql`${isInBoth} and ${differs('f', 't', columns)}`)} as ${sql.ref(kind)}`,
  ),
  sql`${flag(sql`${isInBoth} and p.slipped = 1`)} as slipped`,
  sql`${flag(sql`${isInBoth} and p.replanned = 1`)} as replanned`,
  sql`${flag(sql`${differs('f', 'b', ['project_id', ...COLUMNS])}
    or (f.project_id is not null and b.project_id is not null and q.project_id is not null)`)} as ${sql.ref('afterTheFact')}`,
]);

/** Projects of which something was said since, or taken back, or turns between the two days as known at the later point. */
function candidates(from: AskedPoint, to: AskedPoint, after: number | undefined): Sql {
  const since = (column: string): Sql => sql`(${sql.ref(column)} > ${from.seq} and ${sql.ref(column)} <= ${to.seq})`;
  // Rows follow each other: where one ends another begins.
  const turns = sql`(valid_from > ${from.day} and valid_from <= ${to.day} and ${isKnown(to.known)})`;
  const changed = (['segments', 'plans'] as const).map(
    (table) => sql`
      select project_id from ${sql.table(table)} where ${since('known_from')} or ${since('known_to')} or ${turns}`,
  );
  const beyond = after === undefined ? sql`` : sql`where n.number > ${after}`;
  return sql`
    select n.project_id, n.number from (
      select c.project_id, (select min(s.number) from segments s where s.project_id = c.project_id) as number
      from (${sql.join(changed, sql` union `)}) as c
    ) as n ${beyond}`;
}

const rowsAt = (point: AskedPoint, matches: Sql): Sql => sql`
  select s.project_id, ${sql.join(COLUMNS.map((column) => sql`s.${sql.ref(column)}`))}, ${flag(matches)} as matches
  from candidates c join segments s on s.project_id = c.project_id and ${holds('s', point)}`;

const plansAt = (point: AskedPoint): Sql => sql`
  select p.project_id, p.milestone, p.phase, p.planned, p.last_day
  from candidates c join plans p on p.project_id = c.project_id and ${holds('p', point)}`;

const SAME_PLAN = sql`a.project_id = b.project_id and a.milestone = b.milestone and a.phase = b.phase`;

/** What was known of the plans of the earlier day has changed. */
const plannedSince = sql`
  select distinct coalesce(a.project_id, b.project_id) as project_id
  from plans_from a full join plans_between b on ${SAME_PLAN} where a.planned is distinct from b.planned`;

/** A plan that is there at both points and ends later has slipped; any other that differs was planned anew. */
const movedPlans = sql`
  select project_id, max(slipped) as slipped, max(1 - slipped) as replanned from (
    select coalesce(a.project_id, b.project_id) as project_id, ${flag(sql`a.last_day < b.last_day`)} as slipped
    from plans_from a full join plans_to b on ${SAME_PLAN} where a.planned is distinct from b.planned
  ) as moved group by project_id`;

const holds = (alias: string, { known, day }: AskedPoint): Sql =>
  sql`${isKnown(known, alias)} and ${sql.ref(`${alias}.valid_from`)} <= ${day} and ${sql.ref(`${alias}.valid_to`)} > ${day}`;
