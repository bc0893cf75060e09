import { dayOf, type StoredEvent } from '#kernel';
import { factsOf, investmentsOf, plansOf, projectStream, tenuresOf } from '#ledger';
import { ownIdOf, personIdOf, projectIdOf, unitIdOf } from '#workbook';
import { importSet } from '../../apps/cli/src/import/import-set.ts';
import type { ImportReport } from '../../apps/cli/src/import/report.ts';
import { eventsIn, folderWith, identityOf, projectEvents, remove } from './ledger.ts';
import { describeRealLedger, REAL_SET_2020, rowsOfFile, SHARED_DATA } from './real-ledger.ts';

const SET = 'maojian-2020';
const NUMBER = '项目编号(2020年编号)';
const projectOf = (number: string | undefined) => projectStream(projectIdOf(SET, number ?? ''));
const wan = (amount: string | undefined) => ({ fen: `${Number(amount)}000000`.replace(/^0+$/, '0'), currency: 'CNY' });

/** Every figure is counted here anew, from the files as they are. */
describeRealLedger('what is left of the real 2020 ledger', () => {
  let dataDir: string;
  let report: ImportReport;
  let events: readonly StoredEvent[];

  const run = async (): Promise<ImportReport> => {
    const result = await importSet({ set: REAL_SET_2020, data: SHARED_DATA, dataDir, dryRun: false });
    if ('faults' in result) throw new Error(JSON.stringify(result.faults));
    return result;
  };

  beforeAll(async () => {
    dataDir = folderWith();
    report = await run();
    events = await eventsIn(dataDir);
  });
  afterAll(() => remove(dataDir));

  const all = (type: string) => events.filter((event) => event.type === type);
  const rowsOf = (file: string) => report.rows.filter((row) => row.file.includes(file));
  const historyOf = (number: string) => projectEvents(events, projectOf(number));
  const said = (number: string, type: string) =>
    historyOf(number)
      .filter((event) => event.type === type)
      .map(({ data }) => data as unknown);

  it('takes every row of the two tables, and refuses none of any', () => {
    expect(report.files.map(({ rows, imported, refused, listed }) => [rows, imported, refused, listed])).toEqual([
      [72, 32, 0, 40],
      [108, 108, 0, 0],
      [34, 34, 0, 0],
    ]);
  });

  it('registers 108 projects by their numbers alone, each before its first fact, and says what is not known', () => {
    const registered = all('ProjectRegistered');
    expect(registered).toHaveLength(108);
    expect(historyOf('44')[0]).toMatchObject({
      type: 'ProjectRegistered',
      data: { name: '2020年台账第44号', source: expect.stringContaining('不详') as string },
    });
    expect(registered.every(({ data }) => Object.keys(data).toSorted().join() === 'name,source,zoneId')).toBe(true);
    expect(registered.every(({ revision }) => revision === 0n)).toBe(true);
  });

  it('has no project of the 2018 ledger', () => {
    expect(projectIdOf(SET, '7')).not.toBe(projectIdOf('district-2018', '7'));
    expect(
      all('ProjectRegistered').filter(({ stream }) => stream === projectStream(projectIdOf('district-2018', '7'))),
    ).toEqual([]);
  });

  it('writes 108 cumulative figures for June, with nothing before them and 30 of them nil', () => {
    const rows = rowsOfFile('maojian_2020_investment_overwrite.csv');
    const reported = all('InvestmentReported');
    const expected = rows.map((row) => [
      projectOf(row[NUMBER]),
      { period: '2020-06', cumulative: wan(row['被倒入2020-06月的累计完成投资_万元']) },
    ]);
    expect(reported.map(({ stream, data }) => [stream, data])).toEqual(expected);
    expect(reported.filter(({ data }) => (data['cumulative'] as { fen: string }).fen === '0')).toHaveLength(30);
    const sum = reported.reduce((total, { data }) => total + BigInt((data['cumulative'] as { fen: string }).fen), 0n);
    expect(sum / 1_000_000n).toBe(777_885n);
    expect(new Set(reported.map(({ metadata }) => dayOf(metadata.filedAt)))).toEqual(new Set(['2020-07-15']));
    expect(investmentsOf(factsOf(historyOf('1')))).toHaveLength(1);
    expect(rowsOf('overwrite').every(({ warnings }) => warnings?.[0]?.code === 'HistoryOverwritten')).toBe(true);
  });

  it('changes the leaders of 34 projects by one order, the first leading', () => {
    const rows = rowsOfFile('maojian_2020_leader_reassignment.csv');
    expect(rows).toHaveLength(34);
    const expected = rows.flatMap((row) =>
      (row['包联领导_ids'] ?? '').split(';').map((id, i) => [projectOf(row[NUMBER]), personIdOf(SET, id), i === 0]),
    );
    const assigned = all('LeaderAssigned');
    expect(assigned.map(({ stream, data }) => [stream, data['personId'], data['lead']])).toEqual(expected);
    expect([expected.length, expected.filter((one) => one[2] === true).length]).toEqual([42, 34]);
    const shared = assigned.map(({ data, metadata }) => [
      data['from'],
      data['orderId'],
      data['note'],
      dayOf(metadata.filedAt),
    ]);
    expect(new Set(shared.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(shared[0]).toMatchObject([
      '2020-10-20',
      ownIdOf(SET, 'reassignment-2020-10'),
      expect.any(String),
      '2020-10-21',
    ]);
    // 张某某 is two people here, told apart by their ids.
    const roles = tenuresOf(factsOf(historyOf('54'))).filter(({ role }) => role === 'lead' || role === 'coLead');
    expect(roles.map(({ role, holderId, fromDay }) => [role, holderId, fromDay])).toEqual([
      ['lead', personIdOf(SET, 'L003'), '2020-10-20'],
      ['coLead', personIdOf(SET, 'L012'), '2020-10-20'],
    ]);
    expect([report.people, report.warnings]).toEqual([9, []]);
  });

  it('reads 32 of the 72 notes, takes 22 for duplicates and lists 18 with their texts', () => {
    const notes = rowsOfFile('maojian_2020_ledger_amendments.csv');
    const own = rowsOf('amendments');
    const listed = (code: string) => own.filter((row) => row.listed?.code === code);
    const read = own.filter(({ status }) => status === 'imported');
    const counts = [read, listed('DuplicateNote'), listed('NoteNotRead')].map(({ length }) => length);
    expect(counts).toEqual([32, 22, 18]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(notes.length);
    for (const { row, listed: remark } of listed('NoteNotRead')) {
      expect(remark?.params?.['note']).toBe(notes[row - 2]?.['变更说明(原注释)']?.trim());
    }
    // Two wordings of one thing stand below each other; what a third repeats stands above it too.
    const pairs = listed('DuplicateNote').map(({ row, listed: remark }) => row - Number(remark?.params?.['row']));
    expect(new Set(pairs)).toEqual(new Set([1]));
  });

  it('says of an agent unit that was added beside, and of one that was replaced, what the notes say', () => {
    expect(said('7', 'AgentUnitAssigned')).toEqual([
      { unitId: unitIdOf(SET, '东城开发区'), from: '2020-05-26', joint: true },
    ]);
    expect(said('33', 'AgentUnitAssigned')).toEqual([
      { unitId: unitIdOf(SET, '区建设投资管理办公室'), from: '2020-05-26', note: '原代办单位：区民政局' },
    ]);
    const replaced = { unitId: unitIdOf(SET, '区城区改造更新中心'), from: '2020-05-26' };
    const before = '许白路沿线拆迁安置区及土地归集整理项目指挥部';
    for (const number of ['74', '75', '76', '77']) {
      expect(said(number, 'AgentUnitAssigned')).toEqual([{ ...replaced, note: `原代办单位：${before}` }]);
    }
    expect(said('25', 'ResponsibleUnitAssigned')).toEqual([
      { unitId: unitIdOf(SET, '五堰街办'), from: '2020-05-26', joint: true },
    ]);
  });

  it('hands two units’ work over in one note, to the unit that was renamed before', () => {
    // 区卫健局 is what 区卫生健康局 was renamed to four days earlier.
    const unitId = unitIdOf(SET, '区卫生健康局');
    expect(said('108', 'ResponsibleUnitAssigned')).toMatchObject([{ unitId, from: '2020-05-29' }]);
    expect(said('108', 'AgentUnitAssigned')).toMatchObject([{ unitId, from: '2020-05-29' }]);
    for (const number of ['78', '79']) {
      expect(said(number, 'AgentUnitAssigned')).toEqual([{ unitId, from: '2020-05-29', joint: true }]);
    }
    const renamed = all('OrganizationRenamed').map(({ data }) => [data['name'], data['from']]);
    expect(renamed).toEqual([
      ['区卫健局', '2020-05-25'],
      ['区文化和旅游局', '2020-05-26'],
      ['区城管执法局', '2020-05-27'],
    ]);
    const added = all('OrganizationDefined').filter(({ data }) => data['from'] === '2020-05-25');
    expect(added.map(({ data }) => data['name'])).toEqual(['区城区改造更新中心', '区建设投资管理办公室']);
  });

  it('moves the plans of project 92 there and back on one day, and the third note moves nothing', () => {
    const moves = historyOf('92')
      .filter(({ type }) => type === 'MilestonePlanned' || type === 'MilestoneRescheduled')
      .map(({ data }) => data as { milestone: string; on?: string; from?: string; to?: string })
      .map(({ milestone, on, from, to }) => [milestone, on ?? `${from}→${to}`]);
    expect(moves).toEqual([
      ['constructionStarted', '2019'],
      ['constructionStarted', '2019→2020'],
      ['completed', '2020'],
      ['completed', '2020→2021'],
      ['constructionStarted', '2020→2019'],
      ['completed', '2021→2020'],
    ]);
    const plans = plansOf(factsOf(historyOf('92'))).map(({ milestone, current }) => [milestone, current]);
    expect(plans).toEqual([
      ['constructionStarted', '2019'],
      ['completed', '2020'],
    ]);
  });

  it('changes two totals, and guesses nothing of the one without a number', () => {
    const totals = all('TotalInvestmentChanged').map(({ stream, data }) => [stream, data['amount']]);
    expect(totals).toEqual([
      [projectOf('44'), wan('7800')],
      [projectOf('66'), wan('37500')],
    ]);
    expect(said('70', 'ContentRevised')).toEqual([]);
  });

  it('files everything in order over all files', () => {
    const filed = events.map(({ metadata }) => metadata.filedAt);
    expect(filed).toEqual(filed.toSorted());
    const days = new Set(events.map(({ metadata }) => dayOf(metadata.filedAt)));
    expect([...days]).toEqual([
      '2020-05-25',
      '2020-05-26',
      '2020-05-27',
      '2020-05-29',
      '2020-07-15',
      '2020-07-22',
      '2020-10-21',
    ]);
  });

  it('adds nothing when it is run again', async () => {
    const again = await run();
    expect(again.total).toMatchObject({ imported: 0, unchanged: 174, refused: 0, listed: 40, events: 0 });
    expect((await eventsIn(dataDir)).map(identityOf)).toEqual(events.map(identityOf));
  });
});
