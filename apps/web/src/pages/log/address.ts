import { isDay, type Day } from '#kernel/dates';
import { knownAtOf } from '#kernel/knowledge';
import type { Asked } from '../../api/client.ts';
import { parseDate } from '../../shown/dates.ts';
import { today } from '../../shown/today.ts';

export type Query = NonNullable<Asked<'/api/events'>['query']>;

/** What narrows the log, as its address says it. */
export const FILTERS = [
  'category',
  'type',
  'subject',
  'actor',
  'source',
  'batch',
  'since',
  'until',
  'filedSince',
  'filedUntil',
] as const;
export type Filter = (typeof FILTERS)[number];

export const SOURCES = ['api', 'screen', 'demo', 'import'] as const;

/** Whether a text is a beginning or an end of a range: a number, a day, an instant. */
export const isRange = (text: string): boolean => isDay(text) || knownAtOf(text) !== undefined;

/** What was typed as a range takes it: a day however people write it, else as it stands. Undefined where it is none. */
export function rangeOf(typed: string): string | undefined {
  const text = typed.normalize('NFKC').trim();
  return isRange(text) ? text : dayIn(text);
}

/** The day that was typed, however people write it. */
export function dayIn(typed: string): Day | undefined {
  const date = parseDate(typed, Number(today().slice(0, 4)));
  return date !== undefined && isDay(date) ? date : undefined;
}

/** What the address asks of the log. What cannot be a filter there is given to the server, which says so. */
export function queryIn(search: URLSearchParams): Query {
  const given = FILTERS.flatMap((key) => {
    const value = search.get(key)?.trim();
    return value ? [[key, value] as const] : [];
  });
  return { ...Object.fromEntries(given), sort: search.get('sort') === 'seq' ? 'seq' : '-seq' };
}

export const isFiltered = (search: URLSearchParams): boolean => FILTERS.some((key) => search.get(key));

/** Where in the log the list begins, beside the filters: at an event, by its number, or at a day. */
export const GO_TO = 'goTo';

/** Null where the address names none, or says what can be none. */
export function placeIn(search: URLSearchParams): string | null {
  const place = search.get(GO_TO);
  return place !== null && isRange(place) ? place : null;
}

/** The address with one filter set, or without it. */
export function withFilter(
  search: URLSearchParams,
  key: Filter | 'sort' | typeof GO_TO,
  value: string | undefined,
): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value === undefined || value === '') next.delete(key);
  else next.set(key, value);
  return next;
}

/** What follows an event in the order of the list, or what comes before it in that order, nearest first. */
export function beyond(query: Query, seq: number, way: 'on' | 'back'): Query {
  const newestFirst = query.sort === '-seq';
  if (way === 'on') return newestFirst ? { ...query, until: String(seq - 1) } : { ...query, since: String(seq + 1) };
  return newestFirst
    ? { ...query, sort: 'seq', since: String(seq + 1) }
    : { ...query, sort: '-seq', until: String(seq - 1) };
}
