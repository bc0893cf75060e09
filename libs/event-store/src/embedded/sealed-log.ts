import { randomUUID } from 'node:crypto';
import { backup, DatabaseSync } from 'node:sqlite';
import { LogDamaged, StoreTooNew, StoreUnusable } from '../errors.ts';
import { BUSY_MS } from './connection.ts';
import { APPLICATION_ID, FORMAT, identityIn, META, pragma } from './schema.ts';

// A log in a file of a backup is sealed: no store opens it, so that no two ledgers ever go on under one id.

/** What a log holds; the number of its events is the `seq` of the last one. */
export interface LogExtent {
  readonly events: number;
  readonly streams: number;
  /** `position` as text, and good in this file only. */
  readonly last?: { readonly id: string; readonly position: string; readonly recordedAt: string };
}

/** How much of the work is done, in units of its own. */
export type Told = (done: number, of: number) => void;

/** Some MiB at a time: enough that the snapshot is not held longer than it must be, small enough to stop soon. */
const PAGES_PER_STEP = 2_000;

/**
 * Copies a log's file as it is at this moment, byte for byte where it was written to, while others go on appending. They
 * wait for nothing; the write-ahead log keeps what they add until the copy is done.
 */
export async function copyLogFile(
  from: string,
  to: string,
  { onProgress, signal }: { readonly onProgress?: Told; readonly signal?: AbortSignal },
): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true, timeout: BUSY_MS });
  try {
    // Without a transaction of its own every commit of another process would let the copy begin again.
    source.exec('begin; select count(*) from meta');
    signal?.throwIfAborted();
    const progress = ({ totalPages, remainingPages }: { totalPages: number; remainingPages: number }) => {
      signal?.throwIfAborted();
      onProgress?.(totalPages - remainingPages, totalPages);
    };
    const pages = await backup(source, to, { rate: PAGES_PER_STEP, progress });
    onProgress?.(pages, pages);
  } finally {
    source.close();
  }
}

/** Seals a log under the id of the one that it is a copy of, and leaves it as one file that can lie on a read-only disk. */
export function sealLog(file: string, storeId: string): void {
  const log = new DatabaseSync(file, { timeout: BUSY_MS });
  try {
    log.exec('begin immediate');
    log.prepare('delete from meta').run();
    const say = log.prepare('insert into meta values (?, ?)');
    say.run('store_id', storeId);
    say.run(META.sealed, storeId);
    log.exec('commit; pragma wal_checkpoint(truncate); pragma journal_mode = delete');
  } finally {
    log.close();
  }
}

/**
 * Makes a log of a sealed one, with an id of its own: it may be behind the log that it is a copy of, so nothing that was
 * given out for that one is good for this one. Answers the id.
 */
export function unsealLog(file: string): string {
  const log = new DatabaseSync(file, { timeout: BUSY_MS });
  try {
    const storeId = randomUUID();
    log.exec('pragma journal_mode = wal; pragma synchronous = full; begin immediate');
    const { sealed } = identityIn(log);
    if (sealed === undefined) throw new LogDamaged('it is not sealed');
    log.prepare('delete from meta where key = ?').run(META.sealed);
    log.prepare(`update meta set value = ? where key = 'store_id'`).run(storeId);
    log.prepare('insert into meta values (?, ?)').run(META.restoredFrom, sealed);
    log.exec('commit; pragma wal_checkpoint(truncate)');
    return storeId;
  } finally {
    log.close();
  }
}

/** Each question answers the number of places where a log is not whole. */
const FAULTS: readonly (readonly [sql: string, what: string])[] = [
  [
    'select count(*) as n from (select 1 from events group by stream having min(revision) <> 0 or max(revision) <> count(*) - 1)',
    'streams with a gap',
  ],
  [
    `select count(*) as n from (
       select position, lag(position) over (partition by stream order by revision) as before from events
     ) where before >= position`,
    'events that stand before the one they follow',
  ],
  [
    `select count(*) as n from events
     where not json_valid(data) or not json_valid(metadata)
       or json_extract(metadata, '$.recordedAt') is null`,
    'events that cannot be read',
  ],
];

/** Reads all of a sealed log. Throws {@link LogDamaged}, StoreTooNew, and StoreUnusable for what is no sealed log. */
export function examineSealedLog(file: string): LogExtent & { readonly storeId: string } {
  const log = new DatabaseSync(file, { readOnly: true, timeout: BUSY_MS });
  try {
    return examine(log, file);
  } catch (error) {
    if (error instanceof LogDamaged || error instanceof StoreTooNew || error instanceof StoreUnusable) throw error;
    throw new LogDamaged((error as Error).message, { cause: error });
  } finally {
    log.close();
  }
}

function examine(log: DatabaseSync, file: string): LogExtent & { readonly storeId: string } {
  if (pragma(log, 'application_id') !== APPLICATION_ID) throw new StoreUnusable(`${file} is not an event log`);
  const format = pragma(log, 'user_version');
  if (format > FORMAT) throw new StoreTooNew(file, format, FORMAT);
  const { integrity_check: found } = log.prepare('pragma integrity_check(1)').get() as { integrity_check: string };
  if (found !== 'ok') throw new LogDamaged(found);
  const { sealed } = identityIn(log);
  if (sealed === undefined) throw new StoreUnusable(`${file} is not the log of a backup`);
  for (const [sql, what] of FAULTS) {
    const n = count(log, sql);
    if (n > 0) throw new LogDamaged(`${n} ${what}`);
  }
  const last = log
    .prepare(
      `select id, cast(position as text) as position, json_extract(metadata, '$.recordedAt') as recordedAt
       from events order by events.position desc limit 1`,
    )
    .get() as LogExtent['last'];
  return {
    storeId: sealed,
    events: count(log, 'select count(*) as n from events'),
    streams: count(log, 'select count(*) as n from events where revision = 0'),
    ...(last && { last: { ...last } }),
  };
}

function count(log: DatabaseSync, sql: string): number {
  return (log.prepare(sql).get() as { n: number }).n;
}
