import { sql } from 'kysely';
import { holdsAt, inCells, listOf, within } from './cells.ts';
import {
  all,
  RANKS,
  checkMany,
  ledBy,
  placedAt,
  standsAt,
  type Conditions,
  type Db,
  type Place,
  type Point,
  type Sql,
} from './conditions.ts';
import { beyond, beyondLed, columnsOf, inOrder, upTo, type Key, type Order } from './order.ts';
import { withId } from './rows.ts';
import type { LedgerSegment } from './segments.ts';

/** Where a page is looked for: how much at a time, and when another way there is better. */
export interface Effort {
  /** Up to this many projects that a filter leads to are fetched and sorted. */
  readonly candidatesMax: number;
  /** Up to this many where walking found too little. */
  readonly lateCandidatesMax: number;
  /** So many entries of the fullest cell are looked through first. */
  readonly entries: number;
  /** Where more are looked through at a time, what a filter leads to is read once and not looked up row by row. */
  readonly lookedUpMax: number;
  /** And not more than so many at a time, if there is another way. */
  readonly entriesMax: number;
  /** Up to this many rows of a place are looked through before any order is walked. */
  readonly placedMax: number;
  /** Up to this many segments with an end, the latest is found without the cells. */
  readonly endedFew: number;
}

export const EFFORT: Effort = {
  candidatesMax: 1_000,
  lateCandidatesMax: 4_000,
  entries: 96,
  lookedUpMax: 256,
  entriesMax: 4_096,
  placedMax: 5_000,
  endedFew: 1_000,
};
/** Entries grow by no more than this from one look to the next. */
const GROWTH_MAX = 8;
/** Looked for are a few more than a look before promises. */
const MARGIN = 1.3;

interface Asked {
  readonly db: Db;
  readonly point: Point;
  readonly conditions: Conditions;
  readonly order: Order;
}

/**
 * Rows of the ledger at any point, in order. Where a filter leads to few projects or few places, these are fetched and
 * sorted. Else the order is walked, all cells of the point together: in each the entries up to the same place, which is
 * set so that the fullest has a given number of them, and more the fewer rows were found. Where that finds too little,
 * the place or the filter leads after all. Rows to pass over are counted in the indexes, none of them is fetched. The way
 * there depends on the effort, the rows do not.
 */
export async function pageAt(asked: Asked, effort: Effort = EFFORT): Promise<LedgerSegment[]> {
  const [first] = asked.conditions.leads;
  if (first && first.n <= effort.candidatesMax) return led(asked);
  return inCells(asked.db, asked.point, (cells) => pageIn(asked, cells, effort));
}

async function pageIn(asked: Asked, cells: readonly number[], effort: Effort): Promise<LedgerSegment[]> {
  const { db, conditions } = asked;
  const { leads, place } = conditions;
  const [first] = leads;
  if (cells.length === 0) return [];
  const isRare = place.zoneId !== undefined || place.possibleStage !== undefined;
  if (isRare || (await isSmall(db, cells, place, effort.placedMax))) return placed(asked, cells);
  const { limit } = asked.order;
  const found: LedgerSegment[] = [];
  let order = begun(asked);
  if (order.offset > 0) {
    const after = await passedOver({ ...asked, order }, cells);
    if (!after) return [];
    order = { ...order, offset: 0, after };
  }
  let fullest: List | undefined;
  for (let { entries } = effort; ;) {
    const at = { ...asked, order };
    let end = fullest && (await entryOf(at, fullest, entries));
    if (!end) {
      const soonest = await fullestOf(at, cells, effort.entries);
      end = soonest && entries > effort.entries ? await entryOf(at, soonest, entries) : soonest;
      fullest = soonest;
    }
    const looked = await walked({ ...asked, order }, cells, { end, isLong: entries > effort.lookedUpMax });
    found.push(...looked);
    if (found.length >= limit || !end) return found;
    order = { ...order, after: end, limit: limit - found.length };
    const wanted = looked.length === 0 ? Infinity : (entries * order.limit * MARGIN) / looked.length;
    entries = Math.ceil(Math.min(entries * GROWTH_MAX, Math.max(entries, wanted)));
    if (entries <= effort.entriesMax) continue;
    if (placedAt(place).length > 0) return [...found, ...(await placed({ ...asked, order }, cells))];
    if (first && first.n <= effort.lateCandidatesMax) return [...found, ...(await led({ ...asked, order }))];
  }
}

/** Projects are numbered by the seq of their registration: from the last one downwards, those not known yet are left out. */
function begun({ order, point: { known } }: Asked): Order {
  const isFromLast = order.column === 'number' && order.descending && order.after === undefined;
  return isFromLast && known !== 'latest' ? { ...order, after: { value: known + 1, number: known + 1 } } : order;
}

async function led({ db, point, conditions: { place, leads }, order }: Asked): Promise<LedgerSegment[]> {
  const which = sql`${holdsAt(point)} ${all(standsAt(place))} ${ledBy(leads, sql`s.number`)} ${beyondLed(order)}`;
  const { rows } =
    await sql<LedgerSegment>`select ${withId('s')} from segments s where ${which} ${inOrder(order)}`.execute(db);
  return rows;
}

