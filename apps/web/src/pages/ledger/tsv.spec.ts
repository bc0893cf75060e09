import fc from 'fast-check';
import { cell, cellIn, cellsOf, tsv } from './tsv.ts';

describe('rows for a spreadsheet', () => {
  it.each([
    ['=HYPERLINK("http://x")', `'=HYPERLINK("http://x")`],
    ['+86 138', `'+86 138`],
    ['-', `'-`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\t=1+1', `'=1+1`],
    ['＝cmd|x', `'＝cmd|x`],
    ['＋86', `'＋86`],
    ['－', `'－`],
    ['＠甲', `'＠甲`],
    ['"绿能"二期', '"""绿能""二期"'],
    ['二期"绿能"', '二期"绿能"'],
    ['-12.5', '-12.5'],
    ['1200.5', '1200.5'],
    ['第一行\n第二行\t末', '第一行 第二行 末'],
  ])('write %j as %j', (text, written) => expect(cell(text)).toBe(written));

  it('hold no formula and as many cells as were given, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
        const lines = tsv(rows).split('\r\n');
        expect(lines).toHaveLength(rows.length);
        for (const line of lines) {
          const cells = line.split('\t');
          expect(cells).toHaveLength(2);
          for (const text of cells) expect(text).not.toMatch(/^[=+@＝＋－＠]|^-(?!\d+(\.\d+)?$)/);
        }
      }),
    );
  });

  it('that begin with a quote are read back as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^"\w*"*$/), { minLength: 1 }), (texts) => {
        expect(cellsOf(tsv(texts.map((text) => ['1', text])))).toEqual(texts.map((text) => ['1', text]));
      }),
    );
  });

  it.each([
    ['1200\r\n300\r\n', [['1200'], ['300']]],
    [
      '1200\t已封顶\n\t在建\n',
      [
        ['1200', '已封顶'],
        ['', '在建'],
      ],
    ],
    ['5', [['5']]],
    ['5\n\n7', [['5'], [''], ['7']]],
    [
      '1,200.50\t"完成基础\n主体一层"\r\n300\t正常施工\r\n',
      [
        ['1,200.50', '完成基础\n主体一层'],
        ['300', '正常施工'],
      ],
    ],
    ['"甲\r\n乙\t丙"\t"设备""甲"""\r\n', [['甲\n乙\t丙', '设备"甲"']]],
    ['"绿能"二期\n"没有完\n""', [['"绿能"二期'], ['"没有完'], ['']]],
  ])('are read back from %j', (text, cells) => expect(cellsOf(text)).toEqual(cells));

  it('are one where it was copied alone, in the quotes of a spreadsheet', () => {
    expect(cellIn('"完成基础\n主体一层"\r\n')).toBe('完成基础\n主体一层');
    expect(cellIn('"他说""好"""\n')).toBe('他说"好"');
    expect(['"好"', '好\r\n', '"甲"\t"乙"\r\n', '"甲\n"乙"\n'].map(cellIn)).toEqual(Array(4).fill(undefined));
  });
});
