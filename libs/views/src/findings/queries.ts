import { sql, type Kysely } from 'kysely';
import { FOREVER } from '#database';
import { FINDING_CODES, type FindingCode } from '#ledger';
import type { Known } from '../known.ts';
import type { FindingRow, FindingsTables } from './schema.ts';
import {
  all,
  byProjects,
  closed,
  closedInOrder,
  ended,
  endedInOrder,
  endless,
  holding,
  isFewClosed,
  isFewEnded,
  keysWhere,
  looked,
  notKnownYet,
  notYet,
  soonKnown,
  spansOf,
  WAYS,
  type HeldBy,
  type Sql,
  type Walk,
  type Ways,
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
  readonly known?: Known;
  readonly sort: FindingsSort;
  readonly limit: number;
  readonly after?: readonly (string | number)[] | undefined;
}

type Db = Kysely<FindingsTables>;

/** What is found on a day, in order. */
export async function findingsPage(db: Db, page: FindingsPage, ways: Ways = WAYS): Promise<FindingRow[]> {
  const { filter, day, known = 'latest', sort, limit, after } = page;
  const at = { day, known };
  const walk: Walk = { table: 'findings', ...ORDERS[sort], limit, after };
  const begun = sort === 'newest' ? sql`and s.since <= ${day}` : sql``;
  const { led, each } = await byProjects(db, filter, at, ways.ledMax);
  const both = [...each, ...kinds(filter)];
  if (led) return spansOf(db as Kysely<never>, walk, [keysWhere(walk, sql`${holding(at)} ${all([led, ...both])}`)]);
  const cells = await cellsOf(db, filter, ways.cellsMax);
  const closedWays = async (seq: number): Promise<Sql[]> =>
    (await isFewClosed(db as Kysely<never>, walk.table, seq, ways.closedFew))
      ? [keysWhere(walk, sql`${closed(day, seq)} ${all(both)}`)]
      : everyCell(filter).map((cell) =>
          keysWhere(walk, sql`${closedInOrder(day, seq)} ${begun} ${all([...cell, ...each])}`),
        );
  const isFew = await isFewEnded(db as Kysely<never>, walk.table, at, ways.endedFew);
  return spansOf(db as Kysely<never>, walk, [
    ...cells.map((cell) => keysWhere(walk, sql`${endless(at)} ${begun} ${all([...cell, ...each])}`)),
    ...(isFew
      ? [keysWhere(walk, sql`${ended(at)} ${all(both)}`)]
      : everyCell(filter).map((cell) => keysWhere(walk, sql`${endedInOrder(at)} ${begun} ${all([...cell, ...each])}`))),
    ...(known === 'latest' ? [] : await closedWays(known)),
  ]);
}

/** What the columns of a kind must fulfil, where something else leads to the findings. */
function kinds({ codes, zones, explained }: FindingsFilter): Sql[] {
  return [
    ...(codes ? [sql`${looked('code')} in (${sql.join(codes)})`] : []),
    ...inZones(zones),
    ...(explained === undefined ? [] : [sql`s.explained + 0 = ${explained ? 1 : 0}`]),
  ];
}

const inZones = (zones: readonly string[] | undefined): Sql[] =>
  zones ? [sql`${looked('zone_id')} in (${sql.join(zones)})`] : [];

/** Every kind that is asked for, whether there is any of it or not. */
function everyCell({ codes = FINDING_CODES, zones, explained }: FindingsFilter): Sql[][] {
  const states = explained === undefined ? [0, 1] : [explained ? 1 : 0];
  return codes.flatMap((code) =>
    states.map((state) => [sql`s.code = ${code}`, sql`s.explained = ${state}`, ...inZones(zones)]),
  );
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
    ...inZones(zones),
  ]);
}

/** How many findings of a code there are on a day, and how many of them are explained. */
export interface FindingCount {
  readonly code: FindingCode;
  readonly count: number;
  readonly explained: number;
}

/**
 * Counts by code, from kept totals of what has no end, set right by what is not yet found on the day and what ends after
 * it; and as it was known by what was not known yet and what follows no more.
 */
export async function findingCounts(
  db: Db,
  filter: FindingsFilter,
  day: number,
  known: Known = 'latest',
): Promise<FindingCount[]> {
  const at = { day, known };
  const { led, each } = await byProjects(db, filter, at, WAYS.ledMax);
  const conditions = [...each, ...kinds(filter)];
  // Grouped only in the end: else the planner walks an index of the groups and not of the days.
  const counted = (sign: 1 | -1, rows: Sql): Sql =>
    sql`select s.code, s.explained, ${sql.lit(sign)} as n from findings s where ${rows} ${all(conditions)}`;
  const totals = sql`select s.code, s.explained, s.n from finding_totals s where 1 = 1 ${all(conditions)}`;
  const early = known !== 'latest' && (await isEarly(db, known));
  const parts =
    led || each.length > 0
      ? [counted(1, sql`${holding(at)} ${all(led ? [led] : [])}`)]
      : [
          ...(early ? [counted(1, soonKnown(day, known))] : [totals, counted(-1, notYet(at))]),
          ...(early || known === 'latest' ? [] : [counted(-1, notKnownYet(known))]),
          counted(1, ended(at)),
          ...(known === 'latest' ? [] : [counted(1, closed(day, known))]),
        ];
  const { rows } = await sql<{ code: FindingCode; n: number; explained: number }>`
    select code, sum(n) as n, sum(explained * n) as explained from (${sql.join(parts, sql` union all `)}) as t
    group by code having sum(n) <> 0 order by code`.execute(db);
  return rows.map(({ code, n, explained }) => ({ code, count: Number(n), explained: Number(explained) }));
}

/** What was not known yet is mostly not found yet on the day either, and looked at for both: twice what adding up costs. */
const EARLY = 2 / 3;

/** Whether adding up what was known by then looks at less than taking away what was not. */
async function isEarly(db: Db, known: number): Promise<boolean> {
  const { rows } = await sql<{ last: number | null }>`
    select max(s.known_from) as last from findings s where ${endless({ day: FOREVER, known: 'latest' })}`.execute(db);
  return known < Number(rows[0]?.last ?? 0) * EARLY;
}
