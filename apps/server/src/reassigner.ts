import type { Logger } from 'pino';
import { ViewNotReady, type Views } from '#database';
import { carryOut, type Executor } from '#ledger';
import { openOrders, type ReassignmentTables } from '#views';
import type { Role } from './places.ts';

/** How often open orders are looked for: one look at an index. */
const LOOK_MS = 500;
/** After a failure of the store or the database, which take some time to come back. */
const AGAIN_MS = 5_000;

/** What carries out the orders that change the leaders of many projects. */
export interface Reassigner {
  /** How many projects of an order this process has settled since it took the order up. */
  settled(orderId: string): number;
  /** Ends between two projects; whoever looks next goes on. */
  stop(): Promise<void>;
}

interface Options {
  readonly role: Role;
  readonly executor: Executor;
  readonly views: Views;
  readonly logger: Logger;
}

/**
 * Carries out, in the background, every order that the view shows as open: new ones, and those that a process left when
 * it ended, whichever that was. Several processes may do so at once, because what they append is the same and the log
 * takes it once. A projector serves no commands and carries none out.
 */
export function startReassigner({ role, executor, views, logger }: Options): Reassigner {
  if (role === 'projector') return { settled: () => 0, stop: () => Promise.resolve() };
  const ending = new AbortController();
  const { signal } = ending;
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  let underWay: { readonly orderId: string; settled: number } | undefined;

  const look = async (): Promise<void> => {
    let failed = false;
    for (const orderId of await open(views)) {
      if (signal.aborted) return;
      try {
        const now = (underWay = { orderId, settled: 0 });
        await carryOut(executor, orderId, { signal, settled: () => now.settled++ });
      } catch (error) {
        failed = true;
        if (!signal.aborted) logger.error({ err: error, orderId }, 'a reassignment is not carried out yet');
      }
    }
    again(failed ? AGAIN_MS : LOOK_MS);
  };
  const again = (ms: number): void => {
    if (signal.aborted) return;
    timer = setTimeout(() => {
      last = look().catch((error: unknown) => {
        logger.error(error, 'open reassignments cannot be looked for');
        again(AGAIN_MS);
      });
    }, ms);
    timer.unref();
  };
  again(0);
  return {
    settled: (orderId) => (underWay?.orderId === orderId ? underWay.settled : 0),
    stop: () => {
      ending.abort();
      clearTimeout(timer);
      return last;
    },
  };
}

async function open(views: Views): Promise<string[]> {
  try {
    return await openOrders(views.reader<ReassignmentTables>('reassignments'));
  } catch (error) {
    if (error instanceof ViewNotReady) return [];
    throw error;
  }
}
