import fc from 'fast-check';
import { dayNumber, dayFromNumber, type FactDate } from '#kernel';
import { dialects } from '#database/testing';
import { factsOf, STAGES, type ProjectCommand } from '#ledger';
import { testLedger, type TestLedger } from '../testing/ledger.ts';
import { searchable } from './grams.ts';
import { LEDGER_SORTS, ledgerPage, ledgerSums, type LedgerFilter, type LedgerSort } from './queries.ts';
import type { LedgerTables } from './schema.ts';
import { ledgerRows, segmentsOf, type KeyListRow, type LedgerSegment, type RoleSegment } from './segments.ts';

const PROJECTS = 60;
const NAMES = [
  '新材料产业园',
  '智能装备制造基地',
  '冷链物流园',
  '生物医药产业园（二期）',
  '100%有机_肥料',
  'ABC 电子',
  '𠮷野家产业园𠮷',
  '\uffff',
  '\ufffd',
];
const ZONES = ['z1', 'z2'];
const PEOPLE = ['a', 'b', 'c', 'd'];
const UNITS = ['u1', 'u2'];

/** A small pseudo-random sequence: the same ledger each time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

async function fill(ledger: TestLedger): Promise<void> {
  for (const zone of ZONES) await ledger.zone(zone, zone);
  const next = chance(11);
  const date = (): FactDate =>
    ['2025-11', '2026-02-14', '2026', '2026-Q2', 'unknown', '2026-06-T3'][next(6)] as FactDate;
  for (let i = 0; i < PROJECTS; i++) {
    const id = `p${String(i).padStart(2, '0')}`;
    const tell = (command: ProjectCommand, filedAt?: string): Promise<void> =>
      ledger.tell(id, command, filedAt).catch(() => undefined);
    await tell({
      type: 'RegisterProject',
      data: {
        name: `${NAMES[next(NAMES.length)]}${i % 7}`,
        zoneId: ZONES[next(2)] as string,
        ...(next(3) > 0 && { totalInvestment: { fen: String(next(9000)), currency: 'CNY' } }),
        ...(next(2) > 0 && { code: `C${id}` }),
      },
    });
    if (next(3) > 0) await tell({ type: 'SignProject', data: { on: date() } });
    if (next(2) > 0) await tell({ type: 'StartConstruction', data: { on: date() } });
    if (next(5) === 0) await tell({ type: 'SuspendProject', data: { on: date(), reason: '资金' } });
    for (const month of ['2026-08', '2026-09']) {
      if (next(2) > 0)
        await tell({
          type: 'ReportInvestment',
          data: { period: month, inPeriod: { fen: String(next(500)), currency: 'CNY' } },
        });
    }
    await tell({ type: 'AssignLeader', data: { personId: PEOPLE[next(4)] as string, lead: true, from: date() } });
    if (next(2) > 0)
      await tell({
        type: 'AssignLeader',
        data: { personId: PEOPLE[next(4)] as string, lead: next(2) > 0, from: date() },
      });
    const unit = (): { unitId: string; from: FactDate } => ({ unitId: UNITS[next(2)] as string, from: date() });
    if (next(2) > 0) await tell({ type: 'AssignResponsibleUnit', data: unit() });
    if (next(3) === 0) await tell({ type: 'AssignResponsibleUnit', data: { ...unit(), joint: true } });
    if (next(2) > 0) await tell({ type: 'AssignAgentUnit', data: unit() });
    if (next(2) > 0)
      await tell({ type: 'AssignResponsiblePerson', data: { personId: PEOPLE[next(4)] as string, from: date() } });
    const category = next(2) > 0 ? 'newStart' : 'continued';
    if (next(2) > 0) await tell({ type: 'ListAsKeyProject', data: { level: 'city', year: 2026, category } });
    if (next(4) === 0) await tell({ type: 'RemoveFromKeyList', data: { level: 'city', year: 2026, reason: '条件' } });
    if (i > 0 && next(5) === 0) await tell({ type: 'SplitFrom', data: { projectId: 'p00' } });
    if (next(9) === 0) await tell({ type: 'VoidProject', data: { reason: '重复' } });
  }
  await ledger.settled();
}

describe.each(dialects)('the ledger on %s', (_, fresh) => {
  let ledger: TestLedger;
  let segments: LedgerSegment[];
  let roles: RoleSegment[];
  let keyLists: KeyListRow[];
  const db = () => ledger.views.reader<LedgerTables>('project-ledger');

  beforeAll(async () => {
    ledger = await testLedger(fresh);
    await fill(ledger);
    const numbers = new Map<string, number>();
    let seq = 0;
    for await (const event of ledger.store.readAll()) {
      seq += 1;
      if (event.type === 'ProjectRegistered') numbers.set(event.stream.slice('project-'.length), seq);
    }
    const all = await Promise.all(
      [...numbers].map(async ([id, number]) => ({ id, number, facts: factsOf(await ledger.history(id)) })),
    );
    segments = all.flatMap(({ id, number, facts }) => segmentsOf(id, number, facts));
    roles = all.flatMap(({ id, number, facts }) => ledgerRows(id, number, facts).roles);
    keyLists = all.flatMap(({ id, number, facts }) => ledgerRows(id, number, facts).keyLists);
  });
  afterAll(() => ledger.close());

  const covers = (row: { valid_from: number; valid_to: number }, day: number): boolean =>
    row.valid_from <= day && day < row.valid_to;

  /** The obvious way: every segment that covers the day, filtered one by one. */
  function expected(filter: LedgerFilter, day: number): LedgerSegment[] {
    return segments.filter((row) => {
      if (!covers(row, day)) return false;
      if (filter.zoneId !== undefined && row.zone_id !== filter.zoneId) return false;
      if (filter.stage !== undefined && STAGES[row.stage] !== filter.stage) return false;
      if (filter.standing !== undefined && row.standing !== filter.standing) return false;
      const isHeldBy = (holderId: string | undefined, held: readonly string[]): boolean =>
        holderId === undefined ||
        roles.some(
          (role) =>
            role.project_id === row.project_id &&
            role.holder_id === holderId &&
            held.includes(role.role) &&
            covers(role, day),
        );
      if (!isHeldBy(filter.leaderId, ['lead', 'coLead'])) return false;
      if (!isHeldBy(filter.responsiblePersonId, ['responsiblePerson'])) return false;
      if (!isHeldBy(filter.unitId, ['responsibleUnit'])) return false;
      if (!isHeldBy(filter.agentUnitId, ['agentUnit'])) return false;
      const { keyList } = filter;
      const isOn = (listing: KeyListRow): boolean =>
        listing.project_id === row.project_id &&
        listing.year === keyList?.year &&
        listing.level === keyList.level &&
        (keyList.category === undefined || listing.category === keyList.category);
      if (keyList && !keyLists.some(isOn)) return false;
      const words = [row.name, row.code, row.builder ?? ''].map(searchable);
      return filter.text === undefined || words.some((word) => word.includes(searchable(filter.text as string)));
    });
  }

  const text = fc.constantFrom(
    ...[
      '产业',
      '园',
      '医药产业园',
      'abc',
      '100%',
      '_',
      '没有',
      '材料产',
      'cp0',
      '𠮷',
      '园𠮷',
      'Ｃ',
      '\uffff',
      '\ufffd',
    ],
  );
  const narrow = {
    zoneId: fc.constantFrom(...ZONES),
    stage: fc.constantFrom('registered', 'signed', 'constructionStarted'),
    standing: fc.constantFrom('active', 'suspended'),
    leaderId: fc.constantFrom(...PEOPLE),
    responsiblePersonId: fc.constantFrom(...PEOPLE),
    unitId: fc.constantFrom(...UNITS),
    agentUnitId: fc.constantFrom(...UNITS),
    keyList: fc.constantFrom(
      { year: 2026, level: 'city' },
      { year: 2026, level: 'city', category: 'newStart' },
      { year: 2025, level: 'city' },
    ),
    text,
  };
  const filters = fc.oneof(fc.record({ text }), fc.record(narrow, { requiredKeys: [] })) as fc.Arbitrary<LedgerFilter>;
  const days = fc.integer({ min: dayNumber('2025-10-01'), max: dayNumber('2027-02-01') });

  it('pages through exactly the rows of a day, under any filter and sort', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          filter: filters,
          day: days,
          by: fc.constantFrom(...Object.keys(LEDGER_SORTS)),
          descending: fc.boolean(),
          limit: fc.integer({ min: 1, max: 40 }),
          candidatesMax: fc.constantFrom(0, 10, undefined),
        }),
        async ({ filter, day, by, descending, limit, candidatesMax }) => {
          const sort = by as LedgerSort;
          const column = LEDGER_SORTS[sort];
          const seen: LedgerSegment[] = [];
          for (let after: { value: string | number; id: string } | undefined, more = true; more;) {
            const page = await ledgerPage(db(), { filter, day, sort, descending, limit, after }, candidatesMax);
            seen.push(...page);
            const last = page.at(-1);
            more = page.length === limit;
            if (last) after = { value: last[column], id: last.project_id };
          }
          const order = (a: LedgerSegment, b: LedgerSegment): number => {
            const [x, y] = [a[column], b[column]];
            const less = typeof x === 'string' ? Buffer.compare(Buffer.from(x), Buffer.from(String(y))) : x - Number(y);
            const sign = descending ? -1 : 1;
            return sign * (less || (a.project_id < b.project_id ? -1 : a.project_id > b.project_id ? 1 : 0));
          };
          const rows = expected(filter, day).sort(order);
          expect(seen.map((row) => row.project_id)).toEqual(rows.map((row) => row.project_id));
          expect(seen).toMatchObject(rows);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('sums up exactly the rows of a day, under any filter', async () => {
    await fc.assert(
      fc.asyncProperty(filters, days, async (filter, day) => {
        const year = Number(dayFromNumber(day).slice(0, 4));
        const sums = await ledgerSums(db(), filter, day, year);
        const rows = expected(filter, day);
        const total = (of: (row: LedgerSegment) => number): bigint =>
          rows.reduce((sum, row) => sum + BigInt(of(row)), 0n);
        const all = (of: (sum: (typeof sums)[number]) => bigint): bigint =>
          sums.reduce((sum, one) => sum + of(one), 0n);
        expect(sums.reduce((n, one) => n + one.n, 0)).toBe(rows.length);
        expect(sums.reduce((n, one) => n + one.parts, 0)).toBe(rows.filter((row) => row.part_of !== null).length);
        expect(all(({ totalFen }) => totalFen)).toBe(total((row) => Math.max(0, row.total_fen)));
        expect(all(({ investedFen }) => investedFen)).toBe(total((row) => row.invested_fen));
        expect(all(({ investedThisYearFen }) => investedThisYearFen)).toBe(
          total((row) => (row.invested_year === year ? row.invested_in_year_fen : 0)),
        );
        for (const [rank, stage] of STAGES.entries()) {
          const counted = sums.filter((sum) => sum.stage === stage).reduce((n, sum) => n + sum.n, 0);
          expect(counted).toBe(rows.filter((row) => row.stage === rank).length);
        }
      }),
      { numRuns: 200 },
    );
  });
});
