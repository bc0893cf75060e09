import { derivedId, type Recorded } from '#kernel';
import type { Executor, Order } from './executor.ts';
import { rowOrder } from './reassigned-project.ts';
import {
  reassignmentStream,
  type ReassignmentEvent,
  type ReassignmentOrdered,
  type ReassignmentRow,
  type SkippedRow,
} from './reassignment/events.ts';
import { sideBySide } from './side-by-side.ts';
import { reassignmentSlice } from './slices.ts';

/** Enough for the log to take several rows in one write, and few enough that a command of somebody else waits for no more than these. */
const ROWS_AT_ONCE = 16;

export interface CarryOutOptions {
  readonly signal?: AbortSignal;
  /** Called for each project that has its events, or is left as it was. */
  readonly settled?: () => void;
}

/**
 * Carries out an order: every project gets its events under ids that follow from the order, on exactly the revision that
 * the order names. Killed in the middle it is completed by the next call, and several callers at once do no harm: a row
 * whose events are there is done, however the project went on since. The signal ends it between two rows. Throws what the
 * store throws; then the order stays open.
 */
export async function carryOut(
  executor: Executor,
  orderId: string,
  { signal, settled }: CarryOutOptions = {},
): Promise<void> {
  const streamId = reassignmentStream(orderId);
  const history = (await executor.history(streamId)) as readonly Recorded<ReassignmentEvent>[];
  const ordered = history.find((event) => event.type === 'ReassignmentOrdered');
  if (!ordered || history.some(({ type }) => type === 'ReassignmentCarriedOut')) return;
  const { rows } = ordered.data;
  const outcomes: (SkippedRow | undefined)[] = [];
  await sideBySide(
    rows,
    ROWS_AT_ONCE,
    async (row, i) => {
      outcomes[i] = await carryOutRow(executor, ordered, { orderId, row });
      settled?.();
    },
    signal,
  );
  if (signal?.aborted) return;
  const skipped = outcomes.filter((outcome) => outcome !== undefined);
  // Of two callers one is first; what the other one would have said of the same rows is not asked for any more.
  await executor.execute({
    slice: reassignmentSlice,
    streamId,
    command: { type: 'CarryOutReassignment', data: { skipped } },
    commandId: derivedId('reassignment', orderId, 'carried out'),
    ...causedBy(ordered),
  });
}

/**
 * What the events have in common with the order that they come from: who ordered it, what caused it, and the time at which
 * the order claims to have been filed, where it claims one.
 */
function causedBy({
  id,
  metadata,
}: Recorded): Pick<Order, 'actor' | 'source' | 'correlationId' | 'causationId' | 'filedAt'> {
  const { actor, source, correlationId, filedAt, filedAtClaimed } = metadata;
  return { actor, source, correlationId, causationId: id, ...(filedAtClaimed && { filedAt }) };
}

/** Undefined where the project has its events, else why it is left as it was. */
async function carryOutRow(
  executor: Executor,
  ordered: Recorded<ReassignmentOrdered>,
  { orderId, row }: { readonly orderId: string; readonly row: ReassignmentRow },
): Promise<SkippedRow | undefined> {
  const { projectId } = row;
  const outcome = await executor.execute({ ...rowOrder(orderId, row, ordered.data), ...causedBy(ordered) });
  switch (outcome.kind) {
    case 'accepted':
    case 'unchanged':
      return undefined;
    case 'refused':
      return { projectId, why: outcome.refusal.refused, params: outcome.refusal.params };
    case 'changedSince': {
      const params = { seen: row.revision, revision: String(outcome.revision) };
      return { projectId, why: 'ChangedSincePreview', params };
    }
    case 'keyReused':
      throw new Error(`project ${projectId} holds other events under the ids of order ${orderId}`);
  }
}
