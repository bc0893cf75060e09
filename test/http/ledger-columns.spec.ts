import { given, openLedger, type Ledger } from './harness.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';
let ledger: Ledger;
let projectId: string;
let other: string;

beforeAll(async () => {
  ledger = await openLedger();
  const registered = await given(ledger);
  ({ projectId } = registered);
  const post = async (verb: string, body: object): Promise<string> => {
    const answer = await ledger.post(`/api/projects/${projectId}/${verb}`, body).expect(201);
    return (answer.body as { after: string }).after;
  };
  await post('plan-milestone', { milestone: 'constructionStarted', on: '2026-05' });
  await post('start-construction', { on: '2026-06-10' });
  await post('set-annual-plan', { year: 2026, investment: { fen: '500000000', currency: 'CNY' } });
  await post('report-investment', { period: '2026-10', inPeriod: { fen: '30000000', currency: 'CNY' } });
  const body = { name: '另一项目', zoneId: registered.zoneId };
  other = ((await ledger.post('/api/projects', body).expect(201)).body as { id: string }).id;
  const after = await post('report-progress', { period: '2026-10', text: '主体封顶' });
  await ledger.get(`/api/projects/columns?ids=${projectId}&after=${after}`).expect(200);
});
afterAll(() => ledger.close());

const ask = async (query: string): Promise<{ items: { id: string; revision: string }[] }> =>
  (await ledger.get(`/api/projects/columns?${query}`).expect(200)).body as never;

it('show for rows of the ledger their milestones, the year’s figures, the latest report and what is found', async () => {
  const { items } = await ask(`ids=${other},${projectId}`);
  expect(items.map(({ id }) => id)).toEqual([other, projectId]);
  expect(items[0]).toMatchObject({ revision: '0', milestones: [], lastReport: null, missedReports: 0 });
  expect(items[1]).toMatchObject({
    revision: '5',
    milestones: [
      {
        milestone: 'constructionStarted',
        phase: null,
        first: '2026-05',
        current: '2026-05',
        on: '2026-06-10',
        overdue: null,
      },
    ],
    year: {
      year: 2026,
      planned: { fen: '500000000', currency: 'CNY' },
      figures: [{ period: '2026-10', inPeriod: { fen: '30000000', currency: 'CNY' }, cumulative: null }],
    },
    lastReport: { period: '2026-10', text: '主体封顶', filedOn: '2026-11-22' },
    findings: [{ id: expect.stringMatching(/^FiledLate\//) as string, code: 'FiledLate', explained: false }],
  });
});

it('show them as they were known, and as they were on a day', async () => {
  const known = await ask(`ids=${projectId},${other}&knownAt=3`);
  expect(known).toMatchObject({
    items: [{ id: projectId, revision: '1', milestones: [{ current: '2026-05', on: null }], lastReport: null }],
    asOf: { seq: 3 },
  });
  expect(known.items).toHaveLength(1);
  const then = await ask(`ids=${projectId}&effectiveOn=2026-06-01`);
  expect(then.items[0]).toMatchObject({ revision: '5', milestones: [], year: { figures: [] } });
});

it('leave out what is not there, and refuse what is no list of projects', async () => {
  expect((await ask(`ids=${NOBODY}`)).items).toEqual([]);
  const many = Array.from({ length: 101 }, (_, i) => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`);
  expect((await ask(`ids=${many.slice(0, 100).join(',')}`)).items).toEqual([]);
  const wrong = [
    ['', 'Required'],
    ['ids=', 'NotAnId'],
    [`ids=${projectId},`, 'NotAnId'],
    [`ids=${projectId.toUpperCase()}`, 'NotAnId'],
    [`ids=${projectId},${projectId}`, 'TwiceInList'],
    [`ids=${many.join(',')}`, 'NotAList'],
    [`ids=${projectId}&zoneId=${projectId}`, 'UnknownField'],
  ] as const;
  for (const [query, code] of wrong) {
    const answer = (await ledger.get(`/api/projects/columns?${query}`).expect(400)) as { body: object };
    expect(answer.body).toMatchObject({ code: 'ValidationFailed', errors: [{ code }] });
  }
  for (const point of ['knownAt=2099-01-01', 'knownAt=999999999', 'knownAt=1999-12-31', 'effectiveOn=2026-02-30']) {
    await ledger.get(`/api/projects/columns?ids=${projectId}&${point}`).expect(400);
  }
});

it('are empty for an empty ledger', async () => {
  const empty = await openLedger();
  try {
    const { body } = (await empty.get(`/api/projects/columns?ids=${NOBODY}`).expect(200)) as { body: object };
    expect(body).toMatchObject({ items: [], asOf: { seq: 0, recordedAt: null }, lag: 0 });
  } finally {
    await empty.close();
  }
});
