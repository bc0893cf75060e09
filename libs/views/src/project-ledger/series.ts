import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { cellRanges, cellsAt, OPEN_CELL, type CellRange } from '#database';
import { dayFromNumber } from '#kernel';
import type { Standing } from '#ledger';
import {
  all,
  placedAt,
  placeOf,
  RANKS,
  standsAt,
  STANDINGS,
  type Db,
  type LedgerFilter,
  type Sql,
} from './conditions.ts';
import { sumOf, type CountedSum, type SumRow } from './queries.ts';
import { boundsOf, holdsOnceKnown, meets, SPAN, type SeriesPoint, type Span } from './series-points.ts';
import { askedOf, candidates, SERIES_EFFORT, spansOf, type Asked, type SeriesEffort } from './series-spans.ts';

export type { SeriesPoint } from './series-points.ts';

/** More are no curve that anybody looks at. */
export const POINTS_MAX = 400;
/** Into so many statements the rows of one length are parted: what each sorts fits into the cache, and none takes long. */
const RANGE_PARTS = 16;

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
  effort: SeriesEffort = SERIES_EFFORT,
): Promise<SeriesSum[][]> {
  if (points.length === 0) return [];
  if (points.length > POINTS_MAX) throw new RangeError(`a series of ${points.length} points`);
  const asked = await askedOf(db, filter);
  const turns =
    asked.length > 0 ? await turnsOf(db, { filter, points, asked, effort }) : await allTurns(db, filter, points);
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

/**
 * All rows that count at one of the points at least, summed up by the points at which they begin and end to count: some
 * cells at a time, which have few such points in common, and in between others get their turn.
 */
async function allTurns(db: Db, filter: LedgerFilter, points: readonly SeriesPoint[]): Promise<Turn[]> {
  const turns = new Turns(points.length);
  const place = placeOf(filter);
  for (const { ranges, which, stages = place.stages } of sharesOf(points, place.stages ?? RANKS)) {
    const { rows } = await sql<Summed>`
      with cells(first, last) as (values ${sql.join(ranges.map(rangeRow))}),
      bounds as (
        select ${boundsOf(points)}, ${SUMMED} from cells c join segments s on s.cell between c.first and c.last
        where ${meets('s', points)} ${which} ${all(placedAt({ ...place, stages }))} ${EACH_ONCE}
      ),
      spans as (select ${SPAN}, b.* from bounds b ${EACH_ONCE})
      select ${TOGETHER} as together, count(*) as n, sum(part) as parts, sum(total_fen) as total_fen,
        sum(invested_in_year_fen) as invested_in_year_fen, sum(invested_fen) as invested_fen
      from spans where starts < ends group by together`.execute(db);
    for (const { together, ...sums } of rows) {
      const { starts, ends, ...place } = apart(Number(together));
      turns.count({ ...place, ...sums }, { starts, ends });
    }
    await nextTurn();
  }
  return turns.all();
}

/** Sums of what is counted together. */
type Summed = Omit<SumRow, 'zone_id' | keyof Place> & { readonly together: number | bigint };
type Place = Pick<SumRow, 'stage' | 'possible_stage' | 'standing' | 'invested_year'>;

/** What is counted together as one number, which is sorted by in half the time of six columns. */
const [POINTS, STAGES_MAX, YEARS] = [512, 16, 10_000];
const TOGETHER = sql.raw(
  `((((starts * ${POINTS} + ends) * ${STAGES_MAX} + stage) * ${STAGES_MAX} + possible_stage + 1) * ${STANDINGS.length}
    + case standing when '${STANDINGS[0]}' then 0 when '${STANDINGS[1]}' then 1 else 2 end) * ${YEARS} + invested_year`,
);

function apart(together: number): Place & Span {
  let rest = together;
  const taken = (below: number): number => {
    const part = rest % below;
    rest = (rest - part) / below;
    return part;
  };
  const invested_year = taken(YEARS);
  const standing = STANDINGS[taken(STANDINGS.length)] as Standing;
  const possible_stage = taken(STAGES_MAX) - 1;
  const stage = taken(STAGES_MAX);
  const ends = taken(POINTS);
  return { starts: rest, ends, stage, possible_stage, standing, invested_year };
}

const rangeRow = ({ first, last }: CellRange): Sql => sql`(cast(${first} as bigint), cast(${last} as bigint))`;

/** What one statement reads: rows of some cells, of some stages only. */
interface Share {
  readonly ranges: readonly CellRange[];
  readonly which: Sql;
  readonly stages?: readonly number[];
}

/**
 * What all statements read. Meanwhile rows without end that were still known at the last point may become known no more, and
 * go to another cell: these are read from all their cells by one statement for each stage, and every row once.
 */
function sharesOf(points: readonly SeriesPoint[], ranks: readonly number[]): Share[] {
  const [from, to] = [points[0] as SeriesPoint, points.at(-1) as SeriesPoint];
  const days = [from.day, to.day] as const;
  const between = cellRanges([from.seq, to.seq], days);
  const endless = from.seq === to.seq ? [] : between.filter(({ first }) => first > OPEN_CELL).flatMap(parted);
  // Of a cell the index has each stage side by side.
  const held = cellsAt(to.seq, to.day).flatMap((cell) => (cell < OPEN_CELL ? [] : [{ first: cell, last: cell }]));
  const ended = between.filter(({ first }) => first < OPEN_CELL).flatMap(parted);
  return [
    ...ranks.map((rank) => ({
      ranges: held,
      which: sql`and s.cell = c.first and s.known_to > ${to.seq}`,
      stages: [rank],
    })),
    ...endless.map((range) => ({ ranges: [range], which: sql`and s.known_to <= ${to.seq}` })),
    ...ended.map((range) => ({ ranges: [range], which: sql`and ${holdsOnceKnown('s', points)}` })),
  ];
}

function parted({ first, last }: CellRange): CellRange[] {
  const step = Math.ceil((last - first + 1) / RANGE_PARTS);
  return Array.from({ length: Math.ceil((last - first + 1) / step) }, (_, i) => ({
    first: first + i * step,
    last: Math.min(last, first + (i + 1) * step - 1),
  }));
}

/** Sums of rows that count from one point up to another. */
type Turning = Omit<SumRow, 'zone_id'> & Span;

/** What turns at which point, by place. */
class Turns {
  private readonly turns = new Map<string, Turn>();
  private readonly points: number;

  constructor(points: number) {
    this.points = points;
  }

  count(row: Omit<SumRow, 'zone_id'>, { starts, ends }: Span): void {
    this.add(row, starts, 1);
    if (ends < this.points) this.add(row, ends, -1);
  }

  all(): Turn[] {
    return [...this.turns.values()];
  }

  private add(row: Omit<SumRow, 'zone_id'>, i: number, sign: 1 | -1): void {
    const key = `${i} ${row.stage} ${row.possible_stage} ${row.standing} ${row.invested_year}`;
    this.turns.set(key, added(this.turns.get(key), signed({ ...row, i }, sign)));
  }
}

const SUMMED = sql`s.stage, coalesce(s.possible_stage, -1) as possible_stage, s.standing, s.invested_year,
  case when s.part_of is null then 0 else 1 end as part, case when s.total_fen < 0 then 0 else s.total_fen end as total_fen,
  s.invested_in_year_fen, s.invested_fen`;

interface ByProject {
  readonly filter: LedgerFilter;
  readonly points: readonly SeriesPoint[];
  readonly asked: readonly Asked[];
  readonly effort: SeriesEffort;
}

/**
 * Where what else is asked for is fulfilled at some points and not at others: project by project, some at a time, and in
 * between others get their turn.
 */
async function turnsOf(db: Db, { filter, points, asked, effort }: ByProject): Promise<Turn[]> {
  type Row = Omit<Turning, 'n' | 'parts'> & { number: number; part: number };
  const turns = new Turns(points.length);
  for await (const numbers of candidates(db, asked, points, effort)) {
    const spans = await spansOf(db, asked, points, numbers);
    await nextTurn();
    if (spans.size === 0) continue;
    const { rows } = await sql<Row>`
      select number, ${SPAN}, ${GROUP}, part, total_fen, invested_in_year_fen, invested_fen from (
        select s.number, ${boundsOf(points)}, ${SUMMED} from segments s
        where s.number in (${sql.join([...spans.keys()])}) and ${meets('s', points)}
          ${all(standsAt(placeOf(filter)))} ${EACH_ONCE}
      ) as b`.execute(db);
    for (const row of rows) {
      for (const span of spans.get(Number(row.number)) ?? []) {
        const starts = Math.max(span.starts, Number(row.starts));
        const ends = Math.min(span.ends, Number(row.ends));
        if (starts < ends) turns.count({ ...row, n: 1, parts: row.part }, { starts, ends });
      }
    }
    await nextTurn();
  }
  return turns.all();
}

function signed(turn: Turn, sign: 1 | -1): Turn {
  const fen = (of: 'total_fen' | 'invested_in_year_fen' | 'invested_fen') => BigInt(sign) * BigInt(turn[of]);
  const money = {
    total_fen: fen('total_fen'),
    invested_in_year_fen: fen('invested_in_year_fen'),
    invested_fen: fen('invested_fen'),
  };
  return { ...turn, n: sign * Number(turn.n), parts: sign * Number(turn.parts), ...money };
}
