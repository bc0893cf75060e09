import { sql } from 'kysely';
import { dayNumber } from '#kernel';
import { EVER, FOREVER, FOREVER_SEQ, openViews, startProjector, ViewNotReady, ProjectorRunning } from './index.ts';
import type { Projector, ProjectorOptions, Views } from './index.ts';
import { dialects, type Fresh } from './testing/dialects.ts';
import { MemoryStore } from './testing/memory-store.ts';
import { until } from './testing/until.ts';
import { afraidOf, boats, crewNamed, moored, tell } from './testing/toy.ts';

const WAIT_MS = 30_000;
const LONG_AGO = EVER;
const NOW = FOREVER_SEQ;

describe.each(dialects)('the projector on %s', (_, fresh) => {
  let place: Fresh;
  let store: MemoryStore;
  let views: Views;
  let projector: Projector | undefined;

  beforeEach(() => {
    place = fresh();
    store = new MemoryStore();
    views = openViews({ dataDir: place.dataDir, storeId: store.storeId });
  });

  afterEach(async () => {
    await projector?.stop();
    projector = undefined;
    await views.close();
    place.remove();
  });

  const start = async (options: Partial<ProjectorOptions> = {}): Promise<Projector> => {
    projector = await startProjector({ store, dataDir: place.dataDir, views: [boats()], ...options });
    return projector;
  };

  const rows = async (table: string, view = 'boats'): Promise<unknown[]> => {
    const { rows } = await sql`select * from ${sql.table(table)}`.execute(views.reader(view));
    return rows.map((row) => ({ ...(row as object) }));
  };

  const berths = async () =>
    (await rows('berths')).map((row) => {
      const { boat_id, place, tons, valid_from, valid_to, known_from, known_to } = row as Record<string, unknown>;
      return [boat_id, place, tons, valid_from, valid_to, known_from, known_to];
    });

  const day10 = dayNumber('2026-01-10');
  const day20 = dayNumber('2026-01-20');

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
    views = openViews({ dataDir: place.dataDir, storeId: store.storeId });
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
    await tell(store, 'boat-a', moored('2026-01-10', 'Lee'));
    await start({ views: [boats(), afraidOf('Rye')] });
    await until(() => projector?.status().every(({ state }) => state === 'live'));
    const { ids } = await tell(store, 'boat-b', moored('2026-01-10', 'Kay'), moored('2026-01-11', 'Rye'));
    const { position } = await tell(store, 'boat-c', moored('2026-01-10', 'Kay'));
    expect(await views.waitFor('boats', position, WAIT_MS)).toBe(true);
    await until(() => projector?.status()[1]?.state === 'stopped');
    const stopped = { stream: 'boat-b', eventId: ids[1], seq: 3, message: 'Rye is haunted' };
    expect(projector?.status()[1]).toMatchObject({ view: 'afraid', state: 'stopped', seq: 2, lag: 2, stopped });
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
    await until(() => projector?.status().every(({ state }) => state === 'live'));
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

  it('lets no second projector write the same views', async () => {
    await start();
    await expect(startProjector({ store, dataDir: place.dataDir, views: [boats()] })).rejects.toThrow(ProjectorRunning);
    await projector?.stop();
    await start();
    expect(projector?.status()).toHaveLength(1);
  });
});
