import fc from 'fast-check';
import { dayNumber, dayOf } from '#kernel';
import { eventId, recorded } from '#kernel/scenario';
import { factsOf, type ProjectEvent } from '#ledger';
import { ledgerRows } from '../project-ledger/segments.ts';
import { histories } from '../testing/histories.ts';
import { changesOf, standAt, type Numbered, type Point } from './project-changes.ts';
import type { Stand } from './stand.ts';

/** Events of a project that is alone in its ledger, but for one event before each of its own. */
const numbered = (events: readonly ReturnType<typeof recorded<ProjectEvent>>[number][]): Numbered[] =>
  events.map((event, i) => ({ ...event, seq: 2 * i + 2 }));
const history = (...events: (ProjectEvent & { filedAt: string })[]): Numbered[] =>
  numbered(recorded<ProjectEvent>(events, 'project-p1'));

const registered = {
  type: 'ProjectRegistered',
  data: { name: '甲', zoneId: 'z1' },
  filedAt: '2018-01-05T04:00:00.000Z',
} as const;
const signed = { type: 'ProjectSigned', data: { on: '2018-01' }, filedAt: '2018-02-01T04:00:00.000Z' } as const;
const started = {
  type: 'ConstructionStarted',
  data: { on: '2018-05' },
  filedAt: '2018-06-20T04:00:00.000Z',
} as const;
const plan = {
  type: 'MilestonePlanned',
  data: { milestone: 'completed', on: '2018-12' },
  filedAt: '2018-02-01T04:00:00.000Z',
} as const;
const slip = {
  type: 'MilestoneRescheduled',
  data: { milestone: 'completed', from: '2018-12', to: '2019-06', reason: '征地' },
  filedAt: '2018-07-02T04:00:00.000Z',
} as const;
const at = (seq: number, day: string): Point => ({ seq, day: dayNumber(day) });
const changes = (events: Numbered[], from: Point, to: Point): unknown[] =>
  changesOf(2, events, from, to).changes.map((change) => [
    change.field,
    change.kind,
    change.from,
    change.to,
    change.cause,
    change.events.map(({ seq }) => seq),
  ]);

it('shows what happened between two days as it is known now', () =>
  expect(changes(history(registered, signed, plan, started, slip), at(10, '2018-03-01'), at(10, '2018-07-02'))).toEqual(
    [
      ['plan.completed', 'slipped', '2018-12', '2019-06', 'happened', [10]],
      ['reached.constructionStarted', 'reached', null, '2018-05', 'happened', [8]],
      ['stage', 'stage', 'signed', 'constructionStarted', 'happened', [8]],
    ],
  ));

it('shows what was filed late about the same day', () =>
  expect(changes(history(registered, signed, plan, started), at(6, '2018-06-15'), at(8, '2018-06-15'))).toEqual([
    ['reached.constructionStarted', 'reached', null, '2018-05', 'late', [8]],
    ['stage', 'stage', 'signed', 'constructionStarted', 'late', [8]],
  ]));

it('shows a correction apart from what happened', () => {
  const correction = {
    type: 'FactCorrected',
    data: { factId: eventId(4), data: { on: '2018-08' }, reason: '报早了' },
    filedAt: '2018-09-01T04:00:00.000Z',
  } as const;
  const events = history(registered, signed, plan, started, correction);
  expect(changes(events, at(8, '2018-06-30'), at(10, '2018-09-30'))).toEqual([
    ['reached.constructionStarted', 'reached', '2018-05', null, 'corrected', [10]],
    ['stage', 'stage', 'constructionStarted', 'signed', 'corrected', [10]],
    ['reached.constructionStarted', 'reached', null, '2018-08', 'happened', [8, 10]],
    ['stage', 'stage', 'signed', 'constructionStarted', 'happened', [8, 10]],
  ]);
  expect(changes(events, at(8, '2018-09-30'), at(10, '2018-09-30'))).toEqual([
    ['reached.constructionStarted', 'reached', '2018-05', '2018-08', 'corrected', [10]],
  ]);
});

it('counts a project that was registered since as added, and one that was voided as gone', () => {
  const voided = { type: 'ProjectVoided', data: { reason: '重复' }, filedAt: '2018-10-01T04:00:00.000Z' } as const;
  const events = history(registered, voided);
  const only = (from: Point, to: Point): unknown[] =>
    changesOf(2, events, from, to)
      .changes.filter(({ field }) => field === 'listed')
      .map(({ kind, cause, events: by }) => [kind, cause, by.map(({ seq }) => seq)]);
  expect(only(at(1, '2018-01-01'), at(2, '2018-02-01'))).toEqual([['added', 'happened', [2]]]);
  expect(only(at(1, '2018-02-01'), at(2, '2018-02-01'))).toEqual([['added', 'learned', [2]]]);
  expect(only(at(2, '2018-02-01'), at(4, '2018-10-01'))).toEqual([['gone', 'corrected', [4]]]);
});

const days = fc.integer({ min: dayNumber('2024-10-01'), max: dayNumber('2027-03-01') });
const cases = histories.chain((events) =>
  fc.record({
    events: fc.constant(numbered(events)),
    seqs: fc.tuple(fc.nat(2 * events.length + 3), fc.nat(2 * events.length + 3)),
    days: fc.tuple(days, days),
  }),
);

describe('of any history between any two points', () => {
  const slowly = (events: readonly Numbered[], { seq, day }: Point): Stand => {
    const known = events.filter((event) => event.seq <= seq);
    return standAt(known.length > 0 ? ledgerRows('p1', 2, factsOf(known)) : undefined, day);
  };

  it('leads from what one point shows to what the other one shows', () => {
    fc.assert(
      fc.property(cases, ({ events, seqs, days: both }) => {
        const [first, second] = seqs[0] < seqs[1] ? seqs : [seqs[1], seqs[0]];
        const [early, late] = both[0] < both[1] ? both : [both[1], both[0]];
        const [from, to] = [
          { seq: first, day: early },
          { seq: second, day: late },
        ];
        const compared = changesOf(2, events, from, to);
        const takesBack = ({ type }: Numbered): boolean =>
          type === 'FactCorrected' || type === 'FactRevoked' || type === 'ProjectVoided';
        expect(compared.before).toEqual(slowly(events, from));
        expect(compared.between).toEqual(slowly(events, { seq: second, day: early }));
        expect(compared.after).toEqual(slowly(events, to));
        const walked: Record<string, unknown> = { ...compared.before };
        for (const { field, from: was, to: is, cause, events: by } of compared.changes) {
          expect(walked[field] ?? null).toEqual(was);
          if (is === null) delete walked[field];
          else walked[field] = is;
          expect(by.length).toBeGreaterThan(0);
          for (const event of by) {
            expect(event.seq).toBeLessThanOrEqual(second);
            if (cause !== 'happened') expect(event.seq).toBeGreaterThan(first);
          }
          if (cause === 'happened') continue;
          expect(cause === 'corrected').toBe(by.some(takesBack));
          const isLate = by.some(({ metadata }) => dayNumber(dayOf(metadata.filedAt)) > early);
          if (cause !== 'corrected') expect(cause).toBe(isLate ? 'late' : 'learned');
        }
        expect(walked).toEqual(compared.after);
      }),
      { numRuns: 400 },
    );
  });
});
