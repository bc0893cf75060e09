import type { Batch } from '../batch.ts';
import type { Connection, Pace, SqlValue } from '../connection.ts';
import { DatabaseUnavailable } from '../errors.ts';
import { columnArrays, copyBytes } from './bulk.ts';
import { isRefused } from './failures.ts';
import { numbered } from './placeholders.ts';
import type { Pool } from './pool.ts';
import type { Session } from './session.ts';

/** Fewer new rows go as arrays: a COPY costs a round trip more. */
const COPY_ROWS_MIN = 32;
const UNDEFINED_TABLE = '42P01';

/** How a transaction begins: with its lock taken and its right to write checked. */
export interface Opening {
  /** Statements after BEGIN, answered in the same round trip. */
  readonly sql: string;
  /** Throws unless the rows of the last statement allow it to go on; asked with none where its table is gone. */
  readonly check?: (rows: readonly object[]) => void;
}

/** What takes long, on clients of its own. */
export interface Aside {
  run(sql: string): Promise<void>;
  breakOff(): void;
}

/** One schema. Each transaction has a client of the pool for as long as it lasts. */
export class PostgresConnection implements Connection {
  readonly dialect = 'postgres';
  readonly beside = true;
  readonly pace: Pace = { rows: 10_000, streams: 100 };
  private readonly pool: Pool;
  private readonly schema: string;
  private readonly opening: Opening | undefined;
  private readonly aside: Aside | undefined;
  private transaction: Session | undefined;

  /** Without an opening it can only be read. */
  constructor(pool: Pool, schema: string, opening?: Opening, aside?: Aside) {
    this.pool = pool;
    this.schema = schema;
    this.opening = opening;
    this.aside = aside;
  }

  async all<R>(sql: string, params: readonly SqlValue[] = []): Promise<R[]> {
    const query = async (session: Session) => (await session.query(numbered(sql), params)).rows as R[];
    return this.transaction ? query(this.transaction) : this.pool.read(this.schema, query);
  }

  async run(sql: string, params: readonly SqlValue[] = []): Promise<void> {
    await this.writing((session) => session.query(numbered(sql), params));
  }

  async runMany(batch: Batch, rows: SqlValue[][]): Promise<void> {
    await this.writing((session) =>
      batch.copy !== undefined && rows.length >= COPY_ROWS_MIN
        ? session.copy(batch.copy, copyBytes(batch, rows))
        : session.query(batch.all, columnArrays(batch, rows)),
    );
  }

  async runAside(sql: string): Promise<void> {
    await (this.aside ? this.aside.run(sql) : this.run(sql));
  }

  breakOff(): void {
    this.aside?.breakOff();
  }

  async begin(): Promise<void> {
    if (!this.opening) throw new TypeError('this connection only reads');
    const session = await this.pool.session();
    try {
      await openTransaction(session, this.schema, this.opening);
      this.transaction = session;
    } catch (error) {
      await session.undo();
      throw error;
    }
  }

  async commit(): Promise<void> {
    await commitTransaction(this.open());
    this.end();
  }

  async rollback(): Promise<void> {
    const session = this.transaction;
    this.transaction = undefined;
    if (session) await session.undo();
  }

  refused(error: unknown): boolean {
    return isRefused(error);
  }

  async close(): Promise<void> {
    await this.rollback();
  }

  private async writing(work: (session: Session) => Promise<unknown>): Promise<void> {
    if (this.transaction) {
      await work(this.transaction);
      return;
    }
    await this.begin();
    try {
      await work(this.open());
      await this.commit();
    } catch (error) {
      await this.rollback();
      throw error;
    }
  }

  private open(): Session {
    if (!this.transaction) throw new TypeError('no transaction is open');
    return this.transaction;
  }

  private end(): void {
    this.transaction?.release();
    this.transaction = undefined;
  }
}

export async function openTransaction(session: Session, schema: string, { sql, check }: Opening): Promise<void> {
  const begun = session.script(`BEGIN; SET LOCAL search_path TO "${schema}"; ${sql}`);
  const rows = await begun.catch((error: unknown) => {
    if ((error as { code?: string }).code === UNDEFINED_TABLE) check?.([]);
    throw error;
  });
  check?.(rows);
}

/** Throws DatabaseUnavailable with the outcome `unknown` where the answer was lost. */
export async function commitTransaction(session: Session): Promise<void> {
  const { command } = await session.query('COMMIT').catch((error: unknown) => {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    throw new DatabaseUnavailable(`${error.message}; whether the last change was written is unknown`, 'unknown');
  });
  // What PostgreSQL answers, without an error, where a statement had failed and its caller went on.
  if (command === 'ROLLBACK') throw new Error('a statement of the transaction had failed: nothing of it was written');
}
