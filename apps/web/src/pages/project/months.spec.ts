import { monthsOf } from './months.ts';

const yuan = (fen: string) => ({ fen, currency: 'CNY' });
const report = (period: string, inPeriod: string | null, cumulativeInYear: string | null = null) => ({
  period,
  inPeriod: inPeriod === null ? null : yuan(inPeriod),
  cumulativeInYear: cumulativeInYear === null ? null : yuan(cumulativeInYear),
});

describe('the months of a project', () => {
  const reports = [report('2025-11', '10'), report('2026-01', '5'), report('2026-03', null, '30'), report('2026', '9')];
  const findings = [
    { code: 'NoReportForPeriod', params: { first: '2025-12', last: '2025-12' } },
    { code: 'NoReportForPeriod', params: { first: '2026-04', last: null } },
    { code: 'FiledLate', params: { days: 3 } },
  ];
  const years = [{ year: 2026, planned: yuan('100') }];

  it('has every month that was reported or had to be', () =>
    expect(monthsOf({ effectiveOn: '2026-05-15', reports, years, findings })).toEqual([
      { month: '2025-11', invested: 10n, inYear: 10n, missing: false },
      { month: '2025-12', inYear: 10n, missing: true },
      { month: '2026-01', invested: 5n, inYear: 5n, planned: 100n, missing: false },
      { month: '2026-02', inYear: 5n, planned: 100n, missing: false },
      { month: '2026-03', inYear: 30n, planned: 100n, missing: false },
      { month: '2026-04', inYear: 30n, planned: 100n, missing: true },
    ]));

  it('counts a month as missed once it is over', () => {
    const until = (effectiveOn: string) => monthsOf({ effectiveOn, reports, years, findings }).at(-1)?.month;
    expect([until('2026-04-29'), until('2026-04-30')]).toEqual(['2026-03', '2026-04']);
  });

  it('has none where no month was reported', () =>
    expect(monthsOf({ effectiveOn: '2026-04-15', reports: [report('2026', '9')], years, findings: [] })).toEqual([]));
});
