/** Currencies an amount can be in; the amounts of one are never added to those of another. Funds of foreign capital arrive in USD. */
export const CURRENCIES = ['CNY', 'USD'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** An amount in 1/100 of the unit (分, cent), as decimal text without sign: JSON numbers are not for money. */
export type Money = { readonly fen: string; readonly currency: Currency };

/** An area in 0.01 ㎡. */
export type Area = number;

/**
 * At most 13 digits, 100 billion yuan (千亿元) less one 分: above every project there is, and small enough that
 * 900 000 such amounts add up within the 64 bits that a database has for a sum.
 */
const FEN = /^(0|[1-9]\d{0,12})$/;
export const FEN_PER_WAN = 1_000_000n;

export function isMoney(value: unknown): value is Money {
  if (typeof value !== 'object' || value === null) return false;
  const { fen, currency } = value as Partial<Money>;
  return typeof fen === 'string' && FEN.test(fen) && CURRENCIES.includes(currency as Currency);
}

export function yuan(fen: bigint | number | string): Money {
  return { fen: String(fen), currency: 'CNY' };
}

/** 分 of an amount, exact: isMoney keeps it below 10^13. */
export function fenOf(money: Money): number {
  return Number(money.fen);
}

/**
 * 万元 as written in a ledger (`6477394`, `12.5`, `1,200`) to money; undefined for what is no such number, finer than 分,
 * or more than an amount can be.
 */
export function fromWan(text: string): Money | undefined {
  const match = /^(\d{1,7}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d{1,6}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, whole = '', fraction = ''] = match;
  const money = yuan(BigInt(whole.replaceAll(',', '')) * FEN_PER_WAN + BigInt(fraction.padEnd(6, '0')));
  return isMoney(money) ? money : undefined;
}

/** An amount in 万元, exact, without trailing zeros: `12.5`. */
export function toWan(money: Money): string {
  const fen = BigInt(money.fen);
  const fraction = String(fen % FEN_PER_WAN)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${fen / FEN_PER_WAN}${fraction && `.${fraction}`}`;
}
