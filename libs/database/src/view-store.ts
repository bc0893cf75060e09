import { Totals, type Changes } from './changes.ts';
import { hasTable, inTransaction, viewPlace, type Connection, type Pace, type Storage } from './connection.ts';
import { createStatements, createTable, type Making } from './tables.ts';
import type { View } from './view.ts';

/** How far one version of a view is. It lies beside its rows and moves with them. */
export interface Progress {
  readonly storeId: string;
  /** `building`: stream by stream up to the pinned event. `following`: in log order. */
  readonly phase: 'building' | 'following';
  /** While building, the last stream that is done; all of them are built from the events up to `seq`. */
  readonly stream: string;
  readonly seq: number;
  readonly position: bigint;
  /** The event with that seq, by which the log is recognised; empty for none. */
  readonly eventId: string;
  /** Events of the view's categories that went into it. */
  readonly applied: number;
}

interface ProgressRow {
  readonly store_id: string;
  readonly phase: Progress['phase'];
  readonly stream: string;
  readonly seq: number;
  readonly position: string;
  readonly event_id: string;
  readonly applied: number;
}

const PROGRESS = {
  id: 'integer',
  store_id: 'text',
  phase: 'text',
  stream: 'text',
  seq: 'integer',
  position: 'integer',
  event_id: 'text',
  applied: 'integer',
} as const;
const SELECT =
  'SELECT store_id, phase, stream, seq, CAST(position AS TEXT) AS position, event_id, applied FROM progress WHERE id = 1';
const UPSERT = `INSERT INTO progress (id, store_id, phase, stream, seq, position, event_id, applied)
  VALUES (1, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET phase = excluded.phase, stream = excluded.stream, seq = excluded.seq,
  position = excluded.position, event_id = excluded.event_id, applied = excluded.applied`;

/** The tables of one version of a view. Rows and progress are written in one transaction. */
export class ViewStore {
  private readonly connection: Connection;

  private readonly making: Making;
  /** Of the transaction over several slices. */
  private totals = new Totals();

  private constructor(connection: Connection, making: Making) {
    this.connection = connection;
    this.making = making;
  }

  /** Opens the tables, and makes them where they are missing; without indexes, which a build makes at its end. */
  static async open(storage: Storage, view: View): Promise<ViewStore> {
    const connection = await storage.open(viewPlace(view.name, view.version), 'write');
    const making = createStatements(storage.dialect, view);
    if (!(await hasTable(connection, 'progress'))) {
      await inTransaction(connection, async () => {
        const progress = createTable(storage.dialect, 'progress', PROGRESS, ['id']);
        for (const sql of [progress, ...making.tables]) await connection.run(sql);
      });
    }
    return new ViewStore(connection, making);
  }

  get beside(): boolean {
    return this.connection.beside;
  }

  get pace(): Pace {
    return this.connection.pace;
  }

  async progress(): Promise<Progress | undefined> {
    return readProgress(this.connection);
  }

  async write(changes: Changes, progress: Progress): Promise<void> {
    await inTransaction(this.connection, async () => {
      const totals = new Totals();
      await changes.write(this.connection, totals);
      await totals.write(this.connection);
      await this.put(progress);
    });
  }

  /**
   * Makes the indexes that are missing, those of a large view aside: sorting them once costs less than keeping them in order through a build, and
   * would hold up live events.
   */
  async index(size: 'small' | 'large'): Promise<void> {
    for (const sql of this.making.indexes) {
      if (size === 'large') await this.connection.runAside(sql);
      else await this.connection.run(sql);
    }
    for (const sql of this.making.finish) await this.connection.runAside(sql);
  }

  /** Lets the making of indexes fail, where it can be broken off. */
  breakOff(): void {
    this.connection.breakOff();
  }

  /**
   * A transaction over several slices of work: `begin`, any number of `add`, `commit` or `rollback`. The totals are written by
   * `commit`, or before it to see whether they can be.
   */
  async begin(): Promise<void> {
    await this.connection.begin();
    this.totals = new Totals();
  }

  async add(changes: Changes): Promise<void> {
    await changes.write(this.connection, this.totals);
  }

  async writeTotals(): Promise<void> {
    await this.totals.write(this.connection);
    this.totals = new Totals();
  }

  async commit(progress: Progress): Promise<void> {
    await this.writeTotals();
    await this.put(progress);
    await this.connection.commit();
  }

  async rollback(): Promise<void> {
    await this.connection.rollback();
  }

  /** Whether the changes can never be written, by what the database said of them. */
  refused(error: unknown): boolean {
    return this.connection.refused(error);
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  private async put(progress: Progress): Promise<void> {
    const { storeId, phase, stream, seq, position, eventId, applied } = progress;
    await this.connection.run(UPSERT, [storeId, phase, stream, seq, position, eventId, applied]);
  }
}

export async function readProgress(connection: Pick<Connection, 'all'>): Promise<Progress | undefined> {
  const [row] = await connection.all<ProgressRow>(SELECT);
  return (
    row && {
      storeId: row.store_id,
      phase: row.phase,
      stream: row.stream,
      seq: row.seq,
      position: BigInt(row.position),
      eventId: row.event_id,
      applied: row.applied,
    }
  );
}
