import { Kysely } from 'kysely';
import type { ReadKept } from '../back-up-kept.ts';
import { appliedOf, type Migration } from '../migrations.ts';
import { addressOf } from './address.ts';
import { PostgresConnection, type Opening } from './connection.ts';
import { SchemaDialect } from './dialect.ts';
import { SCHEMA } from './kept.ts';
import { requireUsableServer } from './leader.ts';
import { borrow, giveBack } from './pool.ts';

const SNAPSHOT: Opening = { sql: 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY' };

/**
 * Reads the kept tables of a server as they are at one moment. Writers go on. Throws KeptTooNew, InvalidMigrations,
 * DatabaseUnavailable and DatabaseUnusable.
 */
export async function readPostgresKept<R>(
  url: string,
  migrations: readonly Migration[],
  work: ReadKept<R>,
): Promise<R> {
  const address = addressOf(url);
  await requireUsableServer(address);
  const pool = borrow(address);
  try {
    const applied = await appliedOf(new PostgresConnection(pool, SCHEMA), migrations);
    const db = new Kysely<unknown>({ dialect: new SchemaDialect({ pool, schema: SCHEMA, opening: SNAPSHOT }) });
    return await db.transaction().execute((transaction) => work(transaction, applied));
  } finally {
    await giveBack(address);
  }
}
