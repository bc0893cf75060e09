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

/** What stands in a query string as a point and is none. */
export interface Malformed {
  readonly key: (typeof POINT_KEYS)[number];
  readonly text: string;
}

/** What a person, or a cut-off link, wrote as a point that cannot be read: it must be said, for otherwise now is taken for then. */
export function malformedIn(search: URLSearchParams): readonly Malformed[] {
  const point = pointIn(search);
  return POINT_KEYS.flatMap((key) => {
    const text = search.get(key);
    return text === null || point[key] !== undefined ? [] : [{ key, text }];
  });
}

/** The point that a comparison leads to, alone. */
export function later({ knownAt, effectiveOn }: Point): Point {
  return { ...(knownAt !== undefined && { knownAt }), ...(effectiveOn !== undefined && { effectiveOn }) };
}

/** The earlier point of a comparison, as a point of its own. */
export function earlier({ fromKnownAt, fromEffectiveOn }: Point): Point {
  return {
    ...(fromKnownAt !== undefined && { knownAt: fromKnownAt }),
    ...(fromEffectiveOn !== undefined && { effectiveOn: fromEffectiveOn }),
  };
}

/** Two points as one comparison. */
export function between(from: Point, to: Point): Point {
  return {
    ...later(to),
    ...(from.knownAt !== undefined && { fromKnownAt: from.knownAt }),
    ...(from.effectiveOn !== undefined && { fromEffectiveOn: from.effectiveOn }),
  };
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
