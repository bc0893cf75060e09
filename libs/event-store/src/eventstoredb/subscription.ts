import { PositionBeyondLog } from '../errors.ts';
import type { Filter, SubscriptionMessage } from '../port.ts';
import type { Connection, ServerEvent } from './connection.ts';
import { matcherOf, ours } from './events.ts';
import { EndedEarly, faultOf, Silence } from './faults.ts';
import type { Arrival, Inflow } from './inflow.ts';
import { pause } from './patience.ts';
import { lastPosition, subscribing } from './reads.ts';
import type { Server } from './server.ts';

export interface Wish {
  readonly after: bigint;
  readonly filter: Filter | undefined;
  readonly signal: AbortSignal | undefined;
}

/**
 * Events, checkpoints and caughtUp in one order, for as long as nobody ends it: what breaks off is begun again after the last
 * message that was handed out. The iterator's `return` also ends a pull that is waiting.
 */
export function subscription(server: Server, wish: Wish): AsyncIterable<SubscriptionMessage> {
  const matches = matcherOf(wish.filter);
  return {
    [Symbol.asyncIterator]() {
      const returned = new AbortController();
      const signals = [server.closed, returned.signal, ...(wish.signal ? [wish.signal] : [])];
      const following = new Following(server, { ...wish, signal: AbortSignal.any(signals) }, matches);
      const messages = following.messages();
      return {
        next: () => messages.next(),
        return: () => {
          returned.abort();
          return messages.return(undefined);
        },
      };
    },
  };
}

type Matcher = ReturnType<typeof matcherOf>;

/** One subscription over all its lives on the server. */
class Following {
  readonly #server: Server;
  readonly #filter: Filter | undefined;
  readonly #signal: AbortSignal;
  readonly #matches: Matcher;
  /** Of the last message that was handed out. */
  #position: bigint;
  /** Of the last record that has come, or beyond which the server was asked to begin. */
  #seen: bigint;

  constructor(server: Server, wish: Wish & { readonly signal: AbortSignal }, matches: Matcher) {
    this.#server = server;
    this.#filter = wish.filter;
    this.#signal = wish.signal;
    this.#matches = matches;
    this.#position = this.#seen = wish.after;
  }

  async *messages(): AsyncGenerator<SubscriptionMessage, undefined> {
    const { patience, timers } = this.#server.address;
    const backoff = this.#server.backoff(patience.resubscribe, patience.resubscribeMax);
    while (!this.#signal.aborted) {
      const began = this.#position;
      let connection: Connection | undefined;
      try {
        connection = await this.#server.connection(patience.attempt);
        const end = await lastPosition(this.#server, connection, patience.attempt);
        if (this.#position > end) throw new PositionBeyondLog(this.#position, end);
        if (this.#filter) yield* this.#catchUp(connection, this.#filter, end);
        for await (const message of this.#follow(connection)) {
          if (message.kind === 'caughtUp') backoff.reset();
          yield message;
        }
      } catch (error) {
        if (this.#signal.aborted) return;
        const fault = faultOf(error);
        if (fault?.kind !== 'again') throw this.#server.failure(error, 'all');
        this.#server.doubt(connection, fault);
      }
      if (this.#position > began) backoff.reset();
      await pause(timers, backoff.next(), this.#signal);
    }
  }

  /** What matches up to the end of the log, looked for by the server. Ends where it has caught up, without saying so. */
  async *#catchUp(connection: Connection, filter: Filter, end: bigint): AsyncGenerator<SubscriptionMessage, undefined> {
    for await (const arrival of this.#arrivals(connection, filter)) {
      if (arrival.kind === 'caughtUp') return;
      if (arrival.kind === 'event') yield this.#told(arrival.event);
      // A checkpoint may stand behind the last record that is shown, where nothing could begin again.
      const position = arrival.kind === 'checkpoint' && arrival.position < end ? arrival.position : end;
      if (arrival.kind === 'checkpoint' && position > this.#position) yield this.#checkpoint(position);
    }
  }

  /** Everything, from the last message on: so checkpoints come with every record, also where the filter lets none through. */
  async *#follow(connection: Connection): AsyncGenerator<SubscriptionMessage, undefined> {
    for await (const arrival of this.#arrivals(connection, undefined)) {
      if (arrival.kind === 'event') yield this.#told(arrival.event);
      else yield arrival;
    }
  }

  /** One life on the server; throws when it is over. */
  async *#arrivals(connection: Connection, filter: Filter | undefined): AsyncGenerator<Arrival, undefined> {
    const server = this.#server;
    const ms = server.address.patience.attempt;
    this.#signal.throwIfAborted();
    const { before = [], start } = await subscribing(server, connection, { after: this.#position, filter, ms });
    yield* before;
    this.#seen = this.#position;
    const inflow = server.flow(start);
    const stop = () => inflow.stop();
    this.#signal.addEventListener('abort', stop);
    try {
      for (let live = false; !this.#signal.aborted;) {
        const next: Promise<readonly Arrival[] | undefined> = live
          ? this.#nextLive(inflow, connection)
          : this.#nextOld(inflow);
        const arrivals = await next;
        if (!arrivals) throw new EndedEarly('the server has ended the subscription');
        for (const arrival of arrivals) {
          if (arrival.kind === 'event') {
            this.#seen = arrival.event.position ?? this.#seen;
            if (this.#seen <= this.#position) continue; // no server should, but twice would be once too often
          }
          live ||= arrival.kind === 'caughtUp';
          yield arrival;
          if (this.#signal.aborted) return;
        }
      }
    } finally {
      this.#signal.removeEventListener('abort', stop);
      server.letGo(inflow);
    }
  }

  /** Until it has caught up the server always has something to say. */
  #nextOld(inflow: Inflow): Promise<readonly Arrival[] | undefined> {
    return inflow.take(this.#server.address.patience.read);
  }

  /** Nothing may come for hours; but where something stands in the log that has not come, the subscription is dead. */
  async #nextLive(inflow: Inflow, connection: Connection): Promise<readonly Arrival[] | undefined> {
    const { silence, grace, attempt } = this.#server.address.patience;
    try {
      return await inflow.take(silence);
    } catch (error) {
      if (!(error instanceof Silence)) throw error;
      const end = await lastPosition(this.#server, connection, attempt);
      return end > this.#seen ? inflow.take(grace) : [];
    }
  }

  #told(event: ServerEvent): SubscriptionMessage {
    const found = ours(event);
    const position = event.position ?? this.#position;
    if (!found || !this.#matches(found)) return this.#checkpoint(position);
    this.#position = position;
    return { kind: 'event', event: found };
  }

  #checkpoint(position: bigint): SubscriptionMessage {
    this.#position = position;
    return { kind: 'checkpoint', position };
  }
}
