import fc from 'fast-check';
import { addDays, dayFromNumber, dayNumber, monthNumber, type Day } from '#kernel';
import { recorded } from '#kernel/scenario';
import { answerable, attributed, inForce, missedBy, type Days } from './attribution.ts';
import type { ProjectEvent } from './events.ts';
import { factsOf } from './facts.ts';
import { dueDay } from './report-gaps.ts';
import { holdsOn, tenuresOf, type Role, type Tenure } from './tenures.ts';

type Filed = ProjectEvent & { readonly filedAt?: string };
const lead = (personId: string, from: string, filedOn = '2026-01-10'): Filed => ({
  type: 'LeaderAssigned',
  data: { personId, lead: true, from },
  filedAt: `${filedOn}T02:00:00.000Z`,
});
const beside = (personId: string, from: string): Filed => ({
  type: 'LeaderAssigned',
  data: { personId, lead: false, from },
});
const released = (personId: string, until: string): Filed => ({
  type: 'LeaderReleased',
  data: { personId, until },
});
const tenures = (...events: Filed[]): Tenure[] => tenuresOf(factsOf(recorded<ProjectEvent>(events, 'project-p1')));
const shares = (span: Days, held: readonly Tenure[], role: Role = 'lead') =>
  attributed([span], held, role).map(({ holderId, from, until }) => [holderId, from, until]);

const MARCH: Days = { from: '2026-03-01', until: '2026-04-01' };

it('splits a span at a handover, whose day belongs to the successor', () =>
  expect(shares(MARCH, tenures(lead('a', '2026-01-01'), lead('b', '2026-03-11')))).toEqual([
    ['a', '2026-03-01', '2026-03-11'],
    ['b', '2026-03-11', '2026-04-01'],
  ]));

it('gives days that nobody held to nobody: before the first, between two, after the last', () =>
  expect(
    shares(
      { from: '2026-03-01' },
      tenures(
        lead('a', '2026-03-06'),
        released('a', '2026-03-11'),
        lead('b', '2026-03-21'),
        released('b', '2026-03-26'),
      ),
    ),
  ).toEqual([
    [null, '2026-03-01', '2026-03-06'],
    ['a', '2026-03-06', '2026-03-11'],
    [null, '2026-03-11', '2026-03-21'],
    ['b', '2026-03-21', '2026-03-26'],
    [null, '2026-03-26', undefined],
  ]));

it('gives everything to nobody where nobody ever held the role', () =>
  expect(shares(MARCH, tenures(beside('c', '2026-01-01')))).toEqual([[null, '2026-03-01', '2026-04-01']]));

it('counts an imprecise first day at its end, an unknown one from its filing', () => {
  expect(shares(MARCH, tenures(lead('a', '2026-03')))).toEqual([
    [null, '2026-03-01', '2026-03-31'],
    ['a', '2026-03-31', '2026-04-01'],
  ]);
  expect(shares(MARCH, tenures(lead('a', 'unknown', '2026-03-16')))).toEqual([
    [null, '2026-03-01', '2026-03-16'],
    ['a', '2026-03-16', '2026-04-01'],
  ]);
});

it('lets co-leads answer in full, each for their days', () =>
  expect(shares(MARCH, tenures(beside('c', '2026-01-01'), beside('d', '2026-03-11')), 'coLead')).toEqual([
    ['c', '2026-03-01', '2026-04-01'],
    ['d', '2026-03-11', '2026-04-01'],
  ]));

it('takes a holder who is assigned again for the same one', () =>
  expect(shares(MARCH, tenures(lead('a', '2026-01-01'), lead('a', '2026-03-11'), lead('b', '2026-03-21')))).toEqual([
    ['a', '2026-03-01', '2026-03-21'],
    ['b', '2026-03-21', '2026-04-01'],
  ]));

it('follows a tenure that was corrected after the fact', () => {
  const events = [lead('a', '2026-01-01'), lead('b', '2026-03-21')];
  const [, second] = recorded<ProjectEvent>(events, 'project-p1');
  const corrected: Filed = {
    type: 'FactCorrected',
    data: { factId: second!.id, data: { personId: 'b', lead: true, from: '2026-03-11' }, reason: '以文件为准' },
  };
  expect(shares(MARCH, tenures(...events, corrected))).toEqual([
    ['a', '2026-03-01', '2026-03-11'],
    ['b', '2026-03-11', '2026-04-01'],
  ]);
});

