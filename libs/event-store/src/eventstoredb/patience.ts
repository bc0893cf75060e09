/** How long what is waited for. Milliseconds throughout. */
export interface Patience {
  /** The pause after the first failure, at most; it doubles with each further one, up to `pauseMax`, and is drawn from 0. */
  readonly pause: number;
  readonly pauseMax: number;
  /** One attempt of an append, and each message of a read. */
  readonly attempt: number;
  /** All attempts of one append; whether it was written is unknown after that. */
  readonly append: number;
  /** A read without a further event. */
  readonly read: number;
  /** The question for the last event, while it is plain what is wrong: who asks wants to know whether the log answers. */
  readonly last: number;
  /** All attempts at first; the last one may begin just before. */
  readonly open: number;
  /** The pause before a subscription is made again, doubling likewise. */
  readonly resubscribe: number;
  readonly resubscribeMax: number;
  /** A subscription without a message; then the log is asked whether there should have been one. */
  readonly silence: number;
  /** From the answer that there should have been one until the subscription is given up. */
  readonly grace: number;
}

export const PATIENCE: Patience = {
  pause: 50,
  pauseMax: 2_000,
  attempt: 5_000,
  append: 30_000,
  read: 10_000,
  last: 1_500,
  open: 6_000,
  resubscribe: 100,
  resubscribeMax: 10_000,
  silence: 60_000,
  grace: 5_000,
};

/** The passing of time, so that a test need not wait for it. */
export interface Timers {
  /** Milliseconds of a clock that only goes forwards. */
  now(): number;
  /** Runs something later, unless the answer is called before. */
  after(ms: number, run: () => void): () => void;
}

export const REAL_TIMERS: Timers = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Rejects with `late()` unless the promise is settled in time; what becomes of the promise then, nobody asks. */
export function within<T>(timers: Timers, ms: number, promise: Promise<T>, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = timers.after(ms, () => reject(late()));
    promise.then(
      (value) => {
        cancel();
        resolve(value);
      },
      (error: unknown) => {
        cancel();
        reject(error as Error);
      },
    );
  });
}

/** Resolves after the time, or at once on the signal. */
export function pause(timers: Timers, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      cancel();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const cancel = timers.after(ms, end);
    signal.addEventListener('abort', end);
  });
}

/** Pauses that grow, each drawn from the whole range below its bound, so that many who failed together do not return together. */
export class Backoff {
  readonly #first: number;
  readonly #max: number;
  readonly #random: () => number;
  #failures = 0;

  constructor(first: number, max: number, random: () => number = Math.random) {
    this.#first = first;
    this.#max = max;
    this.#random = random;
  }

  next(): number {
    return this.#random() * Math.min(this.#max, this.#first * 2 ** this.#failures++);
  }

  reset(): void {
    this.#failures = 0;
  }
}
