import { given, openLedger, type Ledger } from './harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

type Page = Readonly<Record<string, unknown>>;

interface Facts {
  readonly items: readonly { readonly id: string; readonly type: string; readonly data: object }[];
  readonly next: string | null;
  readonly total: number;
}

const NOTHING = { fen: '0', currency: 'CNY' };
const TOTAL = { fen: '500000000000', currency: 'CNY' };

async function page(id: string, query: Record<string, string> = {}): Promise<Page> {
  return (await ledger.get(`/api/projects/${id}`).query(query).expect(200)).body as Page;
}

async function facts(id: string, query: Record<string, string> = {}): Promise<Facts> {
  return (await ledger.get(`/api/projects/${id}/facts`).query(query).expect(200)).body as Facts;
}

const types = ({ items }: Pick<Facts, 'items'>): string[] => items.map(({ type }) => type);

/** Everything that the OpenAPI document promises of a page. */
async function promised(): Promise<string[]> {
  interface Schema {
    readonly required?: string[];
  }
  const answer = await ledger.get('/api/openapi.json').expect(200);
  const { schemas } = (answer.body as { components: { schemas: Record<string, Schema> } }).components;
  return schemas['ProjectPageShape']?.required ?? [];
}

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
    expect(Object.keys(early)).toEqual(expect.arrayContaining(await promised()));
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
      expect(Object.keys(voided)).toEqual(expect.arrayContaining(await promised()));
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
    expect(Object.keys(withdrawn)).toEqual(expect.arrayContaining(await promised()));
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

