import type { EventStore } from '#event-store';
import type { StoredEvent } from '#kernel';
import { Lru } from './lru.ts';
import type { Sequencer } from './sequencer.ts';
import type { Sequenced } from './view.ts';

/** Events held for all views together; an event weighs about 1 KiB. */
const EVENTS_KEPT_MAX = 100_000;

/** The events of streams, shared by all views so that what they derive from one history is derived once. */
export class Histories {
  private readonly kept = new Lru<readonly Sequenced[]>(EVENTS_KEPT_MAX);
  private readonly log: EventStore;
  private readonly sequencer: Sequencer;

  constructor(log: EventStore, sequencer: Sequencer) {
    this.log = log;
    this.sequencer = sequencer;
  }

  /** Every event of the stream up to this one. The array never changes: a longer history is another array. */
  async upTo(event: Sequenced): Promise<readonly Sequenced[]> {
    const length = Number(event.revision) + 1;
    const known = this.kept.get(event.stream);
    if (known && known.length >= length) return known.length === length ? known : known.slice(0, length);
    const history =
      known && known.length === length - 1
        ? [...known, event]
        : length === 1
          ? [event]
          : await this.read(event.stream, length);
    this.kept.set(event.stream, history, length);
    return history;
  }

  private async read(stream: string, length: number): Promise<readonly Sequenced[]> {
    const events: StoredEvent[] = [];
    for await (const event of this.log.readStream(stream, { limit: length })) events.push(event);
    mustBeWhole(stream, events, length);
    return this.sequencer.numbered(events);
  }
}

/** Throws where the first events of a stream are not all there: an answer of a log that broke off is asked for again. */
export function mustBeWhole(stream: string, events: readonly StoredEvent[], length: number): void {
  const odd = events.findIndex(({ revision }, i) => revision !== BigInt(i));
  if (odd < 0 && events.length === length) return;
  const found = events[odd]?.revision ?? 'nothing';
  throw new Error(`the log gave ${found} of ${stream} where revision ${odd < 0 ? events.length : odd} stands`);
}
