import {
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
  type QueryResult,
} from 'kysely';
import { storable } from '../batch.ts';
import { commitTransaction, openTransaction, type Opening } from './connection.ts';
import type { Pool } from './pool.ts';
import type { Session } from './session.ts';

export interface SchemaOptions {
  readonly pool: Pool;
  readonly schema: string;
  /** Without one, transactions are refused. */
  readonly opening?: Opening;
  /** A chance to say what an error means here. */
  readonly explain?: (error: unknown) => Promise<unknown>;
}

/** Kysely on one schema. A query outside of a transaction has a client for as long as it runs. */
export class SchemaDialect implements Dialect {
  private readonly options: SchemaOptions;

  constructor(options: SchemaOptions) {
    this.options = options;
  }

  createDriver(): Driver {
    return new SchemaDriver(this.options);
  }

  createQueryCompiler(): QueryCompiler {
    return new PostgresQueryCompiler();
  }

  createAdapter(): DialectAdapter {
    return new PostgresAdapter();
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new PostgresIntrospector(db);
  }
}

class SchemaDriver implements Driver {
  private readonly options: SchemaOptions;

  constructor(options: SchemaOptions) {
    this.options = options;
  }

  async init(): Promise<void> {
    // The pool is there already.
  }

  async acquireConnection(): Promise<SchemaConnection> {
    return new SchemaConnection(this.options);
  }

  async beginTransaction(connection: SchemaConnection): Promise<void> {
    await connection.begin();
  }

  async commitTransaction(connection: SchemaConnection): Promise<void> {
    await connection.commit();
  }

  async rollbackTransaction(connection: SchemaConnection): Promise<void> {
    await connection.rollback();
  }

  async releaseConnection(connection: SchemaConnection): Promise<void> {
    await connection.rollback();
  }

  async destroy(): Promise<void> {
    // The pool belongs to whoever made it.
  }
}

class SchemaConnection implements DatabaseConnection {
  private readonly options: SchemaOptions;
  private transaction: Session | undefined;

  constructor(options: SchemaOptions) {
    this.options = options;
  }

  async executeQuery<R>(compiled: CompiledQuery): Promise<QueryResult<R>> {
    const { pool, schema, opening, explain } = this.options;
    const params = compiled.parameters.map((value) => (typeof value === 'string' ? storable(value) : value));
    const query = (session: Session) => session.query(compiled.sql, params);
    try {
      const { rows, rowCount, command } = await (this.transaction
        ? query(this.transaction)
        : !opening || isRead(compiled)
          ? pool.read(schema, query)
          : pool.within(schema, query));
      const numAffectedRows = command === 'SELECT' ? undefined : BigInt(rowCount ?? 0);
      return { rows: rows as R[], ...(numAffectedRows !== undefined && { numAffectedRows }) };
    } catch (error) {
      throw explain ? await explain(error) : error;
    }
  }

  // eslint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new TypeError('answers here are small: read them whole');
  }

  async begin(): Promise<void> {
    const { pool, schema, opening } = this.options;
    if (!opening) throw new TypeError('this schema is only read');
    const session = await pool.session();
    try {
      await openTransaction(session, schema, opening);
      this.transaction = session;
    } catch (error) {
      await session.undo();
      throw error;
    }
  }

  async commit(): Promise<void> {
    if (!this.transaction) return;
    await commitTransaction(this.transaction);
    this.transaction.release();
    this.transaction = undefined;
  }

  async rollback(): Promise<void> {
    const session = this.transaction;
    this.transaction = undefined;
    if (session) await session.undo();
  }
}

/** Whether a query can be run twice. Where nothing can be written every query can. */
function isRead({ query, sql }: CompiledQuery): boolean {
  return query.kind === 'SelectQueryNode' || (query.kind === 'RawNode' && /^\s*select\b/i.test(sql));
}
