import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { StoreIncomplete, StoreTooNew, StoreUnusable } from '../errors.ts';
import { BUSY_MS } from './connection.ts';

/** "TZ" "EV" in the file's header: what tells our log from any other SQLite file. */
export const APPLICATION_ID = 0x545a4556;
export const FORMAT = 1;
/**
 * Keys of what is known about a copy: the log it is of, and what was compared at its end; that it lies in a backup, and of
 * which log; and the log whose backup it was restored from.
 */
export const META = {
  copyFrom: 'copy_from',
  copyProof: 'copy_proof',
  sealed: 'sealed',
  restoredFrom: 'restored_from',
} as const;
const OPEN_ATTEMPTS_MAX = 100;
const OPEN_RETRY_MS = 20;

/**
 * `data` and `metadata` come last, so that a filter on stream or type never touches the pages they spill over to.
 * There is no table of stream heads: the last revision is the end of the unique index, and the writer remembers it.
 */
const SCHEMA = `
  create table events (
    position integer primary key,
    stream text not null,
    revision integer not null,
    id text not null,
    type text not null,
    data text not null,
    metadata text not null,
    unique (stream, revision)
  ) strict;
  create table meta (key text primary key, value text not null) strict, without rowid;
`;

/** What a log is: its own id, and of which log it is a copy. */
export interface Identity {
  readonly storeId: string;
  readonly copy?: { readonly from: string; readonly verified: boolean };
  /** In a backup: id of the log that it is a copy of. */
  readonly sealed?: string;
}

/**
 * Makes sure that the file is a log of ours, creating it where there is none, and says its identity.
 * Throws {@link StoreTooNew} and {@link StoreUnusable}; a file that is not ours is left as it is.
 */
export async function prepareFile(file: string, readOnly: boolean): Promise<Identity> {
  for (let attempt = 1; ; attempt++) {
    try {
      return prepare(file, readOnly);
    } catch (error) {
      if (error instanceof StoreTooNew || error instanceof StoreUnusable) throw error;
      // Going over to WAL, SQLite does not wait for another process that is just doing the same.
      if (!isBusy(error) || attempt === OPEN_ATTEMPTS_MAX) {
        throw new StoreUnusable(`cannot open ${file}: ${(error as Error).message}`, { cause: error });
      }
      await delay(OPEN_RETRY_MS);
    }
  }
}

function prepare(file: string, readOnly: boolean): Identity {
  const db = new DatabaseSync(file, { readOnly, timeout: BUSY_MS });
  try {
    if (!readOnly && isBlank(db)) create(db);
    if (pragma(db, 'application_id') !== APPLICATION_ID) throw new StoreUnusable(`${file} is not an event log`);
    const found = pragma(db, 'user_version');
    if (found > FORMAT) throw new StoreTooNew(file, found, FORMAT);
    const identity = identityIn(db);
    if (identity.sealed !== undefined) {
      throw new StoreUnusable(`${file} is the log of a backup; taizhang restore makes a ledger of it`);
    }
    return identity;
  } finally {
    db.close();
  }
}

export function identityIn(db: DatabaseSync): Identity {
  const rows = db.prepare('select key, value from meta').all() as { key: string; value: string }[];
  const meta = new Map(rows.map(({ key, value }) => [key, value]));
  const from = meta.get(META.copyFrom);
  const sealed = meta.get(META.sealed);
  return {
    storeId: meta.get('store_id') as string,
    ...(from !== undefined && { copy: { from, verified: meta.has(META.copyProof) } }),
    ...(sealed !== undefined && { sealed }),
  };
}

/** The ids of the logs that this one is a whole copy of. Throws {@link StoreIncomplete} while it is being filled. */
export function formerIdsOf(file: string, { copy }: Identity): readonly string[] {
  if (copy && !copy.verified) throw new StoreIncomplete(file);
  return copy ? [copy.from] : [];
}

function create(db: DatabaseSync): void {
  db.exec('pragma journal_mode = wal; pragma synchronous = full; begin immediate');
  try {
    if (isBlank(db)) {
      db.exec(`${SCHEMA} pragma application_id = ${APPLICATION_ID}; pragma user_version = ${FORMAT}`);
      db.prepare(`insert into meta values ('store_id', ?)`).run(randomUUID());
    }
    db.exec('commit');
  } catch (error) {
    if (db.isTransaction) db.exec('rollback');
    throw error;
  }
}

function isBlank(db: DatabaseSync): boolean {
  const { n } = db.prepare('select count(*) as n from sqlite_schema').get() as { n: number };
  return n === 0 && pragma(db, 'application_id') === 0 && pragma(db, 'user_version') === 0;
}

export function pragma(db: DatabaseSync, name: string): number {
  return (db.prepare(`pragma ${name}`).get() as Record<string, number>)[name] as number;
}

const SQLITE_BUSY = 5;
function isBusy(error: unknown): boolean {
  return ((error as { errcode?: number }).errcode ?? 0) % 256 === SQLITE_BUSY;
}
