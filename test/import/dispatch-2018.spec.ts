import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, dayOf, FEN_PER_WAN, firstDay, lastDay, narrows } from '#kernel';
import { readCsv } from '#workbook';
import { importSet } from '../../apps/cli/src/import/import-set.ts';
import { openLedger, type Ledger } from '../http/harness.ts';
import { folderWith } from './ledger.ts';
import { describeRealLedger, REAL_SET, SHARED_DATA } from './real-ledger.ts';

const MONTHS = ['2018-03', '2018-04', '2018-05', '2018-06', '2018-07', '2018-08', '2018-09'];

interface Row {
  readonly number: number;
  readonly month: string;
  /** The day in Shanghai on which it was filed. */
  readonly filedOn: string;
  readonly phase: string;
  readonly start: string;
  readonly invested: number;
}

interface Change {
  readonly now: number;
  readonly before: number;
  readonly change: number;
}
interface StageCounts {
  readonly projects: Change;
  readonly items: readonly { readonly stage: string; readonly count: Change }[];
}
interface Money {
  readonly fen: string;
}
interface Slip {
  readonly project: { readonly id: string };
  readonly milestone: string;
  readonly from: string;
  readonly to: string;
  readonly times: number;
}

/** Cells of a sheet by the names of their columns. */
function sheet(file: string): ((column: string) => string)[] {
  const read = readCsv(readFileSync(join(SHARED_DATA, file), 'utf8'));
  if (!('records' in read)) throw new Error(`${file} cannot be read`);
  return read.records.map(
    ({ cells }) =>
      (column) =>
        cells[read.header.indexOf(column)] ?? '',
  );
}

