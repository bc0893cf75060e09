import fc from 'fast-check';
import { dayOf, type Event, type NewEvent, type Recorded } from '#kernel';
import { eventId, recorded } from '#kernel/scenario';
import type { dialects } from '#database/testing';
import type { ProjectEvent } from '#ledger';
import { byTurns, contextOf, turns, type Course } from '../../libs/views/src/testing/growing.ts';
import { histories, PEOPLE, ZONES } from '../../libs/views/src/testing/histories.ts';
import { testLedger } from '../../libs/views/src/testing/ledger.ts';
import type { QueryContext } from '../../libs/views/src/query-context.ts';
import { Log, type Point } from './log.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** When the first event is recorded, and what the clock of a question shows. */
const FIRST = Date.parse('2026-01-05T01:00:00.000Z');
const NOW = Date.parse('2026-11-22T04:00:00.000Z');
export const TODAY = '2026-11-22';

/** One event of a ledger, and when it is recorded, in epoch ms. */
export interface ToldEvent {
  readonly stream: string;
  readonly event: NewEvent;
  readonly at: number;
}

/** Ids as commands take them. */
export const PROJECTS = [1, 2, 3, 4, 5, 6].map((n) => `a0000000-0000-4000-8000-00000000000${n}`);

const day = fc.constantFrom('2018-01-01', '2026-02-01', '2026-06-01');
const course = (stream: string, events: readonly Event[]): Course => ({
  stream,
  history: recorded(events, stream),
});

export const TIERS = ['一', '二'];
const zone = (id: string): fc.Arbitrary<Course> => {
  const retiered = fc.record({ tier: fc.constantFrom(...TIERS), from: day });
  const renamed = fc.record({ name: fc.constantFrom('高新区', '经开区'), from: day });
  const changed = fc.oneof(
    retiered.map((data): Event => ({ type: 'ZoneRetiered', data })),
    renamed.map((data): Event => ({ type: 'ZoneRenamed', data })),
    fc.constant<Event>({ type: 'FactRevoked', data: { factId: eventId(2), reason: '误' } }),
  );
  return fc.array(changed, { maxLength: 4 }).map(([first, ...changes]) =>
    course(`zone-${id}`, [
      {
        type: 'ZoneDefined',
        data: { name: id, level: 'national', kind: 'other', hostCounty: '420303', from: '2018-01-01', tier: '一' },
      },
      ...(first && first.type !== 'FactRevoked' ? [first, ...changes] : []),
    ]),
  );
};

const unit = (id: string): fc.Arbitrary<Course> =>
  fc
    .array(fc.record({ name: fc.constantFrom('甲局', '乙局'), from: day }), { maxLength: 2 })
    .map((renamed) =>
      course(`organization-${id}`, [
        { type: 'OrganizationDefined', data: { name: id, kind: 'other', from: '2018-01-01' } },
        ...renamed.map((data) => ({ type: 'OrganizationRenamed', data })),
      ]),
    );

const yuan = (fen: string) => ({ fen, currency: 'CNY' });
const SUBJECTS = [
  { indicator: 'signed' },
  { indicator: 'started' },
  { indicator: 'started', threshold: yuan('100') },
  { indicator: 'started', threshold: yuan('5000000000'), industrial: true },
  { indicator: 'completed' },
  { indicator: 'standardLandShare' },
  { indicator: 'fundsArrived' },
] as const;
export const TARGETS = SUBJECTS.map((_, i) => `t${i}`);
const filedAt = fc.constantFrom('2025-12-20T02:00:00.000Z', '2026-03-06T20:00:00.000Z', '2026-07-14T04:00:00.000Z');

const target = (subject: (typeof SUBJECTS)[number], id: string): fc.Arbitrary<Course> => {
  const isMoney = subject.indicator === 'fundsArrived';
  const value = fc.integer({ min: 1, max: 4 }).map((n) => (isMoney ? yuan(String(n)) : n));
  const set = fc.record({
    scope: fc.constantFrom('all', 'county:420303', 'zone:z1'),
    period: fc.constantFrom('2026', '2026', '2025'),
    value,
    tier: fc.constantFrom(undefined, ...TIERS),
  });
  const revised = fc.array(fc.record({ value, filedAt }), { maxLength: 2 });
  const second = fc.option(value, { nil: undefined });
  return fc.tuple(set, revised, second).map(([{ tier, ...data }, revisions, other]) => {
    const of = tier === undefined ? {} : { tier };
    const events = [
      { type: 'TargetSet', data: { ...data, ...subject, ...of }, filedAt: '2025-12-20T04:00:00.000Z' },
      // A second tier; where the first value is for the whole scope there is none.
      ...(tier === '一' && other !== undefined
        ? [{ type: 'TargetSet', data: { ...data, ...subject, tier: '二', value: other } }]
        : []),
      ...revisions.map((one) => {
        return { type: 'TargetRevised', data: { ...of, value: one.value, reason: '调整' }, filedAt: one.filedAt };
      }),
    ];
    return { stream: `target-${id}`, history: recorded(events as object[] as Event[], `target-${id}`) };
  });
};

