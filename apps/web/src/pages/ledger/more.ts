import { useMemo, useState } from 'react';
import { read, type Schemas } from '../../api/client.ts';
import { useRead } from '../../api/queries.ts';
import type { Point } from '../../time/point.ts';
import { usePoint } from '../../time/use-point.ts';
import type { Rows } from './rows.ts';

/** What a row shows beside the list's own fields: milestones, the year's figures, what is missing and found. */
export type More = Schemas['ColumnsItemShape'];

const CHUNK_ROWS = 50;
const IDS_MAX = 100;
const NOTHING: ReadonlyMap<string, More> = new Map();

/** The further columns of the rows in sight, and of those that were in sight before. */
export function useMore(rows: Rows, wanted: boolean): ReadonlyMap<string, More> {
  const { first, last } = rows.sight;
  const { point } = usePoint();
  const key = JSON.stringify(point);
  const [kept, setKept] = useState({ key, all: NOTHING });
  const all = kept.key === key ? kept.all : NOTHING;
  const chunks = [Math.floor(first / CHUNK_ROWS), Math.floor(last / CHUNK_ROWS)];
  const even = useChunk(rows, wanted ? chunks.find((chunk) => chunk % 2 === 0) : undefined);
  const odd = useChunk(rows, wanted ? chunks.find((chunk) => chunk % 2 === 1) : undefined);
  const fresh = useMemo(() => [...even, ...odd], [even, odd]);
  if (fresh.some((more) => all.get(more.id) !== more)) {
    setKept({ key, all: new Map([...all, ...fresh.map((more) => [more.id, more] as const)]) });
  }
  return all;
}

const NONE: readonly More[] = [];

function useChunk(rows: Rows, chunk: number | undefined): readonly More[] {
  const ids =
    chunk === undefined ? [] : rows.loaded.slice(chunk * CHUNK_ROWS, (chunk + 1) * CHUNK_ROWS).map(({ id }) => id);
  const { data, isPlaceholderData } = useRead(
    '/api/projects/columns',
    { query: { ids: ids.join(',') } },
    { enabled: ids.length > 0 },
  );
  return data && !isPlaceholderData && ids.length > 0 ? data.items : NONE;
}

/** The further columns of many rows at once, for what is copied out. */
export async function readMore(ids: readonly string[], point: Point): Promise<ReadonlyMap<string, More>> {
  const all = new Map<string, More>();
  for (let from = 0; from < ids.length; from += IDS_MAX) {
    const query = { ids: ids.slice(from, from + IDS_MAX).join(',') };
    const { items } = await read('/api/projects/columns', { query }, point);
    for (const more of items) all.set(more.id, more);
  }
  return all;
}
