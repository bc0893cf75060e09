import { openLedger, type Ledger } from './harness.ts';
import { cny, listed, openLife, promised, type Life } from './project-page.harness.ts';

let ledger: Ledger;
let life: Life;
beforeAll(async () => {
  ledger = await openLedger();
  life = await openLife(ledger);
});
afterAll(() => ledger.close());

describe('the page of a project: its registration', () => {
  it('shows the registration data as of the day, with every change of them', async () => {
    const { zoneId, otherZoneId, tell, page } = life;
    await tell('change-total-investment', { amount: cny('600000000000'), reason: '增加生产线', doc: '发改备17号' });
    await tell('reclassify-industry', { edition: '2017', code: 'C2651' });
    await tell('move-to-zone', { zoneId: otherZoneId, reason: '区划调整' });
    await tell('change-builder', { builder: { name: '乙公司' } });
    const shown = await page();
    expect(shown).toMatchObject({
      registration: {
        nature: { id: 'new', label: { zh: '新建', en: 'new' } },
        capital: { id: 'foreign', label: { zh: '外资' } },
        content: '厂房三座',
        builder: { name: '乙公司' },
        industry: { edition: '2017', code: 'C2651' },
        zone: { id: otherZoneId, name: '新城高新区' },
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
    expect(await page({ effectiveOn: '2026-11-21' })).toMatchObject({
      registration: {
        industry: { edition: '2011' },
        zone: { id: zoneId, name: '示例经开区' },
        builder: { name: '甲公司' },
      },
    });
  });

  it('says on the timeline what each change of it changed', async () => {
    const items = await life.changes();
    expect(items.filter(({ changes }) => changes.length === 0)).toEqual([]);
    const last = (type: string) => items.findLast((item) => item.type === type)?.changes;
    expect(last('IndustryReclassified')).toMatchObject([{ field: 'industry', to: { edition: '2017', code: 'C2651' } }]);
    expect(last('ProjectMovedToZone')).toMatchObject([{ field: 'zoneId', to: life.otherZoneId }]);
  });

  it('shows each phase at a stage of its own, and the project once', async () => {
    const { id, otherZoneId, tell, page } = life;
    await tell('start-construction', { on: '2026-05', phase: '一期' });
    await tell('complete', { on: '2026-09', phase: '一期' });
    await tell('plan-milestone', { milestone: 'constructionStarted', on: '2027-03', phase: '二期' });
    const shown = await page();
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
    expect(await listed(ledger, { zoneId: otherZoneId })).toEqual([id]);
  });

  it('names what it was split from and merged into, and how it counts for that', async () => {
    const { id, zoneId, made, tell, page } = life;
    const part = await made('/api/projects', { name: '子项目', zoneId });
    await tell('split-from', { projectId: id, share: 4000 }, part);
    expect(await page()).toMatchObject({
      countedAs: { id: 'package' },
      parts: [{ id: part, name: '子项目', share: 4000 }],
      splitFrom: null,
    });
    expect(await page({}, part)).toMatchObject({
      countedAs: { id: 'part', label: { zh: '打包项目的一部分' } },
      splitFrom: { project: { id, name: '新材料项目' }, share: 4000 },
    });
    const gone = await made('/api/projects', { name: '重复项目', zoneId });
    await tell('merge-into', { projectId: id, reason: '同一宗地' }, gone);
    await tell('rename', { name: '新材料产业园' });
    expect(await page()).toMatchObject({ mergedHere: [{ id: gone, name: '重复项目' }] });
    const merged = await page({}, gone);
    expect(Object.keys(merged)).toEqual(expect.arrayContaining(await promised(ledger)));
    expect(merged).toMatchObject({
      name: '重复项目',
      standing: 'merged',
      standingLabel: { zh: '已并入' },
      countedAs: { id: 'nothing' },
      mergedInto: { project: { id, name: '新材料产业园' }, reason: '同一宗地' },
    });
    expect(await listed(ledger, { text: '重复项目' })).toEqual([]);
  });

  it('shows a finding that was explained as such, and does not lose it', async () => {
    const { tell, page } = life;
    const findings = async () =>
      (await page())['findings'] as {
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
