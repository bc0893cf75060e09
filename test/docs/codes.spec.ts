import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FIELD_TEXTS, HTTP_CODES } from '#http';
import { FAULT_TEXTS, LISTED_TEXTS, ROW_REFUSAL_TEXTS, WARNING_TEXTS } from '#workbook';
import { START_TEXTS } from '../../apps/server/src/start-failure.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/reference/codes.md', import.meta.url)), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| `'));

it('the page of codes explains every code that an answer, an import or a start can give', () => {
  const listed = rows.map((row) => row.split('`')[1]);
  const wanted = [HTTP_CODES, FIELD_TEXTS, FAULT_TEXTS, ROW_REFUSAL_TEXTS, LISTED_TEXTS, WARNING_TEXTS, START_TEXTS];
  expect(listed).toEqual(expect.arrayContaining(wanted.flatMap((texts) => Object.keys(texts))));
});

it('and leaves no text of any out', () => {
  expect(rows.filter((row) => /\|\s*\|/.test(row))).toEqual([]);
});
