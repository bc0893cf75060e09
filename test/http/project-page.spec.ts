import { given, openLedger, type Ledger } from './harness.ts';
import { pageOf, promised, TOTAL, type Page } from './project-page.harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

interface Facts {
  readonly items: readonly { readonly id: string; readonly type: string; readonly data: object }[];
  readonly next: string | null;
  readonly total: number;
}

const NOTHING = { fen: '0', currency: 'CNY' };

const page = (id: string, query: Record<string, string> = {}): Promise<Page> => pageOf(ledger, id, query);

async function facts(id: string, query: Record<string, string> = {}): Promise<Facts> {
  return (await ledger.get(`/api/projects/${id}/facts`).query(query).expect(200)).body as Facts;
}

const types = ({ items }: Pick<Facts, 'items'>): string[] => items.map(({ type }) => type);

interface Told {
  readonly id: string;
  /** Of the last command; a page asked for with it knows all of them. */
  readonly after: string;
  tell(verb: string, body: object): Promise<string>;
}

/** A project with a start in May 2026, money of July and a leader. */
async function told(): Promise<Told> {
  const { projectId: id } = await given(ledger, { totalInvestment: TOTAL, code: `YB-${Math.random()}` });
  const leader = await ledger.post('/api/people', { name: '欧某某' }).expect(201);
  const tell = async (verb: string, body: object) =>
    ((await ledger.post(`/api/projects/${id}/${verb}`, body).expect(201)).body as { after: string }).after;
  await tell('start-construction', { on: '2026-05' });
  const personId = (leader.body as { id: string }).id;
  await tell('assign-leader', { personId, lead: true, from: '2026-04-01' });
  const after = await tell('report-investment', { period: '2026-07', inPeriod: { fen: '300', currency: 'CNY' } });
  return { id, after, tell };
}

