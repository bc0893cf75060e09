import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Snapshot, SqlValue } from '../connection.ts';
import { Unreadable } from '../errors.ts';
import { openSqlite } from './connection.ts';
import { allRows } from './dialect.ts';

/** Primary result codes of a file that is damaged, or is no database: CORRUPT, NOTADB. */
const DAMAGED: ReadonlySet<number> = new Set([11, 26]);
const PRIMARY = 0xff;

/**
 * A read transaction on one file. Writers go on; until it is closed their write-ahead log cannot begin anew, so it grows by
 * what they write meanwhile.
 */
export class SqliteSnapshot implements Snapshot {
  readonly dialect = 'sqlite';
  private readonly database: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();

  private constructor(database: DatabaseSync) {
    this.database = database;
  }

  static async take(file: string): Promise<SqliteSnapshot> {
    const database = reading(() => openSqlite(file, { readOnly: true }));
    try {
      // A file that is read once from end to end is worth no place in memory. The first read takes the snapshot.
      reading(() => database.exec('PRAGMA mmap_size = 0; BEGIN; SELECT count(*) FROM sqlite_schema'));
      return new SqliteSnapshot(database);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  async all<R>(sql: string, params: readonly SqlValue[] = []): Promise<R[]> {
    return reading(() => {
      const statement = this.statements.get(sql) ?? this.database.prepare(sql);
      this.statements.set(sql, statement);
      return allRows(statement, params) as R[];
    });
  }

  async close(): Promise<void> {
    this.statements.clear();
    this.database.close();
  }
}

function reading<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { errcode = 0, message } = error as Error & { readonly errcode?: number };
    throw DAMAGED.has(errcode & PRIMARY) ? new Unreadable(message, { cause: error }) : error;
  }
}
