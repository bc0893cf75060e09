import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importSet } from '../../apps/cli/src/import/import-set.ts';
import type { ImportReport } from '../../apps/cli/src/import/report.ts';
import { openLedger, type Ledger } from '../http/harness.ts';
import { folderWith } from './ledger.ts';
import { describeRealLedger, REAL_SET, SHARED_DATA } from './real-ledger.ts';

const root = join(import.meta.dirname, '..', '..');
const ON = 'effectiveOn=2018-12-31';

interface Money {
  readonly fen: string;
}
interface Item {
  readonly id: string;
  readonly stage: string;
  readonly leaderId: string;
  readonly coLeaderIds: readonly string[];
  readonly totalInvestment: Money;
  readonly investedThisYear: Money;
}
interface ProjectPage extends Item {
  readonly milestones: readonly { readonly milestone: string; readonly on: string }[];
  readonly findings: readonly { readonly code: string }[];
}
interface Fact {
  readonly type: string;
  readonly data: { readonly source?: string };
}
interface TimelineEvent {
  readonly type: string;
  readonly status: string;
  readonly filedAtClaimed: boolean;
  readonly data: {
    readonly milestone?: string;
    readonly from?: string;
    readonly to?: string;
    readonly period?: string;
  };
  readonly source: { readonly kind: string; readonly file: string; readonly row: number };
}
interface Summary {
  readonly count: number;
  readonly stages: readonly { readonly stage: string; readonly count: number }[];
  readonly totalInvestment: Money;
  readonly investedThisYear: Money;
}
interface Filed {
  readonly filedAt: string;
}
interface Real {
  readonly number: number;
  readonly page: ProjectPage;
  readonly timeline: readonly TimelineEvent[];
}

/** What a reader may expect of an answer that is printed shortened (`…`) and was recorded at another time. */
function asShown(shown: unknown): unknown {
  if (Array.isArray(shown)) {
    const items = shown.filter((item) => item !== '…').map(asShown);
    return items.length === shown.length ? items : (expect.arrayContaining(items) as unknown);
  }
  if (typeof shown !== 'object' || shown === null) return shown;
  const fields = Object.entries(shown).filter(([name]) => name !== '…' && name !== 'recordedAt');
  return expect.objectContaining(Object.fromEntries(fields.map(([name, value]) => [name, asShown(value)])));
}

