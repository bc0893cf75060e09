import type { EventStore } from '#event-store';
import type { StoredEvent } from '#kernel';
import { hasTable, inTransaction, type Connection, type SqlValue, type Storage } from './connection.ts';
import { ForeignStore } from './errors.ts';
import { createNumbers, NEW_NUMBERS, NEW_STREAMS, numbersAt, type EventNumber } from './numbers.ts';
import { instantOf, Sequence } from './sequence.ts';
import { categoryOf, type Sequenced } from './view.ts';

interface ProgressRow {
  readonly store_id: string;
  readonly event_id: string;
}

/** The last event that has its number. */
interface Last {
  seq: number;
  position: bigint | undefined;
  recordedAt: number;
  eventId: string;
}

/** Numbers the events in log order. Built from the log alone: a lost file, or lost last rows, are numbered again alike. */
export class Sequencer extends Sequence {
  private readonly storeId: string;
  private last: Last;
  /** A commit has failed, and may have been written all the same. */
  private uncertain = false;

  private constructor(connection: Connection, storeId: string, last: Last) {
    super(connection);
    this.storeId = storeId;
    this.last = last;
  }

  /** Opens the numbers of a log, and makes sure that it is still that log: throws ForeignStore. */
  static async open(storage: Storage, store: EventStore): Promise<Sequencer> {
    const connection = await storage.open('sequence', 'write');
    try {
      if (!(await hasTable(connection, 'sequence'))) await createNumbers(connection);
      const progress = await readNumbered(connection);
      const sequencer = new Sequencer(connection, store.storeId, await readLast(connection, progress));
      const { seq } = sequencer;
      if (progress && seq > 0) {
        if (progress.store_id !== store.storeId) {
          throw new ForeignStore('the sequence', `it is of store ${progress.store_id}, this is ${store.storeId}`);
        }
        await sequencer.mustHold(store, 'the sequence', { seq, eventId: progress.event_id });
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

  /** The event with this number as the log has it now; undefined where either of them ends before it. */
  async eventAt(store: EventStore, seq: number): Promise<StoredEvent | undefined> {
    if (!(await this.bySeq(seq))) return undefined;
    return eventAfter(store, seq > 1 ? (await this.bySeq(seq - 1))?.position : undefined);
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
    if (this.uncertain) {
      this.last = await readLast(this.connection, await readNumbered(this.connection));
      this.uncertain = false;
    }
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
    this.uncertain = true;
    await inTransaction(this.connection, async () => {
      await this.connection.runMany(NEW_NUMBERS, rows);
      if (streams.length) await this.connection.runMany(NEW_STREAMS, streams);
      await this.connection.run(
        'INSERT INTO progress (id, store_id, event_id) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE SET event_id = excluded.event_id',
        [this.storeId, newest.id],
      );
    });
    this.uncertain = false;
    this.last = last;
    return numbered;
  }

  /** Puts their numbers on events that the log has numbered before, in any order. */
  async numbered(events: readonly StoredEvent[]): Promise<Sequenced[]> {
    const inOrder = events.map((_, i) => i);
    // The events of one stream are.
    if (events.some(({ position }, i) => i > 0 && position < (events[i - 1] as StoredEvent).position)) {
      inOrder.sort((a, b) => ((events[a] as StoredEvent).position < (events[b] as StoredEvent).position ? -1 : 1));
    }
    const positions = inOrder.map((i) => (events[i] as StoredEvent).position);
    const numbers = await numbersAt(this.connection, positions);
    if (numbers.length !== events.length) throw new ForeignStore('the sequence', 'an event of the log has no number');
    const numbered = new Array<Sequenced>(events.length);
    for (const [k, i] of inOrder.entries()) {
      const { seq, recorded_at } = numbers[k] as EventNumber;
      numbered[i] = { ...(events[i] as StoredEvent), seq, knownAt: instantOf(recorded_at) };
    }
    return numbered;
  }

  /** Streams of a category that had an event by `seq`, in the order of their first ones, after the given stream of it if there is one. */
  async streamsAfter(category: string, after: string, seq: number, limit: number): Promise<string[]> {
    const rows = await this.connection.all<{ stream: string }>(
      `SELECT stream FROM streams WHERE category = ? AND first_seq > coalesce(${BEGAN}, 0) AND first_seq <= ? ORDER BY first_seq LIMIT ?`,
      [category, category, after, seq, limit],
    );
    return rows.map(({ stream }) => stream);
  }

  /** How many streams of a category had an event by `seq`, up to the given stream if it is one of them. */
  async countStreams(category: string, seq: number, upTo = ''): Promise<number> {
    const [row] = await this.connection.all<{ n: number }>(
      `SELECT count(*) AS n FROM streams WHERE category = ? AND first_seq <= ? AND first_seq <= coalesce(${BEGAN}, first_seq)`,
      [category, seq, category, upTo],
    );
    return Number(row?.n ?? 0);
  }

  async close(): Promise<void> {
    await this.connection.close();
  }
}

/** Where a stream of a category begins. */
const BEGAN = '(SELECT b.first_seq FROM streams b WHERE b.category = ? AND b.stream = ?)';

async function readNumbered(connection: Connection): Promise<ProgressRow | undefined> {
  const [progress] = await connection.all<ProgressRow>('SELECT store_id, event_id FROM progress');
  return progress;
}

async function readLast(connection: Connection, progress: ProgressRow | undefined): Promise<Last> {
  const head = await new Sequence(connection).head();
  return {
    seq: head?.seq ?? 0,
    position: head?.position,
    recordedAt: head ? Date.parse(head.knownAt) : Number.MIN_SAFE_INTEGER,
    eventId: progress?.event_id ?? '',
  };
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
