import fc from 'fast-check';
import type { Event } from '#kernel';
import { recorded } from '#kernel/scenario';
import { dialects } from '#database/testing';
import type { Standing } from '../answer.ts';
import type { QueryContext } from '../query-context.ts';
import { askedWhileGrowing, turns, type Ask, type Course } from '../testing/growing.ts';
import { histories, PEOPLE } from '../testing/histories.ts';
import { LeadersController } from './leaders.controller.ts';
import { UnitsController } from './units.controller.ts';

interface HolderPage extends Standing {
  readonly inMyTime: { readonly next: string | null };
}

const day = fc.constantFrom('2018-01-01', '2026-02-01', '2026-06-01');
/** Who holds projects as a person is also a unit of the same id. */
const unit = (id: string): fc.Arbitrary<Course> =>
  fc.array(fc.record({ name: fc.constantFrom('甲局', '乙局'), from: day }), { maxLength: 2 }).map((renamed) => {
    const events: Event[] = [
      { type: 'OrganizationDefined', data: { name: id, kind: 'other', from: '2018-01-01' } },
      ...renamed.map((data) => ({ type: 'OrganizationRenamed', data })),
    ];
    return { stream: `organization-${id}`, history: recorded(events, `organization-${id}`) };
  });
const person = (id: string): fc.Arbitrary<Course> =>
  fc.array(fc.record({ unitId: fc.constantFrom(...PEOPLE), post: fc.constant('主任'), from: day })).map((posts) => {
    const events = posts.map((data): Event => ({ type: 'PersonAppointed', data }));
    return { stream: `person-${id}`, history: recorded(events, `person-${id}`) };
  });
const zone: Course = {
  stream: 'zone-z1',
  history: recorded<Event>([
    {
      type: 'ZoneDefined',
      data: { name: '甲区', level: 'national', kind: 'other', hostCounty: '420303', from: '2018-01-01' },
    },
  ]),
};
const ledgers = fc
  .tuple(
    fc.tuple(...PEOPLE.map(unit)),
    fc.tuple(...PEOPLE.map(person)),
    fc.array(histories, { minLength: 6, maxLength: 10 }),
  )
  .map(([units, people, projects]) => [
    zone,
    ...units,
    ...people,
    ...projects.map((history, i): Course => ({ stream: `project-p${i}`, history })),
  ]);

/** People who are in the registry from the first day on. */
const registry = {
  people: { getPeople: (ids: readonly string[]) => Promise.resolve(new Map(ids.filter((id) => id).map(named))) },
} as never;
const named = (id: string) => [id, { id, name: id }] as const;

function ask(ledger: QueryContext): Ask[] {
  const context = { ...ledger, registry };
  const [leaders, units] = [new LeadersController(context), new UnitsController(context)];
  // The cursor of the block within a page is of the moment; what it leads to is not.
  const pageOf = (page: Standing): object => {
    const { inMyTime, ...rest } = page as HolderPage;
    return { ...rest, inMyTime: { ...inMyTime, next: null } };
  };
  return [
    (point) => leaders.list({ ...point, limit: '2' }),
    (point) => leaders.list({ ...point, scope: 'zone:z1', role: 'responsibleUnit' }),
    (point) => leaders.nobody({ ...point, limit: '2' }),
    ...PEOPLE.flatMap((id): Ask[] => [
      async (point) => pageOf(await leaders.page(id, { ...point, limit: '2' })),
      (point) => leaders.inMyTime(id, { ...point, limit: '2' }),
      (point) => leaders.tenures(id, { ...point, limit: '2' }),
      (point) => leaders.actions(id, { ...point, limit: '2' }),
      async (point) => pageOf(await units.page(id, { ...point, limit: '2' })),
      (point) => units.inMyTime(id, { ...point, scope: 'zone:z1', limit: '2' }),
    ]),
    async ({ cursor, ...point }) => {
      const page = (await leaders.page('a', { ...point, limit: '2' })) as HolderPage;
      const next = cursor ?? page.inMyTime.next;
      return next === null ? { items: [] } : leaders.inMyTime('a', { ...point, limit: '2', cursor: next });
    },
  ];
}

it.each(dialects)('who answered for what at a point on %s stays, whatever is told later', async (_, fresh) => {
  const found = { items: 0, charged: 0 };
  await fc.assert(
    fc.asyncProperty(ledgers, turns, async (courses, order) => {
      const growing = { courses, turns: order, times: 4 };
      const days = [undefined, '2026-03-31', '2027-03-01'];
      const { then, later } = await askedWhileGrowing(fresh, growing, { days, ask });
      expect(later).toEqual(then);
      for (const one of then) {
        if ('items' in one && (one.items as object[]).length > 0) found.items++;
        if ('inMyTime' in one && (one.inMyTime as { items: object[] }).items.length > 0) found.charged++;
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
  expect(found.items).toBeGreaterThan(30);
  expect(found.charged).toBeGreaterThan(5);
});
