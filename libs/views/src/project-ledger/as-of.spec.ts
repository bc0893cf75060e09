import fc from 'fast-check';
import { dayNumber } from '#kernel';
import { dialects } from '#database/testing';
import type { Known } from '../known.ts';
import { testLedger, type TestLedger } from '../testing/ledger.ts';
import {
  days,
  efforts,
  fill,
  filters,
  goOn,
  historiesOf,
  offsets,
  rowsAsOf,
  rowsOn,
} from '../testing/random-ledger.ts';
import type { LedgerFilter } from './conditions.ts';
import type { Effort } from './page-at.ts';
import { LEDGER_SORTS, ledgerPage, ledgerSums, type CountedSum, type LedgerSort } from './queries.ts';
import type { LedgerTables } from './schema.ts';
import { ledgerSeries } from './series.ts';
import { SERIES_EFFORT, type SeriesEffort } from './series-spans.ts';

const ROUNDS = 3;

interface Asked {
  readonly filter: LedgerFilter;
  readonly day: number;
  readonly sort: LedgerSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
  readonly effort: Partial<Effort>;
}

const asked: fc.Arbitrary<Asked> = fc.record({
  filter: filters,
  day: days,
  sort: fc.constantFrom(...(Object.keys(LEDGER_SORTS) as LedgerSort[])),
  descending: fc.boolean(),
  offset: offsets,
  limit: fc.integer({ min: 1, max: 40 }),
  effort: efforts,
});

/** Some projects at a time, led to them or not: the answer is the same. */
const seriesEfforts = fc.constantFrom<SeriesEffort>(
  SERIES_EFFORT,
  { atOnce: 1, ledMax: 2 },
  { atOnce: 3, ledMax: 0 },
  { atOnce: 3, ledMax: 20 },
);

describe.each(dialects)('the ledger as it was known, on %s', (_, fresh) => {
  let ledger: TestLedger;
  const seqOf = async (): Promise<number> => (await ledger.views.asOf('project-ledger')).seq;
  const db = () => ledger.views.reader<LedgerTables>('project-ledger');

  async function answers(
    { filter, day, sort, descending, offset, limit, effort }: Asked,
    known: Known,
  ): Promise<unknown> {
    const pages: unknown[] = [];
    for (let after: { value: string | number; number: number } | undefined, more = true; more;) {
      const from = after ? { after } : { offset };
      const page = await ledgerPage(db(), { filter, day, known, sort, descending, limit, ...from }, effort);
      // What is closed later is known to no more than its beginning tells.
      pages.push(page.map((row) => ({ ...row, known_to: null, cell: null })));
      const last = page.at(-1);
      more = page.length === limit;
      if (last) after = { value: last[LEDGER_SORTS[sort]], number: last.number };
    }
    return { pages, sums: await ledgerSums(db(), filter, day, known) };
  }

  beforeAll(async () => {
    ledger = await testLedger(fresh);
    await fill(ledger);
  });
  afterAll(() => ledger.close());

  it('answers later what it answered then, under any filter and sort', async () => {
    const questions = fc.sample(asked, { numRuns: 60, seed: 5 });
    const then: { readonly seq: number; readonly answers: unknown[] }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const known = await Promise.all(questions.map((question) => answers(question, 'latest')));
      then.push({ seq: await seqOf(), answers: known });
      await goOn(ledger, round);
    }
    for (const { seq, answers: known } of then) {
      expect(await Promise.all(questions.map((question) => answers(question, seq)))).toEqual(known);
    }
  });

  it('shows at any seq and day what follows from the events up to it', async () => {
    const histories = await historiesOf(ledger);
    const last = await seqOf();
    await fc.assert(
      fc.asyncProperty(asked, fc.integer({ min: 0, max: last }), async ({ effort, ...question }, seq) => {
        const { filter, day, sort, descending } = question;
        const column = LEDGER_SORTS[sort];
        const order = (a: object, b: object): number => {
          const [x, y] = [a, b].map((row) => [Reflect.get(row, column), Reflect.get(row, 'number')] as const);
          const [v, w] = [x as readonly unknown[], y as readonly unknown[]];
          const less = typeof v[0] === 'number' ? v[0] - Number(w[0]) : inBytes(v[0], w[0]);
          return (descending ? -1 : 1) * (less || Number(v[1]) - Number(w[1]));
        };
        const expected = rowsOn(rowsAsOf(histories, seq), filter, day).toSorted(order);
        const found = await ledgerPage(db(), { ...question, known: seq, limit: 100 }, effort);
        const shown = expected.slice(question.offset);
        expect(found.map((row) => row.project_id)).toEqual(shown.map((row) => row.project_id));
        expect(found).toMatchObject(shown);
        const sums = await ledgerSums(db(), filter, day, seq);
        expect(sums.reduce((n, sum) => n + sum.n, 0)).toBe(expected.length);
        const invested = expected.reduce((sum, row) => sum + BigInt(row.invested_fen), 0n);
        expect(sums.reduce((sum, { investedFen }) => sum + investedFen, 0n)).toBe(invested);
      }),
      { numRuns: 200 },
    );
  });

  it('answers a series as point by point, on either clock and both', async () => {
    const last = await seqOf();
    const ascending = (of: fc.Arbitrary<number>, length: number) =>
      fc.array(of, { minLength: length, maxLength: length }).map((values) => values.toSorted((a, b) => a - b));
    const points = fc
      .integer({ min: 1, max: 20 })
      .chain((length) =>
        fc
          .tuple(
            fc.oneof(
              ascending(fc.integer({ min: 0, max: last }), length),
              fc.constant(Array<number>(length).fill(last)),
            ),
            fc.oneof(ascending(days, length), fc.constant(Array<number>(length).fill(dayNumber('2026-08-01')))),
          )
          .map(([seqs, on]) => seqs.map((seq, i) => ({ seq, day: on[i] as number }))),
      );
    await fc.assert(
      fc.asyncProperty(filters, points, seriesEfforts, async (filter, at, effort) => {
        const series = await ledgerSeries(db(), filter, at, effort);
        const each = await Promise.all(at.map(({ seq, day }) => ledgerSums(db(), filter, day, seq)));
        expect(series.map(byStand)).toEqual(each.map(byStand));
      }),
      { numRuns: 100 },
    );
  });

  it('knows nothing before the first event', async () => {
    const day = dayNumber('2026-11-22');
    expect(await ledgerSums(db(), {}, day, 0)).toEqual([]);
  });
});

/** Sums of all zones together, in one order. */
function byStand(sums: readonly Omit<CountedSum, 'zoneId'>[]): string[] {
  const stands = Map.groupBy(sums, ({ stage, possibleStage, standing }) => `${stage} ${possibleStage} ${standing}`);
  return [...stands]
    .map(([stand, of]) => {
      const n = of.reduce((sum, one) => sum + one.n, 0);
      const parts = of.reduce((sum, one) => sum + one.parts, 0);
      const fen = (field: 'totalFen' | 'investedThisYearFen' | 'investedFen') =>
        of.reduce((sum, one) => sum + one[field], 0n);
      return `${stand}: ${n} ${parts} ${fen('totalFen')} ${fen('investedThisYearFen')} ${fen('investedFen')}`;
    })
    .toSorted();
}

const inBytes = (a: unknown, b: unknown): number => Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
