import { dayNumber } from '#kernel';
import { recorded } from '#kernel/scenario';
import { factsOf, type ProjectEvent } from '#ledger';
import { achievementsOf, type AchievementRow } from './achievements.ts';
import { isIndustrial } from './industry.ts';

const money = (fen: string, currency: 'CNY' | 'USD' = 'CNY') => ({ fen, currency });
const registered = {
  type: 'ProjectRegistered',
  data: {
    name: '甲',
    zoneId: 'z1',
    totalInvestment: money('6000000000'),
    industry: { edition: '2017', code: 'C3099' },
  },
  filedAt: '2026-01-10T02:00:00.000Z',
} as const;
const started = (on: string, phase?: string, filedAt = '2026-06-01T02:00:00.000Z') =>
  ({ type: 'ConstructionStarted', data: { on, ...(phase !== undefined && { phase }) }, filedAt }) as const;
const completed = (on: string, phase?: string) =>
  ({ type: 'ProjectCompleted', data: { on, ...(phase !== undefined && { phase }) } }) as const;

const achieved = (...events: (ProjectEvent & { filedAt?: string })[]): AchievementRow[] =>
  achievementsOf('p1', factsOf(recorded<ProjectEvent>(events, 'project-p1')));
const shown = (rows: readonly AchievementRow[], ...columns: (keyof AchievementRow)[]) =>
  rows.map((row) => columns.map((column) => row[column]));

it('is nothing for a project that only was registered', () => expect(achieved(registered)).toEqual([]));

it('is a start on the last day of its date, with what was known of the project on that day', () =>
  expect(achieved(registered, started('2026-05'))).toEqual([
    {
      project_id: 'p1',
      valid_from: dayNumber('2026-05-31'),
      valid_to: 2_147_483_647,
      indicator: 'started',
      fact_id: '00000000-0000-4000-8000-000000000002',
      dated: 1,
      on_date: '2026-05',
      name: '甲',
      zone_id: 'z1',
      total_fen: 6_000_000_000,
      industrial: 1,
      part: 0,
      standard: 0,
      amount: 0,
      currency: '',
    },
  ]));

it('keeps the total investment, zone and industry of the start, whatever became of them after it', () => {
  const changes = (filedAt: string): (ProjectEvent & { filedAt: string })[] => [
    { type: 'TotalInvestmentChanged', data: { amount: money('4000000000'), reason: '缩减' }, filedAt },
    { type: 'ProjectMovedToZone', data: { zoneId: 'z2', reason: '调区' }, filedAt },
    { type: 'IndustryReclassified', data: { edition: '2017', code: 'G59' }, filedAt },
  ];
  const columns = ['total_fen', 'zone_id', 'industrial'] as const;
  const after = achieved(registered, ...changes('2026-06-01T02:00:00.000Z'), started('2026-05'));
  expect(shown(after, ...columns)).toEqual([[6_000_000_000, 'z1', 1]]);
  const onTheDay = achieved(registered, ...changes('2026-05-31T02:00:00.000Z'), started('2026-05'));
  expect(shown(onTheDay, ...columns)).toEqual([[4_000_000_000, 'z2', 0]]);
  const before = achieved(registered, started('2025'));
  expect(shown(before, ...columns)).toEqual([[6_000_000_000, 'z1', 1]]);
});

it('is undated where nobody knows the date, and then on the day it was filed', () =>
  expect(shown(achieved(registered, started('unknown')), 'dated', 'valid_from')).toEqual([
    [0, dayNumber('2026-06-01')],
  ]));

it('counts a project once: started with its first phase, completed with its last', () => {
  const rows = achieved(
    registered,
    started('2026-03-05', '二期'),
    started('2026-02-01', '一期'),
    completed('2026-04-30', '一期'),
  );
  expect(shown(rows, 'indicator', 'on_date')).toEqual([['started', '2026-02-01']]);
  const both = achieved(
    registered,
    started('2026-03-05', '二期'),
    completed('2026-04-30', '一期'),
    completed('2026-09-30', '二期'),
  );
  expect(shown(both, 'indicator', 'on_date')).toEqual([
    ['started', '2026-03-05'],
    ['completed', '2026-09-30'],
  ]);
});

it('has each land supply and each arrival of funds', () => {
  const supplied = { mode: 'auction', area: 100 } as const;
  const rows = achieved(
    registered,
    { type: 'LandSupplied', data: { ...supplied, on: '2026-02', parcelId: 'a', standardLand: true } },
    { type: 'LandSupplied', data: { ...supplied, on: '2026-03', parcelId: 'b' } },
    { type: 'FundsArrived', data: { on: '2026-04-01', amount: money('7', 'USD') } },
    { type: 'FundsArrived', data: { on: '2026-04-01', amount: money('7', 'USD') } },
  );
  expect(shown(rows, 'indicator', 'standard', 'amount', 'currency')).toEqual([
    ['standardLandShare', 1, 100, ''],
    ['standardLandShare', 0, 100, ''],
    ['fundsArrived', 0, 7, 'USD'],
    ['fundsArrived', 0, 7, 'USD'],
  ]);
});

it('is nothing once the project is voided, merged, or its registration revoked', () => {
  const gone: ProjectEvent[] = [
    { type: 'ProjectVoided', data: { reason: '重复' } },
    { type: 'ProjectMergedInto', data: { projectId: 'p2', reason: '合并' } },
    { type: 'FactRevoked', data: { factId: '00000000-0000-4000-8000-000000000001', reason: '误登' } },
  ];
  for (const event of gone) expect(achieved(registered, started('2026-05'), event)).toEqual([]);
});

it.each<[string, string, 0 | 1 | -1]>([
  ['2017', 'C3099', 1],
  ['2017', '3099', 1],
  ['GB/T 4754-2017', 'd44', 1],
  ['2017', 'B', 1],
  ['2017', '06', 1],
  ['2011', '46', 1],
  ['2017', '47', 0],
  ['2017', '05', 0],
  ['2017', 'A0511', 0],
  ['2017', 'G5990', 0],
  ['2017', '制造业', -1],
  ['2017', '3', -1],
  ['1984', '30', -1],
  ['', 'C30', -1],
])('of edition %s the code %s is industry: %s', (edition, code, expected) =>
  expect(isIndustrial({ edition, code })).toBe(expected),
);
