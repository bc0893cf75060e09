import { sql, type Kysely } from 'kysely';
import type { FindingCode } from '#ledger';
import type { FindingRow, FindingsTables } from './schema.ts';
import {
  all,
  ended,
  endedInOrder,
  ENDED_FEW,
  endless,
  heldProjects,
  holding,
  isFewEnded,
  notYet,
  type HeldBy,
  type Sql,
} from './spans.ts';

/** Which findings: every field narrows. */
export interface FindingsFilter extends HeldBy {
  readonly codes?: readonly FindingCode[] | undefined;
  /** Zone ids; undefined: all. */
  readonly zones?: readonly string[] | undefined;
  readonly explained?: boolean | undefined;
  readonly projectId?: string | undefined;
}

/** The latest first, or project by project in the order of entry. */
export type FindingsSort = 'newest' | 'project';

const ORDERS: Readonly<
  Record<FindingsSort, { readonly columns: readonly (keyof FindingRow)[]; readonly descending: boolean }>
> = {
  newest: { columns: ['since', 'number', 'finding'], descending: true },
  project: { columns: ['number', 'finding'], descending: false },
};

/** The values that a page ends with, for the next one. */
export function findingKey(row: FindingRow, sort: FindingsSort): (string | number)[] {
  return ORDERS[sort].columns.map((column) => row[column] as string | number);
}

export interface FindingsPage {
  readonly filter: FindingsFilter;
  /** A day number. */
  readonly day: number;
  readonly sort: FindingsSort;
  readonly limit: number;
  readonly after?: readonly (string | number)[] | undefined;
}

type Db = Kysely<FindingsTables>;

/** Which way leads to the rows; the rows are the same. */
export interface Ways {
  /** Up to so many projects lead to their findings; beyond, each finding is looked at in its order. */
  readonly ledMax: number;
  /** Up to so many kinds of findings without end (zone, code, explained or not) are walked side by side. */
  readonly cellsMax: number;
  readonly endedFew: number;
}
const WAYS: Ways = { ledMax: 1500, cellsMax: 80, endedFew: ENDED_FEW };

/** What is found on a day, in order. */
export async function findingsPage(db: Db, page: FindingsPage, ways: Ways = WAYS): Promise<FindingRow[]> {
  const { filter, day, sort, limit, after } = page;
  const { columns, descending } = ORDERS[sort];
  const refs = columns.map((column) => sql.ref(`s.${column}`));
  const direction = descending ? sql`desc` : sql`asc`;
  const inOrder = sql`order by ${sql.join(refs.map((ref) => sql`${ref} ${direction}`))} limit ${limit}`;
  const beyond = after ? sql`and (${sql.join(refs)}) ${descending ? sql`<` : sql`>`} (${sql.join(after)})` : sql``;
  const begun = sort === 'newest' ? sql`and s.since <= ${day}` : sql``;
  const keys = (rows: Sql): Sql =>
    sql`select * from (select s.project_id, s.valid_from, ${sql.join(refs)} from findings s where ${rows} ${beyond} ${inOrder}) as keys`;
  const { led, each } = await conditionsOf(db, filter, day, ways.ledMax);
  const parts = led
    ? [keys(sql`${holding(day)} ${all([led, ...each, ...kinds(filter)])}`)]
    : [
        ...(await cellsOf(db, filter, ways.cellsMax)).map((cell) =>
          keys(sql`${endless(day)} ${begun} ${all([...cell, ...each])}`),
        ),
        keys(
          (await isFewEnded(db as Kysely<never>, 'findings', day, ways.endedFew))
            ? sql`${ended(day)} ${all([...each, ...kinds(filter)])}`
            : sql`${endedInOrder(day)} ${begun} ${all([...each, ...kinds(filter)])}`,
        ),
      ];
  const { rows } = await sql<FindingRow>`
    with found as materialized (select * from (${sql.join(parts, sql` union all `)}) as s ${inOrder})
    select f.* from found s join findings f on f.project_id = s.project_id and f.valid_from = s.valid_from
      and f.finding = s.finding and f.known_to = ${sql.lit(Number.MAX_SAFE_INTEGER)} ${sql`order by ${sql.join(
        refs.map((ref) => sql`${ref} ${direction}`),
      )}`}`.execute(db);
  return rows;
}

