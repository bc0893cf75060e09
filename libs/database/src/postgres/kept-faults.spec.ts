import { sql } from 'kysely';
import { DatabaseUnavailable, openKept, type Kept } from '../index.ts';
import { freshPostgres, onPostgres, type FreshPostgres } from '../testing/dialects.ts';
import { proxyTo, type Proxy } from '../testing/proxy.ts';
import { STAMPS } from '../testing/stamps.ts';
import { onDatabase } from '../testing/tables.ts';

interface Tables {
  stamps: { who: string; n: number };
}

const CLIENTS_MAX = 10;

onPostgres('kept tables whose connections are lost', () => {
  let place: FreshPostgres;
  let proxy: Proxy;
  let kept: Kept<Tables>;

  beforeEach(async () => {
    place = (await freshPostgres()) as FreshPostgres;
    proxy = await proxyTo(place.url);
    kept = await openKept<Tables>({ database: { url: proxy.url }, migrations: STAMPS, clock: () => 7 });
  });

  afterEach(async () => {
    await kept.close();
    await proxy.close();
    await place.remove();
  });

  const stamp = (n: number) =>
    kept.write('durable', (transaction) => transaction.insertInto('stamps').values({ who: 'me', n }).execute());
  const stamps = async (): Promise<number[]> => {
    const rows = await onDatabase(place.url, "SELECT n::int FROM kept.stamps WHERE who = 'me' ORDER BY n");
    return rows.map((row) => (row as { n: number }).n);
  };

  it('write again what was lost before the commit', async () => {
    let runs = 0;
    await kept.write('fast', async (transaction) => {
      await transaction.insertInto('stamps').values({ who: 'me', n: 1 }).execute();
      if (++runs === 1) proxy.cut();
      await transaction.insertInto('stamps').values({ who: 'me', n: 2 }).execute();
    });
    expect(runs).toBe(2);
    expect(await stamps()).toEqual([1, 2]);
  });

  it('say that the outcome is unknown where the answer to the commit is lost, and do not write again', async () => {
    proxy.cutAfter = 'COMMIT';
    await expect(stamp(1)).rejects.toMatchObject({ name: 'DatabaseUnavailable', outcome: 'unknown' });
    await stamp(2);
    expect(await stamps()).toEqual([1, 2]);
  });

  it('read again on another connection, and say nothing but host, port and database when there is none', async () => {
    await kept.db.selectFrom('stamps').selectAll().execute();
    proxy.cut();
    expect(await kept.db.selectFrom('stamps').selectAll().execute()).toHaveLength(1);
    proxy.cut();
    proxy.takes = false;
    const failed = await kept.db
      .selectFrom('stamps')
      .selectAll()
      .execute()
      .catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(DatabaseUnavailable);
    const { port, pathname, password } = new URL(proxy.url);
    expect((failed as Error).message).toContain(`127.0.0.1:${port}${pathname} does not answer`);
    expect((failed as Error).message).not.toContain(password);
    await expect(stamp(1)).rejects.toThrow(DatabaseUnavailable);
    proxy.takes = true;
    await stamp(2);
    expect(await stamps()).toEqual([2]);
  });

  it('end a statement that takes too long, and a wait for the lock of another process', async () => {
    const slow = kept.write('fast', async (transaction) => {
      await sql`set local statement_timeout = 50`.execute(transaction);
      await sql`select pg_sleep(20)`.execute(transaction);
    });
    await expect(slow).rejects.toThrow('too busy: canceling statement due to statement timeout');
    const other = await openKept<Tables>({ database: { url: place.url }, migrations: STAMPS, clock: () => 7 });
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const holding = Promise.withResolvers<void>();
    const holder = other.write('fast', () => (holding.resolve(), held));
    await holding.promise;
    await expect(stamp(1)).rejects.toThrow('too busy: canceling statement due to lock timeout');
    release();
    await holder;
    await other.close();
    await stamp(2);
    expect(await stamps()).toEqual([2]);
    const setting = async (name: string): Promise<unknown> =>
      (await sql<{ value: string }>`select current_setting(${name}) as value`.execute(kept.db)).rows[0]?.value;
    const names = ['statement_timeout', 'tcp_keepalives_idle', 'tcp_keepalives_interval', 'tcp_keepalives_count'];
    expect(await Promise.all(names.map(setting))).toEqual(['30s', '5', '2', '2']);
  });

  it('say so when all connections are in use, and go on when they are not any more', async () => {
    const cancel = () =>
      onDatabase(place.url, "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE query LIKE 'select pg_sleep%'");
    const sleepers = Array.from({ length: CLIENTS_MAX }, () => sql`select pg_sleep(60)`.execute(kept.db));
    const ended = Promise.allSettled(sleepers);
    await expect(kept.db.selectFrom('stamps').selectAll().execute()).rejects.toThrow('all connections are in use');
    await cancel();
    expect((await ended).map(({ status }) => status)).toEqual(Array(CLIENTS_MAX).fill('rejected'));
    expect(await kept.db.selectFrom('stamps').selectAll().execute()).toHaveLength(1);
  });
});
