import { addDays, isDay, type Day } from '#kernel/dates';
import type { From } from './addresses.ts';

const DAYS_BACK = 7;

/** The day that the change is counted from: the one chosen where it lies before the day judged, else a week before. */
export function sinceDay(chosen: string | undefined, day: Day): Day {
  return chosen !== undefined && isDay(chosen) && chosen < day ? chosen : addDays(day, -DAYS_BACK);
}

/**
 * Both clocks at the end of `since`, so that what happened and what was only learned come apart. Where the log had not begun
 * by then, or the page itself stands on knowledge no later than that, only the business day is moved.
 */
export function fromSince(since: Day, log: { readonly first: Day | undefined; readonly last: Day | undefined }): From {
  const reaches = log.first !== undefined && log.last !== undefined && log.first <= since && since < log.last;
  return { ...(reaches && { fromKnownAt: since }), fromEffectiveOn: since };
}
