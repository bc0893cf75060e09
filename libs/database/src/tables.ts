import { addition, change, closing, insertion, list, quote, removal, type Batch, type Typed } from './batch.ts';
import { cellOf } from './cells.ts';
import type { Dialect, SqlValue } from './connection.ts';
import {
  FOREVER,
  FOREVER_SEQ,
  type Column,
  type Index,
  type Row,
  type RowsTable,
  type SegmentsTable,
  type Table,
  type TotalsTable,
  type View,
} from './view.ts';

/** What a table of rows or segments needs in SQL. Columns of the same name stand in the same order everywhere. */
export interface RowTable {
  readonly name: string;
  readonly kind: 'segments' | 'rows';
  readonly numbered: boolean;
  /** The columns a view fills, `valid_from` and `valid_to` of segments included; compared to find the difference. */
  readonly columns: readonly string[];
  /** The columns that, with the stream, tell one open row from another. */
  readonly key: readonly string[];
  readonly types: Readonly<Record<string, Column>>;
  /** The columns that stand in the key or in another index. */
  readonly indexed: readonly string[];
  /** Whether the rows lie in cells. */
  readonly cells: boolean;
  /** Values: stream, the columns, for segments `known_from`, `known_to`, and with cells `cell`. */
  readonly insert: Batch;
  /** Values: for segments `known_to`; stream, key. */
  readonly remove: Batch;
  readonly totals: readonly TotalTable[];
}

export interface TotalTable {
  readonly name: string;
  readonly key: readonly string[];
  readonly sums: readonly string[];
  /** Values: key, n, sums; adds to what is there. */
  readonly add: Batch;
  /** Values: key; deletes the row if everything in it is 0. */
  readonly sweep: Batch;
  contributions(row: Row): readonly Row[];
}

/** The tables of a view, ready to be written. */
export function rowTablesOf(view: View): RowTable[] {
  return Object.entries(view.tables).flatMap(([name, table]) =>
    table.kind === 'totals' ? [] : [rowTable(name, table, totalsOf(view, name))],
  );
}

function totalsOf(view: View, of: string): TotalTable[] {
  return Object.entries(view.tables).flatMap(([name, table]) =>
    table.kind === 'totals' && table.of === of ? [totalTable(name, table)] : [],
  );
}

function rowTable(name: string, table: SegmentsTable | RowsTable, totals: readonly TotalTable[]): RowTable {
  const segments = table.kind === 'segments';
  const types: Record<string, Column> = segments
    ? { valid_from: 'integer', valid_to: 'integer', ...table.columns }
    : table.columns;
  const key = [...(segments ? ['valid_from'] : []), ...(table.key ?? [])];
  const stream = streamColumn(table);
  const row = typed({ ...stream, ...only(types, key) });
  const cells = table.kind === 'segments' && table.cells === true;
  const known = { known_from: 'integer', known_to: 'integer', ...(cells && ({ cell: 'integer' } as const)) } as const;
  const close = cells ? closing(name, row) : change(name, { known_to: 'integer' }, row, `known_to = ${FOREVER_SEQ}`);
  const indexed = [...key, ...(table.indexes ?? []).flatMap(({ columns }) => columns)];
  return {
    name,
    kind: table.kind,
    numbered: table.numbered === true,
    indexed,
    columns: Object.keys(types),
    key,
    types,
    totals,
    insert: insertion(name, typed({ ...stream, ...types, ...(segments && known) }), indexed),
    cells,
    remove: segments ? close : removal(name, row),
  };
}

function totalTable(name: string, table: TotalsTable): TotalTable {
  const added = ['n', ...table.sums];
  const key = typed(table.key);
  return {
    name,
    key: Object.keys(table.key),
    sums: table.sums,
    contributions: (row) => table.contributions(row),
    add: addition(name, key, added),
    sweep: removal(name, key, added.map((sum) => `${quote(sum)} = 0`).join(' AND ')),
  };
}

function streamColumn({ stream, numbered }: SegmentsTable | RowsTable): Record<string, Column> {
  return { [stream]: numbered ? 'integer' : 'text' };
}

function only(types: Readonly<Record<string, Column>>, columns: readonly string[]): Record<string, Column> {
  return Object.fromEntries(columns.map((column) => [column, types[column] as Column]));
}

