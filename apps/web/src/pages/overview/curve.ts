import { lastDay, type Day } from '#kernel/dates';
import { isMoneyLike, type SumOrNone } from './sums.ts';
import type { Schemas } from '../../api/client.ts';
import type { Sum } from '../../shown/figures.ts';

const FEN_PER_YI = 10_000_000_000;
const MONTHS = 12n;

/** One end of a week or month. */
export interface CurvePoint {
  readonly day: Day;
  /** Null where the log had not begun. */
  readonly invested: Sum | null;
  /** What the plans of the year come to by this day; null without plans. */
  readonly planned: Sum | null;
  /** invested − planned. */
  readonly ahead: Sum | null;
  readonly projects: number;
}

/**
 * The money of the year at every point, beside the annual plans spread evenly over it: full months by twelfths, a begun month by
 * its days, as dispatch sheets count it.
 */
export function curveOf(items: readonly Schemas['SeriesItemShape'][], planned: SumOrNone): readonly CurvePoint[] {
  return items.map(({ day, seq, investedThisYear, projects }) => {
    const invested = seq === 0 ? null : investedThisYear;
    const due = planned && { fen: planBy(day, BigInt(planned.fen)).toString(), currency: planned.currency };
    const ahead =
      invested && due ? { fen: (BigInt(invested.fen) - BigInt(due.fen)).toString(), currency: due.currency } : null;
    return { day, invested, planned: due ?? null, ahead, projects };
  });
}

/** The share of an annual plan that is due by the end of a day. */
export function planBy(day: Day, fen: bigint): bigint {
  const [year = '', month = '', date = ''] = day.split('-');
  const days = BigInt(lastDay(`${year}-${month}`)?.slice(8) ?? 0);
  return (fen * ((BigInt(month) - 1n) * days + BigInt(date))) / (MONTHS * days);
}

/** For an axis in 亿元, where the last digits do not count. */
export const inYi = (sum: Sum | null): number | null =>
  sum ? Number(BigInt(sum.fen) / 10_000n) / (FEN_PER_YI / 10_000) : null;

/** The plans of a year in the answer of `money-against-plan`; undefined where there is none. */
export function plannedIn(answer: object | undefined): Sum | undefined {
  const planned = answer && 'planned' in answer ? answer.planned : undefined;
  return isMoneyLike(planned) && planned.fen !== '0' ? planned : undefined;
}

/** Projects of the year that have no plan, and what was invested in them; undefined where every one has. */
export function unplannedIn(
  answer: object | undefined,
): { readonly projects: number; readonly invested: Sum } | undefined {
  const apart = answer && 'withoutPlan' in answer ? answer.withoutPlan : undefined;
  if (typeof apart !== 'object' || apart === null || !('projects' in apart) || !('invested' in apart)) return undefined;
  const { projects, invested } = apart;
  return typeof projects === 'number' && projects > 0 && isMoneyLike(invested) ? { projects, invested } : undefined;
}

/** The projects whose money a point of the line is, as the ledger is asked for them. */
export const projectsThen = (day: Day, clock: 'known' | 'effective', zoneId: string | undefined) => ({
  zoneId,
  effectiveOn: day,
  ...(clock === 'known' && { knownAt: day }),
});

/** Without its sign: words say whether it is too much or too little. */
export const sizeOf = ({ fen, currency }: Sum): Sum => ({ fen: fen.replace('-', ''), currency });
