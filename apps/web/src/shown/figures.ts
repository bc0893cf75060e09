import { CURRENCY_TEXTS, FEN_PER_WAN, fromWan, type Area, type Money } from '#kernel/money';
import type { Language } from '../i18n/index.ts';

/** Money as answers carry it; of a sum it may be more than one amount can be. */
export interface Sum {
  readonly fen: string;
  readonly currency: string;
}

const FEN_PER_YUAN = 100n;
const YI = 100_000_000n * FEN_PER_YUAN;
const MILLION = 1_000_000n * FEN_PER_YUAN;
const BILLION = 1_000n * MILLION;
const CURRENCIES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = CURRENCY_TEXTS;
/** A mu is a fifteenth of a hectare; areas count 0.01 ㎡. */
const MU = 2_000_000 / 3 / 10;

const WHOLE = new Intl.NumberFormat('en-US');

const number = (value: number, digits: number): string =>
  new Intl.NumberFormat('en-US', { maximumFractionDigits: digits }).format(value);

/** A quotient to two digits, rounded half up, without floating-point numbers: a sum may be long. */
function ratio(fen: bigint, unit: bigint): string {
  const absolute = fen < 0n ? -fen : fen;
  const hundredths = (absolute * 100n + unit / 2n) / unit;
  const whole = WHOLE.format(hundredths / 100n);
  const fraction = String(hundredths % 100n)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${fen < 0n && hundredths > 0n ? '−' : ''}${whole}${fraction && `.${fraction}`}`;
}

/** To be read: `1,234.5 万元`, `12.35 亿元`; in English `¥12.35 million`. */
export function moneyText({ fen, currency }: Sum, language: Language): string {
  const amount = BigInt(fen);
  const size = amount < 0n ? -amount : amount;
  if (language === 'zh') {
    const unit = CURRENCIES[currency]?.zh ?? currency;
    return size >= YI ? `${ratio(amount, YI)} 亿${unit}` : `${ratio(amount, FEN_PER_WAN)} 万${unit}`;
  }
  const sign = CURRENCIES[currency]?.en ?? `${currency} `;
  return size >= BILLION ? `${sign}${ratio(amount, BILLION)} billion` : `${sign}${ratio(amount, MILLION)} million`;
}

/** 万元 as somebody types them, also in the full width of Chinese keyboards (１２．５); undefined for what is no amount. */
export const wanTyped = (text: string): Money | undefined => fromWan(text.normalize('NFKC'));

/** For a column whose head names the unit 万元: `1,234.5`. */
export const wanText = ({ fen }: Sum): string => ratio(BigInt(fen), FEN_PER_WAN);

/** To the last 分: `12,345,678.90 元`. */
export function exactText({ fen, currency }: Sum, language: Language): string {
  const amount = BigInt(fen);
  const size = amount < 0n ? -amount : amount;
  const yuan = `${amount < 0n ? '−' : ''}${WHOLE.format(size / FEN_PER_YUAN)}.${String(size % FEN_PER_YUAN).padStart(2, '0')}`;
  const { zh, en } = CURRENCIES[currency] ?? { zh: currency, en: `${currency} ` };
  return language === 'zh' ? `${yuan} ${zh}` : `${en}${yuan}`;
}

/** 亩, with ㎡ at hand: `{ text: '120.5 亩', exact: '80,333.33 ㎡' }`. */
export function areaText(area: Area, language: Language): { readonly text: string; readonly exact: string } {
  return { text: `${number(area / MU, 2)} ${areaUnit(language)}`, exact: `${number(area / SQUARE_METRE, 2)} ㎡` };
}

/** What an area is typed in where nothing else is said. */
export const areaUnit = (language: Language): string => (language === 'zh' ? '亩' : 'mu');

const SQUARE_METRE = 100;
const AREA_UNITS: Readonly<Record<string, number>> = {
  ...{ '': MU, 亩: MU, mu: MU },
  ...{ m2: SQUARE_METRE, 平方米: SQUARE_METRE, 平米: SQUARE_METRE, 公顷: 15 * MU, ha: 15 * MU },
};
const AREA = /^(\d+|\d{1,3}(?:,\d{3})+)(\.\d{1,6})?\s*(|[^\d\s]+|m2)$/;

/** An area as somebody types it: `1,200.5` in 亩, or with its unit, `66,666.67㎡`; undefined for what is none. */
export function areaTyped(text: string): Area | undefined {
  const [, whole, fraction = '', unit = ''] = AREA.exec(text.normalize('NFKC').trim().toLowerCase()) ?? [];
  const size = AREA_UNITS[unit];
  const area = Math.round(Number(`${whole?.replaceAll(',', '')}${fraction}`) * (size ?? NaN));
  return Number.isSafeInteger(area) ? area : undefined;
}

const MU_DIGITS_MAX = 6;

/** An area as it would be typed, exact: in 亩 as short as it can be, or else in ㎡. */
export function areaAsTyped(area: Area): string {
  const inMu = Array.from({ length: MU_DIGITS_MAX + 1 }, (_, digits) => (area / MU).toFixed(digits));
  return inMu.find((text) => areaTyped(text) === area) ?? `${area / SQUARE_METRE}㎡`;
}

/** A share as the ledger keeps it, of 10 000: `12.5%`. */
export const shareText = (share: number): string => `${number(share / 100, 2)}%`;

export const countText = (count: number): string => number(count, 0);
