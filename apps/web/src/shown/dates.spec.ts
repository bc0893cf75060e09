import { dateShort, dateText, instantText, parseDate, parsePeriod } from './dates.ts';

describe('a date on the screen', () => {
  it.each([
    ['2018', '2018年', '2018'],
    ['2018-Q2', '2018年第二季度', 'Q2 2018'],
    ['2018-05', '2018年5月', 'May 2018'],
    ['2018-05-T1', '2018年5月上旬', 'early May 2018'],
    ['2018-05-T2', '2018年5月中旬', 'mid-May 2018'],
    ['2018-05-12', '2018年5月12日', '12 May 2018'],
    ['unknown', '日期不详', 'date unknown'],
  ])('%s is %s, %s', (date, zh, en) => expect([dateText(date, 'zh'), dateText(date, 'en')]).toEqual([zh, en]));

  it.each([
    ['2018', '2018', '2018'],
    ['2018-Q2', '2018年二季度', 'Q2 2018'],
    ['2018-05', '2018-05', '2018-05'],
    ['2018-05-T3', '2018-05下旬', 'late 2018-05'],
    ['2018-05-12', '2018-05-12', '2018-05-12'],
    ['unknown', '日期不详', 'date unknown'],
  ])('%s is in a narrow cell %s, %s', (date, zh, en) =>
    expect([dateShort(date, 'zh'), dateShort(date, 'en')]).toEqual([zh, en]),
  );

  it('is by the clocks of Shanghai', () => expect(instantText('2026-05-11T16:30:00.000Z')).toBe('2026-05-12 00:30'));
});

describe('a date as it is typed', () => {
  it.each([
    ['2018', '2018'],
    ['2018年', '2018'],
    ['2018-5', '2018-05'],
    ['2018.05', '2018-05'],
    ['2018/5/2', '2018-05-02'],
    ['201805', '2018-05'],
    ['20180512', '2018-05-12'],
    ['5月', '2026-05'],
    ['5月上旬', '2026-05-T1'],
    ['2018年 5月 下旬', '2018-05-T3'],
    ['5月12日', '2026-05-12'],
    ['2018年5月12号', '2018-05-12'],
    ['2018-05-t2', '2018-05-T2'],
    ['2018q2', '2018-Q2'],
    ['2018年第二季度', '2018-Q2'],
    ['三季度', '2026-Q3'],
    ['May 2018', '2018-05'],
    ['early May 2018', '2018-05-T1'],
    ['mid-May', '2026-05-T2'],
    ['12 May 2018', '2018-05-12'],
    ['２０１８－０５', '2018-05'],
    ['２０１８年５月', '2018-05'],
    ['不详', 'unknown'],
    ['Unknown', 'unknown'],
  ])('%s is %s', (typed, date) => expect(parseDate(typed, 2026)).toBe(date));

  it.each(['', 'soon', '2018-13', '2018-02-30', '13月', '5', '2018-05-12-01', '月', '年'])('%j is none', (typed) =>
    expect(parseDate(typed, 2026)).toBeUndefined(),
  );

  it('reads back what it shows, in both languages', () => {
    for (const date of ['2018', '2018-Q3', '2018-12', '2018-12-T3', '2018-12-31', 'unknown']) {
      expect(parseDate(dateText(date, 'zh'), 2026)).toBe(date);
      expect(parseDate(dateText(date, 'en').replace('date ', ''), 2026)).toBe(date);
    }
  });
});

it.each([
  ['2026-10', '2026-10'],
  ['2026年10月', '2026-10'],
  ['２０２６－１０', '2026-10'],
  ['2026/10', '2026-10'],
  ['10月', '2026-10'],
  ['2026年10月上旬', '2026-10-T1'],
  ['2026年四季度', '2026-Q4'],
  ['2026', '2026'],
  ['2026-w47', '2026-W47'],
  ['2026-10-31', undefined],
  ['不详', undefined],
  ['2026-13', undefined],
  ['', undefined],
])('reads %j as the period %s', (typed, period) => expect(parsePeriod(typed, 2026)).toBe(period));
