import { realpathSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { StoredEvent } from '#kernel';
import type { CopyTarget } from '../copy.ts';
import { CopyRefused, StoreUnusable } from '../errors.ts';
import type { ExpectedRevision, ReadAllOptions, ReadStreamOptions, SubscribeOptions } from '../port.ts';
import { Conflict } from '../port.ts';
import { BUSY_MS, channelOf } from './connection.ts';
import { POSITION_STEP } from './log-writer.ts';
import { Reader } from './reader.ts';
import { identityIn, META, prepareFile } from './schema.ts';
import { EmbeddedStore } from './store.ts';
import { Wakeups } from './wakeups.ts';

const POLL_MS = 20;
/** Events written in one transaction: a flush to disk for each append would take most of the time. */
const EVENTS_PER_COMMIT = 2_000;

/** Opens a log in a file to fill it with a copy; makes the file where there is none. Throws what opening a log throws. */
export async function openEmbeddedCopyTarget({ file }: { readonly file: string }): Promise<CopyTarget> {
  const { storeId } = await prepareFile(file, false);
  const path = realpathSync(file);
  const reader = new Reader(path);
  const wakeups = new Wakeups(channelOf(path), () => reader.dataVersion(), POLL_MS);
  return new EmbeddedCopyTarget(path, new EmbeddedStore({ storeId, formerIds: [] }, reader, wakeups, undefined));
}

/** Writes in the calling thread, many appends to a transaction: nobody waits for a single one. */
class EmbeddedCopyTarget implements CopyTarget {
  readonly storeId: string;
  readonly formerIds: readonly string[] = [];
  readonly #db: DatabaseSync;
  readonly #read: EmbeddedStore;
  readonly #insert: StatementSync;
  readonly #head: StatementSync;
  readonly #last: StatementSync;
  #position = 0;
  #waiting = 0;

  constructor(file: string, read: EmbeddedStore) {
    this.storeId = read.storeId;
    this.#read = read;
    this.#db = new DatabaseSync(file, { timeout: BUSY_MS });
    this.#db.exec('pragma synchronous = full');
    this.#insert = this.#db.prepare('insert into events values (?, ?, ?, ?, ?, ?, ?)');
    this.#head = this.#db.prepare('select max(revision) as revision from events where stream = ?');
    this.#last = this.#db.prepare('select max(position) as position from events');
  }

  async beginCopy(from: string): Promise<void> {
    this.#flush();
    this.#begin();
    try {
      const { copy } = identityIn(this.#db);
      if (copy?.verified) throw new CopyRefused('it is a finished copy already');
      if (copy && copy.from !== from) throw new CopyRefused(`it is an unfinished copy of another log, ${copy.from}`);
      if (!copy && this.#position > 0) throw new CopyRefused('it holds events of its own');
      if (!copy) this.#db.prepare('insert into meta values (?, ?)').run(META.copyFrom, from);
      this.#db.exec('commit');
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('rollback');
      throw error;
    }
  }

  async appendCopies(stream: string, events: readonly StoredEvent[], expected: ExpectedRevision): Promise<void> {
    try {
      if (!this.#db.isTransaction) this.#begin();
      const { revision } = this.#head.get(stream) as { revision: number | null };
      const actual: ExpectedRevision = revision === null ? 'none' : BigInt(revision);
      if (actual !== expected) throw new Conflict(stream, expected, actual);
      for (const event of events) {
        const data = JSON.stringify(event.data);
        const metadata = JSON.stringify(event.metadata);
        this.#position += POSITION_STEP + data.length + metadata.length;
        this.#insert.run(this.#position, stream, event.revision, event.id, event.type, data, metadata);
      }
      this.#waiting += events.length;
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('rollback');
      this.#waiting = 0;
      throw error instanceof Conflict ? error : new StoreUnusable((error as Error).message, { cause: error });
    }
    if (this.#waiting >= EVENTS_PER_COMMIT) this.#flush();
  }

  async endCopy(proof: { readonly events: number; readonly digest: string }): Promise<void> {
    this.#flush();
    this.#db.prepare('insert or replace into meta values (?, ?)').run(META.copyProof, JSON.stringify(proof));
  }

  readStream(stream: string, options?: ReadStreamOptions) {
    this.#flush();
    return this.#read.readStream(stream, options);
  }

  readLast() {
    this.#flush();
    return this.#read.readLast();
  }

  readAll(options?: ReadAllOptions) {
    this.#flush();
    return this.#read.readAll(options);
  }

  subscribe(options?: SubscribeOptions) {
    this.#flush();
    return this.#read.subscribe(options);
  }

  /** A target takes copies only. */
  append(): Promise<never> {
    return Promise.reject(new CopyRefused('it is being filled with a copy'));
  }

  async close(): Promise<void> {
    if (!this.#db.isOpen) return;
    try {
      this.#flush();
    } finally {
      this.#db.close();
      await this.#read.close();
    }
  }

  /** From here on nobody else writes, so the position read now stays the last one. */
  #begin(): void {
    this.#db.exec('begin immediate');
    this.#position = (this.#last.get() as { position: number | null }).position ?? 0;
  }

  #flush(): void {
    if (this.#db.isTransaction) this.#db.exec('commit');
    this.#waiting = 0;
  }
}
