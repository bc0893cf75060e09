import {
  keepPreviousData,
  QueryClient,
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Point } from '../time/point.ts';
import { usePoint } from '../time/use-point.ts';
import { read, timeOf, type Answer, type Asked, type ReadPath } from './client.ts';
import { hasFailed, passes } from './problem.ts';
import { isTouched, type ReadKey, type Subject } from './touched.ts';

export type { ReadKey } from './touched.ts';

const RETRIES_MAX = 3;
/** Of a server that answered that it failed. */
const FAILED_RETRIES_MAX = 1;
const STALE_MS = 60_000;

export const queries = new QueryClient({
  defaultOptions: {
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always', // a browser that takes itself for offline may still reach a server on its machine, or fails and says so
      staleTime: STALE_MS, // the feed says when something has changed
      retry: (failures, error) => passes(error) && failures < (hasFailed(error) ? FAILED_RETRIES_MAX : RETRIES_MAX),
      refetchOnWindowFocus: false,
    },
  },
});

interface ReadOptions {
  readonly enabled?: boolean;
  /** Default: the point of the page. Give `{}` for now. */
  readonly at?: Point;
}

/**
 * Reads `path` at the point in time of the page. What was there before stays while the next is loaded
 * (`isPlaceholderData`), so that a filter does not empty the screen.
 */
export function useRead<P extends ReadPath>(
  path: P,
  asked?: Asked<P>,
  { enabled, at }: ReadOptions = {},
): UseQueryResult<Answer<P>> {
  const { point: ofPage } = usePoint();
  const point = at ?? ofPage;
  return useQuery<Answer<P>, Error, Answer<P>, ReadKey>({
    queryKey: [path, asked ?? {}, timeOf(path, point)],
    queryFn: ({ signal }) => read(path, asked, point, signal),
    placeholderData: keepPreviousData as never,
    ...(enabled !== undefined && { enabled }),
  });
}

interface PagesOptions<P extends ReadPath> extends ReadOptions {
  /** After how many ms it is read again by itself, by its first page; not while it is being read. */
  readonly again?: (first: Answer<P>) => number | false;
}

/** Answers that come in pages. */
type Paged = { readonly next: string | null };

/** Reads a list page by page (`fetchNextPage`); `data.pages` holds what has come. */
export function usePages<P extends ReadPath>(
  path: P,
  asked?: Asked<P>,
  { enabled, at, again }: PagesOptions<P> = {},
): UseInfiniteQueryResult<InfiniteData<Answer<P>, string | undefined>> {
  const { point: ofPage } = usePoint();
  const point = at ?? ofPage;
  return useInfiniteQuery<Answer<P>, Error, InfiniteData<Answer<P>, string | undefined>, ReadKey, string | undefined>({
    queryKey: [path, { ...asked, pages: true }, timeOf(path, point)],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...asked?.query, ...(pageParam !== undefined && { cursor: pageParam }) };
      return read(path, { ...asked, query } as Asked<P>, point, signal);
    },
    initialPageParam: undefined,
    getNextPageParam: (last) => (last as Paged).next ?? undefined,
    placeholderData: keepPreviousData as never,
    ...(enabled !== undefined && { enabled }),
    ...(again && {
      refetchInterval: ({ state }) => (state.data?.pages[0] ? again(state.data.pages[0]) : false),
    }),
  });
}

/**
 * Reads a list on by itself, to its end or until it has `pagesMax` pages; a failure stops it, until it is read again. Answers
 * whether all of that is there.
 */
export function useReadOn(read: UseInfiniteQueryResult<InfiniteData<unknown, unknown>>, pagesMax = Infinity): boolean {
  const { data, error, hasNextPage, isFetching, isPlaceholderData, fetchNextPage } = read;
  const isWhole = data !== undefined && !isPlaceholderData && (!hasNextPage || data.pages.length >= pagesMax);
  const goesOn = data !== undefined && !isWhole && error === null;
  useEffect(() => {
    if (goesOn && !isFetching) void fetchNextPage();
  }, [goesOn, isFetching, fetchNextPage]);
  return isWhole;
}

/** Reads again what a change of these may have changed; without them, everything that is not past. */
export async function readAgain(changed?: readonly Subject[]): Promise<void> {
  await queries.invalidateQueries({ predicate: ({ queryKey }) => isChanged(queryKey as ReadKey, changed) });
}

/** Reads again what was read before the feed was there: something may have happened between the two. */
export function readMissed(): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey, state }) => state.fetchStatus === 'idle' && isChanged(queryKey as ReadKey),
  });
}

/** Reads again what could not be read while the server was away. */
export function readFailed(): void {
  void queries.invalidateQueries({ predicate: ({ state }) => state.status === 'error' && passes(state.error) });
}

const isChanged = (key: ReadKey, changed?: readonly Subject[]): boolean =>
  changed ? changed.some((subject) => isTouched(key, subject)) : key[2]['knownAt'] === undefined;
