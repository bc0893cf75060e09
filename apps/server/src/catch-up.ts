import { setTimeout as delay } from 'node:timers/promises';
import type { ViewStatus } from '#database';
import { VIEWS } from '#views';

const LOOK_MS = 10;

/**
 * What a process has to wait for when it starts: until each view answers, and has seen what was in the log then, it knows
 * less than was acknowledged before. Once a view has come so far it counts as there for good: what comes later is its lag.
 */
export class CatchUp {
  private readonly end: bigint | undefined;
  private readonly waiting: Set<string>;

  /** `end`: where the last event stood when the process started, undefined where there was none. */
  constructor(end: bigint | undefined, views: readonly string[] = VIEWS.map(({ name }) => name)) {
    this.end = end;
    this.waiting = new Set(views);
  }

  /** The views that are not there yet. One that has stopped at an event is not waited for. */
  behind(status: readonly ViewStatus[]): ReadonlySet<string> {
    for (const { view, serving, state, position } of status) {
      if (serving && (state === 'stopped' || this.end === undefined || position >= this.end)) this.waiting.delete(view);
    }
    return this.waiting;
  }

  /** Resolves true once no view is behind, false after `ms`. */
  async over(ms: number, status: () => readonly ViewStatus[]): Promise<boolean> {
    for (const until = performance.now() + ms; performance.now() < until; await delay(LOOK_MS)) {
      if (this.behind(status()).size === 0) return true;
    }
    return this.behind(status()).size === 0;
  }
}
