import { setMaxListeners } from 'node:events';
import { ForeignPosition, type ServerTrouble } from '../errors.ts';
import { StoreClosed, StoreUnavailable } from '../port.ts';
import { Connection, type Certificates, type Incoming, type ServerEvent } from './connection.ts';
import { faultOf, Silence, type Fault } from './faults.ts';
import { Inflow, type Mark } from './inflow.ts';
import { Backoff, pause, within, type Patience, type Timers } from './patience.ts';
import { saying } from './saying.ts';
import type { Host, ServerUrl } from './url.ts';

/** Where the server is, how it is spoken to, and how long it is waited for. */
export interface Address {
  readonly url: ServerUrl;
  readonly certificates: Certificates;
  readonly patience: Patience;
  readonly timers: Timers;
  readonly random: () => number;
}

/** Looks at a new connection before anything else is done with it. */
export type Greeting = (connection: Connection) => Promise<void>;

interface Contact {
  readonly connection: Connection;
  /** Once it has been greeted. */
  readonly ready: Promise<void>;
  isReady: boolean;
}

export interface Rest {
  readonly backoff: Backoff;
  /** Time after which it is not tried again. */
  readonly until: number;
  readonly signal?: AbortSignal | undefined;
}

/** A call's own limit is the server's or the client's; this is the backstop where both fail. */
const BACKSTOP_MS = 250;

/**
 * The server as one handle sees it: one connection at a time, made anew whenever it is in doubt, and greeted first, because
 * there may be another server by then.
 */
export class Server {
  readonly address: Address;
  greeting: Greeting = async () => undefined;
  readonly #flows = new Set<Inflow>();
  readonly #ending = new AbortController();
  #current: Contact | undefined;
  /** Where the next connection goes: the leader, as another node named it. */
  #leader: Host | undefined;
  /** Time after which nothing is tried again. */
  #hurry = Infinity;

