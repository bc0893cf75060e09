import { sql } from 'kysely';
import { DatabaseUnavailable, openKept, type Kept } from '../index.ts';
import { freshPostgres, onPostgres, type FreshPostgres } from '../testing/dialects.ts';
import { proxyTo, type Proxy } from '../testing/proxy.ts';
import { STAMPS } from '../testing/stamps.ts';
import { addressOf } from './address.ts';
import { Pool } from './pool.ts';

onPostgres('clients of a server', () => {
  let place: FreshPostgres;
  let proxy: Proxy;
  let pool: Pool;

  beforeEach(async () => {
    place = (await freshPostgres()) as FreshPostgres;
    proxy = await proxyTo(place.url);
    pool = new Pool(addressOf(proxy.url), { application: 'taizhang', statementMs: 10_000, idleMs: 10_000 }, 2);
  });

  afterEach(async () => {
    await pool.end();
    await proxy.close();
    await place.remove();
  });

  const ask = async (): Promise<unknown> => {
    const { rows } = await pool.read('pg_catalog', (session) => session.query('SELECT 1 AS n'));
    return rows;
  };

  it('read again after a moment where the server is just being started again', async () => {
    expect(await ask()).toEqual([{ n: 1 }]);
    proxy.refuses = 2;
    proxy.cut();
    expect(await ask()).toEqual([{ n: 1 }]);
    expect(proxy.refuses).toBe(0);
  });

  it('do not try for ever', async () => {
    proxy.takes = false;
    await expect(ask()).rejects.toThrow(DatabaseUnavailable);
  });
});

onPostgres('a transaction in which a statement failed', () => {
  let place: FreshPostgres;
  let kept: Kept<{ stamps: { who: string; n: number } }>;

  beforeEach(async () => {
    place = (await freshPostgres()) as FreshPostgres;
    kept = await openKept({ database: { url: place.url }, migrations: STAMPS, clock: () => 7 });
  });

  afterEach(async () => {
    await kept.close();
    await place.remove();
  });

  it('is not said to be written by whoever overlooked it', async () => {
    const before = await kept.db.selectFrom('stamps').selectAll().execute();
    const written = kept.write('durable', async (transaction) => {
      await transaction.insertInto('stamps').values({ who: 'me', n: 1 }).execute();
      await sql`SELECT 1 / 0`.execute(transaction).catch(() => undefined);
    });
    await expect(written).rejects.toThrow('a statement of the transaction had failed: nothing of it was written');
    expect(await kept.db.selectFrom('stamps').selectAll().execute()).toEqual(before);
  });
});
