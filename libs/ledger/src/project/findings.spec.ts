import type { FactDate } from '#kernel';
import { eventId } from '#kernel/scenario';
import { type ProjectFact } from './events.ts';
import { factsOf } from './facts.ts';
import { findingsOn } from './findings.ts';
import { findings, given, landOn, plannedOn, registered, startedOn, yuan } from './project.harness.ts';

describe('findings', () => {
  const invested = (period: FactDate, fen: string): ProjectFact => ({
    type: 'InvestmentReported',
    data: { period, inPeriod: yuan(fen) },
  });
  it('name a start before land, not one in the same month', () => {
    given(registered, startedOn('2026-10'), landOn('2026-11')).shows(findings, ['StartedBeforeLand']);
    given(registered, startedOn('2026-11'), landOn('2026-11')).shows(findings, []);
    given(registered, startedOn('2026'), landOn('2026-11')).shows(findings, []);
  });
  it('name a sum above the total, and a number filed twice in a row', () =>
    given(
      { ...registered, data: { ...registered.data, totalInvestment: yuan('150') } },
      startedOn('2026-01'),
      { ...invested('2026-09', '100'), filedAt: '2026-09-25T00:00:00.000Z' },
      { ...invested('2026-10', '100'), filedAt: '2026-10-25T00:00:00.000Z' },
    ).shows(findings, ['CumulativeAboveTotal', 'SameNumberTwice', 'FiledLate']));
  it('name a slip only where a plan moved to a later day', () =>
    given(registered, plannedOn('2027-06'), {
      type: 'MilestoneRescheduled',
      data: { milestone: 'constructionStarted', from: '2027-06', to: '2027-01', reason: '提前' },
    }).shows(findings, []));
  it('name a sum that fell, and periods that overlap', () => {
    const sum = (period: FactDate, fen: string): ProjectFact => ({
      type: 'InvestmentReported',
      data: { period, cumulative: yuan(fen) },
    });
    given(registered, startedOn('2025-01'), sum('2026-09', '100'), sum('2026-10', '80')).shows(findings, [
      'CumulativeWithoutHistory',
      'CumulativeFell',
      'FiledLate',
      'FiledLate',
    ]);
    given(registered, startedOn('2025-01'), invested('2026-Q3', '300'), invested('2026-09', '100')).shows(findings, [
      'PeriodsOverlap',
      'FiledLate',
      'FiledLate',
      'FiledLate',
    ]);
  });
  it('name money before any start, and a start without a date', () => {
    given(registered, invested('2026-11', '100')).shows(findings, ['InvestmentBeforeStart']);
    given(registered, startedOn('unknown')).shows(findings, ['StartWithoutDate']);
  });
  it('name a slip with how often and how far', () =>
    given(registered, plannedOn('2026-03'), {
      type: 'MilestoneRescheduled',
      data: { milestone: 'constructionStarted', from: '2026-03', to: '2026-07', reason: '拆迁' },
    }).shows(
      (history) =>
        findingsOn(factsOf(history), '2026-11-22').map(({ code, factIds, params }) => ({ code, factIds, params })),
      [
        {
          code: 'PlanSlipped',
          factIds: [eventId(3)],
          params: { milestone: 'constructionStarted', times: 1, baseline: '2026-03', current: '2026-07', days: 122 },
        },
      ],
    ));
});
