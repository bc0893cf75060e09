import fc from 'fast-check';
import { dayFromNumber } from '#kernel';
import { dialects } from '#database/testing';
import { STAGES } from '#ledger';
import { testLedger, type TestLedger } from '../testing/ledger.ts';
import {
  days,
  efforts,
  fill,
  filters,
  historiesOf,
  offsets,
  PROJECT_IDS,
  rowsAsOf,
  rowsOn,
  type LedgerRowsAt,
} from '../testing/random-ledger.ts';
import { LEDGER_SORTS, ledgerPage, ledgerSums, type LedgerSort } from './queries.ts';
import type { LedgerTables } from './schema.ts';
import type { LedgerSegment } from './segments.ts';

describe.each(dialects)('the ledger on %s', (_, fresh) => {
  let ledger: TestLedger;
  let rows: LedgerRowsAt;
  const db = () => ledger.views.reader<LedgerTables>('project-ledger');

  beforeAll(async () => {
    ledger = await testLedger(fresh);
    await fill(ledger);
    rows = rowsAsOf(await historiesOf(ledger), Infinity);
  });
  afterAll(() => ledger.close());

  it('pages through exactly the rows of a day, under any filter and sort', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          filter: filters,
          ids: fc.option(fc.subarray(PROJECT_IDS, { minLength: 1 }), { nil: undefined }),
          day: days,
          by: fc.constantFrom(...Object.keys(LEDGER_SORTS)),
          descending: fc.boolean(),
          offset: offsets,
          limit: fc.integer({ min: 1, max: 40 }),
          effort: efforts,
        }),
        async ({ filter, ids, day, by, descending, offset, limit, effort }) => {
          const sort = by as LedgerSort;
          const column = LEDGER_SORTS[sort];
          const seen: LedgerSegment[] = [];
          for (let after: { value: string | number; number: number } | undefined, more = true; more;) {
            const from = after ? { after } : { offset };
            const page = await ledgerPage(
              db(),
              { filter: { ...filter, ids }, day, sort, descending, limit, ...from },
              effort,
            );
            seen.push(...page);
            const last = page.at(-1);
            more = page.length === limit;
            if (last) after = { value: last[column], number: last.number };
          }
          const order = (a: LedgerSegment, b: LedgerSegment): number => {
            const [x, y] = [a[column], b[column]];
            const less = typeof x === 'string' ? Buffer.compare(Buffer.from(x), Buffer.from(String(y))) : x - Number(y);
            const sign = descending ? -1 : 1;
            return sign * (less || a.number - b.number);
          };
          const isAsked = ({ project_id }: LedgerSegment): boolean => ids?.includes(project_id) ?? true;
          const there = rowsOn(rows, filter, day).filter(isAsked).sort(order).slice(offset);
          expect(seen.map((row) => row.project_id)).toEqual(there.map((row) => row.project_id));
          expect(seen).toMatchObject(there);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('sums up exactly the rows of a day, under any filter', async () => {
    await fc.assert(
      fc.asyncProperty(filters, days, async (filter, day) => {
        const year = Number(dayFromNumber(day).slice(0, 4));
        const sums = await ledgerSums(db(), filter, day);
        const there = rowsOn(rows, filter, day);
        const total = (of: (row: LedgerSegment) => number): bigint =>
          there.reduce((sum, row) => sum + BigInt(of(row)), 0n);
        const all = (of: (sum: (typeof sums)[number]) => bigint): bigint =>
          sums.reduce((sum, one) => sum + of(one), 0n);
        expect(sums.reduce((n, one) => n + one.n, 0)).toBe(there.length);
        expect(sums.reduce((n, one) => n + one.parts, 0)).toBe(there.filter((row) => row.part_of !== null).length);
        expect(all(({ totalFen }) => totalFen)).toBe(total((row) => Math.max(0, row.total_fen)));
        expect(all(({ investedFen }) => investedFen)).toBe(total((row) => row.invested_fen));
        expect(all(({ investedThisYearFen }) => investedThisYearFen)).toBe(
          total((row) => (row.invested_year === year ? row.invested_in_year_fen : 0)),
        );
        for (const [rank, stage] of STAGES.entries()) {
          const counted = sums.filter((sum) => sum.stage === stage).reduce((n, sum) => n + sum.n, 0);
          expect(counted).toBe(there.filter((row) => row.stage === rank).length);
        }
      }),
      { numRuns: 200 },
    );
  });
});
