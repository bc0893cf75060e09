import type { Instant } from '#kernel';
import type { Connection, SqlValue } from './connection.ts';
import { numbersAt } from './numbers.ts';

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

/** The numbers of all events. Readers ask it; the projector alone writes it, through its sequencer. */
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
    // Unqualified, the order would be that of the text that is selected under this name.
    return this.first(`${POINT} WHERE position <= ? ORDER BY sequence.position DESC LIMIT 1`, [position]);
  }

  /** The numbers at positions in ascending order; only of the first ones, where the later ones have none yet. */
  async numbersAt(positions: readonly bigint[]): Promise<number[]> {
    return (await numbersAt(this.connection, positions)).map(({ seq }) => seq);
  }

  /** The log that is numbered here; undefined before its first event. */
  async numberedStore(): Promise<string | undefined> {
    const [progress] = await this.connection.all<{ store_id: string }>('SELECT store_id FROM progress');
    return progress?.store_id;
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

let lastInstant: { readonly at: number; readonly text: Instant } = { at: 0, text: new Date(0).toISOString() };

/** Neighbours in the log often share their millisecond. */
export function instantOf(at: number): Instant {
  if (at !== lastInstant.at) lastInstant = { at, text: new Date(at).toISOString() };
  return lastInstant.text;
}
