import { dropViews, ForeignStore, openViews, ProjectorRunning, startProjector, ViewNotReady } from './index.ts';
import type { Projector, ProjectorOptions, Views } from './index.ts';
import { dialects, type Fresh } from './testing/dialects.ts';
import { MemoryStore } from './testing/memory-store.ts';
import { allRows, isThere } from './testing/tables.ts';
import { boats, crewNamed, moored, tell } from './testing/toy.ts';
import { untilLive } from './testing/until.ts';

const WAIT_MS = 30_000;

describe.each(dialects)('views of a log that was copied, on %s', (_, fresh) => {
  let place: Fresh;
  let projector: Projector | undefined;
  let views: Views;
  const first = new MemoryStore({ storeId: 'first' });
  const second = new MemoryStore({ storeId: 'second', formerIds: ['zeroth', 'first'], step: 3n });

  beforeAll(async () => {
    for (let n = 0; n < 40; n++) {
      await tell(first, `boat-${n % 9}`, n % 2 ? moored('2026-01-10', `Lee ${n % 4}`) : crewNamed('Ann', `Mate ${n}`));
    }
    for (const { stream, revision, ...event } of first.log) {
      await second.append(stream, [event as never], revision === 0n ? 'none' : revision - 1n);
    }
  });

  beforeEach(async () => {
    place = await fresh();
    views = openViews({ database: place.database, storeId: second.storeId, formerIds: second.formerIds });
    await build(first);
  });

  afterEach(async () => {
    await projector?.stop();
    projector = undefined;
    await views.close();
    await place.remove();
  });

  const start = async (store: MemoryStore, options: Partial<ProjectorOptions> = {}): Promise<void> => {
    projector = await startProjector({ store, database: place.database, views: [boats()], ...options });
    await untilLive(projector);
  };
  const build = async (store: MemoryStore): Promise<void> => {
    await start(store);
    await projector?.stop();
  };
  const rowsOf = async (store: MemoryStore): Promise<unknown> => {
    const read = openViews({ database: place.database, storeId: store.storeId });
    await read.waitFor('boats', store.log.at(-1)?.position ?? 0n, WAIT_MS);
    const rows = [await allRows(read.reader('boats'), 'berths'), await allRows(read.reader('boats'), 'crew')];
    await read.close();
    return rows;
  };

  it('are built anew from the copy by themselves, and are the same', async () => {
    const before = await rowsOf(first);
    await expect(views.asOf('boats')).rejects.toThrow(ViewNotReady);
    const notes: string[] = [];
    await start(second, { onNote: (note) => notes.push(note) });
    expect(notes).toEqual(['the log is a copy of the one that the views were built from: they are built anew']);
    expect(await views.waitFor('boats', second.log.at(-1)?.position ?? 0n, WAIT_MS)).toBe(true);
    expect(await views.asOf('boats')).toMatchObject({ seq: 40, lag: 0 });
    expect(await rowsOf(second)).toEqual(before);
    expect(second.log.at(-1)?.position).not.toBe(first.log.at(-1)?.position);
    await projector?.stop();
    await expect(start(first)).rejects.toThrow(ForeignStore);
  });

  it('count as not built for readers of the copy, and as foreign for those of another log', async () => {
    const observed = async (storeId: string, formerIds: readonly string[] = []) => {
      const read = openViews({ database: place.database, storeId, formerIds });
      const [status] = await read.observe();
      await read.close();
      return status;
    };
    const own = await observed('first');
    expect(own).toMatchObject({ state: 'live', serving: true, seq: 40, lag: 0, applied: 40 });
    expect(own).not.toHaveProperty('foreign');
    const copy = await observed('second', second.formerIds);
    expect(copy).toMatchObject({ state: 'building', serving: false, seq: 0, lag: 40, applied: 0 });
    expect(copy).not.toHaveProperty('foreign');
    const stranger = await observed('stranger', ['zeroth']);
    expect(stranger).toMatchObject({ seq: 0, lag: 40 });
    expect(stranger?.foreign).toContain('it is of store first, this is stranger');
  });

  it('tell how far the log is numbered while nobody numbers it', async () => {
    const { position } = first.log.at(-1) as { position: bigint };
    expect(await views.sequenceHead()).toMatchObject({ seq: 40, position });
    expect(await views.waitForNumber(position, 0)).toBe(true);
    expect(await views.waitForNumber(position + 1n, 0)).toBe(false);
    const sequence = await views.sequence();
    const positions = [...first.log.slice(1).map((event) => event.position), position + 1n];
    expect(await sequence.numbersAt(positions)).toEqual(Array.from({ length: 39 }, (_, i) => i + 2));
    expect(await sequence.numberedStore()).toBe('first');
    const nothing = await fresh();
    const early = openViews({ database: nothing.database, storeId: 'first' });
    expect(await early.sequenceHead()).toBeUndefined();
    await early.close();
    await nothing.remove();
  });

  it('are not dropped for a log that names no other one', async () => {
    const stranger = new MemoryStore({ storeId: 'stranger', formerIds: ['zeroth'] });
    await expect(start(stranger)).rejects.toThrow('drop the views to build them anew from it');
    expect(await isThere(place.database, 'boats-v1')).toBe(true);
  });

  it('can be dropped, but not while a projector works on them', async () => {
    await start(first);
    await expect(dropViews(place.database)).rejects.toThrow(ProjectorRunning);
    await projector?.stop();
    await dropViews(place.database);
    expect(await views.status()).toEqual([]);
    const stranger = new MemoryStore({ storeId: 'stranger' });
    await tell(stranger, 'boat-a', moored('2026-01-10', 'Rye'));
    await start(stranger);
    expect(await rowsOf(stranger)).toMatchObject([[{ place: null }, { place: 'Rye', known_from: 1 }], []]);
  });
});
