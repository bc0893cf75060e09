import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabasePlace } from '../place.ts';

/** Where the tests of a dialect keep their tables. */
export interface Fresh {
  readonly database: DatabasePlace;
  remove(): Promise<void>;
}

const made: string[] = [];

async function freshFolder(): Promise<Fresh> {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-'));
  made.push(folder);
  return { database: { folder }, remove: async () => rmSync(folder, { recursive: true, force: true }) };
}

// A test that fails half way does not come to its own `remove`, and a property fails once for each sample it tries.
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Every test of the engine and of the registry runs on each of these. */
export const dialects: readonly (readonly [name: string, fresh: () => Promise<Fresh>])[] = [['sqlite', freshFolder]];
