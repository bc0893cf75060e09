import { firstDay, lastDay, type Day, type FactDate } from '#kernel';

/** The first day of the month that begins `months` after the one of a day. */
export function monthAfter(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}

/** The month of a day, as a date of that precision. */
export const monthOf = (day: Day): FactDate => day.slice(0, 7);

/** The last day of the month of a day. */
export const endOfMonth = (day: Day): Day => lastDay(monthOf(day)) as Day;

/** A day said less precisely, as people do who do not remember it. */
export function blurred(day: Day, precision: 'tenDays' | 'month' | 'quarter' | 'year'): FactDate {
  const dayOfMonth = Number(day.slice(8, 10));
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  switch (precision) {
    case 'tenDays':
      return `${monthOf(day)}-T${dayOfMonth <= 10 ? 1 : dayOfMonth <= 20 ? 2 : 3}`;
    case 'month':
      return monthOf(day);
    case 'quarter':
      return `${day.slice(0, 4)}-Q${quarter}`;
    case 'year':
      return day.slice(0, 4);
  }
}

/** The months from the one of `first` to the one of `last`, each by its first day. */
export function monthsBetween(first: Day, last: Day): Day[] {
  const months: Day[] = [];
  for (let month = firstDay(monthOf(first)) as Day; month <= last; month = monthAfter(month, 1)) months.push(month);
  return months;
}

export const later = (a: Day, b: Day): Day => (a > b ? a : b);
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
