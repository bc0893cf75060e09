import type { EventStore } from '#event-store';
import { Build } from './build.ts';
import type { Catalogue, CatalogueEntry, Stopped } from './catalogue.ts';
import type { Storage } from './connection.ts';
import { Follow } from './follow.ts';
import type { Histories } from './histories.ts';
import { PoisonEvent } from './poison.ts';
import type { Sequencer } from './sequencer.ts';
import { Trouble, type TroubleStatus } from './trouble.ts';
import { ViewStore, type Progress } from './view-store.ts';
import type { Sequenced, View } from './view.ts';

/** Events of one catch-up step: short, because events that come in the meantime wait for it. */
const CATCH_UP_EVENTS_MAX = 64;
/** How long a version waits before it tries again what has failed; the others go on. */
const REST_MS = 500;

/** What the versions of all views share. */
export interface Surroundings {
  readonly storage: Storage;
  readonly log: EventStore;
  readonly sequencer: Sequencer;
  readonly histories: Histories;
  readonly catalogue: Catalogue;
  /** The last event that was given to the versions; the sequence may have numbered more that wait. */
  readonly given: () => number;
  /** To be called when a version has something to do again after it had to wait. */
  readonly wake: () => void;
}

export interface ViewStatus {
  readonly view: string;
  readonly version: number;
  readonly state: 'building' | 'catching-up' | 'live' | 'stopped';
  /** Whether queries are answered from this version. */
  readonly serving: boolean;
  readonly seq: number;
  readonly position: bigint;
  /** Events behind the head of the sequence. */
  readonly lag: number;
  readonly applied: number;
  readonly gaps: number;
  readonly rebuild?: { readonly streamsDone: number; readonly streamsTotal: number };
  readonly stopped?: Stopped;
  /** It was built on another log, so it answers nobody: why, in a sentence. */
  readonly foreign?: string;
  /** What has failed and is tried again, until it succeeds. */
  readonly trouble?: TroubleStatus;
}

/** One version of a view in motion: first built stream by stream, then following the log. */
export class Version {
  readonly view: View;
  private readonly around: Surroundings;
  private readonly store: ViewStore;
  private build: Build | undefined;
  private follow: Follow | undefined;
  private stopped: Stopped | undefined;
  private answers: boolean;
  private readonly trouble = new Trouble();
  private rest: NodeJS.Timeout | undefined;

  private constructor(view: View, around: Surroundings, store: ViewStore, serving: boolean) {
    this.view = view;
    this.around = around;
    this.store = store;
    this.answers = serving;
  }

  /** Opens the version's tables, new or as they were left. Throws ForeignStore when they are of another log. */
  static async open(view: View, around: Surroundings, serving: boolean): Promise<Version> {
    const version = new Version(view, around, await ViewStore.open(around.storage, view), serving);
    try {
      const progress = await version.store.progress();
      const what = `the view ${view.name} v${view.version}`;
      if (progress) await around.sequencer.mustHold(around.log, what, progress);
      await version.begin(progress);
      await version.record(progress?.phase === 'following' ? 'live' : 'building');
      return version;
    } catch (error) {
      await version.store.close();
      throw error;
    }
  }

  get progress(): Progress {
    const moving = this.follow ?? this.build;
    if (!moving) throw new Error(`the view ${this.view.name} was not begun`);
    return moving.progress;
  }

  get serving(): boolean {
    return this.answers;
  }

  /** Whether it has every event that was given to it and takes the next ones as they come. */
  get live(): boolean {
    return !this.stopped && this.follow !== undefined && this.progress.seq >= this.around.given();
  }

  /** Whether it has work to do to get there. */
  get busy(): boolean {
    return !this.stopped && !this.rest && !this.live && !this.build?.waiting;
  }

