import { sql } from 'kysely';
import {
  ForeignStore,
  InvalidView,
  openViews,
  startProjector,
  type Projector,
  type View,
  type Views,
} from './index.ts';
import { dialects, type Fresh } from './testing/dialects.ts';
import { MemoryStore } from './testing/memory-store.ts';
import { boats, moored, tell } from './testing/toy.ts';
import { alter, isThere } from './testing/tables.ts';
import { until, untilLive } from './testing/until.ts';

const WAIT_MS = 30_000;
/** Longer than it takes any reader to hear of a switch. */
const GRACE_MS = 2_000;

describe.each(dialects)('versions on %s', (_, fresh) => {
  let place: Fresh;
  let store: MemoryStore;
  let views: Views;
  let projector: Projector | undefined;

  beforeEach(async () => {
    place = await fresh();
    store = new MemoryStore();
    views = openViews({ database: place.database, storeId: store.storeId });
  });

  afterEach(async () => {
    await projector?.stop();
    projector = undefined;
    await views.close();
    await place.remove();
  });

  const start = async (versions: readonly View[], log = store): Promise<Projector> => {
    projector = await startProjector({ store: log, database: place.database, views: versions, graceMs: GRACE_MS });
    return projector;
  };
  const live = () => untilLive(projector);
  const marks = async (): Promise<unknown> => {
    const { rows } = await sql<{ mark: string; n: number }>`select mark, count(*) as n from berths
      where place is not null group by mark`.execute(views.reader('boats'));
    return rows.map((row) => ({ ...row }));
  };
  /** A reader hears of a switch a little later. */
  const shows = (expected: unknown) =>
    until(async () => JSON.stringify(await marks().catch(() => [])) === JSON.stringify(expected));
  const there = (version: number) => isThere(place.database, `boats-v${version}`);

  it('builds the new beside the old, which goes on seeing events, then switches under running queries', async () => {
    let position = 0n;
    for (let i = 0; i < 700; i++) ({ position } = await tell(store, `boat-${i}`, moored('2026-01-10', 'Lee')));
    await start([boats(1, { mark: 'old' })]);
    await views.waitFor('boats', position, WAIT_MS);
    await projector?.stop();
    await start([boats(1, { mark: 'old' }), boats(2, { mark: 'new' })]);
    let told = 700;
    const answered = new Set<string>();
    while (projector?.status().some(({ state }) => state !== 'live') || projector?.status().length === 2) {
      ({ position } = await tell(store, `boat-${told++}`, moored('2026-01-10', 'Kay')));
      expect(await views.waitFor('boats', position, WAIT_MS)).toBe(true);
      const [{ mark, n }] = (await marks()) as [{ mark: string; n: number }];
      answered.add(mark);
      expect(n).toBe(told);
    }
    await shows([{ mark: 'new', n: told }]);
    expect([...answered][0]).toBe('old');
    await until(async () => !(await there(1)));
    expect(await there(2)).toBe(true);
    expect(await views.status()).toEqual([{ view: 'boats', version: 2, serving: true, state: 'live' }]);
  });

  it('serves the old version until the new one is built also where only the new code is there', async () => {
    await tell(store, 'boat-a', moored('2026-01-10', 'Lee'));
    await start([boats(3, { mark: 'old' })]);
    await live();
    await projector?.stop();
    await shows([{ mark: 'old', n: 1 }]);
    const held = views.reader('boats');
    await start([boats(4, { mark: 'new' })]);
    await live();
    await shows([{ mark: 'new', n: 1 }]);
    expect(views.reader('boats')).not.toBe(held);
    expect((await sql<object>`select mark from berths`.execute(held)).rows).toHaveLength(2);
    await projector?.stop();
    await start([boats(2, { mark: 'older' })]);
    await live();
    await shows([{ mark: 'older', n: 1 }]);
  });

  it('goes on with a build that was cut short', async () => {
    for (let i = 0; i < 900; i++) await tell(store, `boat-${i}`, moored('2026-01-10', 'Lee'));
    await start([boats()]);
    await until(() => (projector?.status()[0]?.rebuild?.streamsDone ?? 0) >= 150);
    await projector?.stop();
    await tell(store, 'boat-5', moored('2026-01-11', 'Kay'));
    const { position } = await tell(store, 'boat-x', moored('2026-01-11', 'Kay'));
    await start([boats()]);
    await until(() => (projector?.status()[0]?.rebuild?.streamsTotal ?? 900) === 900);
    expect(await views.waitFor('boats', position, WAIT_MS)).toBe(true);
    const { rows } = await sql`select place, n from places order by place`.execute(views.reader('boats'));
    expect(rows).toEqual([
      { place: 'Kay', n: 2 },
      { place: 'Lee', n: 900 },
    ]);
    expect(projector?.status()[0]).toMatchObject({ applied: 902, gaps: 0 });
  });

  describe('of another log', () => {
    const filled = async (storeId: string, boatsTold: number): Promise<MemoryStore> => {
      const other = new MemoryStore({ storeId });
      for (let i = 0; i < boatsTold; i++) await tell(other, `boat-${i}`, moored('2026-01-10', 'Lee'));
      return other;
    };

    beforeEach(async () => {
      await tell(store, 'boat-0', moored('2026-01-10', 'Lee'));
      await tell(store, 'boat-1', moored('2026-01-10', 'Lee'));
      await start([boats()]);
      await live();
      await projector?.stop();
    });

    it.each([
      ['another store', 'another', 2],
      ['a shorter log', undefined, 1],
      ['an empty log', undefined, 0],
      ['a log with another event there', undefined, 2],
      ['a longer log with another event there', undefined, 5],
    ])('are refused: %s', async (_name, storeId, told) => {
      const other = await filled(storeId ?? store.storeId, told);
      await expect(start([boats()], other)).rejects.toThrow(ForeignStore);
    });

    it('are refused also when only the view was brought along', async () => {
      await start([boats(), boats(1, { name: 'skiffs' })]);
      await live();
      await projector?.stop();
      await alter(place.database, 'skiffs-v1', "UPDATE progress SET event_id = 'another'");
      await expect(start([boats(), boats(1, { name: 'skiffs' })])).rejects.toThrow(ForeignStore);
    });
  });

  it.each([
    ['a version from 0', { version: 0 }],
    ['a name longer than a schema may be named', { name: 'a'.repeat(41) }],
    [
      'an index named as a table',
      {
        tables: {
          a: { kind: 'rows', stream: 'id', columns: { k: 'text' }, indexes: [{ name: 'a', columns: ['k'] }] },
        },
      },
    ],
    ['no category', { categories: [] }],
    ['a category with a dash', { categories: ['boat-a'] }],
    ['a table that is no identifier', { tables: { 'a b': { kind: 'rows', stream: 'id', columns: {} } } }],
    ['a key that may be null', { tables: { a: { kind: 'rows', stream: 'id', key: ['k'], columns: { k: 'text?' } } } }],
    [
      'totals of nothing',
      { tables: { a: { kind: 'totals', of: 'b', key: { k: 'text' }, sums: [], contributions: () => [] } } },
    ],
    [
      'an index on no column',
      { tables: { a: { kind: 'rows', stream: 'id', columns: {}, indexes: [{ name: 'i', columns: ['x'] }] } } },
    ],
  ] as [string, Partial<View>][])('refuses a view with %s', async (_name, wrong) => {
    await expect(start([{ ...(boats() as View), ...wrong }])).rejects.toThrow(InvalidView);
  });
});
