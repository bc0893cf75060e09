import { monthsOf } from './months.ts';

const yuan = (fen: string) => ({ fen, currency: 'CNY' });
const report = (period: string, inPeriod: string | null, cumulativeInYear: string | null = null) => ({
  period,
  inPeriod: inPeriod === null ? null : yuan(inPeriod),
  cumulativeInYear: cumulativeInYear === null ? null : yuan(cumulativeInYear),
});

describe('the months of a project', () => {
  const reports = [report('2025-11', '10'), report('2026-01', '5'), report('2026-03', null, '30'), report('2026', '9')];
  const years = [{ year: 2026, planned: yuan('100') }];

  it('has every month that is over, with those that nobody reported', () =>
    expect(monthsOf({ effectiveOn: '2026-04-15', reports, years })).toEqual([
      { month: '2025-11', invested: 10n, inYear: 10n, reported: true },
      { month: '2025-12', inYear: 10n, reported: false },
      { month: '2026-01', invested: 5n, inYear: 5n, planned: 100n, reported: true },
      { month: '2026-02', inYear: 5n, planned: 100n, reported: false },
      { month: '2026-03', inYear: 30n, planned: 100n, reported: true },
    ]));

  it('counts a month as over on its last day', () =>
    expect(monthsOf({ effectiveOn: '2026-04-30', reports, years }).at(-1)?.month).toBe('2026-04'));

  it('has none where no month was reported', () =>
    expect(monthsOf({ effectiveOn: '2026-04-15', reports: [report('2026', '9')], years })).toEqual([]));
});
