import { mustBe, storable, type Batch } from '../batch.ts';
import type { SqlValue } from '../connection.ts';

type Rows = readonly (readonly SqlValue[])[];

/** The rows as COPY reads them. Throws TypeError. */
export function copyText(batch: Batch, rows: Rows): string {
  let text = '';
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) {
      const value = row[i] as SqlValue;
      if (i > 0) text += '\t';
      if (value === null) {
        text += '\\N';
        continue;
      }
      mustBe(batch, i, value);
      text += typeof value === 'string' && ESCAPED.test(value) ? value.replaceAll(EACH_ESCAPED, escape) : value;
    }
    text += '\n';
  }
  return storable(text);
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
