import { countOf, PAGE_ROWS, pagesInSight, shownAfter, type Shown } from './pages.ts';

const page = (number: number, rows = PAGE_ROWS): [number, readonly string[]] => [
  number,
  Array.from({ length: rows }, (_, i) => `${number}/${i}`),
];
const shown = (seq: number, ...pages: [number, readonly string[]][]): Shown<string> => ({
  key: 'all',
  seq,
  pages: new Map(pages),
});

describe('the pages in sight', () => {
  it.each([
    ['the beginning', [0, 20], 100_000, [0]],
    ['just before the end of a page', [50, 70], 100_000, [0, 1]],
    ['just after the beginning of one', [110, 140], 100_000, [0, 1]],
    ['the middle, after a jump', [50_045, 50_055], 100_000, [500]],
    ['the end', [99_970, 99_999], 100_000, [999]],
    ['more than there is', [400, 430], 90, [0]],
    ['nothing', [0, 0], 0, [0]],
  ])('are, at %s', (_, [first = 0, last = 0], count, pages) =>
    expect(pagesInSight({ first, last }, count)).toEqual(pages),
  );
});

describe('what is shown of a list', () => {
  it('grows page by page, also after a jump, as long as it stands at one point', () => {
    const [first, far] = [page(0), page(250)];
    const now = shownAfter(shown(7, first), shown(7, far), [250, 251]);
    expect([...now.pages.keys()]).toEqual([0, 250]);
    expect(shownAfter(now, shown(7, first, far), [250])).toBe(now);
  });

  it('forgets the pages that were read first where somebody has been everywhere', () => {
    let now = shown(7, page(0));
    for (let i = 1; i < 150; i++) now = shownAfter(now, shown(7, page(i, 1)), [i]);
    expect([now.pages.size, now.pages.has(0), now.pages.has(50), now.pages.has(149)]).toEqual([100, false, true, true]);
  });

  it('moves on to what is known later once all that is in sight has come, and forgets the rest', () => {
    const before = shown(7, page(0), page(1), page(2), page(3));
    expect(shownAfter(before, shown(8, page(0), page(2)), [2, 3])).toBe(before);
    const after = shown(8, page(0), page(2), page(3));
    expect(shownAfter(before, after, [2, 3])).toBe(after);
  });

  it('stays until the rows of another filter are there', () => {
    const before = shown(7, page(0));
    const other = { ...shown(7), key: 'signed' };
    expect(shownAfter(before, other, [0])).toBe(before);
    expect(shownAfter(before, { ...other, pages: new Map([page(0, 3)]) }, [0]).key).toBe('signed');
  });
});

describe('how many rows there are', () => {
  it('is what was counted, until the last page says it', () => {
    expect(countOf(shown(7, page(0)), 1_000)).toBe(1_000);
    expect(countOf(shown(7, page(0), page(4, 7)), 1_000)).toBe(407);
    expect(countOf(shown(7, page(0, 3)), 0)).toBe(3);
  });

  it('is never less than was read, and nothing where nothing is', () => {
    expect(countOf(shown(7, page(0), page(1)), 0)).toBe(2 * PAGE_ROWS);
    expect(countOf(shown(7, page(0, 0)), 0)).toBe(0);
    expect(countOf(shown(7), 12)).toBe(12);
  });
});
