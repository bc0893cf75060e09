import type { EventStore } from '#event-store';
import { EventNotUnderstood, type StoredEvent } from '#kernel';
import { mustBeWhole } from './histories.ts';
import type { Sequencer } from './sequencer.ts';
import { categoryOf, type Sequenced } from './view.ts';

const NAMES_PER_PAGE = 400;
/** So many events are read and numbered together: a log or a database on a server answers for many as fast as for one. */
const EVENTS_TOGETHER = 100;
const STREAMS_TOGETHER_MAX = 32;
/** Groups under way at a time, so that who folds one finds the next one ready. */
const GROUPS_AHEAD = 3;

/** A stream with its events up to the pinned one. */
export interface StreamHistory {
  readonly name: string;
  readonly events: readonly Sequenced[];
}

/**
 * The streams of some categories in the order of their first events, read a few ahead of whoever takes them: their events lie
 * near each other in the log, and rows that are named by their numbers are written in order.
 */
export class StreamsAhead {
  private readonly log: EventStore;
  private readonly sequencer: Sequencer;
  private readonly categories: readonly string[];
  private readonly pin: { readonly seq: number; readonly position: bigint };
  private readonly names: AsyncGenerator<readonly string[], void>;
  private ready: StreamHistory[] = [];
  private readonly coming: Promise<StreamHistory[]>[] = [];
  /** Events of a stream, as those before it had them. */
  private usual = EVENTS_TOGETHER;

  constructor(parts: {
    readonly log: EventStore;
    readonly sequencer: Sequencer;
    readonly categories: readonly string[];
    /** The last event that is read. */
    readonly pin: { readonly seq: number; readonly position: bigint };
    /** The stream after which it begins; empty for the first one. */
    readonly after: string;
  }) {
    this.log = parts.log;
    this.sequencer = parts.sequencer;
    this.categories = parts.categories.toSorted();
    this.pin = parts.pin;
    this.names = this.grouped(parts.after);
  }

  /** Undefined after the last one. */
  async next(): Promise<StreamHistory | undefined> {
    if (!this.ready.length) {
      while (this.coming.length < GROUPS_AHEAD) this.coming.push(this.group());
      this.ready = (await this.coming.shift()) ?? [];
    }
    return this.ready.shift();
  }

  private group(): Promise<StreamHistory[]> {
    const group = this.names.next().then(({ value }) => this.histories(value ?? []));
    // It fails for whoever takes it.
    group.catch(() => undefined);
    return group;
  }

  private async histories(names: readonly string[]): Promise<StreamHistory[]> {
    if (!names.length) return [];
    const read = await Promise.all(names.map((name) => this.read(name)));
    const numbered = await this.sequencer.numbered(read.flat());
    this.usual = Math.max(1, numbered.length / names.length);
    let from = 0;
    return names.map((name, i) => {
      const { length } = read[i] as StoredEvent[];
      from += length;
      return { name, events: numbered.slice(from - length, from) };
    });
  }

  private async read(name: string): Promise<StoredEvent[]> {
    const events: StoredEvent[] = [];
    try {
      for await (const event of this.log.readStream(name)) {
        if (event.position > this.pin.position) break;
        events.push(event);
      }
    } catch (error) {
      if (!(error instanceof EventNotUnderstood)) throw error;
      // Whoever folds the stream stops there.
      if (error.event.position <= this.pin.position) events.push(error.event);
    }
    // The numbers know its first event, so there is one.
    mustBeWhole(name, events, Math.max(1, events.length));
    return events;
  }

  private async *grouped(after: string): AsyncGenerator<readonly string[], void> {
    for (const category of this.categories) {
      if (category < categoryOf(after)) continue;
      for (let last = after; ;) {
        const page = await this.sequencer.streamsAfter(category, last, this.pin.seq, NAMES_PER_PAGE);
        for (let rest = page; rest.length > 0;) {
          const count = Math.max(1, Math.min(STREAMS_TOGETHER_MAX, Math.floor(EVENTS_TOGETHER / this.usual)));
          yield rest.slice(0, count);
          rest = rest.slice(count);
        }
        if (page.length < NAMES_PER_PAGE) break;
        last = page.at(-1) as string;
      }
    }
  }
}
