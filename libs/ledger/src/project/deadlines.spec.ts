import type { Instant } from '#kernel';
import { eventId, recorded } from '#kernel/scenario';
import { deadlinesOf } from './deadlines.ts';
import type { ProjectEvent, ProjectFact } from './events.ts';
import { factsOf } from './facts.ts';
import { given, revoked } from './project.harness.ts';
import type { Project } from './project.ts';

type Filed = ProjectEvent & { readonly filedAt?: Instant };
const on = (day: string, fact: ProjectFact): Filed => ({ ...fact, filedAt: `${day}T04:00:00.000Z` });
const registered = on('2018-01-10', { type: 'ProjectRegistered', data: { name: '甲', zoneId: 'z1' } });
const deadlines = (history: Project): string[] =>
  deadlinesOf(factsOf(history)).map(({ id, due, from, until = '' }) => `${id} ${due} ${from}/${until}`);
const planned = (milestone: 'constructionStarted' | 'completed', date: string, phase?: string): ProjectFact => ({
  type: 'MilestonePlanned',
  data: { milestone, on: date, ...(phase && { phase }) },
});
const moved = (from: string, to: string): ProjectFact => ({
  type: 'MilestoneRescheduled',
  data: { milestone: 'constructionStarted', from, to, reason: '拆迁' },
});

it('is the last day of the current plan, until it is replanned or reached', () => {
  const plans = [
    registered,
    on('2018-02-01', planned('constructionStarted', '2018-06')),
    on('2018-05-01', moved('2018-06', '2018-Q3')),
  ] as const;
  given(...plans).shows(deadlines, [
    'plan/constructionStarted 2018-06-30 2018-02-01/2018-05-01',
    'plan/constructionStarted 2018-09-30 2018-05-01/',
  ]);
  given(...plans, on('2018-08-20', { type: 'ConstructionStarted', data: { on: '2018-08-08' } })).shows(deadlines, [
    'plan/constructionStarted 2018-06-30 2018-02-01/2018-05-01',
    'plan/constructionStarted 2018-09-30 2018-05-01/2018-08-08',
  ]);
  given(...plans, revoked(3)).shows(deadlines, ['plan/constructionStarted 2018-06-30 2018-02-01/']);
});

it('is none for a plan that names no day', () =>
  given(
    registered,
    on('2018-02-01', planned('completed', '2019')),
    on('2018-03-01', planned('completed', 'unknown')),
  ).shows(deadlines, ['plan/completed 2019-12-31 2018-02-01/2018-03-01']));

it('is of each phase by itself, and of the whole once all phases are there', () =>
  given(
    registered,
    on('2018-02-01', planned('completed', '2018-06', '一期')),
    on('2018-02-01', planned('completed', '2018-12', '二期')),
    on('2018-02-01', planned('completed', '2018-12')),
    on('2018-07-01', { type: 'ProjectCompleted', data: { on: '2018-06-20', phase: '一期' } }),
  ).shows(deadlines, [
    'plan/completed/一期 2018-06-30 2018-02-01/2018-06-20',
    'plan/completed/二期 2018-12-31 2018-02-01/',
    'plan/completed 2018-12-31 2018-02-01/',
  ]));

it('is none any more of what the project is past, whether anybody reported it or not', () => {
  const plans = (['frameworkAgreement', 'landHandedOver', 'inStatistics', 'constructionStarted'] as const).map(
    (milestone) =>
      on('2018-02-01', { type: 'MilestonePlanned', data: { milestone, on: '2018-06' } } satisfies ProjectFact),
  );
  const until = (...facts: Filed[]) =>
    deadlinesOf(factsOf(recorded<ProjectEvent>([registered, ...plans, ...facts]))).map((deadline) => deadline.until);
  const signed = on('2018-03-01', { type: 'ProjectSigned', data: { on: '2018-02-20' } });
  const started = on('2018-08-01', { type: 'ConstructionStarted', data: { on: '2018-07-20' } });
  const completed = on('2019-08-01', { type: 'ProjectCompleted', data: { on: '2019-07-20' } });
  expect(until(signed)).toEqual(['2018-02-20', undefined, undefined, undefined]);
  expect(until(started)).toEqual(['2018-07-20', '2018-07-20', undefined, '2018-07-20']);
  expect(until(completed)).toEqual(['2019-07-20', '2019-07-20', '2019-07-20', '2019-07-20']);
});

it('is the hand-over of each parcel by itself, where hand-overs name one', () => {
  const land = (parcelId: string): ProjectFact => ({
    type: 'LandSupplied',
    data: { on: '2018-01-31', mode: 'auction', area: 100, agreedHandover: '2018-02-28', parcelId },
  });
  const until = (...facts: ProjectFact[]) =>
    deadlinesOf(factsOf(recorded<ProjectEvent>([registered, land('A'), land('B'), ...facts]))).map(
      (deadline) => deadline.until,
    );
  const handedOver = (date: string, more: object = {}): ProjectFact => ({
    type: 'LandHandedOver',
    data: { on: date, ...more },
  });
  expect(until(handedOver('2018-03-10', { parcelId: 'B' }))).toEqual([undefined, '2018-03-10']);
  expect(until(handedOver('2018-03-10'))).toEqual(['2018-03-10', '2018-03-10']);
  expect(until({ type: 'ConstructionStarted', data: { on: '2018-06-01' } })).toEqual(['2018-06-01', '2018-06-01']);
});

it('is what contracts agreed and how long a permit is good, until the exit', () =>
  given(
    registered,
    on('2018-02-01', {
      type: 'ProjectSigned',
      data: { on: '2018-01-20', agreedStart: '2018-08', agreedProduction: '2019' },
    }),
    on('2018-02-01', {
      type: 'LandSupplied',
      data: {
        on: '2018-01-31',
        mode: 'auction',
        area: 100,
        agreedHandover: '2018-02-28',
        agreedStart: '2018-06-30',
        agreedCompletion: '2019-06-30',
      },
    }),
    on('2018-03-20', { type: 'LandHandedOver', data: { on: '2018-03-10' } }),
    on('2018-04-01', { type: 'ConstructionPermitObtained', data: { on: '2018-03-31' } }),
    on('2018-12-01', { type: 'ProjectExited', data: { on: '2018-11-30', kind: 'agreed', reason: '终止' } }),
  ).shows(deadlines, [
    'contract/constructionStarted 2018-08-31 2018-01-20/2018-11-30',
    'contract/inProduction 2019-12-31 2018-01-20/2018-11-30',
    `land/${eventId(3)}/landHandedOver 2018-02-28 2018-01-31/2018-03-10`,
    `land/${eventId(3)}/constructionStarted 2018-07-10 2018-01-31/2018-11-30`,
    `land/${eventId(3)}/completed 2019-06-30 2018-01-31/2018-11-30`,
    'permit/constructionStarted 2018-06-30 2018-03-31/2018-11-30',
  ]));
