import { keepPreviousData, useInfiniteQuery, type InfiniteData, type UseQueryResult } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { read, type Answer } from '../../api/client.ts';
import { useRead, type ReadKey } from '../../api/queries.ts';
import type { Point } from '../../time/point.ts';
import { usePoint } from '../../time/use-point.ts';
import { beyond, placeIn, queryIn, type Query } from './address.ts';

const PATH = '/api/events';
const ROWS = 200;
/** More new events than this are not counted. */
const FRESH_MAX = 200;

export type Logged = Answer<typeof PATH>['items'][number];

/** A part of the list, in its order. */
interface Part {
  readonly items: readonly Logged[];
  /** Whether more lies beyond it, away from where the list began. */
  readonly isMore: boolean;
}

/** Which part: what lies beyond an event, or, without one, where the list begins. */
type Place = { readonly seq: number; readonly way: 'on' | 'back' } | undefined;

/**
 * The log as it was when its reader began: the list is pinned at that event and does not move under the eye. What is recorded
 * later is counted, and shown when it is asked for. A list that begins in the middle is read on in both directions.
 */
export function useLog(search: URLSearchParams) {
  const { point } = usePoint();
  const query = queryIn(search);
  const begin = useBegin(placeIn(search), query);
  const asked = JSON.stringify([query, point.knownAt]);
  const newest = useRead(PATH, { query: { limit: 1 } });
  const [pin, setPin] = useState<{ readonly asked: string; readonly seq: number }>();
  const last = newest.isPlaceholderData ? undefined : newest.data?.asOf.seq;
  // Before the first event there is nothing to be pinned at.
  if (last && pin?.asked !== asked) setPin({ asked, seq: last });
  const seq = pin?.asked === asked ? pin.seq : last;
  const parts = useParts(query, seq, begin);
  const behind = point.knownAt === undefined && seq !== undefined && last !== undefined && last > seq;
  const fresh = useRead(
    PATH,
    { query: { ...query, since: String((seq ?? 0) + 1), limit: FRESH_MAX } },
    { enabled: behind },
  );
  const news = behind && !fresh.isPlaceholderData ? fresh.data : undefined;
  const { data } = parts;
  const items = useMemo(() => data?.pages.flatMap((part) => part.items), [data]);
  // What was read back lies before the place at which the list begins.
  const begun = (data?.pages ?? []).reduce(
    (n, part, i) => (data?.pageParams[i]?.way === 'back' ? n + part.items.length : n),
    0,
  );
  return {
    newest,
    parts,
    error: newest.error ?? begin.failed?.error ?? parts.error,
    retry: () => void (newest.error ? newest : (begin.failed ?? parts)).refetch(),
    items,
    begun,
    fresh: news?.items.length ?? 0,
    isMore: news?.next != null,
    showFresh: () => last !== undefined && setPin({ asked, seq: last }),
  };
}

/** The parts that were read so far of what was known at event `seq`, beginning at an event, or at the end that comes first. */
function useParts(query: Query, seq: number | undefined, begin: Begin) {
  const point: Point = seq ? { knownAt: String(seq) } : {};
  const newestFirst = query.sort === '-seq';
  const first = begin.seq === undefined || seq === 0 ? undefined : Math.min(Math.max(begin.seq, 1), seq ?? 1);
  const isAtEnd = first === undefined || first === (newestFirst ? seq : 1);
  return useInfiniteQuery<Part, Error, InfiniteData<Part, Place>, ReadKey, Place>({
    queryKey: [PATH, { query, begin: first ?? null, parts: true }, { ...point }],
    queryFn: async ({ pageParam: place, signal }) => {
      const from = place ? beyond(query, place.seq, place.way) : first === undefined ? query : at(query, first);
      const { items, next } = await read(PATH, { query: { ...from, limit: ROWS } }, point, signal);
      return { items: place?.way === 'back' ? items.toReversed() : items, isMore: next !== null };
    },
    initialPageParam: undefined,
    getNextPageParam: ({ items, isMore }): Place => {
      const last = items.at(-1);
      return isMore && last ? { seq: last.seq, way: 'on' } : undefined;
    },
    getPreviousPageParam: ({ items, isMore }, _, place): Place =>
      isAtEnd || (place && !isMore) ? undefined : { seq: items[0]?.seq ?? first, way: 'back' },
    placeholderData: keepPreviousData,
    enabled: seq !== undefined && begin.isKnown,
  });
}

/** The list from an event on, that one included. */
const at = (query: Query, seq: number): Query => beyond(query, query.sort === '-seq' ? seq + 1 : seq - 1, 'on');

interface Begin {
  /** Undefined: at the end that comes first in the order. */
  readonly seq: number | undefined;
  readonly isKnown: boolean;
  /** What could not be asked to find it. */
  readonly failed?: UseQueryResult;
}

/** The event at which the list begins: of a day the one that comes first in the order, and never outside the filter. */
function useBegin(goTo: string | null, query: Query): Begin {
  const newestFirst = query.sort === '-seq';
  const bound = newestFirst ? query.until : query.since;
  const place = useSeqOf(goTo, newestFirst);
  const limit = useSeqOf(goTo === null ? null : (bound ?? null), newestFirst);
  if (goTo === null) return { seq: undefined, isKnown: true };
  if (place.seq === undefined || (bound !== undefined && limit.seq === undefined)) {
    const failed = [place, limit].find(({ read }) => read.error)?.read;
    return { seq: undefined, isKnown: false, ...(failed && { failed }) };
  }
  const within = limit.seq ?? place.seq;
  return { seq: newestFirst ? Math.min(place.seq, within) : Math.max(place.seq, within), isKnown: true };
}

/** The number of the last event until a time, or of the first one since; that of an event is its own. */
function useSeqOf(
  text: string | null,
  isUntil: boolean,
): { readonly seq: number | undefined; readonly read: UseQueryResult } {
  const isSeq = text !== null && /^\d+$/.test(text);
  const range =
    text === null ? {} : isUntil ? { until: text, sort: '-seq' as const } : { since: text, sort: 'seq' as const };
  const read = useRead(PATH, { query: { ...range, limit: 1 } }, { enabled: text !== null && !isSeq });
  const { data, isPlaceholderData } = read;
  if (isSeq) return { seq: Number(text), read };
  if (text === null || !data || isPlaceholderData) return { seq: undefined, read };
  return { seq: data.items[0]?.seq ?? (isUntil ? 0 : data.asOf.seq + 1), read };
}
