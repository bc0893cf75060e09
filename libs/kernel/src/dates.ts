import type { Texts } from './refusals.ts';

/**
 * A business date with the precision it was reported in; the text itself carries the precision:
 * `2018-05-12` (day), `2018-05-T1` (ten-day period 上旬, T2 中旬, T3 下旬), `2018-05` (month), `2018-Q2` (quarter),
 * `2018` (year), `unknown`. A year is a year and never its first of January.
 */
export type FactDate = string;

/** A calendar day in Asia/Shanghai, `2018-05-12`. Days compare as text. */
export type Day = string;

/** An instant in UTC, `2018-05-12T04:00:00.000Z`. Instants of this form compare as text. */
export type Instant = string;

export type Precision = 'day' | 'tenDays' | 'month' | 'quarter' | 'year' | 'unknown';

/** First and last day of a date, both inclusive. */
export interface Interval {
  readonly precision: Exclude<Precision, 'unknown'>;
  readonly first: Day;
  readonly last: Day;
}

const PATTERN = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(?:T([1-3])|(\d{2})))?))?$/;
const YEAR_MIN = 1900;
const YEAR_MAX = 2199;
const INTERVALS_KEPT_MAX = 20_000;
const intervals = new Map<string, Interval | undefined>();

/** The days a date spans, or undefined for `unknown` and for what is no date (`2018-02-30`, `2018-13`, `1899`, `2018-5`). */
export function intervalOf(date: FactDate): Interval | undefined {
  const known = intervals.get(date);
  if (known !== undefined) return known;
  const interval = spanned(date);
  if (interval && intervals.size < INTERVALS_KEPT_MAX) intervals.set(date, interval);
  return interval;
}

function spanned(date: FactDate): Interval | undefined {
  const match = PATTERN.exec(date);
  if (!match) return undefined;
  const [, yyyy = '', quarter, mm, tenDays, dd] = match;
  const year = Number(yyyy);
  if (year < YEAR_MIN || year > YEAR_MAX) return undefined;
  if (quarter) {
    const end = Number(quarter) * 3;
    return { precision: 'quarter', first: day(year, end - 2, 1), last: day(year, end, daysInMonth(year, end)) };
  }
  if (!mm) return { precision: 'year', first: day(year, 1, 1), last: day(year, 12, 31) };
  const month = Number(mm);
  if (month < 1 || month > 12) return undefined;
  const days = daysInMonth(year, month);
  if (tenDays) {
    const first = Number(tenDays) * 10 - 9;
    return {
      precision: 'tenDays',
      first: day(year, month, first),
      last: day(year, month, first === 21 ? days : first + 9),
    };
  }
  if (!dd) return { precision: 'month', first: day(year, month, 1), last: day(year, month, days) };
  if (Number(dd) < 1 || Number(dd) > days) return undefined;
  return { precision: 'day', first: date, last: date };
}

/** Whether a text is a date of the ledger, `unknown` included. */
export function isFactDate(text: unknown): text is FactDate {
  return typeof text === 'string' && (text === 'unknown' || intervalOf(text) !== undefined);
}

/** Whether a text is a calendar day. */
export function isDay(text: unknown): text is Day {
  return typeof text === 'string' && intervalOf(text)?.precision === 'day';
}

export function precisionOf(date: FactDate): Precision {
  return intervalOf(date)?.precision ?? 'unknown';
}

/** First day of a date; undefined for `unknown`. */
export function firstDay(date: FactDate): Day | undefined {
  return intervalOf(date)?.first;
}

/** Last day of a date; undefined for `unknown`. */
export function lastDay(date: FactDate): Day | undefined {
  return intervalOf(date)?.last;
}

/** Whether `inner` lies inside `outer` and says more than it: 2018-05 within 2018. Nothing lies within `unknown`. */
export function narrows(inner: FactDate, outer: FactDate): boolean {
  const a = intervalOf(inner);
  const b = intervalOf(outer);
  return a !== undefined && b !== undefined && inner !== outer && a.first >= b.first && a.last <= b.last;
}

/** The instant of a number of milliseconds since 1970. */
export function instantOf(epochMs: number): Instant {
  // eslint-disable-next-line no-restricted-globals -- a function of its argument: the clock is not read
  return new Date(epochMs).toISOString();
}

/** The day in Shanghai on which an instant falls (UTC+8 without summer time since 1991-09-15, tz database). */
export function dayOf(instant: Instant): Day {
  const date = instant.slice(0, 10);
  return instant.slice(11, 13) < '16' ? date : addDays(date, 1);
}

/** Days since 1970-01-01; negative before it. */
export function dayNumber(date: Day): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  // Days of a proleptic Gregorian date, the year starting in March (H. Hinnant, "chrono-compatible low-level date algorithms").
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** The day of a day number. */
export function dayFromNumber(number: number): Day {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return day(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * mp + 2) / 5) + 1);
}

export function addDays(date: Day, days: number): Day {
  return dayFromNumber(dayNumber(date) + days);
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

export function earlierDay(a: Day, b: Day): Day {
  return a < b ? a : b;
}

export function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The date as a Chinese reader writes it: 2018年5月上旬. */
export function dateInChinese(date: FactDate): string {
  const match = PATTERN.exec(date);
  if (!match) return '日期不详';
  const [, year, quarter, month, tenDays, dd] = match;
  if (quarter) return `${year}年第${'一二三四'[Number(quarter) - 1]}季度`;
  if (!month) return `${year}年`;
  const part = tenDays ? ['上旬', '中旬', '下旬'][Number(tenDays) - 1] : dd ? `${Number(dd)}日` : '';
  return `${year}年${Number(month)}月${part}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const TEN_DAYS = ['early ', 'mid-', 'late '];

/** `early May 2018`, `Q2 2018`, `12 May 2018`: a date as what it is. */
export function dateInEnglish(date: FactDate): string {
  const match = PATTERN.exec(date);
  if (!match) return 'date unknown';
  const [, year, quarter, month, tenDays, dd] = match;
  if (quarter) return `Q${quarter} ${year}`;
  if (!month) return String(year);
  const named = `${MONTHS[Number(month) - 1]} ${year}`;
  return tenDays ? `${TEN_DAYS[Number(tenDays) - 1]}${named}` : dd ? `${Number(dd)} ${named}` : named;
}

/** A date as one writes it, in the languages of the screen. */
export function dateTexts(date: FactDate): Texts {
  return { zh: dateInChinese(date), en: dateInEnglish(date) };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function day(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}