/** The numbers of the reference again, now as anyone can ask for them over HTTP. */
describeRealLedger('the real 2018 ledger over HTTP', () => {
  let ledger: Ledger;
  let report: ImportReport;
  let items: readonly Item[];
  let projects: readonly Real[];

  beforeAll(async () => {
    const dataDir = folderWith();
    const result = await importSet({ set: REAL_SET, data: SHARED_DATA, dataDir, dryRun: false });
    if ('faults' in result) throw new Error(JSON.stringify(result.faults));
    report = result;
    ledger = await openLedger(dataDir);
    items = await all<Item>(`/api/projects?${ON}`);
    projects = await Promise.all(items.map(({ id }) => read(id)));
  });
  afterAll(() => ledger.close());

  const warnedOf = (code: string): number =>
    report.rows.flatMap(({ warnings = [] }) => warnings).filter((warning) => warning.code === code).length;

  async function get<T>(path: string): Promise<T> {
    const { body } = (await ledger.get(path).expect(200)) as { body: T };
    return body;
  }

  async function all<T>(path: string): Promise<T[]> {
    const found: T[] = [];
    let cursor = '';
    do {
      const { items: page, next } = await get<{ items: T[]; next: string | null }>(`${path}&limit=100${cursor}`);
      found.push(...page);
      cursor = next === null ? '' : `&cursor=${encodeURIComponent(next)}`;
    } while (cursor !== '');
    return found;
  }

  async function read(id: string): Promise<Real> {
    const page = await get<ProjectPage>(`/api/projects/${id}?${ON}`);
    const facts = await all<Fact>(`/api/projects/${id}/facts?${ON}`);
    const source = facts.find(({ type }) => type === 'ProjectRegistered')?.data.source;
    const timeline = await all<TimelineEvent>(`/api/projects/${id}/timeline?`);
    return { number: Number(/\d+(?=号$)/.exec(source ?? '')?.[0]), page, timeline };
  }

  const wan = ({ fen }: Money): number => Number(fen) / 1_000_000;
  const events = () => projects.flatMap(({ number, timeline }) => timeline.map((event) => ({ number, ...event })));
  const numbersWith = (code: string) =>
    projects.flatMap(({ number, page }) => (page.findings.some((finding) => finding.code === code) ? number : []));
  const times = (code: string): number =>
    projects.reduce((n, { page }) => n + page.findings.filter((finding) => finding.code === code).length, 0);

  it('lists 114 projects: 59 started, 54 registered, one completed', async () => {
    expect(items).toHaveLength(114);
    const { count, stages } = await get<Summary>(`/api/projects/summary?${ON}`);
    expect(count).toBe(114);
    expect(stages.filter((stage) => stage.count > 0).map((stage) => [stage.stage, stage.count])).toEqual([
      ['registered', 54],
      ['constructionStarted', 59],
      ['completed', 1],
    ]);
    const started = await all<Item>(`/api/projects?${ON}&stage=constructionStarted`);
    expect(started).toHaveLength(59);
  });

  it('dates 49 of the starts', () => {
    const starts = projects
      .filter(({ page }) => page.stage === 'constructionStarted')
      .map(({ page }) => page.milestones.find(({ milestone }) => milestone === 'constructionStarted')?.on);
    expect([starts.filter((on) => on !== 'unknown').length, starts.filter((on) => on === 'unknown').length]).toEqual([
      49, 10,
    ]);
  });

  it('sums 6 477 394 万元 in all, of which 953 934 invested in 2018', async () => {
    const { totalInvestment, investedThisYear } = await get<Summary>(`/api/projects/summary?${ON}`);
    expect([wan(totalInvestment), wan(investedThisYear)]).toEqual([6_477_394, 953_934]);
    expect(items.reduce((sum, item) => sum + wan(item.investedThisYear), 0)).toBe(953_934);
    expect(items.reduce((sum, item) => sum + wan(item.totalInvestment), 0)).toBe(6_477_394);
  });

  it('shows 28 leaders by name, the busiest in 30, 16 and 14 projects', async () => {
    const leaders = await all<{ projects: number; name: string | null }>(`/api/leaders?${ON}`);
    expect(leaders).toHaveLength(28);
    expect(leaders.slice(0, 3).map((leader) => leader.projects)).toEqual([30, 16, 14]);
    expect(leaders.filter(({ name }) => name === null)).toEqual([]);
    expect(new Set(items.flatMap(({ leaderId, coLeaderIds }) => [leaderId, ...coLeaderIds])).size).toBe(28);
  });

  it('tells 655 reports by month', () => {
    const periods = events().flatMap(({ type, data }) => (type === 'ProgressReported' ? (data.period as string) : []));
    const counts = Object.entries(Object.groupBy(periods, (period) => period)).toSorted();
    expect(counts.map(([month, found]) => [month.slice(5), found?.length])).toEqual([
      ['03', 99],
      ['04', 95],
      ['05', 97],
      ['06', 97],
      ['07', 96],
      ['08', 77],
      ['09', 94],
    ]);
  });

  it('tells 27 reschedules of the start in 17 projects, 25 later and 2 earlier', () => {
    const moved = events().filter(
      ({ type, data }) => type === 'MilestoneRescheduled' && data.milestone === 'constructionStarted',
    );
    const later = moved.filter(({ data }) => (data.to as string) > (data.from as string));
    expect([moved.length, new Set(moved.map(({ number }) => number)).size, later.length]).toEqual([27, 17, 25]);
  });

  it('shows the start that was taken back, and the three that were corrected, as such', () => {
    const starts = events().filter(({ type }) => type === 'ConstructionStarted');
    expect(starts.filter(({ status }) => status === 'revoked').map(({ number }) => number)).toEqual([98]);
    const corrected = starts.filter(({ status }) => status === 'corrected').map(({ number }) => number);
    expect(corrected.toSorted((a, b) => a - b)).toEqual([9, 62, 92]);
  });

  it('finds the sums above the total, and what was filed twice in a row', () => {
    expect(numbersWith('CumulativeAboveTotal').toSorted((a, b) => a - b)).toEqual([16, 70, 76]);
    expect([times('SameTextTwice'), times('SameNumberTwice')]).toEqual([35, 102]);
  });

  it('says of every event where it comes from, and that its time of filing is claimed', () => {
    expect(events().every(({ source, filedAtClaimed }) => source.kind === 'import' && filedAtClaimed)).toBe(true);
    expect(new Set(events().map(({ source }) => `${source.file}:${source.row}`)).size).toBe(114 + 655 + 99 + 119);
  });

  it.each(['README.md', 'README.zh-CN.md'])('answers as %s shows it', async (readme) => {
    const [, shown = ''] = /```json\n(.*?)```/s.exec(readFileSync(join(root, readme), 'utf8')) ?? [];
    expect(await get(`/api/projects/summary?${ON}`)).toEqual(asShown(JSON.parse(shown)));
  });

  it('warns of what the README counts', () => {
    const starts = projects.filter(({ page }) =>
      page.milestones.some(({ milestone, on }) => milestone === 'constructionStarted' && on === 'unknown'),
    );
    expect([warnedOf('DateMissing'), starts.length, warnedOf('TakenBack')]).toEqual([30, 10, 1]);
  });

  it('tells the story of the start that kept moving', async () => {
    const between = 'fromEffectiveOn=2018-03-31&effectiveOn=2018-09-30';
    const slipped = await all<{ id: string }>(`/api/projects/compare?${between}&kind=slipped`);
    expect(slipped).toHaveLength(19);
    const { id } = projects.find(({ number }) => number === 33)?.page as ProjectPage;
    const { changes } = await get<{ changes: { field: string; from: string; to: string; events: Filed[] }[] }>(
      `/api/projects/${id}/compare?${between}`,
    );
    const starts = changes.filter(({ field }) => field === 'plan.constructionStarted');
    expect(starts.map(({ from, to, events: by }) => [from, to, by.map(({ filedAt }) => filedAt.slice(0, 10))])).toEqual(
      [['2018-03', '2018-10', ['2018-05-29', '2018-06-28']]],
    );
    const leader = items.find((item) => item.id === id)?.leaderId as string;
    const inTime = await all<{ id: string; overdueDays: { current: number }; slips: number }>(
      `/api/leaders/${leader}/in-my-time?effectiveOn=2018-09-30`,
    );
    expect(inTime.find((one) => one.id === id)).toMatchObject({ overdueDays: { current: 58 }, slips: 4 });
  });

  it('refuses what it cannot have known', async () => {
    const answer = await ledger.get('/api/projects/summary?knownAt=2018-06-30').expect(400);
    expect(answer.body).toMatchObject({ code: 'KnownBeforeFirst' });
  });

  it('keeps the report of the batch', async () => {
    const batch = await ledger.app.parts.registry.importBatches.get(report.batch);
    const warnings = report.rows.reduce((n, { warnings: found = [] }) => n + found.length, 0);
    expect(batch).toMatchObject({
      set: 'district-2018',
      // A line too for each of the 21 rows of the other catalogue, of which nothing was made.
      counts: { imported: 1025, unchanged: 0, warned: warnings + 21, refused: 0 },
    });
  });
});
