import fc from 'fast-check';
import { fromWan, isMoney, moneyTexts, toWan, yuan } from './money.ts';

describe('money', () => {
  it.each([
    ['6477394', '6477394000000'],
    ['12.5', '12500000'],
    ['1,200', '1200000000'],
    [' 0 ', '0'],
    ['0.000001', '1'],
    ['9,999,999.999999', '9999999999999'],
  ])('reads %s 万元 as %s 分', (text, fen) => expect(fromWan(text)).toEqual({ fen, currency: 'CNY' }));

  it.each(['', '-1', '1.2345678', '1,20', '12万', '1e5', '１２', 'NaN', '10000000', '10,000,000', '12345678901'])(
    'does not guess at %p',
    (text) => expect(fromWan(text)).toBeUndefined(),
  );

  it('comes back from 万元 as it went', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 9_999_999_999_999n }), (fen) => {
        expect(fromWan(toWan(yuan(fen)))).toEqual(yuan(fen));
      }),
    );
  });

  it.each([
    [yuan('15740000000'), '15,740 万元', '¥157.4 million'],
    [yuan('1000003'), '1.000003 万元', '¥0.01000003 million'],
    [yuan('9999999999999'), '9,999,999.999999 万元', '¥99,999.99999999 million'],
    [yuan(0), '0 万元', '¥0 million'],
    [{ fen: '250000000', currency: 'USD' } as const, '250 万美元', 'US$2.5 million'],
  ])('is written to the last 分: %j', (money, zh, en) => expect(moneyTexts(money)).toEqual({ zh, en }));

  it.each([
    [{ fen: '100', currency: 'CNY' }, true],
    [{ fen: 100, currency: 'CNY' }, false],
    [{ fen: '-1', currency: 'CNY' }, false],
    [{ fen: '01', currency: 'CNY' }, false],
    [{ fen: '1.5', currency: 'CNY' }, false],
    [{ fen: '9999999999999', currency: 'CNY' }, true],
    [{ fen: '10000000000000', currency: 'CNY' }, false],
    [{ fen: '1', currency: 'XYZ' }, false],
    [null, false],
  ])('%j is money: %s', (value, expected) => expect(isMoney(value)).toBe(expected));
});
