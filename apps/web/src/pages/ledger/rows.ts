import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { read, timeOf, type Asked, type Schemas } from '../../api/client.ts';
import { queries, useRead, type ReadKey } from '../../api/queries.ts';
import type { Point } from '../../time/point.ts';
import { usePoint } from '../../time/use-point.ts';
import type { Filter, Sort } from './address.ts';
import { countOf, PAGE_ROWS, pagesInSight, shownAfter, type Shown, type Sight } from './pages.ts';

export type Item = Schemas['ProjectItemShape'];

const PATH = '/api/projects';
/** What was read is kept by the list itself, and no more than it needs. */
export const UNUSED_MS_MAX = 5_000;

export interface Rows {
  /** How many rows there are in all; those that were not read yet are shown as places. */
  readonly count: number;
  readonly at: (index: number) => Item | undefined;
  /** Where a project stands, if its row was read. */
  readonly placeOf: (id: string) => number | undefined;
  /** What was read so far, in order. */
  readonly loaded: readonly Item[];
  readonly sight: Sight;
  readonly see: (sight: Sight) => void;
  /** Nothing has come yet. */
  readonly loading: boolean;
  /** What is shown belongs to the filter before. */
  readonly replaced: boolean;
  readonly lag: number | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** The query of a list without its place in it. */
const queryOf = (filter: Filter, sort: Sort | undefined) =>
  ({ ...filter, ...(sort && { sort }), limit: PAGE_ROWS }) as NonNullable<Asked<typeof PATH>['query']>;

/**
 * The rows of a filter as far as somebody looks. The first page is read at the point of the page, and again when something
 * happens; it says which event was the last one known, and whatever else is in sight is read as it was known then.
 */
export function useRows(filter: Filter, sort: Sort | undefined, total = 0): Rows {
  const { point } = usePoint();
  const key = JSON.stringify([filter, sort, point]);
  const query = queryOf(filter, sort);
  const [sight, see] = useSight(key);
  const [shown, setShown] = useState<Shown<Item>>({ key, seq: 0, pages: new Map() });

  const head = useRead(PATH, { query });
  const begun = head.isPlaceholderData ? undefined : head.data;
  const inSight = pagesInSight(sight, Math.max(total, begun?.items.length ?? 0));
  const isThere = (page: number): boolean =>
    shown.key === key && shown.seq === begun?.asOf.seq && shown.pages.has(page);
  const others = usePages(
    query,
    begun,
    inSight.filter((page) => page > 0 && !isThere(page)),
  );
  if (begun) {
    const pages = new Map([[0, begun.items], ...others.pages]);
    const next = shownAfter(shown, { key, seq: begun.asOf.seq, pages }, inSight);
    if (next !== shown) setShown(next);
  }

  const { loaded, places } = useMemo(() => inOrder(shown), [shown]);
  const error = head.error ?? others.error;
  const nothing = shown.pages.size === 0;
  return {
    count: countOf(shown, total),
    at: (index) => shown.pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    placeOf: (id) => places.get(id),
    loaded,
    sight,
    see,
    loading: nothing && !error,
    replaced: shown.key !== key && !nothing && !error,
    lag: head.data?.lag,
    error,
    retry,
  };
}

/** The rows of a filter from the first on, all of them as they stand at one point. */
export async function readRows(
  filter: Filter,
  sort: Sort | undefined,
  point: Point,
  max: number,
): Promise<readonly Item[]> {
  const rows: Item[] = [];
  let cursor: string | null | undefined;
  do {
    const query = { ...queryOf(filter, sort), ...(cursor && { cursor }) };
    const page = await read(PATH, { query }, point);
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor && rows.length < max);
  return rows.slice(0, max);
}

const IDS_MAX = 100;

/** Projects by their ids, in that order, as they stand at one point; what was not there then is left out. */
export async function readItems(ids: readonly string[], point: Point, signal?: AbortSignal): Promise<readonly Item[]> {
  const chunks = Array.from({ length: Math.ceil(ids.length / IDS_MAX) }, (_, i) =>
    ids.slice(i * IDS_MAX, (i + 1) * IDS_MAX),
  );
  const pages = await Promise.all(
    chunks.map((some) => read(PATH, { query: { ids: some.join(','), limit: IDS_MAX } }, point, signal)),
  );
  const items = new Map(pages.flatMap((page) => page.items).map((item) => [item.id, item]));
  return ids.flatMap((id) => items.get(id) ?? []);
}

/** The same as they stand now, and again when something has happened to them. */
export const useItems = (ids: readonly string[]): UseQueryResult<readonly Item[]> =>
  useQuery({
    queryKey: [PATH, { query: { ids: ids.join(',') } }, {}] satisfies ReadKey,
    queryFn: ({ signal }) => readItems(ids, {}, signal),
  });

const retry = (): void => void queries.refetchQueries({ queryKey: [PATH], type: 'active' });

const BEGINNING: Sight = { first: 0, last: 0 };

/** What can be seen of a list; of another one the beginning, until somebody says otherwise. */
function useSight(key: string): readonly [Sight, (sight: Sight) => void] {
  const [seen, setSeen] = useState({ key, sight: BEGINNING });
  const see = useCallback(
    (sight: Sight) => {
      const isSame = (now: Sight): boolean => now.first === sight.first && now.last === sight.last;
      setSeen((now) => (now.key === key && isSame(now.sight) ? now : { key, sight }));
    },
    [key],
  );
  return [seen.key === key ? seen.sight : BEGINNING, see];
}

type Begun = { readonly asOf: { readonly seq: number }; readonly effectiveOn: string };

/** Pages after the first one, at the point at which the list was begun. */
function usePages(query: ReturnType<typeof queryOf>, begun: Begun | undefined, pagesWanted: readonly number[]) {
  const wanted = begun ? pagesWanted : [];
  const at = begun && { knownAt: String(begun.asOf.seq), effectiveOn: begun.effectiveOn };
  const results = useQueries({
    queries: wanted.map((page) => {
      const asked = { query: { ...query, offset: page * PAGE_ROWS } };
      const queryKey: ReadKey = [PATH, asked, timeOf(PATH, at ?? {})];
      return {
        queryKey,
        queryFn: ({ signal }: { signal: AbortSignal }) => read(PATH, asked, at ?? {}, signal),
        staleTime: Infinity, // a past state stays what it is
        gcTime: UNUSED_MS_MAX,
      };
    }),
  });
  const pages = results.flatMap(({ data }, i) => {
    const page = wanted[i];
    return data && page !== undefined ? [[page, data.items] as const] : [];
  });
  return { pages, error: results.find(({ error }) => error)?.error ?? null };
}

/** The rows that were read, in order, and where each of them stands. */
function inOrder({ pages }: Shown<Item>) {
  const inOrder = [...pages].sort(([a], [b]) => a - b);
  const places = inOrder.flatMap(([page, items]) => items.map(({ id }, i) => [id, page * PAGE_ROWS + i] as const));
  return { loaded: inOrder.flatMap(([, items]) => items), places: new Map(places) };
}
