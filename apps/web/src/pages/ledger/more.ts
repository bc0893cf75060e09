import { read, type Answer, type Schemas } from '../../api/client.ts';
import type { Point } from '../../time/point.ts';
import { useOfRows } from './of-rows.ts';
import type { Rows } from './rows.ts';

/** What a row shows beside the list's own fields: milestones, the year's figures, what is missing and found. */
export type More = Schemas['ColumnsItemShape'];

const IDS_MAX = 100;
const PATH = '/api/projects/columns';
const COLUMNS = { path: PATH, found: ({ items }: Answer<typeof PATH>) => items } as const;
const ALL = {};

/** The further columns of the rows in sight, and of those that were in sight before. */
export const useMore = (rows: Rows, wanted: boolean): ReadonlyMap<string, More> =>
  useOfRows(rows, COLUMNS, ALL, wanted);

/** The further columns of many rows at once, for what is copied out. */
export async function readMore(ids: readonly string[], point: Point): Promise<ReadonlyMap<string, More>> {
  const all = new Map<string, More>();
  for (let from = 0; from < ids.length; from += IDS_MAX) {
    const query = { ids: ids.slice(from, from + IDS_MAX).join(',') };
    const { items } = await read(PATH, { query }, point);
    for (const more of items) all.set(more.id, more);
  }
  return all;
}
