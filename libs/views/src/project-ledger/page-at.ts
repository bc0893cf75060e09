import { sql } from 'kysely';
import { holdsAt, inCells, listOf, within } from './cells.ts';
import {
  all,
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
import type { LedgerSegment } from './segments.ts';

/** Which page: in what order, how many rows, and where the one before ended. */
export interface Order {
  readonly column: keyof LedgerSegment;
  readonly descending: boolean;
  readonly limit: number;
  readonly after: Key | undefined;
}

/** A row's place in an order. */
export interface Key {
  readonly value: string | number;
  readonly id: string;
}

/** Where a page is looked for: how much at a time, and when another way there is better. */
export interface Effort {
  /** Up to this many projects that a filter leads to are fetched and sorted. */
  readonly candidatesMax: number;
  /** Up to this many where walking found too little. */
  readonly lateCandidatesMax: number;
  /** So many entries of the fullest cell are looked through first. */
  readonly entries: number;
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
  entries: 128,
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
 * the place or the filter leads after all. The way there depends on the effort, the rows do not.
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
  if (place.zoneId !== undefined || (await isSmall(db, cells, place, effort.placedMax))) return placed(asked, cells);
  const { limit } = asked.order;
  const found: LedgerSegment[] = [];
  let order = begun(asked);
  for (let entries = effort.entries; ;) {
    const end = await endOf(db, cells, order, { first: effort.entries, entries });
    const looked = await walked({ ...asked, order }, cells, { end, isLong: entries > effort.entriesMax });
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
  return isFromLast && known !== 'latest' ? { ...order, after: { value: known + 1, id: '' } } : order;
}

async function led({ db, point, conditions: { place, leads }, order }: Asked): Promise<LedgerSegment[]> {
  const which = sql`${holdsAt(point)} ${all(standsAt(place))} ${ledBy(leads, sql`s.project_id`)} ${beyond(order)}`;
  const { rows } = await sql<LedgerSegment>`select s.* from segments s where ${which} ${inOrder(order)}`.execute(db);
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
  const which = sql`${within(cells)} ${all(placedAt(place))} and ${holdsAt(point)} ${all(leads.map(checkMany))} ${beyond(order)}`;
  return fetched(db, order, sql`with found as materialized (${keysOf(order, sql`segments s where ${which}`)})`);
}

/** The expressions keep the planner from going by place. */
async function walked(
  { db, point, conditions: { place, leads }, order }: Asked,
  cells: readonly number[],
  { end, isLong }: { readonly end: Key | undefined; readonly isLong: boolean },
) {
  const { stage, standing } = place;
  const there = [
    ...(stage === undefined ? [] : [sql`s.stage + 0 = ${stage}`]),
    ...(standing === undefined ? [] : [sql`s.standing || '' = ${standing}`]),
  ];
  const checks = leads.map((lead) => (isLong ? checkMany(lead) : lead.check));
  const which = sql`${holdsAt(point)} ${beyond(order)} ${upTo(order, end)} ${all([...there, ...checks])}`;
  const keys = keysOf(order, sql`cells c cross join segments s where s.cell = c.cell and ${which}`);
  return fetched(db, order, sql`${listOf(cells)}, found as materialized (${keys})`);
}

function keysOf(order: Order, from: Sql): Sql {
  return sql`select s.project_id, s.valid_from, s.known_from, ${sql.ref(`s.${order.column}`)} from ${from} ${inOrder(order)}`;
}

/** Keys first, from an index alone: only the rows of the page are fetched. */
async function fetched(db: Db, order: Order, withFound: Sql): Promise<LedgerSegment[]> {
  const { rows } = await sql<LedgerSegment>`
    ${withFound} select s.* from found f join segments s
      on s.project_id = f.project_id and s.valid_from = f.valid_from and s.known_from = f.known_from ${inOrder(order)}`.execute(
    db,
  );
  return rows;
}

/** The last key to look at: so many entries on in the cell that has its `first` entries soonest; none where all have fewer. */
async function endOf(
  db: Db,
  cells: readonly number[],
  order: Order,
  { first, entries }: { readonly first: number; readonly entries: number },
): Promise<Key | undefined> {
  const column = sql.ref(`s.${order.column}`);
  const direction = order.descending ? sql`desc` : sql`asc`;
  const nth = (what: Sql) =>
    sql`(select ${what} from segments s where s.cell = c.cell ${beyond(order)} ${inOrder({ ...order, limit: 1 })} offset ${first - 1})`;
  const soonest = await sql<Key & { cell: number }>`
    ${listOf(cells)}
    select cell, value, id from (select c.cell, ${nth(column)} as value, ${nth(sql`s.project_id`)} as id from cells c) as soon
    where value is not null order by value ${direction}, id ${direction} limit 1`.execute(db);
  const [at] = soonest.rows;
  if (!at || entries === first) return at;
  const entry = async (last: Order, offset: number): Promise<Key | undefined> => {
    const { rows } = await sql<Key>`
      select ${column} as value, s.project_id as id from segments s where s.cell = ${at.cell} ${beyond(order)}
      ${inOrder({ ...last, limit: 1 })} offset ${offset}`.execute(db);
    return rows[0];
  };
  return (await entry(order, entries - 1)) ?? (await entry({ ...order, descending: !order.descending }, 0));
}

function inOrder({ column, descending, limit }: Order): Sql {
  const direction = descending ? sql`desc` : sql`asc`;
  return sql`order by s.${sql.ref(column)} ${direction}, s.project_id ${direction} limit ${limit}`;
}

function beyond({ column, descending, after }: Order): Sql {
  return after ? compared(column, descending ? '<' : '>', after) : sql``;
}

function upTo({ column, descending }: Order, end: Key | undefined): Sql {
  return end ? compared(column, descending ? '>=' : '<=', end) : sql``;
}

function compared(column: string, sign: '<' | '>' | '<=' | '>=', { value, id }: Key): Sql {
  return sql`and (${sql.ref(`s.${column}`)}, s.project_id) ${sql.raw(sign)} (${value}, ${id})`;
}
