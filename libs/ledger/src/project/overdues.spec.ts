import fc from 'fast-check';
import { addDays, dayFromNumber, dayNumber, lastDay, narrows, type Day, type FactDate } from '#kernel';
import { eventId, recorded } from '#kernel/scenario';
import type { PlannableMilestone, ProjectEvent } from './events.ts';
import { factsOf, holding, stagesReached, standingSteps, type EffectiveFact } from './facts.ts';
import { overduesOf, slipsOf } from './overdues.ts';

type Filed = ProjectEvent & { readonly filedAt: string };
const on = (filedOn: string, event: ProjectEvent): Filed => ({ ...event, filedAt: `${filedOn}T02:00:00.000Z` });
const registered = on('2026-01-10', { type: 'ProjectRegistered', data: { name: '甲', zoneId: 'z1' } });
const planned = (filedOn: string, date: FactDate, phase?: string): Filed =>
  on(filedOn, {
    type: 'MilestonePlanned',
    data: { milestone: 'constructionStarted', on: date, ...(phase !== undefined && { phase }) },
  });
const moved = (filedOn: string, from: FactDate, to: FactDate): Filed =>
  on(filedOn, { type: 'MilestoneRescheduled', data: { milestone: 'constructionStarted', from, to, reason: '用地' } });
const started = (filedOn: string, date: FactDate, phase?: string): Filed =>
  on(filedOn, { type: 'ConstructionStarted', data: { on: date, ...(phase !== undefined && { phase }) } });
const facts = (...events: Filed[]): readonly EffectiveFact[] => factsOf(recorded<ProjectEvent>(events, 'project-p1'));
const spans = (...events: Filed[]) =>
  overduesOf(facts(...events)).map(({ against, from, until }) => [against, from, until]);

it('is overdue from the day after the plan until the milestone is certain', () =>
  expect(spans(registered, planned('2026-01-10', '2026-03'), started('2026-05-02', '2026-04-20'))).toEqual([
    ['first', '2026-04-01', '2026-04-20'],
    ['current', '2026-04-01', '2026-04-20'],
  ]));

it('is overdue without end while nothing happens, and not at all where the milestone came in time', () => {
  expect(spans(registered, planned('2026-01-10', '2026-03'))).toEqual([
    ['first', '2026-04-01', undefined],
    ['current', '2026-04-01', undefined],
  ]);
  expect(spans(registered, planned('2026-01-10', '2026-03'), started('2026-05-02', '2026-03'))).toEqual([]);
});

it('is overdue until the last day of an imprecise milestone, and until the filing of an undated one', () => {
  expect(spans(registered, planned('2026-01-10', '2026-03'), started('2026-06-02', '2026-05'))[0]).toEqual([
    'first',
    '2026-04-01',
    '2026-05-31',
  ]);
  expect(spans(registered, planned('2026-01-10', '2026-03'), started('2026-06-02', 'unknown'))[0]).toEqual([
    'first',
    '2026-04-01',
    '2026-06-02',
  ]);
});

it('counts a plan only from the day it was filed', () =>
  expect(spans(registered, planned('2026-06-15', '2026-03'))).toEqual([
    ['first', '2026-06-15', undefined],
    ['current', '2026-06-15', undefined],
  ]));

it('stops the current clock by a reschedule, never the first one', () =>
  expect(
    spans(
      registered,
      planned('2026-01-10', '2026-03'),
      moved('2026-04-11', '2026-03', '2026-05'),
      started('2026-08-02', '2026-07-01'),
    ),
  ).toEqual([
    ['first', '2026-04-01', '2026-07-01'],
    ['current', '2026-04-01', '2026-04-11'],
    ['current', '2026-06-01', '2026-07-01'],
  ]));

it('says which facts it follows from', () => {
  const found = overduesOf(
    facts(registered, planned('2026-01-10', '2026-03'), moved('2026-04-11', '2026-03', '2026-12')),
  );
  expect(found.map(({ plan, planFactId, endedBy }) => [plan, planFactId, endedBy])).toEqual([
    ['2026-03', eventId(2), undefined],
    ['2026-03', eventId(2), eventId(3)],
    ['2026-12', eventId(3), undefined],
  ]);
});

it('is never overdue by a plan without a date', () =>
  expect(spans(registered, planned('2026-01-10', '2026-03'), moved('2026-04-11', '2026-03', 'unknown'))).toEqual([
    ['first', '2026-04-01', undefined],
    ['current', '2026-04-01', '2026-04-11'],
  ]));

