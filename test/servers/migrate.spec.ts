import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { hasPostgres } from '#database/testing';
import { openEventStore, type LogPlace } from '#event-store';
import { startFakeServer, type FakeServer } from '#event-store/testing';
import type { NewEvent, StoredEvent } from '#kernel';
import { projectLedger } from '#views';
import { openLedger, ZONE, type Ledger } from '../http/harness.ts';
import { build } from '../http/server.harness.ts';
import { taizhang, type Ended } from '../import/command-line.ts';
import { startServers } from './servers.ts';

const PROJECTS = 15;
const NOTES = 1_200;

describe('moving a ledger to servers and back', () => {
  let folder: string;
  let fake: FakeServer;
  const at = (name: string): string => join(folder, name);
  const run = (...args: string[]): Promise<Ended> => taizhang(args, at('ledger')).ended;

  beforeAll(async () => {
    build();
    folder = mkdtempSync(join(tmpdir(), 'taizhang-migrate-'));
    await fill(at('ledger'));
  });

  beforeEach(async () => {
    fake = await startFakeServer();
  });

  afterEach(() => fake.stop());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function events(place: LogPlace): Promise<Omit<StoredEvent, 'position'>[]> {
    const store = await openEventStore(place, { readOnly: true });
    const all: Omit<StoredEvent, 'position'>[] = [];
    for await (const { position: _, ...event } of store.readAll()) all.push(event);
    await store.close();
    return all;
  }

  const source = (): LogPlace => ({ file: at('ledger/log.db') });

  it('copies the log there and back, and every answer is the same, what was known then included', async () => {
    const there = await run('migrate-store', '--from', at('ledger/log.db'), '--to', fake.url, '--json');
    expect(there).toMatchObject({ code: 0, stderr: '' });
    const back = await run('migrate-store', '--from', fake.url, '--to', at('back.db'), '--json');
    expect(back).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(back.stdout)).toEqual(JSON.parse(there.stdout));
    const all = await events(source());
    expect(await events({ url: fake.url })).toEqual(all);
    expect(await events({ file: at('back.db') })).toEqual(all);
    expect(JSON.parse(there.stdout)).toMatchObject({
      events: all.length,
      streams: new Set(all.map(({ stream }) => stream)).size,
    });
    expect(await run('migrate-database', '--from', at('ledger'), '--to', at('moved'))).toMatchObject({ code: 0 });
    const [before, after] = [await answers(at('ledger')), await answers(at('moved'), { eventStore: fake.url })];
    expect(after).toEqual(before);
  });

  it('builds views anew by itself where they were made from the log that was copied', async () => {
    await answers(at('ledger'));
    await run('migrate-store', '--from', at('ledger/log.db'), '--to', fake.url);
    expect(await seqs(at('ledger'), { eventStore: fake.url })).toEqual([(await events(source())).length]);
    // The way back leads to a log that is no copy of the server's.
    expect(await run('rebuild')).toMatchObject({ code: 0 });
  });

  it('drops the views on demand, not while a projector is at work on them', async () => {
    const before = await answers(at('ledger'));
    const ledger = await openLedger(at('ledger'));
    await settled(ledger);
    const refused = await run('rebuild');
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('[ProjectorRunning]')]);
    await ledger.app.close();
    expect(await run('rebuild', '--json')).toMatchObject({ code: 0, stderr: '' });
    const file = new DatabaseSync(at(`ledger/views/project-ledger-v${projectLedger.version}.db`));
    expect(file.prepare('select name from sqlite_schema').all()).toEqual([]);
    file.close();
    expect(await answers(at('ledger'))).toEqual(before);
  });

  it('goes on after a Ctrl-C and after a kill, and serves nobody before it is whole', async () => {
    for (const [signal, events] of [
      ['SIGINT', 100],
      ['SIGKILL', 400],
      ['SIGINT', 800],
    ] as const) {
      const migration = taizhang(['migrate-store', '--from', at('ledger/log.db'), '--to', fake.url], at('ledger'));
      while (fake.log.events.length < events) await new Promise(setImmediate);
      migration.kill(signal);
      const { code, stderr } = await migration.ended;
      if (signal === 'SIGINT') expect([code, stderr]).toEqual([1, expect.stringContaining('[CopyStopped]')]);
      await expect(openEventStore({ url: fake.url })).rejects.toMatchObject({ name: 'StoreIncomplete' });
    }
    expect(await run('migrate-store', '--from', at('ledger/log.db'), '--to', fake.url)).toMatchObject({ code: 0 });
    expect(await events({ url: fake.url })).toEqual(await events(source()));
  });

  it('refuses a target that has events of its own, and what it does not understand', async () => {
    const other = at('other.db');
    const own = await openEventStore({ file: other });
    await own.append('other-1', [note(1)], 'none');
    await own.close();
    const refused = await run('migrate-store', '--from', at('ledger/log.db'), '--to', other);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('takes no copy')]);
    const none = await run('migrate-store', '--from', at('none.db'), '--to', fake.url, '--json');
    expect([none.code, (JSON.parse(none.stdout) as { error: { code: string } }).error.code]).toEqual([1, 'NoSuchLog']);
    expect(existsSync(at('none.db'))).toBe(false);
    const wrong = await run('migrate-store', '--from', at('ledger/log.db'), '--to', 'esdb://user:s3cret@:1');
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.not.stringContaining('s3cret')]);
    expect((await run('migrate-store', '--from', at('ledger/log.db'))).code).toBe(2);
  });

  (hasPostgres() ? it : it.skip)('takes the kept data along', async () => {
    const servers = await startServers({ database: true });
    const url = servers.places.database as string;
    const moved = await run('migrate-database', '--from', at('ledger'), '--to', url, '--json');
    expect(moved).toMatchObject({ code: 0, stderr: '' });
    const { people } = (JSON.parse(moved.stdout) as { rows: { people: number } }).rows;
    expect(people).toBeGreaterThan(0);
    expect(await answers(at('ledger'), { database: url })).toEqual(await answers(at('ledger')));
    const again = await run('migrate-database', '--from', at('ledger'), '--to', url);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('has rows already')]);
    const back = await run('migrate-database', '--from', url, '--to', at('kept-again'), '--json');
    expect(JSON.parse(back.stdout)).toEqual(JSON.parse(moved.stdout));
    await servers.stop();
  });
});

