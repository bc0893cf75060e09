import type { StoredEvent } from '#kernel';
import { catalogueStream, factsOf, projectStream } from '#ledger';
import { ownIdOf, projectIdOf } from '#workbook';
import { importSet } from '../../apps/cli/src/import/import-set.ts';
import type { ImportReport } from '../../apps/cli/src/import/report.ts';
import { eventsIn, folderWith, projectEvents, remove } from './ledger.ts';
import { describeRealLedger, REAL_SET, rowsOfFile, SHARED_DATA } from './real-ledger.ts';

const SET = 'district-2018';
const streamOf = (number: string | undefined) => projectStream(projectIdOf(SET, number ?? ''));
const wan = (amount: string) => ({ fen: String(Math.round(Number(amount) * 100) * 10_000), currency: 'CNY' });

/** Every figure is counted here anew, from the files as they are. */
describeRealLedger('the roadmap and the permits of the real 2018 ledger', () => {
  let dataDir: string;
  let report: ImportReport;
  let events: readonly StoredEvent[];

  beforeAll(async () => {
    dataDir = folderWith();
    const result = await importSet({ set: REAL_SET, data: SHARED_DATA, dataDir, dryRun: false });
    if ('faults' in result) throw new Error(JSON.stringify(result.faults));
    report = result;
    events = await eventsIn(dataDir);
  });
  afterAll(() => remove(dataDir));

  const all = (type: string) => events.filter((event) => event.type === type);
  const bounds = (stream: string): readonly [string | undefined, string | undefined] => {
    const filed = events
      .filter((event) => event.stream === stream && event.metadata.source.kind === 'import')
      .filter(({ metadata: { source } }) => source.kind === 'import' && source.file.includes('monthly'))
      .map(({ metadata }) => metadata.filedAt)
      .toSorted();
    return [filed[0], filed.at(-1)];
  };

  it('plans each quarter that has a goal, with the investment that stands beside it', () => {
    const rows = rowsOfFile('maojian_2018_quarterly_roadmap.csv');
    const expected = rows.flatMap((row) =>
      ['一', '二', '三', '四'].flatMap((name, i) => {
        const goal = row[`${name}季度目标`]?.trim() ?? '';
        const money = row[`${name}季度计划投资_万元`]?.trim() ?? '';
        if (goal === '') return [];
        const investment = /^[\d.]+$/.test(money) ? { investment: wan(money) } : {};
        return [{ stream: streamOf(row['项目编号']), data: { year: 2018, quarter: i + 1, goal, ...investment } }];
      }),
    );
    expect(expected).toHaveLength(348);
    const found = all('QuarterPlanSet').map(({ stream, data }) => ({ stream, data }));
    const order = (a: { stream: string; data: object }, b: { stream: string; data: object }) =>
      `${a.stream}${JSON.stringify(a.data)}` < `${b.stream}${JSON.stringify(b.data)}` ? -1 : 1;
    const plain = (list: readonly { stream: string; data: object }[]) =>
      list
        .map(({ stream, data }) => ({ stream, data: Object.fromEntries(Object.entries(data).toSorted()) }))
        .toSorted(order);
    expect(plain(found)).toEqual(plain(expected));
    // No quarter here has money and no goal, so none is warned of.
    expect(
      report.rows.flatMap(({ warnings = [] }) => warnings).filter(({ code }) => code === 'InvestmentWithoutGoal'),
    ).toEqual([]);
  });

  it('files a quarter’s plan with the project’s first report', () => {
    expect(all('QuarterPlanSet').every(({ stream, metadata }) => metadata.filedAt === bounds(stream)[0])).toBe(true);
  });

  it('takes the goal of the year and the place of 81 and 49 projects from the roadmap', () => {
    const rows = rowsOfFile('maojian_2018_quarterly_roadmap.csv');
    const filled = (column: string) => rows.filter((row) => row[column]?.trim() !== '');
    expect([filled('全年任务').length, filled('建设地点').length]).toEqual([81, 49]);
    const goals = new Map(all('AnnualPlanSet').map(({ stream, data }) => [stream, data['goal']]));
    const places = new Map(all('ProjectRegistered').map(({ stream, data }) => [stream, data['place']]));
    for (const row of rows) {
      const stream = streamOf(row['项目编号']);
      expect([goals.get(stream) ?? '', places.get(stream) ?? '']).toEqual([
        row['全年任务']?.trim(),
        row['建设地点']?.trim(),
      ]);
    }
  });

  it('adopts the catalogue of 2018: 31 items under 7 groups', () => {
    const rows = rowsOfFile('maojian_procedure_catalog.csv').filter((row) => row['版本'] === '2018');
    const groups = new Map(rows.filter((row) => row['层级'] === '环节').map((row) => [row['代码'], row['名称']]));
    const items = rows
      .filter((row) => row['层级'] === '手续')
      .map((row) => ({ id: row['代码'], name: row['名称'], group: groups.get(row['代码']?.split('-')[0]) }));
    expect([items.length, groups.size]).toEqual([31, 7]);
    expect(all('PermitCatalogueAdopted')).toMatchObject([
      { stream: catalogueStream(ownIdOf(SET, 'catalogue')), data: { from: '2018-01-01', items } },
    ]);
  });

  it('reports 119 states of permits: 49 not begun, 17 under way, 53 done', () => {
    const rows = rowsOfFile('maojian_2018_procedure_status.csv');
    const states = { 未办理: 'notStarted', 办理中: 'inProgress', 已办结: 'done' } as const;
    const expected = rows.map((row) => [
      streamOf(row['项目编号']),
      row['手续代码'],
      states[row['状态'] as keyof typeof states],
    ]);
    const found = all('PermitStatusReported').map(({ stream, data }) => [stream, data['item'], data['state']]);
    expect(found.toSorted()).toEqual(expected.toSorted());
    const count = (state: string) => found.filter((one) => one[2] === state).length;
    expect(['notStarted', 'inProgress', 'done'].map(count)).toEqual([49, 17, 53]);
    expect(all('PermitStatusReported').every(({ data }) => data['on'] === undefined)).toBe(true);
  });

  it('files a permit’s state with the project’s last report', () => {
    expect(all('PermitStatusReported').every(({ stream, metadata }) => metadata.filedAt === bounds(stream)[1])).toBe(
      true,
    );
    const facts = factsOf(projectEvents(events, streamOf('1')));
    expect(facts.filter(({ type }) => type === 'PermitStatusReported')).toHaveLength(20);
  });

  it('finds nothing in these files that names a project or an item otherwise', () => {
    const files = ['quarterly', 'procedure_status'];
    const own = report.rows.filter(({ file }) => files.some((name) => file.includes(name)));
    expect(own).toHaveLength(99 + 119);
    expect(own.flatMap(({ warnings = [], refusals = [] }) => [...warnings, ...refusals])).toEqual([]);
    expect(report.files.slice(2).map(({ unmapped }) => unmapped)).toEqual([[], [], []]);
  });
});
