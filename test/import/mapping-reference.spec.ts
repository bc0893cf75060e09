import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAULT_TEXTS, LISTED_TEXTS, ROW_REFUSAL_TEXTS, WARNING_TEXTS } from '#workbook';
import { folderWith, faultsOf, remove } from './ledger.ts';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'reference', 'import-mapping.md'), 'utf8');

it('explains every code that an import can say', () => {
  const codes = [FAULT_TEXTS, ROW_REFUSAL_TEXTS, WARNING_TEXTS, LISTED_TEXTS].flatMap((texts) => Object.keys(texts));
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
});

it('shows settings that the program takes', async () => {
  const shown = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => json as string);
  const [set = '', mapping = '', notes = '', catalogue = ''] = shown;
  const whole = JSON.parse(set) as { files: object[] };
  const more = ['notes', 'items'].map((id) => ({ id, file: `${id}.csv`, mapping: `${id}.json` }));
  const files = {
    'set.json': JSON.stringify({ ...whole, files: [...whole.files, ...more] }),
    'projects.json': mapping,
    'reports.json': mapping,
    'notes.json': notes,
    'items.json': catalogue,
  };
  const folder = folderWith(files);
  try {
    // Sound settings, so the first thing that is missing are the data files.
    expect((await faultsOf(folder, folder)).map(({ code }) => code)).toEqual(Array(4).fill('FileMissing'));
  } finally {
    remove(folder);
  }
});
