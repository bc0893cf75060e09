import { Feed } from '#database';
import type { StoredEvent } from '#kernel';
import { numbered, unnumbered, type Entry } from './entry.ts';
import { PAGE_EVENTS_MAX, type FeedLimits } from './limits.ts';
import { Ring } from './ring.ts';
import { numberedHead, type FeedSource } from './source.ts';

/** After so long without a number the wait begins anew: whoever numbers may be gone for a while. */
const NUMBER_MS = 1_000;

interface Listener {
  /** What came, kept in the ring already. */
  told(ring: Ring, entries: readonly Entry[]): void;
  /** It has ended by itself. */
  failed(error: unknown): void;
}

/**
 * The one subscription to the log for all readers: every event once it is numbered, from the last one that was when it
 * began. Ends with its first failure, so that readers come again after what they have seen.
 */
export class Upstream {
  /** Ready once it is known where it begins. */
  readonly ring: Promise<Ring>;
  private readonly source: FeedSource;
  private readonly listener: Listener;
  private readonly ending = new AbortController();

  constructor(source: FeedSource, limits: FeedLimits, listener: Listener) {
    this.source = source;
    this.listener = listener;
    this.ring = this.begin(limits);
    this.ring.then((ring) => this.pump(ring)).catch((error: unknown) => this.fail(error));
  }

  stop(): void {
    this.ending.abort();
  }

  private async begin(limits: FeedLimits): Promise<Ring> {
    return new Ring((await numberedHead(this.source)).position, limits);
  }

  private async pump(ring: Ring): Promise<void> {
    const { signal } = this.ending;
    const arriving = new Feed(this.source.store, ring.head, (error) => this.fail(error));
    void arriving.run(signal);
    while (!signal.aborted) {
      const events = arriving.peek(PAGE_EVENTS_MAX);
      if (events.length === 0) {
        await arriving.changed();
        continue;
      }
      const entries = await this.withNumbers(events);
      if (signal.aborted) return;
      ring.push(entries);
      arriving.drop(entries.length);
      if (entries.length > 0) this.listener.told(ring, entries);
    }
  }

  /** Those of the first that have their number, waiting for the very first a while. */
  private async withNumbers(events: readonly StoredEvent[]): Promise<Entry[]> {
    const { store, views } = this.source;
    const [first] = events as readonly [StoredEvent];
    if (!(await views.waitForNumber(first.position, NUMBER_MS))) return [];
    const sequence = await views.sequence();
    const seqs = await sequence.numbersAt(events.map(({ position }) => position));
    return seqs.map((seq, i) => numbered(unnumbered(store.storeId, events[i] as StoredEvent), seq));
  }

  private fail(error: unknown): void {
    if (this.ending.signal.aborted) return;
    this.ending.abort();
    this.listener.failed(error);
  }
}
