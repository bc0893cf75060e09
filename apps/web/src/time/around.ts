import { dayOf } from '#kernel/dates';
import type { Point } from './point.ts';

interface Recorded {
  readonly seq: number;
  readonly filedAt: string;
  readonly recordedAt: string;
}

/**
 * The points right before and right after an event. What was imported was recorded long after it was filed: it is judged on
 * the day it was filed, so that one sees what people could see then.
 */
export function around({ seq, filedAt, recordedAt }: Recorded): {
  readonly before: Point | undefined;
  readonly after: Point;
} {
  const filed = dayOf(filedAt);
  const judged = filed === dayOf(recordedAt) ? {} : { effectiveOn: filed };
  return {
    before: seq > 1 ? { knownAt: String(seq - 1), ...judged } : undefined,
    after: { knownAt: String(seq), ...judged },
  };
}
