import fc from 'fast-check';
import { dayFromNumber, dayNumber, type FactDate } from '#kernel';
import { dialects } from '#database/testing';
import {
  factsOf,
  findingsOn,
  FINDING_CODES,
  holdsOn,
  registrationSteps,
  tenuresOf,
  type FindingCode,
  type ProjectCommand,
} from '#ledger';
import { testLedger, type TestLedger } from '../testing/ledger.ts';
import { findingCounts, findingKey, findingsPage, type FindingsFilter, type FindingsSort } from './queries.ts';
import type { FindingRow, FindingsTables } from './schema.ts';

const PROJECTS = 40;
const ZONES = ['z1', 'z2', 'z3'];
const PEOPLE = ['a', 'b', 'c'];

/** A small pseudo-random sequence: the same ledger each time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

/** Projects of which something is wrong; whatever is refused is left out. */
async function fill(ledger: TestLedger): Promise<void> {
  for (const zone of ZONES) await ledger.zone(zone, zone);
  const next = chance(5);
  const one = <T>(of: readonly T[]): T => of[next(of.length)] as T;
  const date = (): FactDate => one(['2025-11', '2026-02-14', '2025', '2026-Q1', 'unknown', '2024-06-T3']);
  const filed = (): string => one(['2026-03-01', '2026-04-01', '2026-06-30', '2026-10-20']) + 'T04:00:00.000Z';
  for (let i = 0; i < PROJECTS; i++) {
    const id = `p${String(i).padStart(2, '0')}`;
    const tell = (command: ProjectCommand): Promise<void> => ledger.tell(id, command, filed()).catch(() => undefined);
    await ledger.tell(
      id,
      {
        type: 'RegisterProject',
        data: { name: `甲${i}`, zoneId: one(ZONES), totalInvestment: { fen: '3000000', currency: 'CNY' } },
      },
      '2026-01-20T04:00:00.000Z',
    );
    await tell({ type: 'AssignLeader', data: { personId: one(PEOPLE), lead: next(3) > 0, from: date() } });
    await tell({ type: 'AssignLeader', data: { personId: one(PEOPLE), lead: true, from: date() } });
    await tell({ type: 'AssignResponsibleUnit', data: { unitId: one(PEOPLE), from: date() } });
    if (next(2)) await tell({ type: 'SignProject', data: { on: date(), agreedStart: date() } });
    if (next(2)) {
      const agreed = { agreedHandover: date(), agreedStart: date() };
      await tell({ type: 'SupplyLand', data: { on: date(), mode: 'auction', area: 100, ...agreed } });
    }
    if (next(2)) await tell({ type: 'HandOverLand', data: { on: date() } });
    if (next(2)) await tell({ type: 'ObtainConstructionPermit', data: { on: date() } });
    const plans = [date(), date(), date()] as const;
    await tell({ type: 'PlanMilestone', data: { milestone: 'completed', on: plans[0] } });
    const slip = { milestone: 'completed', reason: '慢' } as const;
    await tell({ type: 'RescheduleMilestone', data: { ...slip, from: plans[0], to: plans[1] } });
    for (const period of ['2026-01', '2026-02', '2026-03'])
      if (next(2)) {
        const inPeriod = { fen: String(next(3) * 1_000_000), currency: 'CNY' as const };
        await tell({ type: 'ReportInvestment', data: { period, inPeriod } });
      }
    if (next(2)) await tell({ type: 'StartConstruction', data: { on: date() } });
    if (next(4) === 0) await tell({ type: 'MoveToZone', data: { zoneId: one(ZONES), reason: '调整' } });
    for (const found of findingsOn(factsOf(await ledger.history(id)), '2026-11-22')) {
      if (next(3)) continue;
      const data = { finding: found.id, evidence: found.factIds, text: '已核实' };
      await ledger.tell(id, { type: 'ExplainFinding', data }, '2026-11-20T04:00:00.000Z').catch(() => undefined);
    }
    if (next(9) === 0) await tell({ type: 'VoidProject', data: { reason: '重复' } });
  }
  await ledger.settled();
}

describe.each(dialects)('findings on %s', (_, fresh) => {
  let ledger: TestLedger;
  let projects: { id: string; number: number; facts: ReturnType<typeof factsOf> }[];
  const db = () => ledger.views.reader<FindingsTables>('findings');

  beforeAll(async () => {
    ledger = await testLedger(fresh);
    await fill(ledger);
    projects = [];
    let seq = 0;
    for await (const event of ledger.store.readAll()) {
      seq += 1;
      const id = event.stream.slice('project-'.length);
      if (event.type === 'ProjectRegistered')
        projects.push({ id, number: seq, facts: factsOf(await ledger.history(id)) });
    }
  });
  afterAll(() => ledger.close());

  interface Expected {
    readonly since: number;
    readonly number: number;
    readonly finding: string;
    readonly code: FindingCode;
    readonly explained: boolean;
  }

  /** The obvious way: what the facts of each project say of the day, filtered one by one. */
  function expected(filter: FindingsFilter, day: string): Expected[] {
    return projects.flatMap(({ id, number, facts }) => {
      if (facts.some(({ type }) => type === 'ProjectVoided')) return [];
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

  const way = fc.constantFrom(undefined, { ledMax: 0, cellsMax: 0, endedFew: 1 });
  const walks = fc.record({ sort: sorts, limit: fc.integer({ min: 7, max: 60 }), way });

  it('are paged through in order, each of the day once, under any filter', async () => {
    let most = 0;
    await fc.assert(
      fc.asyncProperty(some, days, walks, async (filter, day, { sort, limit, way }) => {
        const seen: FindingRow[] = [];
        for (let after: (string | number)[] | undefined, more = true; more;) {
          const page = await findingsPage(db(), { filter, day, sort, limit, after }, way);
          seen.push(...page);
          more = page.length === limit;
          after = more ? findingKey(page.at(-1) as FindingRow, sort) : undefined;
        }
        most = Math.max(most, seen.length);
        const text = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
        const byProject = (a: Expected, b: Expected): number => a.number - b.number || text(a.finding, b.finding);
        const rows = expected(filter, dayFromNumber(day)).sort(
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
      fc.asyncProperty(some, days, async (filter, day) => {
        const rows = expected(filter, dayFromNumber(day));
        const codes = [...new Set(rows.map(({ code }) => code))].sort();
        expect(await findingCounts(db(), filter, day)).toEqual(
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
