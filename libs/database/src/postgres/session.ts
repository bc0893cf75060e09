import type { PoolClient, QueryResult, QueryResultRow } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DatabaseUnavailable } from '../errors.ts';
import { failureOf, isLost } from './failures.ts';

/** A connection that was there is gone: whatever was not committed was not written. */
export class ConnectionLost extends DatabaseUnavailable {}

/** A client of a pool while one caller has it. */
export class Session {
  private readonly client: PoolClient;
  private readonly where: string;
  private readonly released: () => void;
  private gone = false;

  constructor(client: PoolClient, where: string, released: () => void) {
    this.client = client;
    this.where = where;
    this.released = released;
  }

  async query<R extends QueryResultRow>(sql: string, params: readonly unknown[] = []): Promise<QueryResult<R>> {
    return this.trying(() => this.client.query<R>(sql, [...params]));
  }

  /** Several statements without parameters, in one round trip; answers the rows of the last one. */
  async script<R extends QueryResultRow>(sql: string): Promise<R[]> {
    const answered: unknown = await this.trying(() => this.client.query(sql));
    const last = (Array.isArray(answered) ? answered.at(-1) : answered) as QueryResult<R>;
    return last.rows;
  }

  /** COPY … FROM STDIN with rows in its text format. */
  async copy(sql: string, rows: Buffer): Promise<void> {
    await this.trying(
      () =>
        new Promise<void>((resolve, reject) => {
          const stream = this.client.query(copyFrom(sql));
          stream.once('finish', resolve);
          stream.once('error', reject);
          stream.end(rows);
        }),
    );
  }

  /** Takes back what was not committed and gives the client back. A connection that is gone has taken it back already. */
  async undo(): Promise<void> {
    const undone = this.gone
      ? false
      : await this.query('ROLLBACK').then(
          () => true,
          () => false,
        );
    this.release(undone);
  }

  /** Gives the client back; one that is of no use any more is ended. */
  release(useful = true): void {
    this.released();
    this.client.release(this.gone || !useful);
  }

  /** Ends the connection in the middle of whatever it does; the caller's statement fails. */
  cut(): void {
    this.gone = true;
    void this.client.end();
  }

  private async trying<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const failure = failureOf(error, this.where);
      if (!isLost(error)) throw failure;
      this.gone = true;
      throw failure instanceof Error ? new ConnectionLost(failure.message) : failure;
    }
  }
}
