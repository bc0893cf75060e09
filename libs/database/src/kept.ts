import type { Kysely, Transaction } from 'kysely';
import type { Migration } from './migrations.ts';
import type { DatabasePlace } from './place.ts';
import { openPostgresKept } from './postgres/kept.ts';
import { openSqliteKept } from './sqlite/kept.ts';

/** `durable` survives a loss of power; `fast` survives a crash of the process, for what can be found out again. */
export type Durability = 'durable' | 'fast';

/** The kept tables: what is not events and not made from events. They belong into the backup. */
export interface Kept<T> {
  readonly db: Kysely<T>;
  /**
   * Runs `work` in one transaction that holds the write lock from its start; transactions of one opener queue up. `work` runs
   * again where the connection to a server was lost before the commit. Throws DatabaseUnavailable, with the outcome `unknown`
   * where it was lost during the commit.
   */
  write<R>(durability: Durability, work: (transaction: Transaction<T>) => Promise<R>): Promise<R>;
  close(): Promise<void>;
}

export interface KeptOptions {
  /** A folder exists, and holds them in `kept.db`; a server holds them in the schema `kept`. */
  readonly database: DatabasePlace;
  readonly migrations: readonly Migration[];
  /** Epoch ms. */
  readonly clock: () => number;
}

/**
 * Opens the kept tables and brings them up to date. Throws KeptTooNew, InvalidMigrations, and for a server
 * DatabaseUnavailable and DatabaseUnusable.
 */
export async function openKept<T>(options: KeptOptions): Promise<Kept<T>> {
  const { database } = options;
  if ('folder' in database) return openSqliteKept<T>({ ...options, folder: database.folder });
  return openPostgresKept<T>({ ...options, url: database.url });
}
