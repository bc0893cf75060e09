import fc from 'fast-check';
import { dayFromNumber, dayNumber } from '#kernel';
import { dialects } from '#database/testing';
import { deadlinesOf, DEADLINE_KINDS, hasLeftTheLists, holdsOn, registrationSteps, tenuresOf } from '#ledger';
import type { Known } from '../known.ts';
import type { TestLedger } from '../testing/ledger.ts';
import { PEOPLE, troubledLedger, ZONES, type TroubledProject } from '../testing/troubled.ts';
import { deadlineCounts, deadlineKey, deadlinesPage, type DeadlinesFilter, type DeadlinesPage } from './queries.ts';
import type { DeadlineRow, DeadlinesTables } from './schema.ts';

describe.each(dialects)('deadlines on %s', (_, fresh) => {
  let ledger: TestLedger;
  let projects: readonly TroubledProject[];
  let last: number;
  const db = () => ledger.views.reader<DeadlinesTables>('deadlines');

  beforeAll(async () => {
    ({ ledger, projects, last } = await troubledLedger(fresh));
  });
  afterAll(() => ledger.close());

  type Asked = Pick<DeadlinesPage, 'filter' | 'day' | 'due'> & { readonly known: Known };
  type Expected = Pick<DeadlineRow, 'due' | 'number' | 'deadline' | 'kind' | 'milestone' | 'fact_id' | 'zone_id'>;

  /** The obvious way: what each project's facts, as known, set, filtered one by one. */
  function expected({ filter, day: number, due, known }: Asked): Expected[] {
    const day = dayFromNumber(number);
    return projects.flatMap((project) => {
      const facts = project.factsAt(known === 'latest' ? last : known);
      if (!facts || hasLeftTheLists(facts)) return [];
      if (filter.projectId !== undefined && filter.projectId !== project.id) return [];
      const steps = registrationSteps(facts);
      const zone = (steps.findLast(({ from }) => from <= day) ?? steps[0])?.registration.zoneId as string;
      if (filter.zones && !filter.zones.includes(zone)) return [];
      const held = tenuresOf(facts).filter((tenure) => holdsOn(tenure, day));
      const holds = (holder: string | undefined, roles: string[]): boolean =>
        holder === undefined || held.some(({ role, holderId }) => holderId === holder && roles.includes(role));
      if (!holds(filter.leaderId, ['lead', 'coLead'])) return [];
      if (!holds(filter.unitId, ['responsibleUnit', 'agentUnit'])) return [];
      return deadlinesOf(facts)
        .filter(({ from, until }) => from <= day && (until === undefined || day < until))
        .filter(({ kind }) => !filter.kinds || filter.kinds.includes(kind))
        .map(({ due: last, id, kind, milestone, factId }) => ({
          due: dayNumber(last),
          number: project.number,
          deadline: id,
          kind,
          milestone,
          fact_id: factId,
          zone_id: zone,
        }))
        .filter((row) => row.due < due.before && (due.from === undefined || row.due >= due.from));
    });
  }

  const filters = fc.record(
    {
      kinds: fc.subarray([...DEADLINE_KINDS], { minLength: 1 }),
      zones: fc.subarray(ZONES, { minLength: 1 }),
      leaderId: fc.constantFrom(...PEOPLE),
      unitId: fc.constantFrom(...PEOPLE),
      projectId: fc.constantFrom('p03', 'p17', 'nobody'),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<DeadlinesFilter>;
  const some = fc.oneof(
    fc.constant({}),
    fc.tuple(filters).map(([filter]) => filter),
  );
  const days = fc.integer({ min: dayNumber('2025-10-01'), max: dayNumber('2027-02-01') });
  const knowns = fc.oneof(
    fc.constant('latest' as const),
    fc.nat().map((n) => (n % last) + 1),
  );
  const walks = fc.record({
    ahead: fc.option(fc.integer({ min: 1, max: 366 }), { nil: undefined }),
    limit: fc.integer({ min: 7, max: 60 }),
    way: fc.constantFrom(undefined, { ledMax: 0, cellsMax: 0, endedFew: 1, closedFew: 0 }),
  });

  it('are paged through in order, each once, whether due soon or past due', async () => {
    let most = 0;
    await fc.assert(
      fc.asyncProperty(some, days, knowns, walks, async (filter, day, known, { ahead, limit, way }) => {
        const due = ahead === undefined ? { before: day } : { from: day, before: day + ahead };
        const seen: DeadlineRow[] = [];
        for (let after: (string | number)[] | undefined, more = true; more;) {
          const page = await deadlinesPage(db(), { filter, day, known, due, limit, after }, way);
          seen.push(...page);
          more = page.length === limit;
          after = more ? deadlineKey(page.at(-1) as DeadlineRow) : undefined;
        }
        most = Math.max(most, seen.length);
        const text = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
        const rows = expected({ filter, day, due, known }).sort(
          (a, b) => a.due - b.due || a.number - b.number || text(a.deadline, b.deadline),
        );
        expect(seen.map(deadlineKey)).toEqual(rows.map((row) => [row.due, row.number, row.deadline]));
        expect(seen).toMatchObject(rows);
      }),
      { numRuns: 250 },
    );
    expect(most).toBeGreaterThan(15);
  });

  it('are counted by kind as the lists of them are long', async () => {
    let most = 0;
    await fc.assert(
      fc.asyncProperty(some, days, knowns, fc.integer({ min: 1, max: 366 }), async (asked, day, known, ahead) => {
        const filter: DeadlinesFilter = asked;
        const counts = await deadlineCounts(db(), { filter, day, known, before: day + ahead });
        const rows = expected({ filter, day, due: { before: day + ahead }, known });
        const count = (kind: string, holds: (due: number) => boolean): number =>
          rows.filter((row) => row.kind === kind && holds(row.due)).length;
        const kinds = filter.kinds ?? DEADLINE_KINDS;
        const wanted = kinds.map((kind) => ({
          kind,
          overdue: count(kind, (due) => due < day),
          due: count(kind, (due) => due >= day),
        }));
        expect(counts).toEqual(wanted);
        most = Math.max(most, rows.length);
      }),
      { numRuns: 150 },
    );
    expect(most).toBeGreaterThan(15);
  });
});
