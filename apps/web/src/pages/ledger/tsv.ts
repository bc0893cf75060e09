/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@]/;
/** A plain number stays one, a negative one too. */
const NUMBER = /^-?\d+(\.\d+)?$/;

/** A cell as text: no formula, and in one piece. */
export function cell(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ').trim();
  return FORMULA.test(line) && !NUMBER.test(line) ? `'${line}` : line;
}

/** Rows as a spreadsheet takes them from the clipboard. */
export const tsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(cell).join('\t')).join('\r\n');

/** What was copied from a spreadsheet: its rows and cells. One line end at the end is none of its own. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((row) => row.split('\t').map((value) => value.trim()));
}
