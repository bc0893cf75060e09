import { Kysely } from 'kysely';
import {
  viewPlace,
  type Connection,
  type Lock,
  type Place,
  type Serving,
  type Snapshot,
  type Storage,
  type ViewPlace,
} from '../connection.ts';
import { ViewNotReady } from '../errors.ts';
import type { News } from '../news.ts';
import type { Address } from './address.ts';
import { PostgresConnection, type Opening } from './connection.ts';
import { SchemaDialect } from './dialect.ts';
import { Leader, rightsFailure, WRITER } from './leader.ts';
import { PostgresNews } from './news.ts';
import { borrow, giveBack, Pool, type Purpose } from './pool.ts';
import { PostgresServing } from './serving.ts';
import { PostgresSnapshot } from './snapshot.ts';

/** Views are made from the log again, so a commit need not wait for the disk: after a crash the last ones are missing together. */
const OPTIONS = '-c synchronous_commit=off';
const WRITING: Purpose = { application: WRITER, statementMs: 300_000, idleMs: 10_000, options: OPTIONS };
const WRITERS_MAX = 4;
/** An index may take as long as it needs. */
const INDEXING: Purpose = { application: WRITER, statementMs: 0, idleMs: 10_000, options: OPTIONS };
const INDEXERS_MAX = 2;
const GRACE_MS = 30_000;
const GONE = new Set(['42P01', '3F000']);

/** What only the leader has. */
interface Writing {
  readonly opening: Opening;
  readonly pool: Pool;
  readonly indexing: Pool;
}

/** The views of a database: the numbers, the catalogue and each version of a view have a schema of their own. */
export class PostgresStorage implements Storage {
  readonly dialect = 'postgres';
  readonly beside = true;
  readonly graceMs = GRACE_MS;
  private readonly address: Address;
  private readonly pool: Pool;
  private writing: Writing | undefined;
  private sharedNews: PostgresNews | undefined;

  constructor(address: Address) {
    this.address = address;
    this.pool = borrow(address);
  }

  async open(place: Place, mode: 'write' | 'read'): Promise<Connection> {
    const schema = schemaOf(place);
    if (mode === 'read') return new PostgresConnection(this.pool, schema);
    const { pool, indexing, opening } = this.mustWrite();
    const run = async (sql: string): Promise<void> => {
      // It changes nothing that anybody reads, and cannot be in the transaction that asks for the right to write.
      if (sql.startsWith('VACUUM')) await indexing.within(schema, (session) => session.query(sql));
      else await new PostgresConnection(indexing, schema, opening).run(sql);
    };
    const connection = new PostgresConnection(pool, schema, opening, { run, breakOff: () => indexing.cut() });
    try {
      await connection.run(`CREATE SCHEMA IF NOT EXISTS "${schema}"`);
    } catch (error) {
      throw rightsFailure(error, this.address.where);
    }
    return connection;
  }

  async snapshot(place: Place): Promise<Snapshot> {
    return PostgresSnapshot.take(this.pool, schemaOf(place));
  }

  async exists(place: Place): Promise<boolean> {
    return this.hasTables(schemaOf(place));
  }

  async viewPlaces(): Promise<ViewPlace[]> {
    const { rows } = await this.own.read('pg_catalog', (session) =>
      session.query<{ schema: string }>('SELECT nspname AS schema FROM pg_namespace'),
    );
    return rows.flatMap(({ schema }) => {
      const [, name, version] = /^view_(.+)_v(\d+)$/.exec(schema) ?? [];
      return name === undefined ? [] : [viewPlace(name.replaceAll('_', '-'), Number(version))];
    });
  }

  async drop(place: ViewPlace): Promise<void> {
    await this.clear(place);
  }

  async clear(place: 'sequence' | ViewPlace): Promise<void> {
    const { pool, opening } = this.mustWrite();
    await new PostgresConnection(pool, 'pg_catalog', opening).run(`DROP SCHEMA IF EXISTS "${schemaOf(place)}" CASCADE`);
  }

  kysely<T>(place: ViewPlace): Kysely<T> {
    const schema = schemaOf(place);
    const explain = async (error: unknown): Promise<unknown> => {
      const gone = GONE.has((error as { code?: string }).code ?? '') && !(await this.hasTables(schema));
      return gone ? new ViewNotReady(place.slice(0, place.lastIndexOf('-v'))) : error;
    };
    return new Kysely<T>({ dialect: new SchemaDialect({ pool: this.pool, schema, explain }) });
  }

  serving(): Serving {
    return new PostgresServing(this.pool, this.news());
  }

  news(): News {
    this.sharedNews ??= new PostgresNews(this.address, () => this.own);
    return this.sharedNews;
  }

  async ping(): Promise<void> {
    await this.pool.read('pg_catalog', (session) => session.query('SELECT 1'));
  }

  async lock(): Promise<Lock> {
    const leader = await Leader.elect(this.address);
    const pool = new Pool(this.address, WRITING, WRITERS_MAX);
    const indexing = new Pool(this.address, INDEXING, INDEXERS_MAX);
    this.writing = { opening: leader.opening, pool, indexing };
    // What is under way could only fail, after who knows how long.
    void leader.lost.then(() => [pool, indexing].forEach((writers) => writers.cut()));
    return leader;
  }

  async close(): Promise<void> {
    await this.sharedNews?.close();
    await this.writing?.indexing.end();
    await this.writing?.pool.end();
    await giveBack(this.address);
  }

  /** The leader's own clients are cut off when it has lost its lock; those it shares are not. */
  private get own(): Pool {
    return this.writing?.pool ?? this.pool;
  }

  private mustWrite(): Writing {
    if (!this.writing) throw new TypeError('only the projector writes views: take the lock first');
    return this.writing;
  }

  private async hasTables(schema: string): Promise<boolean> {
    const { rows } = await this.own.read('pg_catalog', (session) =>
      session.query('SELECT 1 FROM pg_tables WHERE schemaname = $1 LIMIT 1', [schema]),
    );
    return rows.length > 0;
  }
}

function schemaOf(place: Place): string {
  return `view_${place.replaceAll('-', '_')}`;
}