async function isSmall(db: Db, cells: readonly number[], place: Place, max: number): Promise<boolean> {
  const there = placedAt(place);
  if (there.length === 0) return false;
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (select 1 from segments s where ${within(cells)} ${all(there)} limit ${max + 1}) as few`.execute(
    db,
  );
  return Number(rows[0]?.n) <= max;
}

async function placed({ db, point, conditions: { place, leads }, order }: Asked, cells: readonly number[]) {
  const which = sql`${within(cells)} ${all(placedAt(place))} and ${holdsAt(point)} ${all(leads.map(checkMany))} ${beyondLed(order)}`;
  return fetched(db, order, sql`with found as materialized (${keysOf(order, sql`segments s where ${which}`)})`);
}

async function walked(
  { db, point, conditions: { place, leads }, order }: Asked,
  cells: readonly number[],
  { end, isLong }: { readonly end: Key | undefined; readonly isLong: boolean },
) {
  const checks = leads.map((lead) => (isLong ? checkMany(lead) : lead.check));
  const which = sql`${holdsAt(point)} ${beyond(order)} ${upTo(order, end)} ${all([...standing(place), ...checks])}`;
  const keys = keysOf(order, inPlaces(which));
  return fetched(db, order, sql`${listOf(cells)}, ${stagesOf(place)}, found as materialized (${keys})`);
}

/** The last of the rows to pass over; none where there are fewer. */
async function passedOver(
  { db, point, conditions: { place, leads }, order }: Asked,
  cells: readonly number[],
): Promise<Key | undefined> {
  const last = { ...order, limit: 1, offset: order.offset - 1 };
  const which = sql`${holdsAt(point)} ${beyond(order)} ${all([...standing(place), ...leads.map(checkMany)])}`;
  const { rows } = await sql<Key>`
    ${listOf(cells)}, ${stagesOf(place)}
    select ${valueOf(order)} as value, s.number from ${inPlaces(which)} ${inOrder(last)}`.execute(db);
  return rows[0];
}

function keysOf(order: Order, from: Sql): Sql {
  return sql`select ${sql.join(columnsOf(order, 's'))}, s.valid_from, s.known_from from ${from} ${inOrder(order)}`;
}

/** Each stage of each cell, side by side: an index has the rows of one in order. */
const PLACES = sql`cells c cross join stages t`;
const inPlace = sql`s.cell = c.cell and s.stage = t.stage`;
const inPlaces = (which: Sql): Sql => sql`${PLACES} cross join segments s where ${inPlace} and ${which}`;

/** The expression keeps the planner from going by place. */
const standing = ({ standing: of }: Place): Sql[] => (of === undefined ? [] : [sql`s.standing || '' = ${of}`]);

const stagesOf = ({ stages = RANKS }: Place): Sql =>
  sql`stages(stage) as (values ${sql.join(stages.map((rank) => sql`(${sql.lit(rank)})`))})`;

/** Keys first, from an index alone: only the rows of the page are fetched. */
async function fetched(db: Db, order: Order, withFound: Sql): Promise<LedgerSegment[]> {
  const { rows } = await sql<LedgerSegment>`
    ${withFound} select ${withId('s')} from found f join segments s
      on s.number = f.number and s.valid_from = f.valid_from and s.known_from = f.known_from ${inOrder({ ...order, offset: 0 })}`.execute(
    db,
  );
  return rows;
}

/** One stage of one cell. */
interface List {
  readonly cell: number;
  readonly stage: number;
}

/** The list that has its first entries soonest, and where; none where all have fewer. */
async function fullestOf(
  { db, order, conditions: { place } }: Asked,
  cells: readonly number[],
  entries: number,
): Promise<(List & Key) | undefined> {
  const direction = order.descending ? sql`desc` : sql`asc`;
  const last = { ...order, limit: 1 };
  const nth = (what: Sql) =>
    sql`(select ${what} from segments s where ${inPlace} ${beyond(order)} ${inOrder(last)} offset ${entries - 1})`;
  const { rows } = await sql<List & Key>`
    ${listOf(cells)}, ${stagesOf(place)}
    select cell, stage, value, number from (
      select c.cell, t.stage, ${nth(valueOf(order))} as value, ${nth(sql`s.number`)} as number from ${PLACES}
    ) as soon where value is not null order by value ${direction}, number ${direction} limit 1`.execute(db);
  return rows[0];
}

/** So many entries on in a list, or its last one where it has fewer; none where it has no more. */
async function entryOf({ db, order }: Asked, { cell, stage }: List, entries: number): Promise<Key | undefined> {
  const entry = async (last: Order, offset: number): Promise<Key | undefined> => {
    const { rows } = await sql<Key>`
      select ${valueOf(order)} as value, s.number from segments s where s.cell = ${cell} and s.stage = ${stage} ${beyond(order)}
      ${inOrder({ ...last, limit: 1 })} offset ${offset}`.execute(db);
    return rows[0];
  };
  return (await entry(order, entries - 1)) ?? (await entry({ ...order, descending: !order.descending }, 0));
}

const valueOf = ({ column }: Order): Sql => sql.ref(`s.${column}`);
