import fc from 'fast-check';
import { addDays, monthNumber } from '#kernel';
import { calendarAt, minus, shareOf } from './shares.ts';

const share = (numerator: number, denominator: number, decimals: number) => {
  const { cut, rounded } = shareOf(
    { numerator: BigInt(numerator), denominator: BigInt(denominator) },
    decimals,
  ).percent;
  return [cut, rounded];
};

it('gives published figures both as they were cut and as they would be rounded', () => {
  expect(share(467, 469, 1)).toEqual(['99.5', '99.6']);
  expect(share(291, 292, 2)).toEqual(['99.65', '99.66']);
  expect(share(61, 63, 2)).toEqual(['96.82', '96.83']);
  expect(share(36_232, 56_186, 2)).toEqual(['64.48', '64.49']);
});

it('cuts towards nothing and rounds halves away from it, below 0 as well', () => {
  expect(share(-1386, 10_000, 1)).toEqual(['-13.8', '-13.9']);
  expect(share(-1, 100_000, 2)).toEqual(['0.00', '0.00']);
  expect(share(1, 8, 0)).toEqual(['12', '13']);
  expect(share(-1, 8, 0)).toEqual(['-12', '-13']);
  expect(share(0, 7, 2)).toEqual(['0.00', '0.00']);
});

it('keeps what it is made of exact, beyond what a JavaScript number holds', () => {
  const numerator = 10n ** 18n + 1n;
  expect(shareOf({ numerator, denominator: 3n }).numerator).toBe('1000000000000000001');
});

it('has passed a twelfth of the year with each month, and a part of it within', () => {
  expect(calendarAt('2026-10-31')).toEqual({ numerator: 310n, denominator: 372n });
  expect(calendarAt('2026-12-31')).toEqual({ numerator: 372n, denominator: 372n });
  expect(calendarAt('2026-11-22')).toEqual({ numerator: 322n, denominator: 360n });
  // 97.2 % of the plan by the end of October: 13.87 points ahead, published as 13.8.
  const ahead = minus({ numerator: 972n, denominator: 1000n }, calendarAt('2026-10-31'));
  expect(shareOf(ahead, 1).percent).toMatchObject({ cut: '13.8', rounded: '13.9' });
});

it('never stands still, and is back at the beginning with the first day of a year', () => {
  const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n));
  fc.assert(
    fc.property(days, (day) => {
      const [today, tomorrow] = [calendarAt(day), calendarAt(addDays(day, 1))];
      const isNewYear = monthNumber(addDays(day, 1)) % 12 === 0 && monthNumber(day) % 12 === 11;
      expect(minus(tomorrow, today).numerator > 0n).toBe(!isNewYear);
      expect(today.numerator).toBeGreaterThan(0n);
      expect(today.numerator <= today.denominator).toBe(true);
    }),
  );
});