const person = fc.constantFrom(...PEOPLE);
const from = fc.constantFrom('2025', '2026-01-15', '2026-02', '2026-03-06', 'unknown');
/** What happens to a project beside what histories tell: handovers, funds, and that it goes on in another one. */
const more = fc.oneof(
  { weight: 6, arbitrary: fc.record({ personId: person, lead: fc.constant(true), from }).map(said('LeaderAssigned')) },
  { weight: 2, arbitrary: fc.record({ personId: person, until: from }).map(said('LeaderReleased')) },
  {
    weight: 3,
    arbitrary: fc.record({ on: from, amount: fc.constantFrom('1', '3').map(yuan) }).map(said('FundsArrived')),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ projectId: fc.constantFrom(...PROJECTS.slice(0, 2)), reason: fc.constant('合并') })
      .map(said('ProjectMergedInto')),
  },
  { weight: 3, arbitrary: fc.nat().map((n) => ({ type: 'FactRevoked' as const, data: { n } })) },
);

function said<T extends string>(type: T) {
  return (data: object) => ({ type, data });
}

/** Databases cannot hold U+0000, which no command takes: their tables have U+FFFD for it. */
const storable = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\ufffd') : value;

const project = (id: string): fc.Arbitrary<Course> =>
  fc.tuple(histories, fc.array(fc.tuple(more, filedAt), { maxLength: 6 })).map(([history, rest]) => {
    const events = [...history, ...rest].map((one, i): object => {
      if (!Array.isArray(one)) return { type: one.type, data: one.data, filedAt: one.metadata.filedAt };
      const [{ type, data }, at] = one;
      const about = 'n' in data ? { factId: eventId(((data.n as number) % i) + 1), reason: '误' } : data;
      return { type, data: about, filedAt: at };
    });
    const told = JSON.parse(JSON.stringify(events), storable) as ProjectEvent[];
    return { stream: `project-${id}`, history: recorded(told, `project-${id}`) as readonly Recorded[] };
  });

/** Any ledger: a few projects told by turns, with the zones, units and targets that they are looked at by. */
export const ledgers: fc.Arbitrary<readonly ToldEvent[]> = fc
  .tuple(
    fc.tuple(...ZONES.map(zone), ...PEOPLE.map(unit), ...SUBJECTS.map((subject, i) => target(subject, `t${i}`))),
    fc.integer({ min: 1, max: PROJECTS.length }).chain((n) => fc.tuple(...PROJECTS.slice(0, n).map(project))),
    turns,
    fc.array(fc.constantFrom(0, 0, 1, 17 * MINUTE, 5 * HOUR, DAY, 3 * DAY), { minLength: 40, maxLength: 40 }),
  )
  .map(([definitions, projects, order, pauses]) => {
    let at = FIRST;
    return byTurns([...definitions, ...projects], order).map(({ stream, event }, i) => {
      const told = { stream, event, at };
      at = Math.min(NOW - DAY, at + (pauses[i % pauses.length] as number));
      return told;
    });
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
  const knownAt = { seq: String(event.seq), instant: event.known, before, day: dayOf(event.known) }[named];
  return { ...on, knownAt };
}

export type Dialect = (typeof dialects)[number];

/** Tells a ledger, and hands it over settled, with its log in memory. */
export async function told<T>(
  [, fresh]: Dialect,
  events: readonly ToldEvent[],
  use: (context: QueryContext, log: Log) => Promise<T>,
): Promise<T> {
  let now = FIRST;
  const ledger = await testLedger(fresh, undefined, () => now);
  try {
    const revisions = new Map<string, number>();
    for (const { stream, event, at } of events) {
      now = at;
      const revision = revisions.get(stream) ?? 0;
      await ledger.store.append(stream, [event], revision === 0 ? 'none' : BigInt(revision - 1));
      revisions.set(stream, revision + 1);
    }
    await ledger.settled();
    return await use(contextOf(ledger), await Log.of(ledger.store, TODAY));
  } finally {
    await ledger.close();
  }
}
