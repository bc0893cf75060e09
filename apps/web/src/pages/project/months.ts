import { lastDay, type Day } from '#kernel/dates';
import { monthFromNumber, monthNumber } from '#kernel/periods';
import type { Sum } from '../../shown/figures.ts';

interface MonthSource {
  readonly effectiveOn: Day;
  readonly reports: readonly {
    readonly period: string;
    readonly inPeriod: Sum | null;
    readonly cumulativeInYear: Sum | null;
    readonly text?: string | null;
  }[];
  readonly years: readonly { readonly year: number; readonly planned: Sum | null }[];
  /** Those of months that nobody reported say from when until when. */
  readonly findings: readonly { readonly code: string; readonly params: Readonly<Record<string, unknown>> }[];
}

/** One month of a project's money, in 分. */
export interface Month {
  readonly month: string;
  /** What was reported for the month; undefined where nothing of money was. */
  readonly invested?: bigint;
  /** Of the year so far, as reported or added up. */
  readonly inYear: bigint;
  /** The plan of the year; undefined where there is none. */
  readonly planned?: bigint;
  /** Nobody reported anything for it, and somebody had to. */
  readonly missing: boolean;
}

const MONTH = /^\d{4}-\d{2}$/;
const MONTHS_MAX = 240;

/** The months that had to be reported and were not, as findings have them: without a last one until today. */
function missedMonths(findings: MonthSource['findings'], today: number): Set<number> {
  const missed = new Set<number>();
  for (const { code, params } of findings) {
    const { first, last } = params;
    if (code !== 'NoReportForPeriod' || typeof first !== 'string') continue;
    const end = typeof last === 'string' ? monthNumber(`${last}-01`) : today;
    for (let month = monthNumber(`${first}-01`); month <= end && missed.size < MONTHS_MAX; month++) missed.add(month);
  }
  return missed;
}

/**
 * Every month from the first to the last that was reported or had to be. A month whose year was reported as a sum counts from
 * there on.
 */
export function monthsOf({ effectiveOn, reports, years, findings }: MonthSource): Month[] {
  const monthly = reports.filter(({ period }) => MONTH.test(period));
  if (monthly.length === 0) return [];
  const today = monthNumber(effectiveOn);
  const ended = lastDay(effectiveOn.slice(0, 7)) === effectiveOn ? today : today - 1;
  const missed = missedMonths(findings, ended);
  const numbers = [...monthly.map(({ period }) => monthNumber(`${period}-01`)), ...missed];
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const planned = new Map(years.flatMap(({ year, planned }) => (planned ? [[String(year), BigInt(planned.fen)]] : [])));
  const months: Month[] = [];
  for (let number = first; number <= last && months.length < MONTHS_MAX; number++) {
    const month = monthFromNumber(number);
    const own = monthly.filter(({ period }) => period === month);
    const before = month.endsWith('-01') ? 0n : (months.at(-1)?.inYear ?? 0n);
    const amounts = own.flatMap(({ inPeriod }) => (inPeriod ? [BigInt(inPeriod.fen)] : []));
    const sums = own.flatMap(({ cumulativeInYear }) => (cumulativeInYear ? [BigInt(cumulativeInYear.fen)] : []));
    const invested = amounts.reduce((sum, amount) => sum + amount, 0n);
    const plan = planned.get(month.slice(0, 4));
    months.push({
      month,
      ...(amounts.length > 0 && { invested }),
      inYear: sums.length > 0 ? sums.reduce((sum, amount) => sum + amount, 0n) : before + invested,
      ...(plan !== undefined && { planned: plan }),
      missing: own.length === 0 && missed.has(number),
    });
  }
  return months;
}
