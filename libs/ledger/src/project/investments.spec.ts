import type { Money } from '#kernel';
import { recorded } from '#kernel/scenario';
import type { InvestmentReported, ProjectEvent } from './events.ts';
import { factsOf } from './facts.ts';
import { investedSteps, investmentsOf } from './investments.ts';

const fen = (amount: number): Money => ({ fen: String(amount), currency: 'CNY' });
const report = (period: string, data: Partial<InvestmentReported['data']>): InvestmentReported => ({
  type: 'InvestmentReported',
  data: { period, ...data },
});

/** Year, invested in it, and in all, after each report. */
const steps = (...reports: ProjectEvent[]) =>
  investedSteps(investmentsOf(factsOf(recorded(reports)))).map(({ year, inYear, total }) => [year, inYear, total]);

it('adds amounts of periods, and begins each year anew', () =>
  expect(
    steps(
      report('2025-12', { inPeriod: fen(40) }),
      report('2026-01', { inPeriod: fen(5) }),
      report('2026-02', { inPeriod: fen(6) }),
    ),
  ).toEqual([
    ['2025', 40, 40],
    ['2026', 5, 45],
    ['2026', 11, 51],
  ]));

it('takes a sum of the year for what was added up', () =>
  expect(
    steps(
      report('2026-01', { inPeriod: fen(5) }),
      report('2026-02', { cumulativeInYear: fen(20) }),
      report('2026-03', { inPeriod: fen(1) }),
    ),
  ).toEqual([
    ['2026', 5, 5],
    ['2026', 20, 20],
    ['2026', 21, 21],
  ]));

it('takes a first sum of all for nothing of this year: the ledger may begin in the middle', () =>
  expect(steps(report('2026-03', { cumulative: fen(500) }), report('2026-04', { cumulative: fen(530) }))).toEqual([
    ['2026', 0, 500],
    ['2026', 30, 530],
  ]));

it('never has less than nothing, where a sum falls', () =>
  expect(steps(report('2025-12', { cumulative: fen(100) }), report('2026-01', { cumulative: fen(80) }))).toEqual([
    ['2025', 0, 100],
    ['2026', 0, 80],
  ]));

it('adds up the sums of two units', () =>
  expect(
    steps(
      report('2026-01', { cumulativeInYear: fen(100), unitId: 'u1' }),
      report('2026-02', { cumulativeInYear: fen(30), unitId: 'u2' }),
    ),
  ).toEqual([
    ['2026', 100, 100],
    ['2026', 130, 130],
  ]));

describe('whose reports follow each other', () => {
  const unit = (unitId: string, from: string, joint?: true): ProjectEvent => ({
    type: 'ResponsibleUnitAssigned',
    data: { unitId, from, ...(joint && { joint }) },
  });
  const sum = (period: string, amount: number, unitId?: string): InvestmentReported =>
    report(period, { cumulative: fen(amount), ...(unitId !== undefined && { unitId }) });
  const totals = (...reports: ProjectEvent[]) => steps(...reports).map(([, , total]) => total);

  it('are those of one phase, and what is of no phase is beside them', () =>
    expect(
      totals(
        report('2026-01', { inPeriod: fen(30), cumulative: fen(80), phase: '一期' }),
        report('2026-01', { inPeriod: fen(30), cumulative: fen(20), phase: '二期' }),
        report('2026-02', { cumulative: fen(90), phase: '一期' }),
        report('2026-02', { cumulative: fen(5) }),
      ),
    ).toEqual([80, 100, 110, 115]));

  it('are those of whoever is the main responsible unit, and of nobody by name', () =>
    expect(
      totals(
        unit('u1', '2026-01-01'),
        unit('u2', '2026-07-01'),
        sum('2026-05', 900),
        sum('2026-06', 1000, 'u1'),
        sum('2026-07', 1200, 'u2'),
      ),
    ).toEqual([900, 1000, 1200]));

  it('are those of a unit that reports of days after it handed over, too', () =>
    expect(
      totals(
        unit('u1', '2026-01-01'),
        unit('u2', '2026-06-15'),
        sum('2026-06', 1000, 'u1'),
        sum('2026-07', 1200, 'u2'),
      ),
    ).toEqual([1000, 1200]));

  it('are its own of a unit that holds a role beside others, and of an agent', () =>
    expect(
      totals(
        unit('u1', '2026-01-01'),
        unit('u2', '2026-01-01', true),
        { type: 'AgentUnitAssigned', data: { unitId: 'u3', from: '2026-01-01' } },
        sum('2026-06', 1000, 'u1'),
        sum('2026-06', 20, 'u2'),
        sum('2026-06', 3, 'u3'),
      ),
    ).toEqual([1000, 1020, 1023]));
});
