import { dayNumber } from '#kernel';
import { recorded } from '#kernel/scenario';
import { FOREVER } from '#database';
import { factsOf, type ProjectEvent } from '#ledger';
import { rolesOf, segmentsOf, type LedgerSegment } from './segments.ts';

const registered = {
  type: 'ProjectRegistered',
  data: { name: '甲', zoneId: 'z1', totalInvestment: { fen: '500', currency: 'CNY' } },
  filedAt: '2026-01-10T02:00:00.000Z',
} as const;

const rows = (...events: (ProjectEvent & { filedAt?: string })[]): LedgerSegment[] =>
  segmentsOf('p1', 7, factsOf(recorded<ProjectEvent>(events, 'project-p1')));

const ROW: LedgerSegment = {
  project_id: 'p1',
  valid_from: dayNumber('2026-01-10'),
  valid_to: FOREVER,
  number: 7,
  name: '甲',
  code: '',
  zone_id: 'z1',
  builder: null,
  stage: 0,
  possible_stage: null,
  standing: 'active',
  leader_id: null,
  co_leader_ids: '[]',
  unit_id: null,
  total_fen: 500,
  invested_year: 0,
  invested_in_year_fen: 0,
  invested_fen: 0,
};
const from = (day: string, to: string | undefined, more: Partial<LedgerSegment>): LedgerSegment => ({
  ...ROW,
  valid_from: dayNumber(day),
  valid_to: to === undefined ? FOREVER : dayNumber(to),
  ...more,
});

it('is one row from the day it was registered', () => expect(rows(registered)).toEqual([ROW]));

it('begins with what happened before it was registered', () =>
  expect(rows(registered, { type: 'ProjectSigned', data: { on: '2025-06-01' } })).toEqual([
    from('2025-06-01', undefined, { stage: 4 }),
  ]));

it('is possibly further inside an imprecise date, certainly after it', () =>
  expect(rows(registered, { type: 'ConstructionStarted', data: { on: '2026-03' } })).toEqual([
    from('2026-01-10', '2026-03-01', {}),
    from('2026-03-01', '2026-03-31', { possible_stage: 8 }),
    from('2026-03-31', undefined, { stage: 8 }),
  ]));

it('holds an undated start from the day it was filed, possibly before', () =>
  expect(
    rows(registered, { type: 'ConstructionStarted', data: { on: 'unknown' }, filedAt: '2026-05-05T00:00:00.000Z' }),
  ).toEqual([from('2026-01-10', '2026-05-05', { possible_stage: 8 }), from('2026-05-05', undefined, { stage: 8 })]));

it('adds up a year, and starts the next one from nothing', () =>
  expect(
    rows(
      registered,
      { type: 'InvestmentReported', data: { period: '2026-01', inPeriod: { fen: '100', currency: 'CNY' } } },
      { type: 'InvestmentReported', data: { period: '2026-02', cumulativeInYear: { fen: '250', currency: 'CNY' } } },
      { type: 'InvestmentReported', data: { period: '2025-12', inPeriod: { fen: '40', currency: 'CNY' } } },
    ),
  ).toEqual([
    from('2025-12-31', '2026-01-31', { invested_year: 2025, invested_in_year_fen: 40, invested_fen: 40 }),
    from('2026-01-31', '2026-02-28', { invested_year: 2026, invested_in_year_fen: 100, invested_fen: 140 }),
    from('2026-02-28', undefined, { invested_year: 2026, invested_in_year_fen: 250, invested_fen: 290 }),
  ]));

it('counts what is filed within its month from that day', () =>
  expect(
    rows(registered, {
      type: 'InvestmentReported',
      data: { period: '2026-03', inPeriod: { fen: '100', currency: 'CNY' } },
      filedAt: '2026-03-06T00:00:00.000Z',
    }).map(({ valid_from, invested_fen }) => [valid_from, invested_fen]),
  ).toEqual([
    [dayNumber('2026-01-10'), 0],
    [dayNumber('2026-03-06'), 100],
  ]));

it('shows who held it when, and its standing', () => {
  const history: (ProjectEvent & { filedAt?: string })[] = [
    registered,
    { type: 'LeaderAssigned', data: { personId: 'a', lead: true, from: '2026-02-01' } },
    { type: 'LeaderAssigned', data: { personId: 'b', lead: true, from: '2026-04-01', doc: '办〔2026〕1号' } },
    { type: 'LeaderAssigned', data: { personId: 'c', lead: false, from: '2026-04-01' } },
    { type: 'ProjectSuspended', data: { on: '2026-05-01', reason: '资金' } },
  ];
  expect(rows(...history)).toEqual([
    from('2026-01-10', '2026-02-01', {}),
    from('2026-02-01', '2026-04-01', { leader_id: 'a' }),
    from('2026-04-01', '2026-05-01', { leader_id: 'b', co_leader_ids: '["c"]' }),
    from('2026-05-01', undefined, { leader_id: 'b', co_leader_ids: '["c"]', standing: 'suspended' }),
  ]);
  expect(
    rolesOf('p1', factsOf(recorded<ProjectEvent>(history))).map(({ holder_id, role, valid_to }) => [
      holder_id,
      role,
      valid_to,
    ]),
  ).toEqual([
    ['a', 'lead', dayNumber('2026-04-01')],
    ['b', 'lead', FOREVER],
    ['c', 'coLead', FOREVER],
  ]);
});

it('is no row once voided, or once the registration is revoked', () => {
  expect(rows(registered, { type: 'ProjectVoided', data: { reason: '重复' } })).toEqual([]);
  expect(
    rows(registered, { type: 'FactRevoked', data: { factId: '00000000-0000-4000-8000-000000000001', reason: '误' } }),
  ).toEqual([]);
});
