import { recorded } from '#kernel/scenario';
import { monthFromNumber } from '#kernel';
import type { ProjectEvent } from './events.ts';
import { factsOf } from './facts.ts';
import { missedMonths, reportGapsOf } from './report-gaps.ts';

type Filed = ProjectEvent & { readonly filedAt: string };
const registered: Filed = {
  type: 'ProjectRegistered',
  data: { name: '甲', zoneId: 'z1' },
  filedAt: '2018-03-25T02:00:00.000Z',
};
const reported = (period: string, filedOn: string): Filed => ({
  type: 'ProgressReported',
  data: { period, text: period },
  filedAt: `${filedOn}T02:00:00.000Z`,
});
const gaps = (...facts: Filed[]) =>
  reportGapsOf(factsOf(recorded<ProjectEvent>([registered, ...facts], 'project-p1'))).map(({ first, end, filedOn }) =>
    [monthFromNumber(first), end === undefined ? undefined : monthFromNumber(end), filedOn].filter(
      (x) => x !== undefined,
    ),
  );
const missed = (day: string, ...facts: Filed[]) =>
  reportGapsOf(factsOf(recorded<ProjectEvent>([registered, ...facts], 'project-p1'))).reduce(
    (sum, gap) => sum + missedMonths(gap, day),
    0,
  );

it('begin with the month after the project was entered, and last until somebody reports', () => {
  expect(gaps()).toEqual([['2018-04']]);
  expect(gaps(reported('2018-04', '2018-04-27'))).toEqual([['2018-05']]);
  expect(gaps(reported('2018-07', '2018-07-27'))).toEqual([['2018-04', '2018-07'], ['2018-08']]);
});
it('are closed by a report that comes late, from the day it is filed', () => {
  const late = reported('2018-04', '2018-06-02');
  expect(gaps(late)).toEqual([['2018-04', '2018-05', '2018-06-02'], ['2018-05']]);
  expect(['2018-04-30', '2018-05-01', '2018-06-01', '2018-06-02'].map((day) => missed(day, late))).toEqual([
    0, 1, 2, 1,
  ]);
});
it('are no gaps where a quarter, a year or ten days of the month were reported', () => {
  expect(gaps(reported('2018-Q2', '2018-04-20'))).toEqual([['2018-07']]);
  expect(gaps(reported('2018-04-T1', '2018-04-12'), reported('2018', '2018-12-01'))).toEqual([
    ['2018-05', '2018-06', '2018-12-01'],
    ['2018-06', '2018-07', '2018-12-01'],
    ['2018-07', '2018-08', '2018-12-01'],
    ['2018-08', '2018-09', '2018-12-01'],
    ['2018-09', '2018-10', '2018-12-01'],
    ['2018-10', '2018-11', '2018-12-01'],
    ['2018-11', '2018-12', '2018-12-01'],
    ['2019-01'],
  ]);
});
it('end with production or the exit', () => {
  const producing: Filed = {
    type: 'ProductionStarted',
    data: { on: '2018-06-10' },
    filedAt: '2018-06-12T02:00:00.000Z',
  };
  const exited: Filed = {
    type: 'ProjectExited',
    data: { on: '2018-04-02', kind: 'other', reason: '转产' },
    filedAt: '2018-06-12T02:00:00.000Z',
  };
  expect(gaps(producing)).toEqual([['2018-04', '2018-06']]);
  expect(gaps(exited)).toEqual([]);
});
it('count the months that are over', () => {
  expect(['2018-03-31', '2018-04-29', '2018-04-30', '2018-05-31', '2018-06-01'].map((day) => missed(day))).toEqual([
    0, 0, 0, 1, 2,
  ]);
});
