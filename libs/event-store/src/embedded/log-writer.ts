import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import { BUSY_MS } from './connection.ts';
import { Heads } from './heads.ts';
import { CONFLICT, FAILED, NUMBERS_PER_OUTCOME, STRINGS_PER_EVENT, WRITTEN } from './parcel.ts';
import type { Answer, PackedAppend } from './parcel.ts';
import { stamped } from '../stamp.ts';

/** A position grows by this and the event's size: sparse on purpose, so that nobody learns to add one. */
export const POSITION_STEP = 100;
const SQLITE_BUSY = 5;
/** 16 MiB. A page of the index changes with almost every commit; the rarer the checkpoint, the more of its versions are skipped. */
const WAL_PAGES = 4000;

/** Decides and writes appends, as many in one transaction as are waiting. Runs in the writer's thread only. */
export class LogWriter {
  readonly #db: DatabaseSync;
  readonly #insert: StatementSync;
  readonly #slots: StatementSync;
  readonly #head: StatementSync;
  readonly #last: StatementSync;
  readonly #dataVersion: StatementSync;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  readonly #heads = new Heads();
  #seenVersion = -1;
  #position = 0;
  #recordedMs = 0;
  #stampMs = NaN;
  #stamp = '';

  constructor(file: string) {
    const db = new DatabaseSync(file, { timeout: BUSY_MS });
    // FULL: an acknowledged append must survive a power loss.
    db.exec(`pragma synchronous = full; pragma wal_autocheckpoint = ${WAL_PAGES}`);
    this.#db = db;
    this.#insert = db.prepare('insert into events values (?, ?, ?, ?, ?, ?, ?)');
    this.#slots = db.prepare(
      'select id, position from events where stream = ? and revision > ? order by revision limit ?',
    );
    this.#head = db.prepare('select max(revision) as revision from events where stream = ?');
    this.#last = db.prepare('select position, metadata from events order by position desc limit 1');
    this.#dataVersion = db.prepare('pragma data_version');
    this.#begin = db.prepare('begin immediate');
    this.#commit = db.prepare('commit');
  }

  /** Position of the last event this writer knows. */
  get position(): number {
    return this.#position;
  }

  /**
   * Writes what can be written, durably, and answers each append. `more` is asked after each part for what else may go into
   * the same transaction, until it has nothing. Where the whole fails (the disk is full), each append is tried alone: a large
   * one must not take the small ones beside it down.
   */
  write(first: readonly PackedAppend[], more: () => readonly PackedAppend[]): Answer {
    const appends = [...first];
    const outcomes: number[] = [];
    const failure = this.#transact(() => {
      for (let part = first; part.length > 0;) {
        for (const append of part) this.#decide(append, outcomes);
        part = more();
        appends.push(...part);
      }
    });
    if (failure === undefined) return { outcomes: Float64Array.from(outcomes), failure };
    return appends.length === 1 || isBusy(failure)
      ? refused(appends.length, failure)
      : this.#writeEach(appends, failure);
  }

  /** Empties the WAL where no reader is in the way; never waits. */
  tidy(): void {
    try {
      this.#db.exec('pragma busy_timeout = 0; pragma wal_checkpoint(truncate)');
    } catch {
      // The next append meets the same trouble and reports it.
    } finally {
      this.#db.exec(`pragma busy_timeout = ${BUSY_MS}`);
    }
  }

  close(): void {
    this.#db.close();
  }

  #writeEach(appends: readonly PackedAppend[], failure: unknown): Answer {
    const outcomes: number[] = [];
    for (const append of appends) {
      const own: number[] = [];
      const ownFailure = this.#transact(() => this.#decide(append, own));
      outcomes.push(...(ownFailure === undefined ? own : [FAILED, 0, 0, NaN]));
      failure = ownFailure ?? failure;
    }
    return { outcomes: Float64Array.from(outcomes), failure: messageOf(failure) };
  }

  /** One transaction, one fsync. Returns the error after which nothing of it is in the log. */
  #transact(work: () => void): unknown {
    try {
      this.#begin.run();
      this.#catchUp();
      work();
      this.#commit.run();
      return undefined;
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('rollback');
      this.#seenVersion = -1; // what is remembered may not have happened
      return error ?? new Error('unknown');
    }
  }

  /** Forgets what is remembered once another connection has written. Holds the write lock, so it stays true until commit. */
  #catchUp(): void {
    const { data_version: version } = this.#dataVersion.get() as { data_version: number };
    if (version === this.#seenVersion) return;
    this.#heads.clear();
    const last = this.#last.get() as { position: number; metadata: string } | undefined;
    this.#position = last?.position ?? 0;
    this.#recordedMs = last ? Date.parse((JSON.parse(last.metadata) as { recordedAt: string }).recordedAt) : 0;
    this.#seenVersion = version;
  }

  /** The expected revision, and idempotency by event id at the very slots the append names. */
  #decide(append: PackedAppend, outcomes: number[]): void {
    const head = this.#headOf(append.stream);
    if (append.expected === head) {
      this.#append(append, head);
      outcomes.push(WRITTEN, head + append.count, this.#position, this.#recordedMs);
      return;
    }
    const position = append.expected < head ? this.#positionOfSame(append) : undefined;
    if (position === undefined) outcomes.push(CONFLICT, head, 0, NaN);
    else outcomes.push(WRITTEN, append.expected + append.count, position, NaN);
  }

  #headOf(stream: string): number {
    const known = this.#heads.get(stream);
    if (known !== undefined) return known;
    const { revision } = this.#head.get(stream) as { revision: number | null };
    return revision ?? -1;
  }

  #append({ parcel, stream, count, flags, texts }: PackedAppend, head: number): void {
    const { strings, numbers } = parcel;
    const recordedAt = this.#recordedAt(parcel.now ?? Date.now());
    for (let i = 0, t = texts; i < count; i++, t += STRINGS_PER_EVENT) {
      const data = strings[t + 2] as string;
      const metadata = stamped(strings[t + 3] as string, recordedAt, numbers[flags + i] === 1);
      this.#position += POSITION_STEP + data.length + metadata.length;
      this.#insert.run(
        this.#position,
        stream,
        head + 1 + i,
        strings[t] as string,
        strings[t + 1] as string,
        data,
        metadata,
      );
    }
    this.#heads.set(stream, head + count);
  }

  /** The clock, but never before the last event of the log. */
  #recordedAt(nowMs: number): string {
    this.#recordedMs = Math.max(this.#recordedMs, nowMs);
    if (this.#stampMs !== this.#recordedMs) {
      this.#stamp = new Date(this.#recordedMs).toISOString();
      this.#stampMs = this.#recordedMs;
    }
    return this.#stamp;
  }

  /** Position of the append's last event if its slots hold the same ids already. */
  #positionOfSame({ parcel, stream, expected, count, texts }: PackedAppend): number | undefined {
    const rows = this.#slots.all(stream, expected, count) as { id: string; position: number }[];
    const same =
      rows.length === count && rows.every(({ id }, i) => id === parcel.strings[texts + i * STRINGS_PER_EVENT]);
    return same ? rows.at(-1)?.position : undefined;
  }
}

function refused(count: number, failure: unknown): Answer {
  return {
    outcomes: Float64Array.from({ length: count * NUMBERS_PER_OUTCOME }, (_, i) =>
      i % NUMBERS_PER_OUTCOME === 0 ? FAILED : 0,
    ),
    failure: messageOf(failure),
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isBusy(error: unknown): boolean {
  return ((error as { errcode?: number }).errcode ?? 0) % 256 === SQLITE_BUSY;
}
