import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A server on which tests may make databases; the test run sets it where the machine has one. */
const SERVER = process.env['TEST_POSTGRES_URL'];
/** Sorting as Chinese readers expect it shows every place that forgot to say how texts are sorted. */
const COLLATIONS = [" LOCALE_PROVIDER icu ICU_LOCALE 'zh'", ''];

export interface FreshPostgres {
  readonly url: string;
  remove(): Promise<void>;
}

const made = new Set<string>();

export function hasPostgres(): boolean {
  return Boolean(SERVER);
}

/** An empty database; undefined where there is no server to make it on. */
export async function freshPostgres(): Promise<FreshPostgres | undefined> {
  if (!SERVER) return undefined;
  const name = `taizhang_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(async (client) => {
    for (const [i, collation] of COLLATIONS.entries()) {
      try {
        await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'${collation}`);
        return;
      } catch (error) {
        if (i === COLLATIONS.length - 1) throw error;
      }
    }
  });
  made.add(name);
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => removeDatabase(name) };
}

/** What a test did not come to remove. */
export async function removeDatabases(): Promise<void> {
  for (const name of made) await removeDatabase(name);
}

async function removeDatabase(name: string): Promise<void> {
  if (!made.delete(name)) return;
  await onServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** For what only this dialect has; shown as skipped where there is no server. */
export function onPostgres(what: string, tests: () => void): void {
  (SERVER ? describe : describe.skip)(what, tests);
}