/** What the columns of a kind must fulfil. */
function kinds({ codes, zones, explained }: FindingsFilter): Sql[] {
  return [
    ...(codes ? [sql`s.code in (${sql.join(codes)})`] : []),
    ...(zones ? [sql`s.zone_id in (${sql.join(zones)})`] : []),
    ...(explained === undefined ? [] : [sql`s.explained = ${explained ? 1 : 0}`]),
  ];
}

/** The kinds of which there is any finding without end: an index walks each of them in order. */
async function cellsOf(db: Db, filter: FindingsFilter, cellsMax: number): Promise<Sql[][]> {
  interface Cell {
    readonly zone_id: string;
    readonly code: string;
    readonly explained: number;
  }
  const { rows: cells } = await sql<Cell>`
    select s.zone_id, s.code, s.explained from finding_totals s where s.n > 0 ${all(kinds(filter))}
    order by s.zone_id, s.code, s.explained`.execute(db);
  const { zones } = filter;
  if (zones && cells.length <= cellsMax) {
    return cells.map((cell) => [
      sql`s.zone_id = ${cell.zone_id}`,
      sql`s.code = ${cell.code}`,
      sql`s.explained = ${cell.explained}`,
    ]);
  }
  const distinct = new Map(cells.map((cell) => [`${cell.code}/${cell.explained}`, cell]));
  return [...distinct.values()].map((cell) => [
    sql`s.code = ${cell.code}`,
    sql`s.explained = ${cell.explained}`,
    ...(zones ? [sql`s.zone_id in (${sql.join(zones)})`] : []),
  ]);
}

/** What leads to the findings by their projects, if anything does, and what else each of them must fulfil. */
async function conditionsOf(
  db: Db,
  filter: FindingsFilter,
  day: number,
  ledMax: number,
): Promise<{ readonly led: Sql | undefined; readonly each: readonly Sql[] }> {
  const held = (await heldProjects(db, filter, day)).sort((a, b) => a.n - b.n);
  const [fewest, ...others] = held;
  if (filter.projectId !== undefined) {
    return { led: sql`s.project_id = ${filter.projectId}`, each: held.map(({ check }) => check) };
  }
  if (!fewest || fewest.n > ledMax) return { led: undefined, each: held.map(({ check }) => check) };
  return { led: fewest.isIn, each: others.map(({ check }) => check) };
}

/** How many findings of a code there are on a day, and how many of them are explained. */
export interface FindingCount {
  readonly code: FindingCode;
  readonly count: number;
  readonly explained: number;
}

/** Counts by code, from kept totals of what has no end, set right by what is not yet found on the day and what ends after it. */
export async function findingCounts(db: Db, filter: FindingsFilter, day: number): Promise<FindingCount[]> {
  const { led, each } = await conditionsOf(db, filter, day, WAYS.ledMax);
  const conditions = [...each, ...kinds(filter)];
  const counted = (sign: 1 | -1, rows: Sql): Sql =>
    sql`select s.code, s.explained, ${sql.lit(sign)} * count(*) as n from findings s where ${rows} group by s.code, s.explained`;
  const parts =
    led || each.length > 0
      ? [counted(1, sql`${holding(day)} ${all([...(led ? [led] : []), ...conditions])}`)]
      : [
          sql`select s.code, s.explained, s.n from finding_totals s where 1 = 1 ${all(conditions)}`,
          counted(-1, sql`${notYet(day)} ${all(conditions)}`),
          counted(1, sql`${ended(day)} ${all(conditions)}`),
        ];
  const { rows } = await sql<{ code: FindingCode; n: number; explained: number }>`
    select code, sum(n) as n, sum(explained * n) as explained from (${sql.join(parts, sql` union all `)}) as t
    group by code having sum(n) <> 0 order by code`.execute(db);
  return rows.map(({ code, n, explained }) => ({ code, count: Number(n), explained: Number(explained) }));
}
