import { DatabaseUnavailable, openKept, openViews, startProjector, type Projector } from '../index.ts';
import { onPostgres } from '../testing/dialects.ts';
import { MemoryStore } from '../testing/memory-store.ts';
import { ownServer } from '../testing/own-server.ts';
import { STAMPS } from '../testing/stamps.ts';
import { allRows } from '../testing/tables.ts';
import { boats, moored, tell } from '../testing/toy.ts';
import { untilLive } from '../testing/until.ts';

const WAIT_MS = 30_000;

onPostgres('a server that is stopped and started', () => {
  it('ends the projector, answers nobody meanwhile, and serves everybody again afterwards', async () => {
    const server = await ownServer();
    if (!server) return;
    const database = { url: server.url };
    const store = new MemoryStore();
    const start = (): Promise<Projector> => startProjector({ store, database, views: [boats()] });
    const first = await start();
    const views = openViews({ database, storeId: store.storeId });
    const kept = await openKept<{ stamps: { who: string; n: number } }>({
      database,
      migrations: STAMPS,
      clock: () => 7,
    });
    const { position } = await tell(store, 'boat-a', moored('2026-01-10', 'Lee'));
    expect(await views.waitFor('boats', position, WAIT_MS)).toBe(true);

    await server.down();
    expect(await first.ended).toBeInstanceOf(DatabaseUnavailable);
    await expect(views.asOf('boats')).rejects.toThrow(DatabaseUnavailable);
    await expect(views.ping()).rejects.toThrow(DatabaseUnavailable);
    await expect(kept.db.selectFrom('stamps').selectAll().execute()).rejects.toThrow(DatabaseUnavailable);
    await expect(start()).rejects.toThrow(DatabaseUnavailable);
    const later = await tell(store, 'boat-b', moored('2026-01-10', 'Kay'));
    const waiting = views.waitFor('boats', later.position, WAIT_MS);

    await server.up();
    const second = await start();
    expect(await waiting).toBe(true);
    expect(await allRows(views.reader('boats'), 'places')).toEqual([
      { place: 'Kay', n: 1, tons: 1 },
      { place: 'Lee', n: 1, tons: 1 },
    ]);
    await kept.write('durable', (transaction) =>
      transaction.insertInto('stamps').values({ who: 'me', n: 1 }).execute(),
    );
    expect(await kept.db.selectFrom('stamps').selectAll().execute()).toHaveLength(2);
    await untilLive(second);
    expect(second.status()[0]).toMatchObject({ applied: 2, gaps: 0 });
    await views.close();
    await kept.close();
    await second.stop();
    await server.stop();
  });
});
