import { setTimeout as delay } from 'node:timers/promises';
import { Kysely, type Transaction } from 'kysely';
import { DatabaseUnavailable } from '../errors.ts';
import type { Durability, Kept, KeptOptions } from '../kept.ts';
import { migrate } from '../migrations.ts';
import { addressOf, type Address } from './address.ts';
import { PostgresConnection, type Opening } from './connection.ts';
import { SchemaDialect } from './dialect.ts';
import { requireUsableServer, rightsFailure } from './leader.ts';
import { borrow, giveBack, type Pool } from './pool.ts';
import { ConnectionLost } from './session.ts';

export const SCHEMA = 'kept';
const LOCK_KEY = 8_421_765_201_302n;
const LOCKED = `SELECT pg_advisory_xact_lock(${LOCK_KEY})`;
const OPENINGS: Readonly<Record<Durability, Opening>> = {
  durable: { sql: LOCKED },
  fast: { sql: `SET LOCAL synchronous_commit = off; ${LOCKED}` },
};
const TRIES = 3;
const RETRY_MS = 100;
/** How long a write may wait for those before it; then it is not worth beginning any more. */
const QUEUE_MS_MAX = 10_000;

export async function openPostgresKept<T>({
  url,
  migrations,
  clock,
}: Omit<KeptOptions, 'database'> & { readonly url: string }): Promise<Kept<T>> {
  const address = addressOf(url);
  await requireUsableServer(address);
  const pool = borrow(address);
  try {
    const connection = new PostgresConnection(pool, SCHEMA, OPENINGS.durable);
    const found = await connection.all("SELECT nspname FROM pg_namespace WHERE nspname = 'kept'");
    if (!found.length) await connection.run(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`);
    await migrate(connection, migrations, clock());
  } catch (error) {
    await giveBack(address);
    throw rightsFailure(error, address.where);
  }
  return new PostgresKept<T>(address, pool);
}

/** Writers of all processes queue up for one lock; those of this process before they take a client for it. */
class PostgresKept<T> implements Kept<T> {
  readonly db: Kysely<T>;
  private readonly writers: Readonly<Record<Durability, Kysely<T>>>;
  private readonly address: Address;
  private last: Promise<unknown> = Promise.resolve();

  constructor(address: Address, pool: Pool) {
    this.address = address;
    const on = (opening: Opening) => new Kysely<T>({ dialect: new SchemaDialect({ pool, schema: SCHEMA, opening }) });
    this.writers = { durable: on(OPENINGS.durable), fast: on(OPENINGS.fast) };
    this.db = this.writers.durable;
  }

  async write<R>(durability: Durability, work: (transaction: Transaction<T>) => Promise<R>): Promise<R> {
    const asked = performance.now();
    const turn = this.last.then(async () => {
      if (performance.now() - asked > QUEUE_MS_MAX) {
        throw new DatabaseUnavailable(`the database ${this.address.where}: too much waits to be written`);
      }
      return this.trying(durability, work);
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    await this.last;
    await giveBack(this.address);
  }

  /** What a lost connection took back is done again; not so where it may have been written. */
  private async trying<R>(durability: Durability, work: (transaction: Transaction<T>) => Promise<R>): Promise<R> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.writers[durability].transaction().execute(work);
      } catch (error) {
        if (!(error instanceof ConnectionLost) || tries === TRIES) throw error;
        await delay(RETRY_MS * tries);
      }
    }
  }
}