  /** Takes the next events, if it is up to them; a poison event stops it. Answers whether it moved. */
  async take(events: readonly Sequenced[]): Promise<boolean> {
    const { follow } = this;
    const [first, last] = [events[0], events.at(-1)];
    if (this.stopped || this.rest || !follow || !first || !last) return false;
    const { seq } = this.progress;
    if (first.seq > seq + 1 || last.seq <= seq) return false;
    return this.trying(() => this.moving(follow, events));
  }

  /** A short step towards the head of the log. Answers whether it moved. */
  async advance(): Promise<boolean> {
    if (this.stopped) return false;
    return this.trying(() => this.step());
  }

  private async step(): Promise<boolean> {
    if (this.follow) return this.catchUp(this.follow);
    try {
      const done = await this.build?.slice();
      if (done) await this.begin(this.build?.progress);
      return done ?? false;
    } catch (error) {
      await this.stopAt(error);
      return false;
    }
  }

  /** From now on queries are answered from this version. */
  async serve(): Promise<void> {
    await this.around.catalogue.switchTo(this.view.name, this.view.version);
    this.answers = true;
  }

  status(): ViewStatus {
    const { seq, position, applied } = this.progress;
    const trouble = this.stopped ? undefined : this.trouble.status;
    return {
      view: this.view.name,
      version: this.view.version,
      state: this.stopped ? 'stopped' : this.build ? 'building' : this.live ? 'live' : 'catching-up',
      serving: this.answers,
      seq: this.build ? 0 : seq,
      position: this.build ? 0n : position,
      lag: this.around.sequencer.seq - (this.build ? 0 : seq),
      applied,
      gaps: this.follow?.gaps ?? 0,
      ...(this.build && { rebuild: { streamsDone: this.build.streamsDone, streamsTotal: this.build.streamsTotal } }),
      ...(this.stopped && { stopped: this.stopped }),
      ...(trouble && { trouble }),
    };
  }

  async close(): Promise<void> {
    clearTimeout(this.rest);
    // An index may take longer than anybody waits for the end; it is begun again the next time.
    if (this.build) this.store.breakOff();
    await this.build?.abandon();
    await this.store.close();
  }

  private async begin(progress: Progress | undefined): Promise<void> {
    const { view, store } = this;
    const { log, sequencer, histories, wake } = this.around;
    if (progress?.phase === 'following') {
      this.build = undefined;
      this.follow = new Follow({ view, store, histories, progress });
    } else {
      this.build = new Build({ view, store, log, sequencer, progress, wake });
    }
  }

  private async catchUp(follow: Follow): Promise<boolean> {
    const { log, sequencer } = this.around;
    const { seq, position } = follow.progress;
    const after = seq === 0 ? {} : { after: position };
    const events = [];
    for await (const event of log.readAll({ ...after, limit: CATCH_UP_EVENTS_MAX })) {
      // What has no number yet comes through the subscription.
      if (event.position > (sequencer.position ?? -1n)) break;
      events.push(event);
    }
    return this.moving(follow, await sequencer.numbered(events));
  }

  private async moving(follow: Follow, events: readonly Sequenced[]): Promise<boolean> {
    const before = follow.progress.seq;
    try {
      await follow.apply(events);
    } catch (error) {
      await this.stopAt(error);
    }
    return follow.progress.seq > before;
  }

  /** What fails is tried again after a rest. It is over when something is committed: a build fails only now and then. */
  private async trying<T>(work: () => Promise<T>): Promise<T> {
    const before = this.progress;
    try {
      return await this.trouble.during(work, () => this.progress !== before);
    } catch (error) {
      this.rest = setTimeout(() => {
        this.rest = undefined;
        this.around.wake();
      }, REST_MS);
      throw error;
    }
  }

  private async stopAt(error: unknown): Promise<void> {
    if (!(error instanceof PoisonEvent)) throw error;
    this.stopped = error.stopped;
    await this.record('stopped');
  }

  private async record(state: CatalogueEntry['state']): Promise<void> {
    const { name: view, version } = this.view;
    const stopped = this.stopped && { stopped: this.stopped };
    await this.around.catalogue.put({ view, version, serving: this.answers, state, ...stopped });
  }
}
