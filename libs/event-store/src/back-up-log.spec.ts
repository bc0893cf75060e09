import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StoredEvent } from '#kernel';
import { backUpLog } from './back-up-log.ts';
import { collect, event, events, idsOf, rejection } from './contract/harness.ts';
import { examineSealedLog, unsealLog } from './embedded/sealed-log.ts';
import { CopyStopped, LogDamaged, StoreTooNew, StoreUnusable } from './errors.ts';
import { openCopyTarget, openEventStore, type LogPlace } from './open.ts';
import type { EventStore } from './port.ts';
import { startFakeServer, type FakeServer } from './testing/index.ts';

let folder: string;
let fake: FakeServer;
const fileOf = (name: string): string => join(folder, `${name}.db`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'back-up-log-'));
  fake = await startFakeServer();
});
afterAll(async () => {
  await fake.stop();
  rmSync(folder, { recursive: true });
});

const withoutPosition = ({ position: _, ...rest }: StoredEvent) => rest;

describe.each(['a file', 'a server'])('a log in %s, backed up', (kind) => {
  let place: LogPlace;
  let store: EventStore;
  const name = (what: string): string => `${what}-${kind.replace(' ', '-')}`;

  beforeAll(async () => {
    place = kind === 'a file' ? { file: fileOf('source') } : { url: fake.url };
    store = await openEventStore(place);
    for (let n = 0; n < 40; n++) await store.append(`boat-${n}`, events(3, { data: { name: '船' } }), 'none');
  });
  afterAll(() => store.close());

  it('holds what was acknowledged before, and nothing that has a gap before it, while others append', async () => {
    const before = await collect(store.readAll());
    let done = false;
    const appending = (async () => {
      for (let n = 0; !done; n++) await store.append('busy', [event(n)], n === 0 ? 'none' : BigInt(n - 1));
    })();
    const told: number[] = [];
    const found = await backUpLog({
      from: place,
      file: fileOf(name('busy')),
      onProgress: (at, of) => told.push(at / of),
    });
    done = true;
    await appending;
    expect(told.at(-1)).toBe(1);
    expect(found.storeId).toBe(store.storeId);
    expect(found.events).toBeGreaterThanOrEqual(before.length);
    unsealLog(fileOf(name('busy')));
    const copy = await openEventStore({ file: fileOf(name('busy')) });
    const [theirs, ours] = [await collect(store.readAll()), await collect(copy.readAll())];
    await copy.close();
    expect(ours.map(withoutPosition)).toEqual(theirs.slice(0, found.events).map(withoutPosition));
    const last = ours.at(-1) as StoredEvent;
    const { recordedAt } = last.metadata;
    expect(found.last).toEqual({ id: last.id, position: String(last.position), recordedAt });
    expect(found.streams).toBe(new Set(ours.map(({ stream }) => stream)).size);
  });

  it('is no log before it is made one, and then one of its own', async () => {
    const file = fileOf(name('sealed'));
    const { events: count } = await backUpLog({ from: place, file });
    const sealed = readFileSync(file);
    for (const opening of [
      openEventStore({ file }),
      openEventStore({ file }, { readOnly: true }),
      openCopyTarget({ file }),
    ]) {
      expect(await rejection(opening)).toMatchObject({
        name: 'StoreUnusable',
        message: expect.stringContaining('taizhang restore') as string,
      });
    }
    expect(readFileSync(file).equals(sealed)).toBe(true);
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(examineSealedLog(file)).toMatchObject({ storeId: store.storeId, events: count });
    const storeId = unsealLog(file);
    expect(() => examineSealedLog(file)).toThrow(StoreUnusable);
    const log = await openEventStore({ file });
    expect([log.storeId, log.formerIds]).toEqual([storeId, []]);
    expect(storeId).not.toBe(store.storeId);
    await log.append('boat-0', [event()], 2n);
    expect(idsOf(await collect(log.readAll())).slice(0, 120)).toEqual(
      idsOf(await collect(store.readAll({ limit: 120 }))),
    );
    await log.close();
  });

  it('is left off on the signal', async () => {
    const signal = AbortSignal.abort(new CopyStopped(0));
    const stopped = backUpLog({ from: place, file: fileOf(name('stopped')), signal });
    expect(await rejection(stopped)).toBeInstanceOf(CopyStopped);
  });
});

describe('a backed up log', () => {
  const damages: readonly (readonly [string, string, RegExp])[] = [
    ['an event missing', `delete from events where stream = 'a' and revision = 1`, /1 streams with a gap/],
    ['a first event missing', `delete from events where stream = 'b' and revision = 0`, /1 streams with a gap/],
    ['its order changed', `update events set position = 7 where stream = 'a' and revision = 2`, /stand before/],
    ['data that is no JSON', `update events set data = '{' where revision = 1`, /2 events that cannot be read/],
    ['no time', `update events set metadata = '{}' where revision = 0`, /2 events that cannot be read/],
  ];

  async function sealed(name: string): Promise<string> {
    const source = await openEventStore({ file: fileOf(`${name}-source`) });
    for (const stream of ['a', 'b']) await source.append(stream, events(3), 'none');
    await source.close();
    await backUpLog({ from: { file: fileOf(`${name}-source`) }, file: fileOf(name) });
    return fileOf(name);
  }

  it.each(damages)('is not taken with %s', async (what, sql, says) => {
    const file = await sealed(what.replaceAll(' ', '-'));
    exec(file, sql);
    expect(() => examineSealedLog(file)).toThrow(says);
    expect(() => examineSealedLog(file)).toThrow(LogDamaged);
  });

  it('is not taken with a page overwritten, or half of it gone', async () => {
    for (const [name, damage] of [
      ['overwritten', (bytes: Buffer) => bytes.fill(0xab, 4096, 4096 * 3)],
      ['halved', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ] as const) {
      const file = await sealed(name);
      writeFileSync(file, damage(readFileSync(file)));
      expect(() => examineSealedLog(file)).toThrow(LogDamaged);
    }
  });

  it('is not taken from a newer program, nor what is no log at all', async () => {
    const newer = await sealed('newer');
    exec(newer, 'pragma user_version = 2');
    expect(() => examineSealedLog(newer)).toThrow(StoreTooNew);
    exec(fileOf('theirs'), 'create table theirs (x)');
    expect(() => examineSealedLog(fileOf('theirs'))).toThrow(StoreUnusable);
    writeFileSync(fileOf('text'), 'not a database, but long enough to be looked at'.repeat(100));
    expect(() => examineSealedLog(fileOf('text'))).toThrow(LogDamaged);
  });

  it('may be empty', async () => {
    await (await openEventStore({ file: fileOf('empty') })).close();
    const found = await backUpLog({ from: { file: fileOf('empty') }, file: fileOf('empty-copy') });
    expect(found).toMatchObject({ events: 0, streams: 0 });
    expect(found.last).toBeUndefined();
  });
});

function exec(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
}
