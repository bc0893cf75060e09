import { fromLocal, quickDays, toLocal } from './quick.ts';

describe('days that people look back to', () => {
  it.each([
    ['2026-11-23', ['2026-11-16', '2026-10-31', '2026-09-30', '2025-12-31']],
    ['2026-01-03', ['2025-12-27', '2025-12-31', '2025-12-31', '2025-12-31']],
    ['2028-03-01', ['2028-02-23', '2028-02-29', '2027-12-31', '2027-12-31']],
    ['2026-04-30', ['2026-04-23', '2026-03-31', '2026-03-31', '2025-12-31']],
  ])('are seen from %s', (today, days) => expect(quickDays(today).map(({ day }) => day)).toEqual(days));
});

describe('an instant in an input', () => {
  it('is on the clocks of Shanghai, and names its offset when it leaves', () => {
    expect(toLocal('2026-11-22T18:33:22.272Z')).toBe('2026-11-23T02:33:22');
    expect(fromLocal('2026-11-23T02:33')).toBe('2026-11-23T02:33:00+08:00');
    expect(Date.parse(fromLocal(toLocal('2026-11-22T18:33:22Z')))).toBe(Date.parse('2026-11-22T18:33:22Z'));
  });
});
