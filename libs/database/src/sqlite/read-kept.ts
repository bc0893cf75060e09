import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { ReadKept } from '../back-up-kept.ts';
import { appliedOf, type Migration } from '../migrations.ts';
import { openSqlite, SqliteConnection } from './connection.ts';
import { NodeSqliteDialect } from './dialect.ts';

/** Reads the kept tables of a folder as they are at one moment. Writers go on. Throws KeptTooNew and InvalidMigrations. */
export async function readSqliteKept<R>(
  folder: string,
  migrations: readonly Migration[],
  work: ReadKept<R>,
): Promise<R> {
  const file = join(folder, 'kept.db');
  // A folder whose log was copied there may have none yet: then there is nothing in it.
  const database = existsSync(file) ? openSqlite(file, { readOnly: true }) : new DatabaseSync(':memory:');
  try {
    database.exec('begin');
    const applied = await appliedOf(new SqliteConnection(database), migrations);
    return await work(new Kysely({ dialect: new NodeSqliteDialect(database, { immediate: false }) }), applied);
  } finally {
    database.close();
  }
}

/** Leaves nothing beside the file, so that it can be copied, and read on a disk that cannot be written. */
export function asOneFile(file: string): void {
  const database = new DatabaseSync(file);
  try {
    database.exec('pragma wal_checkpoint(truncate); pragma journal_mode = delete');
  } finally {
    database.close();
  }
}
