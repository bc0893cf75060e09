import type { EventStore } from '#event-store';
import type { StoredEvent } from '#kernel';
import { mustBeWhole } from './histories.ts';
import type { Sequencer } from './sequencer.ts';
import { categoryOf, type Sequenced } from './view.ts';

const NAMES_PER_PAGE = 400;
/** So many events are read and numbered together: a log or a database on a server answers for many as fast as for one. */
const EVENTS_TOGETHER = 100;
const STREAMS_TOGETHER_MAX = 32;

/** A stream with its events up to the pinned one. */
export interface StreamHistory {
  readonly name: string;
  readonly events: readonly Sequenced[];
}

/** The streams of some categories in the order of their names, read a few ahead of whoever takes them. */
export class StreamsAhead {
  private readonly log: EventStore;
  private readonly sequencer: Sequencer;
  private readonly categories: readonly string[];
  private readonly pin: { readonly seq: number; readonly position: bigint };
  private after: string;
  private names: string[] = [];
  private ready: StreamHistory[] = [];
  private coming: Promise<StreamHistory[]> | undefined;
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
    this.after = parts.after;
  }

  /** Undefined after the last one. */
  async next(): Promise<StreamHistory | undefined> {
    if (!this.ready.length) {
      this.ready = await (this.coming ?? this.group());
      this.coming = this.ready.length ? this.group() : undefined;
      // It fails for whoever asks for it.
      this.coming?.catch(() => undefined);
    }
    return this.ready.shift();
  }

  private async group(): Promise<StreamHistory[]> {
    const count = Math.max(1, Math.min(STREAMS_TOGETHER_MAX, Math.floor(EVENTS_TOGETHER / this.usual)));
    const names = await this.nextNames(count);
    if (!names.length) return [];
    const read = await Promise.all(names.map((name) => this.read(name)));
    const numbered = await this.sequencer.numbered(read.flat());
    let from = 0;
    const group = names.map((name, i) => {
      const { length } = read[i] as StoredEvent[];
      from += length;
      return { name, events: numbered.slice(from - length, from) };
    });
    this.usual = Math.max(1, numbered.length / names.length);
    return group;
  }

  private async read(name: string): Promise<StoredEvent[]> {
    const events: StoredEvent[] = [];
    for await (const event of this.log.readStream(name)) {
      if (event.position > this.pin.position) break;
      events.push(event);
    }
    // The numbers know its first event, so there is one.
    mustBeWhole(name, events, Math.max(1, events.length));
    return events;
  }

  private async nextNames(count: number): Promise<string[]> {
    if (!this.names.length) this.names = await this.page();
    const names = this.names.splice(0, count);
    this.after = names.at(-1) ?? this.after;
    return names;
  }

  private async page(): Promise<string[]> {
    for (const category of this.categories) {
      if (category < categoryOf(this.after)) continue;
      const page = await this.sequencer.streamsAfter(category, this.after, this.pin.seq, NAMES_PER_PAGE);
      if (page.length) return page;
    }
    return [];
  }
}
