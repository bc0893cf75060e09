import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Kysely, sql, type Transaction } from 'kysely';
import type { Durability, Kept, KeptOptions } from '../kept.ts';
import { migrate } from '../migrations.ts';
import { openSqlite, SqliteConnection } from './connection.ts';
import { NodeSqliteDialect } from './dialect.ts';

const SYNCHRONOUS = { durable: sql`pragma synchronous = full`, fast: sql`pragma synchronous = normal` } as const;

export async function openSqliteKept<T>({
  folder,
  migrations,
  clock,
}: Omit<KeptOptions, 'database'> & { readonly folder: string }): Promise<Kept<T>> {
  const database = openSqlite(join(folder, 'kept.db'), { synchronous: 'FULL' });
  try {
    await migrate(new SqliteConnection(database), migrations, clock());
  } catch (error) {
    database.close();
    throw error;
  }
  return new SqliteKept<T>(database);
}

/**
 * One connection for everything: two writers in one thread would wait for each other, and SQLite's waiting stops the thread.
 */
class SqliteKept<T> implements Kept<T> {
  readonly db: Kysely<T>;

  constructor(database: DatabaseSync) {
    this.db = new Kysely<T>({ dialect: new NodeSqliteDialect(database, { immediate: true }) });
  }

  async write<R>(durability: Durability, work: (transaction: Transaction<T>) => Promise<R>): Promise<R> {
    return this.db.connection().execute(async (connection) => {
      await SYNCHRONOUS[durability].execute(connection);
      return connection.transaction().execute(work);
    });
  }

  async close(): Promise<void> {
    await this.db.destroy();
  }
}
