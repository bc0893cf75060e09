import {
  keepPreviousData,
  QueryClient,
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { Point } from '../time/point.ts';
import { usePoint } from '../time/use-point.ts';
import { read, timeOf, type Answer, type Asked, type ReadPath } from './client.ts';
import { hasFailed, passes } from './problem.ts';

const RETRIES_MAX = 3;
/** Of a server that answered that it failed. */
const FAILED_RETRIES_MAX = 1;
const STALE_MS = 60_000;

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: STALE_MS, // the feed says when something has changed
      retry: (failures, error) => passes(error) && failures < (hasFailed(error) ? FAILED_RETRIES_MAX : RETRIES_MAX),
      refetchOnWindowFocus: false,
    },
  },
});

/** What a query is known by: the path, what was asked, and those parts of the point that the read takes. */
export type ReadKey = readonly [path: ReadPath, asked: object, point: Readonly<Record<string, string>>];

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

/** Answers that come in pages. */
type Paged = { readonly next: string | null };

/** Reads a list page by page (`fetchNextPage`); `data.pages` holds what has come. */
export function usePages<P extends ReadPath>(
  path: P,
  asked?: Asked<P>,
  { enabled, at }: ReadOptions = {},
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
  });
}

/** Whether an event can change what a query has read: not where it stands on a past point, or on another project. */
function isTouched([path, asked, point]: ReadKey, projectId: string | undefined): boolean {
  if (point['knownAt'] !== undefined) return false;
  const id = (asked as { path?: { id?: string } }).path?.id;
  const ofOneProject = path.startsWith('/api/projects/{id}');
  return !(ofOneProject && projectId !== undefined && id !== projectId);
}

/** Reads again what an event may have changed; without one, everything that is not past. */
export function readAgain(projectIds?: ReadonlySet<string>): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey }) =>
      projectIds === undefined
        ? isTouched(queryKey as ReadKey, undefined)
        : [...projectIds].some((id) => isTouched(queryKey as ReadKey, id)),
  });
}

/** Reads again what was read before the feed was there: something may have happened between the two. */
export function readMissed(): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey, state }) => state.fetchStatus === 'idle' && isTouched(queryKey as ReadKey, undefined),
  });
}
