import type { Event, Instant, Recorded } from '#kernel';
import type { SqlValue } from './connection.ts';
import { InvalidView } from './errors.ts';

/** A `valid_to` without end, and a `valid_from` before everything, as day numbers. */
export const FOREVER = 2_147_483_647;
export const EVER = -2_147_483_648;
/** `known_to` of a segment that still follows from what is known. */
export const FOREVER_SEQ = Number.MAX_SAFE_INTEGER;

/** `json` is text that holds JSON, written and read by the view; `?` allows null. */
export type Column = 'text' | 'integer' | 'json' | 'text?' | 'integer?' | 'json?';
export type Columns = Readonly<Record<string, Column>>;

/**
 * An index; `open` holds only what still follows (`known_to = FOREVER_SEQ`), `latest` only what of it has no end
 * (`valid_to = FOREVER` too): one row a stream and key; `ended` what of it has an end. `closed` holds what follows no more.
 */
export interface Index {
  readonly name: string;
  readonly columns: readonly string[];
  readonly where?: 'open' | 'latest' | 'ended' | 'closed';
}

/** What of a stream its rows are told by. */
interface RowsOfStreams {
  /** The column of the stream, which the engine adds: its id, the text after the first dash. */
  readonly stream: string;
  /** Then it is the seq of the stream's first event: in every index a tenth of an id. */
  readonly numbered?: true;
}

/**
 * Bitemporal rows: `[valid_from, valid_to)` by business day, `[known_from, known_to)` by seq. The engine adds the known columns.
 * A stream has one open row for each `valid_from` and `key`.
 */
export interface SegmentsTable extends RowsOfStreams {
  readonly kind: 'segments';
  readonly key?: readonly string[];
  readonly columns: Columns;
  /** Adds the column `cell`, which the engine fills: what holds at any point is found by indexes that begin with it. */
  readonly cells?: true;
  readonly indexes?: readonly Index[];
}

/** Current rows, one for each `stream` and `key`. */
export interface RowsTable extends RowsOfStreams {
  readonly kind: 'rows';
  readonly key?: readonly string[];
  readonly columns: Columns;
  readonly indexes?: readonly Index[];
}

/**
 * Sums over the open segments or the current rows of another table, kept up to date. `n` counts the contributions;
 * a row of which `n` and all sums are 0 goes. Keys are never null, sums are integers.
 */
export interface TotalsTable {
  readonly kind: 'totals';
  readonly of: string;
  readonly key: Columns;
  readonly sums: readonly string[];
  readonly indexes?: readonly Index[];
  contributions(row: Row): readonly Row[];
}

export type Table = SegmentsTable | RowsTable | TotalsTable;

/** One row as a view makes it: the table's columns, for segments `valid_from` and `valid_to` too. A column left out is null. */
export type Row = Readonly<Record<string, SqlValue | undefined>>;
/** Rows by table, for every table that is no total. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

/** An event with its place in the ledger: the position on this store, the number on every store, and when it was known. */
export type Sequenced<E extends Event = Event> = Recorded<E> & {
  readonly position: bigint;
  readonly seq: number;
  /** The running maximum of `recordedAt`. */
  readonly knownAt: Instant;
  /** Why nothing can be made of it: a later version of the program wrote it. It stops the views of its category. */
  readonly notUnderstood?: string;
};

/**
 * A view is a pure function per stream: the rows of a stream follow from its events alone. Any change of it raises
 * `version`, and the engine builds the new version beside the old one.
 */
export interface View<E extends Event = Event> {
  readonly name: string;
  readonly version: number;
  /** The text before the first dash of the streams it is made of. */
  readonly categories: readonly string[];
  /** An event of these categories with another type stops the view. */
  readonly consumes: { readonly [T in E['type']]: true };
  readonly tables: Readonly<Record<string, Table>>;
  /**
   * The rows after `history`, which is every event of the stream so far. Called after each event, with a new array
   * each time. Segments are sorted by `valid_from`. May answer the array of `previous` for a table that is unchanged.
   */
  project(stream: string, history: readonly Sequenced<E>[], previous: Rows | undefined): Rows;
}

export function categoryOf(stream: string): string {
  const dash = stream.indexOf('-');
  return dash < 0 ? stream : stream.slice(0, dash);
}

export function idOf(stream: string): string {
  return stream.slice(stream.indexOf('-') + 1);
}

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** With its version it names a schema of PostgreSQL, which cuts names off after 63 bytes. */
const NAME_CHARACTERS_MAX = 40;
const IDENTIFIER = /^[a-z][a-z0-9_]{0,40}$/;
const ADDED = ['valid_from', 'valid_to', 'known_from', 'known_to'];

/** Throws InvalidView, with the reason, for a definition that the engine cannot run. */
export function checkView(view: View): void {
  const refuse = (why: string): never => {
    throw new InvalidView(`view ${view.name}: ${why}`);
  };
  if (!NAME.test(view.name)) refuse('its name is no kebab-case name');
  if (view.name.length > NAME_CHARACTERS_MAX) refuse(`its name is longer than ${NAME_CHARACTERS_MAX} characters`);
  if (!Number.isSafeInteger(view.version) || view.version < 1) refuse('its version is no number from 1');
  if (!view.categories.length) refuse('it is made of no category');
  for (const category of view.categories)
    if (!category || category.includes('-')) refuse(`"${category}" is no category`);
  const indexes = new Set<string>();
  for (const [name, table] of Object.entries(view.tables)) {
    if (!IDENTIFIER.test(name) || name === 'progress') refuse(`"${name}" is no name of a table`);
    for (const column of columnsOf(table)) if (!IDENTIFIER.test(column)) refuse(`"${column}" is no name of a column`);
    for (const index of table.indexes ?? []) {
      if (!IDENTIFIER.test(index.name) || indexes.has(index.name) || index.name in view.tables)
        refuse(`index ${index.name} is there twice, named as a table, or no name`);
      indexes.add(index.name);
      if (index.where && table.kind !== 'segments') refuse(`index ${index.name}: only segments are open`);
      for (const column of index.columns)
        if (!columnsOf(table).includes(column)) refuse(`index ${index.name}: no ${column}`);
    }
    const why = table.kind === 'totals' ? wrongTotals(table, view.tables) : wrongKey(table);
    if (why) refuse(`table ${name}: ${why}`);
  }
}

function columnsOf(table: Table): string[] {
  switch (table.kind) {
    case 'segments':
      return [table.stream, ...ADDED, ...(table.cells ? ['cell'] : []), ...Object.keys(table.columns)];
    case 'rows':
      return [table.stream, ...Object.keys(table.columns)];
    case 'totals':
      return [...Object.keys(table.key), 'n', ...table.sums];
  }
}

function wrongKey(table: SegmentsTable | RowsTable): string | undefined {
  if (new Set(columnsOf(table)).size !== columnsOf(table).length) return 'a column is there twice';
  for (const column of table.key ?? []) {
    const type = table.columns[column];
    if (!type || type.endsWith('?')) return `the key ${column} is no column, or may be null`;
  }
  return undefined;
}

function wrongTotals(table: TotalsTable, tables: View['tables']): string | undefined {
  const of = tables[table.of];
  if (!of || of.kind === 'totals') return `${table.of} is nothing to add up`;
  if (!Object.keys(table.key).length) return 'it has no key';
  if (Object.values(table.key).some((type) => type.endsWith('?'))) return 'a key may be null';
  return undefined;
}
