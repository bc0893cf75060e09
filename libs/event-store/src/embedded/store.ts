import { setImmediate } from 'node:timers/promises';
import type { NewEvent, StoredEvent } from '#kernel';
import { StoreReadOnly } from '../errors.ts';
import { StoreClosed, StreamNotFound } from '../port.ts';
import type {
  Appended,
  EventStore,
  ExpectedRevision,
  ReadAllOptions,
  ReadStreamOptions,
  SubscribeOptions,
  SubscriptionMessage,
} from '../port.ts';
import { prepareAppend, requireFromZero, requireLimit } from '../validate.ts';
import type { Appender } from './appender.ts';
import { compileFilter } from './reader.ts';
import type { CompiledFilter, Reader } from './reader.ts';
import { subscription } from './subscription.ts';
import type { Wakeups } from './wakeups.ts';

/** The log in one SQLite file. Reads happen on the caller's thread in short pages, writes on a thread of their own. */
export class EmbeddedStore implements EventStore {
  readonly storeId: string;
  readonly formerIds: readonly string[];
  readonly #reader: Reader;
  readonly #wakeups: Wakeups;
  /** Absent where the store was opened read-only. */
  readonly #appender: Appender | undefined;
  #closed: Promise<void> | undefined;

  constructor(
    { storeId, formerIds }: Pick<EventStore, 'storeId' | 'formerIds'>,
    reader: Reader,
    wakeups: Wakeups,
    appender: Appender | undefined,
  ) {
    this.storeId = storeId;
    this.formerIds = formerIds;
    this.#reader = reader;
    this.#wakeups = wakeups;
    this.#appender = appender;
  }

  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    try {
      this.#requireOpen();
      if (!this.#appender) throw new StoreReadOnly();
      return this.#appender.append(stream, prepareAppend(stream, events, expected), expected);
    } catch (error) {
      return Promise.reject(error as Error);
    }
  }

  async *readStream(stream: string, options: ReadStreamOptions = {}): AsyncGenerator<StoredEvent, undefined> {
    this.#requireOpen();
    requireLimit(options.limit);
    requireFromZero('a revision', options.from);
    const backwards = options.direction === 'backwards';
    let left = options.limit ?? Infinity;
    let from = options.from;
    let first = true;
    while (left > 0) {
      this.#requireReadable(options.signal);
      const events = this.#reader.streamPage(stream, backwards, from, left);
      if (events.length === 0 && first && !this.#reader.exists(stream)) throw new StreamNotFound(stream);
      yield* events;
      const last = events.at(-1);
      if (!last || (backwards && last.revision === 0n)) return;
      left -= events.length;
      from = last.revision + (backwards ? -1n : 1n);
      first = false;
      await setImmediate();
    }
  }

  async readLast(): Promise<StoredEvent | undefined> {
    this.#requireOpen();
    return this.#reader.last();
  }

  /** Ends at the event that was the last one when the read began. */
  async *readAll(options: ReadAllOptions = {}): AsyncGenerator<StoredEvent, undefined> {
    this.#requireOpen();
    requireLimit(options.limit);
    requireFromZero('a position', options.after);
    const filter = compileFilter(options.filter);
    const head = this.#reader.head();
    let left = options.limit ?? Infinity;
    let after = options.after ?? 0n;
    while (left > 0) {
      this.#requireReadable(options.signal);
      const page = this.#reader.page(after, head, filter, left);
      yield* page.events;
      left -= page.events.length;
      after = page.upTo;
      if (after === head) return;
      await setImmediate();
    }
  }

  subscribe(options: SubscribeOptions = {}): AsyncIterable<SubscriptionMessage> {
    this.#requireOpen();
    requireFromZero('a position', options.after);
    const feed = {
      page: (after: bigint, filter: CompiledFilter | undefined) => {
        if (this.#closed) return undefined;
        const head = this.#reader.head();
        const page = this.#reader.page(after, head, filter, Infinity);
        return { ...page, atEnd: page.upTo === head };
      },
      join: () => {
        this.#requireOpen();
        return this.#wakeups.join();
      },
      leave: this.#wakeups.leave.bind(this.#wakeups),
    };
    return subscription(feed, options.after ?? 0n, compileFilter(options.filter), options.signal);
  }

  close(): Promise<void> {
    this.#closed ??= this.#shut();
    return this.#closed;
  }

  async #shut(): Promise<void> {
    this.#wakeups.wakeAll(); // they look at the log in a later turn, when `#closed` is set
    await this.#appender?.close();
    this.#wakeups.stop();
    this.#reader.close();
  }

  #requireOpen(): void {
    if (this.#closed) throw new StoreClosed();
  }

  /** A read that was cut short must not look like one that came to its end. */
  #requireReadable(signal: AbortSignal | undefined): void {
    this.#requireOpen();
    signal?.throwIfAborted();
  }
}
