import type { SqlValue } from '../connection.ts';
import type { ValueType } from '../batch.ts';

/** The rows as COPY reads them. */
export function copyText(rows: readonly (readonly SqlValue[])[]): string {
  let text = '';
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) text += (i === 0 ? '' : '\t') + copyValue(row[i] as SqlValue);
    text += '\n';
  }
  return text;
}

function copyValue(value: SqlValue): string {
  if (typeof value === 'string') return ESCAPED.test(value) ? value.replaceAll(EACH_ESCAPED, escape) : value;
  return value === null ? '\\N' : String(value);
}

const ESCAPED = /[\\\t\n\r]/;
const EACH_ESCAPED = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\' };

function escape(char: string): string {
  return ESCAPES[char] as string;
}

/** The rows as one array for each column, in the text of PostgreSQL's arrays. */
export function columnArrays(rows: readonly (readonly SqlValue[])[], types: readonly ValueType[]): string[] {
  return types.map((type, i) => {
    const values = rows.map((row) => {
      const value = row[i] as SqlValue;
      if (value === null) return 'NULL';
      return type === 'integer' ? String(value) : `"${String(value).replaceAll(/["\\]/g, '\\$&')}"`;
    });
    return `{${values.join(',')}}`;
  });
}
