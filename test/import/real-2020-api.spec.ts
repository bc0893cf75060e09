import { importSet } from '../../apps/cli/src/import/import-set.ts';
import { openLedger, type Ledger } from '../http/harness.ts';
import { folderWith } from './ledger.ts';
import { describeRealLedger, REAL_SET_2020, rowsOfFile, SHARED_DATA } from './real-ledger.ts';

const ON = 'effectiveOn=2020-12-31';

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

describeRealLedger('what is left of the real 2020 ledger, over HTTP', () => {
  let ledger: Ledger;

  beforeAll(async () => {
    const dataDir = folderWith();
    const result = await importSet({ set: REAL_SET_2020, data: SHARED_DATA, dataDir, dryRun: false });
    if ('faults' in result) throw new Error(JSON.stringify(result.faults));
    ledger = await openLedger(dataDir);
  });
  afterAll(() => ledger.close());

  async function get<T>(path: string): Promise<T> {
    const { body } = (await ledger.get(path).expect(200)) as { body: T };
    return body;
  }

  async function all<T>(path: string): Promise<T[]> {
    const found: T[] = [];
    let cursor = '';
    do {
      const { items, next } = await get<Page<T>>(`${path}&limit=100${cursor}`);
      found.push(...items);
      cursor = next === null ? '' : `&cursor=${encodeURIComponent(next)}`;
    } while (cursor !== '');
    return found;
  }

  it('lists 108 projects by their numbers, 34 of them with a leader', async () => {
    const items = await all<{ name: string; leaderName: string | null; totalInvestment: { fen: string } | null }>(
      `/api/projects?${ON}`,
    );
    expect(items).toHaveLength(108);
    expect(items.every(({ name }) => /^2020年台账第\d+号$/.test(name))).toBe(true);
    expect(items.filter(({ leaderName }) => leaderName !== null)).toHaveLength(34);
    const totals = items.flatMap(({ name, totalInvestment }) => (totalInvestment ? [[name, totalInvestment.fen]] : []));
    expect(totals.toSorted()).toEqual([
      ['2020年台账第44号', '7800000000'],
      ['2020年台账第66号', '37500000000'],
    ]);
  });

  it('had no leader that it knew of before the change', async () => {
    const items = await all<{ leaderName: string | null }>('/api/projects?effectiveOn=2020-10-19');
    expect(items.filter(({ leaderName }) => leaderName !== null)).toEqual([]);
  });

  it('finds of each cumulative figure that no history leads to it', async () => {
    const figures = rowsOfFile('maojian_2020_investment_overwrite.csv').map((row) => Object.values(row)[1]);
    const found = await all<{ project: { name: string } }>(`/api/findings?code=CumulativeWithoutHistory&${ON}`);
    expect(new Set(found.map(({ project }) => project.name)).size).toBe(figures.length);
    expect([found.length, figures.length]).toEqual([108, 108]);
  });
});
