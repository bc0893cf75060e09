import type pg from 'pg';
import type { Lock } from '../connection.ts';
import { DatabaseUnusable, ProjectorReplaced, ProjectorRunning } from '../errors.ts';
import type { Address } from './address.ts';
import type { Opening } from './connection.ts';
import { failureOf } from './failures.ts';
import { connect, disconnect, type Purpose } from './pool.ts';

const LOCKING: Purpose = { application: 'taizhang lock', statementMs: 30_000, idleMs: 30_000 };
/** What clients call themselves that only the leader may have. */
export const WRITER = 'taizhang projector';
/** One key for all: a database holds one ledger. */
const LOCK_KEY = 8_421_765_201_301n;
const LOOK_MS = 1_000;
const ANSWER_MS_MAX = 4_000;
const VERSION_MIN = 13;

/**
 * The right to be the only projector. An advisory lock, held by a session of its own, elects it; the epoch makes it safe:
 * every transaction of a projector holds the row with the epoch it was elected in, so one that was cut off or stood still
 * writes nothing after another one was elected.
 */
export class Leader implements Lock {
  readonly lost: Promise<Error>;
  readonly opening: Opening;
  private readonly client: pg.Client;
  private readonly loss = Promise.withResolvers<Error>();
  private look: NodeJS.Timeout | undefined;
  private released = false;

  private constructor(client: pg.Client, where: string, epoch: string) {
    this.client = client;
    this.lost = this.loss.promise;
    this.opening = {
      sql: 'SELECT epoch FROM view_catalogue.leader WHERE id = 1 FOR SHARE',
      check: ([leader]) => {
        if ((leader as { epoch?: string } | undefined)?.epoch === epoch) return;
        const replaced = new ProjectorReplaced();
        this.lose(replaced);
        throw replaced;
      },
    };
    client.on('end', () => this.lose(failureOf(new Error('Connection terminated'), where) as Error));
    this.askLater(where);
  }

  /** Throws ProjectorRunning while another one is the leader, DatabaseUnusable and DatabaseUnavailable. */
  static async elect(address: Address): Promise<Leader> {
    const client = await connect(address, LOCKING);
    try {
      await requireUsable(client, address.where);
      const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [LOCK_KEY]);
      if (!rows[0]?.taken) throw new ProjectorRunning();
      return new Leader(client, address.where, await nextEpoch(client));
    } catch (error) {
      await disconnect(client);
      throw rightsFailure(error, address.where);
    }
  }

  async release(): Promise<void> {
    this.released = true;
    clearTimeout(this.look);
    await disconnect(this.client);
  }

  private lose(reason: Error): void {
    if (this.released) return;
    clearTimeout(this.look);
    this.loss.resolve(reason);
  }

  private askLater(where: string): void {
    this.look = setTimeout(() => void this.ask(where), LOOK_MS).unref();
  }

  /** A connection may die without a word: the lock is gone then, and another projector elected. */
  private async ask(where: string): Promise<void> {
    try {
      await this.client.query({ text: 'SELECT 1', query_timeout: ANSWER_MS_MAX } as pg.QueryConfig);
      if (!this.released) this.askLater(where);
    } catch (error) {
      this.lose(failureOf(error, where) as Error);
    }
  }
}

/** Throws DatabaseUnusable for a server that is too old, or a database that cannot hold every text. */
export async function requireUsable(client: Pick<pg.ClientBase, 'query'>, where: string): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    "SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding",
  );
  const [{ version, encoding }] = rows as [{ version: number; encoding: string }];
  const major = Math.floor(version / 10_000);
  if (major < VERSION_MIN) {
    throw new DatabaseUnusable(
      `the database ${where}: PostgreSQL ${major} is too old, it must be ${VERSION_MIN} or newer`,
    );
  }
  if (encoding !== 'UTF8') throw new DatabaseUnusable(`the database ${where}: its encoding is ${encoding}, not UTF8`);
}

/** The same of the server at an address, over a connection of its own. */
export async function requireUsableServer(address: Address): Promise<void> {
  const client = await connect(address, { application: 'taizhang', statementMs: 30_000, idleMs: 30_000 });
  try {
    await requireUsable(client, address.where);
  } finally {
    await disconnect(client);
  }
}

/** What a missing right comes to, where schemas are made. */
export function rightsFailure(error: unknown, where: string): unknown {
  if ((error as { code?: string }).code !== '42501') return failureOf(error, where);
  return new DatabaseUnusable(`the database ${where}: this user has no right to make schemas and tables there`);
}

/** Never one that was before, also where somebody has dropped the schemas of the views meanwhile. */
async function nextEpoch(client: pg.Client): Promise<string> {
  // Sessions of a former leader may still be at work for a client that is gone.
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND usename = current_user AND application_name = $1`,
    [WRITER],
  );
  const { rows: found } = await client.query("SELECT to_regclass('view_catalogue.leader') AS leader");
  if ((found[0] as { leader: string | null }).leader === null) {
    await client.query('CREATE SCHEMA IF NOT EXISTS view_catalogue');
    await client.query('CREATE TABLE IF NOT EXISTS view_catalogue.leader (id BIGINT PRIMARY KEY, epoch UUID NOT NULL)');
  }
  const { rows } = await client.query<{ epoch: string }>(
    `INSERT INTO view_catalogue.leader (id, epoch) VALUES (1, gen_random_uuid())
     ON CONFLICT (id) DO UPDATE SET epoch = excluded.epoch RETURNING epoch`,
  );
  return (rows[0] as { epoch: string }).epoch;
}
