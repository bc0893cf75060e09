import type { Recorded, StoredEvent } from '#kernel';
import { factsOf, plansOf, reachedMilestones, type ProjectEvent } from '#ledger';
import type { ImportReport } from '../../apps/cli/src/import/report.ts';
import { eventsIn, folderWith, imported, projectEvents, remove } from './ledger.ts';
import { inventedSet, listCsv, monthsCsv, type InventedFiles } from './invented-set.ts';

const folders: string[] = [];
afterAll(() => folders.forEach(remove));

interface Imported {
  readonly report: ImportReport;
  readonly events: readonly StoredEvent[];
  readonly project: readonly Recorded<ProjectEvent>[];
  /** Codes of the warnings, in order of filing. */
  readonly warned: readonly string[];
}

async function importing(files: InventedFiles): Promise<Imported> {
  const folder = folderWith(inventedSet(files));
  const dataDir = folderWith();
  folders.push(folder, dataDir);
  const report = await imported(folder, dataDir);
  const events = await eventsIn(dataDir);
  const project = projectEvents(events);
  const warned = report.rows.flatMap(({ warnings = [] }) => warnings.map(({ code }) => code));
  return { report, events, project, warned };
}

/** The months of one project that is planned for 2020, each `status,start,end`, filed on the 25th from March on. */
function months(...rows: readonly string[]): InventedFiles {
  return {
    months: monthsCsv(
      ...rows.map((row, i) => {
        const month = String(i + 3).padStart(2, '0');
        return `7,2020-${month}-25 09:00:00,2020-${month},${row},${i + 1},第${i + 1}次`;
      }),
    ),
  };
}

const startOf = ({ project }: Imported) =>
  reachedMilestones(factsOf(project)).find(({ milestone }) => milestone === 'constructionStarted')?.on;
const planOf = ({ project }: Imported) =>
  plansOf(factsOf(project)).find(({ milestone }) => milestone === 'constructionStarted');
const typesOf = (events: readonly Recorded<ProjectEvent>[], type: string) => events.filter((e) => e.type === type);

it('registers the project as filed with its first report, in the zone that the set names', async () => {
  const { events, report } = await importing({});
  expect(events.map(({ type }) => type)).toEqual([
    'ZoneDefined',
    'ProjectRegistered',
    'MilestonePlanned',
    'LeaderAssigned',
    'OrganizationDefined',
    'ResponsibleUnitAssigned',
    'InvestmentReported',
    'ProgressReported',
  ]);
  const [zone, registered, , leader, unit] = events as [
    StoredEvent,
    StoredEvent,
    StoredEvent,
    StoredEvent,
    StoredEvent,
  ];
  expect(registered.data).toEqual({
    name: '风筝厂',
    zoneId: zone.stream.slice('zone-'.length),
    nature: 'expansion',
    totalInvestment: { fen: '15000000000', currency: 'CNY' },
    source: '第7号',
  });
  expect(registered.metadata).toMatchObject({
    filedAt: '2020-03-05T02:00:00.000Z',
    filedAtClaimed: true,
    source: {
      kind: 'import',
      batch: report.batch,
      file: 'list.csv',
      row: 2,
      columns: ['名称', '性质', '总投资（亿元）', '序号'],
    },
  });
  expect(leader.data).toMatchObject({ lead: true, from: 'unknown' });
  expect(unit.data).toEqual({ name: '区水局', kind: 'department', from: '2020-01-01' });
});

it('lets a blank cell say nothing', async () => {
  const { project } = await importing({
    list: listCsv('7,风筝厂,,,,,,,'),
    months: monthsCsv('7,2020-03-05,2020-03,,,,,'),
  });
  expect(project.map(({ type, data }) => [type, Object.keys(data)])).toEqual([
    ['ProjectRegistered', ['name', 'zoneId', 'source']],
  ]);
});

it('takes a listing for a listing and no nature', async () => {
  const { project } = await importing({ list: listCsv('7,风筝厂,续建,1,,,,,') });
  expect(project[0]?.data).not.toHaveProperty('nature');
  expect(project[1]).toMatchObject({
    type: 'ListedAsKeyProject',
    data: { level: 'city', year: 2020, category: 'continued' },
  });
});

it('plans with a first date, narrows inside the year, reschedules with another', async () => {
  const done = await importing(months('未开,2020-06,', '未开,,', '未开,2020-06,', '未开,2020.9,'));
  expect(typesOf(done.project, 'MilestonePlanned').map(({ data }) => data)).toEqual([
    { milestone: 'constructionStarted', on: '2020' },
    { milestone: 'constructionStarted', on: '2020-06' },
  ]);
  expect(typesOf(done.project, 'MilestoneRescheduled').map(({ data }) => data)).toEqual([
    { milestone: 'constructionStarted', from: '2020-06', to: '2020-09', reason: '改报' },
  ]);
  expect(planOf(done)).toMatchObject({
    baseline: '2020',
    current: '2020-09',
    moves: [{ to: '2020-09', direction: 'later' }],
  });
});

it('takes the first date of one file outside the plan of another for a second plan, and says so', async () => {
  const done = await importing(months('未开,2019-11,', '未开,2020-06,'));
  expect(typesOf(done.project, 'MilestonePlanned').map(({ data }) => data)).toEqual([
    { milestone: 'constructionStarted', on: '2020' },
    { milestone: 'constructionStarted', on: '2019-11' },
  ]);
  expect(typesOf(done.project, 'MilestoneRescheduled')).toHaveLength(1);
  expect(done.warned).toEqual(['PlanOutsideEarlierPlan']);
});

