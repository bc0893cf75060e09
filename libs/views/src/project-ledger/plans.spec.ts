import { dayNumber } from '#kernel';
import { recorded } from '#kernel/scenario';
import { FOREVER } from '#database';
import { factsOf, type ProjectEvent } from '#ledger';
import { plansOverTime } from './plans.ts';

const plan = (on: string, filedAt: string, phase?: string) =>
  ({ type: 'MilestonePlanned', data: { milestone: 'completed', on, ...(phase && { phase }) }, filedAt }) as const;
const reschedule = (from: string, to: string, filedAt: string) =>
  ({ type: 'MilestoneRescheduled', data: { milestone: 'completed', from, to, reason: '征地' }, filedAt }) as const;
const rows = (...events: (ProjectEvent & { filedAt: string })[]): unknown[] =>
  plansOverTime(factsOf(recorded<ProjectEvent>(events, 'project-p1'))).map(
    ({ milestone, phase, valid_from, valid_to, planned, last_day }) =>
      [milestone, phase, valid_from, valid_to, planned, last_day] as const,
  );

const MARCH = dayNumber('2026-03-10');
const MAY = dayNumber('2026-05-10');

it('has each plan from its filing to that of the next one', () =>
  expect(
    rows(
      plan('2026-09', '2026-03-10T04:00:00.000Z'),
      reschedule('2026-09', '2027', '2026-05-10T04:00:00.000Z'),
      plan('unknown', '2026-05-10T04:00:00.000Z', '二期'),
    ),
  ).toEqual([
    ['completed', '', MARCH, MAY, '2026-09', dayNumber('2026-09-30')],
    ['completed', '', MAY, FOREVER, '2027', dayNumber('2027-12-31')],
    ['completed', '二期', MAY, FOREVER, 'unknown', FOREVER],
  ]));

it('takes the later in the log where an earlier day is claimed for it', () =>
  expect(
    rows(plan('2026-09', '2026-05-10T04:00:00.000Z'), reschedule('2026-09', '2027', '2026-03-10T04:00:00.000Z')),
  ).toEqual([['completed', '', MARCH, FOREVER, '2027', dayNumber('2027-12-31')]]));