  constructor(address: Address) {
    this.address = address;
    setMaxListeners(0, this.#ending.signal); // one for each call that is under way
  }

  /** Aborted once the handle is closed. */
  get closed(): AbortSignal {
    return this.#ending.signal;
  }

  get now(): number {
    return this.address.timers.now();
  }

  /** A connection that has been greeted. Throws what the client throws, {@link Silence}, and what the greeting throws. */
  async connection(ms: number): Promise<Connection> {
    if (this.closed.aborted) throw new StoreClosed();
    if (this.#current?.connection.isLost) this.#current = undefined;
    const contact = (this.#current ??= this.#dial());
    if (!contact.isReady) await this.within(ms, contact.ready);
    return contact.connection;
  }

  /** Something went wrong on a connection; the next caller gets a new one. */
  doubt(connection: Connection | undefined, fault: Fault | undefined): void {
    if (!connection || fault?.kind !== 'again' || !fault.renew) return;
    if (this.#current?.connection !== connection) return;
    this.#current = undefined;
    // A node that does not know better names itself as the leader: then all are asked again.
    const { leader } = fault;
    this.#leader = leader && `${leader.address}:${leader.port}` !== connection.node ? leader : undefined;
    connection.retire();
  }

  /**
   * Does something on a connection, again and again while it may go better next time, with growing pauses; the time is for all
   * of it, and cut short where the handle is being closed. Throws the last error as it came.
   */
  async persist<T>(
    ms: number,
    work: (connection: Connection, ms: number) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const until = this.now + ms;
    const backoff = this.backoff();
    for (;;) {
      let connection: Connection | undefined;
      try {
        if (this.now >= this.#hurry) throw new Silence('not sent: the handle is being closed');
        connection = await this.connection(this.left(Math.min(until, this.#hurry)));
        const left = Math.min(this.address.patience.attempt, this.left(Math.min(until, this.#hurry)));
        return await this.within(left + BACKSTOP_MS, work(connection, left));
      } catch (error) {
        await this.rest(connection, error, { backoff, until, signal });
      }
    }
  }

  /** A pause after a failure that may go better next time, if there is time for it. Throws the error otherwise. */
  async rest(connection: Connection | undefined, error: unknown, { backoff, until, signal }: Rest): Promise<void> {
    const fault = faultOf(error);
    this.doubt(connection, fault);
    if (fault?.kind !== 'again') throw error;
    const wait = backoff.next();
    if (this.now + wait >= Math.min(until, this.#hurry)) throw error;
    await pause(this.address.timers, wait, signal ? AbortSignal.any([signal, this.closed]) : this.closed);
    signal?.throwIfAborted();
  }

  /** Starts a read or a subscription. It ends with StoreClosed when the handle is closed. */
  flow(start: (mark: (mark: Mark) => void) => Incoming): Inflow {
    if (this.closed.aborted) throw new StoreClosed();
    const inflow = new Inflow(this.address.timers, start);
    this.#flows.add(inflow);
    return inflow;
  }

  letGo(inflow: Inflow): void {
    this.#flows.delete(inflow);
    inflow.stop();
  }

  /** All events of a short read. */
  async all(ms: number, start: () => Incoming): Promise<readonly ServerEvent[]> {
    const inflow = this.flow(start);
    const events: ServerEvent[] = [];
    try {
      for (let arrived; (arrived = await inflow.take(ms));) {
        for (const arrival of arrived) if (arrival.kind === 'event') events.push(arrival.event);
      }
      return events;
    } finally {
      this.letGo(inflow);
    }
  }

  backoff(first = this.address.patience.pause, max = this.address.patience.pauseMax): Backoff {
    return new Backoff(first, max, this.address.random);
  }

  left(until: number): number {
    return Math.max(until - this.now, 1);
  }

  within<T>(ms: number, promise: Promise<T>): Promise<T> {
    return within(this.address.timers, ms, promise, () => new Silence(`no answer within ${Math.round(ms)} ms`));
  }

  /** The error for whoever called, from what the client threw. What is no error of the client or the network stays as it is. */
  failure(error: unknown, subject: 'all' | 'stream'): Error {
    if (faultOf(error)?.kind === 'noPlace') {
      return new ForeignPosition('no place of this log: was the server restored or swapped?', { cause: error });
    }
    const trouble = troubleOf(error, subject);
    if (trouble === undefined) return error as Error;
    return new StoreUnavailable(saying(this.address.url, trouble ?? undefined, error), {
      cause: error,
      ...(trouble && { reason: trouble }),
    });
  }

  /** What is under way is not tried much longer. */
  hurry(): void {
    this.#hurry = Math.min(this.#hurry, this.now + this.address.patience.attempt);
  }

  async close(): Promise<void> {
    this.#ending.abort();
    for (const inflow of this.#flows) inflow.stop(new StoreClosed());
    const current = this.#current;
    this.#current = undefined;
    if (!current) return;
    // The client waits for its streams to say that they have ended; the socket need not.
    await this.within(BACKSTOP_MS, current.connection.close()).catch(() => undefined);
    current.connection.retire();
  }

  #dial(): Contact {
    const { url, certificates, patience } = this.address;
    const connection = new Connection(url, certificates, this.#leader);
    this.#leader = undefined;
    const greeted = this.within(patience.attempt, this.greeting(connection));
    const ready = greeted.catch((error: unknown) => {
      this.doubt(connection, faultOf(error));
      if (this.#current?.connection === connection) this.#current = undefined;
      connection.retire();
      throw error;
    });
    const contact: Contact = { connection, ready, isReady: false };
    ready.then(
      () => (contact.isReady = true),
      () => undefined, // whoever waits for it is told
    );
    return contact;
  }
}

/** Undefined for what is no trouble of the server's; null for a trouble without a name. */
export function troubleOf(error: unknown, subject: 'all' | 'stream'): ServerTrouble | null | undefined {
  const fault = faultOf(error);
  switch (fault?.kind) {
    case undefined:
      return undefined;
    case 'again':
      return fault.trouble;
    case 'refused':
      return fault.trouble === 'NoRight' && subject === 'all' ? 'NoRightOnAll' : (fault.trouble ?? null);
    case 'deleted':
      return 'NotOurs';
    case 'conflict':
    case 'noPlace':
    case 'noStream':
    case 'tooLarge':
      return null;
  }
}
