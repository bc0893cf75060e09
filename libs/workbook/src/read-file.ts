import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOfText, type Digest } from '#kernel';
import { isMisfit, readCell, type Value } from './cells.ts';
import { headerName, readCsv, type Sheet } from './csv.ts';
import { decodeText, type Encoding } from './encoding.ts';
import type { SetFile } from './load-set.ts';
import type { Mapping } from './mapping.ts';
import { fault, rowRefusal, type Remark } from './texts.ts';

/** A row with the values its mapping finds in it. */
export interface DataRow {
  readonly file: SetFile;
  readonly row: number;
  /** The values of the key columns, which tell the row apart in its file whatever its place there. */
  readonly key: readonly string[];
  /** What the source calls the project; empty where the row names none. */
  readonly project: string;
  readonly values: Readonly<Record<string, Value>>;
  /** Why the row cannot be taken at all. */
  readonly refusals: readonly Remark[];
}

export interface DataFile {
  readonly file: SetFile;
  readonly encoding: Encoding;
  readonly digest: Digest;
  readonly rows: readonly DataRow[];
  /** Columns that no mapping reads, with their values where these are few, so that nothing is dropped in silence. */
  readonly unmapped: readonly { readonly column: string; readonly values?: Readonly<Record<string, number>> }[];
}

const VALUES_LISTED_MAX = 8;

/** Reads one file of a set. Anything that makes its rows uncertain is a fault, and faults refuse the whole set. */
export async function readDataFile(file: SetFile, folder: string): Promise<DataFile | readonly Remark[]> {
  const named = (remarks: readonly Remark[]): readonly Remark[] => remarks.map((one) => ({ ...one, file: file.file }));
  let bytes: Buffer;
  try {
    bytes = await readFile(join(folder, file.file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return [fault('FileMissing', { name: join(folder, file.file) }, { file: file.file })];
  }
  const decoded = decodeText(bytes, file.mapping.encoding);
  if ('code' in decoded) return named([decoded]);
  const sheet = readCsv(decoded.text, file.mapping.delimiter);
  if (!('records' in sheet)) return named(sheet);
  const missing = missingColumns(file, sheet);
  if (missing.length > 0) return named(missing);
  const rows = sheet.records.map(({ row, cells }) => readRow(file, sheet.header, row, cells));
  const unclear = keyFaults(rows);
  if (unclear.length > 0) return named(unclear);
  const { encoding, text } = decoded;
  return { file, encoding, digest: digestOfText(text), rows, unmapped: unmappedColumns(file, sheet) };
}

function columnsRead({ mapping }: SetFile): Set<string> {
  const read = new Set<string>();
  for (const column of Object.values(mapping.columns)) {
    read.add(headerName(column.column));
    if (column.type === 'people' && column.names) read.add(headerName(column.names.column));
  }
  return read;
}

function missingColumns(file: SetFile, { header }: Sheet): Remark[] {
  return [...columnsRead(file)]
    .filter((column) => !header.includes(column))
    .map((column) => fault('ColumnMissing', { column }, { row: 1, columns: [column] }));
}

function unmappedColumns(file: SetFile, { header, records }: Sheet): DataFile['unmapped'] {
  const read = columnsRead(file);
  return header.flatMap((column, i) => {
    if (column === '' || read.has(column)) return [];
    const values: Record<string, number> = {};
    for (const { cells } of records) values[cells[i] ?? ''] = (values[cells[i] ?? ''] ?? 0) + 1;
    return [{ column, ...(Object.keys(values).length <= VALUES_LISTED_MAX && { values }) }];
  });
}

function readRow(file: SetFile, header: readonly string[], row: number, cells: readonly string[]): DataRow {
  const { columns, key } = file.mapping;
  const project = projectOf(file.mapping);
  const values: Record<string, Value> = {};
  const refusals: Remark[] = [];
  const where = (column: string) => ({ file: file.file, row, columns: [column] });
  for (const [name, column] of Object.entries(columns)) {
    const value = readCell(column, (heading) => cells[header.indexOf(headerName(heading))] ?? '');
    if (isMisfit(value)) {
      const { misfit, what } = value;
      refusals.push(rowRefusal('CellInvalid', { column: column.column, value: misfit, ...what }, where(column.column)));
    } else if (value === undefined && column.required) {
      refusals.push(rowRefusal('CellRequired', { column: column.column }, where(column.column)));
    } else values[name] = value;
  }
  const plain = (name: string): string => {
    const value = values[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  return { file, row, key: key.map(plain), project: project === undefined ? '' : plain(project), values, refusals };
}

/** The value that says which project a row is about; undefined where rows are about none, or say so in words. */
function projectOf(mapping: Mapping): string | undefined {
  return 'project' in mapping ? mapping.project : undefined;
}

/** Rows that cannot be told apart. A note may stand twice: that is for the reader of notes to say. */
function keyFaults(rows: readonly DataRow[]): Remark[] {
  const seen = new Map<string, number>();
  const faults: Remark[] = [];
  for (const { file, row, key, project } of rows) {
    const columns = file.mapping.key.map((name) => (file.mapping.columns[name] as { column: string }).column);
    const lacksProject = project === '' && 'steps' in file.mapping;
    if (lacksProject || key.every((part) => part === '')) {
      faults.push(fault('KeyBlank', { row }, { row, columns }));
      continue;
    }
    const whole = JSON.stringify(key);
    const other = seen.get(whole);
    if (other !== undefined && 'notes' in file.mapping) continue;
    if (other !== undefined) faults.push(fault('KeyTwice', { row, other, key: key.join(' ') }, { row, columns }));
    else seen.set(whole, row);
  }
  return faults;
}
