import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openEmbeddedStore, type EventStore } from '#event-store';
import type { JsonObject } from '#kernel';
import { projectEvents } from './generated-log.ts';
import { result, round, type Plan, type Result } from './result.ts';
import { inTurn } from './stats.ts';

const TOGETHER = 256;
const RUNS = 7;
const AIM = 0.8;
/** About what an event of this size takes. */
const POSITION_STEP = 900;

/** (a) What the store makes of the disk: its appends against the same rows put in by hand. */
export async function appends({ quick, folder, say }: Plan): Promise<Result[]> {
  const events = TOGETHER * (quick ? 20 : 120);
  mkdirSync(join(folder, 'appends'));
  const store = await openEmbeddedStore({ file: join(folder, 'appends', 'store.db') });
  const raw = await openRaw(join(folder, 'appends', 'raw.db'));
  say(`(a) ${TOGETHER} concurrent appends, ${events} events a run, into logs that stay open`);
  let run = 0;
  const { ours, other, ratio } = await inTurn(
    RUNS,
    () => storeRun(store, ++run, events),
    () => Promise.resolve(rawRun(raw, run, events)),
  );
  await store.close();
  raw.close();
  const details = {
    'store events/s': round(ours.median, 0),
    'raw events/s': round(other.median, 0),
    'commits of': TOGETHER,
    pragmas: 'journal_mode=wal, synchronous=full',
  };
  const what = 'concurrent appends ÷ raw rows in the same commits';
  return [result({ id: 'a', what, unit: '', value: ratio, aim: { at: '≥', value: AIM }, details })];
}

const METADATA = {
  commandDigest: `sha256:${'0'.repeat(64)}`,
  actor: { id: 'local', role: 'coordinator' },
  source: { kind: 'api' },
  schema: 1,
};
const [EVENT] = projectEvents(9, 13).slice(-1) as [{ type: string; data: JsonObject }];
const event = (): { id: string; type: string; data: JsonObject; metadata: JsonObject } => {
  const id = randomUUID();
  const metadata = { commandId: id, correlationId: id, causationId: id, ...METADATA };
  return { id, ...EVENT, metadata };
};

/** Events a second, 256 callers that each wait for their answer before they append the next one to their stream. */
async function storeRun(store: EventStore, run: number, count: number): Promise<number> {
  const rounds = count / TOGETHER;
  const events = Array.from({ length: count }, event);
  const start = performance.now();
  await Promise.all(
    Array.from({ length: TOGETHER }, (_, caller) =>
      call(store, `project-${run}-${caller}`, events.slice(caller * rounds, (caller + 1) * rounds)),
    ),
  );
  return count / ((performance.now() - start) / 1000);
}

async function call(store: EventStore, stream: string, events: ReturnType<typeof event>[]): Promise<void> {
  for (const [i, one] of events.entries()) {
    await store.append(stream, [one], i === 0 ? 'none' : BigInt(i - 1));
  }
}

/** A file with the store's own schema, under the settings that make a commit durable. */
async function openRaw(file: string): Promise<DatabaseSync> {
  await (await openEmbeddedStore({ file })).close();
  const database = new DatabaseSync(file);
  database.exec('pragma synchronous = full');
  return database;
}

/** The same rows, into the same table, each commit prepared beforehand. */
function rawRun(database: DatabaseSync, run: number, count: number): number {
  const columns = database.prepare('pragma table_info(events)').all().length;
  const insert = database.prepare(`insert into events values (${Array(columns).fill('?').join(', ')})`);
  const now = new Date().toISOString();
  const rows = Array.from({ length: count }, (_, n) => {
    const { id, type, data, metadata } = event();
    const text = JSON.stringify({ ...metadata, recordedAt: now, filedAt: now });
    const position = (run * count + n + 1) * POSITION_STEP;
    const stream = `project-${run}-${n % TOGETHER}`;
    return [position, stream, Math.floor(n / TOGETHER), id, type, JSON.stringify(data), text] as const;
  });
  const start = performance.now();
  for (let from = 0; from < count; from += TOGETHER) {
    database.exec('begin immediate');
    for (const row of rows.slice(from, from + TOGETHER)) insert.run(...row);
    database.exec('commit');
  }
  return count / ((performance.now() - start) / 1000);
}
