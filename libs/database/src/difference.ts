import { tooLong } from './batch.ts';
import type { SqlValue } from './connection.ts';
import type { RowTable } from './tables.ts';
import type { Row } from './view.ts';

export interface Difference {
  /** The rows that hold now: those that stay as the objects they were, and the added ones. */
  readonly rows: readonly Row[];
  readonly removed: readonly Row[];
  readonly added: readonly Row[];
}

const NOTHING: readonly Row[] = [];

/**
 * What changed between two lists of rows in the same order. Cheap for the usual case, a change at one spot: the common
 * beginning and end are compared and left alone; only between them rows are matched by their keys.
 */
export function difference(table: RowTable, before: readonly Row[], after: readonly Row[]): Difference {
  if (before === after) return { rows: before, removed: NOTHING, added: NOTHING };
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && sameRow(table, before[start] as Row, after[start] as Row)) start++;
  if (start === before.length && start === after.length) return { rows: before, removed: NOTHING, added: NOTHING };
  let tail = 0;
  while (
    tail < shorter - start &&
    sameRow(table, before[before.length - 1 - tail] as Row, after[after.length - 1 - tail] as Row)
  ) {
    tail++;
  }
  const removed = before.slice(start, before.length - tail);
  const added = after.slice(start, after.length - tail);
  if (removed.length > 0 && added.length > 0 && removed.length + added.length > 2) {
    return matched(table, { head: before.slice(0, start), tail: before.slice(before.length - tail), removed, added });
  }
  return { rows: [...before.slice(0, start), ...added, ...before.slice(before.length - tail)], removed, added };
}

function matched(
  table: RowTable,
  between: { head: readonly Row[]; tail: readonly Row[]; removed: readonly Row[]; added: readonly Row[] },
): Difference {
  const old = new Map(between.removed.map((row) => [keyOf(table, row), row]));
  const added: Row[] = [];
  const rows = between.added.map((row) => {
    const key = keyOf(table, row);
    const same = old.get(key);
    if (same && sameRow(table, same, row)) {
      old.delete(key);
      return same;
    }
    added.push(row);
    return row;
  });
  return { rows: [...between.head, ...rows, ...between.tail], removed: [...old.values()], added };
}

function sameRow({ columns }: RowTable, a: Row, b: Row): boolean {
  if (a === b) return true;
  for (const column of columns) {
    if (a[column] !== b[column] && (a[column] ?? null) !== (b[column] ?? null)) return false;
  }
  return true;
}

/** The key of a row as one text; the parts keep their borders. */
function keyOf({ key }: RowTable, row: Row): string {
  return key.length === 1 ? String(row[key[0] as string]) : JSON.stringify(key.map((column) => String(row[column])));
}

/** Why rows cannot stand in the table together, or undefined. Looked into only after a write has failed. */
export function wrongRows(table: RowTable, rows: readonly Row[]): string | undefined {
  const keys = new Set<string>();
  for (const row of rows) {
    for (const [column, type] of Object.entries(table.types)) {
      const value = row[column] ?? null;
      const isLong = typeof value === 'string' && table.indexed.includes(column) ? tooLong(value) : undefined;
      const why = wrongValue(value, type) ?? isLong;
      if (why) return `${table.name}.${column}: ${why}`;
    }
    const key = keyOf(table, row);
    if (keys.has(key)) return `${table.name}: two rows with ${table.key.join(', ') || 'no key'} = ${key}`;
    keys.add(key);
    if (table.kind === 'segments' && Number(row['valid_from']) >= Number(row['valid_to'])) {
      return `${table.name}: an empty segment from ${row['valid_from']}`;
    }
  }
  return undefined;
}

function wrongValue(value: SqlValue, type: string): string | undefined {
  if (value === null) return type.endsWith('?') ? undefined : 'null';
  if (type.startsWith('integer')) {
    return Number.isSafeInteger(value) || typeof value === 'bigint' ? undefined : `${String(value)} is no integer`;
  }
  return typeof value === 'string' ? undefined : `${String(value)} is no text`;
}
