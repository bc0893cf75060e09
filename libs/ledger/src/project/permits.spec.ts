import { recorded } from '#kernel/scenario';
import type { FactDate } from '#kernel';
import type { ProjectEvent } from './events.ts';
import { factsOf } from './facts.ts';
import { permitOn, permitsOf, type PermitState } from './permits.ts';

interface Told {
  readonly item?: string;
  readonly phase?: string;
  readonly on?: FactDate;
}

const reported = (filedOn: string, state: PermitState, { item = 'env', ...more }: Told = {}) => ({
  type: 'PermitStatusReported' as const,
  data: { catalogue: 'k', item, state, ...more },
  filedAt: `${filedOn}T02:00:00.000Z`,
});
const permits = (...reports: ReturnType<typeof reported>[]) =>
  permitsOf(factsOf(recorded<ProjectEvent>(reports, 'project-p')));
const on = (day: string, ...reports: ReturnType<typeof reported>[]) => {
  const [permit] = permits(...reports);
  return permit && permitOn(permit, day);
};

it('stand where the report stands that got furthest by its day, whatever the order of filing', () => {
  const told = [
    reported('2026-06-10', 'done', { on: '2026-05-20' }),
    reported('2026-07-01', 'inProgress', { on: '2026-03-02' }),
  ];
  expect(on('2026-03-01', ...told)).toBeUndefined();
  expect(on('2026-04-01', ...told)).toEqual({ state: 'inProgress', since: '2026-03-02', elapsedDays: 30 });
  expect(on('2026-11-22', ...told)).toEqual({ state: 'done', since: '2026-05-20', elapsedDays: 79 });
});

it('count from the first report where nobody said that it was begun', () => {
  expect(on('2026-04-11', reported('2026-04-01', 'notStarted'))).toEqual({
    state: 'notStarted',
    since: '2026-04-01',
    elapsedDays: 10,
  });
  expect(on('2026-11-22', reported('2026-04-01', 'notStarted'), reported('2026-07-01', 'done'))).toEqual({
    state: 'done',
    since: '2026-07-01',
    elapsedDays: 91,
  });
});

it('take a month at its last day, and no date for the day of filing', () =>
  expect(
    on('2026-11-22', reported('2026-05-05', 'inProgress', { on: '2026-04' }), reported('2026-05-15', 'done')),
  ).toEqual({ state: 'done', since: '2026-05-15', elapsedDays: 15 }));

it('are not begun again by being reported again, and go on counting where they are taken up again', () => {
  const told = [
    reported('2026-03-01', 'inProgress'),
    reported('2026-04-01', 'inProgress'),
    reported('2026-05-01', 'done'),
    reported('2026-06-01', 'inProgress'),
  ];
  expect(on('2026-04-02', ...told)).toEqual({ state: 'inProgress', since: '2026-03-01', elapsedDays: 32 });
  expect(on('2026-05-31', ...told)).toEqual({ state: 'done', since: '2026-05-01', elapsedDays: 61 });
  expect(on('2026-06-02', ...told)).toEqual({ state: 'inProgress', since: '2026-06-01', elapsedDays: 93 });
});

it('take no days where nothing is needed', () =>
  expect(on('2026-11-22', reported('2026-03-01', 'notNeeded'))).toEqual({
    state: 'notNeeded',
    since: '2026-03-01',
    elapsedDays: undefined,
  }));

it('are of one item and phase each', () =>
  expect(
    permits(
      reported('2026-03-01', 'done'),
      reported('2026-03-01', 'done', { phase: '二期' }),
      reported('2026-03-01', 'done', { item: 'fire' }),
      reported('2026-03-02', 'done'),
    ).map(({ item, phase, steps }) => [item, phase, steps.length]),
  ).toEqual([
    ['env', undefined, 2],
    ['env', '二期', 1],
    ['fire', undefined, 1],
  ]));
