import { openViews, startProjector } from './index.ts';
import { dialects } from './testing/dialects.ts';
import { MemoryStore } from './testing/memory-store.ts';
import { afraidOf, boats, moored, tell } from './testing/toy.ts';
import { until, untilLive } from './testing/until.ts';

/** Longer than the test may take. */
const FOR_EVER_MS = 3_600_000;

describe.each(dialects)('a view that an event has stopped, on %s', (_, fresh) => {
  it.each(['live', 'built'])('while it was %s is not waited for, and goes on at the next start', async (when) => {
    const place = await fresh();
    const store = new MemoryStore();
    const views = openViews({ database: place.database, storeId: store.storeId });
    const start = (afraid = afraidOf('Rye')) =>
      startProjector({ store, database: place.database, views: [boats(), afraid] });
    const before = await tell(store, 'boat-a', moored('2026-01-10', 'Lee'));
    const early = when === 'live' ? await start() : undefined;
    if (early) await untilLive(early);
    const { position } = await tell(store, 'boat-b', moored('2026-01-10', 'Rye'));
    const projector = early ?? (await start());
    await until(() => projector.status()[1]?.state === 'stopped');

    expect(await views.waitFor('afraid', position, FOR_EVER_MS)).toBe(false);
    expect(await views.waitFor('afraid', before.position, FOR_EVER_MS)).toBe(when === 'live');
    expect(await views.waitFor('boats', position, FOR_EVER_MS)).toBe(true);
    await projector.stop();

    const next = await start({ ...boats(), name: 'afraid' });
    await untilLive(next);
    expect(await views.waitFor('afraid', position, FOR_EVER_MS)).toBe(true);
    await views.close();
    await next.stop();
    await place.remove();
  });
});
