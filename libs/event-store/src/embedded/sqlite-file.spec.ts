import { mkdirSync, mkdtempSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { collect, dawdle, event, events, eventsOf, idsOf, rejection, revisions, until } from '../contract/harness.ts';
import { StoreReadOnly, StoreTooNew, StoreUnusable } from '../errors.ts';
import type { EventStore } from '../port.ts';
import { openEmbeddedStore } from './open.ts';
import type { EmbeddedOptions } from './open.ts';
import { checkpointed, otherProcess, otherThread } from './other-process.ts';

describe('embedded: one SQLite file', () => {
  let folder: string;
  let file: string;
  let opened: EventStore[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'event-log-'));
    file = join(folder, 'log.db');
    opened = [];
  });
  afterEach(async () => {
    await Promise.all(opened.map((store) => store.close()));
    rmSync(folder, { recursive: true });
  });
  const open = async (options: Partial<EmbeddedOptions> = {}) => {
    const store = await openEmbeddedStore({ file, ...options });
    opened.push(store);
    return store;
  };

  it('S1 three processes append 1 000 each while one reads — no gap, in order', async () => {
    const writers = await Promise.all(['a', 'b', 'c'].map((prefix) => otherProcess(file, prefix)));
    const store = await open();
    let count = 0;
    const reading = until(store, {}, (message) => message.kind === 'event' && ++count === 3000);
    await Promise.all(writers.map((writer) => writer.append([10], 1000)));
    const seen = eventsOf(await reading);
    expect(seen.every((one, i) => i === 0 || (seen[i - 1]?.position ?? 0n) < one.position)).toBe(true);
    for (const stream of ['a-0', 'b-0', 'c-0']) {
      const own = revisions(seen.filter((one) => one.stream === stream));
      expect(own).toEqual(Array.from({ length: 1000 }, (_, n) => BigInt(n)));
    }
    expect(idsOf(await collect(store.readAll()))).toEqual(idsOf(seen));
    expect(await Promise.all(writers.map((writer) => writer.end()))).toEqual([0, 0, 0]);
  });

  it('S3 an append waits for another writer and passes a long reader', async () => {
    const store = await open();
    await store.append('a', [event()], 'none');
    const raw = new DatabaseSync(file);
    raw.exec('begin; select * from events');
    await store.append('a', [event()], 0n);
    raw.exec('commit; begin immediate');
    let settled = false;
    const waiting = store.append('a', [event()], 1n).finally(() => (settled = true));
    await dawdle();
    expect(settled).toBe(false);
    expect(await collect(store.readStream('a'))).toHaveLength(2);
    raw.exec('rollback');
    raw.close();
    expect((await waiting).revision).toBe(2n);
  });

  it('S4 another process is heard, each time after everything before was heard', async () => {
    const writer = await otherProcess(file, 'w');
    const store = await open();
    const heard: bigint[] = [];
    for await (const message of store.subscribe()) {
      if (message.kind === 'event') heard.push(message.event.revision);
      if (heard.length === 31) break;
      if (message.kind !== 'checkpoint') void writer.append([10]);
    }
    expect(heard).toEqual(Array.from({ length: 31 }, (_, n) => BigInt(n)));
    await writer.end();
  });

  it('S4 a thread of this process is heard at once, without asking the file', async () => {
    const store = await open({ pollMs: 3_600_000 });
    const writer = await otherThread(file, 'w');
    let count = 0;
    for await (const message of store.subscribe()) {
      if (message.kind === 'event' && ++count === 20) break;
      void writer.append([10]);
    }
    expect(count).toBe(20);
    await writer.end();
  });

  it('S5 a full disk is an error, what is small enough still goes in, and nothing acknowledged is lost', async () => {
    const tight = await otherProcess(file, 'w', 4096); // 2 MiB a file
    const results: string[] = [];
    while (results.at(-1) !== 'StoreUnavailable' && results.length < 20)
      results.push(...(await tight.append([300_000])));
    const written = results.length - 1;
    expect(results).toEqual([...Array.from({ length: written }, () => 'ok'), 'StoreUnavailable']);
    expect(await tight.append([300_000, 10, 10])).toEqual(['StoreUnavailable', 'ok', 'ok']);
    expect(await tight.end()).toBe(0);
    const store = await open();
    expect(await collect(store.readStream('w-0'))).toHaveLength(written);
    expect(await collect(store.readStream('w-2'))).toHaveLength(1);
    expect((await store.append('w-0', [event()], BigInt(written - 1))).revision).toBe(BigInt(written));
  });

  it('S7 a long reader keeps its past and, once gone, the WAL shrinks', async () => {
    const store = await open();
    await store.append('a', [event()], 'none');
    const reader = new DatabaseSync(file, { readOnly: true });
    const count = () => (reader.prepare('select count(*) as n from events').get() as { n: number }).n;
    reader.exec('begin');
    expect(count()).toBe(1);
    const heavy = () => event(0, { data: { text: 'x'.repeat(500_000) } });
    for (let n = 0; n < 48; n++) await store.append('a', [heavy()], BigInt(n));
    expect(count()).toBe(1);
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(20_000_000);
    reader.exec('commit');
    reader.close();
    await until(store, {}, (message) => message.kind === 'caughtUp');
    expect(checkpointed(file)).toBe(true);
    expect(statSync(`${file}-wal`).size).toBe(0);
    expect(await collect(store.readStream('a'))).toHaveLength(49);
  });

  it('S7 a subscription that waits holds no WAL back', async () => {
    const store = await open();
    const iterator = store.subscribe()[Symbol.asyncIterator]();
    await iterator.next();
    const pull = iterator.next();
    await store.append('a', [event()], 'none');
    expect(checkpointed(file)).toBe(true);
    expect((await pull).value).toMatchObject({ kind: 'event', event: { stream: 'a' } });
    await iterator.return?.();
  });

  it('S8 read-only reads and follows, and refuses appends', async () => {
    const missing = await rejection(open({ readOnly: true }));
    expect(missing).toBeInstanceOf(StoreUnusable);
    expect(existsSync(file)).toBe(false);
    const writer = await open();
    await writer.append('a', [event()], 'none');
    await writer.close();
    const reader = await open({ readOnly: true });
    expect(reader.storeId).toBe(writer.storeId);
    expect(await collect(reader.readStream('a'))).toHaveLength(1);
    expect(await rejection(reader.append('a', [event()], 0n))).toBeInstanceOf(StoreReadOnly);
    const following = until(reader, {}, (message) => message.kind === 'event' && message.event.revision === 1n);
    await (await open()).append('a', [event()], 0n);
    expect(eventsOf(await following)).toHaveLength(2);
  });

  it('a newer file is refused and left alone', async () => {
    await (await open()).close();
    exec(file, 'pragma user_version = 2');
    const before = readFileSync(file);
    for (const readOnly of [false, true]) {
      const error = await rejection(open({ readOnly }));
      expect(error).toBeInstanceOf(StoreTooNew);
      expect(error).toMatchObject({ found: 2, known: 1 });
    }
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('what is no log is refused and left alone', async () => {
    exec(file, 'create table theirs (x)');
    const text = join(folder, 'text.db');
    writeFileSync(text, 'not a database, but long enough to be looked at'.repeat(100));
    const directory = join(folder, 'directory.db');
    mkdirSync(directory);
    for (const wrong of [file, text, directory, join(folder, 'nowhere', 'log.db')]) {
      const before = existsSync(wrong) && wrong !== directory ? readFileSync(wrong) : undefined;
      expect(await rejection(open({ file: wrong }))).toBeInstanceOf(StoreUnusable);
      if (before) expect(readFileSync(wrong).equals(before)).toBe(true);
    }
  });

  it('many open a new file at once and agree on its identity', async () => {
    const stores = await Promise.all(Array.from({ length: 8 }, () => open()));
    expect(new Set(stores.map((store) => store.storeId)).size).toBe(1);
    const other = await open({ file: join(folder, 'other.db') });
    expect(other.storeId).not.toBe(stores[0]?.storeId);
  });

  it('recordedAt never goes back, whichever writer and however its clock runs', async () => {
    let nowMs = Date.UTC(2126, 0, 1);
    const store = await open({ clock: () => nowMs });
    const second = await open({ clock: () => nowMs - 1000 });
    const steps = [0, 5000, -9000, -1, 4001, 9000, -20_000];
    for (const [n, step] of steps.entries()) {
      nowMs += step;
      await (n % 2 ? second : store).append('a', events(2), n === 0 ? 'none' : BigInt(2 * n - 1));
    }
    await store.close();
    await (await open({ clock: () => 0 })).append('b', [event()], 'none');
    const times = (await collect((await open()).readAll())).map((one) => one.metadata.recordedAt);
    expect(times).toEqual(times.toSorted());
    expect(new Set(times)).toEqual(
      new Set(['2126-01-01T00:00:00.000Z', '2126-01-01T00:00:04.000Z', '2126-01-01T00:00:08.000Z']),
    );
  });

  it('without a clock of its own it takes the machine time', async () => {
    const store = await open();
    const before = Date.now();
    await store.append('a', [event()], 'none');
    const recordedMs = Date.parse((await store.readLast())?.metadata.recordedAt ?? '');
    expect(recordedMs >= before && recordedMs <= Date.now()).toBe(true);
  });

  it('positions are sparse', async () => {
    const store = await open();
    const first = await store.append('a', [event()], 'none');
    const second = await store.append('a', [event()], 0n);
    expect(second.position - first.position > 100n).toBe(true);
  });

  it('reads whole windows of large events, and finds a match behind megabytes of others', async () => {
    const store = await open();
    const heavy = () => event(0, { data: { text: 'x'.repeat(1_000_000) } });
    for (let n = 0; n < 8; n++) await store.append('heavy', [heavy()], n === 0 ? 'none' : BigInt(n - 1));
    await store.append('light', [event()], 'none');
    expect(await collect(store.readAll({ filter: { streams: ['light'] } }))).toHaveLength(1);
    expect(await collect(store.readAll())).toHaveLength(9);
    expect(await collect(store.readStream('heavy', { direction: 'backwards' }))).toHaveLength(8);
  });
});

function exec(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
}
