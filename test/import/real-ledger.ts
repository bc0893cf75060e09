import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '#workbook';

const root = join(import.meta.dirname, '..', '..');

/** The set of the real 2018 district ledger. Its mappings stand in the repository, its rows never do. */
export const REAL_SET = join(root, 'docs', 'examples', 'district-2018', 'set.json');
/** What is left of the 2020 ledger of that district, whose numbers name other projects: a ledger of its own. */
export const REAL_SET_2020 = join(root, 'docs', 'examples', 'district-2020', 'set.json');
export const SHARED_DATA = process.env['TAIZHANG_SHARED_DATA'] || join(root, '..', 'shared', 'data');

const there = existsSync(join(SHARED_DATA, 'maojian_2018_projects.csv'));

/** Describes what needs the real ledger; where its folder is absent the tests are skipped and say so. */
export function describeRealLedger(name: string, tests: () => void): void {
  if (there) describe(name, tests);
  else describe.skip(`${name} (skipped: no ${SHARED_DATA}; set TAIZHANG_SHARED_DATA)`, tests);
}

/** The rows of a data file as they stand there, by header, read without any mapping. */
export function rowsOfFile(name: string): readonly Readonly<Record<string, string>>[] {
  const sheet = readCsv(readFileSync(join(SHARED_DATA, name), 'utf8'));
  if (!('records' in sheet)) throw new Error(`${name} cannot be read`);
  return sheet.records.map(({ cells }) =>
    Object.fromEntries(sheet.header.map((column, i) => [column, cells[i] ?? ''])),
  );
}
