import type { EventStore } from '#event-store';
import { Changes } from './changes.ts';
import { Fold, nothingStands } from './fold.ts';
import { consumes, PoisonEvent } from './poison.ts';
import type { Sequencer } from './sequencer.ts';
import { StreamsAhead, type StreamHistory } from './streams-ahead.ts';
import { rowTablesOf } from './tables.ts';
import type { Progress, ViewStore } from './view-store.ts';
import { categoryOf, type Sequenced, type View } from './view.ts';

/** Work done before others get their turn, in milliseconds; one stream is never split. */
const SLICE_MS_MAX = 4;
/** So few streams are indexed at once. */
const SMALL_STREAMS_MAX = 500;

/** The last event of those that a view is built from. */
export type Pin = Pick<Progress, 'seq' | 'position' | 'eventId'>;

/** Streams that are folded and wait to be given to the database together. */
interface Gathered {
  readonly changes: Changes;
  readonly streams: number;
  readonly last: StreamHistory;
  /** When they are written. */
  readonly progress: Progress;
}

/**
 * Builds the tables of a view from zero, stream by stream, from the events up to a pinned one. A few streams are in memory at
 * a time, and their rows are written once, in the order of their key. A killed build goes on after its last transaction.
 */
export class Build {
  private readonly view: View;
  private readonly store: ViewStore;
  private readonly log: EventStore;
  private readonly sequencer: Sequencer;
  private readonly pin: Pin | undefined;
  private readonly wake: () => void;
  private readonly fold: Fold;
  private committed: Progress;
  /** When everything that is folded is written. */
  private reached: Progress;
  private ahead: StreamsAhead | undefined;
  private gathered: Gathered | undefined;
  /** The stream that was folded last. */
  private last: StreamHistory | undefined;
  /** Streams written in the open transaction. */
  private open = 0;
  /** Whether all streams are folded. */
  private folded = false;
  /** What the database does while this thread goes on. */
  private writing: Promise<void> | undefined;
  private failure: { readonly error: unknown; readonly last: StreamHistory } | undefined;
  /** A commit may have been written although it failed. */
  private uncertain = false;
  /** The indexes are being made, all streams are built. */
  private indexing: 'no' | 'underway' | 'done' | { readonly failed: unknown } = 'no';
  private indexed: Promise<void> | undefined;
  private streams = { done: 0, total: 0 };
  /** The last stream of those that were refused together: until it is written, each one has a transaction of its own. */
  private refused: string | undefined;

  constructor(parts: {
    view: View;
    store: ViewStore;
    log: EventStore;
    sequencer: Sequencer;
    progress: Progress | undefined;
    /** The event as far as which it builds; by default the last one that has its number. */
    pin?: Pin;
    /** Called when it has something to do again. */
    wake: () => void;
  }) {
    this.view = parts.view;
    this.store = parts.store;
    this.log = parts.log;
    this.sequencer = parts.sequencer;
    this.pin = parts.pin;
    this.wake = parts.wake;
    this.committed = parts.progress ?? nothingBuilt(parts.log.storeId);
    this.reached = this.committed;
    this.fold = new Fold(parts.view, rowTablesOf(parts.view));
  }

  /** What is on disk. */
  get progress(): Progress {
    return this.committed;
  }

  get streamsDone(): number {
    return this.streams.done;
  }

  get streamsTotal(): number {
    return this.streams.total;
  }

  /** Whether there is nothing to do until it calls `wake`. */
  get waiting(): boolean {
    return this.indexing === 'underway' || (this.writing !== undefined && (this.folded || this.full));
  }

  /** A short piece of work. Answers true when every stream is built and the view can follow the log from the pin. */
  async slice(): Promise<boolean> {
    try {
      if (this.indexing !== 'no') return await this.afterIndexing();
      const end = performance.now() + SLICE_MS_MAX;
      while (!(await this.step()) && performance.now() < end);
      return false;
    } catch (error) {
      await this.abandon();
      throw error;
    }
  }

  /** Ends before the build is done: what is not committed is done again the next time. */
  async abandon(): Promise<void> {
    await this.indexed;
    await this.writing;
    await this.store.rollback();
    this.open = 0;
    this.reached = this.committed;
    this.gathered = undefined;
    this.failure = undefined;
    this.folded = false;
    this.ahead = undefined;
    this.uncertain = true;
  }

  /** Folds a stream, or gives what is folded to the database. Answers true where there is no more to do at once. */
  private async step(): Promise<boolean> {
    if (this.failure) await this.mend(this.failure);
    const ahead = (this.ahead ??= await this.start());
    if (this.gathered && !this.writing && (this.folded || this.full)) await this.handOver(this.gathered);
    else if (this.waiting) return true;
    else if (this.folded) {
      this.indexed = this.index();
      return true;
    } else {
      const stream = await ahead.next();
      if (stream) this.gather(stream);
      else this.foldedAll();
    }
    return false;
  }

  private foldedAll(): void {
    this.folded = true;
    // What is written in a transaction that is still open has to be committed.
    if (this.open > 0 && !this.writing && this.last) {
      this.gathered ??= { changes: new Changes(), streams: 0, last: this.last, progress: this.reached };
    }
  }

