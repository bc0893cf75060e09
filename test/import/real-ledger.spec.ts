import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recorded, StoredEvent } from '#kernel';
import { dayOf, fenOf, FEN_PER_WAN } from '#kernel';
import {
  factsOf,
  investedSteps,
  investmentsOf,
  plansOf,
  reachedMilestones,
  registrationSteps,
  stageOn,
  stagesReached,
  tenuresOf,
  type EffectiveFact,
  type ProjectEvent,
} from '#ledger';
import { readCsv } from '#workbook';
import { importSet } from '../../apps/cli/src/import/import-set.ts';
import type { ImportReport } from '../../apps/cli/src/import/report.ts';
import { eventsIn, folderWith, identityOf, projectEvents, remove } from './ledger.ts';
import { describeRealLedger, REAL_SET, SHARED_DATA } from './real-ledger.ts';

const END_OF_2018 = '2018-12-31';
const WAN = Number(FEN_PER_WAN);

interface RealProject {
  readonly number: number;
  readonly history: readonly Recorded<ProjectEvent>[];
  readonly facts: readonly EffectiveFact[];
}

/** The numbers are those of "Reading the real 2018 ledger" in the reference on streams, facts and commands. */
describeRealLedger('the real 2018 ledger', () => {
  let dataDir: string;
  let report: ImportReport;
  let events: readonly StoredEvent[];
  let projects: readonly RealProject[];

  beforeAll(async () => {
    dataDir = folderWith();
    report = await run();
    events = await eventsIn(dataDir);
    projects = projectsIn(events);
  });
  afterAll(() => remove(dataDir));

  async function run(): Promise<ImportReport> {
    const result = await importSet({ set: REAL_SET, data: SHARED_DATA, dataDir, dryRun: false });
    if ('faults' in result) throw new Error(JSON.stringify(result.faults));
    return result;
  }

  const all = (type: string) => events.filter((event) => event.type === type);
  const numbersOf = (found: readonly RealProject[]) => found.map(({ number }) => number).toSorted((a, b) => a - b);
  const started = ({ facts }: RealProject) =>
    reachedMilestones(facts).find(({ milestone }) => milestone === 'constructionStarted');
  const stageAtTheEnd = ({ facts }: RealProject) => stageOn(stagesReached(facts), END_OF_2018).stage;
  const startPlans = (type: string) =>
    projects.flatMap(({ number, history }) =>
      history
        .filter(
          (event) => event.type === type && (event.data as { milestone: string }).milestone === 'constructionStarted',
        )
        .map((event) => ({ number, event, data: event.data as { from: string; to: string; on: string } })),
    );
  const warned = (code: string, file: string) =>
    report.rows.flatMap(({ file: own, row, key, warnings = [] }) =>
      own.includes(file) ? warnings.filter((w) => w.code === code).map(({ params }) => ({ row, key, params })) : [],
    );

  it('takes every row and refuses none', () => {
    expect(report.files.map(({ rows, imported, refused, listed }) => [rows, imported, refused, listed])).toEqual([
      [114, 114, 0, 0],
      [655, 655, 0, 0],
      [99, 99, 0, 0],
      // The items and groups of 2018; those of 2020 are another catalogue.
      [59, 38, 0, 21],
      [119, 119, 0, 0],
    ]);
    expect(report.total.events).toBe(events.length);
  });

  it('has 114 projects, of which the column that nothing reads yet says 101 online and 13 offline', () => {
    expect(projects).toHaveLength(114);
    const { unmapped } = report.files[0] as ImportReport['files'][number];
    expect(unmapped.map(({ column }) => column)).toEqual([
      '投资主体',
      '服务单位',
      '项目类型',
      '项目分类',
      '预警',
      '在线',
    ]);
    expect(unmapped.find(({ column }) => column === '在线')?.values).toEqual({ '1': 101, '0': 13 });
  });

  it('has 655 reports of seven months', () => {
    const months = Object.groupBy(all('ProgressReported'), ({ data }) => data['period'] as string);
    expect(Object.entries(months).map(([month, found]) => [month, found?.length])).toEqual([
      ['2018-03', 99],
      ['2018-04', 95],
      ['2018-05', 97],
      ['2018-06', 97],
      ['2018-07', 96],
      ['2018-08', 77],
      ['2018-09', 94],
    ]);
  });

  it('ends with 59 started, 49 of them dated, 54 that reached nothing, and one completed', () => {
    const at = (stage: string) => projects.filter((project) => stageAtTheEnd(project) === stage);
    expect([at('constructionStarted'), at('registered'), at('completed')].map(({ length }) => length)).toEqual([
      59, 54, 1,
    ]);
    const undated = at('constructionStarted').filter((project) => started(project)?.on === 'unknown');
    expect(numbersOf(undated)).toEqual([7, 57, 73, 86, 91, 102, 104, 105, 109, 112]);
    expect(numbersOf(at('completed'))).toEqual([1]);
  });

  it('dates the completed project’s start and leaves its completion unknown', () => {
    const first = projects.find(({ number }) => number === 1) as RealProject;
    expect(started(first)?.on).toBe('2018-05');
    expect(reachedMilestones(first.facts).find(({ milestone }) => milestone === 'completed')?.on).toBe('unknown');
  });

  it('has 28 leaders, the busiest in 30, 16 and 14 projects', () => {
    const held = new Map<string, Set<number>>();
    for (const { number, facts } of projects) {
      for (const { role, holderId } of tenuresOf(facts)) {
        if (role !== 'responsibleUnit') held.set(holderId, (held.get(holderId) ?? new Set()).add(number));
      }
    }
    const counts = [...held.values()].map(({ size }) => size).toSorted((a, b) => b - a);
    expect(counts).toHaveLength(28);
    expect(counts.slice(0, 3)).toEqual([30, 16, 14]);
    expect(report.people).toBe(28);
    expect(all('LeaderAssigned').every(({ data }) => data['from'] === 'unknown')).toBe(true);
    expect(projects.filter(({ facts }) => tenuresOf(facts).filter(({ role }) => role === 'lead').length !== 1)).toEqual(
      [],
    );
  });

  it('adds up to 6 477 394 万元 of total investment and 953 934 万元 invested in 2018', () => {
    const totals = projects.map(({ facts }) => registrationSteps(facts).at(-1)?.registration.totalFen ?? 0);
    expect(totals.reduce((sum, fen) => sum + fen, 0) / WAN).toBe(6_477_394);
    const invested = projects.map(({ facts }) => investedSteps(investmentsOf(facts)).at(-1));
    expect(invested.reduce((sum, step) => sum + (step?.year === '2018' ? step.inYear : 0), 0) / WAN).toBe(953_934);
    const reported = all('InvestmentReported').map(({ data }) => fenOf(data['inPeriod'] as never));
    expect(reported.reduce((sum, fen) => sum + fen, 0) / WAN).toBe(953_934);
  });

  it('names the sums above the total: 16, 70 and 76', () => {
    const above = projects.filter(({ facts }) => {
      const total = registrationSteps(facts).at(-1)?.registration.totalFen ?? 0;
      return (investedSteps(investmentsOf(facts)).at(-1)?.total ?? 0) > total;
    });
    expect(numbersOf(above)).toEqual([16, 70, 76]);
    expect(warned('CumulativeAboveTotal', 'projects').map(({ row, key }) => [row, ...key])).toEqual([
      [17, '16'],
      [71, '70'],
      [77, '76'],
    ]);
  });

  it('plans the start in 218 reports: after each of them the project’s plan is the date it gives', () => {
    const said = planningReports();
    expect(said).toHaveLength(218);
    const plans = said.map(({ number, month, filedAt }) => {
      const { history } = projects.find((project) => project.number === number) as RealProject;
      const facts = factsOf(history.filter(({ metadata }) => metadata.filedAt <= filedAt));
      return { number, month, plan: plansOf(facts).find((plan) => plan.milestone === 'constructionStarted')?.current };
    });
    expect(plans).toEqual(said.map(({ number, month, date }) => ({ number, month, plan: date })));
  });

  it('has 27 reschedules of the start in 17 projects, 25 of them later', () => {
    const reschedules = startPlans('MilestoneRescheduled');
    expect(reschedules).toHaveLength(27);
    expect(new Set(reschedules.map(({ number }) => number)).size).toBe(17);
    expect(reschedules.filter(({ data }) => data.to > data.from)).toHaveLength(25);
    expect(reschedules.filter(({ data }) => data.to < data.from)).toHaveLength(2);
  });

  it('narrows a planned year without a slip, and says where a first date lies outside it', () => {
    const outside = warned('PlanOutsideEarlierPlan', 'monthly').filter(
      ({ params }) => params?.['milestone'] === 'constructionStarted',
    );
    expect(outside.map(({ key }) => Number(key[0])).toSorted((a, b) => a - b)).toEqual([34, 43, 48, 66]);
    const moves = projects.flatMap(({ number, facts }) =>
      (plansOf(facts).find((plan) => plan.milestone === 'constructionStarted')?.moves ?? []).map((move) => ({
        number,
        ...move,
      })),
    );
    const rescheduled = moves.filter(({ reason }) => reason !== undefined);
    expect(rescheduled.filter(({ direction }) => direction === 'later')).toHaveLength(25);
    expect(rescheduled.filter(({ direction }) => direction === 'earlier')).toHaveLength(2);
    expect(new Set(rescheduled.map(({ number }) => number)).size).toBe(17);
    // The four whose first date lies before the planned year are no slips either: nobody there changed their mind.
    const anew = moves.filter(({ reason }) => reason === undefined).toSorted((a, b) => a.number - b.number);
    expect(anew.map(({ number, direction }) => [number, direction])).toEqual(
      [34, 43, 48, 66].map((number) => [number, 'earlier']),
    );
    expect(all('MilestonePlanned').filter(({ data }) => data['on'] === '2018').length).toBeGreaterThan(0);
    expect(events.filter(({ data }) => data['on'] === '2018-01-01')).toEqual([]);
  });

  it('warns of 8 starts that lie ahead and 30 without a date', () => {
    const start = ({ params }: { params: ImportReport['warnings'][number]['params'] }) =>
      params?.['milestone'] === 'constructionStarted';
    expect(warned('DateInFuture', 'monthly').filter(start)).toHaveLength(8);
    expect(warned('DateMissing', 'monthly').filter(start)).toHaveLength(30);
  });

  it('corrects the three starts that a later report dates, and takes the one of project 98 back', () => {
    expect(
      warned('DateGivenLater', 'monthly')
        .map(({ key }) => Number(key[0]))
        .toSorted((a, b) => a - b),
    ).toEqual([9, 62, 92]);
    expect(all('FactCorrected')).toHaveLength(3);
    expect(warned('TakenBack', 'monthly').map(({ key }) => key)).toEqual([['98', '2018-04']]);
    expect(all('FactRevoked')).toHaveLength(1);
  });

  it('says what was filed twice in a row: 35 texts and 102 numbers in 541 pairs', () => {
    const reports = Object.groupBy(all('ProgressReported'), ({ stream }) => stream);
    expect(Object.values(reports).reduce((sum, found) => sum + (found?.length ?? 0) - 1, 0)).toBe(541);
    expect(warned('SameTextTwice', 'monthly')).toHaveLength(35);
    expect(warned('SameNumberTwice', 'monthly')).toHaveLength(102);
  });

  it('reports the other things that are hard to believe', () => {
    expect(warned('SeveralPeople', 'projects')).toHaveLength(27);
    expect(warned('YearPrecisionOnly', 'projects')).toHaveLength(100);
    expect(warned('SumDiffers', 'projects')).toEqual([]);
    expect(warned('StageDiffers', 'projects')).toEqual([]);
    expect(warned('NameDiffers', 'monthly')).toEqual([]);
  });

  it('takes 续建 for a listing of 2018 and for no nature', () => {
    expect(all('ListedAsKeyProject').map(({ data }) => data)).toEqual(
      Array.from({ length: 18 }, () => ({ level: 'county', year: 2018, category: 'continued' })),
    );
    expect(all('ProjectRegistered').filter(({ data }) => data['nature'] === 'new')).toHaveLength(96);
  });

  it('claims the source’s times of filing, in order over all files, with five days that change in Shanghai', () => {
    const filed = events.map(({ metadata }) => metadata.filedAt);
    expect(filed).toEqual(filed.toSorted());
    expect(events.every(({ metadata }) => metadata.filedAtClaimed)).toBe(true);
    expect(dayOf(filed[0] as string)).toMatch(/^2018-03-/);
    expect(
      warned('DayChangedByTimeZone', 'monthly')
        .map(({ key }) => Number(key[0]))
        .toSorted((a, b) => a - b),
    ).toEqual([2, 44, 47, 61, 80]);
  });

  it('names the row and the columns that each fact comes from', () => {
    const sources = events.map(({ metadata }) => metadata.source);
    expect(sources.every((source) => source.kind === 'import' && source.batch === report.batch)).toBe(true);
    const rows = new Set(sources.map((source) => (source.kind === 'import' ? `${source.file}:${source.row}` : '')));
    // The set itself, a row each, and one for the catalogue.
    expect(rows.size).toBe(1 + 114 + 655 + 99 + 1 + 119);
  });

  it('adds nothing when it is run again', async () => {
    const again = await run();
    expect(again.total).toMatchObject({ imported: 0, unchanged: 1025, refused: 0, listed: 21, events: 0 });
    expect((await eventsIn(dataDir)).map(identityOf)).toEqual(events.map(identityOf));
  });
});

function projectsIn(events: readonly StoredEvent[]): RealProject[] {
  const streams = Map.groupBy(projectEvents(events), ({ stream }) => stream);
  return [...streams.values()].map((history) => {
    const facts = factsOf(history);
    const { source } = history[0]?.data as { source: string };
    return { number: Number(/\d+(?=号$)/.exec(source)?.[0]), history, facts };
  });
}

/** The reports that are still in preparation and give a start date, read without any mapping. */
function planningReports() {
  const sheet = readCsv(readFileSync(join(SHARED_DATA, 'maojian_2018_monthly_progress.csv'), 'utf8'));
  if (!('records' in sheet)) throw new Error('the monthly reports cannot be read');
  const cell = (cells: readonly string[], column: string) => cells[sheet.header.indexOf(column)] ?? '';
  return sheet.records
    .filter(({ cells }) => cell(cells, '建设阶段') === '前期准备' && cell(cells, '实际开工时间') !== '')
    .map(({ cells }) => ({
      number: Number(cell(cells, '项目编号')),
      month: cell(cells, '填报月份'),
      date: cell(cells, '实际开工时间'),
      filedAt: `${cell(cells, '填报时间').replace(' ', 'T')}.000Z`,
    }));
}
