import fc from 'fast-check';
import { dayFromNumber, dayNumber } from '#kernel';
import { dialects } from '#database/testing';
import { NOBODY } from '../leader-accountability/schema.ts';
import { testLedger, type TestLedger } from '../testing/ledger.ts';
import { days, fill, filters, goOn, historiesOf, leadOn, rowsAsOf, rowsOn } from '../testing/random-ledger.ts';
import type { Point } from './conditions.ts';
import { figures, type Figures } from './figures.ts';
import { ledgerSums, type LedgerFilter } from './queries.ts';
import type { LedgerTables } from './schema.ts';
import type { LedgerSegment } from './segments.ts';
import { sumsByLead } from './sums-by-lead.ts';

/** The largest amount that a fact takes. */
const AMOUNT_MAX = '9999999999999';

describe.each(dialects)('sums by lead on %s', (_, fresh) => {
  let ledger: TestLedger;
  const db = () => ledger.views.reader<LedgerTables>('project-ledger');

  beforeAll(async () => {
    ledger = await testLedger(fresh);
    await fill(ledger);
    await goOn(ledger, 3);
  });
  afterAll(() => ledger.close());

  async function groups(filter: LedgerFilter, point: Point, lookedUpMax?: number): Promise<[string | null, Figures][]> {
    const sums = await sumsByLead(db(), filter, point, lookedUpMax);
    return sums.map(({ leadId, sums: of }) => [leadId, figures(of)]);
  }

  it('are those of the rows that one leads, at any seq and day, under any filter', async () => {
    const histories = await historiesOf(ledger);
    const last = (await ledger.views.asOf('project-ledger')).seq;
    await fc.assert(
      fc.asyncProperty(
        filters,
        days,
        fc.oneof(fc.constant(undefined), fc.integer({ min: 0, max: last })),
        fc.constantFrom(undefined, 0, 5),
        async (filter, day, seq, lookedUpMax) => {
          const rows = rowsAsOf(histories, seq ?? Infinity);
          const there = Map.groupBy(rowsOn(rows, filter, day), ({ number }) => leadOn(rows, number, day));
          const expected = [...there].map(([leadId, led]) => [leadId, figuresOf(led, day)] as const).sort(inOrder);
          expect(await groups(filter, { known: seq ?? 'latest', day }, lookedUpMax)).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are the sums of the ledger under the filter of each', async () => {
    const day = dayNumber('2026-11-22');
    const shown = await groups({ zoneId: 'z1' }, { known: 'latest', day });
    expect(shown.length).toBeGreaterThan(2);
    for (const [leadId, sums] of shown) {
      expect(figures(await ledgerSums(db(), { zoneId: 'z1', leadId }, day))).toEqual(sums);
    }
  });

  it('stay exact where they are too large for a number', async () => {
    const totalInvestment = { fen: AMOUNT_MAX, currency: 'CNY' } as const;
    const many = 1000;
    for (let i = 0; i < many; i++) {
      await ledger.tell(`large-${i}`, {
        type: 'RegisterProject',
        data: { name: `大项目${i}`, zoneId: 'z1', totalInvestment },
      });
    }
    await ledger.settled();
    const [[leadId, sums] = []] = await groups({ text: '大项目' }, { known: 'latest', day: dayNumber('2026-11-22') });
    expect(leadId).toBe(NOBODY);
    expect(sums?.totalInvestment.fen).toBe(String(BigInt(AMOUNT_MAX) * BigInt(many)));
  });
});

function figuresOf(rows: readonly LedgerSegment[], day: number): Figures {
  const year = Number(dayFromNumber(day).slice(0, 4));
  return figures(
    rows.map((row) => ({
      standing: row.standing,
      n: 1,
      parts: row.part_of === null ? 0 : 1,
      totalFen: BigInt(Math.max(0, row.total_fen)),
      investedThisYearFen: BigInt(row.invested_year === year ? row.invested_in_year_fen : 0),
      investedFen: BigInt(row.invested_fen),
    })),
  );
}

type Group = readonly [string | null, Figures];

/** Who leads most first; nobody, and nobody who has to, after all of them. */
function inOrder([a, { projects: m }]: Group, [b, { projects: n }]: Group): number {
  const rank = (leadId: string | null): number => [NOBODY, null].indexOf(leadId);
  return rank(a) - rank(b) || n - m || String(a).localeCompare(String(b));
}
