import { addDays, type Day } from '#kernel/dates';

/** A day that people ask for by name: what is known, or was so, at its end. */
type QuickDay = 'weekAgo' | 'endOfMonth' | 'endOfQuarter' | 'endOfYear';

const MONTHS_IN_QUARTER = 3;
const WEEK = 7;

const monthBegin = (year: number, month: number): Day => `${year}-${String(month).padStart(2, '0')}-01`;

/** The days that a person is likely to look back to, seen from `today`. */
export function quickDays(today: Day): readonly { readonly key: QuickDay; readonly day: Day }[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const quarterMonth = month - ((month - 1) % MONTHS_IN_QUARTER);
  return [
    { key: 'weekAgo', day: addDays(today, -WEEK) },
    { key: 'endOfMonth', day: addDays(monthBegin(year, month), -1) },
    { key: 'endOfQuarter', day: addDays(monthBegin(year, quarterMonth), -1) },
    { key: 'endOfYear', day: addDays(monthBegin(year, 1), -1) },
  ];
}

/** An instant as an input of local time holds it, on the clocks of Shanghai: `2026-05-12T09:30:15`. */
export function toLocal(instant: string): string {
  const shifted = new Date(Date.parse(instant) + SHANGHAI_MS);
  return shifted.toISOString().slice(0, LOCAL_LENGTH);
}

/** And back: an instant that names its offset. */
export function fromLocal(local: string): string {
  return `${local.length === MINUTES_LENGTH ? `${local}:00` : local}+08:00`;
}

const SHANGHAI_MS = 8 * 3_600_000;
const LOCAL_LENGTH = '2026-05-12T09:30:15'.length;
const MINUTES_LENGTH = '2026-05-12T09:30'.length;
