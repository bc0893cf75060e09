import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { read, timeOf, type Answer, type Asked, type ReadPath } from '../../api/client.ts';
import type { ReadKey } from '../../api/queries.ts';
import { usePoint } from '../../time/use-point.ts';
import { UNUSED_MS_MAX, type Rows } from './rows.ts';

const CHUNK_ROWS = 50;
/** Of more rows, those are forgotten that were read first. */
const KEPT_ROWS_MAX = 3_000;

/** What is read of some rows by their ids, and how it is found in the answer, each with the id of its row. */
export interface OfRows<P extends ReadPath, T> {
  readonly path: P;
  readonly found: (answer: Answer<P>) => readonly T[];
}

/** Reads something of the rows in sight, some dozens at a time; of those that were in sight before it is kept. */
export function useOfRows<P extends ReadPath, T extends { readonly id: string }>(
  rows: Rows,
  { path, found }: OfRows<P, T>,
  query: Readonly<Record<string, string>>,
  enabled: boolean,
): ReadonlyMap<string, T> {
  const { point } = usePoint();
  const key = JSON.stringify([query, point]);
  const [kept, setKept] = useState({ key, all: new Map<string, T>() as ReadonlyMap<string, T> });
  const all = kept.key === key ? kept.all : (new Map() as ReadonlyMap<string, T>);
  const fresh = useQueries({
    queries: (enabled ? chunksInSight(rows) : []).map((ids) => {
      const asked = { query: { ...query, ids: ids.join(',') } } as Asked<P>;
      const queryKey: ReadKey = [path, asked, timeOf(path, point)];
      return {
        queryKey,
        queryFn: ({ signal }: { signal: AbortSignal }) => read(path, asked, point, signal),
        select: found,
        gcTime: UNUSED_MS_MAX,
      };
    }),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
  if (fresh.some((one) => all.get(one.id) !== one)) {
    const next = [...all, ...fresh.map((one) => [one.id, one] as const)];
    setKept({ key, all: new Map(next.slice(-KEPT_ROWS_MAX)) });
  }
  return all;
}

/** The ids of the rows in sight; always the same rows together, so that what was read is found again. */
function chunksInSight({ at, sight, count }: Rows): readonly (readonly string[])[] {
  const chunks: string[][] = [];
  for (let chunk = Math.floor(sight.first / CHUNK_ROWS); chunk <= Math.floor(sight.last / CHUNK_ROWS); chunk++) {
    const end = Math.min((chunk + 1) * CHUNK_ROWS, count);
    const ids: string[] = [];
    for (let index = chunk * CHUNK_ROWS; index < end; index++) {
      const item = at(index);
      if (item) ids.push(item.id);
    }
    if (ids.length > 0) chunks.push(ids);
  }
  return chunks;
}
