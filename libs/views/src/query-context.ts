import type { Views } from '#database';
import type { Cursors, Reading } from '#http';
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
