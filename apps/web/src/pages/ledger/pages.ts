export const PAGE_ROWS = 100;
/** So many rows before they come into sight, they are asked for. */
const AHEAD_ROWS = 40;
/** Of more pages those are forgotten that were read first: they are read again when somebody looks. */
const PAGES_MAX = 100;

/** The first and the last row that can be seen. */
export interface Sight {
  readonly first: number;
  readonly last: number;
}

/** The pages in sight and about to come into it, of a list of so many rows; of a list without any the first. */
export function pagesInSight({ first, last }: Sight, count: number): readonly number[] {
  const end = Math.max(0, Math.ceil(count / PAGE_ROWS) - 1);
  const page = (row: number): number => Math.min(Math.max(0, Math.floor(row / PAGE_ROWS)), end);
  const [from, to] = [page(first - AHEAD_ROWS), page(last + AHEAD_ROWS)];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** What is shown of a list: the pages that were read, with gaps where nobody looked, all of them at one point. */
export interface Shown<T> {
  /** What is asked for. */
  readonly key: string;
  /** The last event that was known. */
  readonly seq: number;
  readonly pages: ReadonlyMap<number, readonly T[]>;
}

/**
 * What is shown once some pages have come. The list moves on to another point, or to another question, when everything in
 * sight has come of it, and leaves what it showed before: so no row is there twice, or passed over.
 */
export function shownAfter<T>(shown: Shown<T>, come: Shown<T>, inSight: readonly number[]): Shown<T> {
  if (shown.key !== come.key || shown.seq !== come.seq) {
    return inSight.every((page) => come.pages.has(page)) ? come : shown;
  }
  const fresh = [...come.pages].filter(([page, rows]) => shown.pages.get(page) !== rows);
  return fresh.length === 0 ? shown : { ...shown, pages: new Map([...shown.pages, ...fresh].slice(-PAGES_MAX)) };
}

/** How many rows there are: known where the last page was read, else as many as were counted, and never fewer than are there. */
export function countOf<T>({ pages }: Pick<Shown<T>, 'pages'>, counted: number): number {
  const furthest = Math.max(-1, ...pages.keys());
  const rows = pages.get(furthest)?.length ?? 0;
  const read = rows === 0 ? 0 : furthest * PAGE_ROWS + rows;
  return rows > 0 && rows < PAGE_ROWS ? read : Math.max(counted, read);
}
