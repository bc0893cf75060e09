import { sql } from 'kysely';
import { cellRanges } from '#database';
import { dayFromNumber } from '#kernel';
import { all, placedAt, placeOf, standsAt, type Db, type LedgerFilter } from './conditions.ts';
import { sumOf, type CountedSum, type SumRow } from './queries.ts';
import { boundsOf, meets, SPAN, type SeriesPoint, type Span } from './series-points.ts';
import { spansOf } from './series-spans.ts';

export type { SeriesPoint } from './series-points.ts';

/** More are no curve that anybody looks at. */
export const POINTS_MAX = 400;
/** Projects whose rows are in memory at a time. */
const PROJECTS_AT_ONCE = 500;

/** Sums of all zones together. */
export type SeriesSum = Omit<CountedSum, 'zoneId'>;

/** What begins to count at a point, or ends to: the sums of it, ending ones below 0. */
type Turn = Omit<SumRow, 'zone_id'> & { readonly i: number };

/**
 * The sums at each of some points. A row counts from one point up to another, so that each is looked at once, however many
 * points there are: the sums at a point are those at the one before and what turns at it.
 */
export async function ledgerSeries(
  db: Db,
  filter: LedgerFilter,
  points: readonly SeriesPoint[],
): Promise<SeriesSum[][]> {
  if (points.length === 0) return [];
  if (points.length > POINTS_MAX) throw new RangeError(`a series of ${points.length} points`);
  const spans = await spansOf(db, filter, points);
  const turns = spans ? await turnsOf(db, filter, points, spans) : await allTurns(db, filter, points);
  const running = new Map<string, Turn>();
  const byPoint = Map.groupBy(turns, ({ i }) => Number(i));
  return points.map(({ day }, i) => {
    for (const turn of byPoint.get(i) ?? []) {
      const { stage, possible_stage, standing, invested_year } = turn;
      const key = `${stage} ${possible_stage} ${standing} ${invested_year}`;
      running.set(key, added(running.get(key), turn));
    }
    const year = Number(dayFromNumber(day).slice(0, 4));
    return [...running.values()].filter(({ n }) => n !== 0).map((turn) => sumOf({ ...turn, zone_id: '' }, year));
  });
}

function added(sum: Turn | undefined, turn: Turn): Turn {
  const fen = (of: 'total_fen' | 'invested_in_year_fen' | 'invested_fen') => BigInt(sum?.[of] ?? 0) + BigInt(turn[of]);
  return {
    ...turn,
    n: (sum?.n ?? 0) + Number(turn.n),
    parts: (sum?.parts ?? 0) + Number(turn.parts),
    total_fen: fen('total_fen'),
    invested_in_year_fen: fen('invested_in_year_fen'),
    invested_fen: fen('invested_fen'),
  };
}

const GROUP = sql`stage, possible_stage, standing, invested_year`;
/** So that every expression of the rows below is worked out once. */
const EACH_ONCE = sql`limit ${sql.lit(Number.MAX_SAFE_INTEGER)}`;

/** All rows that count at one of the points at least, summed up by the points at which they begin and end to count. */
async function allTurns(db: Db, filter: LedgerFilter, points: readonly SeriesPoint[]): Promise<Turn[]> {
  const [from, to] = [points[0] as SeriesPoint, points.at(-1) as SeriesPoint];
  const ranges = cellRanges([from.seq, to.seq], [from.day, to.day]).map(
    ({ first, last }) => sql`(cast(${first} as bigint), cast(${last} as bigint))`,
  );
  const { rows } = await sql<Turn>`
    with cells(first, last) as (values ${sql.join(ranges)}),
    bounds as (
      select ${boundsOf(points)}, ${SUMMED} from cells c join segments s on s.cell between c.first and c.last
      where ${meets('s', points)} ${all(placedAt(placeOf(filter)))} ${EACH_ONCE}
    ),
    spans as (select ${SPAN}, b.* from bounds b ${EACH_ONCE}),
    turns as (
      select case when sign > 0 then starts else ends end as i, sign, s.* from spans s, (select 1 as sign union all select -1) as signs
      where starts < ends and (sign > 0 or ends < ${points.length})
    )
    select i, ${GROUP}, sum(sign) as n, sum(sign * part) as parts, sum(sign * total_fen) as total_fen,
      sum(sign * invested_in_year_fen) as invested_in_year_fen, sum(sign * invested_fen) as invested_fen
    from turns group by i, ${GROUP}`.execute(db);
  return rows;
}

const SUMMED = sql`s.stage, coalesce(s.possible_stage, -1) as possible_stage, s.standing, s.invested_year,
  case when s.part_of is null then 0 else 1 end as part, case when s.total_fen < 0 then 0 else s.total_fen end as total_fen,
  s.invested_in_year_fen, s.invested_fen`;

/** Where what else is asked for is fulfilled at some points and not at others: project by project. */
async function turnsOf(
  db: Db,
  filter: LedgerFilter,
  points: readonly SeriesPoint[],
  spans: ReadonlyMap<string, readonly Span[]>,
): Promise<Turn[]> {
  type Row = Omit<SumRow, 'zone_id' | 'n' | 'parts'> & {
    project_id: string;
    part: number;
    starts: number;
    ends: number;
  };
  const ids = [...spans.keys()];
  const turns = new Map<string, Turn>();
  for (let done = 0; done < ids.length; done += PROJECTS_AT_ONCE) {
    const { rows } = await sql<Row>`
      select project_id, ${SPAN}, ${GROUP}, part, total_fen, invested_in_year_fen, invested_fen from (
        select s.project_id, ${boundsOf(points)}, ${SUMMED} from segments s
        where s.project_id in (${sql.join(ids.slice(done, done + PROJECTS_AT_ONCE))}) and ${meets('s', points)}
          ${all(standsAt(placeOf(filter)))} ${EACH_ONCE}
      ) as b`.execute(db);
    for (const { project_id, part, starts, ends, ...row } of rows) {
      for (const span of spans.get(project_id) ?? []) {
        const [first, end] = [Math.max(span.starts, Number(starts)), Math.min(span.ends, Number(ends))];
        if (first >= end) continue;
        for (const [i, sign] of [
          [first, 1],
          [end, -1],
        ] as const) {
          const key = `${i} ${row.stage} ${row.possible_stage} ${row.standing} ${row.invested_year}`;
          turns.set(key, added(turns.get(key), signed({ ...row, i, n: 1, parts: Number(part) }, sign)));
        }
      }
    }
  }
  return [...turns.values()];
}

function signed(turn: Turn, sign: 1 | -1): Turn {
  const fen = (of: 'total_fen' | 'invested_in_year_fen' | 'invested_fen') => BigInt(sign) * BigInt(turn[of]);
  const money = {
    total_fen: fen('total_fen'),
    invested_in_year_fen: fen('invested_in_year_fen'),
    invested_fen: fen('invested_fen'),
  };
  return { ...turn, n: sign * turn.n, parts: sign * turn.parts, ...money };
}
