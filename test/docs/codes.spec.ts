import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FIELD_TEXTS, HTTP_CODES } from '#http';
import { FAULT_TEXTS, LISTED_TEXTS, ROW_REFUSAL_TEXTS, WARNING_TEXTS } from '#workbook';
import { BACKUP_TEXTS } from '../../apps/cli/src/backup/failures.ts';
import { START_TEXTS } from '../../apps/server/src/start-failure.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/reference/codes.md', import.meta.url)), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| `'));

it('the page of codes explains every code that an answer, an import, a start or a backup can give', () => {
  const listed = rows.map((row) => row.split('`')[1]);
  const answered = [HTTP_CODES, FIELD_TEXTS, FAULT_TEXTS, ROW_REFUSAL_TEXTS, LISTED_TEXTS, WARNING_TEXTS];
  const wanted = [...answered, START_TEXTS, BACKUP_TEXTS].flatMap((texts) => Object.keys(texts));
  expect(listed).toEqual(expect.arrayContaining(wanted));
});

it('and leaves no text of any out', () => {
  expect(rows.filter((row) => /\|\s*\|/.test(row))).toEqual([]);
});
