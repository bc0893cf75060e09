import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAULT_TEXTS, ROW_REFUSAL_TEXTS, WARNING_TEXTS } from '#workbook';
import { folderWith, faultsOf, remove } from './ledger.ts';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'reference', 'import-mapping.md'), 'utf8');

it('explains every code that an import can say', () => {
  const codes = [FAULT_TEXTS, ROW_REFUSAL_TEXTS, WARNING_TEXTS].flatMap((texts) => Object.keys(texts));
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
});

it('shows settings that the program takes', async () => {
  const [set = '', mapping = ''] = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => json as string);
  const files = { 'set.json': set, 'projects.json': mapping, 'reports.json': mapping };
  const folder = folderWith(files);
  try {
    // Sound settings, so the first thing that is missing are the data files.
    expect((await faultsOf(folder, folder)).map(({ code }) => code)).toEqual(['FileMissing', 'FileMissing']);
  } finally {
    remove(folder);
  }
});
