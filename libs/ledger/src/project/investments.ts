import { earlierDay, fenOf, intervalOf, type Day, type FactDate } from '#kernel';
import type { EffectiveFact } from './facts.ts';

/** Investment as reported for one period, in 分. */
export interface Investment {
  readonly period: FactDate;
  readonly lastDay: Day;
  /** It counts from the period's end, or from the day it was filed where that is earlier: what is filed is spent. */
  readonly countsFrom: Day;
  readonly firstDay: Day;
  readonly year: string;
  readonly inPeriod: number | undefined;
  readonly cumulativeInYear: number | undefined;
  readonly cumulative: number | undefined;
  readonly factId: string;
  readonly unitId: string | undefined;
}

/** Investment reports in the order in which they count. */
export function investmentsOf(facts: readonly EffectiveFact[]): Investment[] {
  const reports: Investment[] = [];
  for (const fact of facts) {
    if (fact.type !== 'InvestmentReported') continue;
    const { period, inPeriod, cumulativeInYear, cumulative, unitId } = fact.data;
    const interval = intervalOf(period);
    if (!interval) continue;
    reports.push({
      period,
      firstDay: interval.first,
      lastDay: interval.last,
      countsFrom: earlierDay(interval.last, fact.filedOn),
      year: period.slice(0, 4),
      inPeriod: inPeriod && fenOf(inPeriod),
      cumulativeInYear: cumulativeInYear && fenOf(cumulativeInYear),
      cumulative: cumulative && fenOf(cumulative),
      factId: fact.id,
      unitId,
    });
  }
  if (reports.some((report, i) => i > 0 && inOrder(report, reports[i - 1] as Investment) < 0)) reports.sort(inOrder);
  return reports;
}

function inOrder(a: Investment, b: Investment): number {
  if (a.countsFrom !== b.countsFrom) return a.countsFrom < b.countsFrom ? -1 : 1;
  return a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0;
}

/** A step of the invested sums: what they are from a day on, in 分. */
export interface Invested {
  readonly from: Day;
  readonly year: string;
  readonly inYear: number;
  readonly total: number;
}

/**
 * Invested in the year and in all, after each report. A report of the period adds; one that states the year's or the whole
 * sum replaces what was added up until then.
 */
export function investedSteps(reports: readonly Investment[]): Invested[] {
  const steps: Invested[] = [];
  let year = '';
  let inYear = 0;
  let total = 0;
  for (const report of reports) {
    if (report.year !== year) {
      year = report.year;
      inYear = 0;
    }
    const before = { inYear, total };
    if (report.cumulativeInYear !== undefined) inYear = report.cumulativeInYear;
    else if (report.inPeriod !== undefined) inYear += report.inPeriod;
    else if (report.cumulative !== undefined) inYear += report.cumulative - total;
    total = report.cumulative ?? before.total + (inYear - before.inYear);
    steps.push({ from: report.countsFrom, year, inYear, total });
  }
  return steps;
}
