import { dayNumber, type Day } from '#kernel';

/** An exact fraction; the denominator is above 0. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Decimals of every percentage that is given beside its exact fraction. */
const DECIMALS = 2;

/**
 * A fraction as answered: exact, and in per cent both cut off and rounded (half away from 0), because published figures are
 * often cut (467/469 as 99.5 %). Compare by the fraction, never by either text.
 */
export interface Share {
  readonly numerator: string;
  readonly denominator: string;
  readonly percent: { readonly cut: string; readonly rounded: string; readonly decimals: number };
}

export function shareOf({ numerator, denominator }: Fraction, decimals: number = DECIMALS): Share {
  const scaled = numerator * 100n * 10n ** BigInt(decimals);
  const isNegative = numerator < 0n;
  const half = isNegative ? -denominator : denominator;
  return {
    numerator: String(numerator),
    denominator: String(denominator),
    percent: {
      cut: decimal(scaled / denominator, decimals),
      rounded: decimal((scaled * 2n + half) / (denominator * 2n), decimals),
      decimals,
    },
  };
}

function decimal(scaled: bigint, decimals: number): string {
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, point)}${decimals > 0 ? '.' : ''}${digits.slice(point)}`;
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator - b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/**
 * 序时: the part of the year that has passed with a day. Each month is a twelfth, as published (超序时进度 = 投资完成率 − 月份/12),
 * and a day its part of the month; the last of a month is exactly month/12.
 */
export function calendarAt(day: Day): Fraction {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  const daysOfMonth = dayNumber(next) - dayNumber(`${day.slice(0, 7)}-01`);
  return { numerator: BigInt((month - 1) * daysOfMonth + date), denominator: BigInt(12 * daysOfMonth) };
}
