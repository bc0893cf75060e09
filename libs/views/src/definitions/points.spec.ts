import fc from 'fast-check';
import { recorded, eventId } from '#kernel/scenario';
import type { Event } from '#kernel';
import { dialects } from '#database/testing';
import { answer } from '../answer.ts';
import type { QueryContext } from '../query-context.ts';
import { askedWhileGrowing, turns, type Ask, type Course } from '../testing/growing.ts';
import { zonesIn } from '../scope.ts';
import { CataloguesController } from './catalogues.controller.ts';
import { OrganizationsController } from './organizations.controller.ts';
import { withPositions } from './positions.ts';
import { ZonesController } from './zones.controller.ts';

const day = fc.constantFrom('2018-01-01', '2020-06-15', '2024-02-29', '2026-11-01');
const name = fc.constantFrom('甲', '乙', '丙', '丁');
const of = (type: string, data: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ type: fc.constant(type), data: fc.record(data) });
const zoneFacts = [
  of('ZoneRenamed', { name, from: day }),
  of('ZoneRetiered', { tier: fc.constantFrom('一', '二'), from: day }),
  of('ZoneRelabelled', { labels: fc.constantFrom({}, { 'stage.signed': '落地' }, { 'role.lead': '挂点领导' }) }),
];
const unitFacts = [
  of('OrganizationRenamed', { name, from: day }),
  of('OrganizationMerged', { into: fc.constantFrom('u0', 'u1', 'u2'), from: day }),
];
const post = { unitId: fc.constantFrom('u0', 'u1'), post: fc.constantFrom('主任', '书记') };
const personFacts = [of('PersonAppointed', { ...post, from: day }), of('PersonLeftPost', { ...post, until: day })];
const defined = {
  zone: of('ZoneDefined', {
    name,
    level: fc.constant('national'),
    kind: fc.constant('other'),
    hostCounty: fc.constantFrom('420303', '420304'),
    from: day,
  }),
  organization: of('OrganizationDefined', { name, kind: fc.constant('other'), from: day }),
  person: of('PersonAppointed', { ...post, from: day }),
};

/** A first fact, others, and mendings of any of them. */
function course(stream: string, first: fc.Arbitrary<object>, others: readonly fc.Arbitrary<object>[]) {
  const mending = fc.record({ n: fc.nat(), to: fc.option(day, { nil: undefined }) });
  const steps = fc.array(fc.oneof({ weight: 3, arbitrary: fc.oneof(...others) }, mending), { maxLength: 6 });
  return fc.tuple(first, steps).map(([begin, more]): Course => {
    const events = [begin as Event];
    for (const step of more) events.push('n' in step ? mended(step as Mending, events) : (step as Event));
    return { stream, history: recorded(events, stream) };
  });
}

interface Mending {
  readonly n: number;
  readonly to: string | undefined;
}

function mended({ n, to }: Mending, events: readonly Event[]): Event {
  const i = n % events.length;
  const { type, data } = events[i] as Event;
  const about = { factId: eventId(i + 1), reason: '改' };
  if (to === undefined || type.startsWith('Fact') || !('from' in data)) return { type: 'FactRevoked', data: about };
  return { type: 'FactCorrected', data: { ...about, data: { ...data, from: to } } };
}

const adopted = (stream: string): Course => ({
  stream,
  history: recorded<Event>([
    { type: 'PermitCatalogueAdopted', data: { name: stream, from: '2018-01-01', items: [{ id: 'a', name: '环评' }] } },
  ]),
});

const ledgers = fc
  .tuple(
    ...['z0', 'z1', 'z2'].map((id) => course(`zone-${id}`, defined.zone, zoneFacts)),
    ...['u0', 'u1', 'u2'].map((id) => course(`organization-${id}`, defined.organization, unitFacts)),
    ...['p0', 'p1'].map((id) => course(`person-${id}`, defined.person, personFacts)),
  )
  .map((courses) => [...courses, adopted('catalogue-c0'), adopted('catalogue-c1')]);

const reply = { header: () => undefined } as never;

function ask(context: QueryContext): Ask[] {
  const [zones, units, catalogues] = [
    new ZonesController(context),
    new OrganizationsController(context),
    new CataloguesController(context),
  ];
  const people = ['p0', 'p1'].map((id) => ({ id, name: id }));
  return [
    (point) => zones.list({ ...point, limit: '2' }),
    (point) => zones.list({ ...point, tier: '一' }),
    (point) => zones.page('z0', point, reply),
    (point) => units.list({ ...point, limit: '2' }),
    (point) => units.page('u0', point, reply),
    (point) => catalogues.list({ ...point, limit: '1' }),
    (point) => catalogues.page('c1', point),
    (query) =>
      answer(context, { views: ['definitions'], query }, async (at) => ({
        posts: await withPositions(context, people, at.on, at.known('definitions')),
        labels: (await context.names.of({ defined: ['z1'] }, at.on.day, at.known('definitions'))).label(
          'z1',
          'stage.signed',
        ),
        zones: await zonesIn(context.views, 'county:420303', at.known('definitions')),
      })),
  ];
}

it.each(dialects)('what was known on %s of definitions stays, whatever is told later', async (_, fresh) => {
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(ledgers, turns, async (courses, order) => {
      const growing = { courses, turns: order, times: 4 };
      const { then, later } = await askedWhileGrowing(fresh, growing, { days: [undefined, '2021-01-01'], ask });
      expect(later).toEqual(then);
      changed += new Set(then.map((one) => JSON.stringify(one))).size;
    }),
    { numRuns: 4, endOnFailure: true },
  );
  expect(changed).toBeGreaterThan(100);
});
