import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventStore } from '#event-store';
import type { StoredEvent } from '#kernel';
import { Build, type Pin } from '../build.ts';
import { viewPlace, type Snapshot, type ViewPlace } from '../connection.ts';
import { Follow } from '../follow.ts';
import { Histories } from '../histories.ts';
import { Sequencer } from '../sequencer.ts';
import { ViewStore } from '../view-store.ts';
import type { Sequenced, Table, View } from '../view.ts';
import { ownFolder, type OwnFolder } from './own-folder.ts';

const NUMBERED_TOGETHER_MAX = 5_000;
const FOLLOWED_TOGETHER_MAX = 500;

/** What is told while a long piece of work goes on. */
export type Told = (done: number, of: number) => void;

/**
 * A database beside the running one, in which numbers and views are made from the log once more, each exactly as far as one
 * event, by the code that makes the running ones. It is an SQLite file whatever the running one is, so nothing is written
 * there and no right to write is needed.
 */
export class Side {
  private readonly log: EventStore;
  private readonly own: OwnFolder;
  private readonly sequencer: Sequencer;
  private readonly signal: AbortSignal | undefined;

  private constructor(log: EventStore, own: OwnFolder, sequencer: Sequencer, signal: AbortSignal | undefined) {
    this.log = log;
    this.own = own;
    this.sequencer = sequencer;
    this.signal = signal;
  }

  /** Makes it in a folder of its own in `parent`. */
  static async open(log: EventStore, parent: string, signal?: AbortSignal): Promise<Side> {
    const own = await ownFolder(parent);
    try {
      return new Side(log, own, await Sequencer.open(own.storage, log), signal);
    } catch (error) {
      await own.remove();
      throw error;
    }
  }

  /** Numbers the log as far as this event, or to its end where that comes first. */
  async number(seq: number, told: Told = () => undefined): Promise<void> {
    const { sequencer, log, signal } = this;
    while (sequencer.seq < seq) {
      signal?.throwIfAborted();
      const after = sequencer.position;
      const limit = Math.min(NUMBERED_TOGETHER_MAX, seq - sequencer.seq);
      const events: StoredEvent[] = [];
      for await (const event of log.readAll({ ...(after !== undefined && { after }), limit })) events.push(event);
      if (!events.length) return;
      await sequencer.append(events);
      told(sequencer.seq, seq);
    }
  }

  /** Builds a view as far as this event, or to the end of the log. Throws PoisonEvent for one that the view cannot take. */
  async build(view: View, seq: number, told: Told): Promise<Rebuilt> {
    const { log, sequencer, signal } = this;
    await this.number(seq);
    const bare = withoutIndexes(view);
    const store = await ViewStore.open(this.own.storage, bare);
    try {
      const pin = await this.pinAt(seq);
      const build = new Build({ view: bare, store, log, sequencer, pin, progress: undefined, wake: () => undefined });
      while (!(await build.slice())) {
        told(build.streamsDone, build.streamsTotal);
        await nextTurn();
        if (!signal?.aborted) continue;
        await build.abandon();
        signal.throwIfAborted();
      }
      const histories = new Histories(log, sequencer);
      return new Rebuilt(this, store, new Follow({ view: bare, store, histories, progress: build.progress }));
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  /** The next events after one, with their numbers, up to another one; none where the log ends. */
  async eventsBetween(after: Pick<Pin, 'seq' | 'position'>, seq: number): Promise<Sequenced[]> {
    const limit = Math.min(FOLLOWED_TOGETHER_MAX, Math.min(seq, this.sequencer.seq) - after.seq);
    if (limit <= 0) return [];
    const from = after.seq === 0 ? {} : { after: after.position };
    const events: StoredEvent[] = [];
    for await (const event of this.log.readAll({ ...from, limit })) events.push(event);
    return this.sequencer.numbered(events);
  }

  async snapshot(place: 'sequence' | ViewPlace): Promise<Snapshot> {
    return this.own.storage.snapshot(place);
  }

  async drop(view: View): Promise<void> {
    await this.own.storage.drop(viewPlace(view.name, view.version));
  }

  async close(): Promise<void> {
    await this.sequencer.close();
    await this.own.remove();
  }

  private async pinAt(seq: number): Promise<Pin> {
    const last = Math.min(seq, this.sequencer.seq);
    const event = last > 0 ? await this.sequencer.eventAt(this.log, last) : undefined;
    if (!event) return { seq: 0, position: 0n, eventId: '' };
    return { seq: last, position: event.position, eventId: event.id };
  }
}

/** A view that was built on the side, and may follow the log further. */
export class Rebuilt {
  private readonly side: Side;
  private readonly store: ViewStore;
  private readonly following: Follow;

  constructor(side: Side, store: ViewStore, following: Follow) {
    this.side = side;
    this.store = store;
    this.following = following;
  }

  get seq(): number {
    return this.following.progress.seq;
  }

  /** Goes on as far as this event, or to the end of the log. Throws PoisonEvent. */
  async follow(seq: number): Promise<void> {
    await this.side.number(seq);
    while (this.seq < seq) {
      const events = await this.side.eventsBetween(this.following.progress, seq);
      if (!events.length) return;
      await this.following.apply(events);
    }
  }

  async close(): Promise<void> {
    await this.store.close();
  }
}

/** Nobody asks these tables anything but their rows in the order of the key. */
function withoutIndexes(view: View): View {
  const bare = Object.entries(view.tables).map(([name, table]): [string, Table] => [name, { ...table, indexes: [] }]);
  return { ...view, tables: Object.fromEntries(bare) };
}
