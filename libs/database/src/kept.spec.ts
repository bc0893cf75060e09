import { sql } from 'kysely';
import { InvalidMigrations, KeptTooNew, openKept, type Kept, type Migration } from './index.ts';
import { child, ended } from './testing/child.ts';
import { dialects, type Fresh } from './testing/dialects.ts';
import { STAMPS } from './testing/stamps.ts';

interface Tables {
  stamps: { who: string; n: number | bigint };
}

describe.each(dialects)('the kept tables on %s', (_, fresh) => {
  let place: Fresh;
  const opened: Kept<Tables>[] = [];

  beforeEach(async () => {
    place = await fresh();
  });

  afterEach(async () => {
    for (const kept of opened.splice(0)) await kept.close();
    await place.remove();
  });

  const open = async (migrations: readonly Migration[] = STAMPS): Promise<Kept<Tables>> => {
    const kept = await openKept<Tables>({ database: place.database, migrations, clock: () => 7 });
    opened.push(kept);
    return kept;
  };
  const stamps = async (kept: Kept<Tables>) =>
    kept.db.selectFrom('stamps').selectAll().orderBy('who').orderBy('n').execute();
  const [first, second] = STAMPS as [Migration, Migration];
  const third: Migration = { id: 3, name: 'more', steps: [{ sql: "INSERT INTO stamps (who, n) VALUES ('us', 1)" }] };

  it('are brought forward step by step, each step once', async () => {
    expect(await stamps(await open([first]))).toEqual([]);
    expect(await stamps(await open())).toEqual([{ who: 'us', n: 0 }]);
    const kept = await open([...STAMPS, third]);
    expect((await stamps(kept)).map(({ n }) => n)).toEqual([0, 1]);
    const { rows } = await sql<{
      id: number;
      name: string;
      applied_at: number;
    }>`select id, name, applied_at from migrations
      order by id`.execute(kept.db);
    expect(rows.map((row) => Object.values(row))).toEqual([
      [1, 'stamps', 7],
      [2, 'a first stamp', 7],
      [3, 'more', 7],
    ]);
  });

  it('refuse a newer file, and a migration that is not the one that was applied', async () => {
    await open([...STAMPS, third]);
    await expect(open()).rejects.toThrow(KeptTooNew);
    await expect(open([first, second, { ...third, name: 'other' }])).rejects.toThrow(InvalidMigrations);
    await expect(open([{ ...first, steps: second.steps }, second, third])).rejects.toThrow(InvalidMigrations);
  });

  it('take a failing migration back whole', async () => {
    const failing: Migration = {
      id: 3,
      name: 'fails',
      steps: [...third.steps, { sql: 'INSERT INTO nothing VALUES (1)' }],
    };
    await expect(open([...STAMPS, failing])).rejects.toThrow('nothing');
    expect(await stamps(await open())).toEqual([{ who: 'us', n: 0 }]);
  });

  it.each([
    ['a gap', [first, third]],
    ['a start from 0', [{ ...first, id: 0 }]],
    ['an id twice', [first, { ...second, id: 1 }]],
    ['a name twice', [first, { ...second, name: first.name }]],
    ['no name', [{ ...first, name: '' }]],
    ['nothing to do', [{ ...first, steps: [] }]],
  ])('refuse a list of migrations with %s', async (_name, migrations) => {
    await expect(open(migrations)).rejects.toThrow(InvalidMigrations);
  });

  it('queue up transactions, and undo one that fails', async () => {
    const kept = await open();
    const work = Array.from({ length: 20 }, (_, n) =>
      kept.write(n % 2 ? 'durable' : 'fast', async (transaction) => {
        await transaction.insertInto('stamps').values({ who: 'me', n }).execute();
        if (n % 5 === 0) throw new Error('no');
      }),
    );
    const outcomes = await Promise.allSettled(work);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(4);
    expect(await stamps(kept)).toHaveLength(17);
  });

  it('give whole numbers as numbers, and as bigints where they are beyond 2^53', async () => {
    const kept = await open();
    const values = [1, Number.MAX_SAFE_INTEGER, 2n ** 53n + 1n, -(2n ** 62n)];
    for (const n of values) {
      await kept.write('fast', (transaction) => transaction.insertInto('stamps').values({ who: 'me', n }).execute());
    }
    expect((await stamps(kept)).filter(({ who }) => who === 'me').map(({ n }) => n)).toEqual(
      values.toSorted((a, b) => (a < b ? -1 : 1)),
    );
    const { rows } =
      await sql<object>`select count(*) as n, sum(n) as sum, max(n) as max, sum(case when n = 1 then 3 end) as three, null as missing
      from stamps where who = 'me' and n > 0`.execute(kept.db);
    expect({ ...rows[0] }).toEqual({ n: 3, sum: 2n ** 54n + 1n, max: 2n ** 53n + 1n, three: 3, missing: null });
  });

  it('can be opened and migrated by several processes at once', async () => {
    const children = ['a', 'b', 'c'].map((who) => child('open-kept.ts', JSON.stringify(place.database), who));
    expect(await Promise.all(children.map(ended))).toEqual([0, 0, 0]);
    expect(await stamps(await open())).toHaveLength(151);
  });
});
