import type { Texts } from './refusals.ts';

/** Currencies an amount can be in; the amounts of one are never added to those of another. Funds of foreign capital arrive in USD. */
export const CURRENCIES = ['CNY', 'USD'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** What stands behind a figure in Chinese, and before it in English. */
export const CURRENCY_TEXTS: Readonly<Record<Currency, Texts>> = {
  CNY: { zh: '元', en: '¥' },
  USD: { zh: '美元', en: 'US$' },
};

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
const FEN_PER_MILLION = 100n * FEN_PER_WAN;

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
  const { whole, fraction } = countedIn(FEN_PER_WAN, money);
  return `${whole}${fraction}`;
}

/** An amount as one writes it, exact: `15,740 万元`, `¥157.4 million`. */
export function moneyTexts(money: Money): Texts {
  const [wan, millions] = [countedIn(FEN_PER_WAN, money), countedIn(FEN_PER_MILLION, money)];
  const { zh, en } = CURRENCY_TEXTS[money.currency];
  return {
    zh: `${wan.whole.toLocaleString('en-US')}${wan.fraction} 万${zh}`,
    en: `${en}${millions.whole.toLocaleString('en-US')}${millions.fraction} million`,
  };
}

/** An amount in a unit of as many 分, a power of ten, to the last 分. */
function countedIn(unit: bigint, money: Money): { readonly whole: bigint; readonly fraction: string } {
  const fen = BigInt(money.fen);
  const digits = String(fen % unit)
    .padStart(String(unit).length - 1, '0')
    .replace(/0+$/, '');
  return { whole: fen / unit, fraction: digits && `.${digits}` };
}
