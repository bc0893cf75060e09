import type { Kysely } from 'kysely';
import type { Batch } from './batch.ts';
import type { News } from './news.ts';

export type SqlValue = string | number | bigint | null;
export type Dialect = 'sqlite' | 'postgres';

/** How a build is written best. */
export interface Pace {
  /** So many rows are worth a statement; fewer wait for more. */
  readonly rows: number;
  /** So many streams share a transaction. */
  readonly streams: number;
}

/**
 * One connection of one writer. SQL uses `?` for parameters and what both dialects understand; positions, which
 * may exceed 2^53, are selected as text. Calls are made one after the other, never side by side.
 */
export interface Connection {
  readonly dialect: Dialect;
  /** Whether the database works while this thread does something else. */
  readonly beside: boolean;
  readonly pace: Pace;
  all<R>(sql: string, params?: readonly SqlValue[]): Promise<R[]>;
  run(sql: string, params?: readonly SqlValue[]): Promise<void>;
  /** The same change for many rows, each with the values of the batch; the rows are given away. Throws TypeError. */
  runMany(batch: Batch, rows: SqlValue[][]): Promise<void>;
  /** A statement that takes long, outside of any transaction, run so that this thread can do something else meanwhile. */
  runAside(sql: string): Promise<void>;
  /** Lets what still runs aside fail, where it can be broken off. */
  breakOff(): void;
  begin(): Promise<void>;
  /** After an error it may have been written all the same, where the database answers over a network. */
  commit(): Promise<void>;
  rollback(): Promise<void>;
  /**
   * Whether an error says that these values cannot stand in these tables, however often they are written: a constraint, a
   * type, a sum that leaves 64 bits. Not so for a full disk, a lock that another holds, or a file that cannot be read.
   */
  refused(error: unknown): boolean;
  close(): Promise<void>;
}

/** One moment of a place: what is committed later is not in it. Nothing can be written through it, and no writer waits for it. */
export interface Snapshot {
  readonly dialect: Dialect;
  /** As {@link Connection.all}; integers beyond 2^53 are bigints, in every dialect. Throws Unreadable where the disk gives nonsense. */
  all<R>(sql: string, params?: readonly SqlValue[]): Promise<R[]>;
  close(): Promise<void>;
}

/** A place of its own for some tables: a file in SQLite, a schema in PostgreSQL. */
export type Place = 'sequence' | 'catalogue' | ViewPlace;
export type ViewPlace = `${string}-v${number}`;

/** Which version of each view answers queries, and whether it goes on. */
export interface Serving {
  /** Resolves when it has looked for the first time. */
  ready(): Promise<void>;
  /** Answers at once, so that it can be asked per request. */
  version(view: string): number | undefined;
  /** Whether an event has stopped the view: it sees nothing more before the projector is started anew. */
  stopped(view: string): Promise<boolean>;
  close(): void;
}

/** The right to be the only projector. */
export interface Lock {
  /** Resolves with the reason once somebody else may have the right; what this one still tries to write is refused then. */
  readonly lost: Promise<Error>;
  release(): Promise<void>;
}

/** Everything a dialect offers to the view engine. */
export interface Storage {
  readonly dialect: Dialect;
  /** As its connections. */
  readonly beside: boolean;
  /** How long readers may go on asking a version after another has taken its place. */
  readonly graceMs: number;
  open(place: Place, mode: 'write' | 'read'): Promise<Connection>;
  /** The place as it is now, until it is closed; the place must be there. */
  snapshot(place: Place): Promise<Snapshot>;
  exists(place: Place): Promise<boolean>;
  /** Every version of a view that has a place, in no order. */
  viewPlaces(): Promise<ViewPlace[]>;
  drop(place: ViewPlace): Promise<void>;
  /** Takes all tables out of a place. Who has it open finds none, and those that are made there next. */
  clear(place: 'sequence' | ViewPlace): Promise<void>;
  /** Queries on one version of a view, read only. */
  kysely<T>(place: ViewPlace): Kysely<T>;
  serving(): Serving;
  news(): News;
  /** Throws DatabaseUnavailable where the database does not answer. */
  ping(): Promise<void>;
  /** Makes this the only projector until it is released; throws ProjectorRunning. A dead process holds no lock. */
  lock(): Promise<Lock>;
  close(): Promise<void>;
}

export function viewPlace(view: string, version: number): ViewPlace {
  return `${view}-v${version}`;
}

/** Versions of a view that have a place, in no order. */
export async function versionsOf(storage: Storage, view: string): Promise<number[]> {
  return (await storage.viewPlaces()).flatMap((place) => {
    const at = place.lastIndexOf('-v');
    return place.slice(0, at) === view ? [Number(place.slice(at + 2))] : [];
  });
}

/** Runs `work` in one transaction: everything in it, or nothing. */
export async function inTransaction<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  await connection.begin();
  try {
    const result = await work();
    await connection.commit();
    return result;
  } catch (error) {
    await connection.rollback();
    throw error;
  }
}

export async function hasTable(connection: Connection, name: string): Promise<boolean> {
  const sql =
    connection.dialect === 'sqlite'
      ? 'SELECT name FROM sqlite_schema WHERE name = ?'
      : 'SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename = ?';
  return (await connection.all(sql, [name])).length > 0;
}
