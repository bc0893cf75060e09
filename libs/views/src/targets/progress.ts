import type { Money } from '#kernel';
import { UNIT_OF, type TargetValue } from '#ledger';
import { ratioOf, type Ratio } from './ratio.ts';
import type { ZoneSum } from './queries.ts';
import type { TargetRow } from './target-rows.ts';

/** How far a period has gone by a day: its days until then, that day included, of all its days. */
export interface Calendar {
  readonly elapsed: number;
  readonly days: number;
}

export function calendarOn({ first_day, last_day }: Pick<TargetRow, 'first_day' | 'last_day'>, day: number): Calendar {
  const days = last_day - first_day + 1;
  return { elapsed: Math.min(days, Math.max(0, day - first_day + 1)), days };
}

/** What was reached of a value, and how that stands to the calendar. */
export interface Progress {
  /** A number of projects, an amount, or a share: standard land of the industrial land supplied, in 0.01 ㎡. */
  readonly reached: number | Money | Ratio;
  /** Of the projects reached, those that are no part of a package; undefined where no projects are counted. */
  readonly packages?: number;
  readonly rate: Ratio;
  /** 超序时进度: the rate less the calendar's share, in percentage points. */
  readonly ahead: Ratio;
  readonly isReached: boolean;
  /** So many more may count; their date, total investment or industry is unknown. */
  readonly undetermined: number;
}

type Sum = Omit<ZoneSum, 'zoneId'>;

export function totalOf(sums: readonly Sum[]): Sum {
  return sums.reduce(
    (a, b) => ({
      n: a.n + b.n,
      parts: a.parts + b.parts,
      amount: a.amount + b.amount,
      standard: a.standard + b.standard,
      undetermined: a.undetermined + b.undetermined,
    }),
    NOTHING,
  );
}

export const NOTHING: Sum = { n: 0, parts: 0, amount: 0n, standard: 0n, undetermined: 0 };

export function progressOf(
  indicator: TargetRow['indicator'],
  value: TargetValue,
  sum: Sum,
  { elapsed, days }: Calendar,
): Progress {
  // What was reached and what was to be, as fractions: a / b of c / d.
  const [a, b, c, d] = fractionsOf(indicator, value, sum);
  const [numerator, denominator] = [a * d, b * c];
  return {
    reached: reachedOf(indicator, value, sum),
    ...(UNIT_OF[indicator] === 'projects' && { packages: sum.n - sum.parts }),
    rate: ratioOf(numerator, denominator),
    ahead: ratioOf(numerator * BigInt(days) - BigInt(elapsed) * denominator, denominator * BigInt(days)),
    isReached: denominator > 0n && numerator >= denominator,
    undetermined: sum.undetermined,
  };
}

const SHARE_WHOLE = 10_000n;

function fractionsOf(
  indicator: TargetRow['indicator'],
  value: TargetValue,
  { n, amount, standard }: Sum,
): [bigint, bigint, bigint, bigint] {
  if (typeof value === 'object') return [amount, 1n, BigInt(value.fen), 1n];
  if (indicator === 'standardLandShare') return [standard, amount, BigInt(value), SHARE_WHOLE];
  return [BigInt(n), 1n, BigInt(value), 1n];
}

function reachedOf(indicator: TargetRow['indicator'], value: TargetValue, sum: Sum): Progress['reached'] {
  if (typeof value === 'object') return { fen: String(sum.amount), currency: value.currency };
  return indicator === 'standardLandShare' ? ratioOf(sum.standard, sum.amount) : sum.n;
}
