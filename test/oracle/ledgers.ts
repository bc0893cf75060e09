import fc from 'fast-check';
import type { Event } from '#kernel';
import { recorded } from '#kernel/scenario';
import type { dialects } from '#database/testing';
import { byTurns, contextOf, turns, type Course } from '../../libs/views/src/testing/growing.ts';
import { histories, PEOPLE, ZONES } from '../../libs/views/src/testing/histories.ts';
import { testLedger } from '../../libs/views/src/testing/ledger.ts';
import type { QueryContext } from '../../libs/views/src/query-context.ts';
import { Log, type Point } from './log.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** When the first event is recorded, and what the clock of a question shows. */
const FIRST = Date.parse('2026-01-05T01:00:00.000Z');
const NOW = Date.parse('2026-11-22T04:00:00.000Z');
export const TODAY = '2026-11-22';

/** What is told, in which order, and how much later than the one before it each event is recorded, in ms. */
export interface Telling {
  readonly courses: readonly Course[];
  readonly turns: readonly number[];
  readonly pauses: readonly number[];
}

const day = fc.constantFrom('2018-01-01', '2026-02-01', '2026-06-01');
const course = (stream: string, events: readonly Event[]): Course => ({
  stream,
  history: recorded(events, stream),
});

const zone = (id: string): fc.Arbitrary<Course> =>
  fc.array(fc.record({ tier: fc.constantFrom('一', '二'), from: day }), { maxLength: 2 }).map((retiered) =>
    course(`zone-${id}`, [
      {
        type: 'ZoneDefined',
        data: { name: id, level: 'national', kind: 'other', hostCounty: '420303', from: '2018-01-01', tier: '一' },
      },
      ...retiered.map((data) => ({ type: 'ZoneRetiered', data })),
    ]),
  );

const unit = (id: string): fc.Arbitrary<Course> =>
  fc
    .array(fc.record({ name: fc.constantFrom('甲局', '乙局'), from: day }), { maxLength: 1 })
    .map((renamed) =>
      course(`organization-${id}`, [
        { type: 'OrganizationDefined', data: { name: id, kind: 'other', from: '2018-01-01' } },
        ...renamed.map((data) => ({ type: 'OrganizationRenamed', data })),
      ]),
    );

const target = (id: number): fc.Arbitrary<Course> => {
  const indicator = ['signed', 'started', 'completed'][id % 3] as string;
  const value = fc.integer({ min: 1, max: 4 });
  return fc
    .tuple(value, fc.constantFrom('all', 'zone:z1'), fc.array(value, { maxLength: 2 }))
    .map(([first, scope, revised]) =>
      course(`target-t${id}`, [
        { type: 'TargetSet', data: { scope, period: '2026', indicator, value: first } },
        ...revised.map((next) => ({ type: 'TargetRevised', data: { value: next, reason: '调整' } })),
      ]),
    );
};

/** Any ledger: a few projects told by turns, with the zones, units and targets that they are looked at by. */
export const tellings: fc.Arbitrary<Telling> = fc.record({
  courses: fc
    .tuple(
      fc.tuple(...ZONES.map(zone)),
      fc.tuple(...PEOPLE.map(unit)),
      fc.tuple(target(0), target(1)),
      fc.array(histories, { minLength: 1, maxLength: 6 }),
    )
    .map(([zones, units, targets, projects]) => [
      ...zones,
      ...units,
      ...targets,
      ...projects.map((history, i): Course => ({ stream: `project-p${i}`, history })),
    ]),
  turns,
  pauses: fc.array(fc.constantFrom(0, 0, 1, 17 * MINUTE, DAY, 3 * DAY), { minLength: 40, maxLength: 40 }),
});

/** A point as it is drawn: an event of the log by its place, and how it is named; `latest` names none. */
export const points = fc.record({
  place: fc.nat(),
  named: fc.constantFrom('latest', 'seq', 'seq', 'instant', 'before', 'day'),
  effectiveOn: fc.option(fc.constantFrom('2025-12-20', '2026-01-31', '2026-03-06', '2026-07-14', '2027-03-01'), {
    nil: undefined,
  }),
});
export type DrawnPoint = typeof points extends fc.Arbitrary<infer P> ? P : never;

/** The point as a request says it. */
export function pointIn({ events }: Log, { place, named, effectiveOn }: DrawnPoint): Point {
  const on = effectiveOn === undefined ? {} : { effectiveOn };
  const event = events[place % events.length];
  if (!event || named === 'latest') return on;
  const before = new Date(Date.parse(event.known) - 1).toISOString();
  const knownAt = { seq: String(event.seq), instant: event.known, before, day: event.known.slice(0, 10) }[named];
  return { ...on, knownAt };
}

export type Dialect = (typeof dialects)[number];

/** Tells a ledger, and hands it over settled, with its log in memory. */
export async function told<T>(
  [, fresh]: Dialect,
  { courses, turns: order, pauses }: Telling,
  use: (context: QueryContext, log: Log) => Promise<T>,
): Promise<T> {
  let now = FIRST;
  const ledger = await testLedger(fresh, undefined, () => now);
  try {
    for (const [i, { stream, event, revision }] of byTurns(courses, order).entries()) {
      await ledger.store.append(stream, [event], revision === 0 ? 'none' : BigInt(revision - 1));
      now = Math.min(NOW - DAY, now + (pauses[i % pauses.length] as number));
    }
    await ledger.settled();
    return await use(contextOf(ledger), await Log.of(ledger.store, TODAY));
  } finally {
    await ledger.close();
  }
}
