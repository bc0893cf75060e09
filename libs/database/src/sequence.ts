import type { EventStore } from '#event-store';
import type { Instant, StoredEvent } from '#kernel';
import { insertion } from './batch.ts';
import { hasTable, inTransaction, type Connection, type SqlValue, type Storage } from './connection.ts';
import { ForeignStore } from './errors.ts';
import { categoryOf, type Sequenced } from './view.ts';

/** Where an event stands: its number, the same on every store, and its position, good on one store only. */
export interface SequencePoint {
  readonly seq: number;
  readonly position: bigint;
  /** The running maximum of `recordedAt` up to the event. */
  readonly knownAt: Instant;
}

interface PointRow {
  readonly seq: number;
  readonly position: string;
  readonly recorded_at: number;
}

const POINT = 'SELECT seq, CAST(position AS TEXT) AS position, recorded_at FROM sequence';
/** Looking events up one by one costs several times as much. */
const LOOKUPS_PER_QUERY = 64;
const LOOKUP = `SELECT seq, recorded_at FROM sequence WHERE position IN (${Array(LOOKUPS_PER_QUERY).fill('?').join(', ')}) ORDER BY position`;
const NUMBERS = insertion('sequence', { position: 'integer', seq: 'integer', recorded_at: 'integer' });
const STREAMS = insertion('streams', { category: 'text', stream: 'text', first_seq: 'integer' });
const TABLES = {
  sqlite: [
    'CREATE TABLE sequence (position INTEGER PRIMARY KEY, seq INTEGER NOT NULL, recorded_at INTEGER NOT NULL) STRICT',
    'CREATE TABLE streams (category TEXT, stream TEXT, first_seq INTEGER NOT NULL, PRIMARY KEY (category, stream)) STRICT, WITHOUT ROWID',
    'CREATE TABLE progress (id INTEGER PRIMARY KEY, store_id TEXT NOT NULL, event_id TEXT NOT NULL) STRICT',
  ],
  postgres: [
    'CREATE TABLE sequence (position BIGINT PRIMARY KEY, seq BIGINT NOT NULL, recorded_at BIGINT NOT NULL)',
    'CREATE TABLE streams (category TEXT COLLATE "C", stream TEXT COLLATE "C", first_seq BIGINT NOT NULL, PRIMARY KEY (category, stream))',
    'CREATE TABLE progress (id BIGINT PRIMARY KEY, store_id TEXT NOT NULL, event_id TEXT NOT NULL)',
  ],
} as const;
const INDEXES = [
  'CREATE UNIQUE INDEX sequence_seq ON sequence (seq)',
  'CREATE INDEX sequence_recorded_at ON sequence (recorded_at, seq)',
];

/** The numbers of all events. Readers ask it; the projector alone writes it, through {@link Sequencer}. */
export class Sequence {
  protected readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** The last event of the log that is numbered; undefined while there is none. */
  async head(): Promise<SequencePoint | undefined> {
    return this.first(`${POINT} ORDER BY seq DESC LIMIT 1`, []);
  }

  async bySeq(seq: number): Promise<SequencePoint | undefined> {
    return this.first(`${POINT} WHERE seq = ?`, [seq]);
  }

  /** The event at a position, or the last one before it. */
  async atPosition(position: bigint): Promise<SequencePoint | undefined> {
    return this.first(`${POINT} WHERE position <= ? ORDER BY position DESC LIMIT 1`, [position]);
  }

  /** The last event of the prefix before the first event that was known later than the instant. */
  async atInstant(instant: Instant): Promise<SequencePoint | undefined> {
    return this.first(`${POINT} WHERE recorded_at <= ? ORDER BY recorded_at DESC, seq DESC LIMIT 1`, [
      Date.parse(instant),
    ]);
  }

  private async first(sql: string, params: readonly SqlValue[]): Promise<SequencePoint | undefined> {
    const [row] = await this.connection.all<PointRow>(sql, params);
    return row && { seq: row.seq, position: BigInt(row.position), knownAt: instantOf(row.recorded_at) };
  }
}

/** Numbers the events in log order. Built from the log alone: a lost file, or lost last rows, are numbered again alike. */
export class Sequencer extends Sequence {
  private readonly storeId: string;
  private last: { seq: number; position: bigint | undefined; recordedAt: number; eventId: string };

  private constructor(connection: Connection, storeId: string, head: SequencePoint | undefined, eventId: string) {
    super(connection);
    this.storeId = storeId;
    this.last = {
      seq: head?.seq ?? 0,
      position: head?.position,
      recordedAt: head ? Date.parse(head.knownAt) : Number.MIN_SAFE_INTEGER,
      eventId,
    };
  }