it('names who is answerable on one day', () => {
  const held = tenures(
    lead('a', '2026-01-01'),
    released('a', '2026-03-11'),
    beside('c', '2026-01-01'),
    beside('d', '2026-01-01'),
  );
  expect(answerable(held, 'lead', '2026-03-10')).toEqual(['a']);
  expect(answerable(held, 'lead', '2026-03-11')).toEqual([null]);
  expect(answerable(held, 'coLead', '2026-03-11')).toEqual(['c', 'd']);
});

it('gives a missed month to who held the role on the day it was due', () => {
  const held = tenures(lead('a', '2026-01-01'), lead('b', '2026-03-31'), lead('c', '2026-05-01'));
  const gap = { first: monthNumber('2026-01-01'), end: undefined };
  expect(missedBy([gap], held, 'lead').map(({ holderId, first, end }) => [holderId, first - gap.first, end])).toEqual([
    ['a', 0, gap.first + 2],
    ['b', 2, gap.first + 4],
    ['c', 4, undefined],
  ]);
  const short = missedBy(
    [gap],
    tenures(lead('a', '2026-01-01'), lead('b', '2026-02-02'), lead('c', '2026-02-20')),
    'lead',
  );
  expect(short.map(({ holderId }) => holderId)).toEqual(['a', 'c']);
});

it('counts a version of something from its filing until a later one is filed', () =>
  expect(inForce(['2026-03-01', '2026-05-01', '2026-04-01', '2026-04-01'])).toEqual([
    { from: '2026-03-01', until: '2026-04-01' },
    undefined,
    undefined,
    { from: '2026-04-01', until: undefined },
  ]));

const DAY_ZERO = dayNumber('2026-01-01');
const day = fc.integer({ min: 0, max: 400 }).map((n) => dayFromNumber(DAY_ZERO + n));
const person = fc.constantFrom('a', 'b', 'c');
const assignment: fc.Arbitrary<Filed> = fc.oneof(
  fc.tuple(person, fc.boolean(), day).map(([personId, isLead, from]) => ({
    type: 'LeaderAssigned' as const,
    data: { personId, lead: isLead, from },
  })),
  fc.tuple(person, day).map(([personId, until]) => released(personId, until)),
);
const spans = fc.array(
  fc.tuple(day, fc.integer({ min: 1, max: 300 }), fc.boolean()).map(([from, length, open]) => ({
    from,
    until: open ? undefined : addDays(from, length),
  })),
  { maxLength: 4 },
);
const END = dayFromNumber(DAY_ZERO + 800);
const lengthOf = ({ from, until }: Days): number => dayNumber(until ?? END) - dayNumber(from);
const covers = ({ from, until }: Days, on: Day): boolean => from <= on && (until === undefined || on < until);

it('gives every day of a span to somebody: with one holder at a time the shares add up to it', () => {
  fc.assert(
    fc.property(fc.array(assignment, { maxLength: 12 }), spans, (events, given) => {
      const held = tenures(...events);
      const sum = attributed(given, held, 'lead').reduce((n, share) => n + lengthOf(share), 0);
      expect(sum).toBe(given.reduce((n, span) => n + lengthOf(span), 0));
      for (const span of given) {
        for (const role of ['lead', 'coLead'] as const) {
          const found = attributed([span], held, role);
          for (let n = 0; n < 800; n += 7) {
            const on = dayFromNumber(DAY_ZERO + n);
            const holders = held.filter((tenure) => tenure.role === role && holdsOn(tenure, on)).map((t) => t.holderId);
            const expected = !covers(span, on) ? [] : holders.length > 0 ? holders.sort() : [null];
            const answering = found.filter((share) => covers(share, on)).map(({ holderId }) => holderId);
            expect(answering.sort()).toEqual(expected);
          }
        }
      }
    }),
    { numRuns: 200 },
  );
});

it('gives every missed month to who held the role on its due day, month by month', () => {
  const first = monthNumber('2026-01-01');
  const gaps = fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 9 }), fc.boolean()).map(([skipped, months, open]) => ({
    first: first + skipped,
    end: open ? undefined : first + skipped + months,
  }));
  fc.assert(
    fc.property(fc.array(assignment, { maxLength: 12 }), gaps, (events, gap) => {
      const held = tenures(...events);
      const found = missedBy([gap], held, 'lead');
      for (let month = first; month < first + 20; month++) {
        const isMissed = month >= gap.first && (gap.end === undefined || month < gap.end);
        const shared = found.filter((one) => one.first <= month && (one.end === undefined || month < one.end));
        expect(shared.map(({ holderId }) => holderId)).toEqual(isMissed ? answerable(held, 'lead', dueDay(month)) : []);
      }
    }),
    { numRuns: 300 },
  );
});
