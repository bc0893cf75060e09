import { sql } from 'kysely';
import { dayFromNumber } from '#kernel';
import { FOREVER, FOREVER_SEQ } from '#database';
import { STAGES, type Stage, type Standing } from '#ledger';
import type { Known } from '../known.ts';
import { holdsAt, inCells, within } from './cells.ts';
import {
  all,
  checkMany,
  conditionsOf,
  ledBy,
  placedAt,
  standsAt,
  type Conditions,
  type Db,
  type Lead,
  type LedgerFilter,
  type Point,
  type RowsFilter,
  type Sql,
} from './conditions.ts';
import { beyond, columnsOf, inOrder, LEDGER_SORTS, type Key, type LedgerSort, type Order } from './order.ts';
import { EFFORT, pageAt, type Effort } from './page-at.ts';
import { withId } from './rows.ts';
import type { LedgerSegment } from './segments.ts';

export type { LedgerFilter } from './conditions.ts';

export { LEDGER_SORTS, type LedgerSort } from './order.ts';

export interface LedgerPage {
  readonly filter: RowsFilter;
  /** The business day asked for, as a day number. */
  readonly day: number;
  /** What was known; by default the latest. */
  readonly known?: Known;
  readonly sort: LedgerSort;
  readonly descending: boolean;
  /** So many rows are passed over; by default none. */
  readonly offset?: number;
  readonly limit: number;
  /** Where the page before ended. */
  readonly after?: Key | undefined;
}

/**
 * Up to this many candidates it is cheaper to fetch them all and sort than to walk the list's order and look at each:
 * fetching costs a look-up a candidate, walking one a row until the page is full.
 */
const CANDIDATES_MAX = 1500;
/**
 * Up to this many segments that end after the day, or so many for each candidate, they are looked at one by one: going by
 * project looks at more than that.
 */
const ENDED_FEW = 1000;
const ENDED_EACH = 4;
/** Up to this many of them a sum of the latest is set right by them; up to so many projects a sum is made project by project. */
const ENDED_MANY = 50_000;
export const SUMMED_MAX = 3_000;

/**
 * Rows of the ledger at a point, in order. What is latest and has no end is found by indexes of its own. The way there depends
 * on the effort, the rows do not.
 */
export async function ledgerPage(db: Db, page: LedgerPage, tried: Partial<Effort> = {}): Promise<LedgerSegment[]> {
  const { day, known = 'latest', descending, offset = 0, limit, after } = page;
  const point = { known, day };
  const conditions = await conditionsOf(db, page.filter, point);
  const order = { column: LEDGER_SORTS[page.sort], descending, offset, limit, after };
  const effort = { ...EFFORT, ...tried };
  // Of possible stages the orders of today know nothing.
  if (known !== 'latest' || conditions.place.possibleStage !== undefined)
    return pageAt({ db, point, conditions, order }, effort);
  const isLed = conditions.leads[0] !== undefined && conditions.leads[0].n <= (tried.candidatesMax ?? CANDIDATES_MAX);
  if (!isLed && !(await fewEnd(db, day, effort.endedFew))) return pageAt({ db, point, conditions, order }, effort);
  return latestPage(db, day, { conditions, order, isLed, endedFew: effort.endedFew });
}

interface AskedLatest {
  readonly conditions: Conditions;
  readonly order: Order;
  readonly isLed: boolean;
  /** Fewer segments than that end after the day, where it is not led. */
  readonly endedFew: number;
}

