import type { StoredEvent } from '#kernel';
import { isBeginning } from './bookkeeping.ts';
import type { ServerEvent } from './connection.ts';
import { ours } from './events.ts';
import { reading } from './reads.ts';
import type { Server } from './server.ts';

/** Records that are asked for at first: the last one is commonly ours. */
const GLANCE = 8;

/** What is known: the last event of ours at or before a position. */
interface Known {
  readonly upTo: bigint;
  readonly last: StoredEvent | undefined;
}

/**
 * Finds the last event of ours, looking back over what the server has written for itself since. What was looked through once
 * is remembered, so that it stays cheap on a log to which nobody else appends.
 */
export class LastEvent {
  readonly #server: Server;
  #known: Known = { upTo: -1n, last: undefined };

  constructor(server: Server) {
    this.#server = server;
  }

  /** Throws what the client throws. */
  async read(): Promise<StoredEvent | undefined> {
    const known = this.#known;
    let top: bigint | undefined;
    for await (const record of this.#backwards()) {
      const position = record.position ?? 0n;
      top ??= position;
      // A log that ends before what was looked through is not the log of then.
      const isKnown = position <= known.upTo && known.upTo <= top;
      const last = isKnown ? known.last : ours(record);
      if (!isKnown && !last && !isBeginning(record)) continue;
      this.#known = { upTo: top, last };
      return last;
    }
    return undefined;
  }

  /** All records, the last one first: a few at a glance, then as many as are asked for. Who asks knows the first one. */
  async *#backwards(): AsyncGenerator<ServerEvent, undefined> {
    const { read: ms, last: troubleMs } = this.#server.address.patience;
    let from: bigint | undefined;
    for (const limit of [GLANCE, Infinity]) {
      let count = 0;
      for await (const arrivals of reading(this.#server, {
        ms,
        troubleMs,
        isWhole: () => count >= limit,
        open: (connection) => ({ start: () => connection.readAll({ from, backwards: true, limit }) }),
      })) {
        for (const arrival of arrivals) {
          if (arrival.kind !== 'event') continue;
          from = arrival.event.position;
          count++;
          yield arrival.event;
        }
      }
    }
  }
}
