import { areaAsTyped, areaText, areaTyped, exactText, moneyText, shareText, wanText } from './figures.ts';

const cny = (fen: string) => ({ fen, currency: 'CNY' });

describe('money on the screen', () => {
  it.each([
    ['0', '0 万元', '¥0 million', '0'],
    ['1234567', '1.23 万元', '¥0.01 million', '1.23'],
    ['1200000000', '1,200 万元', '¥12 million', '1,200'],
    ['9999999999', '10,000 万元', '¥100 million', '10,000'],
    ['10000000000', '1 亿元', '¥100 million', '10,000'],
    ['120000000000', '12 亿元', '¥1.2 billion', '120,000'],
    ['-1500000', '−1.5 万元', '¥−0.02 million', '−1.5'],
    ['987654321098765432', '98,765,432.11 亿元', '¥9,876,543.21 billion', '987,654,321,098.77'],
  ])('%s 分 is %s, %s, and %s in a column of 万元', (fen, zh, en, wan) => {
    expect([moneyText(cny(fen), 'zh'), moneyText(cny(fen), 'en'), wanText(cny(fen))]).toEqual([zh, en, wan]);
  });

  it('has the exact figure at hand', () => {
    expect(exactText(cny('1234567890'), 'zh')).toBe('12,345,678.90 元');
    expect(exactText({ fen: '5', currency: 'USD' }, 'en')).toBe('US$0.05');
  });
});

it('areas are in mu, with square metres at hand', () => {
  expect(areaText(6_666_667, 'zh')).toEqual({ text: '100 亩', exact: '66,666.67 ㎡' });
});

it.each([
  ['100', 6_666_667],
  ['120.5', 8_033_333],
  ['1,200.5亩', 80_033_333],
  ['１００ 亩', 6_666_667],
  ['66,666.67㎡', 6_666_667],
  ['66666.67 平方米', 6_666_667],
  ['66666.67m2', 6_666_667],
  ['2公顷', 2_000_000],
  ['0.015', 1_000],
  ['', undefined],
  ['一百亩', undefined],
  ['-1', undefined],
  ['1,2', undefined],
  ['100 斤', undefined],
  ['1e9', undefined],
])('reads %j as an area of %s', (text, area) => expect(areaTyped(text)).toBe(area));

it.each([
  [6_666_667, '100'],
  [8_033_333, '120.5'],
  [9_811_950, '147.17925'],
  [1, '0.00002'],
])('an area of %d 0.01 ㎡ is typed as %s, and read as the same again', (area, text) => {
  expect(areaAsTyped(area)).toBe(text);
  expect(areaTyped(text)).toBe(area);
});

it.each([
  [10_000, '100%'],
  [3_333, '33.33%'],
  [1_250, '12.5%'],
])('a share of %d in 10 000 is %s', (share, text) => expect(shareText(share)).toBe(text));