async function latestPage(
  db: Db,
  day: number,
  { conditions: { leads, place }, order, isLed, endedFew }: AskedLatest,
): Promise<LedgerSegment[]> {
  const each = standsAt(place);
  // Whatever ends, these of the segments without end come before the page: they are passed over in their index.
  const passed = isLed ? 0 : Math.max(0, order.offset - endedFew);
  const left = { ...order, offset: order.offset - passed };
  const upToEnd = ({ limit, offset }: Order): Order => ({ ...order, limit: limit + offset, offset: 0 });
  // Keys first, from an index alone where there is one: only the rows of the page are fetched.
  const keys = (rows: Sql): Sql =>
    sql`select ${sql.join(columnsOf(order, 's'))}, s.valid_from from segments s where ${rows}`;
  const checks = leads.map((lead) => (passed > 0 ? checkMany(lead) : lead.check));
  const endlessKeys = isLed
    ? keys(sql`${endless(day)} ${all(each)} ${ledBy(leads, byProject)}`)
    : keys(
        sql`${endless(day)} ${all([...each, ...checks])} ${beyond(order)} ${inOrder({ ...upToEnd(left), offset: passed })}`,
      );
  const ended = sql`${endedBy(day)} ${all(each)} ${await endedLedBy(db, leads, day)}`;
  const endedKeys = keys(sql`${ended} ${beyond(order)} ${inOrder(upToEnd(order))}`);
  const { rows } = await sql<LedgerSegment>`
    with endless as materialized (${endlessKeys}),
    found as materialized (
      select * from (
        select * from endless where 1 = 1 ${beyond(order, 'endless')} union all select * from (${endedKeys}) as ended
      ) as keys ${inOrder(left, 'keys')}
    )
    select ${withId('s')} from found f join segments s on s.number = f.number and s.valid_from = f.valid_from and ${open}
    ${inOrder(upToEnd(order), 'f')}`.execute(db);
  return rows;
}

export const byProject = sql`s.number`;

/** Where few segments end after the day, they lead; an expression keeps the planner from going by project. */
async function endedLedBy(db: Db, leads: readonly Lead[], day: number): Promise<Sql> {
  const [first] = leads;
  if (!first) return sql``;
  const few = Math.max(ENDED_FEW, ENDED_EACH * first.n);
  return ledBy(leads, (await fewEnd(db, day, few)) ? sql`s.number + 0` : byProject);
}

