import { useCallback, useMemo, useState } from 'react';
import type { Answer, Asked, Schemas } from '../../api/client.ts';
import { queries, useRead } from '../../api/queries.ts';
import { usePoint } from '../../time/use-point.ts';
import type { Filter, Sort } from './address.ts';

export type Item = Schemas['ProjectItemShape'];
type List = Answer<'/api/projects'>;
type Query = NonNullable<Asked<'/api/projects'>['query']>;

export const PAGE_ROWS = 200;
/** So many rows before the end of a page the next one is asked for. */
const AHEAD_ROWS = 80;

/** The first and the last row that can be seen. */
export interface Sight {
  readonly first: number;
  readonly last: number;
}

export interface Rows {
  /** How many rows there are in all; those that were not read yet are shown as places. */
  readonly count: number;
  readonly at: (index: number) => Item | undefined;
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

interface Kept {
  readonly key: string;
  readonly pages: readonly List[];
}

/**
 * The rows of a filter, read page by page as far as somebody looks. Only the pages in sight are read again when something
 * happens, however many were read; where a page then ends elsewhere, the next one is read from there when it is looked at.
 */
export function useRows(filter: Filter, sort: Sort | undefined, total: number | undefined): Rows {
  const { point } = usePoint();
  const key = JSON.stringify([filter, sort, point]);
  const [sight, setSight] = useState<Sight & { readonly key: string }>({ key, first: 0, last: 0 });
  const [kept, setKept] = useState<Kept>({ key, pages: [] });
  const current = kept.key === key;
  const pages = current ? kept.pages : [];
  const { first, last } = sight.key === key ? sight : { first: 0, last: 0 };
  const wanted = wantedPages(pages, first, last);

  const query = { ...(filter as Query), ...(sort && { sort }), limit: PAGE_ROWS };
  const even = usePage(
    query,
    pages,
    wanted.find((page) => page % 2 === 0),
  );
  const odd = usePage(
    query,
    pages,
    wanted.find((page) => page % 2 === 1),
  );
  for (const { page, data, isPlaceholderData } of [even, odd]) {
    if (page === undefined || data === undefined || isPlaceholderData || pages[page] === data) continue;
    setKept({ key, pages: withPage(pages, page, data) });
    break;
  }

  const loaded = useMemo(() => kept.pages.flatMap(({ items }) => items), [kept.pages]);
  const ended = kept.pages.at(-1)?.next === null;
  const retry = useCallback(() => {
    queries.removeQueries({ queryKey: ['/api/projects'] });
    setKept({ key: '', pages: [] });
  }, []);
  const see = useCallback(
    (next: Sight) =>
      setSight((now) =>
        now.key === key && now.first === next.first && now.last === next.last ? now : { key, ...next },
      ),
    [key],
  );
  return {
    count: ended ? loaded.length : Math.max(total ?? 0, loaded.length),
    at: (index) => loaded[index],
    loaded,
    sight: { first, last },
    see,
    loading: kept.pages.length === 0,
    replaced: !current && kept.pages.length > 0,
    lag: kept.pages.at(-1)?.lag,
    error: even.error ?? odd.error,
    retry,
  };
}

/** The pages that are looked at; of those whose beginning is not known yet, the one that leads there. */
function wantedPages(pages: readonly List[], first: number, last: number): readonly number[] {
  const ended = pages.at(-1)?.next === null;
  const furthest = ended ? pages.length - 1 : pages.length;
  const looked = [Math.floor(first / PAGE_ROWS), Math.floor((last + AHEAD_ROWS) / PAGE_ROWS)];
  return looked.map((page) => Math.min(page, furthest));
}

/** A page in its place; those after it stay until they are looked at, unless there are none any more. */
function withPage(pages: readonly List[], page: number, data: List): readonly List[] {
  return [...pages.slice(0, page), data, ...(data.next === null ? [] : pages.slice(page + 1))];
}

function usePage(query: Query, pages: readonly List[], page: number | undefined) {
  const cursor = page === undefined ? undefined : pages[page - 1]?.next;
  const { data, error, isPlaceholderData } = useRead(
    '/api/projects',
    { query: { ...query, ...(cursor && { cursor }) } },
    { enabled: page !== undefined },
  );
  return { page, data, error, isPlaceholderData };
}