it('starts on a date that is not later than the report', async () => {
  const done = await importing(months('在建,2020-03,'));
  expect(startOf(done)).toBe('2020-03');
  expect(done.warned).toEqual([]);
});

it.each([
  ['without a date', '在建,,', 'DateMissing'],
  ['with a date that lies ahead', '在建,2020-04,', 'DateInFuture'],
])('starts %s on an unknown one, with a warning', async (_, row, code) => {
  const done = await importing(months(row));
  expect(startOf(done)).toBe('unknown');
  expect(done.warned).toEqual([code]);
  expect(done.report.rows.find(({ warnings }) => warnings)?.warnings?.[0]).toMatchObject({
    file: 'months.csv',
    row: 2,
    columns: ['状态', '开工', '月份'],
  });
});

it('corrects an unknown start where a later report gives the date, and never back to unknown', async () => {
  const done = await importing(months('在建,,', '在建,2020-02,', '在建,,'));
  expect(startOf(done)).toBe('2020-02');
  expect(typesOf(done.project, 'FactCorrected')).toHaveLength(1);
  expect(done.warned).toEqual(['DateMissing', 'DateGivenLater']);
});

it('corrects a start that a later report dates otherwise', async () => {
  const done = await importing(months('在建,2020-03,', '在建,2020-01,'));
  expect(startOf(done)).toBe('2020-01');
  expect(done.warned).toEqual(['DateChanged']);
});

it('takes a start back where a later report is before it, and takes the next one as new', async () => {
  const back = await importing(months('在建,2020-03,', '未开,2020-06,'));
  expect(startOf(back)).toBeUndefined();
  expect(planOf(back)?.current).toBe('2020-06');
  expect(back.warned).toEqual(['TakenBack']);
  const again = await importing(months('在建,2020-03,', '未开,2020-06,', '在建,2020-05,'));
  expect(startOf(again)).toBe('2020-05');
});

it('completes on an unknown date where the date given lies ahead', async () => {
  const done = await importing(months('建成,2020-01,2021-12'));
  expect(reachedMilestones(factsOf(done.project)).map(({ milestone, on }) => [milestone, on])).toEqual([
    ['constructionStarted', '2020-01'],
    ['completed', 'unknown'],
  ]);
});

it('names the first person of a cell lead and the others co-leads, by id', async () => {
  const done = await importing({ list: listCsv('7,风筝厂,扩建,1,,A1/B2/C3,"欧某某\n柳  某 白某某",,') });
  expect(typesOf(done.project, 'LeaderAssigned').map(({ data }) => (data as { lead: boolean }).lead)).toEqual([
    true,
    false,
    false,
  ]);
  expect(done.warned).toEqual(['SeveralPeople']);
  expect(done.report.people).toBe(3);
});

it('takes somebody who is named twice in a cell once, as lead', async () => {
  const done = await importing({ list: listCsv('7,风筝厂,扩建,1,,A1/A1,欧某某 欧某某,,') });
  expect(typesOf(done.project, 'LeaderAssigned').map(({ data }) => (data as { lead: boolean }).lead)).toEqual([true]);
  expect(done.report.total.refused).toBe(0);
});

it('warns of what repeats the report before it and of sums above the total', async () => {
  const done = await importing({
    list: listCsv('7,风筝厂,扩建,0.5,,,,,'),
    months: monthsCsv(
      '7,2020-04-05,2020-04,未开,,,3000,甲',
      '7,2020-03-05,2020-03,未开,,,3000,乙',
      '7,2020-05-05,2020-05,未开,,,0,丙',
      '7,2020-06-05,2020-06,未开,,,0,丁',
    ),
  });
  const warned = done.report.rows.map(({ file, row, warnings = [] }) => [file, row, warnings.map(({ code }) => code)]);
  expect(warned).toEqual([
    ['list.csv', 2, ['AboveTotal']],
    ['months.csv', 3, []],
    ['months.csv', 2, ['SameNumber']],
    ['months.csv', 4, []],
    ['months.csv', 5, []],
  ]);
});

it('refuses what the API would not take either, and takes the rest of the row', async () => {
  const { report, events } = await importing({
    list: listCsv('7,风筝厂,扩建,1,2020,,,"水\u0007局",'),
    months: monthsCsv('7,2020-03-05,2020-03,未开,,,5,"响\u0007铃"'),
  });
  const refused = report.rows.map(({ refusals = [] }) => refusals.map(({ code, params }) => [code, params?.['step']]));
  expect(refused).toEqual([
    [
      ['CommandInvalid', 'DefineOrganization'],
      ['UnitUnknown', 'ResponsibleUnitAssigned'],
    ],
    [['CommandInvalid', 'ProgressReported']],
  ]);
  expect(events.map(({ type }) => type)).toEqual([
    'ZoneDefined',
    'ProjectRegistered',
    'MilestonePlanned',
    'InvestmentReported',
  ]);
});

it('lists the columns that no mapping reads, with their values', async () => {
  const { report } = await importing({});
  expect(report.files.map(({ unmapped }) => unmapped)).toEqual([[{ column: '备注', values: { '': 1 } }], []]);
});

it('appends in order of filing over all files', async () => {
  const { events } = await importing({
    list: listCsv('1,甲厂,,,,,,,', '2,乙厂,,,,,,,'),
    months: monthsCsv(
      '1,2020-03-09,2020-03,,,,,甲一',
      '2,2020-03-02,2020-03,,,,,乙一',
      '2,2020-04-02,2020-04,,,,,乙二',
    ),
  });
  const said = events.flatMap(({ data }) => (data['name'] ?? data['text'] ?? []) as string);
  expect(said).toEqual(['云边高新区', '乙厂', '乙一', '甲厂', '甲一', '乙二']);
});
