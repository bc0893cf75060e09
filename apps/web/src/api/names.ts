import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Point } from '../time/point.ts';
import { usePoint } from '../time/use-point.ts';
import { read, timeOf, type Schemas } from './client.ts';
import type { ReadKey } from './queries.ts';

const LIMIT = 200;
const PAGES_MAX = 50;
const KEPT_MS = 10 * 60_000;

/** What a list of names holds, by its path. */
interface Lists {
  readonly '/api/people': Schemas['PersonItemShape'];
  readonly '/api/zones': Schemas['ZoneItemShape'];
  readonly '/api/organizations': Schemas['OrganizationItemShape'];
}

/** A whole list, page by page. */
async function all<P extends keyof Lists>(path: P, point: Point, signal: AbortSignal): Promise<readonly Lists[P][]> {
  const items: Lists[P][] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_MAX; page++) {
    const query = { limit: LIMIT, ...(cursor !== undefined && { cursor }) };
    const answer: { items: unknown[]; next: string | null } = await read<keyof Lists>(path, { query }, point, signal);
    items.push(...(answer.items as Lists[P][]));
    if (answer.next === null) break;
    cursor = answer.next;
  }
  return items;
}

function useAll<P extends keyof Lists>(path: P): readonly Lists[P][] | undefined {
  const { point } = usePoint();
  const { data } = useQuery<readonly Lists[P][], Error, readonly Lists[P][], ReadKey>({
    queryKey: [path, { all: true }, timeOf(path, point)],
    queryFn: ({ signal }) => all(path, point, signal),
    staleTime: KEPT_MS,
  });
  return data;
}

/** Everybody who is registered, as they were called at the point of the page; undefined until they are read. */
export const usePeople = (): readonly Schemas['PersonItemShape'][] | undefined => useAll('/api/people');
export const useZones = (): readonly Schemas['ZoneItemShape'][] | undefined => useAll('/api/zones');
export const useOrganizations = (): readonly Schemas['OrganizationItemShape'][] | undefined =>
  useAll('/api/organizations');

function useNameOf(list: readonly { readonly id: string; readonly name: string }[] | undefined) {
  return useMemo(() => {
    const names = new Map(list?.map(({ id, name }) => [id, name]));
    return (id: string): string | undefined => names.get(id);
  }, [list]);
}

/** Names by id, from lists that are read once. */
export const usePersonName = (): ((id: string) => string | undefined) => useNameOf(usePeople());
export const useZoneName = (): ((id: string) => string | undefined) => useNameOf(useZones());
export const useOrganizationName = (): ((id: string) => string | undefined) => useNameOf(useOrganizations());
