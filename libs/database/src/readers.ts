import type { Instant } from '#kernel';
import type { Kysely } from 'kysely';
import { Catalogue, type CatalogueEntry } from './catalogue.ts';
import { viewPlace, type Connection, type Serving, type Storage } from './connection.ts';
import { ForeignStore, ViewNotReady } from './errors.ts';
import type { News } from './news.ts';
import { Sequence, type SequencePoint } from './sequence.ts';
import type { DatabasePlace } from './place.ts';
import { openStorage } from './storage.ts';
import type { ViewStatus } from './version.ts';
import { readProgress, type Progress } from './view-store.ts';
import { Watch, type Reach } from './watch.ts';

/** How far a view is, as a query of it says. `lag`: events that it has not seen yet. */
export interface AsOf {
  readonly seq: number;
  /** The running maximum of `recordedAt`; undefined for an empty log. */
  readonly recordedAt: Instant | undefined;
  readonly position: bigint;
  readonly lag: number;
}

/** The read side of all views, for one thread. */
export interface Views {
  /**
   * Queries on the version of a view that is served now. Take it anew for each request: after a switch an old one answers
   * from the replaced version for a while, and then not any more. Throws ViewNotReady before the first build is done.
   */
  reader<T>(view: string): Kysely<T>;
  /** Whether the view has seen the event at this position, waiting for it at most so long, and not at all once it has stopped. */
  waitFor(view: string, position: bigint, timeoutMs: number): Promise<boolean>;
  /** Throws ViewNotReady. */
  asOf(view: string): Promise<AsOf>;
  /** The last event that the view has seen; 0 before the first one. Throws ViewNotReady. */
  seqOf(view: string): Promise<number>;
  /** The numbers of the events. Throws ViewNotReady before the projector has run for the first time. */
  sequence(): Promise<Sequence>;
  /** Whether the event at this position has its number, waiting for it at most so long. */
  waitForNumber(position: bigint, timeoutMs: number): Promise<boolean>;
  /** The last event that the projector has numbered; undefined before the first one. */
  sequenceHead(): Promise<Pick<SequencePoint, 'seq' | 'position'> | undefined>;
  status(): Promise<CatalogueEntry[]>;
  /** The versions as their projector left them: what a process can say of views that another one keeps. */
  observe(): Promise<ViewStatus[]>;
  /** Throws DatabaseUnavailable, within seconds, where the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the views of a database to read, in any thread or process, also before the projector has run. */
export function openViews(options: ViewsOptions): Views {
  return new OpenViews(openStorage(options.database), options);
}

export interface ViewsOptions {
  readonly database: DatabasePlace;
  readonly storeId: string;
  /** Logs of which this one is a copy: what was built from them is being built anew. */
  readonly formerIds?: readonly string[];
}

interface Served {
  readonly version: number;
  readonly db: Kysely<unknown>;
  readonly progress: Promise<Connection>;
}

class OpenViews implements Views {
  private readonly storage: Storage;
  private readonly storeId: string;
  private readonly formerIds: readonly string[];
  private readonly serving: Serving;
  private readonly news: News;
  private readonly served = new Map<string, Served>();
  /** The version before the present one: requests that hold it may still finish. */
  private readonly replaced = new Map<string, Served>();
  private readonly watches = new Map<string, Watch>();
  private readonly numbering: Watch;
  private numbers: Promise<{ sequence: Sequence; connection: Connection }> | undefined;

  constructor(storage: Storage, { storeId, formerIds = [] }: ViewsOptions) {
    this.storage = storage;
    this.storeId = storeId;
    this.formerIds = formerIds;
    this.serving = storage.serving();
    this.news = storage.news();
    this.numbering = new Watch(
      async () => ({ position: (await this.sequenceHead())?.position ?? -1n }),
      this.news.pollMs,
    );
    this.news.onNews((message) => {
      this.numbering.wake();
      if (message) this.watches.get(message.view)?.wake();
      else for (const watch of this.watches.values()) watch.wake();
    });
  }

  reader<T>(view: string): Kysely<T> {
    return this.current(view).db as Kysely<T>;
  }

  async waitFor(view: string, position: bigint, timeoutMs: number): Promise<boolean> {
    let watch = this.watches.get(view);
    if (!watch) {
      watch = new Watch(() => this.reach(view), this.news.pollMs);
      this.watches.set(view, watch);
    }
    return watch.reaches(position, timeoutMs);
  }

