import { setTimeout as delay } from 'node:timers/promises';
import type { ViewStatus } from '#database';
import { VIEWS } from '#views';

const LOOK_MS = 10;

/** Whether every view of this program has a version that answers queries. */
function allServe(status: readonly ViewStatus[]): boolean {
  const serving = new Set(status.filter((one) => one.serving).map(({ view }) => view));
  return VIEWS.every(({ name }) => serving.has(name));
}

/** Resolves true once every view answers queries, false after `ms`. */
export async function builtWithin(ms: number, status: () => readonly ViewStatus[]): Promise<boolean> {
  for (const end = performance.now() + ms; performance.now() < end; await delay(LOOK_MS)) {
    if (allServe(status())) return true;
  }
  return allServe(status());
}