  /** Opens the numbers of a log, and makes sure that it is still that log: throws ForeignStore. */
  static async open(storage: Storage, store: EventStore): Promise<Sequencer> {
    const connection = await storage.open('sequence', 'write');
    try {
      if (!(await hasTable(connection, 'sequence'))) await create(connection);
      const head = await new Sequence(connection).head();
      const [progress] = await connection.all<{ store_id: string; event_id: string }>('SELECT * FROM progress');
      const sequencer = new Sequencer(connection, store.storeId, head, progress?.event_id ?? '');
      if (progress && head) {
        if (progress.store_id !== store.storeId) {
          throw new ForeignStore('the sequence', `it is of store ${progress.store_id}, this is ${store.storeId}`);
        }
        await sequencer.mustHold(store, 'the sequence', { seq: head.seq, eventId: progress.event_id });
      }
      return sequencer;
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  /** The last number given; 0 for an empty log. */
  get seq(): number {
    return this.last.seq;
  }

  get position(): bigint | undefined {
    return this.last.position;
  }

  /** The id of the last event; empty for an empty log. */
  get eventId(): string {
    return this.last.eventId;
  }

  /** Throws ForeignStore unless the event with this number is still the one that stands there in the log. */
  async mustHold(store: EventStore, what: string, at: { seq: number; eventId: string }): Promise<void> {
    if (at.seq === 0) return;
    const point = await this.bySeq(at.seq);
    if (!point) throw new ForeignStore(what, `the log ends at event ${this.seq}, before event ${at.seq}`);
    const before = at.seq > 1 ? await this.bySeq(at.seq - 1) : undefined;
    const found = await eventAfter(store, before?.position);
    if (!found) throw new ForeignStore(what, `the log ends before event ${at.seq}`);
    if (found.id !== at.eventId || found.position !== point.position) {
      throw new ForeignStore(what, `event ${at.seq} is ${found.id}, not ${at.eventId}`);
    }
  }

  /** Numbers the next events of the log and keeps the numbers. Events that have theirs already are left out. */
  async append(events: readonly StoredEvent[]): Promise<Sequenced[]> {
    const last = { ...this.last };
    const numbered: Sequenced[] = [];
    const rows: SqlValue[][] = [];
    const streams: SqlValue[][] = [];
    for (const event of events) {
      if (last.position !== undefined && event.position <= last.position) continue;
      last.seq++;
      last.position = event.position;
      last.eventId = event.id;
      last.recordedAt = Math.max(last.recordedAt, recordedAtOf(event));
      numbered.push({ ...event, seq: last.seq, knownAt: instantOf(last.recordedAt) });
      rows.push([event.position, last.seq, last.recordedAt]);
      if (event.revision === 0n) streams.push([categoryOf(event.stream), event.stream, last.seq]);
    }
    const newest = numbered.at(-1);
    if (!newest) return numbered;
    await inTransaction(this.connection, async () => {
      await this.connection.runMany(NUMBERS, rows);
      if (streams.length) await this.connection.runMany(STREAMS, streams);
      await this.connection.run(
        'INSERT INTO progress (id, store_id, event_id) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE SET event_id = excluded.event_id',
        [this.storeId, newest.id],
      );
    });
    this.last = last;
    return numbered;
  }

  /** Puts their numbers on events that the log has numbered before; they are in the order of the log. */
  async numbered(events: readonly StoredEvent[]): Promise<Sequenced[]> {
    const numbered: Sequenced[] = [];
    for (let i = 0; i < events.length; i += LOOKUPS_PER_QUERY) {
      const some = events.slice(i, i + LOOKUPS_PER_QUERY);
      // The same statement for any number of events: the last position fills the places that are left.
      const positions = Array.from({ length: LOOKUPS_PER_QUERY }, (_, k) => (some[k] ?? some.at(-1))?.position ?? null);
      const rows = await this.connection.all<{ seq: number; recorded_at: number }>(LOOKUP, positions);
      if (rows.length !== some.length) throw new ForeignStore('the sequence', 'an event of the log has no number');
      for (const [k, event] of some.entries()) {
        const row = rows[k] as { seq: number; recorded_at: number };
        numbered.push({ ...event, seq: row.seq, knownAt: instantOf(row.recorded_at) });
      }
    }
    return numbered;
  }

  /** Streams that had an event by `seq`, by category and name, after the given one. */
  async streamsAfter(category: string, after: string, seq: number, limit: number): Promise<string[]> {
    const rows = await this.connection.all<{ stream: string }>(
      'SELECT stream FROM streams WHERE category = ? AND stream > ? AND first_seq <= ? ORDER BY stream LIMIT ?',
      [category, after, seq, limit],
    );
    return rows.map(({ stream }) => stream);
  }

  /** How many streams of a category had an event by `seq` and stand up to the given one, or all with none given. */
  async countStreams(category: string, seq: number, upTo?: string): Promise<number> {
    const [row] = await this.connection.all<{ n: number }>(
      `SELECT count(*) AS n FROM streams WHERE category = ? AND first_seq <= ?${upTo === undefined ? '' : ' AND stream <= ?'}`,
      upTo === undefined ? [category, seq] : [category, seq, upTo],
    );
    return Number(row?.n ?? 0);
  }

  async close(): Promise<void> {
    await this.connection.close();
  }
}

async function create(connection: Connection): Promise<void> {
  await inTransaction(connection, async () => {
    for (const sql of [...TABLES[connection.dialect], ...INDEXES]) await connection.run(sql);
  });
}

/** The first event after a position; undefined where the log ends. */
async function eventAfter(store: EventStore, after: bigint | undefined): Promise<StoredEvent | undefined> {
  try {
    for await (const event of store.readAll({ limit: 1, ...(after === undefined ? {} : { after }) })) return event;
  } catch (error) {
    // An adapter that notices a position of another log says so by name.
    if ((error as Error).name !== 'PositionBeyondLog') throw error;
  }
  return undefined;
}

function recordedAtOf(event: StoredEvent): number {
  const at = Date.parse(event.metadata.recordedAt);
  if (Number.isNaN(at)) throw new TypeError(`event ${event.id} of ${event.stream} has no recordedAt`);
  return at;
}

let lastInstant: { readonly at: number; readonly text: Instant } = { at: 0, text: new Date(0).toISOString() };

/** Neighbours in the log often share their millisecond. */
function instantOf(at: number): Instant {
  if (at !== lastInstant.at) lastInstant = { at, text: new Date(at).toISOString() };
  return lastInstant.text;
}
