import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { BOM, csvLine, written, type Cell, type Exported } from './csv.ts';

const texts = fc.oneof(fc.string(), fc.constantFrom('"', 'a,b', 'a\r\nb', '', ' 甲 ', '“', '=1+1', '-5', "'", '\t'));

it('reads back as it was written, but for the apostrophe before what would be a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.array(texts, { minLength: 2, maxLength: 5 }), { minLength: 1 }), (rows) => {
      const read = parse(rows.map((row) => csvLine(row)).join(''), {
        relax_column_count: true,
        record_delimiter: '\r\n',
      });
      expect(read).toEqual(rows.map((row) => row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))));
    }),
  );
});

it('keeps a spreadsheet from running a text, and leaves numbers alone', () => {
  expect(csvLine(['=HYPERLINK("http://x")', '+86', '@a', '＝1', -5, true, null])).toBe(
    `"'=HYPERLINK(""http://x"")",'+86,'@a,'＝1,-5,true,\r\n`,
  );
});

describe('a list', () => {
  const pages: readonly (readonly Cell[])[] = [[1, 2], [], [3]];
  const asked: number[] = [];
  const list: Exported<Cell> = {
    about: { effectiveOn: '2026-11-22' },
    columns: [{ zh: '数', en: 'number', cell: (item) => item }],
    async *pages() {
      for (const [i, page] of pages.entries()) {
        asked.push(i);
        yield await Promise.resolve(page);
      }
    },
  };

  it('is one JSON document, and a table with a heading in both languages', async () => {
    const json = (await Array.fromAsync(written(list, 'json'))).join('');
    expect(JSON.parse(json)).toEqual({ effectiveOn: '2026-11-22', items: [1, 2, 3] });
    const csv = (await Array.fromAsync(written(list, 'csv'))).join('');
    expect(csv).toBe(`${BOM}数 / number\r\n1\r\n2\r\n3\r\n`);
  });

  it('is asked for a page when the page before it was taken', async () => {
    asked.length = 0;
    const chunks = written(list, 'csv');
    await chunks.next();
    expect(asked).toEqual([]);
    await chunks.next();
    expect(asked).toEqual([0]);
    await chunks.return(undefined);
    expect(asked).toEqual([0]);
  });
});
