import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  dateInChinese,
  dateInEnglish,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  intervalOf,
  isDay,
  isFactDate,
  narrows,
  precisionOf,
} from './dates.ts';

const anyDay = fc
  .integer({ min: -25_567, max: 84_000 })
  .map((n) => Temporal.PlainDate.from('1970-01-01').add({ days: n }).toString());

describe('a date with precision', () => {
  it.each([
    ['2018-05-12', 'day', '2018-05-12', '2018-05-12'],
    ['2018-05-T1', 'tenDays', '2018-05-01', '2018-05-10'],
    ['2018-05-T3', 'tenDays', '2018-05-21', '2018-05-31'],
    ['2020-02', 'month', '2020-02-01', '2020-02-29'],
    ['2100-02', 'month', '2100-02-01', '2100-02-28'],
    ['2018-Q2', 'quarter', '2018-04-01', '2018-06-30'],
    ['2018', 'year', '2018-01-01', '2018-12-31'],
  ])('%s is a %s from %s to %s', (date, precision, first, last) => {
    expect(intervalOf(date)).toEqual({ precision, first, last });
  });

  it.each([
    '2024-02-30',
    '2023-02-29',
    '2018-13',
    '2018-00',
    '2018-5',
    '2018-05-T4',
    '2018-Q5',
    '1899',
    '2200',
    '',
    ' 2018',
    '2018-05-1',
  ])('refuses %p', (text) => {
    expect(isFactDate(text)).toBe(false);
    expect(intervalOf(text)).toBeUndefined();
  });

  it('takes unknown as a date without days', () => {
    expect(isFactDate('unknown')).toBe(true);
    expect(intervalOf('unknown')).toBeUndefined();
    expect(precisionOf('unknown')).toBe('unknown');
    expect(isDay('unknown')).toBe(false);
  });

  it('narrows only from outside in', () => {
    expect(narrows('2018-05', '2018')).toBe(true);
    expect(narrows('2018-05-31', '2018-Q2')).toBe(true);
    expect(narrows('2018', '2018')).toBe(false);
    expect(narrows('2018', '2018-05')).toBe(false);
    expect(narrows('2019-01', '2018')).toBe(false);
    expect(narrows('2018', 'unknown')).toBe(false);
  });

  it.each([
    ['2018', '2018年'],
    ['2018-Q2', '2018年第二季度'],
    ['2018-05', '2018年5月'],
    ['2018-05-T1', '2018年5月上旬'],
    ['2018-05-02', '2018年5月2日'],
    ['unknown', '日期不详'],
  ])('%s reads %s', (date, text) => expect(dateInChinese(date)).toBe(text));

  it.each([
    ['2018', '2018'],
    ['2018-Q2', 'Q2 2018'],
    ['2018-05', 'May 2018'],
    ['2018-05-T2', 'mid-May 2018'],
    ['2018-05-T3', 'late May 2018'],
    ['2018-05-02', '2 May 2018'],
    ['unknown', 'date unknown'],
  ])('%s reads %s in English', (date, text) => expect(dateInEnglish(date)).toBe(text));
});

describe('days', () => {
  it('count as Temporal counts', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const epoch = Temporal.PlainDate.from('1970-01-01');
        expect(dayNumber(a)).toBe(epoch.until(Temporal.PlainDate.from(a)).days);
        expect(dayFromNumber(dayNumber(a))).toBe(a);
        expect(addDays(a, daysBetween(a, b))).toBe(b);
      }),
    );
  });

  it('of an instant are those of Shanghai', () => {
    const from = Temporal.Instant.from('1992-01-01T00:00:00Z').epochMilliseconds;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2e12 }), (offset) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(from + offset);
        const expected = instant.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
        expect(dayOf(new Date(instant.epochMilliseconds).toISOString())).toBe(expected);
      }),
    );
  });
});