  private get full(): boolean {
    const { rows, streams } = this.store.pace;
    const { gathered } = this;
    if (!gathered) return false;
    return gathered.changes.rows >= rows || gathered.streams >= (this.refused === undefined ? streams : 1);
  }

  private gather(last: StreamHistory): void {
    const { changes, streams } = this.gathered ?? { changes: new Changes(), streams: 0 };
    this.foldInto(changes, last.name, last.events);
    const applied = this.reached.applied + last.events.length;
    this.reached = { ...this.reached, stream: last.name, applied };
    this.gathered = { changes, streams: streams + 1, last, progress: this.reached };
    this.last = last;
    this.streams.done++;
  }

  /** What the events of a stream, or the first of them, make of it. */
  private foldInto(changes: Changes, stream: string, history: readonly Sequenced[]): void {
    const standing = nothingStands();
    for (const [i, event] of history.entries()) {
      try {
        consumes(this.view, event);
        this.fold.step(standing, history.slice(0, i + 1), changes);
      } catch (error) {
        throw error instanceof PoisonEvent ? error : new PoisonEvent(event, error);
      }
    }
    this.fold.settle(stream, standing, changes);
  }

  /** Writes, while the next streams are folded where the database can. */
  private async handOver(gathered: Gathered): Promise<void> {
    this.gathered = undefined;
    const written = this.write(gathered).catch((error: unknown) => {
      this.failure = { error, last: gathered.last };
    });
    if (!this.store.beside) return written;
    this.writing = written.then(() => {
      this.writing = undefined;
      this.wake();
    });
  }

  private async write({ changes, streams, last, progress }: Gathered): Promise<void> {
    const { beside, pace } = this.store;
    if (this.open === 0) await this.store.begin();
    this.open += streams;
    await this.store.add(changes);
    const enough = this.open >= pace.streams || this.folded || this.refused !== undefined;
    // Where this thread goes on meanwhile, no transaction is left open for more.
    if (beside || enough) await this.commit(progress);
    if (last.name === this.refused) this.refused = undefined;
  }

  private async commit(progress: Progress): Promise<void> {
    this.uncertain = true;
    await this.store.commit(progress);
    this.uncertain = false;
    this.open = 0;
    this.committed = progress;
  }

  private async index(): Promise<void> {
    this.indexing = 'underway';
    try {
      await this.store.index(this.streams.total > SMALL_STREAMS_MAX ? 'large' : 'small');
      this.indexing = 'done';
    } catch (error) {
      this.indexing = { failed: error };
    }
    this.wake();
  }

  private async afterIndexing(): Promise<boolean> {
    const outcome = this.indexing;
    if (typeof outcome === 'object') {
      this.indexing = 'no';
      throw outcome.failed;
    }
    if (outcome !== 'done') return false;
    await this.store.begin();
    await this.commit({ ...this.reached, phase: 'following' });
    return true;
  }

  private async start(): Promise<StreamsAhead> {
    if (this.uncertain) this.committed = (await this.store.progress()) ?? this.committed;
    this.uncertain = false;
    // Nothing is written yet, so everything that is in the log by now can be built stream by stream.
    this.reached = this.committed.stream ? this.committed : this.pinned();
    const { stream: after, seq, position } = this.reached;
    const { log, sequencer } = this;
    const { categories } = this.view;
    let done = 0;
    let total = 0;
    for (const category of categories) {
      total += await sequencer.countStreams(category, seq);
      if (after && category <= categoryOf(after)) done += await sequencer.countStreams(category, seq, after);
    }
    this.streams = { done, total };
    return new StreamsAhead({ log, sequencer, categories, pin: { seq, position }, after });
  }

  private pinned(): Progress {
    const { seq, position = 0n, eventId } = this.pin ?? this.sequencer;
    return { ...this.committed, seq, position, eventId };
  }

  /**
   * What was refused together is built again, each stream by itself. A stream that is refused by itself has an event that
   * makes wrong rows, or, beside what is there, a sum that grew too large: throws PoisonEvent for the first such event.
   */
  private async mend({ error, last }: NonNullable<Build['failure']>): Promise<void> {
    if (!this.store.refused(error)) throw error;
    const alone = this.refused !== undefined;
    await this.abandon();
    this.refused ??= last.name;
    if (!alone) return;
    const { name, events } = last;
    for (const [i, event] of events.entries()) {
      const why = this.fold.wrong(this.view.project(name, events.slice(0, i + 1), undefined));
      if (why) throw new PoisonEvent(event, why);
    }
    for (const [i, event] of events.entries()) {
      const why = await this.refusalOf(name, events.slice(0, i + 1));
      if (why !== undefined) throw new PoisonEvent(event, why);
    }
    throw error;
  }

  /** Tries the first events of a stream, and takes them back. */
  private async refusalOf(stream: string, history: readonly Sequenced[]): Promise<unknown> {
    const changes = new Changes();
    this.foldInto(changes, stream, history);
    await this.store.begin();
    try {
      await this.store.add(changes);
      await this.store.writeTotals();
      return undefined;
    } catch (error) {
      if (!this.store.refused(error)) throw error;
      return error;
    } finally {
      await this.store.rollback();
    }
  }
}

function nothingBuilt(storeId: string): Progress {
  return { storeId, phase: 'building', stream: '', seq: 0, position: 0n, eventId: '', applied: 0 };
}
