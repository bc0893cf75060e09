import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { FOLLOWED, followedOf, NOTHING_FOLLOWED, type Followed, type FollowedRow } from '../catalogue.ts';
import {
  inTransaction,
  type Connection,
  type Lock,
  type Place,
  type Serving,
  type Snapshot,
  type Storage,
  type ViewPlace,
} from '../connection.ts';
import { ProjectorRunning } from '../errors.ts';
import type { News } from '../news.ts';
import { AsideThread } from './aside-thread.ts';
import { openSqlite, SqliteConnection } from './connection.ts';
import { NodeSqliteDialect } from './dialect.ts';
import { ChannelNews } from './news.ts';
import { SqliteSnapshot } from './snapshot.ts';

const SQLITE_BUSY = 5;
/** The database itself goes first, so that nobody opens it without its write-ahead log. */
const SUFFIXES = ['', '-wal', '-shm'] as const;

/** The views of a data folder: each version of a view is a file of its own, because SQLite has one writer per file. */
export class SqliteStorage implements Storage {
  readonly dialect = 'sqlite';
  readonly beside = false;
  /** Who has a file open goes on reading it when it is gone. */
  readonly graceMs = 0;
  private readonly folder: string;
  private readonly aside = new AsideThread();

  constructor(dataDir: string) {
    mkdirSync(join(dataDir, 'views'), { recursive: true });
    this.folder = realpathSync(join(dataDir, 'views'));
  }

  async open(place: Place, mode: 'write' | 'read'): Promise<Connection> {
    const file = this.file(place);
    if (mode === 'read') return new SqliteConnection(openSqlite(file, { readOnly: true }));
    return new SqliteConnection(openSqlite(file), {
      wrote: (statements) => this.aside.wrote(file, statements),
      runAside: (sql) => this.aside.run(file, sql),
      closing: () => this.aside.leave(file),
    });
  }

  async snapshot(place: Place): Promise<Snapshot> {
    return SqliteSnapshot.take(this.file(place));
  }

  async exists(place: Place): Promise<boolean> {
    return existsSync(this.file(place));
  }

  async viewPlaces(): Promise<ViewPlace[]> {
    return readdirSync(this.folder).flatMap((name) =>
      /-v\d+\.db$/.test(name) ? [name.slice(0, -3) as ViewPlace] : [],
    );
  }

  async drop(place: ViewPlace): Promise<void> {
    for (const suffix of SUFFIXES) rmSync(this.file(place) + suffix, { force: true });
  }

  async clear(place: 'sequence' | ViewPlace): Promise<void> {
    if (!(await this.exists(place))) return;
    const connection = new SqliteConnection(openSqlite(this.file(place)));
    try {
      await inTransaction(connection, async () => {
        const tables = await connection.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'");
        for (const { name } of tables) await connection.run(`DROP TABLE "${name}"`);
      });
    } finally {
      await connection.close();
    }
  }

  kysely<T>(place: ViewPlace): Kysely<T> {
    const database = openSqlite(this.file(place), { readOnly: true });
    return new Kysely<T>({ dialect: new NodeSqliteDialect(database, { immediate: false }) });
  }

  serving(): Serving {
    return new SqliteServing(this.file('catalogue'));
  }

  news(): News {
    return new ChannelNews(`taizhang-views:${this.folder}`);
  }

  async ping(): Promise<void> {
    // Files are there as long as this process is.
  }

  async lock(): Promise<Lock> {
    const database = new DatabaseSync(join(this.folder, 'projector.lock'), { timeout: 0 });
    try {
      database.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      database.close();
      if ((error as { errcode?: number }).errcode === SQLITE_BUSY) throw new ProjectorRunning();
      throw error;
    }
    // The file stays locked until it is closed, so the promise of its loss never resolves.
    return { lost: new Promise(() => undefined), release: async () => database.close() };
  }

  async close(): Promise<void> {
    await this.aside.close();
  }

  private file(place: Place): string {
    return join(this.folder, `${place}.db`);
  }
}

/** Reads the catalogue again only when another connection has changed it. */
class SqliteServing implements Serving {
  private database: DatabaseSync | undefined;
  private seen: number | undefined;
  private followed: Followed = NOTHING_FOLLOWED;

  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  async ready(): Promise<void> {
    // Every question is looked up at once.
  }

  version(view: string): number | undefined {
    return this.latest().versions.get(view);
  }

  async stopped(view: string): Promise<boolean> {
    return this.latest().stopped.has(view);
  }

  close(): void {
    this.database?.close();
    this.database = undefined;
  }

  private latest(): Followed {
    if (!this.database) {
      if (!existsSync(this.file)) return NOTHING_FOLLOWED;
      this.database = openSqlite(this.file, { readOnly: true });
    }
    const changed = this.database.prepare('PRAGMA data_version').get()?.['data_version'] as number;
    if (changed !== this.seen || !this.followed.versions.size) this.reload(this.database, changed);
    return this.followed;
  }

  private reload(database: DatabaseSync, changed: number): void {
    if (!database.prepare("SELECT name FROM sqlite_schema WHERE name = 'catalogue'").all().length) return;
    const rows = database.prepare(FOLLOWED).all() as readonly object[] as readonly FollowedRow[];
    this.followed = followedOf(rows);
    this.seen = changed;
  }
}
