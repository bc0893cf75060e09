import type { EventStore } from '#event-store';
import type { StoredEvent } from '#kernel';
import { Changes } from './changes.ts';
import { Fold, nothingStands } from './fold.ts';
import { consumes, PoisonEvent } from './poison.ts';
import type { Sequencer } from './sequence.ts';
import { rowTablesOf } from './tables.ts';
import type { Progress, ViewStore } from './view-store.ts';
import { categoryOf, type Sequenced, type View } from './view.ts';

/** Work done before others get their turn, in milliseconds; one stream is never split. */
const SLICE_MS_MAX = 4;
const STREAMS_PER_TRANSACTION = 100;
/** So few streams are indexed at once. */
const SMALL_STREAMS_MAX = 500;
const STREAMS_PER_PAGE = 400;

/**
 * Builds the tables of a view from zero, stream by stream, from the events up to a pinned one. One stream is in memory at
 * a time, and its rows are written once, in the order of their key. A killed build goes on after its last transaction.
 */
export class Build {
  private readonly view: View;
  private readonly store: ViewStore;
  private readonly log: EventStore;
  private readonly sequencer: Sequencer;
  private readonly wake: () => void;
  private readonly fold: Fold;
  /** What is committed, and what the open transaction will commit. */
  private committed: Progress;
  private reached: Progress;
  private page: string[] = [];
  private open = 0;
  /** The indexes are being made, all streams are built. */
  private indexing: 'no' | 'underway' | 'done' | { readonly failed: unknown } = 'no';
  private indexed: Promise<void> | undefined;
  private streams = { done: 0, total: 0, counted: false };
  /** A stream that was refused: until it is written, each stream has a transaction of its own. */
  private refused: string | undefined;

  constructor(parts: {
    view: View;
    store: ViewStore;
    log: EventStore;
    sequencer: Sequencer;
    progress: Progress | undefined;
    /** Called when it has something to do again. */
    wake: () => void;
  }) {
    this.view = parts.view;
    this.store = parts.store;
    this.log = parts.log;
    this.sequencer = parts.sequencer;
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
    return this.indexing === 'underway';
  }

  /** A short piece of work. Answers true when every stream is built and the view can follow the log from the pin. */
  async slice(): Promise<boolean> {
    try {
      if (this.indexing !== 'no') return await this.afterIndexing();
      const end = performance.now() + SLICE_MS_MAX;
      do {
        if (!this.streams.counted) await this.start();
        const stream = await this.next();
        if (stream === undefined) {
          if (this.open > 0) await this.commit(this.reached);
          this.indexed = this.index();
          return false;
        }
        await this.stream(stream);
      } while (performance.now() < end);
      return false;
    } catch (error) {
      await this.abandon();
      throw error;
    }
  }

  /** Ends before the build is done: what is not committed is done again the next time. */
  async abandon(): Promise<void> {
    await this.indexed;
    if (this.open > 0) await this.store.rollback();
    this.open = 0;
    this.reached = this.committed;
    this.page = [];
    this.streams = { ...this.streams, counted: false };
  }

  private async stream(name: string): Promise<void> {
    const events: StoredEvent[] = [];
    for await (const event of this.log.readStream(name)) {
      if (event.position > this.reached.position) break;
      events.push(event);
    }
    const history = await this.sequencer.numbered(events);
    const changes = this.changesOf(name, history);
    if (this.open === 0) await this.store.begin();
    this.open++;
    try {
      await this.store.add(changes);
    } catch (error) {
      if (!this.store.refused(error)) throw error;
      this.nameCulprit(name, history);
      await this.nameRefused(name, history, error);
      return;
    }
    this.streams.done++;
    this.reached = { ...this.reached, stream: name, applied: this.reached.applied + history.length };
    if (this.open >= (this.refused === undefined ? STREAMS_PER_TRANSACTION : 1)) await this.commit(this.reached);
    if (name === this.refused) this.refused = undefined;
  }

  /** What the events of a stream, or the first of them, make of it. */
  private changesOf(stream: string, history: readonly Sequenced[]): Changes {
    const changes = new Changes();
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
    return changes;
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
    this.open = 1;
    await this.commit({ ...this.reached, phase: 'following' });
    return true;
  }

  private async commit(progress: Progress): Promise<void> {
    await this.store.commit(progress);
    this.open = 0;
    this.committed = progress;
    this.reached = progress;
  }

  private async next(): Promise<string | undefined> {
    if (!this.page.length) this.page = await this.nextPage();
    return this.page.shift();
  }

  private async nextPage(): Promise<string[]> {
    const { stream: after, seq } = this.reached;
    for (const category of this.categories()) {
      if (category < categoryOf(after)) continue;
      const page = await this.sequencer.streamsAfter(category, after, seq, STREAMS_PER_PAGE);
      if (page.length) return page;
    }
    return [];
  }

  private async start(): Promise<void> {
    if (!this.reached.stream) this.reached = this.pinned();
    const { stream, seq } = this.reached;
    let done = 0;
    let total = 0;
    for (const category of this.categories()) {
      total += await this.sequencer.countStreams(category, seq);
      if (stream && category <= categoryOf(stream)) done += await this.sequencer.countStreams(category, seq, stream);
    }
    this.streams = { done, total, counted: true };
  }

  /** Nothing is written yet, so everything that is in the log by now can be built stream by stream. */
  private pinned(): Progress {
    const { seq, position = 0n, eventId } = this.sequencer;
    return { ...this.reached, seq, position, eventId };
  }

  private categories(): string[] {
    return [...this.view.categories].sort();
  }

  /** The rows of a stream could not be written: throws PoisonEvent if the rows after one of its events are wrong. */
  private nameCulprit(stream: string, history: readonly Sequenced[]): void {
    for (const [i, event] of history.entries()) {
      const why = this.fold.wrong(this.view.project(stream, history.slice(0, i + 1), undefined));
      if (why) throw new PoisonEvent(event, why);
    }
  }

  /**
   * The rows of a stream are right by themselves and were refused beside what is there, as by a sum that grew too large.
   * The first time the streams since the last transaction are built again, each in its own; if it is refused then too,
   * throws PoisonEvent for the first of its events after which it is.
   */
  private async nameRefused(stream: string, history: readonly Sequenced[], error: unknown): Promise<void> {
    const alone = this.refused !== undefined;
    await this.abandon();
    this.refused = stream;
    if (!alone) return;
    for (const [i, event] of history.entries()) {
      const why = await this.refusalOf(stream, history.slice(0, i + 1));
      if (why !== undefined) throw new PoisonEvent(event, why);
    }
    throw error;
  }

  /** Tries the first events of a stream, and takes them back. */
  private async refusalOf(stream: string, history: readonly Sequenced[]): Promise<unknown> {
    const changes = this.changesOf(stream, history);
    await this.store.begin();
    try {
      await this.store.add(changes);
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
