import fc from 'fast-check';
import { dayFromNumber, dayNumber } from '#kernel';
import { dialects } from '#database/testing';
import { findingsOn, FINDING_CODES, holdsOn, registrationSteps, tenuresOf, type FindingCode } from '#ledger';
import type { Known } from '../known.ts';
import type { TestLedger } from '../testing/ledger.ts';
import { PEOPLE, troubledLedger, ZONES, type TroubledProject } from '../testing/troubled.ts';
import { findingCounts, findingKey, findingsPage, type FindingsFilter, type FindingsSort } from './queries.ts';
import type { FindingRow, FindingsTables } from './schema.ts';

describe.each(dialects)('findings on %s', (_, fresh) => {
  let ledger: TestLedger;
  let projects: readonly TroubledProject[];
  let last: number;
  const db = () => ledger.views.reader<FindingsTables>('findings');

  beforeAll(async () => {
    ({ ledger, projects, last } = await troubledLedger(fresh));
  });
  afterAll(() => ledger.close());

  interface Expected {
    readonly since: number;
    readonly number: number;
    readonly finding: string;
    readonly code: FindingCode;
    readonly explained: boolean;
  }

  /** The obvious way: what the facts of each project, as known, say of the day, filtered one by one. */
  function expected(filter: FindingsFilter, day: string, known: Known): Expected[] {
    return projects.flatMap(({ id, number, factsAt }) => {
      const facts = factsAt(known === 'latest' ? last : known);
      if (!facts || facts.some(({ type }) => type === 'ProjectVoided')) return [];
      if (filter.projectId !== undefined && filter.projectId !== id) return [];
      const steps = registrationSteps(facts);
      const zone = (steps.findLast(({ from }) => from <= day) ?? steps[0])?.registration.zoneId as string;
      if (filter.zones && !filter.zones.includes(zone)) return [];
      const held = tenuresOf(facts).filter((tenure) => holdsOn(tenure, day));
      const holds = (holder: string | undefined, roles: string[]): boolean =>
        holder === undefined || held.some(({ role, holderId }) => holderId === holder && roles.includes(role));
      if (!holds(filter.leaderId, ['lead', 'coLead']) || !holds(filter.unitId, ['responsibleUnit', 'agentUnit']))
        return [];
      return findingsOn(facts, day)
        .filter(({ code }) => !filter.codes || filter.codes.includes(code))
        .filter(({ explanation }) => filter.explained === undefined || filter.explained === (explanation !== undefined))
        .map((found) => ({
          since: dayNumber(found.since),
          number,
          finding: found.id,
          code: found.code,
          explained: found.explanation !== undefined,
        }));
    });
  }

  const filters = fc.record(
    {
      codes: fc.uniqueArray(fc.constantFrom(...FINDING_CODES), { minLength: 1, maxLength: 8 }),
      zones: fc.subarray(ZONES, { minLength: 1 }),
      explained: fc.boolean(),
      leaderId: fc.constantFrom(...PEOPLE),
      unitId: fc.constantFrom(...PEOPLE),
      projectId: fc.constantFrom('p03', 'p17', 'nobody'),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<FindingsFilter>;
  const some = fc.oneof(
    fc.constant({}),
    fc.tuple(filters).map(([filter]) => filter),
  );
  const days = fc.oneof(
    fc.constant(dayNumber('2026-11-22')),
    fc.integer({ min: dayNumber('2025-10-01'), max: dayNumber('2028-12-31') }),
  );
  const sorts = fc.constantFrom<FindingsSort>('newest', 'project');

  const knowns = fc.oneof(
    fc.constant('latest' as const),
    fc.nat().map((n) => (n % last) + 1),
  );
  const way = fc.constantFrom(undefined, { ledMax: 0, cellsMax: 0, endedFew: 1, closedFew: 0 });
  const walks = fc.record({ sort: sorts, limit: fc.integer({ min: 7, max: 60 }), way });

  it('are paged through in order, each of the day once, under any filter', async () => {
    let most = 0;
    await fc.assert(
      fc.asyncProperty(some, days, knowns, walks, async (filter, day, known, { sort, limit, way }) => {
        const seen: FindingRow[] = [];
        for (let after: (string | number)[] | undefined, more = true; more;) {
          const page = await findingsPage(db(), { filter, day, known, sort, limit, after }, way);
          seen.push(...page);
          more = page.length === limit;
          after = more ? findingKey(page.at(-1) as FindingRow, sort) : undefined;
        }
        most = Math.max(most, seen.length);
        const text = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
        const byProject = (a: Expected, b: Expected): number => a.number - b.number || text(a.finding, b.finding);
        const rows = expected(filter, dayFromNumber(day), known).sort(
          sort === 'project' ? byProject : (a, b) => b.since - a.since || byProject(b, a),
        );
        const shown = seen.map(({ since, number, finding, code, explained }) => {
          return { since, number, finding, code, explained: explained === 1 };
        });
        expect(shown).toEqual(rows);
      }),
      { numRuns: 100 },
    );
    expect(most).toBeGreaterThan(100);
  });

  it('are counted as they are listed', async () => {
    await fc.assert(
      fc.asyncProperty(some, days, knowns, async (filter, day, known) => {
        const rows = expected(filter, dayFromNumber(day), known);
        const codes = [...new Set(rows.map(({ code }) => code))].sort();
        expect(await findingCounts(db(), filter, day, known)).toEqual(
          codes.map((code) => {
            const of = rows.filter((row) => row.code === code);
            return { code, count: of.length, explained: of.filter(({ explained }) => explained).length };
          }),
        );
      }),
      { numRuns: 100 },
    );
  });
});
