import fc from 'fast-check';
import { recorded } from '#kernel/scenario';
import { dialects } from '#database/testing';
import { findingsOn, factsOf, plansOf, reachedMilestones, type ProjectEvent } from '#ledger';
import { askedWhileGrowing, turns, type Course } from '../testing/growing.ts';
import { histories } from '../testing/histories.ts';
import { LedgerColumnsController } from './columns.controller.ts';
import { columnsOf } from './columns.ts';

const told = (...events: readonly (ProjectEvent & { readonly filedAt?: string })[]) =>
  factsOf(recorded<ProjectEvent>(events));
const registered = {
  type: 'ProjectRegistered',
  data: { name: '甲', zoneId: 'z1' },
  filedAt: '2026-01-05T02:00:00.000Z',
} as const;
const fen = (amount: number) => ({ fen: String(amount), currency: 'CNY' }) as const;

it('put the first plan, the current one and what came of it side by side, the whole before its phases', () => {
  const facts = told(
    registered,
    { type: 'MilestonePlanned', data: { milestone: 'completed', on: '2026-09' } },
    { type: 'MilestonePlanned', data: { milestone: 'constructionStarted', on: '2026-03' } },
    {
      type: 'MilestoneRescheduled',
      data: { milestone: 'constructionStarted', from: '2026-03', to: '2026-05', reason: '拆迁' },
    },
    { type: 'ConstructionStarted', data: { on: '2026-05-20', phase: '一期' } },
    { type: 'ConstructionStarted', data: { on: '2026-06' } },
  );
  const { milestones } = columnsOf(facts, facts, '2026-11-22');
  expect(milestones).toEqual([
    {
      milestone: 'constructionStarted',
      phase: null,
      first: '2026-03',
      current: '2026-05',
      on: '2026-06',
      factId: facts[5]?.id,
      overdue: null,
    },
    {
      milestone: 'constructionStarted',
      phase: '一期',
      first: null,
      current: null,
      on: '2026-05-20',
      factId: facts[4]?.id,
      overdue: null,
    },
    {
      milestone: 'completed',
      phase: null,
      first: '2026-09',
      current: '2026-09',
      on: null,
      factId: null,
      overdue: { first: expect.any(Number) as number, current: expect.any(Number) as number },
    },
  ]);
});

it('say how many days something is overdue, from the day after the plan on', () => {
  const facts = told(registered, {
    type: 'MilestonePlanned',
    data: { milestone: 'signed', on: '2026-03' },
    filedAt: '2026-01-06T02:00:00.000Z',
  });
  const overdueOn = (day: string) => columnsOf(facts, facts, day).milestones[0]?.overdue;
  expect(overdueOn('2026-03-31')).toBeNull();
  expect(overdueOn('2026-04-01')).toEqual({ first: 1, current: 1 });
  expect(overdueOn('2026-04-30')).toEqual({ first: 30, current: 30 });
});

it('have the figures and the plan of the year, period by period, and the latest report', () => {
  const facts = told(
    registered,
    { type: 'AnnualPlanSet', data: { year: 2026, investment: fen(900) } },
    { type: 'AnnualPlanSet', data: { year: 2026, investment: fen(1000) } },
    { type: 'AnnualPlanSet', data: { year: 2026, investment: fen(50), phase: '二期' } },
    { type: 'AnnualPlanSet', data: { year: 2025, investment: fen(7) } },
    { type: 'InvestmentReported', data: { period: '2026-03', inPeriod: fen(30) } },
    { type: 'InvestmentReported', data: { period: '2026-02', cumulativeInYear: fen(20), unitId: 'u1' } },
    { type: 'InvestmentReported', data: { period: '2025-12', inPeriod: fen(1) } },
    { type: 'ProgressReported', data: { period: '2026-03', text: '三月' } },
    { type: 'ProgressReported', data: { period: '2026-02', text: '二月补报' } },
  );
  const { year, lastReport } = columnsOf(facts, facts, '2026-11-22');
  const nothing = { phase: null, unitId: null, inPeriod: null, cumulativeInYear: null, cumulative: null };
  expect(year).toEqual({
    year: 2026,
    planned: fen(1050),
    figures: [
      { ...nothing, period: '2026-02', unitId: 'u1', cumulativeInYear: fen(20), factId: facts[6]?.id },
      { ...nothing, period: '2026-03', inPeriod: fen(30), factId: facts[5]?.id },
    ],
  });
  expect(lastReport).toMatchObject({ period: '2026-03', text: '三月', factId: facts[8]?.id });
  expect(columnsOf(facts, facts, '2025-12-31').year).toMatchObject({ year: 2025, planned: fen(7) });
});

it('leave nothing out of any history', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const facts = factsOf(history);
      const day = '2026-11-22';
      const { milestones, findings } = columnsOf(facts, facts, day);
      const key = (milestone: string, phase: string | null | undefined): string => `${milestone}/${phase ?? ''}`;
      const keys = milestones.map(({ milestone, phase }) => key(milestone, phase));
      expect(new Set(keys).size).toBe(keys.length);
      const wanted = [...reachedMilestones(facts), ...plansOf(facts)].map(({ milestone, phase }) =>
        key(milestone, phase),
      );
      expect(new Set(keys)).toEqual(new Set(wanted));
      for (const { milestone, phase, baseline, current } of plansOf(facts)) {
        const cell = milestones.find((one) => key(one.milestone, one.phase) === key(milestone, phase));
        expect(cell).toMatchObject({ first: baseline, current });
      }
      expect(findings.map(({ id }) => id)).toEqual(findingsOn(facts, day).map(({ id }) => id));
    }),
    { numRuns: 200 },
  );
});

const IDS = ['p0', 'p1', 'p2', 'p3'];
const ledgers = fc
  .array(histories, { minLength: IDS.length, maxLength: IDS.length })
  .map((projects) => projects.map((history, i): Course => ({ stream: `project-${IDS[i]}`, history })));

it.each(dialects)(
  'are on %s the same for ever, at every point',
  async (_, fresh) => {
    let listed = 0;
    await fc.assert(
      fc.asyncProperty(ledgers, turns, async (courses, order) => {
        const growing = { courses, turns: order, times: 4 };
        const { then, later } = await askedWhileGrowing(fresh, growing, {
          days: [undefined, '2026-03-31'],
          ask: (context) => [(point) => new LedgerColumnsController(context).columns({ ...point, ids: IDS.join(',') })],
        });
        expect(later).toEqual(then);
        listed += then.filter((one) => 'items' in one && (one.items as object[]).length > 0).length;
      }),
      { numRuns: 3, endOnFailure: true },
    );
    expect(listed).toBeGreaterThan(10);
  },
  120_000,
);
