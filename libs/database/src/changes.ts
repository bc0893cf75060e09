import { storable, type Batch } from './batch.ts';
import type { Connection, SqlValue } from './connection.ts';
import { insertValues, keyValues, type RowTable, type StreamKey, type TotalTable } from './tables.ts';
import { FOREVER_SEQ, type Row } from './view.ts';

/** A segment opened in the transaction at hand; it may be closed again before it is written. */
export interface Pending {
  readonly id: StreamKey;
  readonly row: Row;
  readonly from: number;
  to: number;
}

interface TableChanges {
  readonly opened: Pending[];
  readonly closed: { readonly id: StreamKey; readonly row: Row; readonly to: number }[];
  readonly removed: { readonly id: StreamKey; readonly row: Row }[];
  readonly inserted: { readonly id: StreamKey; readonly row: Row }[];
}

/** What one transaction will write: collected in memory, so that a segment opened and closed in it is written once. */
export class Changes {
  private readonly tables = new Map<RowTable, TableChanges>();
  private count = 0;

  /** How many rows it will write, those of totals not counted. */
  get rows(): number {
    return this.count;
  }

  open(table: RowTable, id: StreamKey, row: Row, from: number): Pending {
    const pending = { id, row, from, to: FOREVER_SEQ };
    this.of(table).opened.push(pending);
    this.count++;
    return pending;
  }

  close(table: RowTable, id: StreamKey, row: Row, to: number): void {
    this.of(table).closed.push({ id, row, to });
    this.count++;
  }

  replace(table: RowTable, id: StreamKey, removed: readonly Row[], inserted: readonly Row[]): void {
    const changes = this.of(table);
    for (const row of removed) changes.removed.push({ id, row });
    for (const row of inserted) changes.inserted.push({ id, row });
    this.count += removed.length + inserted.length;
  }

  /**
   * Writes the rows inside the caller's transaction, and adds up what they change in the totals, which are to be written in it
   * too. What is closed goes first, so that no key is taken twice.
   */
  async write(connection: Connection, totals: Totals): Promise<void> {
    for (const [table, { opened, closed, removed, inserted }] of this.tables) {
      await runMany(
        connection,
        table.remove,
        table.kind === 'segments'
          ? closed.map(({ id, row, to }) => [to, id, ...keyValues(table, row)])
          : removed.map(({ id, row }) => [id, ...keyValues(table, row)]),
      );
      await runMany(
        connection,
        table.insert,
        (table.kind === 'segments' ? opened : inserted).map((added) => insertValues(table, added)),
      );
      for (const total of table.totals) {
        const sums = totals.of(total);
        for (const { row } of closed) sums.add(row, -1);
        for (const { row } of removed) sums.add(row, -1);
        for (const { row, to } of opened) if (to === FOREVER_SEQ) sums.add(row, 1);
        for (const { row } of inserted) sums.add(row, 1);
      }
    }
  }

  private of(table: RowTable): TableChanges {
    let changes = this.tables.get(table);
    if (!changes) {
      changes = { opened: [], closed: [], removed: [], inserted: [] };
      this.tables.set(table, changes);
    }
    return changes;
  }
}

async function runMany(connection: Connection, batch: Batch, rows: SqlValue[][]): Promise<void> {
  if (rows.length) await connection.runMany(batch, rows);
}

/** What one transaction adds to the totals: each row of them is written once, however many changes it sums up. */
export class Totals {
  private readonly tables = new Map<TotalTable, Sums>();

  of(table: TotalTable): Sums {
    let sums = this.tables.get(table);
    if (!sums) {
      sums = new Sums(table);
      this.tables.set(table, sums);
    }
    return sums;
  }

  async write(connection: Connection): Promise<void> {
    for (const sums of this.tables.values()) await sums.write(connection);
  }
}

/** The differences of one totals table, merged by key. */
class Sums {
  private readonly byKey = new Map<string, { readonly key: readonly SqlValue[]; readonly sums: SqlValue[] }>();

  private readonly table: TotalTable;

  constructor(table: TotalTable) {
    this.table = table;
  }

  add(row: Row, sign: 1 | -1): void {
    for (const contribution of this.table.contributions(row)) {
      const key = keyValues(this.table, contribution).map((value) =>
        typeof value === 'string' ? storable(value) : value,
      );
      const text = JSON.stringify(key, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
      let entry = this.byKey.get(text);
      if (!entry) {
        entry = { key, sums: [0, ...this.table.sums.map(() => 0)] };
        this.byKey.set(text, entry);
      }
      entry.sums[0] = plus(entry.sums[0] as number, sign);
      this.table.sums.forEach((column, i) => {
        const value = (contribution[column] ?? 0) as number | bigint;
        entry.sums[i + 1] = plus(entry.sums[i + 1] as number | bigint, sign === 1 ? value : -value);
      });
    }
  }

  async write(connection: Connection): Promise<void> {
    const changed = [...this.byKey.values()].filter(({ sums }) => sums.some((sum) => sum !== 0 && sum !== 0n));
    await runMany(
      connection,
      this.table.add,
      changed.map(({ key, sums }) => [...key, ...sums]),
    );
    const lowered = changed.filter(({ sums }) => (sums[0] as number) < 0);
    await runMany(
      connection,
      this.table.sweep,
      lowered.map(({ key }) => [...key]),
    );
  }
}

/** Exact: a sum beyond 2^53 goes on as a bigint. */
function plus(a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return BigInt(a) + BigInt(b);
}
