import type { Answer, Asked, ReadPath } from '../api/client.ts';
import { usePages, useReadOn } from '../api/queries.ts';
import { earlier, later, type Point } from './point.ts';
import { usePoint } from './use-point.ts';

/** So many pages of a list are read to compare it; of a longer one it is said that it was not compared. */
const PAGES_MAX = 10;
const LIMIT = 200;
export const ITEMS_MAX = PAGES_MAX * LIMIT;

type ItemOf<P extends ReadPath> = Answer<P> extends { readonly items: readonly (infer T)[] } ? T : never;

/** Which list. */
interface Listed {
  readonly path?: object;
  readonly query?: object;
}

/** A list read to its end. */
export interface Whole<T> {
  /** Undefined until all of them are there, and where there are too many. */
  readonly items: readonly T[] | undefined;
  readonly error: Error | null;
  readonly isCut: boolean;
}

/** In compare mode, a list as it is at one of the two points. */
export function useWhole<P extends ReadPath>(path: P, asked: Listed, at: Point): Whole<ItemOf<P>> {
  const { comparing } = usePoint();
  const limited = { ...asked, query: { ...asked.query, limit: LIMIT } } as Asked<P>;
  const read = usePages(path, limited, { at, enabled: comparing });
  useReadOn(read, PAGES_MAX);
  const { data, error, hasNextPage, isPlaceholderData } = read;
  const isThere = comparing && data !== undefined && !hasNextPage && !isPlaceholderData;
  return {
    items: isThere ? data.pages.flatMap((page) => (page as { items: ItemOf<P>[] }).items) : undefined,
    error,
    isCut: hasNextPage && (data?.pages.length ?? 0) >= PAGES_MAX,
  };
}

/** What stands in a list at one of the two points only. */
export interface Difference<T> {
  /** By their keys. */
  readonly added: ReadonlySet<string>;
  readonly gone: readonly T[];
}

export const differenceOf = <T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): Difference<T> => {
  const [were, are] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  return {
    added: new Set([...are].filter((key) => !were.has(key))),
    gone: before.filter((item) => !are.has(keyOf(item))),
  };
};

/** In compare mode, a list at both points. */
export function useDifference<P extends ReadPath>(path: P, asked: Listed, keyOf: (item: ItemOf<P>) => string) {
  const { point, comparing } = usePoint();
  const before = useWhole(path, asked, earlier(point));
  const after = useWhole(path, asked, later(point));
  return {
    comparing,
    error: before.error ?? after.error,
    isCut: before.isCut || after.isCut,
    difference: before.items && after.items && differenceOf(before.items, after.items, keyOf),
  };
}
