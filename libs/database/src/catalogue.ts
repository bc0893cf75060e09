import { hasTable, inTransaction, type Connection, type Storage } from './connection.ts';
import { createTable } from './tables.ts';

/** Why a view stands still: the event it cannot take. */
export interface Stopped {
  readonly stream: string;
  readonly eventId: string;
  readonly seq: number;
  readonly message: string;
}

/** What is known of one version of a view. `serving` is the version that answers queries. */
export interface CatalogueEntry {
  readonly view: string;
  readonly version: number;
  readonly serving: boolean;
  readonly state: 'building' | 'live' | 'stopped';
  readonly stopped?: Stopped;
}

interface CatalogueRow {
  readonly view: string;
  readonly version: number;
  readonly serving: number;
  readonly state: CatalogueEntry['state'];
  readonly error: string | null;
}

const UPSERT = `INSERT INTO catalogue (view, version, serving, state, error) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (view, version) DO UPDATE SET serving = excluded.serving, state = excluded.state, error = excluded.error`;
const COLUMNS = { view: 'text', version: 'integer', serving: 'integer', state: 'text', error: 'text?' } as const;

/** What readers follow of the catalogue. */
export const FOLLOWED = 'SELECT view, version, serving, state FROM catalogue';
export type FollowedRow = Pick<CatalogueRow, 'view' | 'version' | 'serving' | 'state'>;

/** Which version of each view answers, and which views stand still: an event has stopped every version there is. */
export interface Followed {
  readonly versions: ReadonlyMap<string, number>;
  readonly stopped: ReadonlySet<string>;
}

export const NOTHING_FOLLOWED: Followed = { versions: new Map(), stopped: new Set() };

export function followedOf(rows: readonly FollowedRow[]): Followed {
  const moving = new Set(rows.filter(({ state }) => state !== 'stopped').map(({ view }) => view));
  return {
    versions: new Map(rows.filter(({ serving }) => serving === 1).map(({ view, version }) => [view, version])),
    stopped: new Set(rows.map(({ view }) => view).filter((view) => !moving.has(view))),
  };
}

/** Which versions there are and which of them answers: readers follow it, the projector writes it. */
export class Catalogue {
  private readonly connection: Connection;

  private constructor(connection: Connection) {
    this.connection = connection;
  }

  static async open(storage: Storage, mode: 'write' | 'read'): Promise<Catalogue> {
    const connection = await storage.open('catalogue', mode);
    if (mode === 'write' && !(await hasTable(connection, 'catalogue')))
      await connection.run(createTable(storage.dialect, 'catalogue', COLUMNS, ['view', 'version']));
    return new Catalogue(connection);
  }

  async entries(): Promise<CatalogueEntry[]> {
    const rows = await this.connection.all<CatalogueRow>('SELECT * FROM catalogue ORDER BY view, version');
    return rows.map(({ view, version, serving, state, error }) => ({
      view,
      version,
      serving: serving === 1,
      state,
      ...(error === null ? {} : { stopped: JSON.parse(error) as Stopped }),
    }));
  }

  async put({ view, version, serving, state, stopped }: CatalogueEntry): Promise<void> {
    const error = stopped ? JSON.stringify(stopped) : null;
    await this.connection.run(UPSERT, [view, version, serving ? 1 : 0, state, error]);
  }

  /** From the next query on this version answers, and the catalogue knows no other one of the view. */
  async switchTo(view: string, version: number): Promise<void> {
    await inTransaction(this.connection, async () => {
      await this.connection.run('DELETE FROM catalogue WHERE view = ?', [view]);
      await this.connection.run(UPSERT, [view, version, 1, 'live', null]);
    });
  }

  async forget(view: string, version: number): Promise<void> {
    await this.connection.run('DELETE FROM catalogue WHERE view = ? AND version = ?', [view, version]);
  }

  /** No version answers any more. */
  async clear(): Promise<void> {
    await this.connection.run('DELETE FROM catalogue');
  }

  async close(): Promise<void> {
    await this.connection.close();
  }
}
