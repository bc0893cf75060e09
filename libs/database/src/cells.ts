import { FOREVER, FOREVER_SEQ } from './view.ts';

/**
 * Rows that hold at a point are a few of many, and no order of them has them side by side. So each row lies in a cell: rows
 * of about the same length that begin about the same time, on one clock. A point is covered by some rows of a few cells of each
 * length, and by no others; of what these hold, about every second row covers it.
 *
 * - without end and still known: the cell 0;
 * - without end and known no more: by the seqs between which it was known, cells above 0;
 * - with an end: by its business days, cells below 0.
 */
export const OPEN_CELL = 0;

/** A level has the rows of a length from `2^level` up to twice that; of the lowest all shorter ones too. */
interface Levels {
  readonly lowest: number;
  readonly highest: number;
}
const SEQS: Levels = { lowest: 8, highest: 40 };
const DAYS: Levels = { lowest: 5, highest: 32 };
/** A cell is so many times shorter than the longest rows in it: the finer, the fewer of its rows miss a point. */
const FINENESS = 4;
/** Added to days, so that none is below 0. */
const DAY_ZERO = 2 ** 31;
/** More than there are cells of one level: seqs are below 2^40 times the width of the smallest cell. */
const LEVEL = 2 ** 40;

const longest = (level: number): number => 2 ** (level + 1);
const width = (level: number): number => longest(level) / FINENESS;

/** The bounds of a row on both clocks. */
export interface Bounds {
  readonly valid: readonly [number, number];
  readonly known: readonly [number, number];
}

export function cellOf({ valid, known }: Bounds): number {
  if (valid[1] < FOREVER) return -cellIn(DAYS, valid[0] + DAY_ZERO, valid[1] - valid[0]);
  return known[1] === FOREVER_SEQ ? OPEN_CELL : cellIn(SEQS, known[0], known[1] - known[0]);
}

function cellIn({ lowest, highest }: Levels, from: number, length: number): number {
  let level = lowest;
  while (level < highest && length >= longest(level)) level++;
  return level * LEVEL + Math.floor(from / width(level));
}

/** The cell of a row that is known no more from `knownTo` on, as SQL that both dialects take. */
export function closedCell(knownTo: string): string {
  const numbered = (level: number) => `${level * LEVEL} + known_from / ${width(level)}`;
  const cases = levels({ ...SEQS, highest: SEQS.highest - 1 }).map(
    (level) => `WHEN ${knownTo} - known_from < ${longest(level)} THEN ${numbered(level)}`,
  );
  return `CASE WHEN valid_to < ${FOREVER} THEN cell ${cases.join(' ')} ELSE ${numbered(SEQS.highest)} END`;
}

const levels = ({ lowest, highest }: Levels): number[] =>
  Array.from({ length: highest - lowest + 1 }, (_, i) => lowest + i);

/** Both ends belong to it. */
export interface CellRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The cells of all rows that hold at one of some points at least: seqs (undefined: only what is still known) and day numbers
 * from the first of each to the last.
 */
export function cellRanges(seqs: readonly [number, number] | undefined, days: readonly [number, number]): CellRange[] {
  const known = seqs ? rangesIn(SEQS, seqs[0], seqs[1]) : [];
  const valid = rangesIn(DAYS, days[0] + DAY_ZERO, days[1] + DAY_ZERO);
  return [
    { first: OPEN_CELL, last: OPEN_CELL },
    ...known,
    ...valid.map(({ first, last }) => ({ first: -last, last: -first })),
  ];
}

/** A row that covers one of the values begins at most its length before the first. */
function rangesIn(of: Levels, from: number, to: number): CellRange[] {
  return levels(of).flatMap((level) => {
    const first = Math.max(0, Math.floor((from - longest(level) + 1) / width(level)));
    const last = Math.floor(to / width(level));
    return [{ first: level * LEVEL + first, last: level * LEVEL + last }];
  });
}

/** The cells of all rows that hold at a point. */
export function cellsAt(seq: number | undefined, day: number): number[] {
  const point = seq === undefined ? undefined : ([seq, seq] as const);
  return cellRanges(point, [day, day]).flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i),
  );
}