describe('the page of a project', () => {
  it('has all that it promises on a day before anything is certain, with nothing invested and nobody in charge', async () => {
    const { id, tell } = await told();
    const after = await tell('sign', { on: '2026-04-02' });
    const early = await page(id, { effectiveOn: '2001-01-01', after });
    expect(Object.keys(early)).toEqual(expect.arrayContaining(await promised(ledger)));
    expect(early).toMatchObject({
      id,
      name: '新材料项目',
      zoneName: '示例经开区',
      stage: 'registered',
      standing: 'active',
      leaderId: null,
      leaderName: null,
      coLeaderIds: [],
      totalInvestment: TOTAL,
      investedThisYear: NOTHING,
      invested: NOTHING,
      effectiveOn: '2001-01-01',
    });
    expect(await page(id)).toMatchObject({
      stage: 'constructionStarted',
      leaderName: '欧某某',
      invested: { fen: '300', currency: 'CNY' },
    });
  });

  it('on a day asked for leaves out what lies wholly after it', async () => {
    const { id, tell } = await told();
    const body = { name: '走访者' };
    const personId = ((await ledger.post('/api/people', body).expect(201)).body as { id: string }).id;
    await tell('plan-milestone', { milestone: 'completed', on: '2026-06' });
    await tell('sign', { on: '2026-03-02' });
    await tell('report-progress', { period: '2026-06', text: '桩基' });
    await tell('record-funds', { on: '2026-04-08', amount: { fen: '500', currency: 'CNY' } });
    await tell('record-funds', { on: '2026-07-08', amount: { fen: '70', currency: 'CNY' } });
    for (const on of ['2026-04-10', '2026-09-01', 'unknown']) {
      await tell('record-site-visit', { on, personId });
      await tell('record-help-action', { on, personId, text: '协调' });
    }
    const after = await tell('suspend', { on: '2026-10-01', reason: '资金' });
    const then = await page(id, { effectiveOn: '2026-06-15', after });
    expect(then).toMatchObject({
      stage: 'constructionStarted',
      milestones: [{ milestone: 'signed' }, { milestone: 'constructionStarted' }],
      contracts: [{ on: '2026-03-02' }],
      standings: [],
      plans: [],
      years: [],
      reports: [{ period: '2026-06' }],
      funds: { arrivals: [{ on: '2026-04-08' }], sums: [{ fen: '500' }] },
      siteVisits: [{ on: '2026-04-10' }],
      helpActions: [{ on: '2026-04-10' }],
      tenures: [{ from: '2026-04-01' }],
    });
    expect(types(await facts(id, { effectiveOn: '2026-06-15', after })).sort()).toEqual([
      'ConstructionStarted',
      'FundsArrived',
      'HelpActionRecorded',
      'LeaderAssigned',
      'ProgressReported',
      'ProjectRegistered',
      'ProjectSigned',
      'SiteVisited',
    ]);
    const early = await page(id, { effectiveOn: '2026-03-20' });
    expect(early).toMatchObject({ tenures: [], milestones: [{ milestone: 'signed' }] });
    expect(await facts(id)).toMatchObject({ items: { length: 16 }, total: 16 });
    expect(await page(id)).toMatchObject({ siteVisits: [{}, {}, {}], plans: [{}], standings: [{}], years: [{}] });
  });

  it('shows the latest of long lists, and how many more there are', async () => {
    const { id, tell } = await told();
    const made = await ledger.post('/api/people', { name: '走访者' }).expect(201);
    const { id: personId } = made.body as { id: string };
    let after = '';
    for (let n = 0; n < 201; n++)
      after = await tell('record-site-visit', { on: '2026-05-06', personId, found: `第${n}次` });
    const shown = await page(id, { after });
    expect((shown['siteVisits'] as object[])[0]).toMatchObject({ found: '第1次' });
    expect(shown['more']).toEqual({ reports: 0, arrivals: 0, siteVisits: 1, helpActions: 0 });
    expect(await facts(id, { limit: '200' })).toMatchObject({ items: { length: 200 }, total: 205 });
  });

  it('has its facts in a list of their own, page by page, each as corrected and without what was revoked', async () => {
    const { id, tell, after: before } = await told();
    const all = (await facts(id, { after: before })).items;
    expect(types({ items: all })).toEqual([
      'ProjectRegistered',
      'ConstructionStarted',
      'LeaderAssigned',
      'InvestmentReported',
    ]);
    const [, start, leader, money] = all;
    await tell('correct', { factId: start?.id, data: { on: '2026-04' }, reason: '误填' });
    const after = await tell('revoke', { factId: money?.id, reason: '重复' });
    const first = await facts(id, { after, limit: '2' });
    expect(first).toMatchObject({
      items: [{ type: 'ProjectRegistered' }, { id: start?.id, data: { on: '2026-04' } }],
      total: 3,
    });
    await tell('sign', { on: '2026-03-01' });
    const rest = await facts(id, { cursor: first.next as string, limit: '2' });
    expect(rest).toMatchObject({ items: [{ id: leader?.id }], next: null, total: 3 });
    const one = (factId: string | undefined) => ledger.get(`/api/projects/${id}/facts/${factId}`);
    expect((await one(start?.id).expect(200)).body).toMatchObject({
      data: { on: '2026-04' },
      asOf: { seq: expect.any(Number) as number },
    });
    for (const none of [money?.id, id, 'x']) {
      expect((await one(none).expect(404)).body).toMatchObject({ code: 'FactNotFound', params: { factId: none } });
    }
    await ledger.get(`/api/projects/${id}/facts?limit=0`).expect(400);
    const stranger = '018f0000-0000-7000-8000-000000000000';
    for (const path of ['facts', `facts/${stranger}`]) {
      const refused = await ledger.get(`/api/projects/${stranger}/${path}`).expect(404);
      expect(refused.body).toMatchObject({ code: 'ProjectNotFound' });
    }
  });

  it('of a voided project is all there, as voided', async () => {
    const { id, tell } = await told();
    const after = await tell('void', { reason: '重复入库' });
    for (const effectiveOn of ['2001-01-01', '2026-11-22']) {
      const voided = await page(id, { after, effectiveOn });
      expect(Object.keys(voided)).toEqual(expect.arrayContaining(await promised(ledger)));
      expect(voided).toMatchObject({ name: '新材料项目', zoneName: '示例经开区', standing: 'voided' });
    }
    expect(await page(id)).toMatchObject({ stage: 'constructionStarted', invested: { fen: '300' } });
  });

  it('of which the registration was revoked is all there, as withdrawn, and as before once it is reinstated', async () => {
    const { id, tell, after: before } = await told();
    const registration = (await facts(id, { after: before })).items.find(
      ({ type }) => type === 'ProjectRegistered',
    )?.id;
    const revoked = await ledger
      .post(`/api/projects/${id}/revoke`, { factId: registration, reason: '误登' })
      .expect(201);
    const { after, eventIds } = revoked.body as { after: string; eventIds: string[] };
    const withdrawn = await page(id, { after });
    expect(Object.keys(withdrawn)).toEqual(expect.arrayContaining(await promised(ledger)));
    expect(withdrawn).toMatchObject({
      name: '新材料项目',
      zoneName: '示例经开区',
      totalInvestment: TOTAL,
      standing: 'withdrawn',
      revision: '4',
    });
    expect(types(await facts(id, { after }))).not.toContain('ProjectRegistered');
    const again = await tell('revoke', { factId: eventIds[0], reason: '撤销有误' });
    expect(await page(id, { after: again })).toMatchObject({ name: '新材料项目', standing: 'active' });
  });

  it('and its lists are found under an id in capitals, and name it as the ledger does', async () => {
    const { id, after } = await told();
    const shouted = id.toUpperCase();
    expect(await page(shouted, { after })).toEqual(await page(id, { after }));
    for (const list of ['timeline', 'events', 'facts']) {
      const answer = await ledger.get(`/api/projects/${shouted}/${list}?limit=2`).expect(200);
      const { next } = answer.body as { next: string };
      await ledger.get(`/api/projects/${id}/${list}?limit=2&cursor=${encodeURIComponent(next)}`).expect(200);
    }
    const { leaderId } = await page(id);
    const leader = String(leaderId);
    for (const address of [
      (asked: string) => `leaders/${asked}?after=${after}`,
      (asked: string) => `people/${asked}`,
    ]) {
      const one = await ledger.get(`/api/${address(leader)}`).expect(200);
      const other = await ledger.get(`/api/${address(leader.toUpperCase())}`).expect(200);
      expect(other.body).toEqual(one.body);
    }
  });
});
