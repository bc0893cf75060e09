import type { Instant, NewEvent, StoredEvent } from '#kernel';
import type { ServerTrouble } from './errors.ts';

/** The revision a stream must have for an append to be taken. "Whatever it is" cannot be said. */
export type ExpectedRevision = 'none' | bigint;

/** Where the last event of an append stands. */
export interface Appended {
  readonly revision: bigint;
  readonly position: bigint;
  /** The stamp of all its events; absent where the append was found already written, because that was another time. */
  readonly recordedAt?: Instant;
  /**
   * Instead of `recordedAt`, where a store cannot tell whether it was this append that wrote the events: the stamp that was
   * sent with them. They are its own if they carry it.
   */
  readonly sentAt?: Instant;
}

/** Streams or types by prefix; several prefixes are alternatives. */
export type Filter = { readonly streams: readonly string[] } | { readonly types: readonly string[] };

export interface ReadStreamOptions {
  readonly direction?: 'forwards' | 'backwards';
  /** Inclusive. Default: the first event forwards, the last one backwards. */
  readonly from?: bigint;
  /** At most this many events; 0 answers nothing. Default: all. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

export interface ReadAllOptions {
  /** Exclusive; from the beginning where it is absent. */
  readonly after?: bigint;
  readonly limit?: number;
  readonly filter?: Filter;
  readonly signal?: AbortSignal;
}

export interface SubscribeOptions {
  /** Exclusive; from the beginning where it is absent. */
  readonly after?: bigint;
  readonly filter?: Filter;
  readonly signal?: AbortSignal;
}

/** One ordered sequence: a checkpoint or caughtUp comes only after every event before it. */
export type SubscriptionMessage =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  | { readonly kind: 'checkpoint'; readonly position: bigint }
  | { readonly kind: 'caughtUp' };

/**
 * The log. What it promises is the contract suite (`contract/event-store.contract.ts`), which every adapter passes.
 *
 * Every append is stamped with `recordedAt` in the metadata, and with `filedAt` where the event claims none.
 * Reads throw {@link StreamNotFound} for a stream without events. Everything throws {@link StoreClosed} after `close`.
 */
export interface EventStore {
  /** Identity of this log; positions are good for this one only. */
  readonly storeId: string;
  /** Ids of the logs that this one is a whole and compared copy of: what was made from one of them can be made anew from this. */
  readonly formerIds: readonly string[];
  /** All or nothing; resolved once it is on disk. Throws Conflict, InvalidAppend, TooLarge, StoreUnavailable. */
  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended>;
  readStream(stream: string, options?: ReadStreamOptions): AsyncIterable<StoredEvent>;
  /** The last event of the whole log that was appended through the port, or undefined for an empty one. */
  readLast(): Promise<StoredEvent | undefined>;
  readAll(options?: ReadAllOptions): AsyncIterable<StoredEvent>;
  /** Ends only by its signal, by `close`, or with an error. */
  subscribe(options?: SubscribeOptions): AsyncIterable<SubscriptionMessage>;
  close(): Promise<void>;
}

/** The most one append may weigh: data, metadata and types of all its events, in bytes (contract §0.12). */
export const APPEND_BYTES_MAX = 1024 * 1024;

/** The stream did not have the expected revision. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly actual: ExpectedRevision;
  constructor(stream: string, expected: ExpectedRevision, actual: ExpectedRevision) {
    super(`stream ${stream} is at revision ${actual}, not ${expected}`);
    this.stream = stream;
    this.expected = expected;
    this.actual = actual;
  }
}

/** No event was ever appended to the stream. */
export class StreamNotFound extends Error {
  override readonly name = 'StreamNotFound';
  readonly stream: string;
  constructor(stream: string) {
    super(`stream ${stream} has no events`);
    this.stream = stream;
  }
}

/** The caller's mistake: an empty batch, a name or id the port refuses, data that is no JSON. Nothing was written. */
export class InvalidAppend extends Error {
  override readonly name = 'InvalidAppend';
}

/** More than {@link APPEND_BYTES_MAX} in one append. Nothing was written. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/**
 * The store could not take it now (disk full, no connection). Whether it was written is unknown: retry with the same ids and
 * revision. A server's trouble is said by `reason`.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly reason: ServerTrouble | undefined;
  constructor(message: string, { reason, ...options }: ErrorOptions & { readonly reason?: ServerTrouble } = {}) {
    super(message, options);
    this.reason = reason;
  }
}

export class StoreClosed extends Error {
  override readonly name = 'StoreClosed';
  constructor() {
    super('the event store is closed');
  }
}
