import type { Remark } from '#workbook';
import { bilingual, table } from '../output.ts';
import type { FileReport, ImportReport } from './report.ts';

/** Rows named under one warning; the others are counted, and all stand in the `--json` report. */
const ROWS_SHOWN_MAX = 12;
const REFUSALS_SHOWN_MAX = 30;
const LISTED_SHOWN_MAX = 100;

const out = (text = ''): void => void process.stdout.write(`${text}\n`);

export const SET_REFUSED = {
  zh: '整组未导入，台账没有任何变化',
  en: 'nothing of the set was imported; the ledger is unchanged',
};

/** Why a set was refused as a whole. */
export function printFaults(faults: readonly Remark[]): void {
  for (const fault of faults) process.stderr.write(`${place(fault)}${bilingual(fault.messages)} [${fault.code}]\n`);
  process.stderr.write(`${bilingual(SET_REFUSED)}
`);
}

/** The summary a person reads: rows by what became of them, warnings by rule with their rows, refusals one by one. */
export function printReport(report: ImportReport): void {
  const { files, total, dryRun, people } = report;
  if (dryRun) out(bilingual({ zh: '试导入：什么也没有写', en: 'dry run: nothing was written' }));
  const head = [
    '文件 file',
    '行 rows',
    '导入 imported',
    '未变 unchanged',
    '拒绝 refused',
    '列出 listed',
    '警告 warned',
    '事件 events',
  ];
  const line = (name: string, c: Omit<FileReport, 'id'> | ImportReport['total']) =>
    [name, c.rows, c.imported, c.unchanged, c.refused, c.listed, c.warned, c.events] as const;
  out(table([head, ...files.map((file) => line(`${file.file} (${file.encoding})`, file)), line('合计 total', total)]));
  out(`${bilingual({ zh: '人员', en: 'people' })}: ${people}`);
  for (const file of files) printWarnings(file, report);
  for (const warning of report.warnings) out(`! ${bilingual(warning.messages)} [${warning.code}]`);
  printListed(report);
  printUnmapped(files);
  printRefusals(report);
}

function printWarnings({ file, warnings }: FileReport, { rows }: ImportReport): void {
  for (const [code, times] of Object.entries(warnings).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const warned = rows.filter((row) => row.file === file && row.warnings?.some((w) => w.code === code));
    const found = warned.flatMap((row) => (row.warnings ?? []).filter((w) => w.code === code));
    const named = warned.toSorted((a, b) => a.row - b.row).map(({ row, key }) => `${row} (${key.join(' ')})`);
    const more = named.length > ROWS_SHOWN_MAX ? ' …' : '';
    const [first] = found;
    out();
    out(
      `! ${code} × ${times}  ${file} ${bilingual({ zh: '行（键）', en: 'rows (key)' })} ${named.slice(0, ROWS_SHOWN_MAX).join(', ')}${more}`,
    );
    if (first) out(`  ${bilingual({ zh: '例', en: 'e.g.' })} ${first.row}: ${bilingual(first.messages)}`);
  }
}

/** Rows of which nothing was made: notes that no rule reads one by one, the others by their rows. */
function printListed({ files, rows }: ImportReport): void {
  for (const { file } of files) {
    const listed = rows.filter((row) => row.file === file).flatMap((row) => row.listed ?? []);
    for (const [code, found = []] of Object.entries(Object.groupBy(listed, ({ code }) => code))) {
      const numbers = found.map(({ row = 0 }) => row).toSorted((a, b) => a - b);
      const more = found.length > LISTED_SHOWN_MAX ? ' …' : '';
      const named = code === 'NoteNotRead' ? '' : numbers.slice(0, LISTED_SHOWN_MAX).join(', ') + more;
      out();
      out(`· ${code} × ${found.length}  ${file} ${named}`);
      if (named !== '') continue;
      for (const { row, params } of found.slice(0, LISTED_SHOWN_MAX)) out(`  ${row}: ${params?.['note'] as string}`);
      if (more !== '') out(' …');
    }
  }
}

function printUnmapped(files: readonly FileReport[]): void {
  for (const { file, unmapped } of files) {
    if (unmapped.length === 0) continue;
    out();
    out(`${file}: ${bilingual({ zh: '没有用到的列', en: 'columns that no mapping reads' })}`);
    for (const { column, values } of unmapped) {
      const counts = values && Object.entries(values).map(([value, count]) => `${value || '（空 blank）'} ${count}`);
      out(`  ${column}${counts ? `: ${counts.join(', ')}` : ''}`);
    }
  }
}

function printRefusals({ rows, refusals }: ImportReport): void {
  const all = [...refusals, ...rows.flatMap((row) => row.refusals ?? [])];
  for (const refusal of all.slice(0, REFUSALS_SHOWN_MAX)) {
    out(`✗ ${place(refusal)}${bilingual(refusal.messages)} [${refusal.code}]`);
  }
  const more = all.length - REFUSALS_SHOWN_MAX;
  if (more > 0) out(bilingual({ zh: `还有 ${more} 条拒绝，见 --json`, en: `${more} more refusals, see --json` }));
}

function place({ file, row, columns }: Remark): string {
  const parts = [file, row, columns?.join('、')].filter((part) => part !== undefined && part !== '');
  return parts.length > 0 ? `${parts.join(':')}: ` : '';
}
