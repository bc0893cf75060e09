import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql, type Kysely } from 'kysely';
import pg from 'pg';
import type { Place, ViewPlace } from '../connection.ts';
import type { DatabasePlace } from '../place.ts';

/** The keys of the toy's tables: the order in which its rows are told. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  berths: ['boat_id', 'valid_from', 'known_from'],
  crew: ['boat_id', 'name'],
  places: ['place'],
  names: ['name'],
};

export async function allRows(db: Kysely<unknown>, table: string): Promise<object[]> {
  const order = sql.join((ORDERS[table] as readonly string[]).map((column) => sql.ref(column)));
  const { rows } = await sql<object>`select * from ${sql.table(table)} order by ${order}`.execute(db);
  return rows.map((row) => ({ ...row }));
}

/** Takes the right to write a version of the toy away, until the answer is called. */
export async function lockView(database: DatabasePlace, place: ViewPlace): Promise<() => Promise<void>> {
  if ('folder' in database) {
    const lock = new DatabaseSync(fileOf(database.folder, place));
    lock.exec('BEGIN IMMEDIATE');
    return async () => lock.close();
  }
  const client = await connected(database.url);
  await client.query(`BEGIN; LOCK TABLE ${schemaOf(place)}.progress IN SHARE MODE`);
  return () => client.end();
}

/** Whether a version of the toy has tables. */
export async function isThere(database: DatabasePlace, place: ViewPlace): Promise<boolean> {
  if ('folder' in database) return existsSync(fileOf(database.folder, place));
  const tables = await onDatabase(database.url, `SELECT 1 FROM pg_tables WHERE schemaname = '${schemaOf(place)}'`);
  return tables.length > 0;
}

/** Runs a statement on a version of the toy, or on the numbers, behind the projector's back. */
export async function alter(database: DatabasePlace, place: Place, statement: string): Promise<void> {
  if ('url' in database) {
    await onDatabase(database.url, `SET search_path TO ${schemaOf(place)}; ${statement}`);
    return;
  }
  const file = new DatabaseSync(fileOf(database.folder, place));
  file.exec(statement);
  file.close();
}

/** Runs one statement on a server, beside everything else. */
export async function onDatabase(url: string, statement: string): Promise<object[]> {
  const client = await connected(url);
  try {
    return (await client.query<object>(statement)).rows;
  } finally {
    await client.end();
  }
}

function fileOf(folder: string, place: Place): string {
  return join(folder, 'views', `${place}.db`);
}

function schemaOf(place: Place): string {
  return `view_${place.replaceAll('-', '_')}`;
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // The server is stopped in the middle by some tests.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
