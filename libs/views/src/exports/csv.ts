/** A cell of a table; null is empty. */
export type Cell = string | number | boolean | null;

/** Spreadsheet programs take UTF-8 for what it is only where a file begins with this. */
export const BOM = '\u{feff}';

/** What a spreadsheet program would run as a formula. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * One line of a CSV file by RFC 4180, ended by CRLF. A text that a spreadsheet would run as a formula gets an apostrophe
 * before it; numbers do not.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A column of an exported table: what stands over it in Chinese and English, and what in it. */
export interface Column<Item> {
  readonly zh: string;
  readonly en: string;
  cell(item: Item): Cell;
}

export const EXPORT_FORMATS = ['json', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A list to be written: what is said of the whole, its pages in order, and its columns where it becomes a table. */
export interface Exported<Item> {
  readonly about: object;
  readonly columns: readonly Column<Item>[];
  pages(): AsyncIterable<readonly Item[]>;
}

/** The file, page by page: never more than a page of it is in memory. Its JSON is one document with `items`. */
export async function* written<Item>(list: Exported<Item>, format: ExportFormat): AsyncGenerator<string> {
  if (format === 'csv') {
    yield BOM + csvLine(list.columns.map(({ zh, en }) => `${zh} / ${en}`));
    for await (const page of list.pages())
      if (page.length > 0) yield page.map((item) => csvLine(list.columns.map((column) => column.cell(item)))).join('');
    return;
  }
  yield `${JSON.stringify(list.about).slice(0, -1)},"items":[`;
  let isFirst = true;
  for await (const page of list.pages()) {
    if (page.length === 0) continue;
    yield `${isFirst ? '' : ','}\n${page.map((item) => JSON.stringify(item)).join(',\n')}`;
    isFirst = false;
  }
  yield '\n]}\n';
}
