/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@＝＋－＠]/;
/** A plain number stays one, a negative one too. */
const NUMBER = /^-?\d+(\.\d+)?$/;

/** A cell as text: no formula, in one piece, and in quotes where it begins with one, which would be taken off otherwise. */
export function cell(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ').trim();
  if (line.startsWith('"')) return `"${line.replaceAll('"', '""')}"`;
  return FORMULA.test(line) && !NUMBER.test(line) ? `'${line}` : line;
}

/** Rows as a spreadsheet takes them from the clipboard. */
export const tsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(cell).join('\t')).join('\r\n');

/** A cell in quotes, with a line end after it: as a spreadsheet copies one alone, and hardly anybody writes. */
const ONE_QUOTED = /^"(?:[^"]|"")*"\r?\n$/;

/** What stands in a cell that was copied alone, where it stands in quotes; undefined for any other text. */
export const cellIn = (text: string): string | undefined => (ONE_QUOTED.test(text) ? cellsOf(text)[0]?.[0] : undefined);

/** A cell and what ends it. It stands in quotes, with its own doubled, where tabs or lines are in it; a quote never closed is one. */
const CELL = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y;

/** What was copied from a spreadsheet: its rows and cells. One line end at the end is none of its own. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  CELL.lastIndex = 0;
  let end: string;
  do {
    const [, quoted, plain = '', after = ''] = CELL.exec(lines) ?? [];
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (after === '\n') rows.push([]);
    end = after;
  } while (end !== '');
  return rows;
}
