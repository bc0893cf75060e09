import { isDay } from '#kernel/dates';
import { knownAtOf } from '#kernel/knowledge';
import type { Asked } from '../../api/client.ts';

type Query = NonNullable<Asked<'/api/events'>['query']>;

/** What narrows the log, as its address says it. */
export const FILTERS = ['category', 'type', 'subject', 'actor', 'source', 'batch', 'since', 'until'] as const;
export type Filter = (typeof FILTERS)[number];

export const SOURCES = ['api', 'screen', 'demo', 'import'] as const;

/** Whether a text is a beginning or an end of a range: a number, a day, an instant. */
export const isRange = (text: string): boolean => isDay(text) || knownAtOf(text) !== undefined;

/** What the address asks of the log. What cannot be a filter there is given to the server, which says so. */
export function queryIn(search: URLSearchParams): Query {
  const given = FILTERS.flatMap((key) => {
    const value = search.get(key)?.trim();
    return value ? [[key, value] as const] : [];
  });
  return { ...Object.fromEntries(given), sort: search.get('sort') === 'seq' ? 'seq' : '-seq' };
}

export const isFiltered = (search: URLSearchParams): boolean => FILTERS.some((key) => search.get(key));

/** The address with one filter set, or without it. */
export function withFilter(search: URLSearchParams, key: Filter | 'sort', value: string | undefined): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value === undefined || value === '') next.delete(key);
  else next.set(key, value);
  return next;
}
