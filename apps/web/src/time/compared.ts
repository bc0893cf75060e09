import { useQueries } from '@tanstack/react-query';
import { read, timeOf, type Answer } from '../api/client.ts';
import type { ReadKey } from '../api/queries.ts';
import { usePoint } from './use-point.ts';

const PATH = '/api/projects/{id}/compare';

/** A project at the two points of the page. */
export type Compared = Answer<typeof PATH>;

/**
 * In compare mode, what changed of each of some projects; outside of it nothing is read and nothing found. Give it the rows in
 * sight, some dozens: each is a read of its own, kept like any other.
 */
export function useCompared(ids: readonly string[]): (id: string) => Compared | undefined {
  const { point, comparing } = usePoint();
  const found = useQueries({
    queries: (comparing ? ids : []).map((id) => {
      const queryKey: ReadKey = [PATH, { path: { id } }, timeOf(PATH, point)];
      return {
        queryKey,
        queryFn: ({ signal }: { signal: AbortSignal }) => read(PATH, { path: { id } }, point, signal),
      };
    }),
    combine: (results) => new Map(results.flatMap(({ data }) => (data ? [[data.id, data] as const] : []))),
  });
  return (id) => found.get(id);
}

/** How one field of a project differs: what it was at the first point, and every change on the way. */
export function changeOf({ changes }: Pick<Compared, 'changes'>, field: string) {
  const all = changes.filter((change) => change.field === field);
  const [first] = all;
  return first && { from: first.from as unknown, to: all.at(-1)?.to as unknown, all };
}
