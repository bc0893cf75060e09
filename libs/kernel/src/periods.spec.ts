import fc from 'fast-check';
import { addDays, dayFromNumber, dayNumber } from './dates.ts';
import { monthFromNumber, monthNumber, periodOf } from './periods.ts';

it.each([
  ['2026-W47', 'week', '2026-11-16', '2026-11-22'],
  ['2026-W01', 'week', '2025-12-29', '2026-01-04'],
  ['2020-W53', 'week', '2020-12-28', '2021-01-03'],
  ['2026-11-T3', 'tenDays', '2026-11-21', '2026-11-30'],
  ['2026-11', 'month', '2026-11-01', '2026-11-30'],
  ['2026-Q1', 'quarter', '2026-01-01', '2026-03-31'],
  ['2026', 'year', '2026-01-01', '2026-12-31'],
])('%s is a %s from %s to %s', (id, kind, first, last) => expect(periodOf(id)).toEqual({ id, kind, first, last }));

it.each(['2026-W00', '2026-W54', '2025-W53', '2026-W5', '1850-W01', '2026-11-14', '2026-13', 'unknown', ''])(
  '%p is no period',
  (id) => expect(periodOf(id)).toBeUndefined(),
);

it('weeks follow each other without gap, from Monday to Sunday', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2198 }), (year) => {
      const weeks = Array.from({ length: 53 }, (_, i) => periodOf(`${year}-W${String(i + 1).padStart(2, '0')}`));
      const there = weeks.filter((week) => week !== undefined);
      expect(there.length).toBeGreaterThanOrEqual(52);
      for (const [i, { first, last }] of there.entries()) {
        expect((dayNumber(first) + 3) % 7 === 0).toBe(true);
        expect(dayNumber(last) - dayNumber(first)).toBe(6);
        expect(there[i + 1]?.first ?? periodOf(`${year + 1}-W01`)?.first).toBe(addDays(last, 1));
      }
    }),
  );
});

it('months are numbers in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 80_000 }), (number) => {
      const day = dayFromNumber(number);
      expect(monthFromNumber(monthNumber(day))).toBe(day.slice(0, 7));
    }),
  );
});
