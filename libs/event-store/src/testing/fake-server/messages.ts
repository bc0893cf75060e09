import type { LogRecord } from './records.ts';

/** What reads and subscriptions answer, before it becomes messages of the protocol. */
export type Message =
  | LogRecord
  | { readonly kind: 'confirmation' }
  | { readonly kind: 'caughtUp' }
  | { readonly kind: 'checkpoint'; readonly position: number }
  | { readonly kind: 'streamNotFound'; readonly stream: string };

/** Why a call fails, before it becomes a status of the protocol. */
export type Failure =
  | { readonly kind: 'streamDeleted'; readonly stream: string }
  /** The reader threw; `result` is what the server calls it. */
  | { readonly kind: 'readError'; readonly result: 'ReadStreamResult' | 'ReadAllResult' | 'FilteredReadAllResult' }
  | { readonly kind: 'consumerTooSlow' }
  /** An exception of the server that nobody handles. */
  | { readonly kind: 'exception' };

export class Failed extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}
