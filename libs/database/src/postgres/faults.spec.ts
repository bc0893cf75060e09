import { sql } from 'kysely';
import { openViews, startProjector, ViewNotReady, type Projector, type Views } from '../index.ts';
import { freshPostgres, onPostgres, type FreshPostgres } from '../testing/dialects.ts';
import { MemoryStore } from '../testing/memory-store.ts';
import { proxyTo, type Proxy } from '../testing/proxy.ts';
import { allRows, onDatabase } from '../testing/tables.ts';
import { boats, crewNamed, moored, tell } from '../testing/toy.ts';
import { nextTurn, until, untilLive } from '../testing/until.ts';

const WAIT_MS = 30_000;
const TABLES = ['berths', 'crew', 'places', 'names'];

onPostgres('a projector whose connections are lost', () => {
  let place: FreshPostgres;
  let proxy: Proxy;
  let store: MemoryStore;
  const projectors: Projector[] = [];
  const opened: Views[] = [];

  beforeEach(async () => {
    place = (await freshPostgres()) as FreshPostgres;
    proxy = await proxyTo(place.url);
    store = new MemoryStore();
  });

  afterEach(async () => {
    for (const projector of projectors.splice(0)) await projector.stop();
    for (const views of opened.splice(0)) await views.close();
    await proxy.close();
    await place.remove();
  });

  const start = async (url = proxy.url): Promise<Projector> => {
    const projector = await startProjector({ store, database: { url }, views: [boats()] });
    projectors.push(projector);
    return projector;
  };
  const read = (url = place.url): Views => {
    const views = openViews({ database: { url }, storeId: store.storeId });
    opened.push(views);
    return views;
  };
  const terminate = (application: string) =>
    onDatabase(
      place.url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = '${application}'`,
    );
  const all = async (views: Views) => {
    const found: unknown[] = [];
    for (const table of TABLES) found.push(await allRows(views.reader('boats'), table));
    return found;
  };
  /** What a projector makes of the log that nothing befalls. */
  const undisturbed = async (): Promise<unknown> => {
    const other = (await freshPostgres()) as FreshPostgres;
    const projector = await startProjector({ store, database: { url: other.url }, views: [boats()] });
    const views = openViews({ database: { url: other.url }, storeId: store.storeId });
    const position = store.log.at(-1)?.position ?? 0n;
    expect(await views.waitFor('boats', position, WAIT_MS)).toBe(true);
    const rows = await all(views);
    await views.close();
    await projector.stop();
    await other.remove();
    return rows;
  };
  const expectWhole = async (projector: Projector): Promise<void> => {
    const views = read();
    const position = store.log.at(-1)?.position ?? 0n;
    expect(await views.waitFor('boats', position, WAIT_MS)).toBe(true);
    expect(await all(views)).toEqual(await undisturbed());
    expect(projector.status()[0]).toMatchObject({ gaps: 0, lag: 0, applied: store.log.length });
  };
  const tellOne = (n: number) =>
    tell(
      store,
      `boat-${n % 40}`,
      n % 3 ? moored('2026-01-10', `Lee ${n % 7}`, n % 5) : crewNamed('Ann', `Mate ${n % 9}`),
    );

  it('goes on without a gap or a double when its writers are ended again and again', async () => {
    const projector = await start();
    await untilLive(projector);
    for (let n = 0; n < 400; n++) {
      await tellOne(n);
      if (n % 40 === 20) await terminate('taizhang projector');
      await nextTurn();
    }
    await expectWhole(projector);
  });

  it('reads again how far it is when the answer to a commit is lost', async () => {
    const projector = await start();
    await untilLive(projector);
    for (let n = 0; n < 12; n++) {
      proxy.cutAfter = 'COMMIT';
      await tellOne(n);
      await until(() => proxy.cutAfter === undefined);
      await until(() => projector.status()[0]?.lag === 0);
    }
    await expectWhole(projector);
  });

  it('goes on with a build in the middle of which its writers are ended, and the answer to a commit is lost', async () => {
    for (let n = 0; n < 900; n++)
      await tell(store, `boat-${n}`, moored('2026-01-10', `Lee ${n % 7}`), crewNamed('Ann'));
    const projector = await start();
    const done = (streams: number) => until(() => (projector.status()[0]?.rebuild?.streamsDone ?? 900) >= streams);
    await done(150);
    await terminate('taizhang projector');
    await done(400);
    proxy.cutAfter = 'COMMIT';
    await untilLive(projector);
    expect(proxy.cutAfter).toBeUndefined();
    await expectWhole(projector);
  });

  it('ends by itself when its lock may be gone, and another one goes on', async () => {
    const projector = await start();
    await tellOne(1);
    await terminate('taizhang lock');
    const reason = await projector.ended;
    expect(reason?.message).toContain('does not answer');
    await tellOne(2);
    await expectWhole(await start());
  });

  it('ends by itself when its network goes silent, and another one goes on meanwhile', async () => {
    const projector = await start();
    await untilLive(projector);
    await tellOne(1);
    proxy.sever();
    const other = await start(place.url);
    await tellOne(2);
    await expectWhole(other);
    expect(await projector.ended).toBeInstanceOf(Error);
  });

  it('ends by itself when somebody drops the schemas of the views, and the next one builds them anew', async () => {
    const projector = await start();
    await untilLive(projector);
    for (const schema of ['view_boats_v1', 'view_sequence', 'view_catalogue']) {
      await onDatabase(place.url, `DROP SCHEMA ${schema} CASCADE`);
    }
    await tellOne(1);
    expect((await projector.ended)?.name).toBe('ProjectorReplaced');
    await expectWhole(await start());
  });

  it('keeps who waits waiting while readers lose their connections, until the view is there', async () => {
    const projector = await start(place.url);
    await untilLive(projector);
    const views = read(proxy.url);
    const { position } = await tellOne(1);
    expect(await views.waitFor('boats', position, WAIT_MS)).toBe(true);
    const waiting = Array.from({ length: 50 }, () => views.waitFor('boats', position + 1n, WAIT_MS));
    proxy.takes = false;
    proxy.cut();
    await expect(views.asOf('boats')).rejects.toThrow('does not answer');
    await expect(views.ping()).rejects.toThrow('does not answer');
    proxy.takes = true;
    await tellOne(2);
    expect(new Set(await Promise.all(waiting))).toEqual(new Set([true]));
    expect(await views.asOf('boats')).toMatchObject({ seq: 2, lag: 0 });
  });

  it('says of a version that is dropped under a query that the view is not ready', async () => {
    const projector = await start(place.url);
    await untilLive(projector);
    const views = read();
    expect(await views.waitFor('boats', 0n, WAIT_MS)).toBe(true);
    const held = views.reader('boats');
    await projector.stop();
    await expect(sql`select nothing from berths`.execute(held)).rejects.toThrow('column "nothing" does not exist');
    await expect(sql`select 1 from nowhere`.execute(held)).rejects.toThrow('relation "nowhere" does not exist');
    await onDatabase(place.url, 'DROP SCHEMA view_boats_v1 CASCADE');
    await expect(sql`select * from berths`.execute(held)).rejects.toThrow(ViewNotReady);
  });
});
