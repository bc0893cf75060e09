import { intervalOf, lastDay, monthFromNumber, monthNumber, type Day } from '#kernel';
import { stagesReached, standingSteps, type EffectiveFact } from './facts.ts';

/** Months of a project for which nobody filed a report when it was due. Months are numbers (see `monthNumber`). */
export interface ReportGap {
  readonly first: number;
  /** The first month after the gap; undefined: it lasts until somebody reports. */
  readonly end: number | undefined;
  /** The day on which the report of this month was filed after all: from then on it is not missed any more. */
  readonly filedOn?: Day;
}

/**
 * Every month is to be reported from the one after that in which the project was entered until that in which it goes into
 * production or exits, by its last day (a monthly report is filed within its month). Any report whose
 * period shares days with the month reports it, whoever files it and whatever it is about; standing still is no excuse.
 */
export function reportGapsOf(facts: readonly EffectiveFact[]): ReportGap[] {
  const entered = facts.find(({ type }) => type === 'ProjectRegistered')?.filedOn;
  if (entered === undefined) return [];
  const first = monthNumber(entered) + 1;
  const end = lastMonthDue(facts);
  const filed = firstFiled(facts);
  const months = [...filed.keys()]
    .filter((month) => month >= first && (end === undefined || month < end))
    .sort(byNumber);
  const gaps: ReportGap[] = [];
  let next = first;
  for (const month of months) {
    if (month > next) gaps.push({ first: next, end: month });
    const filedOn = filed.get(month) as Day;
    if (filedOn > dueDay(month)) gaps.push({ first: month, end: month + 1, filedOn });
    next = month + 1;
  }
  if (end === undefined || next < end) gaps.push({ first: next, end });
  return gaps;
}

/** The last day on which a month's report is in time. */
export function dueDay(month: number): Day {
  return lastDay(monthFromNumber(month)) as Day;
}

/** How many months of a gap are missed on a day. */
export function missedMonths({ first, end, filedOn }: ReportGap, day: Day): number {
  if (filedOn !== undefined && filedOn <= day) return 0;
  // A month is missed from the day after its last one on.
  const begun = monthNumber(day);
  return Math.max(0, Math.min(end ?? begun, begun) - first);
}

const byNumber = (a: number, b: number): number => a - b;

/** The first month that needs no report any more. */
function lastMonthDue(facts: readonly EffectiveFact[]): number | undefined {
  const exited = standingSteps(facts).find(({ standing }) => standing === 'exited')?.from;
  const producing = stagesReached(facts)
    .filter(({ stage }) => stage === 'inProduction' || stage === 'atCapacity')
    .map(({ certainFrom }) => certainFrom);
  const days = exited === undefined ? producing : [...producing, exited];
  return days.length === 0 ? undefined : monthNumber(days.reduce((a, b) => (a < b ? a : b)));
}

/** For each month that was reported, the day on which it first was. */
function firstFiled(facts: readonly EffectiveFact[]): Map<number, Day> {
  const filed = new Map<number, Day>();
  for (const fact of facts) {
    if (fact.type !== 'ProgressReported' && fact.type !== 'InvestmentReported') continue;
    const interval = intervalOf(fact.data.period);
    if (!interval) continue;
    const last = monthNumber(interval.last);
    for (let month = monthNumber(interval.first); month <= last; month++) {
      const known = filed.get(month);
      if (known === undefined || fact.filedOn < known) filed.set(month, fact.filedOn);
    }
  }
  return filed;
}
