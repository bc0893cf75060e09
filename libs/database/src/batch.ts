import { closedCell } from './cells.ts';
import { FOREVER_SEQ } from './view.ts';

/** A value as a statement takes it; nulls are allowed everywhere. */
export type ValueType = 'text' | 'integer';
export type Typed = Readonly<Record<string, ValueType>>;

/** One change of one table for many rows: SQLite runs it row by row, PostgreSQL for all rows at once. */
export interface Batch {
  /** For one row: a `?` for each value. */
  readonly one: string;
  /** For all rows of a parameter `$n` for each value, an array. */
  readonly all: string;
  /** For all rows as PostgreSQL's COPY takes them, where they are new rows and nothing else. */
  readonly copy?: string;
  /** What the values are called, and their types. */
  readonly names: readonly string[];
  readonly types: readonly ValueType[];
  /** Whether the value stands in an index. */
  readonly indexed: readonly boolean[];
}

/** PostgreSQL takes no more than 2704 bytes into one entry of an index; a character may be three. */
const INDEXED_CHARACTERS_MAX = 800;

/** Why a text cannot stand in an index, or undefined. */
export function tooLong(text: string): string | undefined {
  if (text.length <= INDEXED_CHARACTERS_MAX) return undefined;
  return `a text of ${text.length} characters is too long for an index`;
}

/**
 * Throws TypeError for what one dialect would take and the other would not: a text that is to be an integer or the other way
 * round, of which both convert some, and a long text in an index.
 */
export function mustBe(batch: Batch, i: number, value: unknown): void {
  const isText = typeof value === 'string';
  if (isText !== (batch.types[i] === 'text')) {
    throw new TypeError(`${batch.names[i]}: ${String(value)} is no ${isText ? 'integer' : 'text'}`);
  }
  const why = isText && batch.indexed[i] ? tooLong(value) : undefined;
  if (why !== undefined) throw new TypeError(`${batch.names[i]}: ${why}`);
}

/** A text as both dialects can hold it: half of a surrogate pair has no encoding, and PostgreSQL takes no NUL. */
export function storable(text: string): string {
  return text.isWellFormed() && !text.includes('\0') ? text : text.toWellFormed().replaceAll('\0', '\ufffd');
}

/** New rows; values: the columns, some of which stand in an index. */
export function insertion(table: string, columns: Typed, indexed: readonly string[] = []): Batch {
  const names = list(Object.keys(columns));
  return {
    one: `INSERT INTO ${quote(table)} (${names}) VALUES (${marks(columns)})`,
    all: `INSERT INTO ${quote(table)} (${names}) SELECT * FROM ${unnest(columns)}`,
    copy: `COPY ${quote(table)} (${names}) FROM STDIN`,
    ...valuesOf(table, columns, indexed),
  };
}

/** Other values in the rows with this key, of those that `only` is true for; values: the changed columns, the key. */
export function change(table: string, changed: Typed, key: Typed, only: string): Batch {
  const set = (value: (column: string) => string) =>
    Object.keys(changed)
      .map((column) => `${quote(column)} = ${value(column)}`)
      .join(', ');
  // The changed columns come by other names, because `only` looks at what is there.
  const news = Object.fromEntries(Object.entries(changed).map(([column, type]) => [`new_${column}`, type]));
  return {
    one: `UPDATE ${quote(table)} SET ${set(() => '?')} WHERE ${isOne(key)} AND ${only}`,
    all: `UPDATE ${quote(table)} AS t SET ${set((column) => `b.${quote(`new_${column}`)}`)} FROM ${unnest({ ...news, ...key })} WHERE ${isAny(key)} AND ${only}`,
    ...valuesOf(table, { ...changed, ...key }, []),
  };
}

/** The end of what was known of the rows with this key, of those that still follow, and their cells; values: `known_to`, the key. */
export function closing(table: string, key: Typed): Batch {
  const changed: Typed = { known_to: 'integer' };
  const only = `known_to = ${FOREVER_SEQ}`;
  const cell = closedCell('b.new_known_to');
  return {
    one: `UPDATE ${quote(table)} SET (known_to, cell) = (SELECT b.new_known_to, ${cell} FROM (SELECT ? AS new_known_to) AS b)
      WHERE ${isOne(key)} AND ${only}`,
    all: `UPDATE ${quote(table)} AS t SET known_to = b.new_known_to, cell = ${cell}
      FROM ${unnest({ new_known_to: 'integer', ...key })} WHERE ${isAny(key)} AND ${only}`,
    ...valuesOf(table, { ...changed, ...key }, []),
  };
}

/** The rows with this key go, of those that `only` is true for; values: the key. */
export function removal(table: string, key: Typed, only = 'TRUE'): Batch {
  return {
    one: `DELETE FROM ${quote(table)} WHERE ${isOne(key)} AND ${only}`,
    all: `DELETE FROM ${quote(table)} AS t USING ${unnest(key)} WHERE ${isAny(key)} AND ${only}`,
    ...valuesOf(table, key, []),
  };
}

/** Numbers to be added to those in the row with this key, or a new row; no key twice. Values: the key, the numbers. */
export function addition(table: string, key: Typed, numbers: readonly string[]): Batch {
  const columns: Typed = { ...key, ...Object.fromEntries(numbers.map((column) => [column, 'integer' as const])) };
  const { one, all, copy: _, ...values } = insertion(table, columns, Object.keys(key));
  const sums = numbers.map((n) => `${quote(n)} = ${quote(table)}.${quote(n)} + excluded.${quote(n)}`).join(', ');
  const added = `ON CONFLICT (${list(Object.keys(key))}) DO UPDATE SET ${sums}`;
  return { one: `${one} ${added}`, all: `${all} ${added}`, ...values };
}

export function quote(name: string): string {
  return `"${name}"`;
}

export function list(columns: readonly string[]): string {
  return columns.map(quote).join(', ');
}

function valuesOf(
  table: string,
  columns: Typed,
  indexed: readonly string[],
): Pick<Batch, 'names' | 'types' | 'indexed'> {
  const names = Object.keys(columns);
  return {
    names: names.map((column) => `${table}.${column}`),
    types: Object.values(columns),
    indexed: names.map((column) => indexed.includes(column)),
  };
}

function marks(columns: Typed): string {
  return Object.keys(columns)
    .map(() => '?')
    .join(', ');
}

function isOne(key: Typed): string {
  return Object.keys(key)
    .map((column) => `${quote(column)} = ?`)
    .join(' AND ');
}

function isAny(key: Typed): string {
  return Object.keys(key)
    .map((column) => `t.${quote(column)} = b.${quote(column)}`)
    .join(' AND ');
}

function unnest(columns: Typed): string {
  const arrays = Object.values(columns).map((type, i) => `$${i + 1}::${type === 'integer' ? 'bigint' : 'text'}[]`);
  return `unnest(${arrays.join(', ')}) AS b (${list(Object.keys(columns))})`;
}
