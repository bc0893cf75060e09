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

/** (a) What the store makes of the disk: its appends against the same rows put in by hand. */
export async function appends({ quick, folder, say }: Plan): Promise<Result[]> {
  const events = TOGETHER * (quick ? 20 : 120);
  mkdirSync(join(folder, 'appends'));
  let run = 0;
  const file = (): string => join(folder, 'appends', `${run++}.db`);
  say(`(a) ${TOGETHER} concurrent appends, ${events} events a run`);
  const { ours, other, ratio } = await inTurn(
    RUNS,
    () => storeRun(file(), events),
    () => rawRun(file(), events),
  );
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
async function storeRun(file: string, count: number): Promise<number> {
  const store = await openEmbeddedStore({ file });
  const rounds = count / TOGETHER;
  const events = Array.from({ length: count }, event);
  const start = performance.now();
  await Promise.all(
    Array.from({ length: TOGETHER }, (_, caller) =>
      call(store, caller, events.slice(caller * rounds, (caller + 1) * rounds)),
    ),
  );
  const seconds = (performance.now() - start) / 1000;
  await store.close();
  return count / seconds;
}

async function call(store: EventStore, caller: number, events: ReturnType<typeof event>[]): Promise<void> {
  for (const [i, one] of events.entries()) {
    await store.append(`project-${caller}`, [one], i === 0 ? 'none' : BigInt(i - 1));
  }
}

/** The same rows, into the same table under the same settings, each commit prepared beforehand. */
async function rawRun(file: string, count: number): Promise<number> {
  await (await openEmbeddedStore({ file })).close(); // the store's own schema
  const database = new DatabaseSync(file);
  database.exec('pragma synchronous = full');
  const columns = database.prepare('pragma table_info(events)').all().length;
  const insert = database.prepare(`insert into events values (${Array(columns).fill('?').join(', ')})`);
  const now = new Date().toISOString();
  let position = 0;
  const rows = Array.from({ length: count }, (_, n) => {
    const { id, type, data, metadata } = event();
    const text = JSON.stringify({ ...metadata, recordedAt: now, filedAt: now });
    position += 900;
    return [
      position,
      `project-${n % TOGETHER}`,
      Math.floor(n / TOGETHER),
      id,
      type,
      JSON.stringify(data),
      text,
    ] as const;
  });
  const start = performance.now();
  for (let from = 0; from < count; from += TOGETHER) {
    database.exec('begin immediate');
    for (const row of rows.slice(from, from + TOGETHER)) insert.run(...row);
    database.exec('commit');
  }
  const seconds = (performance.now() - start) / 1000;
  database.close();
  return count / seconds;
}
