import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { mustBe, storable, type Batch } from '../batch.ts';
import type { Connection, Pace, SqlValue } from '../connection.ts';

/** How much of a file readers map instead of copying. Writers map nothing: they write pages, and stay small. */
const MMAP_BYTES = 2 * 1024 * 1024 * 1024;
const CACHE_KIBIBYTES = 16 * 1024;
/** How long a statement waits for another process that writes. */
const BUSY_MS_MAX = 5_000;

/** Primary result codes of what SQLite will never do: ERROR, TOOBIG, CONSTRAINT, MISMATCH, RANGE. */
const REFUSALS: ReadonlySet<number> = new Set([1, 18, 19, 20, 25]);
/** The upper bits of a result code say more than its primary one. */
const PRIMARY = 0xff;

/** Pages of the write-ahead log at which a commit moves them into the file itself, if nobody else did: 64 MiB. */
const CHECKPOINT_PAGES = 16_384;

export interface OpenOptions {
  readonly readOnly?: boolean;
  /** NORMAL survives a crash of the process; FULL survives a loss of power too. */
  readonly synchronous?: 'NORMAL' | 'FULL';
}

/** Opens a file in WAL mode, with the settings every file of ours has. */
export function openSqlite(file: string, { readOnly = false, synchronous = 'NORMAL' }: OpenOptions = {}): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly, timeout: BUSY_MS_MAX });
  if (!readOnly) database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}`);
  else database.exec(`PRAGMA mmap_size = ${MMAP_BYTES}`);
  database.exec(`PRAGMA cache_size = -${CACHE_KIBIBYTES}`);
  return database;
}

/** A connection to one file. SQLite answers at once: the promises are for the dialect that does not. */
export class SqliteConnection implements Connection {
  readonly dialect = 'sqlite';
  readonly beside = false;
  /** Row by row costs the same, and a stream is a short piece of work. */
  readonly pace: Pace = { rows: 1, streams: 50 };
  private readonly statements = new Map<string, StatementSync>();

  private readonly database: DatabaseSync;
  private readonly aside: (sql: string) => Promise<void>;
  private readonly closing: () => Promise<void>;
  private readonly wrote: ((statements: number) => void) | undefined;
  private statementsWritten = 0;

  /** With `wrote`, somebody else is told after each commit, and moves the write-ahead log into the file. */
  constructor(
    database: DatabaseSync,
    others: {
      readonly wrote?: (statements: number) => void;
      readonly runAside?: (sql: string) => Promise<void>;
      readonly closing?: () => Promise<void>;
    } = {},
  ) {
    this.database = database;
    this.wrote = others.wrote;
    this.aside = others.runAside ?? ((sql) => this.run(sql));
    this.closing = others.closing ?? (async () => undefined);
    if (this.wrote) database.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  }

  async all<R>(sql: string, params: readonly SqlValue[] = []): Promise<R[]> {
    return this.prepared(sql).all(...params) as R[];
  }

  async run(sql: string, params: readonly SqlValue[] = []): Promise<void> {
    this.prepared(sql).run(...params);
  }

  async runMany(batch: Batch, rows: SqlValue[][]): Promise<void> {
    const statement = this.prepared(batch.one);
    for (const row of rows) {
      for (let i = 0; i < row.length; i++) {
        const value = row[i] as SqlValue;
        if (value === null) continue;
        mustBe(batch, i, value);
        if (typeof value === 'string') row[i] = storable(value);
      }
      statement.run(...row);
    }
    this.statementsWritten += rows.length;
  }

  async runAside(sql: string): Promise<void> {
    await this.aside(sql);
  }

  breakOff(): void {
    // SQLite has no way to.
  }

  async begin(): Promise<void> {
    this.prepared('BEGIN IMMEDIATE').run();
  }

  async commit(): Promise<void> {
    this.prepared('COMMIT').run();
    this.wrote?.(this.statementsWritten);
    this.statementsWritten = 0;
  }

  async rollback(): Promise<void> {
    // A full disk ends the transaction by itself; a second ROLLBACK would hide the reason.
    if (this.database.isTransaction) this.database.exec('ROLLBACK');
  }

  refused(error: unknown): boolean {
    const { errcode, name } = error as { readonly errcode?: number; readonly name?: string };
    // Without a code of SQLite: a value that cannot be bound, or a view whose answer cannot be added up.
    if (errcode === undefined) return name === 'TypeError' || name === 'RangeError';
    return REFUSALS.has(errcode & PRIMARY);
  }

  async close(): Promise<void> {
    await this.closing();
    this.statements.clear();
    if (this.database.isOpen) this.database.close();
  }

  /** The statements of a connection are those of its view: few, and the same for ever. */
  private prepared(sql: string): StatementSync {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.database.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }
}
