import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Projector } from '../projector.ts';

export { nextTurn };

/** Lets everything else run until the condition holds; the test's own time limit ends a wait in vain. */
export async function until(holds: () => boolean | undefined | Promise<boolean | undefined>): Promise<void> {
  while (!(await holds())) await nextTurn();
}

/** Until every view follows the log and answers: it is live a moment before it is served. */
export async function untilLive(projector: Pick<Projector, 'status'> | undefined): Promise<void> {
  await until(() => projector?.status().every(({ state, serving }) => state === 'live' && serving));
}
