import { sql } from 'kysely';
import { cellsAt } from '#database';
import { isKnown } from '../known.ts';
import type { Db, Point, Sql } from './conditions.ts';

/** Statements are kept ready by their text: lists of cells have one of a few lengths. */
const CELLS_STEP = 16;

/**
 * Reads in the cells that have a row that may hold at a point. What is known no more meanwhile may go to a cell that had
 * none: then anew.
 */
export async function inCells<T>(db: Db, point: Point, read: (cells: readonly number[]) => Promise<T>): Promise<T> {
  for (let cells = await cellsWith(db, point); ;) {
    const found = await read(cells);
    const now = await cellsWith(db, point);
    const before = new Set(cells);
    if (now.every((cell) => before.has(cell))) return found;
    cells = now;
  }
}

async function cellsWith(db: Db, { known, day }: Point): Promise<readonly number[]> {
  const { rows } = await sql<{ cell: number }>`
    ${listOf(cellsAt(known === 'latest' ? undefined : known, day))}
    select c.cell from cells c where exists (select 1 from segments s where s.cell = c.cell)`.execute(db);
  return rows.map(({ cell }) => Number(cell));
}

/** `with cells(cell) as …`, one row each; a cell without number has no rows. */
export function listOf(cells: readonly number[]): Sql {
  return sql`with cells(cell) as (values ${sql.join(padded(cells).map((cell) => sql`(cast(${cell} as bigint))`))})`;
}

export function within(cells: readonly number[]): Sql {
  return sql`s.cell in (${sql.join(padded(cells))})`;
}

/** Whether a row `s` of one of the point's cells holds at it. */
export function holdsAt({ known, day }: Point): Sql {
  return sql`${isKnown(known, 's')} and s.valid_from <= ${day} and s.valid_to > ${day}`;
}

function padded(cells: readonly number[]): readonly (number | null)[] {
  const length = Math.max(1, Math.ceil(cells.length / CELLS_STEP)) * CELLS_STEP;
  return [...cells, ...Array<null>(length - cells.length).fill(null)];
}
