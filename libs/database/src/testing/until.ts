import { setImmediate as nextTurn } from 'node:timers/promises';

export { nextTurn };

/** Lets everything else run until the condition holds; the test's own time limit ends a wait in vain. */
export async function until(holds: () => boolean | undefined | Promise<boolean | undefined>): Promise<void> {
  while (!(await holds())) await nextTurn();
}
