import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseUnavailable, DatabaseUnusable } from '../errors.ts';
import type { Address } from './address.ts';
import { failureOf } from './failures.ts';
import { ConnectionLost, Session } from './session.ts';
import { TYPES } from './types.ts';

/** What clients are for, as the server sees them. */
export interface Purpose {
  readonly application: string;
  /** The server ends a statement after so long; 0: never. */
  readonly statementMs: number;
  /** The server ends a transaction in which nothing happens for so long, and its locks with it. */
  readonly idleMs: number;
  readonly options?: string;
}

const IDLE_CLIENT_MS = 30_000;
const LOCK_MS_MAX = 5_000;
/** How long the client waits for an answer beyond what the server gives a statement: then the connection is dead. */
const ANSWER_MS = 5_000;
/** Before each further try of a read: together as long as a server takes to start again. */
const READ_PAUSES_MS = [50, 200, 500];
/** What takes longer to fail, such as a server that does not answer at all, is not tried again. */
const QUICK_MS = 1_000;
const CLOSE_MS_MAX = 2_000;

/** Clients of one database, at most so many. One that has lost its connection is replaced. */
export class Pool {
  readonly where: string;
  private readonly pool: pg.Pool;
  private readonly out = new Set<Session>();
  private readonly searchPaths = new WeakMap<pg.PoolClient, string>();

  constructor(address: Address, purpose: Purpose, max: number) {
    this.where = address.where;
    const options = { ...configOf(address, purpose), max, idleTimeoutMillis: IDLE_CLIENT_MS, allowExitOnIdle: true };
    this.pool = new pg.Pool(options);
    // A connection may break at any time; whoever asks next gets another one.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** A client for this caller alone, until it is released. Throws DatabaseUnavailable. */
  async session(): Promise<Session> {
    return (await this.client()).session;
  }

  /** Lets `work` have a client on which tables are looked for in `schema`. Throws DatabaseUnavailable. */
  async within<T>(schema: string, work: (session: Session) => Promise<T>): Promise<T> {
    const { client, session } = await this.client();
    try {
      if (this.searchPaths.get(client) !== schema) {
        await session.query(`SET search_path TO "${schema}"`);
        this.searchPaths.set(client, schema);
      }
      return await work(session);
    } finally {
      session.release();
    }
  }

  /** Work that changes nothing; where its connection turns out to be gone, or is refused, it is done again on another one. */
  async read<T>(schema: string, work: (session: Session) => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries++) {
      const began = performance.now();
      try {
        return await this.within(schema, work);
      } catch (error) {
        const quick = performance.now() - began < QUICK_MS;
        const pause = READ_PAUSES_MS[tries];
        if (pause === undefined || !(error instanceof ConnectionLost || (quick && mayPass(error)))) throw error;
        await delay(pause);
      }
    }
  }

  /** Ends what is under way, in the middle: its callers are told that the connection is gone. */
  cut(): void {
    for (const session of this.out) session.cut();
  }

  /** Ends every client; one that does not come to its end is cut off. */
  async end(): Promise<void> {
    const inTime = new AbortController();
    const late = delay(CLOSE_MS_MAX, undefined, { signal: inTime.signal }).then(
      () => this.cut(),
      () => undefined,
    );
    await Promise.race([this.pool.end(), late]);
    inTime.abort();
  }

  private async client(): Promise<{ client: pg.PoolClient; session: Session }> {
    try {
      const client = await this.pool.connect();
      const session: Session = new Session(client, this.where, () => this.out.delete(session));
      this.out.add(session);
      return { client, session };
    } catch (error) {
      throw failureOf(error, this.where);
    }
  }
}

function mayPass(error: unknown): boolean {
  return error instanceof DatabaseUnavailable && !(error instanceof DatabaseUnusable);
}

/** A client outside of any pool, connected. Throws DatabaseUnavailable. */
export async function connect(address: Address, purpose: Purpose): Promise<pg.Client> {
  try {
    const client = new pg.Client(configOf(address, purpose));
    client.on('error', () => undefined);
    await client.connect();
    return client;
  } catch (error) {
    throw failureOf(error, address.where);
  }
}

/** Ends a client outside of any pool; one that does not come to its end is cut off. */
export async function disconnect(client: pg.Client): Promise<void> {
  const late = setTimeout(() => client.connection.stream.destroy(), CLOSE_MS_MAX);
  await client.end().catch(() => undefined);
  clearTimeout(late);
}

function configOf({ config }: Address, { application, statementMs, idleMs, options = '' }: Purpose): pg.ClientConfig {
  return {
    ...config,
    types: TYPES,
    application_name: application,
    options: `${config.options} ${options}`.trim(),
    lock_timeout: LOCK_MS_MAX,
    idle_in_transaction_session_timeout: idleMs,
    ...(statementMs > 0 && { statement_timeout: statementMs, query_timeout: statementMs + ANSWER_MS }),
  };
}

const READING: Purpose = { application: 'taizhang', statementMs: 30_000, idleMs: 30_000 };
const READING_CLIENTS_MAX = 10;
const shared = new Map<string, { readonly pool: Pool; users: number }>();

/** The pool that everything in this thread shares which reads, or writes kept tables. Each `borrow` has its `giveBack`. */
export function borrow(address: Address): Pool {
  const name = address.config.connectionString as string;
  const known = shared.get(name) ?? { pool: new Pool(address, READING, READING_CLIENTS_MAX), users: 0 };
  shared.set(name, known);
  known.users++;
  return known.pool;
}

export async function giveBack(address: Address): Promise<void> {
  const name = address.config.connectionString as string;
  const known = shared.get(name);
  if (!known || --known.users > 0) return;
  shared.delete(name);
  await known.pool.end();
}