describe('the page of a project whose whole life was told', () => {
  interface Named {
    readonly id: string;
    readonly name: string | null;
  }
  let id = '';
  let after = '';
  let zoneId = '';
  let other = '';
  let personId = '';
  let unitId = '';
  let agentId = '';
  let catalogue = '';
  const made = async (path: string, body: object): Promise<string> =>
    ((await ledger.post(path, body).expect(201)).body as { id: string }).id;
  const tell = async (verb: string, body: object, project = id): Promise<string> => {
    const answer = (await ledger.post(`/api/projects/${project}/${verb}`, body).expect(201)).body as object;
    after = (answer as { after: string }).after;
    return (answer as { eventIds: string[] }).eventIds[0] as string;
  };
  const cny = (fen: string) => ({ fen, currency: 'CNY' });

  beforeAll(async () => {
    ({ zoneId, projectId: id } = await given(ledger, {
      totalInvestment: TOTAL,
      nature: 'new',
      content: '厂房三座',
      builder: { name: '甲公司' },
      industry: { edition: '2011', code: 'C2651' },
      capital: 'foreign',
      place: '工业园一路',
    }));
    other = await made('/api/zones', {
      name: '新城高新区',
      level: 'provincial',
      kind: 'highTech',
      hostCounty: '420303',
      from: '2018-01-01',
    });
    personId = await made('/api/people', { name: '李某某' });
    unitId = await made('/api/organizations', { name: '经济发展局', kind: 'department', from: '2018-01-01' });
    agentId = await made('/api/organizations', { name: '代办中心', kind: 'department', from: '2018-01-01' });
    catalogue = await made('/api/catalogues', {
      name: '审批事项目录（2026）',
      from: '2026-01-01',
      items: [
        { id: 'land', name: '用地预审' },
        { id: 'env', name: '环评批复', group: '立项阶段' },
      ],
    });
  });

  it('shows the registration data as of the day, with every change of them', async () => {
    await tell('change-total-investment', { amount: cny('600000000000'), reason: '增加生产线', doc: '发改备17号' });
    await tell('reclassify-industry', { edition: '2017', code: 'C2651' });
    await tell('move-to-zone', { zoneId: other, reason: '区划调整' });
    await tell('change-builder', { builder: { name: '乙公司' } });
    const shown = await page(id, { after });
    expect(shown).toMatchObject({
      registration: {
        nature: { id: 'new', label: { zh: '新建', en: 'new' } },
        capital: { id: 'foreign', label: { zh: '外资' } },
        content: '厂房三座',
        builder: { name: '乙公司' },
        industry: { edition: '2017', code: 'C2651' },
        zone: { id: other, name: '新城高新区' },
        totalInvestment: cny('600000000000'),
        place: '工业园一路',
        changes: [
          { field: 'totalInvestment', value: cny('600000000000'), reason: '增加生产线', doc: '发改备17号' },
          { field: 'industry', value: { edition: '2017', code: 'C2651' }, label: { zh: '变更行业分类' } },
          { field: 'zoneId', zone: { name: '新城高新区' }, reason: '区划调整' },
          { field: 'builder', value: { name: '乙公司' } },
        ],
      },
    });
    expect(await page(id, { effectiveOn: '2026-11-21' })).toMatchObject({
      registration: {
        industry: { edition: '2011' },
        zone: { id: zoneId, name: '示例经开区' },
        builder: { name: '甲公司' },
      },
    });
  });

  it('shows each phase at a stage of its own, and the project once', async () => {
    await tell('start-construction', { on: '2026-05', phase: '一期' });
    await tell('complete', { on: '2026-09', phase: '一期' });
    await tell('plan-milestone', { milestone: 'constructionStarted', on: '2027-03', phase: '二期' });
    const shown = await page(id, { after });
    expect(shown).toMatchObject({
      stage: 'constructionStarted',
      countedAs: { id: 'project' },
      phases: [
        {
          phase: '一期',
          stage: 'completed',
          stageLabel: { zh: '竣工' },
          milestones: [{ milestone: 'constructionStarted' }, { milestone: 'completed' }],
        },
        { phase: '二期', stage: 'registered', milestones: [] },
      ],
    });
    const { items } = (await ledger.get('/api/projects').query({ zoneId: other }).expect(200)).body as {
      items: Named[];
    };
    expect(items.map((item) => item.id)).toEqual([id]);
  });

  it('shows a framework agreement beside the contract, and the terms of land beside what came of them', async () => {
    await tell('sign-framework-agreement', { on: '2025-12' });
    expect(await page(id, { after, effectiveOn: '2026-01-10' })).toMatchObject({ stage: 'registered' });
    await tell('sign', { on: '2026-01-15', contractNo: '合8', contractAmount: cny('100'), agreedStart: '2026-04' });
    await tell('supply-land', {
      on: '2026-03-20',
      mode: 'flexibleTerm',
      area: 6_666_667,
      termYears: 20,
      contractNo: '土合12',
      agreedHandover: '2026-04-10',
      agreedStart: '2026-06',
      agreedCompletion: '2026-10-31',
    });
    await tell('hand-over-land', { on: '2026-04-30' });
    const shown = await page(id, { after });
    expect(shown).toMatchObject({
      frameworkAgreements: [{ on: '2025-12', onText: '2025年12月' }],
      contracts: [
        {
          on: '2026-01-15',
          contractNo: '合8',
          contractAmount: cny('100'),
          start: { agreed: '2026-04', actual: '2026-05', daysLate: 31 },
          production: { agreed: null, actual: null, daysLate: null },
        },
      ],
      land: [
        {
          mode: { id: 'flexibleTerm', label: { zh: '弹性年期' } },
          area: 6_666_667,
          termYears: 20,
          handover: { agreed: '2026-04-10', actual: '2026-04-30', daysLate: 20 },
          start: { agreed: '2026-06', actual: '2026-05', daysLate: 0 },
          completion: { agreed: '2026-10-31', actual: null, daysLate: 22 },
        },
      ],
    });
  });

  it('shows permits in the order of their catalogue, by name, with the days they took', async () => {
    await tell('report-permit-status', {
      catalogue,
      item: 'env',
      state: 'inProgress',
      on: '2026-03-02',
      unitId: agentId,
    });
    await tell('report-permit-status', { catalogue, item: 'env', state: 'done', on: '2026-05-20', unitId: agentId });
    await tell('report-permit-status', { catalogue, item: 'land', state: 'inProgress', on: '2026-11-12' });
    const shown = await page(id, { after });
    expect(shown['permits']).toMatchObject([
      {
        catalogue: { id: catalogue, name: '审批事项目录（2026）' },
        item: { id: 'land', name: '用地预审', group: null },
        state: { id: 'inProgress', label: { zh: '办理中' } },
        elapsedDays: 10,
        unit: null,
      },
      {
        item: { id: 'env', name: '环评批复', group: '立项阶段' },
        state: { id: 'done', label: { zh: '已办结' } },
        since: '2026-05-20',
        elapsedDays: 79,
        unit: { id: agentId, name: '代办中心' },
        steps: [{ state: 'inProgress' }, { state: 'done' }],
      },
    ]);
  });

  it('shows plans of the year and its quarters against the money, and each report with who filed it as what', async () => {
    await tell('assign-responsible-unit', { unitId, from: '2026-01-01' });
    await tell('assign-agent-unit', { unitId: agentId, from: '2026-01-01' });
    await tell('set-annual-plan', { year: 2026, investment: cny('900'), goal: '主体完工' });
    await tell('set-quarter-plan', { year: 2026, quarter: 2, goal: '完成桩基', investment: cny('300') });
    await tell('report-investment', { period: '2026-03', inPeriod: cny('50'), unitId });
    await tell('report-investment', { period: '2026-05', cumulativeInYear: cny('150'), unitId });
    await tell('report-progress', { period: '2026-05', text: '桩基施工', difficulties: '用电未接通', unitId });
    await tell('report-progress', { period: '2026-05', text: '环评办结', unitId: agentId });
    const shown = await page(id, { after });
    expect(shown).toMatchObject({
      years: [
        {
          year: 2026,
          plans: [{ investment: cny('900'), goal: '主体完工' }],
          invested: cny('150'),
          quarters: [
            { quarter: 1, plans: [], invested: cny('50') },
            { quarter: 2, plans: [{ goal: '完成桩基', investment: cny('300') }], invested: cny('100') },
            { quarter: 3, invested: null },
            { quarter: 4, invested: null },
          ],
        },
      ],
      reports: [
        {
          period: '2026-05',
          unit: { id: unitId, name: '经济发展局' },
          role: 'responsibleUnit',
          text: '桩基施工',
          difficulties: '用电未接通',
          cumulativeInYear: cny('150'),
        },
        { period: '2026-05', unit: { name: '代办中心' }, role: 'agentUnit', text: '环评办结', inPeriod: null },
        { period: '2026-03', inPeriod: cny('50'), text: null },
      ],
    });
  });

  it('shows funds by currency, key lists with who was taken off, visits and help', async () => {
    await tell('record-funds', { on: '2026-04-08', amount: { fen: '500', currency: 'USD' } });
    await tell('record-funds', { on: '2026-05', amount: { fen: '250', currency: 'USD' } });
    await tell('record-funds', { on: '2026-06', amount: cny('7') });
    await tell('list-as-key-project', { level: 'city', year: 2026, category: 'newStart', doc: '3号' });
    await tell('remove-from-key-list', { level: 'city', year: 2026, reason: '不具备条件' });
    await tell('list-as-key-project', { level: 'province', year: 2026, category: 'mustProduce' });
    await tell('record-site-visit', { on: '2026-06-11', personId, found: '用电未接通' });
    await tell('record-help-action', { on: '2026-06-18', personId, text: '协调供电' });
    const shown = await page(id, { after });
    expect(shown).toMatchObject({
      funds: {
        arrivals: [{ on: '2026-04-08' }, { onText: '2026年5月' }, { amount: cny('7') }],
        sums: [{ fen: '750', currency: 'USD' }, cny('7')],
      },
      keyLists: [
        {
          year: 2026,
          level: { id: 'province', label: { zh: '省' } },
          category: { label: { zh: '保投产' } },
          removed: null,
        },
        {
          year: 2026,
          level: { id: 'city' },
          category: { id: 'newStart' },
          doc: '3号',
          removed: { reason: '不具备条件' },
        },
      ],
      siteVisits: [{ person: { id: personId, name: '李某某' }, found: '用电未接通' }],
      helpActions: [{ person: { name: '李某某' }, text: '协调供电' }],
    });
  });

  it('says on the timeline what each new fact changed', async () => {
    interface Item {
      readonly type: string;
      readonly changes: readonly { readonly field: string; readonly to: unknown }[];
    }
    const answer = await ledger.get(`/api/projects/${id}/timeline`).query({ limit: 200, after }).expect(200);
    const { items } = answer.body as { items: Item[] };
    expect(items.filter(({ changes }) => changes.length === 0).map(({ type }) => type)).toEqual([]);
    const last = (type: string) => items.findLast((item) => item.type === type)?.changes;
    expect(last('IndustryReclassified')).toMatchObject([{ field: 'industry', to: { edition: '2017', code: 'C2651' } }]);
    expect(last('ProjectMovedToZone')).toMatchObject([{ field: 'zoneId', to: other }]);
    expect(last('QuarterPlanSet')).toMatchObject([
      { field: 'quarterInvestment.2026-Q2', to: cny('300') },
      { field: 'quarterPlan.2026-Q2', to: '完成桩基' },
    ]);
    expect(last('RemovedFromKeyList')).toEqual([{ field: 'keyList.city.2026', from: 'newStart', to: null }]);
    expect(last('FundsArrived')).toEqual([{ field: 'funds.CNY', from: null, to: cny('7') }]);
    expect(items.filter(({ type }) => type === 'FundsArrived')[1]?.changes).toEqual([
      { field: 'funds.USD', from: { fen: '500', currency: 'USD' }, to: { fen: '750', currency: 'USD' } },
    ]);
    expect(items.filter(({ type }) => type === 'PermitStatusReported')[1]?.changes).toEqual([
      { field: `permit.${catalogue}.env`, from: 'inProgress', to: 'done' },
    ]);
    expect(last('SiteVisited')).toEqual([{ field: 'siteVisits', from: null, to: 1 }]);
    expect(last('AgentUnitAssigned')).toEqual([{ field: 'agentUnitId', from: null, to: agentId }]);
  });

  it('names what it was split from and merged into, and how it counts for that', async () => {
    const part = await made('/api/projects', { name: '子项目', zoneId });
    await tell('split-from', { projectId: id, share: 4000 }, part);
    expect(await page(id, { after })).toMatchObject({
      countedAs: { id: 'package' },
      parts: [{ id: part, name: '子项目', share: 4000 }],
      splitFrom: null,
    });
    expect(await page(part)).toMatchObject({
      countedAs: { id: 'part', label: { zh: '打包项目的一部分' } },
      splitFrom: { project: { id, name: '新材料项目' }, share: 4000 },
    });
    const gone = await made('/api/projects', { name: '重复项目', zoneId });
    await tell('merge-into', { projectId: id, reason: '同一宗地' }, gone);
    await tell('rename', { name: '新材料产业园' });
    expect(await page(id, { after })).toMatchObject({ mergedHere: [{ id: gone, name: '重复项目' }] });
    const merged = await page(gone);
    expect(Object.keys(merged)).toEqual(expect.arrayContaining(await promised()));
    expect(merged).toMatchObject({
      name: '重复项目',
      standing: 'merged',
      standingLabel: { zh: '已并入' },
      countedAs: { id: 'nothing' },
      mergedInto: { project: { id, name: '新材料产业园' }, reason: '同一宗地' },
    });
    const { items } = (await ledger.get('/api/projects').query({ text: '重复项目' }).expect(200)).body as {
      items: Named[];
    };
    expect(items).toEqual([]);
  });

  it('shows a finding that was explained as such, and does not lose it', async () => {
    const findings = async () =>
      (await page(id, { after }))['findings'] as {
        id: string;
        code: string;
        factIds: string[];
        explanation: object | null;
      }[];
    const slipped = async () => (await findings()).find(({ code }) => code === 'PlanSlipped');
    await tell('reschedule', {
      milestone: 'constructionStarted',
      from: '2027-03',
      to: '2027-09',
      reason: '征地未完成',
      phase: '二期',
    });
    const found = await slipped();
    expect(found).toMatchObject({ explanation: null });
    await tell('explain-finding', { finding: found?.id, evidence: found?.factIds, text: '征地由省级工程统一推进' });
    expect(await slipped()).toMatchObject({
      id: found?.id,
      factIds: found?.factIds,
      explanation: { text: '征地由省级工程统一推进' },
    });
  });
});
