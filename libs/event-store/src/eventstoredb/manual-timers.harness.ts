import type { Timers } from './patience.ts';

/** Time that passes when a test says so. */
export class ManualTimers implements Timers {
  readonly #waiting = new Map<symbol, { readonly at: number; readonly run: () => void }>();
  #now = 0;

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const key = Symbol();
    this.#waiting.set(key, { at: this.#now + ms, run });
    return () => this.#waiting.delete(key);
  }

  /** The times that are still waited for, from now on, the next first. */
  get ahead(): readonly number[] {
    return [...this.#waiting.values()].map(({ at }) => at - this.#now).toSorted((one, two) => one - two);
  }

  pass(ms: number): void {
    this.#now += ms;
    const due = [...this.#waiting]
      .filter(([, { at }]) => at <= this.#now)
      .toSorted(([, one], [, two]) => one.at - two.at);
    for (const [key, { run }] of due) if (this.#waiting.delete(key)) run();
  }
}
