import { list, quote } from '../batch.ts';
import type { Snapshot, SqlValue } from '../connection.ts';

/** Rows held in memory of either side. */
const PAGE_ROWS = 1_000;

type SqlRow = Readonly<Record<string, SqlValue>>;

/** A table as it should be: its columns, and those of its primary key in their order. */
export interface Shape {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
}

/**
 * Where two tables part for the first time, in the order of their key. `missing`: the running database lacks the row; `extra`:
 * it has one that does not follow from the log; `no-column`: it lacks a column, or the whole table.
 */
export interface Difference {
  readonly table: string;
  readonly kind: 'changed' | 'missing' | 'extra' | 'no-column';
  readonly key: SqlRow;
  readonly column?: string;
  readonly running?: SqlValue;
  readonly rebuilt?: SqlValue;
}

/** Every table that was built on the side; that is an SQLite file, which knows its tables and keys by itself. */
export async function shapesOf(rebuilt: Snapshot): Promise<Shape[]> {
  const columns = await rebuilt.all<{ name: string; column: string; pk: number }>(
    `SELECT tables.name AS name, columns.name AS column, columns.pk AS pk
     FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
     WHERE tables.type = 'table' ORDER BY tables.name, columns.cid`,
  );
  return [...Map.groupBy(columns, ({ name }) => name)].map(([name, of]) => ({
    name,
    columns: of.map(({ column }) => column),
    key: of
      .filter(({ pk }) => pk > 0)
      .toSorted((a, b) => a.pk - b.pk)
      .map(({ column }) => column),
  }));
}

/**
 * Reads both tables in the order of their key, a page at a time, up to the first difference. Says how many
 * rows are taken up next.
 */
export async function firstDifference(
  running: Snapshot,
  rebuilt: Snapshot,
  shape: Shape,
  onRows: (rows: number) => void,
): Promise<Difference | undefined> {
  const { name: table, columns } = shape;
  const there = new Set(await columnsOf(running, table));
  const column = columns.find((one) => !there.has(one));
  if (column !== undefined) return { table, kind: 'no-column', key: {}, column };
  const [left, right] = [new Reading(running, shape), new Reading(rebuilt, shape)];
  for (;;) {
    if (left.dry) await left.more();
    if (right.dry) onRows(await right.more());
    const [is, should] = [left.row, right.row];
    if (!is && !should) return undefined;
    const difference = differing(shape, is, should);
    if (difference) return difference;
    left.next();
    right.next();
  }
}

/** One of the two is there. */
function differing(
  { name: table, key, columns }: Shape,
  is: SqlRow | undefined,
  should: SqlRow | undefined,
): Difference | undefined {
  const order = !is ? 1 : !should ? -1 : inOrder(key, is, should);
  const keyOf = (row: SqlRow) => Object.fromEntries(key.map((column) => [column, row[column] as SqlValue]));
  if (should && order > 0) return { table, kind: 'missing', key: keyOf(should) };
  if (is && order < 0) return { table, kind: 'extra', key: keyOf(is) };
  if (!is || !should) return undefined;
  const column = columns.find((one) => is[one] !== should[one]);
  if (column === undefined) return undefined;
  const [running, rebuilt] = [is[column] as SqlValue, should[column] as SqlValue];
  return { table, kind: 'changed', key: keyOf(is), column, running, rebuilt };
}

/** As both dialects sort: integers by their value, texts by their bytes. */
function inOrder(key: readonly string[], a: SqlRow, b: SqlRow): number {
  for (const column of key) {
    const [one, other] = [a[column] ?? null, b[column] ?? null];
    if (one === other) continue;
    if (typeof one === 'string' && typeof other === 'string')
      return Buffer.compare(Buffer.from(one), Buffer.from(other));
    return (one ?? 0) < (other ?? 0) ? -1 : 1;
  }
  return 0;
}

/** The rows of one table, a page in memory. */
class Reading {
  private readonly snapshot: Snapshot;
  private readonly shape: Shape;
  private page: readonly SqlRow[] = [];
  private at = 0;
  private ended = false;

  constructor(snapshot: Snapshot, shape: Shape) {
    this.snapshot = snapshot;
    this.shape = shape;
  }

  /** The next row; undefined after the last one. */
  get row(): SqlRow | undefined {
    return this.page[this.at];
  }

  /** Whether there may be another row, which is not read yet. */
  get dry(): boolean {
    return !this.ended && this.at === this.page.length;
  }

  next(): void {
    this.at++;
  }

  /** Reads the next page; answers how many rows it has. */
  async more(): Promise<number> {
    const { name, key, columns } = this.shape;
    const last = this.page.at(-1);
    const after = last ? `WHERE (${list(key)}) > (${key.map(() => '?').join(', ')})` : '';
    this.page = await this.snapshot.all<SqlRow>(
      `SELECT ${list(columns)} FROM ${quote(name)} ${after} ORDER BY ${list(key)} LIMIT ${PAGE_ROWS}`,
      last ? key.map((column) => last[column] as SqlValue) : [],
    );
    this.ended = this.page.length < PAGE_ROWS;
    this.at = 0;
    return this.page.length;
  }
}

async function columnsOf(snapshot: Snapshot, table: string): Promise<string[]> {
  const sql =
    snapshot.dialect === 'sqlite'
      ? 'SELECT name FROM pragma_table_info(?)'
      : 'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ?';
  return (await snapshot.all<{ name: string }>(sql, [table])).map(({ name }) => name);
}
