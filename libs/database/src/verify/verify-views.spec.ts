import fc from 'fast-check';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { FactRevoked } from '#kernel';
import {
  startProjector,
  verifyViews,
  type Projector,
  type Verdict,
  type VerifyOptions,
  type VerifyProgress,
} from '../index.ts';
import { dialects, type Fresh } from '../testing/dialects.ts';
import { fleet } from '../testing/fleet.ts';
import { MemoryStore } from '../testing/memory-store.ts';
import { alter } from '../testing/tables.ts';
import { afraidOf, boats, crewNamed, moored, tell } from '../testing/toy.ts';
import { nextTurn, until, untilLive } from '../testing/until.ts';

const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}`;
const revoked = (factId: string): FactRevoked => ({ type: 'FactRevoked', data: { factId, reason: 'r' } });

const event = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('Lee', '岙', '\u{10400}'), fc.integer({ min: -3, max: 9 }))
    .map(([n, at, tons]) => moored(day(n), at, tons)),
  fc
    .uniqueArray(fc.constantFrom('Ann', '岙', '\u{10400}', '\uffee'), { maxLength: 4 })
    .map((crew) => crewNamed(...crew)),
);
const deed = fc.record({
  kind: fc.constantFrom('tell', 'tell', 'tell', 'mend', 'wait', 'restart'),
  boat: fc.nat(3),
  events: fc.array(event, { minLength: 1, maxLength: 4 }),
  pick: fc.nat(),
});

describe.each(dialects)('verifying the views on %s', (dialect, fresh) => {
  let place: Fresh;
  let sideIn: string;
  let store: MemoryStore;
  const projectors: Projector[] = [];

  beforeEach(async () => {
    place = await fresh();
    sideIn = mkdtempSync(join(tmpdir(), 'taizhang-side-'));
    store = new MemoryStore();
  });

  afterEach(async () => {
    for (const projector of projectors.splice(0)) await projector.stop();
    await place.remove();
    expect(readdirSync(sideIn)).toEqual([]);
    rmSync(sideIn, { recursive: true });
  });

  const start = async (views = [boats()]): Promise<Projector> => {
    const projector = await startProjector({ store, database: place.database, views });
    projectors.push(projector);
    return projector;
  };
  const live = async (views = [boats()]): Promise<Projector> => {
    const projector = await start(views);
    await untilLive(projector);
    await until(() => projector.status().every(({ seq }) => seq === store.log.length));
    return projector;
  };
  const verify = async (options: Partial<VerifyOptions> = {}): Promise<Verdict[]> => {
    const verdicts: Verdict[] = [];
    const given = { store, database: place.database, views: [boats()], sideIn, ...options };
    for await (const verdict of verifyViews(given)) verdicts.push(verdict);
    return verdicts;
  };
  /** Two boats with a past, and the projector at rest. */
  const twoBoats = async (): Promise<void> => {
    await tell(store, 'boat-ann', moored(day(1), 'Lee', 3), moored(day(5), 'Kay', 4));
    await tell(store, 'boat-bob', crewNamed('Cy', 'Di'), moored(day(2), 'Lee', 5));
    const running = await live();
    await tell(store, 'boat-ann', moored(day(3), 'Rye', 1));
    await until(() => running.status()[0]?.seq === store.log.length);
    await running.stop();
  };

  it('finds them equal, and says how far and how many rows', async () => {
    await twoBoats();
    expect(await verify()).toEqual([
      { view: 'sequence', outcome: 'equal', seq: 5, rows: 8 },
      { view: 'boats', version: 1, outcome: 'equal', seq: 5, rows: expect.any(Number) as number },
    ]);
  });

  it('finds them equal before the first event', async () => {
    await live();
    expect((await verify()).map(({ outcome }) => outcome)).toEqual(['equal', 'equal']);
  });

  describe('names the first difference after somebody has', () => {
    const boat = (boat_id: string, valid_from: number, known_from: number) => ({ boat_id, valid_from, known_from });
    const EVER = -2_147_483_648;
    const JANUARY_2 = 20_455;
    const FOREVER_SEQ = Number.MAX_SAFE_INTEGER;

    it.each([
      [
        'changed a cell',
        `UPDATE berths SET tons = 6 WHERE boat_id = 'bob' AND place = 'Lee'`,
        { table: 'berths', kind: 'changed', key: boat('bob', JANUARY_2, 4), column: 'tons', running: 6, rebuilt: 5 },
      ],
      [
        'forgotten a cell',
        `UPDATE berths SET place = NULL WHERE boat_id = 'bob' AND place = 'Lee'`,
        { table: 'berths', kind: 'changed', column: 'place', running: null, rebuilt: 'Lee' },
      ],
      [
        'closed what still follows',
        `UPDATE berths SET known_to = 4 WHERE boat_id = 'ann' AND valid_from = ${EVER}`,
        { table: 'berths', kind: 'changed', key: boat('ann', EVER, 1), column: 'known_to', running: 4 },
      ],
      [
        'opened what was closed',
        `UPDATE berths SET known_to = ${FOREVER_SEQ} WHERE boat_id = 'ann' AND known_to = 5`,
        { table: 'berths', kind: 'changed', column: 'known_to', running: FOREVER_SEQ, rebuilt: 5 },
      ],
      [
        'let it be known earlier',
        `UPDATE berths SET known_from = 1 WHERE boat_id = 'bob' AND place = 'Lee'`,
        { table: 'berths', kind: 'extra', key: boat('bob', JANUARY_2, 1) },
      ],
      [
        'removed a row',
        `DELETE FROM crew WHERE name = 'Di'`,
        { table: 'crew', kind: 'missing', key: { boat_id: 'bob', name: 'Di' } },
      ],
      ['removed every row', `DELETE FROM berths`, { table: 'berths', kind: 'missing', key: boat('ann', EVER, 1) }],
      [
        'added a row in between',
        `INSERT INTO crew (boat_id, name, rank) VALUES ('bob', 'Dan', 7)`,
        { table: 'crew', kind: 'extra', key: { boat_id: 'bob', name: 'Dan' } },
      ],
      [
        'added a row at the end',
        `INSERT INTO crew (boat_id, name, rank) VALUES ('\u{10400}', 'Dan', 7)`,
        { table: 'crew', kind: 'extra', key: { boat_id: '\u{10400}', name: 'Dan' } },
      ],
      [
        'changed a total',
        `UPDATE places SET tons = 9007199254740993 WHERE place = 'Lee'`,
        {
          table: 'places',
          kind: 'changed',
          key: { place: 'Lee' },
          column: 'tons',
          running: 9_007_199_254_740_993n,
          rebuilt: 8,
        },
      ],
      [
        'removed a total',
        `DELETE FROM names WHERE name = 'Cy'`,
        { table: 'names', kind: 'missing', key: { name: 'Cy' } },
      ],
      [
        'dropped a column',
        `ALTER TABLE crew DROP COLUMN notes`,
        { table: 'crew', kind: 'no-column', key: {}, column: 'notes' },
      ],
      [
        'said it is further than the log',
        `UPDATE progress SET seq = 9`,
        { table: 'progress', kind: 'changed', key: { id: 1 }, column: 'seq', running: 9, rebuilt: 5 },
      ],
      [
        'said it is not as far as it is',
        `UPDATE progress SET seq = 4`,
        { table: 'progress', kind: 'changed', column: 'position' },
      ],
    ])('%s', async (_, statement, difference) => {
      await twoBoats();
      await alter(place.database, 'boats-v1', statement);
      expect(await verify()).toMatchObject([{ outcome: 'equal' }, { outcome: 'different', difference }]);
    });

    it.each([
      [
        'changed when an event was known',
        'UPDATE sequence SET recorded_at = recorded_at + 1 WHERE seq = 2',
        { table: 'sequence', kind: 'changed', key: { position: 114 }, column: 'recorded_at' },
      ],
      [
        'removed the last number',
        'DELETE FROM sequence WHERE seq = 5',
        { table: 'progress', kind: 'changed', column: 'event_id' },
      ],
      [
        'removed a number in between',
        'DELETE FROM sequence WHERE seq = 3',
        { table: 'sequence', kind: 'missing', key: { position: 121 } },
      ],
      [
        'added a number',
        'INSERT INTO sequence (position, seq, recorded_at) VALUES (999, 6, 0)',
        { table: 'sequence', kind: 'extra', key: { position: 999 } },
      ],
      [
        'changed where a stream begins',
        `UPDATE streams SET first_seq = 1 WHERE stream = 'boat-bob'`,
        {
          table: 'streams',
          kind: 'changed',
          key: { category: 'boat', stream: 'boat-bob' },
          column: 'first_seq',
          running: 1,
          rebuilt: 3,
        },
      ],
      ['removed a stream', `DELETE FROM streams WHERE stream = 'boat-bob'`, { table: 'streams', kind: 'missing' }],
    ])('%s', async (_, statement, difference) => {
      await twoBoats();
      await alter(place.database, 'sequence', statement);
      expect(await verify()).toMatchObject([{ outcome: 'different', difference }, { outcome: 'equal' }]);
    });
  });

  it('reads tables of many pages to the last row', async () => {
    store = await fleet();
    await (await live()).stop();
    expect((await verify()).map(({ outcome }) => outcome)).toEqual(['equal', 'equal']);
    await alter(
      place.database,
      'boats-v1',
      `UPDATE berths SET mark = 'x' WHERE boat_id = '999' AND valid_to = 2147483647`,
    );
    const [, verdict] = await verify();
    const key = { boat_id: '999' };
    const difference = { table: 'berths', kind: 'changed', key, column: 'mark', running: 'x', rebuilt: '' };
    expect(verdict).toMatchObject({ outcome: 'different', difference });
  });

  it('finds them equal while events are appended and projected, however many', async () => {
    const projector = await live();
    let told = 0;
    let done = false;
    const telling = (async () => {
      for (; !done; told++) {
        await tell(store, `boat-${told % 50}`, moored(day(1 + (told % 28)), `Lee ${told % 7}`, told % 9));
        await nextTurn();
      }
    })();
    await until(() => (projector.status()[0]?.seq ?? 0) > 1_000);
    const before = told;
    const verdicts = await verify();
    done = true;
    await telling;
    expect(verdicts).toMatchObject([{ outcome: 'equal' }, { outcome: 'equal' }]);
    expect(told).toBeGreaterThan(before);
    const [, verdict] = verdicts;
    expect(verdict?.outcome === 'equal' && verdict.seq).toBeGreaterThan(1_000);
    await until(() => projector.status()[0]?.seq === store.log.length);
    expect(projector.status()[0]).toMatchObject({ state: 'live', gaps: 0, applied: store.log.length });
  });

  it('finds them equal after any history, whatever was projected in which batches', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 25 }), async (deeds) => {
        const other = await fresh();
        const log = new MemoryStore();
        const begin = () => startProjector({ store: log, database: other.database, views: [boats()] });
        let projector = await begin();
        const ids: string[] = [];
        for (const { kind, boat, events, pick } of deeds) {
          if (kind === 'restart') {
            await projector.stop();
            projector = await begin();
          }
          if (kind === 'wait') await nextTurn();
          const factId = ids[pick % (ids.length || 1)];
          const mends = kind === 'mend' && factId !== undefined ? [revoked(factId)] : [];
          for (const event of kind === 'tell' ? events : mends)
            ids.push(...(await tell(log, `boat-${boat}`, event)).ids);
        }
        await untilLive(projector);
        const verdicts = await verify({ store: log, database: other.database });
        expect(verdicts).toMatchObject([{ outcome: 'equal' }, { outcome: 'equal' }]);
        await projector.stop();
        await other.remove();
      }),
      { numRuns: dialect === 'sqlite' ? 30 : 10, endOnFailure: true },
    );
  });

  describe('says why it compares nothing of a view', () => {
    it('that was never built', async () => {
      const missing = { outcome: 'not-compared', reason: 'missing' };
      expect(await verify()).toEqual([
        { view: 'sequence', ...missing },
        { view: 'boats', version: 1, ...missing },
      ]);
    });

    it('that is being built', async () => {
      for (let i = 0; i < 900; i++) await tell(store, `boat-${i}`, moored(day(10), 'Lee'));
      const projector = await start();
      await until(() => (projector.status()[0]?.rebuild?.streamsDone ?? 0) >= 150);
      await projector.stop();
      expect(await verify()).toMatchObject([{ outcome: 'equal' }, { outcome: 'not-compared', reason: 'building' }]);
    });

    it('that has stopped at an event', async () => {
      await tell(store, 'boat-ann', moored(day(1), 'Lee'));
      const views = [afraidOf('Kay')];
      const projector = await live(views);
      await tell(store, 'boat-ann', moored(day(2), 'Kay'));
      await until(() => projector.status()[0]?.state === 'stopped');
      const stopped = { stream: 'boat-ann', seq: 2, message: 'Kay is haunted' };
      expect((await verify({ views }))[1]).toMatchObject({ outcome: 'not-compared', reason: 'stopped', stopped });
    });

    it('of which another version answers', async () => {
      await tell(store, 'boat-ann', moored(day(1), 'Lee'));
      await live([boats(3)]);
      expect((await verify())[1]).toMatchObject({ outcome: 'not-compared', reason: 'other-version', serves: 3 });
    });

    it('that another program could build from this log', async () => {
      await tell(store, 'boat-ann', moored(day(1), 'Lee'));
      await tell(store, 'boat-bob', moored(day(1), 'Kay'));
      await live([boats(1, { name: 'afraid' })]);
      const stopped = { stream: 'boat-bob', seq: 2 };
      const why = { outcome: 'not-compared', reason: 'rebuild-stopped', stopped };
      expect((await verify({ views: [afraidOf('Kay')] }))[1]).toMatchObject(why);
    });

    it.each([
      ['foreign', {}],
      ['building', { formerIds: ['the one before'] }],
    ])('of another log: %s', async (reason, ids) => {
      store = new MemoryStore({ storeId: 'the one before' });
      await tell(store, 'boat-ann', moored(day(1), 'Lee'));
      await (await live()).stop();
      store = new MemoryStore(ids);
      const why = { outcome: 'not-compared', reason };
      expect(await verify()).toMatchObject([why, why]);
    });
  });

  it('leaves nothing behind when it is told to stop', async () => {
    store = await fleet();
    await live();
    const stopping = new AbortController();
    const seen = new Set<string>();
    const onProgress = ({ phase }: VerifyProgress) => {
      seen.add(phase);
      if (phase === 'building') stopping.abort(new Error('enough'));
    };
    await expect(verify({ onProgress, signal: stopping.signal })).rejects.toThrow('enough');
    expect([...seen]).toEqual(['numbering', 'comparing', 'building']);
    expect(readdirSync(sideIn)).toEqual([]);
  });

  it('removes what a run that was killed has left, and nothing of one that is at work', async () => {
    const left = join(sideIn, 'taizhang-verify-left');
    mkdirSync(join(left, 'views'), { recursive: true });
    await twoBoats();
    const verdicts = verifyViews({ store, database: place.database, views: [boats()], sideIn });
    expect((await verdicts.next()).value).toMatchObject({ view: 'sequence', outcome: 'equal' });
    const [working] = readdirSync(sideIn);
    expect(readdirSync(sideIn)).toEqual([expect.not.stringMatching('left')]);
    expect((await verify()).map(({ outcome }) => outcome)).toEqual(['equal', 'equal']);
    expect(readdirSync(sideIn)).toEqual([working]);
    expect((await verdicts.next()).value).toMatchObject({ view: 'boats', outcome: 'equal' });
    await verdicts.return();
  });
});

describe('verifying the views', () => {
  let place: Fresh;
  let sideIn: string;
  const store = new MemoryStore();

  beforeAll(async () => {
    for (let i = 0; i < 500; i++) await tell(store, `boat-${i}`, moored(day(1 + (i % 28)), `Lee ${i}`, i));
  });

  beforeEach(() => {
    sideIn = mkdtempSync(join(tmpdir(), 'taizhang-side-'));
  });

  afterEach(async () => {
    await place.remove();
    rmSync(sideIn, { recursive: true });
  });

  const built = async (): Promise<void> => {
    const projector = await startProjector({ store, database: place.database, views: [boats()] });
    await until(() => projector.status()[0]?.seq === 500);
    await projector.stop();
  };
  const verify = async (options: Partial<VerifyOptions> = {}): Promise<Verdict[]> => {
    const verdicts: Verdict[] = [];
    const given = { store, database: place.database, views: [boats()], sideIn, ...options };
    for await (const verdict of verifyViews(given)) verdicts.push(verdict);
    return verdicts;
  };
  const [sqlite, postgres] = dialects;

  it('says that a file is damaged', async () => {
    place = await (sqlite as (typeof dialects)[number])[1]();
    await built();
    const { folder } = place.database as { readonly folder: string };
    const file = join(folder, 'views', 'boats-v1.db');
    const bytes = readFileSync(file);
    // Everything after the schema and the progress.
    writeFileSync(file, bytes.fill(0x5a, 3 * 4096));
    expect((await verify())[1]).toMatchObject({ outcome: 'not-compared', reason: 'unreadable' });
    writeFileSync(file, bytes.fill(0x5a));
    expect((await verify())[1]).toMatchObject({ outcome: 'not-compared', reason: 'unreadable' });
  });

  it('changes no file of theirs', async () => {
    place = await (sqlite as (typeof dialects)[number])[1]();
    await built();
    const views = join((place.database as { readonly folder: string }).folder, 'views');
    const files = () => readdirSync(views).filter((name) => name.endsWith('.db'));
    const bytes = () => files().map((name) => [name, readFileSync(join(views, name)).toString('base64')]);
    const before = bytes();
    expect(await verify()).toMatchObject([{ outcome: 'equal' }, { outcome: 'equal' }]);
    expect(bytes()).toEqual(before);
  });

  it('holds a snapshot only while it compares, so that a write-ahead log can begin anew', async () => {
    place = await (sqlite as (typeof dialects)[number])[1]();
    await built();
    const { folder } = place.database as { readonly folder: string };
    const held = (): unknown => {
      const file = new DatabaseSync(join(folder, 'views', 'boats-v1.db'));
      file.exec(`UPDATE progress SET stream = stream || '.'`);
      const { busy } = file.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() ?? {};
      file.close();
      return busy === 1;
    };
    const seen = new Map<string, unknown>();
    const onProgress = ({ view, phase }: VerifyProgress) => view === 'boats' && seen.set(phase, held());
    expect(await verify({ onProgress })).toMatchObject([{ outcome: 'equal' }, { outcome: 'equal' }]);
    expect([...seen, ['afterwards', held()]]).toEqual([
      ['building', false],
      ['comparing', true],
      ['afterwards', false],
    ]);
  });

  it('takes what has fallen back meanwhile for what is being built', async () => {
    place = await (sqlite as (typeof dialects)[number])[1]();
    await built();
    const fallBack = () => alter(place.database, 'boats-v1', 'UPDATE progress SET seq = 499');
    const onProgress = ({ phase }: VerifyProgress) => phase === 'building' && void fallBack();
    expect((await verify({ onProgress }))[1]).toMatchObject({ outcome: 'not-compared', reason: 'building' });
  });

  (postgres ? it : it.skip)('needs no right to write on PostgreSQL', async () => {
    place = await (postgres as (typeof dialects)[number])[1]();
    await built();
    const url = new URL((place.database as { readonly url: string }).url);
    url.searchParams.set('options', '-c default_transaction_read_only=on');
    expect(await verify({ database: { url: url.href } })).toMatchObject([{ outcome: 'equal' }, { outcome: 'equal' }]);
  });
});
