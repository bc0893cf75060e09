import { sql } from 'kysely';
import { holdersIn, rarestOf, says, type Db, type Holding, type LedgerFilter, type Sql } from './conditions.ts';
import { boundsOf, meets, SPAN, type SeriesPoint, type Span } from './series-points.ts';

type Spans = ReadonlyMap<number, readonly Span[]>;

/**
 * At which points each project is held by whom the filter names, is on the list and says the text; none where the filter
 * asks for nothing of that kind. A project's spans are in order and do not touch.
 */
export async function spansOf(
  db: Db,
  filter: LedgerFilter,
  points: readonly SeriesPoint[],
): Promise<Spans | undefined> {
  const asked = [...holdersIn(filter).map(heldBy), ...listed(filter), ...(await saying(db, filter))];
  let spans: Spans | undefined;
  for (const { isNot, ...of } of asked) {
    const read = await spansIn(db, of, points);
    const found = isNot ? await otherwise(db, read, points) : read;
    spans = spans ? intersection(spans, found) : found;
  }
  return spans;
}

/** Rows `t` of a table that has the bounds of all bitemporal rows. */
interface Rows {
  readonly table: 'roles' | 'key_lists' | 'words';
  readonly which: Sql;
  /** Asked for are the points at which a project has none of these rows. */
  readonly isNot?: boolean;
}

function heldBy({ holderId, roles }: Holding): Rows {
  const inRole = sql`t.role in (${sql.join(roles)})`;
  if (holderId === null) return { table: 'roles', which: inRole, isNot: true };
  return { table: 'roles', which: sql`t.holder_id = ${holderId} and ${inRole}` };
}

function listed({ keyList }: LedgerFilter): Rows[] {
  if (keyList === undefined) return [];
  const { year, level, category } = keyList;
  const also = category === undefined ? sql`` : sql`and t.category = ${category}`;
  return [{ table: 'key_lists', which: sql`t.year = ${year} and t.level = ${level} ${also}` }];
}

async function saying(db: Db, { text }: LedgerFilter): Promise<Rows[]> {
  if (text === undefined) return [];
  const grams = (await rarestOf(db, text))?.which ?? sql`1 = 0`;
  const which = sql`t.number in (select g.number from grams g where ${grams}) and ${says('t', text)}`;
  return [{ table: 'words', which }];
}

async function spansIn(db: Db, { table, which }: Rows, points: readonly SeriesPoint[]): Promise<Spans> {
  const { rows } = await sql<Span & { number: number }>`
    select number, ${SPAN} from (
      select t.number, ${boundsOf(points)} from ${sql.table(table)} t where ${which} and ${meets('t', points)}
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

/** All other points of every project. */
async function otherwise(db: Db, spans: Spans, points: readonly SeriesPoint[]): Promise<Spans> {
  const { rows } = await sql<{ number: number }>`select number from projects`.execute(db);
  const numbers = new Set(rows.map(({ number }) => Number(number)));
  return new Map([...numbers].map((number) => [number, complement(spans.get(number) ?? [], points.length)]));
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

function intersection(one: Spans, other: Spans): Spans {
  const both = [...one].map(([project, spans]) => {
    const common = spans.flatMap((a) =>
      (other.get(project) ?? []).map((b) => ({ starts: Math.max(a.starts, b.starts), ends: Math.min(a.ends, b.ends) })),
    );
    return [project, common.filter(({ starts, ends }) => starts < ends)] as const;
  });
  return new Map(both.filter(([, spans]) => spans.length > 0));
}
