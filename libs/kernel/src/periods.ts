import { addDays, dayFromNumber, dayNumber, intervalOf, type Day } from './dates.ts';

/**
 * A reporting period: an ISO week `2026-W47` (Monday to Sunday), a ten-day period `2026-11-T2`, a month `2026-11`, a quarter
 * `2026-Q4` or a year `2026`.
 */
export type PeriodId = string;

export type PeriodKind = 'week' | 'tenDays' | 'month' | 'quarter' | 'year';

export interface Period {
  readonly id: PeriodId;
  readonly kind: PeriodKind;
  /** Both inclusive; the cut-off is the end of `last` in Shanghai. */
  readonly first: Day;
  readonly last: Day;
}

const WEEK = /^(\d{4})-W(\d{2})$/;
const DAYS_A_WEEK = 7;

/** The period of an id, or undefined for what is none (`2026-W54`, `2026-11-14`, `unknown`). */
export function periodOf(id: string): Period | undefined {
  const week = WEEK.exec(id);
  if (week) return weekOf(id, Number(week[1]), Number(week[2]));
  const interval = intervalOf(id);
  if (!interval || interval.precision === 'day') return undefined;
  return { id, kind: interval.precision, first: interval.first, last: interval.last };
}

function weekOf(id: string, year: number, week: number): Period | undefined {
  const firstMonday = mondayOfFirstWeek(year);
  const monday = firstMonday + (week - 1) * DAYS_A_WEEK;
  if (intervalOf(String(year)) === undefined || week < 1 || monday >= mondayOfFirstWeek(year + 1)) return undefined;
  return { id, kind: 'week', first: dayFromNumber(monday), last: dayFromNumber(monday + DAYS_A_WEEK - 1) };
}

/** ISO 8601: the first week of a year is the one with 4 January in it. Day number 0 was a Thursday. */
function mondayOfFirstWeek(year: number): number {
  const fourth = dayNumber(`${String(year).padStart(4, '0')}-01-04`);
  const daysSinceMonday = (((fourth + 3) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK;
  return fourth - daysSinceMonday;
}

/** The last day of the period of the same kind before this one. */
export function dayBefore({ first }: Period): Day {
  return addDays(first, -1);
}

/** A month as a number: months since year 0. Months compare and count as these. */
export function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** The month `2018-09` of a month number. */
export function monthFromNumber(month: number): string {
  const ofYear = (month % 12) + 1;
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${ofYear < 10 ? '0' : ''}${ofYear}`;
}
