import { EndedEarly, Silence } from './faults.ts';
import type { Incoming, ServerEvent } from './connection.ts';
import { within, type Timers } from './patience.ts';

/** What a subscription says between its events. */
export type Mark = { readonly kind: 'checkpoint'; readonly position: bigint } | { readonly kind: 'caughtUp' };
export type Arrival = { readonly kind: 'event'; readonly event: ServerEvent } | Mark;

/** Arrivals that wait; the server is held back while there are so many. An event is commonly below 1 KiB. */
const WAITING_MAX = 256;

/**
 * Events and marks in the one order in which the server sent them, with the server held back while nobody takes them. The
 * client calls back for a mark as it arrives, ahead of the events that its buffers hold: so a mark is put after as many.
 */
export class Inflow {
  readonly #incoming: Incoming;
  readonly #timers: Timers;
  #waiting: Arrival[] = [];
  /** Marks that came before the events they follow, and how many events those are. */
  readonly #early: { readonly mark: Mark; readonly after: number }[] = [];
  #events = 0;
  #ended: { readonly error?: unknown } | undefined;
  /** Wakes who waits for something new. */
  #wake: (() => void) | undefined;

  /** `start` is handed what marks are told to. */
  constructor(timers: Timers, start: (mark: (mark: Mark) => void) => Incoming) {
    this.#timers = timers;
    this.#incoming = start((mark) => this.#mark(mark));
    const { flow, eventOf } = this.#incoming;
    flow.on('data', (chunk) => {
      const event = eventOf(chunk);
      this.#events++;
      if (event) this.#put({ kind: 'event', event });
      this.#placeMarks();
    });
    flow.on('end', () => this.#end({}));
    flow.on('error', (error) => this.#end({ error }));
  }

  /**
   * What has arrived, or the next that does; undefined after the last. Throws what the read ended with, once everything
   * before it was taken, and {@link Silence} where nothing comes for so long.
   */
  async take(silenceMs: number): Promise<readonly Arrival[] | undefined> {
    while (this.#waiting.length === 0) {
      if (this.#ended && 'error' in this.#ended) throw this.#ended.error;
      if (this.#ended) return undefined;
      const change = new Promise<void>((resolve) => (this.#wake = resolve));
      await within(this.#timers, silenceMs, change, () => new Silence(`no answer for ${silenceMs} ms`));
      this.#wake = undefined;
    }
    const taken = this.#waiting;
    this.#waiting = [];
    if (!this.#ended) this.#incoming.flow.resume();
    return taken;
  }

  /** Ends it from this side; who waits is told the error. */
  stop(error: unknown = new EndedEarly('stopped')): void {
    this.#incoming.stop();
    this.#end({ error });
  }

  #mark(mark: Mark): void {
    this.#early.push({ mark, after: this.#events + this.#incoming.flow.readableLength });
    this.#placeMarks();
  }

  #placeMarks(): void {
    while (this.#early[0] && this.#early[0].after <= this.#events) {
      const { mark } = this.#early.shift() as { mark: Mark };
      // Of checkpoints in a row the last one says everything.
      if (mark.kind === 'checkpoint' && this.#waiting.at(-1)?.kind === 'checkpoint') this.#waiting.pop();
      this.#put(mark);
    }
  }

  #put(arrival: Arrival): void {
    if (this.#ended) return;
    this.#waiting.push(arrival);
    if (this.#waiting.length >= WAITING_MAX) this.#incoming.flow.pause();
    if (this.#waiting.length > 1 || !this.#wake) return;
    // In the next turn: what arrives together is then taken together, which costs a fraction.
    setImmediate(() => this.#wake?.());
  }

  #end(how: { readonly error?: unknown }): void {
    this.#ended ??= how;
    this.#wake?.();
  }
}
