import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabasePlace } from '../place.ts';
import { freshPostgres, hasPostgres, removeDatabases } from './postgres.ts';

export { freshPostgres, hasPostgres, onPostgres, type FreshPostgres } from './postgres.ts';

/** Where the tests of a dialect keep their tables. */
export interface Fresh {
  readonly database: DatabasePlace;
  remove(): Promise<void>;
}

const folders: string[] = [];

async function freshFolder(): Promise<Fresh> {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-'));
  folders.push(folder);
  return { database: { folder }, remove: async () => rmSync(folder, { recursive: true, force: true }) };
}

async function freshDatabase(): Promise<Fresh> {
  const made = await freshPostgres();
  if (!made) throw new Error('there is no PostgreSQL to test on');
  return { database: { url: made.url }, remove: () => made.remove() };
}

// A test that fails half way does not come to its own `remove`, and a property fails once for each sample it tries.
afterAll(async () => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  await removeDatabases();
});

type Dialect = readonly [name: string, fresh: () => Promise<Fresh>];

/** Every test of the engine, of views and of the registry runs on each of these. */
export const dialects: readonly Dialect[] = [
  ['sqlite', freshFolder],
  ...(hasPostgres() ? [['postgres', freshDatabase] as const] : []),
];

if (!hasPostgres()) {
  describe('on postgres', () => {
    it.skip('the same: set TEST_POSTGRES_URL, or install a server', () => undefined);
  });
}
