import type { CompiledQuery } from 'kysely';
import type { Kept } from '#database';
import { digestOf, type Json, type JsonObject } from '#kernel';
import type { RegistryTables } from './tables.ts';

/** What one idempotency key is good for. */
export interface AnswerScope {
  readonly actor: string;
  /** Method and path pattern. */
  readonly route: string;
  readonly key: string;
}

/** The first answer to a request, to be given again to the same one. */
export interface Answer {
  /** Digest of the request: another one under the same key is a mistake of the caller. */
  readonly digest: string;
  readonly status: number;
  readonly headers: JsonObject;
  readonly body?: Json;
}

/** How long an answer can be repeated. A retry after that is decided anew, from the events. */
export const ANSWERS_KEPT_DAYS = 30;
const DAY_MS = 86_400_000;
const PURGED_AT_ONCE_MAX = 1_000;
/** Rows of one statement: seven parameters each stay far below what a statement takes. */
const ROWS_PER_INSERT_MAX = 1_000;

interface Waiting {
  readonly row: RegistryTables['answers'];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Kept answers. Many come per second, so all of one turn of the event loop share a transaction, and none waits for the disk:
 * after a loss of power the events still tell what was done.
 */
export class Answers {
  private readonly kept: Kept<RegistryTables>;
  private readonly clock: () => number;
  /** Asked for every command that has a key: compiled once. */
  private readonly finding: CompiledQuery<RegistryTables['answers']>;
  private waiting = new Map<string, Waiting>();
  private writing = new Map<string, Waiting>();
  private flushed: Promise<void> = Promise.resolve();

  constructor(kept: Kept<RegistryTables>, clock: () => number) {
    this.kept = kept;
    this.clock = clock;
    this.finding = kept.db.selectFrom('answers').selectAll().where('scope', '=', '').compile();
  }

  /** The answer kept under a key, those still on their way to the file included. */
  async find(scope: AnswerScope): Promise<Answer | undefined> {
    const name = nameOf(scope);
    const underway = this.waiting.get(name) ?? this.writing.get(name);
    if (underway) return toAnswer(underway.row);
    const { rows } = await this.kept.db.executeQuery<RegistryTables['answers']>({
      ...this.finding,
      parameters: [name],
    });
    return rows[0] && toAnswer(rows[0]);
  }

  /** Keeps the first answer under a key; a later one is ignored. Resolves once it is in the file. */
  async keep(scope: AnswerScope, answer: Answer): Promise<void> {
    const name = nameOf(scope);
    if (this.waiting.has(name) || this.writing.has(name)) return this.flushed;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    if (!this.waiting.size) {
      const before = this.flushed;
      this.flushed = new Promise((done) => setImmediate(() => void before.then(() => this.flush()).then(done)));
    }
    this.waiting.set(name, { row: toRow(name, answer, this.clock()), resolve, reject });
    return promise;
  }

  /** Deletes some of the answers that are older than they need be; answers how many. Call it until it says 0. */
  async purge(): Promise<number> {
    const before = this.clock() - ANSWERS_KEPT_DAYS * DAY_MS;
    const { numDeletedRows } = await this.kept.write('fast', (transaction) =>
      transaction
        .deleteFrom('answers')
        .where('scope', 'in', (some) =>
          some
            .selectFrom('answers')
            .select('scope')
            .where('created_at', '<', before)
            .orderBy('created_at')
            .limit(PURGED_AT_ONCE_MAX),
        )
        .executeTakeFirst(),
    );
    return Number(numDeletedRows);
  }

  /** Resolves when everything given so far is in the file, or has been refused. */
  async settled(): Promise<void> {
    await this.flushed;
  }

  private async flush(): Promise<void> {
    this.writing = this.waiting;
    this.waiting = new Map();
    const group = [...this.writing.values()];
    try {
      await this.kept.write('fast', async (transaction) => {
        for (let i = 0; i < group.length; i += ROWS_PER_INSERT_MAX) {
          const rows = group.slice(i, i + ROWS_PER_INSERT_MAX).map(({ row }) => row);
          await transaction
            .insertInto('answers')
            .values(rows)
            .onConflict((same) => same.column('scope').doNothing())
            .execute();
        }
      });
      for (const { resolve } of group) resolve();
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
    this.writing = new Map();
  }
}

function nameOf({ actor, route, key }: AnswerScope): string {
  return digestOf([actor, route, key]);
}

function toRow(scope: string, { digest, status, headers, body }: Answer, at: number): RegistryTables['answers'] {
  const text = body === undefined ? null : JSON.stringify(body);
  return { scope, digest, status, headers: JSON.stringify(headers), body: text, created_at: at };
}

function toAnswer({ digest, status, headers, body }: RegistryTables['answers']): Answer {
  const answer = { digest, status, headers: JSON.parse(headers) as JsonObject };
  return body === null ? answer : { ...answer, body: JSON.parse(body) as Json };
}
