import { dayNumber, dayOf, type Day } from '#kernel';

/** The business day an answer stands on: the one asked for, else today in Shanghai. */
export interface AsOfDay {
  readonly day: Day;
  readonly number: number;
  readonly year: number;
}

/** `now` in epoch milliseconds. */
export function asOfDay(effectiveOn: Day | undefined, now: number): AsOfDay {
  const day = effectiveOn ?? dayOf(new Date(now).toISOString());
  return { day, number: dayNumber(day), year: Number(day.slice(0, 4)) };
}
