import { given, openLedger, type Ledger } from './harness.ts';

interface Money {
  readonly fen: string;
}
interface Figures {
  readonly projects: number;
  readonly packages: number;
  readonly count: number;
  readonly suspended: number;
  readonly exited: number;
  readonly totalInvestment: Money;
  readonly investedThisYear: Money;
  readonly invested: Money;
}
interface Group extends Figures {
  readonly leadId: string;
  readonly leader: { readonly id: string; readonly name: string } | null;
}

let ledger: Ledger;
let last: string;
let zoneId: string;
let [zhang, li] = ['', ''];
const yuan = (fen: string) => ({ fen, currency: 'CNY' });

/**
 * Zhang leads 一, 二 and 三, of which 三 has exited, and helps Li, who leads 四. Nobody leads 五; 六 has exited and was never led.
 * All are entered on 22 November 2026; 一 was signed before that.
 */
beforeAll(async () => {
  ledger = await openLedger();
  const first = await given(ledger, { name: '一', totalInvestment: yuan('100') });
  ({ zoneId } = first);
  [zhang, li] = [(await told('people', { name: '张三' })).id, (await told('people', { name: '李四' })).id];
  const ids = [first.projectId];
  for (const name of ['二', '三', '四', '五', '六'])
    ids.push((await told('projects', { name, zoneId, totalInvestment: yuan('7') })).id);
  const tell = (n: number, command: string, body: object) => told(`projects/${ids[n - 1]}/${command}`, body);
  await tell(1, 'sign', { on: '2026-11-02' });
  for (const n of [1, 2, 3]) await tell(n, 'assign-leader', { personId: zhang, lead: true, from: '2026-11-22' });
  await tell(4, 'assign-leader', { personId: li, lead: true, from: '2026-11-22' });
  await tell(4, 'assign-leader', { personId: zhang, lead: false, from: '2026-11-22' });
  await tell(2, 'suspend', { on: '2026-11-22', reason: '资金' });
  for (const n of [3, 6]) await tell(n, 'exit', { on: '2026-11-22', kind: 'other', reason: '解约' });
  await tell(1, 'report-investment', { period: '2026-10', inPeriod: yuan('30') });
});
afterAll(() => ledger.close());

async function told(path: string, body: object): Promise<{ readonly id: string }> {
  const { after, ...created } = (await ledger.post(`/api/${path}`, body).expect(201)).body as {
    readonly id: string;
    readonly after: string;
  };
  if (after) last = after;
  return created;
}

async function asked<T>(path: string, query = ''): Promise<T> {
  return (await ledger.get(`/api/${path}?after=${last}&${query}`).expect(200)).body as T;
}

const groups = async (query = ''): Promise<readonly Group[]> =>
  (await asked<{ items: readonly Group[] }>('projects/summary/leaders', query)).items;
const namesIn = async (query: string): Promise<string[]> =>
  (await asked<{ items: { name: string }[] }>('projects', query)).items.map(({ name }) => name);

it('has each project with its lead, most first, and last what nobody leads or has to', async () => {
  expect((await groups()).map(({ leadId, leader, projects }) => [leadId, leader, projects])).toEqual([
    [zhang, { id: zhang, name: '张三' }, 3],
    [li, { id: li, name: '李四' }, 1],
    ['nobody', null, 1],
    ['none', null, 1],
  ]);
});

it('says of each group what a summary says', async () => {
  const [first] = await groups();
  expect(first).toEqual({
    leadId: zhang,
    leader: { id: zhang, name: '张三' },
    projects: 3,
    packages: 3,
    count: 3,
    suspended: 1,
    exited: 1,
    totalInvestment: yuan('114'),
    investedThisYear: yuan('30'),
    invested: yuan('30'),
  });
});

it.each(['', 'standing=active', 'standing=exited', 'text=三', 'leaderId=', 'effectiveOn=2026-11-10', 'knownAt=6'])(
  'adds up to the summary, and each group is the summary and the list of its filter: ?%s',
  async (asks) => {
    const query = asks === 'leaderId=' ? `leaderId=${zhang}` : asks;
    const shown = await groups(query);
    const whole = await asked<Figures>('projects/summary', query);
    expect(shown.length).toBeGreaterThan(0);
    const FIGURES = ['projects', 'packages', 'count', 'suspended', 'exited'] as const;
    for (const figure of FIGURES) expect(shown.reduce((sum, one) => sum + one[figure], 0)).toBe(whole[figure]);
    for (const money of ['totalInvestment', 'investedThisYear', 'invested'] as const) {
      expect(String(shown.reduce((sum, one) => sum + BigInt(one[money].fen), 0n))).toBe(whole[money].fen);
    }
    for (const { leadId, leader: _, ...figures } of shown) {
      expect(await asked('projects/summary', `${query}&leadId=${leadId}`)).toMatchObject(figures);
      expect(await namesIn(`${query}&leadId=${leadId}`)).toHaveLength(figures.projects);
    }
  },
);

it('lists by lead apart from whoever helps', async () => {
  expect(await namesIn(`leadId=${zhang}`)).toEqual(['一', '二', '三']);
  expect(await namesIn(`leaderId=${zhang}`)).toEqual(['一', '二', '三', '四']);
  expect(await namesIn('leadId=nobody')).toEqual(await namesIn('leaderId=nobody'));
  expect(await namesIn('leadId=none')).toEqual(['六']);
  // Signed, but in no ledger yet: nobody had to lead it.
  expect(await namesIn('leadId=none&effectiveOn=2026-11-10')).toEqual(['一']);
});

it('narrows curves, comparisons and exports by lead alike', async () => {
  const counts = async (leadId: string): Promise<number[]> => {
    const range = `by=day&clock=effective&from=2026-11-10&to=2026-11-22&leadId=${leadId}`;
    const { items } = await asked<{ items: { projects: number }[] }>('projects/summary/series', range);
    return [items.at(0)?.projects ?? -1, items.at(-1)?.projects ?? -1];
  };
  expect([await counts(zhang), await counts('nobody'), await counts('none')]).toEqual([
    [0, 3],
    [0, 1],
    [1, 1],
  ]);
  const from = 'fromEffectiveOn=2026-11-10';
  const compared = await asked<{ items: { name: string }[] }>('projects/compare', `leadId=none&${from}`);
  expect(compared.items.map(({ name }) => name)).toEqual(['一', '六']);
  const exported = await asked<{ items: { name: string }[] }>('exports/projects', 'leadId=none');
  expect(exported.items.map(({ name }) => name)).toEqual(['六']);
});

it.each([
  ['leadId=None', 'leadId', 'NotALeader'],
  ['leadId=', 'leadId', 'NotALeader'],
  ['leadId=nobody,none', 'leadId', 'NotALeader'],
  ['leaderId=none', 'leaderId', 'NotALeader'],
  ['sort=name', 'sort', 'UnknownField'],
  ['effectiveOn=2026', 'effectiveOn', 'NotADay'],
])('is not asked by ?%s', async (query, field, code) => {
  const refused = await ledger.get(`/api/projects/summary/leaders?${query}`).expect(400);
  expect(refused.body).toMatchObject({ code: 'ValidationFailed', errors: [{ field, code }] });
});
