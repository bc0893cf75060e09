import { insertion } from './batch.ts';
import { inTransaction, type Connection } from './connection.ts';
import { createTable } from './tables.ts';

/** In the order of the log by itself, where the dialect has such tables. */
const SQLITE_SEQUENCE =
  'CREATE TABLE sequence (position INTEGER PRIMARY KEY, seq INTEGER NOT NULL, recorded_at INTEGER NOT NULL) STRICT';
const SEQUENCE = { position: 'integer', seq: 'integer', recorded_at: 'integer' } as const;
const STREAMS = { category: 'text', stream: 'text', first_seq: 'integer' } as const;
const PROGRESS = { id: 'integer', store_id: 'text', event_id: 'text' } as const;
const INDEXES = [
  'CREATE UNIQUE INDEX sequence_seq ON sequence (seq)',
  'CREATE INDEX sequence_recorded_at ON sequence (recorded_at, seq)',
  'CREATE INDEX streams_first_seq ON streams (category, first_seq)',
];

export const NEW_NUMBERS = insertion('sequence', SEQUENCE);
export const NEW_STREAMS = insertion('streams', STREAMS);

/** Makes the tables of the numbers: of each event, and of the first one of each stream. */
export async function createNumbers(connection: Connection): Promise<void> {
  const { dialect } = connection;
  const tables = [
    dialect === 'sqlite' ? SQLITE_SEQUENCE : createTable(dialect, 'sequence', SEQUENCE, ['position']),
    createTable(dialect, 'streams', STREAMS, ['category', 'stream']),
    createTable(dialect, 'progress', PROGRESS, ['id']),
  ];
  await inTransaction(connection, async () => {
    for (const sql of [...tables, ...INDEXES]) await connection.run(sql);
  });
}

/** The number of an event, and the running maximum of `recordedAt` there in epoch ms. */
export interface EventNumber {
  readonly seq: number;
  readonly recorded_at: number;
}

/** Looking events up one by one costs several times as much. */
const LOOKUPS_PER_QUERY = 64;
const SQLITE_LOOKUP = `SELECT seq, recorded_at FROM sequence WHERE position IN (${Array(LOOKUPS_PER_QUERY).fill('?').join(', ')}) ORDER BY position`;
/** All of them in one row: what a row costs on its way is more than what is in it. */
const POSTGRES_LOOKUP = `SELECT string_agg(CAST(seq AS TEXT), ',') AS seqs, string_agg(CAST(recorded_at AS TEXT), ',') AS ats
  FROM (SELECT seq, recorded_at FROM sequence WHERE position = ANY (CAST(? AS BIGINT[])) ORDER BY position) AS found`;

/** The numbers at positions in ascending order; fewer than those where some have none. */
export async function numbersAt(connection: Connection, positions: readonly bigint[]): Promise<EventNumber[]> {
  if (!positions.length) return [];
  if (connection.dialect === 'postgres') {
    const [found] = await connection.all<{ seqs: string | null; ats: string | null }>(POSTGRES_LOOKUP, [
      `{${positions.join(',')}}`,
    ]);
    const ats = (found?.ats ?? '').split(',');
    return (found?.seqs?.split(',') ?? []).map((seq, i) => ({ seq: Number(seq), recorded_at: Number(ats[i]) }));
  }
  const found: EventNumber[][] = [];
  for (let i = 0; i < positions.length; i += LOOKUPS_PER_QUERY) {
    // The same statement for any number of events: the last position fills the places that are left.
    const some = Array.from({ length: LOOKUPS_PER_QUERY }, (_, k) => positions[i + k] ?? (positions.at(-1) as bigint));
    found.push(await connection.all<EventNumber>(SQLITE_LOOKUP, some));
  }
  return found.flat();
}