function typed(columns: Readonly<Record<string, Column>>): Typed {
  return Object.fromEntries(
    Object.entries(columns).map(([name, type]) => [name, type.startsWith('integer') ? 'integer' : 'text']),
  );
}

/** What makes a view: its tables, and for when they are full their indexes and what planning needs to know. */
export interface Making {
  readonly tables: readonly string[];
  readonly indexes: readonly string[];
  /** Outside of any transaction. A fresh table is known to nobody: without it the first queries look into every row. */
  readonly finish: readonly string[];
}

export function createStatements(dialect: Dialect, view: View): Making {
  const entries = Object.entries(view.tables);
  const indexes = entries.flatMap(([name, table]) => (table.indexes ?? []).map((index) => createIndex(name, index)));
  return {
    tables: entries.map(([name, table]) => createView(dialect, name, table)),
    indexes,
    finish: dialect === 'sqlite' ? [] : entries.map(([name]) => `VACUUM (ANALYZE) ${quote(name)}`),
  };
}

function createView(dialect: Dialect, name: string, table: Table): string {
  switch (table.kind) {
    case 'segments': {
      const valid = { valid_from: 'integer', valid_to: 'integer' } as const;
      const known = { known_from: 'integer', known_to: 'integer' } as const;
      const cell = table.cells && ({ cell: 'integer' } as const);
      const columns = { ...streamColumn(table), ...valid, ...known, ...table.columns, ...cell } as const;
      return createTable(dialect, name, columns, [table.stream, 'valid_from', ...(table.key ?? []), 'known_from']);
    }
    case 'rows':
      return createTable(dialect, name, { ...streamColumn(table), ...table.columns }, [
        table.stream,
        ...(table.key ?? []),
      ]);
    case 'totals': {
      const sums = Object.fromEntries(['n', ...table.sums].map((sum) => [sum, 'integer' as const]));
      return createTable(dialect, name, { ...table.key, ...sums }, Object.keys(table.key));
    }
  }
}

/** One table in a dialect. SQLite keeps the rows in the order of the key, so that a stream's rows lie side by side. */
export function createTable(
  dialect: Dialect,
  name: string,
  columns: Readonly<Record<string, Column>>,
  key: readonly string[],
): string {
  const definitions = Object.entries(columns).map(([column, type]) => `${quote(column)} ${sqlType(dialect, type)}`);
  const options = dialect === 'sqlite' ? ' STRICT, WITHOUT ROWID' : '';
  return `CREATE TABLE ${quote(name)} (${definitions.join(', ')}, PRIMARY KEY (${list(key)}))${options}`;
}

export function createIndex(table: string, { name, columns, where: only }: Index): string {
  const end = only === 'latest' ? ` AND valid_to = ${FOREVER}` : only === 'ended' ? ` AND valid_to < ${FOREVER}` : '';
  const rows = only ? ` WHERE known_to ${only === 'closed' ? '<' : '='} ${FOREVER_SEQ}${end}` : '';
  return `CREATE INDEX IF NOT EXISTS ${quote(name)} ON ${quote(table)} (${list(columns)})${rows}`;
}

/** Text sorts by its bytes in both dialects. */
function sqlType(dialect: Dialect, column: Column): string {
  const nullable = column.endsWith('?') ? '' : ' NOT NULL';
  const integer = column.startsWith('integer');
  if (dialect === 'sqlite') return (integer ? 'INTEGER' : 'TEXT') + nullable;
  return (integer ? 'BIGINT' : 'TEXT COLLATE "C"') + nullable;
}

/** A stream as the rows of a table name it. */
export type StreamKey = string | number;

/** Values of `insert`, in the order of its columns. */
export function insertValues(
  table: RowTable,
  { id, row, from, to }: { readonly id: StreamKey; readonly row: Row; readonly from?: number; readonly to?: number },
): SqlValue[] {
  const values: SqlValue[] = [id];
  for (const column of table.columns) values.push(row[column] ?? null);
  if (from === undefined || to === undefined) return values;
  values.push(from, to);
  if (table.cells)
    values.push(cellOf({ valid: [Number(row['valid_from']), Number(row['valid_to'])], known: [from, to] }));
  return values;
}

export function keyValues(table: RowTable | TotalTable, row: Row): SqlValue[] {
  return table.key.map((column) => row[column] ?? null);
}
