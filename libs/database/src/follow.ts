import { EventNotUnderstood } from '#kernel';
import { Changes } from './changes.ts';
import { Fold, nothingStands, type Standing } from './fold.ts';
import type { Histories } from './histories.ts';
import { Lru } from './lru.ts';
import { consumes, PoisonEvent } from './poison.ts';
import { rowTablesOf } from './tables.ts';
import type { Progress, ViewStore } from './view-store.ts';
import type { Sequenced, View } from './view.ts';

/** Rows held in memory for each view. */
const ROWS_KEPT_MAX = 100_000;

/** One version of a view that follows the log: takes events in the order of seq, a batch in one transaction. */
export class Follow {
  private readonly view: View;
  private readonly store: ViewStore;
  private readonly histories: Histories;
  private readonly fold: Fold;
  private readonly standings = new Lru<Standing>(ROWS_KEPT_MAX);
  private done: Progress;
  /** A commit has failed, and may have been written all the same. */
  private uncertain = false;
  private gapCount = 0;

  constructor(parts: { view: View; store: ViewStore; histories: Histories; progress: Progress }) {
    this.view = parts.view;
    this.store = parts.store;
    this.histories = parts.histories;
    this.done = parts.progress;
    this.fold = new Fold(parts.view, rowTablesOf(parts.view));
  }

  get progress(): Progress {
    return this.done;
  }

  /** How often an event came that was not the next one. Each stops the view, so anything but 0 is a fault of ours. */
  get gaps(): number {
    return this.gapCount;
  }

  /**
   * Rows and progress of these events, in one transaction. Throws PoisonEvent when the view cannot take one; the events
   * before it are written then. After any other error nothing of the batch is written, and it can be tried again.
   */
  async apply(batch: readonly Sequenced[]): Promise<void> {
    if (this.uncertain) {
      this.done = (await this.store.progress()) ?? this.done;
      this.uncertain = false;
    }
    const events = batch.filter(({ seq }) => seq > this.done.seq);
    const newest = events.at(-1);
    if (!newest) return;
    const changes = new Changes();
    const touched = new Map<string, Standing>();
    let applied = 0;
    for (const [i, event] of events.entries()) {
      try {
        if (event.seq !== this.done.seq + i + 1) this.gap(event, this.done.seq + i);
        if (!consumes(this.view, event)) continue;
        await this.step(event, touched, changes);
        applied++;
      } catch (error) {
        this.standings.clear();
        // The failed step may have left half of its changes: what came before it is worked out again.
        if (error instanceof PoisonEvent) await this.apply(events.slice(0, i));
        throw error;
      }
    }
    for (const [stream, standing] of touched) this.fold.settle(stream, standing, changes);
    const { seq, position, id: eventId } = newest;
    const progress = { ...this.done, seq, position, eventId, applied: this.done.applied + applied };
    try {
      await this.store.write(changes, progress);
    } catch (error) {
      this.standings.clear();
      this.uncertain = !this.store.refused(error);
      await this.oneByOne(events, touched, error);
      return;
    }
    this.done = progress;
  }

  private async step(event: Sequenced, touched: Map<string, Standing>, changes: Changes): Promise<void> {
    const { stream, revision } = event;
    const history = await this.historyOf(event);
    let standing = touched.get(stream) ?? this.standings.get(stream);
    try {
      if (revision === 0n) standing = nothingStands();
      else if (standing?.revision !== revision - 1n) standing = this.fold.standingAfter(stream, history.slice(0, -1));
      this.fold.step(standing, history, changes);
    } catch (error) {
      throw new PoisonEvent(event, error);
    }
    touched.set(stream, standing);
    let weight = 1;
    for (const rows of standing.rows.values()) weight += rows.length;
    this.standings.set(stream, standing, weight);
  }

  /** Of the events before it one may be from a later version of the program, where this one took over from it. */
  private async historyOf(event: Sequenced): Promise<readonly Sequenced[]> {
    try {
      return await this.histories.upTo(event);
    } catch (error) {
      throw error instanceof EventNotUnderstood ? new PoisonEvent(event, error) : error;
    }
  }

  /** A batch could not be written: is it what one event makes of rows and totals, or the disk? */
  private async oneByOne(
    events: readonly Sequenced[],
    touched: ReadonlyMap<string, Standing>,
    error: unknown,
  ): Promise<void> {
    if (!this.store.refused(error)) throw error;
    if (events.length > 1) {
      for (const event of events) await this.apply([event]);
      return;
    }
    const [event] = events as [Sequenced];
    const answer = touched.get(event.stream)?.answer;
    throw new PoisonEvent(event, (answer && this.fold.wrong(answer)) ?? error);
  }

  private gap(event: Sequenced, after: number): never {
    this.gapCount++;
    throw new PoisonEvent(event, `it came after event ${after}`);
  }
}
