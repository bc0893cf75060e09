import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  type SqliteDialectConfig,
  type SqliteStatement,
} from 'kysely';
import { storable } from '../batch.ts';

/** Statements kept ready per connection; the oldest goes first. */
const STATEMENTS_KEPT_MAX = 500;

/** Kysely on `node:sqlite`. With `immediate`, a transaction takes the write lock at once and so never fails half way. */
export class NodeSqliteDialect extends SqliteDialect {
  private readonly config: SqliteDialectConfig;

  private readonly immediate: boolean;

  constructor(database: DatabaseSync, options: { readonly immediate: boolean }) {
    const config = { database: asKyselyDatabase(database) };
    super(config);
    this.config = config;
    this.immediate = options.immediate;
  }

  override createDriver(): Driver {
    return this.immediate ? new ImmediateDriver(this.config) : super.createDriver();
  }
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

function asKyselyDatabase(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => {
      kept.clear();
      if (database.isOpen) database.close();
    },
    prepare(sql) {
      let statement = kept.get(sql);
      if (!statement) {
        statement = asKyselyStatement(database.prepare(sql));
        const oldest = kept.size >= STATEMENTS_KEPT_MAX ? kept.keys().next().value : undefined;
        if (oldest !== undefined) kept.delete(oldest);
        kept.set(sql, statement);
      }
      return statement;
    },
  };
}

function asKyselyStatement(statement: StatementSync): SqliteStatement {
  const values = (params: readonly unknown[]): SQLInputValue[] =>
    params.map((value) => (typeof value === 'string' ? storable(value) : (value as SQLInputValue)));
  return {
    reader: statement.columns().length > 0,
    all: (params) => allRows(statement, values(params)),
    iterate: (params) => statement.iterate(...values(params)) as IterableIterator<unknown>,
    run: (params) => {
      const { changes, lastInsertRowid } = statement.run(...values(params));
      return { changes, lastInsertRowid };
    },
  };
}

/** Integers are numbers; only where one of an answer is beyond 2^53 are those that do not fit bigints. */
export function allRows(statement: StatementSync, params: readonly SQLInputValue[]): unknown[] {
  try {
    return statement.all(...params);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_OUT_OF_RANGE') throw error;
  }
  statement.setReadBigInts(true);
  try {
    return statement
      .all(...params)
      .map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, small(v)])));
  } finally {
    statement.setReadBigInts(false);
  }
}

function small(value: unknown): unknown {
  return typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
