import type { DispatchQuery } from './asked.ts';
import { moved, slipped } from './changes.ts';
import { moneyAgainstPlan } from './money-against-plan.ts';
import { overdueByLeaderQuery } from './overdue-by-leader.ts';
import { silentUnits } from './silent-units.ts';
import { stageCounts } from './stage-counts.ts';
import { signedNotStarted, startedNotProducing } from './waiting.ts';

export type { DispatchQuery } from './asked.ts';

/** The queries of weekly dispatch, in the order of a sheet. The list, the routes and the reference page are made from these. */
export const DISPATCH_QUERIES: readonly DispatchQuery[] = [
  stageCounts,
  moved,
  slipped,
  overdueByLeaderQuery,
  signedNotStarted,
  startedNotProducing,
  silentUnits,
  moneyAgainstPlan,
];

export function dispatchQuery(name: string): DispatchQuery | undefined {
  return DISPATCH_QUERIES.find((query) => query.name === name);
}