it('goes on while work stands still, and ends with the exit', () =>
  expect(
    spans(
      registered,
      planned('2026-01-10', '2026-03'),
      on('2026-04-05', { type: 'ProjectSuspended', data: { on: '2026-04-05', reason: '资金' } }),
      on('2026-06-01', { type: 'ProjectExited', data: { on: '2026-05-20', kind: 'agreed', reason: '协商' } }),
    ),
  ).toEqual([
    ['first', '2026-04-01', '2026-05-20'],
    ['current', '2026-04-01', '2026-05-20'],
  ]));

it('keeps phases apart', () => {
  const found = overduesOf(
    facts(
      registered,
      planned('2026-01-10', '2026-03', '一期'),
      planned('2026-01-10', '2026-06', '二期'),
      started('2026-05-02', '2026-04-20', '一期'),
    ),
  );
  expect(
    found.filter(({ against }) => against === 'first').map(({ phase, from, until }) => [phase, from, until]),
  ).toEqual([
    ['一期', '2026-04-01', '2026-04-20'],
    ['二期', '2026-07-01', undefined],
  ]);
});

it('ends with whatever comes later in the same phase, or of the whole', () => {
  const completed = (filedOn: string, date: FactDate, phase?: string): Filed =>
    on(filedOn, { type: 'ProjectCompleted', data: { on: date, ...(phase !== undefined && { phase }) } });
  const plan = planned('2026-01-10', '2026-03', '一期');
  const ends = (...events: Filed[]) =>
    overduesOf(facts(registered, plan, ...events)).map(({ until, endedBy }) => [until, endedBy]);
  expect(ends(completed('2026-09-02', '2026-08', '二期'))[0]).toEqual([undefined, undefined]);
  expect(ends(completed('2026-09-02', '2026-08', '一期'))[0]).toEqual(['2026-08-31', eventId(3)]);
  expect(ends(completed('2026-09-02', '2026-08'), started('2026-10-01', '2026-07-01', '一期'))[0]).toEqual([
    '2026-07-01',
    eventId(4),
  ]);
  expect(ends(completed('2026-09-02', 'unknown'))[0]).toEqual(['2026-09-02', eventId(3)]);
});

it('counts the slips of a milestone, a narrower plan not among them', () => {
  const found = slipsOf(
    facts(
      registered,
      planned('2026-01-10', '2026'),
      moved('2026-02-01', '2026', '2026-03'),
      moved('2026-04-11', '2026-03', '2026-05'),
      moved('2026-04-20', '2026-05', '2026-04'),
      moved('2026-05-02', '2026-04', 'unknown'),
    ),
  );
  expect(found.map(({ on: day, from, to, days, nth }) => [day, from, to, days, nth])).toEqual([
    ['2026-04-11', '2026-03', '2026-05', 61, 1],
    ['2026-05-02', '2026-04', 'unknown', undefined, 2],
  ]);
});

const filedOn = fc.integer({ min: 0, max: 300 }).map((n) => addDays('2026-01-01', n));
const date = fc.constantFrom('2025', '2026-02', '2026-Q2', '2026-05-T2', '2026-07-14', '2026-12', 'unknown');
const milestone = fc.constantFrom('landHandedOver', 'constructionStarted', 'completed', 'inProduction', 'inStatistics');
const phase = fc.constantFrom({}, {}, { phase: '一期' }, { phase: '二期' });
const REACHED = {
  landHandedOver: 'LandHandedOver',
  constructionStarted: 'ConstructionStarted',
  completed: 'ProjectCompleted',
  inProduction: 'ProductionStarted',
  inStatistics: 'EnteredStatistics',
} as const;
const event = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(milestone, date, phase)
      .map(([m, d, p]): ProjectEvent => ({ type: 'MilestonePlanned', data: { milestone: m, on: d, ...p } })),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(milestone, date, date, phase).map(([m, from, to, p]): ProjectEvent => ({
      type: 'MilestoneRescheduled',
      data: { milestone: m, from, to, reason: '改', ...p },
    })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(milestone, date, phase)
      .map(([m, d, p]): ProjectEvent => ({ type: REACHED[m], data: { on: d, ...p } })),
  },
  {
    weight: 1,
    arbitrary: date.map((d): ProjectEvent => ({ type: 'ProjectExited', data: { on: d, kind: 'other', reason: '改' } })),
  },
);
const histories = fc
  .array(fc.tuple(filedOn, event), { maxLength: 12 })
  .map((steps) => facts(registered, ...steps.map(([day, made]) => on(day, made))));

