import { earlierDay, fenOf, intervalOf, type Day, type FactDate } from '#kernel';
import { accountsIn } from './accounts.ts';
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
  readonly filedOn: Day;
  /** Reports of one account follow each other; see `accountsIn`. */
  readonly account: string;
}

/** Investment reports in the order in which they count. */
export function investmentsOf(facts: readonly EffectiveFact[]): Investment[] {
  const reports: Investment[] = [];
  const accountOf = accountsIn(facts);
  for (const fact of facts) {
    if (fact.type !== 'InvestmentReported') continue;
    const { period, inPeriod, cumulativeInYear, cumulative } = fact.data;
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
      filedOn: fact.filedOn,
      account: accountOf(fact),
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

/** What the reports of one account amount to so far. */
interface Account {
  readonly year: string;
  readonly inYear: number;
  readonly total: number;
}

/**
 * Invested in the year and in all, after each report. An amount of the period adds; a sum of the year, or of all, replaces
 * what was added up until then. A first sum of all says nothing of this year: the ledger may begin in the middle. Accounts
 * add up.
 */
export function investedSteps(reports: readonly Investment[]): Invested[] {
  const accounts = new Map<string, Account>();
  return reports.map((report) => {
    accounts.set(report.account, follow(accounts.get(report.account), report));
    let inYear = 0;
    let total = 0;
    for (const account of accounts.values()) {
      total += account.total;
      if (account.year === report.year) inYear += account.inYear;
    }
    return { from: report.countsFrom, year: report.year, inYear, total };
  });
}

function follow(before: Account | undefined, { year, inPeriod, cumulativeInYear, cumulative }: Investment): Account {
  const was = before?.year === year ? before.inYear : 0;
  const total = before?.total ?? 0;
  if (cumulativeInYear !== undefined)
    return { year, inYear: cumulativeInYear, total: cumulative ?? total + cumulativeInYear - was };
  if (inPeriod !== undefined) return { year, inYear: was + inPeriod, total: cumulative ?? total + inPeriod };
  if (cumulative === undefined) return { year, inYear: was, total };
  return { year, inYear: before ? Math.max(0, was + cumulative - total) : 0, total: cumulative };
}
