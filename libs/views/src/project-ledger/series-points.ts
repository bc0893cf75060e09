import { sql } from 'kysely';
import { FOREVER } from '#database';
import type { Sql } from './conditions.ts';

/** A point of a series: neither its seq nor its day (a day number) is before that of the point before it. */
export interface SeriesPoint {
  readonly seq: number;
  readonly day: number;
}

/** Points of a series by their numbers, half-open. */
export interface Span {
  readonly starts: number;
  readonly ends: number;
}

/** Whether a row may count at one of the points. */
export function meets(alias: string, points: readonly SeriesPoint[]): Sql {
  const [from, to] = [points[0] as SeriesPoint, points.at(-1) as SeriesPoint];
  const column = (name: string): Sql => sql.ref(`${alias}.${name}`);
  return sql`${column('known_from')} <= ${to.seq} and ${column('known_to')} > ${from.seq}
    and ${column('valid_from')} <= ${to.day} and ${column('valid_to')} > ${from.day}`;
}

/** The first point at which each bound of a row is reached. */
export function boundsOf(points: readonly SeriesPoint[]): Sql {
  const seqs = points.map(({ seq }) => seq);
  const days = points.map(({ day }) => day);
  return sql`${reached('known_from', seqs)} as known_at, ${reached('known_to', seqs)} as unknown_at,
    ${reached('valid_from', days)} as valid_at, ${reached('valid_to', days)} as invalid_at`;
}

/** From these a row counts from `starts` on, and no more from `ends` on. */
export const SPAN = sql`case when known_at > valid_at then known_at else valid_at end as starts,
  case when unknown_at < invalid_at then unknown_at else invalid_at end as ends`;

/**
 * Whether a row still holds on the day of the first point at which it is known. Most rows with an end became known after it:
 * at no point of a series along both clocks do they count, and this says so by two bounds of the four.
 */
export function holdsOnceKnown(alias: string, points: readonly SeriesPoint[]): Sql {
  const seqs = points.map(({ seq }) => seq);
  const days = points.map(({ day }) => sql`cast(${day} as bigint)`);
  return sql`${sql.ref(`${alias}.valid_to`)} > ${reached(`${alias}.known_from`, seqs, [...days, sql.lit(FOREVER)])}`;
}

/**
 * The number of the first of ascending values that is not below a column; how many there are where all are. Instead of its
 * number, one of as many results.
 */
function reached(
  column: string,
  values: readonly number[],
  results: readonly Sql[] = [...values.keys(), values.length].map((i) => sql.lit(i)),
): Sql {
  if (values[0] === values.at(-1))
    return sql`case when ${sql.ref(column)} <= ${values[0]} then ${results[0]} else ${results[values.length]} end`;
  const among = (low: number, high: number): Sql => {
    if (low === high) return results[low] as Sql;
    const middle = Math.floor((low + high) / 2);
    return sql`case when ${sql.ref(column)} <= ${values[middle]} then ${among(low, middle)} else ${among(middle + 1, high)} end`;
  };
  return among(0, values.length);
}
