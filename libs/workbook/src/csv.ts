import { CsvError, parse } from 'csv-parse/sync';
import { fault, type Remark } from './texts.ts';

export interface SheetRecord {
  /** The header is row 1. A record counts once, however many lines its cells span; a blank line counts and says nothing. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** A table as it stands in a file: one header row, and records as wide as the header. */
export interface Sheet {
  readonly header: readonly string[];
  readonly records: readonly SheetRecord[];
}

/** Uneven rows that are named one by one; a file cut by the wrong delimiter has nothing else. */
const UNEVEN_NAMED_MAX = 20;

/** A header as it is compared: without any blanks, ideographic ones included, and full-width forms made plain. */
export function headerName(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00a0\u3000]/gu, '');
}

/** Reads CSV by RFC 4180, strictly: a quote that never closes would otherwise swallow the rows behind it. */
export function readCsv(text: string, delimiter = ','): Sheet | readonly Remark[] {
  let rows: string[][];
  let linesRead = 0;
  try {
    rows = parse(text.replace(/\r\n?/g, '\n'), {
      delimiter,
      relax_column_count: true,
      on_record: (record: string[], { lines }) => {
        linesRead = lines;
        return record;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) return [quoteFault(error, linesRead + 1)];
    throw error;
  }
  const [first = [], ...rest] = rows;
  const header = first.map(headerName);
  if (header.every((name) => name === '')) return [fault('CsvEmpty')];
  const faults = header
    .filter((name, i) => name !== '' && header.indexOf(name) !== i)
    .map((column) => fault('ColumnTwice', { column }, { row: 1, columns: [column] }));
  const records = rest
    .map((cells, i) => ({ row: i + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const uneven = records
    .filter(({ cells }) => cells.length !== header.length)
    .slice(0, UNEVEN_NAMED_MAX)
    .map(({ row, cells }) => fault('CsvRowUneven', { row, cells: cells.length, columns: header.length }, { row }));
  return faults.length + uneven.length > 0 ? [...faults, ...uneven] : { header, records };
}

/** The parser gives up where the text ends; what helps a person is where the record begins. */
function quoteFault(error: CsvError, line: number): Remark {
  const row = (typeof error['records'] === 'number' ? error['records'] : 0) + 1;
  const code = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'CsvQuoteNotClosed' : 'CsvQuoteMisplaced';
  return fault(code, { row, line }, { row });
}