type PlanFact = Extract<EffectiveFact, { type: 'MilestonePlanned' | 'MilestoneRescheduled' }>;
const isPlan = (fact: EffectiveFact): fact is PlanFact =>
  fact.type === 'MilestonePlanned' || fact.type === 'MilestoneRescheduled';
const dateOf = ({ data }: PlanFact): FactDate => ('to' in data ? data.to : data.on);

/** What says of each milestone that it is behind the project. */
const MEETING: Readonly<Record<string, readonly PlannableMilestone[]>> = {
  landHandedOver: ['landHandedOver', 'constructionStarted', 'completed', 'inProduction'],
  constructionStarted: ['constructionStarted', 'completed', 'inProduction'],
  completed: ['completed', 'inProduction'],
  inProduction: ['inProduction'],
  inStatistics: ['inStatistics', 'completed', 'inProduction'],
};

/** Whether a milestone, or what comes after it, is certain on a day, looking at nothing but that day. */
function isCertain(all: readonly EffectiveFact[], of: PlannableMilestone, part: string | undefined, day: Day): boolean {
  const meeting = MEETING[of] as readonly PlannableMilestone[];
  if (part === undefined && (of === 'completed' || of === 'inProduction'))
    return stagesReached(all).some(({ stage, certainFrom }) => meeting.some((m) => m === stage) && certainFrom <= day);
  const types: readonly string[] = meeting.map((m) => REACHED[m as keyof typeof REACHED]);
  return all.some(
    (fact) =>
      types.includes(fact.type) &&
      (part === undefined || fact.data.phase === undefined || fact.data.phase === part) &&
      holding((fact.data as { on: FactDate }).on, fact.filedOn).certainFrom <= day,
  );
}

it('is overdue on exactly the days on which the plan of the day has passed', () => {
  fc.assert(
    fc.property(histories, (all) => {
      const found = overduesOf(all);
      const keys = new Set(all.filter(isPlan).map(({ data }) => `${data.milestone}/${data.phase ?? ''}`));
      const exit = standingSteps(all).find(({ standing }) => standing === 'exited')?.from;
      for (const key of keys) {
        const of = all.filter(isPlan).filter(({ data }) => `${data.milestone}/${data.phase ?? ''}` === key);
        const { milestone: planned_, phase: part } = of[0]!.data;
        for (let n = 0; n < 760; n += 5) {
          const day = dayFromNumber(dayNumber('2025-11-01') + n);
          const isOver = isCertain(all, planned_, part, day) || (exit !== undefined && exit <= day);
          for (const against of ['first', 'current'] as const) {
            const filed = of.filter((plan) => plan.filedOn <= day);
            const plan = against === 'current' ? filed.at(-1) : filed.find((one) => one === of[0]);
            const last = plan && lastDay(dateOf(plan));
            const expected = !isOver && last !== undefined && last < day ? [plan!.id] : [];
            const covering = found.filter(
              (span) =>
                span.against === against &&
                `${span.milestone}/${span.phase ?? ''}` === key &&
                span.from <= day &&
                (span.until === undefined || day < span.until),
            );
            expect(covering.map(({ planFactId }) => planFactId)).toEqual(expected);
          }
        }
      }
    }),
    { numRuns: 200 },
  );
});

it('slips by as much as the last day moves, counted up by milestone', () => {
  fc.assert(
    fc.property(histories, (all) => {
      for (const slip of slipsOf(all)) {
        expect(narrows(slip.to, slip.from)).toBe(false);
        const [before, after] = [lastDay(slip.from), lastDay(slip.to)];
        expect(slip.days).toBe(
          before !== undefined && after !== undefined ? dayNumber(after) - dayNumber(before) : undefined,
        );
        expect(slip.days ?? 1).toBeGreaterThan(0);
        const former = slipsOf(all).filter(
          (o) => o.milestone === slip.milestone && o.phase === slip.phase && o.nth < slip.nth,
        );
        expect(former).toHaveLength(slip.nth - 1);
      }
    }),
    { numRuns: 200 },
  );
});
