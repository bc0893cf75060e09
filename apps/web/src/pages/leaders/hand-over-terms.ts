import { isFactDate } from '#kernel/dates';
import type { PreviewBody } from './preview.ts';

/** What is typed to hand projects over. */
export interface Terms {
  readonly to?: string;
  readonly from?: string;
  readonly doc?: string;
  readonly reason?: string;
  /** Absent: all of them. */
  readonly projectIds?: readonly string[];
}

export interface HeldBriefly {
  readonly id: string;
  readonly name: string;
}

export const missingIn = ({ to, from, reason, projectIds }: Terms): readonly ('to' | 'from' | 'reason' | 'which')[] => [
  ...(to ? [] : (['to'] as const)),
  // What cannot be read as a date is kept as it was typed.
  ...(isFactDate(from) ? [] : (['from'] as const)),
  ...(reason?.trim() ? [] : (['reason'] as const)),
  ...(projectIds?.length === 0 ? (['which'] as const) : []),
];

/** What is asked of the server; of nobody's projects each is a row of its own. Undefined while something is missing. */
export function previewOf(
  holderId: string | undefined,
  terms: Terms,
  held: readonly HeldBriefly[],
): PreviewBody | undefined {
  const { to, from, doc, reason, projectIds } = terms;
  if (to === undefined || from === undefined || missingIn(terms).length > 0) return undefined;
  const grounds = { from, ...(reason && { reason: reason.trim() }), ...(doc?.trim() && { doc: doc.trim() }) };
  if (holderId === undefined) {
    const ids = projectIds ?? held.map(({ id }) => id);
    return { ...grounds, rows: ids.map((projectId) => ({ projectId, personId: to, lead: true })) };
  }
  return { ...grounds, fromPersonId: holderId, toPersonId: to, ...(projectIds && { projectIds: [...projectIds] }) };
}
