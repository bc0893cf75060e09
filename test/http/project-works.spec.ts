import { openLedger, type Ledger } from './harness.ts';
import { cny, openLife, type Life } from './project-page.harness.ts';

let ledger: Ledger;
let life: Life;
beforeAll(async () => {
  ledger = await openLedger();
  life = await openLife(ledger);
});
afterAll(() => ledger.close());

describe('the page of a project: its works and its money', () => {
  it('shows a framework agreement beside the contract, and the terms of land beside what came of them', async () => {
    const { tell, page } = life;
    await tell('sign-framework-agreement', { on: '2025-12' });
    expect(await page({ effectiveOn: '2026-01-10' })).toMatchObject({ stage: 'registered' });
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
    await tell('start-construction', { on: '2026-05', phase: '一期' });
    const shown = await page();
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
    const { catalogue, agentId, tell, page } = life;
    await tell('report-permit-status', {
      catalogue,
      item: 'env',
      state: 'inProgress',
      on: '2026-03-02',
      unitId: agentId,
    });
    await tell('report-permit-status', { catalogue, item: 'env', state: 'done', on: '2026-05-20', unitId: agentId });
    await tell('report-permit-status', { catalogue, item: 'land', state: 'inProgress', on: '2026-11-12' });
    const shown = await page();
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
    const { unitId, agentId, tell, page } = life;
    await tell('assign-responsible-unit', { unitId, from: '2026-01-01' });
    await tell('assign-agent-unit', { unitId: agentId, from: '2026-01-01' });
    await tell('set-annual-plan', { year: 2026, investment: cny('900'), goal: '主体完工' });
    await tell('set-quarter-plan', { year: 2026, quarter: 2, goal: '完成桩基', investment: cny('300') });
    await tell('report-investment', { period: '2026-03', inPeriod: cny('50'), unitId });
    await tell('report-investment', { period: '2026-05', cumulativeInYear: cny('150'), unitId });
    await tell('report-progress', { period: '2026-05', text: '桩基施工', difficulties: '用电未接通', unitId });
    await tell('report-progress', { period: '2026-05', text: '环评办结', unitId: agentId });
    const shown = await page();
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
    const { personId, tell, page } = life;
    await tell('record-funds', { on: '2026-04-08', amount: { fen: '500', currency: 'USD' } });
    await tell('record-funds', { on: '2026-05', amount: { fen: '250', currency: 'USD' } });
    await tell('record-funds', { on: '2026-06', amount: cny('7') });
    await tell('list-as-key-project', { level: 'city', year: 2026, category: 'newStart', doc: '3号' });
    await tell('remove-from-key-list', { level: 'city', year: 2026, reason: '不具备条件' });
    await tell('list-as-key-project', { level: 'province', year: 2026, category: 'mustProduce' });
    await tell('record-site-visit', { on: '2026-06-11', personId, found: '用电未接通' });
    await tell('record-help-action', { on: '2026-06-18', personId, text: '协调供电' });
    const shown = await page();
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
    const { agentId, catalogue } = life;
    const items = await life.changes();
    expect(items.filter(({ changes }) => changes.length === 0).map(({ type }) => type)).toEqual([]);
    const last = (type: string) => items.findLast((item) => item.type === type)?.changes;
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
});
