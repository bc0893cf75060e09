import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { openEventStore, type EventStore } from '#event-store';
import type { JsonObject } from '#kernel';
import { root, startProcess, type ServerProcess } from './child.ts';
import { projectEvents } from './generated-log.ts';
import { result, round, type Plan, type Result } from './result.ts';
import { inTurn } from './stats.ts';

const TOGETHER = 64;
const RUNS = 7;
const AIM = 0.9;
/** Any credentials on a call choose the client's plain append; a server without accounts does not look at them. */
const PLAIN = { username: 'bench', password: 'bench' };

const [EVENT] = projectEvents(9, 13).slice(-1) as [{ type: string; data: JsonObject }];

/** (g) The adapter against a bare loop over the client, on one server of EventStoreDB or on the stand-in that the tests have. */
export async function serverLog({ quick, say }: Plan): Promise<Result[]> {
  const named = process.env['TEST_EVENTSTORE_URL'];
  const server = named === undefined ? await standIn() : undefined;
  const url = named ?? (server as ServerProcess).address;
  const store = await openEventStore({ url });
  const client = EventStoreDBClient.connectionString(url);
  const credentials = credentialsIn(url);
  const on =
    named === undefined ? 'the stand-in for a server, in a process of its own' : 'the server of TEST_EVENTSTORE_URL';
  try {
    const events = TOGETHER * (quick ? 8 : 60);
    say(`(g) ${TOGETHER} concurrent appends, ${events} events a run, on ${on}`);
    const appends = await inTurn(
      RUNS,
      () => callers(events, (stream, i) => store.append(stream, [adapterEvent()], i === 0 ? 'none' : BigInt(i - 1))),
      () => callers(events, bare(client, { credentials })),
    );
    const batch = await inTurn(
      3,
      () => callers(events, bare(client, {})),
      () => callers(events, bare(client, { credentials })),
    );
    await fill(store, quick ? 5_000 : 60_000);
    say('(g) the whole log, forwards');
    const reads = await inTurn(
      RUNS,
      () => reading(store.readAll()),
      () => reading(client.readAll({ credentials })),
    );
    return [
      result({
        id: 'g',
        what: 'concurrent appends through the adapter ÷ the same calls of the bare client',
        unit: '',
        value: appends.ratio,
        aim: { at: '≥', value: AIM },
        details: {
          'adapter events/s': round(appends.ours.median, 0),
          'client, plain append, events/s': round(appends.other.median, 0),
          'client, batch append, events/s': round(batch.ours.median, 0),
          callers: TOGETHER,
          server: on,
        },
      }),
      result({
        id: 'g',
        what: 'reading the whole log through the adapter ÷ the bare client',
        unit: '',
        value: reads.ratio,
        aim: { at: '≥', value: AIM },
        details: {
          'adapter events/s': round(reads.ours.median, 0),
          'client events/s': round(reads.other.median, 0),
          server: on,
        },
      }),
    ];
  } finally {
    await client.dispose();
    await store.close();
    await server?.stop();
  }
}

function standIn(): Promise<ServerProcess> {
  const program = join(root, 'dist', 'libs', 'event-store', 'src', 'testing', 'fake-server.child.js');
  return startProcess(program, ['0'], {});
}

function credentialsIn(url: string): typeof PLAIN {
  const [, username, password] = /:\/\/([^:@/]+):([^@/]*)@/.exec(url) ?? [];
  if (username === undefined || password === undefined) return PLAIN;
  return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
}

const METADATA = { actor: { id: 'local', role: 'coordinator' }, source: { kind: 'api' }, schema: 1 };
const adapterEvent = () => ({ id: randomUUID(), ...EVENT, metadata: METADATA });

function bare(client: EventStoreDBClient, options: { credentials?: typeof PLAIN }) {
  return (stream: string, i: number) => {
    const recordedAt = new Date().toISOString();
    const metadata = { ...METADATA, recordedAt, filedAt: recordedAt };
    const event = jsonEvent({ id: randomUUID(), type: EVENT.type, data: EVENT.data, metadata });
    const expectedRevision = i === 0 ? NO_STREAM : BigInt(i - 1);
    return client.appendToStream(stream, event, { ...options, expectedRevision, requiresLeader: true });
  };
}

/** Events a second, so many callers that each wait for their answer before the next append to their stream. */
async function callers(count: number, append: (stream: string, i: number) => Promise<unknown>): Promise<number> {
  const run = randomUUID();
  const start = performance.now();
  await Promise.all(
    Array.from({ length: TOGETHER }, async (_, caller) => {
      for (let i = 0; i < count / TOGETHER; i++) await append(`bench-${run}-${caller}`, i);
    }),
  );
  return count / ((performance.now() - start) / 1000);
}

async function fill(store: EventStore, events: number): Promise<void> {
  const each = 100;
  for (let done = 0; done < events; done += each) {
    await store.append(`bench-${randomUUID()}`, Array.from({ length: each }, adapterEvent), 'none');
  }
}

async function reading(events: AsyncIterable<unknown>): Promise<number> {
  let n = 0;
  const start = performance.now();
  for await (const _ of events) n++;
  return n / ((performance.now() - start) / 1000);
}