/** Whether fewer segments than that are about the day and end after it, of those that still follow. */
async function fewEnd(db: Db, day: number, few: number): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (select 1 from segments s where ${endedBy(day)} limit ${few}) as few`.execute(db);
  return Number(rows[0]?.n) < few;
}

/** How many projects stand where on a day, and their money; sums in 分. */
export interface LedgerSum {
  readonly zoneId: string;
  readonly stage: Stage;
  readonly possibleStage: Stage | undefined;
  readonly standing: Standing;
  readonly n: number;
  readonly totalFen: bigint;
  readonly investedThisYearFen: bigint;
  readonly investedFen: bigint;
}

/** Sums with the counting unit kept apart. */
export interface CountedSum extends LedgerSum {
  /** Of these projects, those that are parts of a package. */
  readonly parts: number;
}

export type SumRow = Record<'stage' | 'possible_stage' | 'invested_year' | 'n' | 'parts', number> &
  Record<'total_fen' | 'invested_in_year_fen' | 'invested_fen', number | bigint> & {
    zone_id: string;
    standing: Standing;
  };

/**
 * Counts and sums by place at a point. What is latest comes from kept totals of the segments without end where no leader or
 * text is asked for, set right by the few projects of which another segment holds on the day.
 */
export async function ledgerSums(
  db: Db,
  filter: LedgerFilter,
  day: number,
  known: Known = 'latest',
): Promise<CountedSum[]> {
  const point = { known, day };
  const conditions = await conditionsOf(db, filter, point);
  const isFew = known === 'latest' && (await fewEnd(db, day, ENDED_MANY));
  const [first] = conditions.leads;
  const year = Number(dayFromNumber(day).slice(0, 4));
  const rows = isFew
    ? await summed(db, await latestParts(db, day, conditions))
    : first && first.n <= SUMMED_MAX
      ? await summed(db, ledParts(point, conditions))
      : await inCells(db, point, (cells) => summed(db, partsIn(cells, point, conditions)));
  return rows.map((row) => sumOf(row, year));
}

async function summed(db: Db, parts: Sql): Promise<SumRow[]> {
  const { rows } = await sql<SumRow>`
    select ${GROUP}, sum(n) as n, sum(parts) as parts, sum(total_fen) as total_fen,
      sum(invested_in_year_fen) as invested_in_year_fen, sum(invested_fen) as invested_fen
    from (${parts}) as t group by ${GROUP} having sum(n) <> 0 order by ${GROUP}`.execute(db);
  return rows;
}

const GROUP = sql`zone_id, stage, possible_stage, standing, invested_year`;

export function sumOf(row: SumRow, year: number): CountedSum {
  return {
    zoneId: row.zone_id,
    stage: STAGES[row.stage] as Stage,
    possibleStage: row.possible_stage < 0 ? undefined : (STAGES[row.possible_stage] as Stage),
    standing: row.standing,
    n: Number(row.n),
    parts: Number(row.parts),
    totalFen: BigInt(row.total_fen),
    investedThisYearFen: row.invested_year === year ? BigInt(row.invested_in_year_fen) : 0n,
    investedFen: BigInt(row.invested_fen),
  };
}

/** Project by project, where the filter leads to few. */
function ledParts(point: Point, { place, leads }: Conditions): Sql {
  const which = sql`${holdsAt(point)} ${all(standsAt(place))} ${ledBy(leads, byProject)}`;
  return sql`select s.zone_id, s.stage, ${POSSIBLE} as possible_stage, s.standing, s.invested_year, ${SUMS} from segments s
    where ${which} group by s.zone_id, s.stage, ${POSSIBLE}, s.standing, s.invested_year`;
}

/** Cell by cell in the order of the index by place. */
function partsIn(cells: readonly number[], point: Point, { place, leads }: Conditions): Sql {
  const rows = sql`${within(cells)} ${all(placedAt(place))} and ${holdsAt(point)} ${all(leads.map(checkMany))}`;
  return sql`select zone_id, stage, coalesce(possible_stage, -1) as possible_stage, standing, invested_year, n, parts, total_fen,
      invested_in_year_fen, invested_fen from (
    select s.cell, s.standing, s.stage, s.zone_id, s.possible_stage, s.invested_year, ${SUMS} from segments s
    where ${rows} group by s.cell, s.standing, s.stage, s.zone_id, s.possible_stage, s.invested_year) as c`;
}

const POSSIBLE = sql`coalesce(s.possible_stage, -1)`;
const SUMS = sql`count(*) as n, count(s.part_of) as parts, sum(case when s.total_fen < 0 then 0 else s.total_fen end) as total_fen,
  sum(s.invested_in_year_fen) as invested_in_year_fen, sum(s.invested_fen) as invested_fen`;

/** The rows that add up to what is latest. */
async function latestParts(db: Db, day: number, { place, leads }: Conditions): Promise<Sql> {
  const each = standsAt(place);
  const rowsOf = (sign: 1 | -1, validity: Sql, which: Sql) => sql`
    select s.zone_id, s.stage, coalesce(s.possible_stage, -1) as possible_stage, s.standing, s.invested_year,
      ${sql.lit(sign)} as n, ${sql.lit(sign)} * (case when s.part_of is null then 0 else 1 end) as parts,
      ${sql.lit(sign)} * (case when s.total_fen < 0 then 0 else s.total_fen end) as total_fen,
      ${sql.lit(sign)} * s.invested_in_year_fen as invested_in_year_fen, ${sql.lit(sign)} * s.invested_fen as invested_fen
    from segments s where ${validity} ${all(each)} ${which}`;
  const base =
    leads.length > 0
      ? rowsOf(1, endless(day), ledBy(leads, byProject))
      : sql`
    select s.zone_id, s.stage, s.possible_stage, s.standing, s.invested_year, s.n, s.parts, s.total_fen, s.invested_in_year_fen, s.invested_fen
    from stage_totals s where 1 = 1 ${all(each)}
    union all ${rowsOf(-1, notYet(day), sql``)}`;
  return sql`${base} union all ${rowsOf(1, endedBy(day), await endedLedBy(db, leads, day))}`;
}

/** The expression keeps the planner from sorting what begins before the day, which is almost everything. */
const endless = (day: number): Sql => sql`${open} and s.valid_to = ${sql.lit(FOREVER)} and s.valid_from + 0 <= ${day}`;
const notYet = (day: number): Sql => sql`${open} and s.valid_to = ${sql.lit(FOREVER)} and s.valid_from > ${day}`;
const endedBy = (day: number): Sql =>
  sql`${open} and s.valid_to > ${day} and s.valid_to < ${sql.lit(FOREVER)} and s.valid_from <= ${day}`;
const open = sql`s.known_to = ${sql.lit(FOREVER_SEQ)}`;