const note = (n: number): NewEvent => ({ id: randomUUID(), type: 'Noted', data: { n, text: '备注' }, metadata: {} });

/** A ledger with projects in every stage up to the fifth, people, and streams that no view is made of. */
async function fill(dataDir: string): Promise<void> {
  const ledger = await openLedger(dataDir);
  const { id: zoneId } = (await ledger.post('/api/zones', ZONE).expect(201)).body as { id: string };
  const person = await ledger.post('/api/people', { name: '王示例' }).expect(201);
  const personId = (person.body as { id: string }).id;
  for (let n = 0; n < PROJECTS; n++) {
    ledger.time.now += 60_000;
    const registered = await ledger.post('/api/projects', { name: `项目${n}`, zoneId }).expect(201);
    const path = `/api/projects/${(registered.body as { id: string }).id}`;
    const course: [string, object][] = [
      ['assign-leader', { personId, lead: true, from: '2025-01-01' }],
      ['sign', { on: '2025-02-01' }],
      ['supply-land', { on: '2025-03-01', mode: 'auction', area: 6_000_000 }],
      ['start-construction', { on: '2025-09' }],
    ];
    for (const [verb, body] of course.slice(0, n % 5)) await ledger.post(`${path}/${verb}`, body).expect(201);
  }
  for (let n = 0; n < NOTES; n++) await ledger.app.parts.store.append(`other-${n}`, [note(n)], 'none');
  await ledger.app.close();
}

async function settled(ledger: Ledger): Promise<void> {
  const { position } = (await ledger.app.parts.store.readLast()) ?? { position: 0n };
  for (const { view } of ledger.app.parts.projection.status()) {
    expect(await ledger.app.parts.views.waitFor(view, position, 60_000)).toBe(true);
  }
}

/** What a ledger says of itself, tokens and cursors aside. */
async function answers(dataDir: string, servers: { eventStore?: string; database?: string } = {}): Promise<unknown[]> {
  const ledger = await openLedger(dataDir, servers);
  try {
    await settled(ledger);
    const list = await ledger.get('/api/projects?limit=100');
    const { items } = list.body as { items: { id: string }[] };
    const paths = [
      '/api/projects/summary',
      '/api/projects/summary?effectiveOn=2025-06-30',
      '/api/leaders?limit=50',
      ...items.slice(0, 20).flatMap(({ id }) => [`/api/projects/${id}`, `/api/projects/${id}/timeline`]),
    ];
    const found: unknown[] = [items];
    for (const path of paths) found.push((await ledger.get(path)).body);
    return found.map(
      (body) =>
        JSON.parse(
          JSON.stringify(body, (key, value: unknown) => (key === 'next' && value ? 'cursor' : value)),
        ) as unknown,
    );
  } finally {
    await ledger.app.close();
  }
}

/** The number of the last event that the views know. */
async function seqs(dataDir: string, servers: { eventStore?: string }): Promise<number[]> {
  const ledger = await openLedger(dataDir, servers);
  try {
    await settled(ledger);
    return [...new Set(ledger.app.parts.projection.status().map(({ seq }) => seq))];
  } finally {
    await ledger.app.close();
  }
}
