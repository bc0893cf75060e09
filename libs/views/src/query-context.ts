import type { Json } from '#kernel';
import type { Views } from '#database';
import { limitOf, type Cursor, type Cursors, type ListAnswer, type PageQuery, type Reading } from '#http';
import type { Registry } from '#registry';
import type { Names } from './names.ts';

/** What every query has at hand; one thing to inject. */
export interface QueryContext {
  readonly views: Views;
  readonly registry: Registry;
  readonly names: Names;
  readonly reading: Reading;
  readonly cursors: Cursors;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

export const QUERY_CONTEXT = Symbol('QUERY_CONTEXT');

export interface Paged<Row> {
  /** The view that the list stands on. */
  readonly view: string;
  readonly query: PageQuery & { readonly after?: string };
  /** Everything that decides which rows there are and in which order; a cursor is good for the same question only. */
  readonly question: Json;
  /** At most `limit` rows, after the row whose key is given. */
  rows(after: Cursor['key'] | undefined, limit: number): Promise<readonly Row[]>;
  /** The values a row is sorted by, its id last. */
  keyOf(row: Row): Cursor['key'];
}

/** One page of a list, and what it says of itself. Waits for `after`, reads the cursor, and asks for one row more than it shows. */
export async function paged<Row>(
  { reading, cursors }: QueryContext,
  list: Paged<Row>,
): Promise<{ readonly rows: readonly Row[]; readonly rest: Omit<ListAnswer<never>, 'items'> }> {
  const { view, query, question } = list;
  const from = query.cursor === undefined ? undefined : cursors.read(query.cursor, question);
  await reading.reached(view, query.after);
  const standing = await reading.standing(view, query.after);
  const limit = limitOf(query);
  const found = await list.rows(from?.key, limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const more = found.length > limit && last !== undefined;
  const next = more
    ? cursors.write({ key: list.keyOf(last), seq: from?.seq ?? standing.asOf.seq, on: '' }, question)
    : null;
  return { rows, rest: { next, ...standing } };
}
