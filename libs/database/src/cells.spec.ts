import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { cellOf, cellRanges, cellsAt, closedCell } from './cells.ts';
import { EVER, FOREVER, FOREVER_SEQ } from './view.ts';

const days = fc.oneof(fc.integer({ min: 17_000, max: 21_000 }), fc.integer({ min: EVER, max: FOREVER - 1 }));
const seqs = fc.oneof(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 2 ** 40 }));
const two = (of: fc.Arbitrary<number>, end: number) =>
  fc
    .tuple(of, fc.oneof(of, fc.constant(end)))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    .filter(([a, b]) => a < b);
const rows = fc.record({ valid: two(days, FOREVER), known: two(seqs, FOREVER_SEQ) });

describe('cells', () => {
  const within = ([from, to]: readonly [number, number], at: number): number => from + Math.floor((to - 1 - from) * at);

  it('hold every row at all points that it covers, and what is still known without a seq', () => {
    fc.assert(
      fc.property(
        rows,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (row, s, d) => {
          const [seq, day] = [within(row.known, s), within(row.valid, d)];
          expect(cellsAt(seq, day)).toContain(cellOf(row));
          if (row.known[1] === FOREVER_SEQ) expect(cellsAt(undefined, day)).toContain(cellOf(row));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('of a range hold every row that covers one of its points', () => {
    fc.assert(
      fc.property(rows, two(seqs, 2 ** 40), two(days, FOREVER - 1), (row, known, valid) => {
        const meets = (a: readonly [number, number], b: readonly [number, number]) => a[0] <= b[1] && a[1] > b[0];
        fc.pre(meets(row.known, known) && meets(row.valid, valid));
        const of = cellOf(row);
        expect(cellRanges(known, valid).some(({ first, last }) => first <= of && of <= last)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are the same where the database closes a row', () => {
    const database = new DatabaseSync(':memory:');
    database.exec('CREATE TABLE t (known_from INTEGER, valid_to INTEGER, cell INTEGER)');
    const insert = database.prepare('INSERT INTO t VALUES (?, ?, ?)');
    const closed = database.prepare(`SELECT ${closedCell('?1')} AS cell FROM t`);
    fc.assert(
      fc.property(rows, two(seqs, 2 ** 40), ({ valid }, known) => {
        database.exec('DELETE FROM t');
        insert.run(known[0], valid[1], cellOf({ valid, known: [known[0], FOREVER_SEQ] }));
        expect(closed.get(known[1])?.['cell']).toBe(cellOf({ valid, known }));
      }),
      { numRuns: 2_000 },
    );
  });
});
