import { dayNumber } from '#kernel';
import { EVER, FOREVER, FOREVER_SEQ, openViews, startProjector, ViewNotReady, ProjectorRunning } from './index.ts';
import type { Projector, ProjectorOptions, Stopped, View, Views } from './index.ts';
import { dialects, type Fresh } from './testing/dialects.ts';
import { MemoryStore } from './testing/memory-store.ts';
import { allRows, lockView } from './testing/tables.ts';
import { until, untilLive } from './testing/until.ts';
import { afraidOf, boats, crewNamed, moored, tell, type BoatEvent } from './testing/toy.ts';

const WAIT_MS = 30_000;
const LONG_AGO = EVER;
const NOW = FOREVER_SEQ;

describe.each(dialects)('the projector on %s', (dialect, fresh) => {
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

  const start = async (options: Partial<ProjectorOptions> = {}): Promise<Projector> => {
    projector = await startProjector({ store, database: place.database, views: [boats()], ...options });
    return projector;
  };

  const rows = (table: string, view = 'boats') => allRows(views.reader(view), table);

  const berths = async () =>
    (await rows('berths')).map((row) => {
      const { boat_id, place, tons, valid_from, valid_to, known_from, known_to } = row as Record<string, unknown>;
      return [boat_id, place, tons, valid_from, valid_to, known_from, known_to];
    });

  const day10 = dayNumber('2026-01-10');
  const day20 = dayNumber('2026-01-20');

  it('names the streams of a numbered table by the seq of their first event, after a start anew too', async () => {
    const view = boats();
    const { berths: segments, crew, ...totals } = view.tables;
    const tables = { berths: { ...segments, numbered: true }, crew: { ...crew, numbered: true }, ...totals };
    const options = { views: [{ ...view, tables } as View] };
    await start(options);
    await tell(store, 'boat-a', crewNamed('Ann'));
    const { position } = await tell(store, 'boat-b', moored('2026-01-10', 'Lee'), crewNamed('Bo'));
    await views.waitFor('boats', position, WAIT_MS);
    await projector?.stop();
    await start(options);
    const last = await tell(store, 'boat-b', moored('2026-01-20', 'Wharf'), crewNamed('Cy'));
    await views.waitFor('boats', last.position, WAIT_MS);
    expect((await berths()).map(([number, place]) => [number, place]).sort()).toEqual([
      [1, null],
      [2, null],
      [2, 'Lee'],
      [2, 'Lee'],
      [2, 'Wharf'],
    ]);
    expect(await rows('crew')).toMatchObject([
      { boat_id: 1, name: 'Ann' },
      { boat_id: 2, name: 'Cy' },
    ]);
  });

  it('writes whole rows after each event, and closes the segments that a correction takes back', async () => {
    await start();
    const first = await tell(store, 'boat-a', moored('2026-01-10', 'Lee', 5));
    expect(await views.waitFor('boats', first.position, WAIT_MS)).toBe(true);
    expect(await rows('berths')).toEqual([
      { boat_id: 'a', valid_from: EVER, valid_to: day10, known_from: 1, known_to: NOW, place: null, tons: 0, mark: '' },
      {
        boat_id: 'a',
        valid_from: day10,
        valid_to: FOREVER,
        known_from: 1,
        known_to: NOW,
        place: 'Lee',
        tons: 5,
        mark: '',
      },
    ]);
    expect(await rows('places')).toEqual([{ place: 'Lee', n: 1, tons: 5 }]);
    expect(await rows('crew')).toEqual([]);

    const second = await tell(store, 'boat-a', crewNamed('Ann', 'Bo'));
    await views.waitFor('boats', second.position, WAIT_MS);
    expect(await rows('crew')).toEqual([
      { boat_id: 'a', name: 'Ann', rank: 0, notes: '{"captain":true}' },
      { boat_id: 'a', name: 'Bo', rank: 1, notes: null },
    ]);
    expect(await rows('names')).toEqual([
      { name: 'Ann', n: 1 },
      { name: 'Bo', n: 1 },
    ]);

    const third = await tell(store, 'boat-a', {
      type: 'FactCorrected',
      data: { factId: first.ids[0], data: moored('2026-01-20', 'Kay', 7).data, reason: 'wrong day' },
    });
    await views.waitFor('boats', third.position, WAIT_MS);
    expect(await berths()).toEqual([
      ['a', null, 0, LONG_AGO, day10, 1, 3],
      ['a', null, 0, LONG_AGO, day20, 3, NOW],
      ['a', 'Lee', 5, day10, FOREVER, 1, 3],
      ['a', 'Kay', 7, day20, FOREVER, 3, NOW],
    ]);
    expect(await rows('places')).toEqual([{ place: 'Kay', n: 1, tons: 7 }]);

    const fourth = await tell(store, 'boat-a', crewNamed('Bo'));
    await views.waitFor('boats', fourth.position, WAIT_MS);
    expect(await rows('crew')).toEqual([{ boat_id: 'a', name: 'Bo', rank: 0, notes: '{"captain":true}' }]);
    expect(await rows('names')).toEqual([{ name: 'Bo', n: 1 }]);
  });

  it('keeps what was known in between, however many events one transaction takes', async () => {
    await start();
    await tell(store, 'house-z', { type: 'Built', data: {} });
    const { position } = await tell(
      store,
      'boat-a',
      moored('2026-01-10', 'Lee'),
      moored('2026-01-20', 'Kay'),
      moored('2026-01-20', 'Rye'),
    );
    await views.waitFor('boats', position, WAIT_MS);
    expect(await berths()).toEqual([
      ['a', null, 0, LONG_AGO, day10, 2, NOW],
      ['a', 'Lee', 1, day10, FOREVER, 2, 3],
      ['a', 'Lee', 1, day10, day20, 3, NOW],
      ['a', 'Kay', 1, day20, FOREVER, 3, 4],
      ['a', 'Rye', 1, day20, FOREVER, 4, NOW],
    ]);
  });

  it('is not ready before its first build, and then says how far it is', async () => {
    expect(() => views.reader('boats')).toThrow(ViewNotReady);
    await expect(views.asOf('boats')).rejects.toThrow(ViewNotReady);
    const { position } = await tell(store, 'boat-a', moored('2026-01-10', 'Lee'));
    await start();
    expect(await views.waitFor('boats', position, WAIT_MS)).toBe(true);
    const recordedAt = store.log[0]?.metadata.recordedAt;
    expect(await views.asOf('boats')).toEqual({ seq: 1, position, recordedAt, lag: 0 });
    expect(await views.waitFor('boats', position + 1n, 1)).toBe(false);
    expect(projector?.status()).toEqual([
      { view: 'boats', version: 1, state: 'live', serving: true, seq: 1, position, lag: 0, applied: 1, gaps: 0 },
    ]);
  });

  it('numbers events for whoever asks: by number, position and instant', async () => {
    const at = ['10:00:05.000Z', '10:00:03.000Z', '10:00:09.000Z'].map((time) => Date.parse(`2026-11-22T${time}`));
    let i = 0;
    store = new MemoryStore({ clock: () => at[i++] as number });
    await views.close();
    views = openViews({ database: place.database, storeId: store.storeId });
    for (const boat of ['a', 'b', 'c']) await tell(store, `boat-${boat}`, moored('2026-01-10', 'Lee'));
    await start();
    const [first, second, third] = store.log.map(({ position }) => position) as [bigint, bigint, bigint];
    await views.waitFor('boats', third, WAIT_MS);
    const sequence = await views.sequence();
    expect(await sequence.bySeq(2)).toEqual({ seq: 2, position: second, knownAt: '2026-11-22T10:00:05.000Z' });
    expect(await sequence.atPosition(first + 1n)).toMatchObject({ seq: 1 });
    expect(await sequence.atPosition(first - 1n)).toBeUndefined();
    expect(await sequence.atInstant('2026-11-22T10:00:04.000Z')).toBeUndefined();
    expect(await sequence.atInstant('2026-11-22T10:00:05.000Z')).toMatchObject({ seq: 2 });
    expect(await sequence.head()).toMatchObject({ seq: 3, position: third });
  });

  it('stops only the view that cannot take an event, with the event named, and tries again at the next start', async () => {
    const first = await tell(store, 'boat-a', moored('2026-01-10', 'Lee'));
    await start({ views: [boats(), afraidOf('Rye')] });
    await untilLive(projector);
    // Who reads hears of a version a moment after it serves.
    expect(await views.waitFor('afraid', first.position, WAIT_MS)).toBe(true);
    const { ids } = await tell(store, 'boat-b', moored('2026-01-10', 'Kay'), moored('2026-01-11', 'Rye'));
    const { position } = await tell(store, 'boat-c', moored('2026-01-10', 'Kay'));
    expect(await views.waitFor('boats', position, WAIT_MS)).toBe(true);
    await until(() => projector?.status()[1]?.state === 'stopped');
    const stopped = { stream: 'boat-b', eventId: ids[1], seq: 3, message: 'Rye is haunted' };
    expect(projector?.status()[1]).toMatchObject({ view: 'afraid', state: 'stopped', seq: 2, lag: 2, stopped });
    // The catalogue is written a moment after the projector knows.
    await until(async () => (await views.status()).some(({ state }) => state === 'stopped'));
    expect(await views.status()).toContainEqual({
      view: 'afraid',
      version: 1,
      serving: true,
      state: 'stopped',
      stopped,
    });
    expect(await rows('places', 'afraid')).toEqual([
      { place: 'Kay', n: 1, tons: 1 },
      { place: 'Lee', n: 1, tons: 1 },
    ]);
    await projector?.stop();
    await start({ views: [{ ...boats(), name: 'afraid' }] });
    expect(await views.waitFor('afraid', position, WAIT_MS)).toBe(true);
    expect(await rows('places', 'afraid')).toContainEqual({ place: 'Rye', n: 1, tons: 1 });
  });

  it('stops a view at an event that it does not consume, and at rows that no table can hold', async () => {
    const twice = { ...boats(1, { name: 'twice' }) };
    const { project } = twice;
    const doubled: typeof twice = {
      ...twice,
      project: (stream, history, previous) => {
        const answer = project(stream, history, previous);
        return { ...answer, crew: [...(answer['crew'] ?? []), ...(answer['crew'] ?? [])] };
      },
    };
    await start({ views: [boats(), doubled] });
    await untilLive(projector);
    await tell(store, 'boat-a', moored('2026-01-10', 'Lee'));
    const crew = await tell(store, 'boat-a', crewNamed('Ann'));
    const { ids } = await tell(store, 'boat-a', { type: 'Sunk', data: {} });
    await until(() => projector?.status().every(({ state }) => state === 'stopped'));
    const [first, second] = projector?.status() ?? [];
    expect(first?.stopped).toEqual({
      stream: 'boat-a',
      eventId: ids[0],
      seq: 3,
      message: 'the view boats does not consume Sunk',
    });
    expect(second?.stopped).toMatchObject({ eventId: crew.ids[0], message: 'crew: two rows with name = Ann' });
  });

  describe('where a sum leaves 64 bits', () => {
    const HUGE = 9_000_000_000_000_000;
    /** So many of them are the last that fit. */
    const FIT = 1024;
    /** The boats come in the order of their first events, so that a rebuild meets the same event last. */
    const boat = (n: number): string => `boat-${String(n).padStart(4, '0')}`;
    const uncounted = (): View<BoatEvent> => {
      const view = boats(1, { name: 'uncounted' });
      const { places: _, ...tables } = view.tables;
      return { ...view, tables };
    };
    const tooMany = async (): Promise<{ stopped: Stopped; position: bigint }> => {
      for (let n = 0; n < FIT; n++) await tell(store, boat(n), moored('2026-01-10', 'Lee', HUGE));
      const { ids } = await tell(
        store,
        boat(FIT),
        crewNamed('Ann'),
        moored('2026-01-10', 'Lee', HUGE),
        crewNamed('Bo'),
      );
      const { position } = await tell(store, boat(FIT + 1), moored('2026-01-10', 'Kay'));
      const message = {
        sqlite: 'cannot store REAL value in INTEGER column places.tons',
        postgres: 'bigint out of range',
      }[dialect] as string;
      return { stopped: { stream: boat(FIT), eventId: ids[1] as string, seq: FIT + 2, message }, position };
    };

    it('stops that view alone, with the event named and everything before it written', async () => {
      const troubles: unknown[] = [];
      await start({ views: [boats(), uncounted()], onError: (error) => troubles.push(error) });
      await untilLive(projector);
      const { stopped, position } = await tooMany();
      expect(await views.waitFor('uncounted', position, WAIT_MS)).toBe(true);
      await until(() => projector?.status()[0]?.state === 'stopped');
      const seq = FIT + 1;
      expect(projector?.status()[0]).toMatchObject({ state: 'stopped', serving: true, seq, lag: 3, stopped });
      expect(projector?.status()[1]).toMatchObject({ state: 'live', lag: 0 });
      expect(await rows('names')).toEqual([{ name: 'Ann', n: 1 }]);
      const later = await tell(store, 'boat-x', moored('2026-01-10', 'Kay'));
      expect(await views.waitFor('uncounted', later.position, WAIT_MS)).toBe(true);
      expect(projector?.status()[0]).toMatchObject({ state: 'stopped', seq, stopped });
      expect(troubles).toEqual([]);
    });

    it('stops a build at the same event', async () => {
      const { stopped, position } = await tooMany();
      const troubles: unknown[] = [];
      await start({ views: [boats(), uncounted()], onError: (error) => troubles.push(error) });
      expect(await views.waitFor('uncounted', position, WAIT_MS)).toBe(true);
      await until(() => projector?.status()[0]?.state === 'stopped');
      expect(projector?.status()[0]).toMatchObject({ state: 'stopped', serving: false, seq: 0, stopped });
      expect(() => views.reader('boats')).toThrow(ViewNotReady);
      expect(troubles).toEqual([]);
    });
  });

  it('tries again what a lock held up, says so meanwhile, and lets the other views go on', async () => {
    const troubles: unknown[] = [];
    await start({ views: [boats(), boats(1, { name: 'other' })], onError: (error) => troubles.push(error) });
    await untilLive(projector);
    const unlock = await lockView(place.database, 'boats-v1');
    const { position } = await tell(store, 'boat-a', moored('2026-01-10', 'Lee'));
    expect(await views.waitFor('other', position, WAIT_MS)).toBe(true);
    await until(() => projector?.status()[0]?.trouble !== undefined);
    const [locked, other] = projector?.status() ?? [];
    await unlock();
    expect(locked?.trouble).toMatchObject({ times: 1, message: expect.stringContaining('lock') as string });
    expect(locked?.trouble?.forMs).toBeGreaterThan(3_000);
    expect(locked?.lag).toBe(1);
    expect(other?.trouble).toBeUndefined();
    expect(await views.waitFor('boats', position, WAIT_MS)).toBe(true);
    await until(() => projector?.status()[0]?.trouble === undefined);
    expect(troubles).toHaveLength(1);
  });

  it('says of every view what keeps new events from it, until they come again', async () => {
    let down = true;
    const { subscribe } = MemoryStore.prototype;
    store.subscribe = (options) => {
      if (down) throw new Error('the log is away');
      return subscribe.call(store, options);
    };
    await start({ views: [boats(), boats(1, { name: 'other' })] });
    const troubled = () => projector?.status().map(({ trouble }) => trouble?.message);
    expect(troubled()).toEqual(['the log is away', 'the log is away']);
    down = false;
    await until(() => projector?.status().every(({ trouble }) => trouble === undefined));
    const { position } = await tell(store, 'boat-a', moored('2026-01-10', 'Lee'));
    expect(await views.waitFor('other', position, WAIT_MS)).toBe(true);
  });

  it('numbers what waits before the views take it, so that they know how far behind they are', async () => {
    const lags: number[] = [];
    await start({ onProgress: () => lags.push(projector?.status()[0]?.lag ?? 0) });
    await untilLive(projector);
    const crew = Array.from({ length: 2_000 }, (_, n) => crewNamed(`mate ${n}`));
    const { position } = await tell(store, 'boat-a', ...crew);
    expect(await views.waitFor('boats', position, WAIT_MS)).toBe(true);
    expect(lags.slice(-4)).toEqual([1_500, 1_000, 500, 0]);
  });

  it('lets no second projector write the same views', async () => {
    await start();
    await expect(startProjector({ store, database: place.database, views: [boats()] })).rejects.toThrow(
      ProjectorRunning,
    );
    await projector?.stop();
    await start();
    expect(projector?.status()).toHaveLength(1);
  });
});
