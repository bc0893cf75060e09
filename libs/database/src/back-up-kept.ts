import { join } from 'node:path';
import type { Kysely, Transaction } from 'kysely';
import { copyTable, tablesOf } from './copy-kept.ts';
import { openKept } from './kept.ts';
import type { Migration } from './migrations.ts';
import type { DatabasePlace } from './place.ts';
import { readPostgresKept } from './postgres/read-kept.ts';
import { asOneFile, readSqliteKept } from './sqlite/read-kept.ts';

/** Work on the kept tables as they are at one moment; `applied` migrations made them. */
export type ReadKept<R> = (db: Kysely<unknown> | Transaction<unknown>, applied: number) => Promise<R>;

export interface BackUpKeptOptions {
  readonly from: DatabasePlace;
  /** Gets a `kept.db`, and has none yet. */
  readonly folder: string;
  readonly migrations: readonly Migration[];
  /** Names of tables that are made and left empty. */
  readonly except: readonly string[];
  readonly clock: () => number;
}

/**
 * Copies the kept tables as they are at one moment into a file, while others write to them, and compares row by row. What
 * is copied stays on the migration that it is on. Answers how many rows each table has. Throws KeptTooNew,
 * InvalidMigrations, DatabaseUnavailable and DatabaseUnusable.
 */
export async function backUpKept(options: BackUpKeptOptions): Promise<Readonly<Record<string, number>>> {
  const { from, folder, migrations, except, clock } = options;
  const copy: ReadKept<Readonly<Record<string, number>>> = async (db, applied) => {
    const known = migrations.slice(0, applied);
    const target = await openKept<unknown>({ database: { folder }, migrations: known, clock });
    try {
      return await target.write('durable', async (transaction) => {
        const counts: Record<string, number> = {};
        for (const table of tablesOf(known)) {
          if (!except.includes(table.name)) counts[table.name] = await copyTable(table, db, transaction);
        }
        return counts;
      });
    } finally {
      await target.close();
    }
  };
  const counts = await ('folder' in from
    ? readSqliteKept(from.folder, migrations, copy)
    : readPostgresKept(from.url, migrations, copy));
  asOneFile(join(folder, 'kept.db'));
  return counts;
}
