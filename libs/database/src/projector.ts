import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import type { EventStore } from '#event-store';
import { Catalogue } from './catalogue.ts';
import { hasTable, versionsOf, viewPlace, type Lock, type Storage } from './connection.ts';
import { forgetFormer } from './drop-views.ts';
import { InvalidView } from './errors.ts';
import { Feed } from './feed.ts';
import { Histories } from './histories.ts';
import type { News, ProgressMessage } from './news.ts';
import type { DatabasePlace } from './place.ts';
import { Retired } from './retired.ts';
import { Sequencer } from './sequencer.ts';
import { openStorage } from './storage.ts';
import { Trouble } from './trouble.ts';
import { Version, type Surroundings, type ViewStatus } from './version.ts';
import { readProgress } from './view-store.ts';
import { checkView, type Sequenced, type View } from './view.ts';

/** Events of one live batch: one transaction in every view. */
const LIVE_BATCH_MAX = 500;
/**
 * The same while the log is read for the first time and nobody waits for a single event; and how many events have their
 * number before the views take them, so that the views know how far behind they are.
 */
const FIRST_BATCH_MAX = 5_000;
/** Batches in a row after which a build or catch-up gets a turn, so that a steady flow does not starve it. */
const LIVE_BATCHES_IN_A_ROW_MAX = 16;
/**
 * How long the next batch waits for company after one that was not full: events that come close together share the
 * transactions of every view. What comes alone is taken at once.
 */
const GATHER_MS = 5;
const RETRY_MS = 500;

export interface ProjectorOptions {
  readonly store: EventStore;
  readonly database: DatabasePlace;
  /**
   * The newest version of each name is built and served. An older one in the list is fed until it is replaced;
   * one that is not in the list is only served.
   */
  readonly views: readonly View[];
  readonly onProgress?: (message: ProgressMessage) => void;
  /** Troubles that are tried again: a full disk, a log that cannot be reached. */
  readonly onError?: (error: unknown) => void;
  /** What somebody may want to know, and need do nothing about. */
  readonly onNote?: (text: string) => void;
  /** How long a replaced version is kept for readers that still ask it; default: what the database needs. */
  readonly graceMs?: number;
}

export interface Projector {
  /** After the transaction at hand; everything is closed then. */
  stop(): Promise<void>;
  status(): ViewStatus[];
  /**
   * Resolves once everything is closed: undefined after `stop`, otherwise with the reason why another projector may work
   * instead of this one. Then start a new one, which becomes the projector or throws ProjectorRunning.
   */
  readonly ended: Promise<Error | undefined>;
}

/**
 * Keeps the views of a database up to the log, in the calling thread. Resolves once it runs, before the views are built.
 * Throws InvalidView, ProjectorRunning, and ForeignStore when the views were built from another log.
 */
export async function startProjector(options: ProjectorOptions): Promise<Projector> {
  for (const view of options.views) checkView(view);
  const names = new Set(options.views.map(({ name, version }) => viewPlace(name, version)));
  if (names.size !== options.views.length) throw new InvalidView('a version of a view is there twice');
  const storage = openStorage(options.database);
  let held: Lock;
  try {
    held = await storage.lock();
  } catch (error) {
    await storage.close();
    throw error;
  }
  const running = new Run(storage, options, held);
  await running.start();
  return running;
}

class Run implements Projector {
  private readonly storage: Storage;
  private readonly options: ProjectorOptions;
  private readonly held: Lock;
  private readonly news: News;
  readonly ended: Promise<Error | undefined>;
  private readonly end = Promise.withResolvers<Error | undefined>();
  private readonly ending = new AbortController();
  private versions: Version[] = [];
  private sequencer: Sequencer | undefined;
  private catalogue: Catalogue | undefined;
  private opening: Promise<void> = Promise.resolve();
  private working: Promise<unknown> | undefined;
  private readonly retired: Retired;
  private stopped: Promise<void> | undefined;
  /** What `status` answers after the end. */
  private lastStatus: ViewStatus[] | undefined;
  private turn = 0;
  private feed: Feed | undefined;
  /** What keeps events from getting their numbers. */
  private readonly trouble = new Trouble();
  /** Events with numbers that the versions were not given yet. */
  private waiting: readonly Sequenced[] = [];

