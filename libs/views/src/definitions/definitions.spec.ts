import fc from 'fast-check';
import { dayFromNumber, dayNumber, laterDay, type Day, type Event, type Recorded } from '#kernel';
import { eventId, recorded } from '#kernel/scenario';
import { dialects } from '#database/testing';
import type { EventStore } from '#event-store';
import type { OrganizationEvent, PersonEvent, ZoneEvent } from '#ledger';
import { testLedger } from '../testing/ledger.ts';
import { newEvents } from '../testing/new-events.ts';
import { namesOf, postsOf, spanOn, spansOf, spansPage } from './queries.ts';
import type { DefinitionTables } from './schema.ts';

type Any = ZoneEvent | OrganizationEvent | PersonEvent;
type History = readonly Recorded<Any>[];

const days = fc.integer({ min: dayNumber('2017-06-01'), max: dayNumber('2019-06-01') }).map(dayFromNumber);
const name = fc.constantFrom('甲', '乙', '丙', 'Ａ区', '100%', '\uffff', '\ufffd');
const of = (type: string, data: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(data).map((made) => ({ type, data: made }) as Event as Any);
const zoneDefined = of('ZoneDefined', {
  name,
  level: fc.constant('national'),
  kind: fc.constant('other'),
  hostCounty: fc.constantFrom('420303', '示例县'),
  from: days,
});
const zoneFacts = [
  of('ZoneRenamed', { name, from: days }),
  of('ZoneRetiered', { tier: fc.constantFrom('一', '二'), from: days }),
  of('ZoneRelabelled', { labels: fc.constantFrom({}, { 'role.lead': '挂点领导' }) }),
];
const unitDefined = of('OrganizationDefined', { name, kind: fc.constant('other'), from: days });
const unitFacts = [
  of('OrganizationRenamed', { name, from: days }),
  of('OrganizationMerged', { into: fc.constantFrom('u1', 'u2'), from: days }),
];
const unitId = fc.constantFrom('u1', 'u2');
const post = fc.constantFrom('主任', '书记');
const appointed = of('PersonAppointed', { unitId, post, from: days });
const personFacts = [
  appointed,
  of('PersonLeftPost', { unitId, until: days }),
  of('PersonLeftPost', { unitId, post, until: days }),
];

/** A first fact, then others of the kind, corrections that move a fact to another day, and revocations of anything. */
function histories(stream: string, first: fc.Arbitrary<Any>, others: readonly fc.Arbitrary<Any>[]) {
  const mending = fc.record({ n: fc.nat(), to: fc.option(days, { nil: undefined }) });
  return fc
    .tuple(first, fc.array(fc.oneof({ weight: 4, arbitrary: fc.oneof(...others) }, mending), { maxLength: 9 }))
    .map(([begin, steps]) => {
      const events: Any[] = [begin];
      for (const step of steps) events.push('n' in step ? mended(step, events) : step);
      return recorded(events, stream) as History;
    });
}

function mended({ n, to }: { readonly n: number; readonly to: Day | undefined }, events: readonly Any[]): Any {
  const i = n % events.length;
  const { type, data } = events[i] as Any;
  const about = { factId: eventId(i + 1), reason: '改' };
  if (to === undefined || type.startsWith('Fact') || !('from' in data)) return { type: 'FactRevoked', data: about };
  return { type: 'FactCorrected', data: { ...about, data: { ...data, from: to } as never } };
}

async function write(store: EventStore, history: History, n: number): Promise<void> {
  const own = (id: string): string => id.replace('00000000-', `0000000${n}-`);
  await store.append((history[0] as Recorded).stream, newEvents(history, own), 'none');
}

/** What holds, one after the other as it was filed: the plain reading of the log, without spans. */
function holding(
  history: History,
): readonly { readonly type: string; readonly data: Readonly<Record<string, string | undefined>> }[] {
  const isRevoked = (id: string): boolean =>
    history.some((event) => event.type === 'FactRevoked' && event.data.factId === id && !isRevoked(event.id));
  return history
    .filter(({ type, id }) => !type.startsWith('Fact') && !isRevoked(id))
    .map(({ type, id, data }) => {
      const correction = history.findLast(
        (event) => event.type === 'FactCorrected' && event.data.factId === id && !isRevoked(event.id),
      );
      return { type, data: (correction ? (correction.data as { data: object }).data : data) as never };
    });
}

/** The value that was the last to be said for the latest day up to a day; a day before the definition counts as its own. */
function saidOn(history: History, field: string, day: Day): string | undefined {
  const facts = holding(history);
  const definition = facts.find(({ type }) => type.endsWith('Defined'));
  if (!definition) return undefined;
  let [best, value]: [Day, string | undefined] = ['', undefined];
  for (const { data } of facts) {
    if (data[field] === undefined) continue;
    const from = laterDay(data['from'] as Day, definition.data['from'] as Day);
    if (from <= day && from >= best) [best, value] = [from, data[field]];
  }
  return value;
}

it.each(dialects)('spans on %s say on any day what a plain reading of the log says', async (_, fresh) => {
  await fc.assert(
    fc.asyncProperty(
      histories('zone-z', zoneDefined, zoneFacts),
      histories('organization-u', unitDefined, unitFacts),
      histories('person-p', appointed, personFacts),
      fc.array(days, { minLength: 12, maxLength: 12 }),
      async (zone, unit, person, asked) => {
        const ledger = await testLedger(fresh, async (store) => {
          for (const [n, history] of [zone, unit, person].entries()) await write(store, history, n + 1);
        });
        try {
          await ledger.settled();
          const db = ledger.views.reader<DefinitionTables>('definitions');
          const names = await namesOf(db, ['z', 'u', 'nobody']);
          const zoneSpans = await spansOf(db, 'z');
          const posts = await postsOf(db, 'p');
          for (const day of asked) {
            const number = dayNumber(day);
            const at = ({ valid_from, valid_to }: { valid_from: number; valid_to: number }): boolean =>
              valid_from <= number && number < valid_to;
            const listed = async (kind: 'zone' | 'organization') =>
              (await spansPage(db, { kind, day: number, filter: {}, limit: 9 })).map(({ name }) => name);
            const merged = holding(unit).find(({ type }) => type === 'OrganizationMerged');
            const unitName = saidOn(unit, 'name', day);
            const isGone = merged !== undefined && (merged.data['from'] as Day) <= day;
            expect(await listed('zone')).toEqual([saidOn(zone, 'name', day) ?? []].flat());
            expect(await listed('organization')).toEqual(isGone ? [] : [unitName ?? []].flat());
            expect(zoneSpans.find(at)?.tier ?? undefined).toBe(saidOn(zone, 'tier', day));
            if (unitName !== undefined) expect(spanOn(names.get('u') ?? [], number)?.name).toBe(unitName);
            expect(
              posts
                .filter(at)
                .map(({ unit_id, post }) => `${unit_id} ${post}`)
                .sort(),
            ).toEqual(postsOn(person, day));
          }
        } finally {
          await ledger.close();
        }
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
});

/** A post is held from the last appointment on or before the day, unless it was left since. */
function postsOn(history: History, day: Day): string[] {
  const facts = holding(history).map(({ type, data }) => ({ type, ...(data as Record<string, string>) })) as Record<
    string,
    string
  >[];
  const held: string[] = [];
  for (const unit of ['u1', 'u2']) {
    for (const post of ['主任', '书记']) {
      const about = facts.filter((fact) => fact['unitId'] === unit && [undefined, post].includes(fact['post']));
      const since = about
        .filter(({ type, from = '' }) => type === 'PersonAppointed' && from <= day)
        .map(({ from = '' }) => from)
        .sort()
        .at(-1);
      if (since === undefined) continue;
      const isLeft = about.some(({ type, until = '' }) => type === 'PersonLeftPost' && since <= until && until <= day);
      if (!isLeft) held.push(`${unit} ${post}`);
    }
  }
  return held.sort();
}
