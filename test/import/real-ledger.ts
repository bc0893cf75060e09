import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** The set of the real 2018 district ledger. Its mappings stand in the repository, its rows never do. */
export const REAL_SET = join(root, 'docs', 'examples', 'district-2018', 'set.json');
export const SHARED_DATA = process.env['TAIZHANG_SHARED_DATA'] || join(root, '..', 'shared', 'data');

const there = existsSync(join(SHARED_DATA, 'maojian_2018_projects.csv'));

/** Describes what needs the real ledger; where its folder is absent the tests are skipped and say so. */
export function describeRealLedger(name: string, tests: () => void): void {
  if (there) describe(name, tests);
  else describe.skip(`${name} (skipped: no ${SHARED_DATA}; set TAIZHANG_SHARED_DATA)`, tests);
}