  async asOf(view: string): Promise<AsOf> {
    const progress = await this.progress(view);
    const sequence = await this.sequence();
    const [point, head] = [await sequence.bySeq(progress.seq), await sequence.head()];
    const { seq, position } = progress;
    return { seq, position, recordedAt: point?.knownAt, lag: Math.max(0, (head?.seq ?? 0) - seq) };
  }

  async seqOf(view: string): Promise<number> {
    return (await this.progress(view)).seq;
  }

  async sequence(): Promise<Sequence> {
    if (!this.numbers && !(await this.storage.exists('sequence'))) throw new ViewNotReady('sequence');
    this.numbers ??= this.storage
      .open('sequence', 'read')
      .then((connection) => ({ sequence: new Sequence(connection), connection }));
    return (await this.numbers).sequence;
  }

  async waitForNumber(position: bigint, timeoutMs: number): Promise<boolean> {
    return this.numbering.reaches(position, timeoutMs);
  }

  async sequenceHead(): Promise<Pick<SequencePoint, 'seq' | 'position'> | undefined> {
    try {
      return await (await this.sequence()).head();
    } catch (error) {
      if (error instanceof ViewNotReady) return undefined;
      throw error;
    }
  }

  async status(): Promise<CatalogueEntry[]> {
    if (!(await this.storage.exists('catalogue'))) return [];
    const catalogue = await Catalogue.open(this.storage, 'read');
    try {
      return await catalogue.entries();
    } finally {
      await catalogue.close();
    }
  }

  async observe(): Promise<ViewStatus[]> {
    const entries = await this.status();
    if (!entries.length) return [];
    const head = (await (await this.sequence()).head())?.seq ?? 0;
    return Promise.all(entries.map((entry) => this.observed(entry, head)));
  }

  async ping(): Promise<void> {
    await this.storage.ping();
  }

  async close(): Promise<void> {
    for (const watch of [this.numbering, ...this.watches.values()]) watch.close();
    this.serving.close();
    await this.news.close();
    await (await this.numbers)?.connection.close();
    for (const served of [...this.served.values(), ...this.replaced.values()]) await end(served);
    this.served.clear();
    this.replaced.clear();
    await this.storage.close();
  }

  private async observed(entry: CatalogueEntry, head: number): Promise<ViewStatus> {
    const connection = await this.storage.open(viewPlace(entry.view, entry.version), 'read');
    try {
      const progress = await readProgress(connection);
      const own = progress && this.origin(progress) === 'own';
      const { seq, position } = own && progress.phase === 'following' ? progress : { seq: 0, position: 0n };
      const reached = { seq, position, lag: Math.max(0, head - seq), applied: own ? progress.applied : 0, gaps: 0 };
      if (!progress || own) return { ...entry, ...reached };
      if (this.origin(progress) === 'former') return { ...entry, ...reached, state: 'building', serving: false };
      return { ...entry, ...reached, foreign: this.foreign(entry.view, progress).message };
    } finally {
      await connection.close();
    }
  }

  private current(view: string): Served {
    const version = this.serving.version(view);
    if (version === undefined) throw new ViewNotReady(view);
    const known = this.served.get(view);
    if (known?.version === version) return known;
    const place = viewPlace(view, version);
    const served = { version, db: this.storage.kysely<unknown>(place), progress: this.storage.open(place, 'read') };
    this.served.set(view, served);
    if (known) {
      const older = this.replaced.get(view);
      this.replaced.set(view, known);
      if (older) void end(older);
    }
    return served;
  }

  private async progress(view: string): Promise<Progress> {
    await this.serving.ready();
    const progress = await readProgress(await this.current(view).progress);
    if (!progress || this.origin(progress) === 'former') throw new ViewNotReady(view);
    if (this.origin(progress) === 'foreign') throw this.foreign(view, progress);
    return progress;
  }

  private async reach(view: string): Promise<Reach> {
    await this.serving.ready();
    // Asked first: what it saw before it stopped is counted.
    const stopped = await this.serving.stopped(view);
    try {
      return { position: (await this.progress(view)).position, stopped };
    } catch (error) {
      if (stopped && error instanceof ViewNotReady) return { position: -1n, stopped };
      throw error;
    }
  }

  private origin({ storeId }: Progress): 'own' | 'former' | 'foreign' {
    if (storeId === this.storeId) return 'own';
    return this.formerIds.includes(storeId) ? 'former' : 'foreign';
  }

  private foreign(view: string, { storeId }: Progress): ForeignStore {
    return new ForeignStore(`the view ${view}`, `it is of store ${storeId}, this is ${this.storeId}`);
  }
}

async function end({ db, progress }: Served): Promise<void> {
  await db.destroy();
  await (await progress).close();
}
