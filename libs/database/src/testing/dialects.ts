import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the tests of a dialect keep their tables. */
export interface Fresh {
  readonly dataDir: string;
  remove(): void;
}

/** Every test of the engine and of the registry runs on each of these. */
export const dialects: readonly (readonly [name: string, fresh: () => Fresh])[] = [
  [
    'sqlite',
    () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'taizhang-'));
      return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
    },
  ],
];
