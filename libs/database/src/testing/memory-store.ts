import { randomUUID } from 'node:crypto';
import {
  Conflict,
  InvalidAppend,
  StoreClosed,
  StreamNotFound,
  type Appended,
  type EventStore,
  type ExpectedRevision,
  type Filter,
  type ReadAllOptions,
  type ReadStreamOptions,
  type SubscribeOptions,
  type SubscriptionMessage,
} from '#event-store';
import type { CommandMetadata, NewEvent, StoredEvent } from '#kernel';

/** Positions are sparse on purpose. */
const POSITION_STEP = 7n;

export interface MemoryStoreOptions {
  readonly storeId?: string;
  readonly formerIds?: readonly string[];
  readonly clock?: () => number;
  /** From one position to the next. */
  readonly step?: bigint;
}

/** A log in memory for the tests of the engine, with the port's order, errors and waiting. Its clock ticks per append. */
export class MemoryStore implements EventStore {
  readonly storeId: string;
  readonly formerIds: readonly string[];
  readonly log: StoredEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();
  private readonly clock: () => number;
  private readonly step: bigint;
  private grown = Promise.withResolvers<void>();
  private closed = false;

  constructor(options: MemoryStoreOptions = {}) {
    this.step = options.step ?? POSITION_STEP;
    this.storeId = options.storeId ?? randomUUID();
    this.formerIds = options.formerIds ?? [];
    let now = Date.parse('2026-11-22T04:00:00.000Z');
    this.clock = options.clock ?? (() => (now += 1000));
  }

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    this.requireOpen();
    if (!events.length) throw new InvalidAppend('no events');
    const history = this.streams.get(stream) ?? [];
    const actual: ExpectedRevision = history.length ? BigInt(history.length - 1) : 'none';
    if (actual !== expected) throw new Conflict(stream, expected, actual);
    const recordedAt = new Date(this.clock()).toISOString();
    let last: StoredEvent | undefined;
    for (const event of events) {
      const position = (this.log.at(-1)?.position ?? 100n) + this.step;
      const metadata = { filedAt: recordedAt, ...(event.metadata as CommandMetadata), recordedAt };
      last = { ...event, metadata, stream, revision: BigInt(history.length), position };
      history.push(last);
      this.log.push(last);
    }
    this.streams.set(stream, history);
    this.wake();
    const { revision, position } = last as StoredEvent;
    return { revision, position, recordedAt };
  }

  async *readStream(stream: string, options: ReadStreamOptions = {}): AsyncGenerator<StoredEvent, undefined> {
    this.requireOpen();
    const history = this.streams.get(stream);
    if (!history) throw new StreamNotFound(stream);
    const backwards = options.direction === 'backwards';
    const ordered = backwards ? history.toReversed() : [...history];
    const { from } = options;
    const events = ordered.filter(({ revision }) =>
      from === undefined ? true : backwards ? revision <= from : revision >= from,
    );
    for (const event of events.slice(0, options.limit)) {
      this.requireOpen();
      options.signal?.throwIfAborted();
      yield copy(event);
    }
  }

  async readLast(): Promise<StoredEvent | undefined> {
    this.requireOpen();
    return this.log.at(-1);
  }

  async *readAll(options: ReadAllOptions = {}): AsyncGenerator<StoredEvent, undefined> {
    this.requireOpen();
    const events = this.after(options.after).filter((event) => matches(event, options.filter));
    for (const event of events.slice(0, options.limit)) {
      this.requireOpen();
      options.signal?.throwIfAborted();
      yield copy(event);
    }
  }

  async *subscribe(options: SubscribeOptions = {}): AsyncGenerator<SubscriptionMessage, undefined> {
    this.requireOpen();
    const { signal, filter } = options;
    const wake = (): void => this.wake();
    signal?.addEventListener('abort', wake);
    try {
      let { after } = options;
      while (!signal?.aborted && !this.closed) {
        const grown = this.grown.promise;
        const events = this.after(after);
        for (const event of events) {
          if (signal?.aborted) return;
          after = event.position;
          if (matches(event, filter)) yield { kind: 'event', event: copy(event) };
          else yield { kind: 'checkpoint', position: event.position };
        }
        yield { kind: 'caughtUp' };
        await grown;
      }
    } finally {
      signal?.removeEventListener('abort', wake);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    this.wake();
  }

  private after(position: bigint | undefined): StoredEvent[] {
    if (position === undefined) return [...this.log];
    let low = 0;
    for (let high = this.log.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((this.log[middle] as StoredEvent).position <= position) low = middle + 1;
      else high = middle;
    }
    return this.log.slice(low);
  }

  private wake(): void {
    this.grown.resolve();
    this.grown = Promise.withResolvers();
  }

  private requireOpen(): void {
    if (this.closed) throw new StoreClosed();
  }
}

function matches(event: StoredEvent, filter: Filter | undefined): boolean {
  if (!filter) return true;
  if ('streams' in filter) return filter.streams.some((prefix) => event.stream.startsWith(prefix));
  return filter.types.some((prefix) => event.type.startsWith(prefix));
}

/** A reader owns what it gets, as it does with every other store. */
function copy(event: StoredEvent): StoredEvent {
  return { ...event };
}
