import { setImmediate as turn } from 'node:timers/promises';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { EventLogTables, LoggedRow } from './schema.ts';

type Db = Kysely<EventLogTables>;
type Sql = RawBuilder<unknown>;

const NUMBER = sql`seq`;

/** Which events: every field narrows. */
export interface LogFilter {
  readonly subject?: string | undefined;
  readonly batch?: string | undefined;
  readonly types?: readonly string[] | undefined;
  readonly actor?: string | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly source?: string | undefined;
  /** Filed later than this, and not later than that: instants in UTC. */
  readonly filedAfter?: string | undefined;
  readonly filedUntil?: string | undefined;
}

export interface LogPage {
  readonly filter: LogFilter;
  /** The first and the last number that may be on it. */
  readonly first: number;
  readonly last: number;
  readonly descending: boolean;
  readonly limit: number;
}

/** Which way leads to the rows; the rows are the same. */
interface LogEffort {
  /** Up to so many events that an index leads to are looked at one by one. */
  readonly few: number;
  /** Of more, so many before others get their turn: a rare combination in a long log takes longer, and holds up nobody. */
  readonly lookedAtOnce: number;
}
const EFFORT: LogEffort = { few: 2_000, lookedAtOnce: 2_000 };

/** Events in the order of the log, or the other way round. The way there depends on the filter, the rows do not. */
export async function logPage(db: Db, page: LogPage, effort = EFFORT): Promise<LoggedRow[]> {
  const ways = waysTo(page.filter);
  const [only] = ways;
  if (!only) return rowsIn(db, page, [sql`1 = 1`]);
  if (ways.length === 1 && only.inOrder) return rowsIn(db, page, [only.leading]);
  const counts = await Promise.all(ways.map(async (way) => ({ way, n: await counted(db, way, page, effort.few) })));
  const [rarest, ...others] = counts.sort((a, b) => a.n - b.n);
  if (!rarest) return [];
  const conditions = [rarest.way.leading, ...others.map(({ way }) => way.looked)];
  if (rarest.n < effort.few) return rowsIn(db, page, conditions, rarest.way.number);
  const rows: LoggedRow[] = [];
  let { first, last } = page;
  while (first <= last && rows.length < page.limit) {
    const part = page.descending
      ? { first: Math.max(first, last - effort.lookedAtOnce + 1), last }
      : { first, last: Math.min(last, first + effort.lookedAtOnce - 1) };
    rows.push(...(await rowsIn(db, { ...page, ...part, limit: page.limit - rows.length }, conditions)));
    if (page.descending) last = part.first - 1;
    else first = part.last + 1;
    await turn();
  }
  return rows;
}

async function rowsIn(
  db: Db,
  { first, last, descending, limit }: Omit<LogPage, 'filter'>,
  conditions: readonly Sql[],
  number: Sql = NUMBER,
): Promise<LoggedRow[]> {
  const { rows } = await sql<LoggedRow>`
    select * from events where ${number} >= ${first} and ${number} <= ${last} and ${sql.join(conditions, sql` and `)}
    order by ${number} ${descending ? sql`desc` : sql`asc`} limit ${limit}`.execute(db);
  return rows;
}

/** A column with an index of its own, and what is asked of it. */
interface Way {
  /** An index may lead by it. */
  readonly leading: Sql;
  /** The same of rows that are looked at: the expression keeps an index from leading by it. */
  readonly looked: Sql;
  /** The number of an event, where few rows lead: said so that no index of numbers is taken instead. */
  readonly number: Sql;
  /** The index has its rows in the order of the log. */
  readonly inOrder: boolean;
}

function waysTo({ subject, batch, types, actor, categories, source, filedAfter, filedUntil }: LogFilter): Way[] {
  const one = (value: string | undefined): readonly string[] | undefined => (value === undefined ? undefined : [value]);
  const asked = {
    subject_id: one(subject),
    batch: one(batch),
    type: types,
    actor_id: one(actor),
    category: categories,
    source_kind: one(source),
  };
  const among = Object.entries(asked).flatMap(([column, values]) => (values ? [oneOf(column, values)] : []));
  const isFiled = filedAfter !== undefined || filedUntil !== undefined;
  return isFiled ? [...among, filedBetween(filedAfter ?? BEFORE_ALL, filedUntil ?? AFTER_ALL)] : among;
}

const [BEFORE_ALL, AFTER_ALL] = ['', '~'] as const;

function oneOf(column: string, values: readonly string[]): Way {
  const [name, among] = [sql.ref(column), sql.join(values)];
  return {
    leading: sql`${name} in (${among})`,
    looked: sql`${name} || '' in (${among})`,
    number: NUMBER,
    inOrder: values.length === 1,
  };
}

function filedBetween(after: string, until: string): Way {
  return {
    leading: sql`filed_at > ${after} and filed_at <= ${until}`,
    looked: sql`filed_at || '' > ${after} and filed_at || '' <= ${until}`,
    number: sql`seq + 0`,
    inOrder: false,
  };
}

async function counted(db: Db, way: Way, { first, last }: LogPage, few: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (
      select 1 from events where ${way.leading} and seq >= ${first} and seq <= ${last} limit ${few}
    ) as few`.execute(db);
  return Number(rows[0]?.n);
}

/** One event, by its number or its id; undefined where there is none. */
export async function eventWith(
  db: Db,
  which: { readonly seq: number } | { readonly id: string },
): Promise<LoggedRow | undefined> {
  const query = db.selectFrom('events').selectAll();
  return 'seq' in which
    ? query.where('seq', '=', which.seq).executeTakeFirst()
    : query.where('event_id', '=', which.id).executeTakeFirst();
}

/** The last revision of an event's stream that was known. */
export async function lastRevision(db: Db, { subject_id, category }: LoggedRow, known: number): Promise<number> {
  const row = await ofStream(db, { subject_id, category })
    .where('seq', '<=', known)
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow();
  return row.revision;
}

/** An event of the same stream. */
export interface Neighbour {
  readonly seq: number;
  readonly id: string;
  readonly type: string;
}

/** The events right before and after one in its stream, as far as was known; null where there is none. */
export async function neighboursOf(
  db: Db,
  row: LoggedRow,
  known: number,
): Promise<{ readonly previous: Neighbour | null; readonly following: Neighbour | null }> {
  const previous = await ofStream(db, row).where('seq', '<', row.seq).orderBy('seq', 'desc').executeTakeFirst();
  const following = await ofStream(db, row)
    .where('seq', '>', row.seq)
    .where('seq', '<=', known)
    .orderBy('seq')
    .executeTakeFirst();
  return { previous: neighbour(previous), following: neighbour(following) };
}

function neighbour(row: Pick<LoggedRow, 'seq' | 'event_id' | 'type'> | undefined): Neighbour | null {
  return row ? { seq: row.seq, id: row.event_id, type: row.type } : null;
}

function ofStream(db: Db, { subject_id, category }: Pick<LoggedRow, 'subject_id' | 'category'>) {
  const query = db.selectFrom('events').select(['seq', 'revision', 'event_id', 'type']).limit(1);
  return query.where('subject_id', '=', subject_id).where('category', '=', category);
}
