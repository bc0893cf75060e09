import { mustBe, storable, type Batch } from '../batch.ts';
import type { SqlValue } from '../connection.ts';

type Rows = readonly (readonly SqlValue[])[];

/** UTF-8 bytes that a UTF-16 unit may take. */
const UNIT_BYTES_MAX = 3;
const FIRST_BYTES = 1024 * 1024;

/** The rows as COPY reads them, encoded one by one: together they would be one text of a million pieces. Throws TypeError. */
export function copyBytes(batch: Batch, rows: Rows): Buffer {
  let bytes = Buffer.allocUnsafe(FIRST_BYTES);
  let end = 0;
  for (const row of rows) {
    const line = storable(copyLine(batch, row));
    if (end + line.length * UNIT_BYTES_MAX > bytes.length) {
      bytes = Buffer.concat([bytes.subarray(0, end)], 2 * bytes.length + line.length * UNIT_BYTES_MAX);
    }
    end += bytes.write(line, end);
  }
  return bytes.subarray(0, end);
}

function copyLine(batch: Batch, row: readonly SqlValue[]): string {
  let line = '';
  for (let i = 0; i < row.length; i++) {
    const value = row[i] as SqlValue;
    if (i > 0) line += '\t';
    if (value === null) {
      line += '\\N';
      continue;
    }
    mustBe(batch, i, value);
    line += typeof value === 'string' && ESCAPED.test(value) ? value.replaceAll(EACH_ESCAPED, escape) : value;
  }
  return `${line}\n`;
}

const ESCAPED = /[\\\t\n\r]/;
const EACH_ESCAPED = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\' };

function escape(char: string): string {
  return ESCAPES[char] as string;
}

/** The rows as one array for each column, in the text of PostgreSQL's arrays. Throws TypeError. */
export function columnArrays(batch: Batch, rows: Rows): string[] {
  return batch.types.map((type, i) => {
    const values = rows.map((row) => {
      const value = row[i] as SqlValue;
      if (value === null) return 'NULL';
      mustBe(batch, i, value);
      return type === 'integer' ? String(value) : `"${String(value).replaceAll(/["\\]/g, '\\$&')}"`;
    });
    return storable(`{${values.join(',')}}`);
  });
}
