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
import { isName, prepareAppend, requireFromZero, requireLimit } from '../validate.ts';
import { appendTo, outgoing, REVISION_MAX, Stamps } from './appends.ts';
import { matcherOf, requireOurs } from './events.ts';
import { faultOf } from './faults.ts';
import { LastEvent } from './last-event.ts';
import { reading } from './reads.ts';
import type { Server } from './server.ts';
import { subscription } from './subscription.ts';
import { Turns } from './turns.ts';
import { readWholeLog } from './whole-log.ts';

/** The log on an EventStoreDB or KurrentDB server. */
export class ServerStore implements EventStore {
  readonly storeId: string;
  readonly formerIds: readonly string[];
  readonly #server: Server;
  /** Absent where the store was opened read-only. */
  readonly #stamps: Stamps | undefined;
  readonly #last: LastEvent;
  protected readonly turns = new Turns();
  #closed: Promise<void> | undefined;

  constructor(
    server: Server,
    { storeId, formerIds }: Pick<EventStore, 'storeId' | 'formerIds'>,
    clock: (() => number) | undefined,
  ) {
    this.storeId = storeId;
    this.formerIds = formerIds;
    this.#server = server;
    this.#stamps = clock && new Stamps(clock);
    this.#last = new LastEvent(server);
  }

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    this.requireOpen();
    if (!this.#stamps) throw new StoreReadOnly();
    const prepared = prepareAppend(stream, events, expected);
    const sentAt = this.#stamps.next();
    const sent = outgoing(prepared, sentAt);
    const until = this.#server.now + this.#server.address.patience.append;
    const work = () => appendTo(this.#server, stream, sent, { expected, until });
    const { revision, position } = await this.turns.take(stream, work);
    return { revision, position, sentAt };
  }

  /**
   * What the server ends early is read on where that can be told: backwards always, forwards where nothing has come. Beyond
   * that the end of a stream is where the server says it is, for this client passes no other sign of it on.
   */
  async *readStream(stream: string, options: ReadStreamOptions = {}): AsyncGenerator<StoredEvent, undefined> {
    this.requireOpen();
    const { limit = Infinity, signal } = options;
    requireLimit(limit);
    requireFromZero('a revision', options.from);
    if (limit === 0) return;
    signal?.throwIfAborted();
    // What the port takes no events for has none; the server would show what is its own or our bookkeeping.
    if (!isName(stream)) throw new StreamNotFound(stream);
    const backwards = options.direction === 'backwards';
    let { from } = options;
    if (from !== undefined && from > REVISION_MAX) from = REVISION_MAX;
    let left = limit;
    const { read: ms } = this.#server.address.patience;
    try {
      for await (const arrivals of reading(this.#server, {
        ms,
        signal,
        isWhole: () => !backwards && (from ?? 0n) > 0n,
        open: (connection) => ({ start: () => connection.readStream(stream, { from, backwards, limit: left }) }),
      })) {
        for (const arrival of arrivals) {
          if (arrival.kind !== 'event') continue;
          const event = requireOurs(arrival.event);
          yield event;
          if (--left === 0 || (backwards && event.revision === 0n)) return;
          from = event.revision + (backwards ? -1n : 1n);
        }
      }
    } catch (error) {
      if (faultOf(error)?.kind === 'noStream') throw new StreamNotFound(stream);
      throw this.#failure(error, signal, 'stream');
    }
  }

  async readLast(): Promise<StoredEvent | undefined> {
    this.requireOpen();
    try {
      return await this.#last.read();
    } catch (error) {
      throw this.#failure(error, undefined, 'all');
    }
  }

  readAll(options: ReadAllOptions = {}): AsyncIterable<StoredEvent> {
    return readWholeLog(this.#server, options, () => this.requireOpen());
  }

  subscribe({ after = 0n, filter, signal }: SubscribeOptions = {}): AsyncIterable<SubscriptionMessage> {
    this.requireOpen();
    requireFromZero('a position', after);
    matcherOf(filter); // refuses what could match nothing
    return subscription(this.#server, { after, filter, signal });
  }

  close(): Promise<void> {
    this.#closed ??= this.#shut();
    return this.#closed;
  }

  protected requireOpen(): void {
    if (this.#closed) throw new StoreClosed();
  }

  async #shut(): Promise<void> {
    this.#server.hurry();
    await this.turns.settled();
    await this.#server.close();
  }

  #failure(error: unknown, signal: AbortSignal | undefined, subject: 'all' | 'stream'): unknown {
    return signal?.aborted ? error : this.#server.failure(error, subject);
  }
}