/** Every query of dispatch, month by month as it was filed then, against figures counted from the files themselves. */
describeRealLedger('the dispatch of the real 2018 ledger', () => {
  let ledger: Ledger;
  let reports: readonly Row[];
  /** Annual plan of each project in 万元. */
  let plans: ReadonlyMap<number, number>;

  beforeAll(async () => {
    const dataDir = folderWith();
    const result = await importSet({ set: REAL_SET, data: SHARED_DATA, dataDir, dryRun: false });
    if ('faults' in result) throw new Error(JSON.stringify(result.faults));
    ledger = await openLedger(dataDir);
    reports = sheet('maojian_2018_monthly_progress.csv').map((cell) => ({
      number: Number(cell('项目编号')),
      month: cell('填报月份'),
      filedOn: dayOf(`${cell('填报时间').replace(' ', 'T')}.000Z`),
      phase: cell('建设阶段'),
      start: cell('实际开工时间'),
      invested: Number(cell('本月完成投资_万元') || 0),
    }));
    plans = new Map(
      sheet('maojian_2018_projects.csv').map((cell) => [Number(cell('项目编号')), Number(cell('今年计划投资_万元'))]),
    );
  });
  afterAll(() => ledger.close());

  async function ask<T>(name: string, period: string, by = 'filed', more = {}): Promise<T> {
    const query = { period, by, ...more };
    const answer = await ledger.get(`/api/dispatch/queries/${name}`).query(query).expect(200);
    expect(answer.body).toMatchObject({
      query: name,
      scope: 'all',
      period: { id: period, first: firstDay(period), last: lastDay(period) },
      effectiveOn: lastDay(period),
      ...(by === 'filed' && { restsOnClaimedTimes: true }),
    });
    return answer.body as T;
  }

  const filedBy = (month: string): Row[] => reports.filter(({ filedOn }) => filedOn <= (lastDay(month) as string));
  /** The reports of each project that were filed by the end of a month, in order of filing. */
  const byProject = (month: string): Map<number, Row[]> =>
    Map.groupBy(
      filedBy(month).toSorted((a, b) => (a.filedOn < b.filedOn ? -1 : 1)),
      ({ number }) => number,
    );
  /** Each planned start that differs from the project's planned start before, with the how many-th to be later it is. */
  function sheetOfStarts() {
    const own = Map.groupBy(
      reports
        .filter(({ phase, start }) => phase === '前期准备' && start !== '')
        .toSorted((a, b) => (a.filedOn < b.filedOn ? -1 : 1)),
      ({ number }) => number,
    );
    return [...own.values()].flatMap((planned) => {
      let times = 0;
      return planned.slice(1).flatMap(({ number, start: to, filedOn }, i) => {
        const from = (planned[i] as Row).start;
        if (from === to || narrows(to, from)) return [];
        if ((lastDay(to) as string) > (lastDay(from) as string)) times++;
        return [{ number, from, to, filedOn, times }];
      });
    });
  }
  const countOf = ({ items }: StageCounts, stage: string): number =>
    items.find((item) => item.stage === stage)?.count.now ?? 0;

  it('counts projects by stage as their last report said, and its changes add up from month to month', async () => {
    let before: StageCounts | undefined;
    for (const month of MONTHS) {
      const counts = await ask<StageCounts>('stage-counts', month);
      const last = [...byProject(month).values()].map((own) => own.at(-1)?.phase);
      const of = (phase: string): number => last.filter((one) => one === phase).length;
      expect([month, counts.projects.now]).toEqual([month, last.length]);
      expect([month, ...['registered', 'constructionStarted', 'completed'].map((s) => countOf(counts, s))]).toEqual([
        month,
        ...['前期准备', '开工', '完工'].map(of),
      ]);
      expect(counts.items.reduce((sum, { count }) => sum + count.now, 0)).toBe(counts.projects.now);
      for (const { count } of [{ count: counts.projects }, ...counts.items])
        expect(count.change).toBe(count.now - count.before);
      const then = before;
      expect(counts.items.map(({ count }) => count.before)).toEqual(
        then ? then.items.map(({ count }) => count.now) : counts.items.map(() => 0),
      );
      before = counts;
    }
    expect(['constructionStarted', 'registered', 'completed'].map((s) => countOf(before as StageCounts, s))).toEqual([
      59, 54, 1,
    ]);
  });

  it('changes over the ten-day periods of a month by what it changes over the month', async () => {
    for (const month of MONTHS.slice(0, 3)) {
      const changes: number[][] = [];
      for (const part of ['T1', 'T2', 'T3']) {
        const { items } = await ask<StageCounts>('stage-counts', `${month}-${part}`);
        changes.push(items.map(({ count }) => count.change));
      }
      const { items } = await ask<StageCounts>('stage-counts', month);
      expect(items.map((_, i) => changes.reduce((sum, part) => sum + (part[i] as number), 0))).toEqual(
        items.map(({ count }) => count.change),
      );
    }
  });

  it('moves each start that was filed with a date once: in its month, or late', async () => {
    interface Moved {
      readonly milestone: string;
      readonly count: number;
      readonly late: { readonly count: number };
    }
    for (const month of MONTHS) {
      const { items } = await ask<{ items: Moved[] }>('moved', month);
      const started = items.find(({ milestone }) => milestone === 'constructionStarted') as Moved;
      const first = firstDay(month) as string;
      const dated = [...byProject(month).values()].flatMap((own) => {
        // A start that the last report takes back is none; one that a later report dates was filed with the first.
        const begun = own.filter(({ phase }) => phase !== '前期准备');
        const known = begun.find(({ start, month: of }) => start !== '' && start <= of);
        if (own.at(-1)?.phase === '前期准备' || !known) return [];
        return [{ day: lastDay(known.start) as string, filedOn: begun[0]?.filedOn as string }];
      });
      const happened = dated.filter(({ day }) => first <= day && day <= (lastDay(month) as string)).length;
      const filed = dated.filter(({ day, filedOn }) => filedOn >= first && day < first).length;
      expect([month, started.count, started.late.count]).toEqual([month, happened, filed]);
    }
  });

  it('names the silent projects: those entered before of which the month has no report', async () => {
    for (const month of MONTHS) {
      const silent = await ask<{ month: string; projects: number; items: { projects: number }[] }>(
        'silent-units',
        month,
      );
      const first = new Map([...byProject(month)].map(([number, own]) => [number, own[0]?.filedOn as string]));
      const due = [...first].filter(([, filedOn]) => filedOn < (firstDay(month) as string));
      const filed = new Set(filedBy(month).flatMap((row) => (row.month === month ? row.number : [])));
      const missing = due.filter(([number]) => !filed.has(number)).length;
      expect([silent.month, silent.projects]).toEqual([month, missing]);
      expect(silent.items.reduce((sum, { projects }) => sum + projects, 0)).toBe(missing);
    }
    const filed = MONTHS.map((month) => reports.filter((row) => row.month === month).length);
    expect(filed).toEqual([99, 95, 97, 97, 96, 77, 94]);
  });

  it('has slipped the 25 of 27 moves of planned starts that went later, each in the month in which it was filed', async () => {
    const starts = sheetOfStarts();
    const later = starts.filter(({ from, to }) => (lastDay(to) as string) > (lastDay(from) as string));
    expect([starts.length, new Set(starts.map(({ number }) => number)).size, later.length]).toEqual([27, 17, 25]);
    const projects = new Set<string>();
    for (const month of MONTHS) {
      const { items } = await ask<{ items: Slip[] }>('slipped', month);
      const found = items.filter(({ milestone }) => milestone === 'constructionStarted');
      const filed = later.filter(
        ({ filedOn }) => (firstDay(month) as string) <= filedOn && filedOn <= (lastDay(month) as string),
      );
      const told = ({ from, to, times }: Pick<Slip, 'from' | 'to' | 'times'>): string => `${from} ${to} ${times}`;
      expect([month, ...found.map(told).sort()]).toEqual([month, ...filed.map(told).sort()]);
      for (const { project } of found) projects.add(project.id);
    }
    expect(projects.size).toBe(new Set(later.map(({ number }) => number)).size);
  });

  it('adds up the money of the year against the annual plans', async () => {
    interface Figures {
      readonly planned: Money;
      readonly invested: Money;
      readonly withoutPlan: { readonly invested: Money };
      readonly rate: { readonly numerator: string; readonly denominator: string };
    }
    const wan = ({ fen }: Money): bigint => BigInt(fen) / FEN_PER_WAN;
    for (const month of MONTHS) {
      const money = await ask<Figures & { items: Figures[] }>('money-against-plan', month);
      const filed = filedBy(month);
      const invested = filed.reduce((sum, row) => sum + row.invested, 0);
      const planned = [...byProject(month).keys()].reduce((sum, number) => sum + (plans.get(number) ?? 0), 0);
      expect([month, wan(money.planned)]).toEqual([month, BigInt(planned)]);
      expect([month, wan(money.invested) + wan(money.withoutPlan.invested)]).toEqual([month, BigInt(invested)]);
      expect(money.rate).toMatchObject({ numerator: money.invested.fen, denominator: money.planned.fen });
      expect(money.items.map(({ planned: own }) => own)).toEqual([money.planned]);
    }
    const last = await ask<Figures>('money-against-plan', '2018-09');
    expect(wan(last.invested) + wan(last.withoutPlan.invested)).toBe(953_934n);
  });

  it('lets started projects wait for production, the longest first, undated ones from their filing', async () => {
    interface Waiting {
      readonly count: number;
      readonly items: readonly { readonly days: number; readonly day: string; readonly dated: boolean }[];
    }
    for (const month of MONTHS) {
      const counts = await ask<StageCounts>('stage-counts', month);
      const { count, items } = await ask<Waiting>('started-not-producing', month);
      expect(count).toBe(countOf(counts, 'constructionStarted') + countOf(counts, 'completed'));
      expect(items).toHaveLength(10);
      const days = items.map((item) => item.days);
      expect(days).toEqual(days.toSorted((a, b) => b - a));
      for (const item of items) expect(addDays(item.day, item.days)).toBe(lastDay(month));
      expect(await ask<Waiting>('signed-not-started', month)).toMatchObject({ count: 0, items: [] });
    }
  });

  it('says the same of the end of the year as filed and as known now', async () => {
    for (const name of [
      'stage-counts',
      'moved',
      'slipped',
      'overdue-by-leader',
      'started-not-producing',
      'silent-units',
      'money-against-plan',
    ]) {
      const filed = await ask<{ asOf: { seq: number } }>(name, '2018-12');
      const { by: _, restsOnClaimedTimes: __, lag: ___, ...answer } = filed as typeof filed & Record<string, unknown>;
      const known = await ask<object>(name, '2018-12', 'known', { knownAt: answer.asOf.seq });
      expect(known).toMatchObject(answer);
    }
  });
});