  constructor(storage: Storage, options: ProjectorOptions, held: Lock) {
    this.storage = storage;
    this.options = options;
    this.held = held;
    this.news = storage.news();
    this.ended = this.end.promise;
    this.retired = new Retired(storage, {
      graceMs: options.graceMs ?? storage.graceMs,
      ending: this.ending.signal,
      onError: (error) => options.onError?.(error),
    });
    void held.lost.then((reason) => this.leave(reason));
  }

  async start(): Promise<void> {
    this.opening = this.open();
    try {
      await this.opening;
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  stop(): Promise<void> {
    return this.leave(undefined);
  }

  private async open(): Promise<void> {
    const { store, views } = this.options;
    const { signal } = this.ending;
    this.catalogue = await Catalogue.open(this.storage, 'write');
    if (await forgetFormer(this.storage, this.catalogue, store)) {
      this.options.onNote?.('the log is a copy of the one that the views were built from: they are built anew');
    }
    this.sequencer = await Sequencer.open(this.storage, store);
    const { sequencer, catalogue, storage } = this;
    const feed = new Feed(store, sequencer.position, (error) => this.options.onError?.(error));
    this.feed = feed;
    const feeding = feed.run(signal);
    this.working = feeding;
    // A view may be ahead of the numbers after a loss of power: they are given again before it is looked at.
    const needed = await this.seqNeeded();
    while (sequencer.seq < needed && !feed.caughtUp && !signal.aborted)
      if (!(await this.number(feed, FIRST_BATCH_MAX)).length) await feed.changed();
    const histories = new Histories(store, sequencer);
    const given = () => sequencer.seq - this.waiting.length;
    const around = { storage, log: store, sequencer, catalogue, histories, given, wake: () => feed.stir() };
    const serving = new Map<string, number>();
    for (const entry of await catalogue.entries()) {
      if (!entry.serving) continue;
      if (await storage.exists(viewPlace(entry.view, entry.version))) serving.set(entry.view, entry.version);
      else await catalogue.forget(entry.view, entry.version);
    }
    for (const view of views) await this.openView(view, around, serving.get(view.name));
    // The right to write may have been lost meanwhile.
    signal.throwIfAborted();
    this.working = Promise.all([feeding, this.loop(feed)]);
  }

  status(): ViewStatus[] {
    if (this.lastStatus) return this.lastStatus;
    const trouble = this.trouble.status ?? this.feed?.trouble.status;
    // Without new numbers every view stands still.
    return this.versions.map((version) => ({ ...(trouble && { trouble }), ...version.status() }));
  }

  private async close(reason: Error | undefined): Promise<void> {
    this.ending.abort(reason);
    await this.opening.catch(() => undefined);
    await this.working;
    await this.retired.settled();
    for (const version of this.versions) await version.close();
    this.versions = [];
    await this.sequencer?.close();
    await this.catalogue?.close();
    await this.news.close();
    await this.storage.close();
    await this.held.release();
  }

  /** Ends by itself, or because it was told to. */
  private leave(reason: Error | undefined): Promise<void> {
    this.lastStatus ??= this.status();
    this.stopped ??= this.close(reason).finally(() => this.end.resolve(reason));
    return this.stopped;
  }

  private async openView(view: View, around: Surroundings, serving: number | undefined): Promise<void> {
    const newest = Math.max(
      ...this.options.views.filter(({ name }) => name === view.name).map(({ version }) => version),
    );
    if (view.version !== newest && view.version !== serving) return;
    const old = (await versionsOf(this.storage, view.name)).filter(
      (version) => version !== newest && version !== serving,
    );
    for (const version of old) await around.catalogue.forget(view.name, version);
    this.retired.add(old.map((version) => viewPlace(view.name, version)));
    this.versions.push(await Version.open(view, around, view.version === serving));
  }

  /** The newest event that any version of these views has seen. */
  private async seqNeeded(): Promise<number> {
    let needed = 0;
    for (const name of new Set(this.options.views.map((view) => view.name))) {
      for (const version of await versionsOf(this.storage, name)) {
        const connection = await this.storage.open(viewPlace(name, version), 'write');
        try {
          const progress = (await hasTable(connection, 'progress')) ? await readProgress(connection) : undefined;
          needed = Math.max(needed, progress?.seq ?? 0);
        } finally {
          await connection.close();
        }
      }
    }
    return needed;
  }

  /** Live events first, at once; in between the views that are behind get their turns. */
  private async loop(feed: Feed): Promise<void> {
    let inARow = 0;
    let numbered = false;
    while (!this.ending.signal.aborted) {
      try {
        if (inARow < LIVE_BATCHES_IN_A_ROW_MAX && (await this.live(feed))) {
          inARow++;
          if (this.waiting.length + feed.peek(LIVE_BATCH_MAX).length < LIVE_BATCH_MAX) await this.gather(numbered);
          continue;
        }
        inARow = 0;
        numbered ||= feed.caughtUp;
        // A build before every event has its number would leave most of the log to the slower way.
        if (numbered && (await this.background())) await nextTurn();
        else if (!this.waiting.length && !feed.peek(1).length) await feed.changed();
      } catch (error) {
        this.options.onError?.(error);
        await delay(RETRY_MS, undefined, { signal: this.ending.signal }).catch(() => undefined);
      }
    }
  }

  /** Lets events come together for a moment; views that are behind use it. */
  private async gather(numbered: boolean): Promise<void> {
    const until = performance.now() + GATHER_MS;
    for (let left = GATHER_MS; left > 0 && !this.ending.signal.aborted; left = until - performance.now()) {
      if (numbered && (await this.background())) await nextTurn();
      else await delay(Math.ceil(left), undefined, { signal: this.ending.signal }).catch(() => undefined);
    }
  }

  private async live(feed: Feed): Promise<boolean> {
    const numbered = await this.number(feed, FIRST_BATCH_MAX - this.waiting.length);
    this.waiting = this.waiting.concat(numbered);
    const batch = this.waiting.slice(0, feed.caughtUpOnce ? LIVE_BATCH_MAX : FIRST_BATCH_MAX);
    if (!batch.length) return false;
    const take = (version: Version) => this.move(version, () => version.take(batch));
    if (this.storage.beside) await Promise.all(this.versions.map(take));
    else for (const version of this.versions) await take(version);
    this.waiting = this.waiting.slice(batch.length);
    return true;
  }

  /** Numbers the next events of the feed, as many as there are up to `max`. */
  private async number(feed: Feed, max: number): Promise<readonly Sequenced[]> {
    const { sequencer } = this;
    const batch = feed.peek(max);
    if (!batch.length || !sequencer) return [];
    const { length } = batch;
    const numbered = await this.trouble.during(() => sequencer.append(batch));
    feed.drop(length);
    return numbered;
  }

  /** One view's trouble is its own: it is told, and the others go on. */
  private async move(version: Version, how: () => Promise<boolean>): Promise<void> {
    try {
      if (await how()) this.announce(version);
    } catch (error) {
      this.options.onError?.(error);
    }
  }

  /** One step of one view that is behind, those that answer queries first. Answers false when none is. */
  private async background(): Promise<boolean> {
    const behind = this.versions.filter((version) => version.busy);
    const urgent = behind.filter((version) => version.serving);
    const candidates = urgent.length ? urgent : behind;
    const version = candidates[this.turn++ % candidates.length];
    if (version) await this.move(version, () => version.advance());
    for (const ready of this.versions.filter(({ live, serving }) => live && !serving)) await this.switchTo(ready);
    return version !== undefined;
  }

  private async switchTo(ready: Version): Promise<void> {
    await ready.serve();
    this.announce(ready);
    const { name, version: newest } = ready.view;
    const replaced = this.versions.filter(({ view }) => view.name === name && view.version !== newest);
    this.versions = this.versions.filter((version) => !replaced.includes(version));
    const old = (await versionsOf(this.storage, name)).filter((version) => version !== newest);
    this.retired.add(
      old.map((version) => viewPlace(name, version)),
      replaced,
    );
  }

  private announce(version: Version): void {
    const { seq, position } = version.progress;
    const { name: view, version: number } = version.view;
    const message: ProgressMessage = { view, version: number, position: String(position), seq };
    this.news.announce(message);
    this.options.onProgress?.(message);
  }
}
