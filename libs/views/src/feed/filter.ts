import type { Filter } from '#event-store';
import { VIEWS } from '../index.ts';
import type { Entry } from './entry.ts';

/** What a reader wants: all that is given must hold; nothing given is everything. */
export interface FeedFilter {
  readonly categories?: readonly string[] | undefined;
  readonly types?: readonly string[] | undefined;
  readonly stream?: string | undefined;
}

/** Every event is taken by at least one view. */
export const CATEGORIES = [...new Set(VIEWS.flatMap(({ categories }) => categories))].sort();
export const EVENT_TYPES = [...new Set(VIEWS.flatMap(({ consumes }) => Object.keys(consumes)))].sort();

export function wantsAll({ categories, types, stream }: FeedFilter): boolean {
  return !categories && !types && stream === undefined;
}

export function wants(filter: FeedFilter, entry: Omit<Entry, 'frame'>): boolean {
  const { categories, types, stream } = filter;
  if (stream !== undefined && stream !== entry.stream) return false;
  if (categories && !categories.includes(entry.category)) return false;
  return !types || types.includes(entry.type);
}

/** What the store can leave out by prefix; {@link wants} judges what is left. */
export function storeFilter({ categories, types, stream }: FeedFilter): Filter | undefined {
  if (stream !== undefined) return { streams: [stream] };
  if (types) return { types };
  return categories && { streams: categories.map((category) => `${category}-`) };
}
