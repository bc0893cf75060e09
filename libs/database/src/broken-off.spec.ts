import type { ReadStreamOptions } from '#event-store';
import type { StoredEvent } from '#kernel';
import { FOREVER_SEQ, openViews, startProjector, type Projector, type Views } from './index.ts';
import { dialects, type Fresh } from './testing/dialects.ts';
import { MemoryStore } from './testing/memory-store.ts';
import { allRows } from './testing/tables.ts';
import { boats, moored, tell } from './testing/toy.ts';
import { untilLive } from './testing/until.ts';

const WAIT_MS = 30_000;

/** A log whose next answer of a whole stream lacks one event. */
class LossyStore extends MemoryStore {
  loses: bigint | undefined;

  override async *readStream(stream: string, options: ReadStreamOptions = {}): AsyncGenerator<StoredEvent, undefined> {
    for await (const event of super.readStream(stream, options)) {
      if (event.revision === this.loses && options.direction !== 'backwards') this.loses = undefined;
      else yield event;
    }
  }
}

describe.each(dialects)('a log that leaves out an event of a stream, on %s', (_, fresh) => {
  let place: Fresh;
  let store: LossyStore;
  let views: Views;
  let projector: Projector | undefined;

  beforeEach(async () => {
    place = await fresh();
    store = new LossyStore();
    views = openViews({ database: place.database, storeId: store.storeId });
    for (const tons of [1, 2, 3]) await tell(store, 'boat-a', moored(`2026-01-1${tons}`, 'Lee', tons));
  });

  afterEach(async () => {
    await projector?.stop();
    await views.close();
    await place.remove();
  });

  const start = async (): Promise<void> => {
    projector = await startProjector({ store, database: place.database, views: [boats()] });
    await untilLive(projector);
  };
  const tons = async (): Promise<unknown[]> =>
    ((await allRows(views.reader('boats'), 'berths')) as Record<string, unknown>[])
      .filter((row) => row['place'] !== null && row['known_to'] === FOREVER_SEQ)
      .map((row) => row['tons']);

  it.each([0n, 1n])('is asked again by a build: revision %s', async (revision) => {
    store.loses = revision;
    await start();
    expect(store.loses).toBeUndefined();
    expect(await views.waitFor('boats', store.log.at(-1)?.position ?? 0n, WAIT_MS)).toBe(true);
    expect(new Set(await tons())).toEqual(new Set([1, 2, 3]));
    expect(projector?.status()[0]).toMatchObject({ applied: 3 });
  });

  it('is asked again by a view that follows', async () => {
    await start();
    await projector?.stop();
    await start();
    store.loses = 3n;
    const { position } = await tell(store, 'boat-a', moored('2026-01-20', 'Lee', 4));
    expect(await views.waitFor('boats', position, WAIT_MS)).toBe(true);
    expect(store.loses).toBeUndefined();
    expect(new Set(await tons())).toEqual(new Set([1, 2, 3, 4]));
    expect(projector?.status()[0]).toMatchObject({ state: 'live', applied: 4 });
  });
});
