import type { Snapshot, SqlValue } from '../connection.ts';
import { Unreadable } from '../errors.ts';
import { numbered } from './placeholders.ts';
import type { Pool } from './pool.ts';
import type { Session } from './session.ts';

/** Data or an index that is damaged on disk. */
const DAMAGED = /^XX00[12]$/;

/**
 * A read-only transaction that sees one moment. Writers go on; until it is closed the server keeps the old rows of what they
 * change, and a schema that is read here cannot be dropped.
 */
export class PostgresSnapshot implements Snapshot {
  readonly dialect = 'postgres';
  private readonly session: Session;

  private constructor(session: Session) {
    this.session = session;
  }

  static async take(pool: Pool, schema: string): Promise<PostgresSnapshot> {
    const session = await pool.session();
    try {
      // The first query takes the snapshot, not BEGIN.
      await session.script(
        `BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; SET LOCAL search_path TO "${schema}"; SELECT 1 FROM pg_catalog.pg_class LIMIT 1`,
      );
      return new PostgresSnapshot(session);
    } catch (error) {
      await session.undo();
      throw error;
    }
  }

  async all<R>(sql: string, params: readonly SqlValue[] = []): Promise<R[]> {
    try {
      return (await this.session.query(numbered(sql), params)).rows as R[];
    } catch (error) {
      const { code = '', message } = error as Error & { readonly code?: string };
      throw DAMAGED.test(code) ? new Unreadable(message, { cause: error }) : error;
    }
  }

  async close(): Promise<void> {
    await this.session.undo();
  }
}
