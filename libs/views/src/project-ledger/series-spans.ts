import { sql } from 'kysely';
import { holdersIn, rarestOf, says, type Db, type Holding, type LedgerFilter, type Sql } from './conditions.ts';
import { boundsOf, meets, SPAN, type SeriesPoint, type Span } from './series-points.ts';

/** How much of the ledger is looked at, and how. */
export interface SeriesEffort {
  /** Projects whose rows are in memory at a time. */
  readonly atOnce: number;
  /** What leads to more of them leads nowhere: all are looked at. */
  readonly ledMax: number;
}

export const SERIES_EFFORT: SeriesEffort = { atOnce: 250, ledMax: 20_000 };

/** Rows `t` that a project has at some points and not at others, in a table with the bounds of all bitemporal rows. */
export interface Asked {
  readonly table: 'roles' | 'key_lists' | 'words';
  /** What they are found by. */
  readonly found: Sql;
  /** The same to be looked at in the rows of some projects, kept from leading to those of all. */
  readonly check: Sql;
  /** Asked for are the points at which a project has none of these rows. */
  readonly isNot?: boolean;
}

/** What the filter asks for of whom projects are held by, which list they are on and what they say. */
export async function askedOf(db: Db, filter: LedgerFilter): Promise<Asked[]> {
  return [...holdersIn(filter).map(heldBy), ...listed(filter), ...(await saying(db, filter))];
}

function heldBy({ holderId, roles }: Holding): Asked {
  const inRole = sql`t.role in (${sql.join(roles)})`;
  if (holderId === null) return { table: 'roles', found: inRole, check: inRole, isNot: true };
  return {
    table: 'roles',
    found: sql`t.holder_id = ${holderId} and ${inRole}`,
    check: sql`coalesce(t.holder_id, '') = ${holderId} and ${inRole}`,
  };
}

function listed({ keyList }: LedgerFilter): Asked[] {
  if (keyList === undefined) return [];
  const { year, level, category } = keyList;
  const also = category === undefined ? sql`` : sql`and t.category = ${category}`;
  return [
    {
      table: 'key_lists',
      found: sql`t.year = ${year} and t.level = ${level} ${also}`,
      check: sql`t.year + 0 = ${year} and t.level = ${level} ${also}`,
    },
  ];
}

async function saying(db: Db, { text }: LedgerFilter): Promise<Asked[]> {
  if (text === undefined) return [];
  const grams = (await rarestOf(db, text))?.which ?? sql`1 = 0`;
  const check = says('t', text);
  const found = sql`t.number in (select g.number from grams g where ${grams}) and ${check}`;
  return [{ table: 'words', found, check }];
}

/** The projects that may have all that is asked for, some at a time: those that one of it leads to, else every one. */
export async function* candidates(
  db: Db,
  asked: readonly Asked[],
  points: readonly SeriesPoint[],
  { atOnce, ledMax }: SeriesEffort,
): AsyncGenerator<number[]> {
  const led = await ledBy(db, asked, points, ledMax);
  if (led) {
    for (let done = 0; done < led.length; done += atOnce) yield led.slice(done, done + atOnce);
    return;
  }
  for (let last: number | undefined = 0; last !== undefined;) {
    const { rows }: { rows: { number: number }[] } = await sql<{ number: number }>`
      select distinct number from projects where number > ${last} order by number limit ${atOnce}`.execute(db);
    const numbers = rows.map(({ number }) => Number(number));
    if (numbers.length > 0) yield numbers;
    last = numbers.length < atOnce ? undefined : numbers.at(-1);
  }
}

async function ledBy(
  db: Db,
  asked: readonly Asked[],
  points: readonly SeriesPoint[],
  max: number,
): Promise<number[] | undefined> {
  for (const { table, found, isNot } of asked) {
    if (isNot) continue;
    const { rows } = await sql<{ number: number }>`
      select distinct t.number from ${sql.table(table)} t where ${found} and ${meets('t', points)}
      limit ${max + 1}`.execute(db);
    if (rows.length <= max) return rows.map(({ number }) => Number(number)).sort((a, b) => a - b);
  }
  return undefined;
}

/** At which points each of some projects has all that is asked for: its spans are in order and do not touch. */
export async function spansOf(
  db: Db,
  asked: readonly Asked[],
  points: readonly SeriesPoint[],
  numbers: readonly number[],
): Promise<ReadonlyMap<number, readonly Span[]>> {
  let spans = new Map<number, readonly Span[]>(numbers.map((number) => [number, [{ starts: 0, ends: points.length }]]));
  for (const one of asked) {
    if (spans.size === 0) break;
    const found = await spansIn(db, one, points, [...spans.keys()]);
    const both = [...spans].map(([number, before]) => {
      const own = found.get(number) ?? [];
      return [number, intersection(before, one.isNot ? complement(own, points.length) : own)] as const;
    });
    spans = new Map(both.filter(([, common]) => common.length > 0));
  }
  return spans;
}

async function spansIn(
  db: Db,
  { table, check }: Asked,
  points: readonly SeriesPoint[],
  numbers: readonly number[],
): Promise<ReadonlyMap<number, readonly Span[]>> {
  const { rows } = await sql<Span & { number: number }>`
    select number, ${SPAN} from (
      select t.number, ${boundsOf(points)} from ${sql.table(table)} t
      where t.number in (${sql.join(numbers)}) and ${check} and ${meets('t', points)}
    ) as b`.execute(db);
  const spans = rows.map(({ number, starts, ends }) => ({
    project: Number(number),
    starts: Number(starts),
    ends: Number(ends),
  }));
  const found = Map.groupBy(
    spans.filter(({ starts, ends }) => starts < ends),
    ({ project }) => project,
  );
  return new Map([...found].map(([project, of]) => [project, union(of)]));
}

function complement(spans: readonly Span[], points: number): Span[] {
  const bounds = [0, ...spans.flatMap(({ starts, ends }) => [starts, ends]), points];
  const gaps = bounds.flatMap((starts, i) => (i % 2 === 0 ? [{ starts, ends: bounds[i + 1] as number }] : []));
  return gaps.filter(({ starts, ends }) => starts < ends);
}

function union(spans: readonly Span[]): Span[] {
  const joined: { starts: number; ends: number }[] = [];
  for (const { starts, ends } of spans.toSorted((a, b) => a.starts - b.starts)) {
    const last = joined.at(-1);
    if (last && starts <= last.ends) last.ends = Math.max(last.ends, ends);
    else joined.push({ starts, ends });
  }
  return joined;
}

function intersection(one: readonly Span[], other: readonly Span[]): Span[] {
  const common = one.flatMap((a) =>
    other.map((b) => ({ starts: Math.max(a.starts, b.starts), ends: Math.min(a.ends, b.ends) })),
  );
  return common.filter(({ starts, ends }) => starts < ends);
}
