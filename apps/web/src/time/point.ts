import type { Day } from '#kernel/dates';
import { knownAtOf } from '#kernel/knowledge';
import { isDay } from '#kernel/dates';

/** The point in time a page stands on, as the URL says it; nothing of it is now. */
export interface Point {
  /** What the ledger knew: a seq, an instant, or the end of a day. */
  readonly knownAt?: string;
  /** The business day that is judged. */
  readonly effectiveOn?: Day;
  /** In compare mode: the earlier point. */
  readonly fromKnownAt?: string;
  readonly fromEffectiveOn?: Day;
}

export const POINT_KEYS = ['knownAt', 'effectiveOn', 'fromKnownAt', 'fromEffectiveOn'] as const;

/** The point in a query string. What is no point there is left out: the page then says what it shows. */
export function pointIn(search: URLSearchParams): Point {
  const point: Record<string, string> = {};
  for (const key of POINT_KEYS) {
    const text = search.get(key);
    if (text === null) continue;
    if (key.endsWith('nownAt') ? knownAtOf(text) !== undefined : isDay(text)) point[key] = text;
  }
  return point;
}

/** Whether the page shows a past state: it does not change any more by what is filed now. */
export const isPast = ({ knownAt, effectiveOn }: Point): boolean => knownAt !== undefined || effectiveOn !== undefined;

export const isComparing = ({ fromKnownAt, fromEffectiveOn }: Point): boolean =>
  fromKnownAt !== undefined || fromEffectiveOn !== undefined;

/** An address of the page with the point in it; what the address says itself comes first. */
export function withPoint(to: string, point: Point): string {
  const [address = '', hash] = to.split('#');
  const [path = '', query] = address.split('?');
  const search = new URLSearchParams(query);
  for (const key of POINT_KEYS) {
    const value = point[key];
    if (value !== undefined && !search.has(key)) search.set(key, value);
  }
  const text = search.toString();
  return `${path}${text && `?${text}`}${hash === undefined ? '' : `#${hash}`}`;
}

/** A query string that stands on another point and is otherwise the same. */
export function movedTo(search: URLSearchParams, point: Point): URLSearchParams {
  const moved = new URLSearchParams(search);
  for (const key of POINT_KEYS) {
    const value = point[key];
    if (value === undefined) moved.delete(key);
    else moved.set(key, value);
  }
  moved.delete('cursor'); // a page of a list belongs to the point at which the list was begun
  return moved;
}
