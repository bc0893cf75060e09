import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the tests of a dialect keep their tables. */
export interface Fresh {
  readonly dataDir: string;
  remove(): void;
}

const made: string[] = [];

function freshFolder(): Fresh {
  const dataDir = mkdtempSync(join(tmpdir(), 'taizhang-'));
  made.push(dataDir);
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

// A test that fails half way does not come to its own `remove`, and a property fails once for each sample it tries.
afterAll(() => {
  for (const dataDir of made.splice(0)) rmSync(dataDir, { recursive: true, force: true });
});

/** Every test of the engine and of the registry runs on each of these. */
export const dialects: readonly (readonly [name: string, fresh: () => Fresh])[] = [['sqlite', freshFolder]];
