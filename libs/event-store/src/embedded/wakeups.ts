import { BroadcastChannel } from 'node:worker_threads';

/**
 * Tells the subscriptions of one store that the log may have grown: at once for commits in this process, whatever thread
 * made them, and by asking SQLite every few milliseconds for those of other processes. Costs nothing while nobody waits.
 */
export class Wakeups {
  readonly #sleepers = new Set<Sleeper>();
  readonly #channelName: string;
  readonly #dataVersion: () => bigint;
  readonly #pollMs: number;
  #channel: BroadcastChannel | undefined;
  #poll: NodeJS.Timeout | undefined;

  constructor(channelName: string, dataVersion: () => bigint, pollMs: number) {
    this.#channelName = channelName;
    this.#dataVersion = dataVersion;
    this.#pollMs = pollMs;
  }

  /** Join before reading: a commit after the read then leaves a mark, and {@link Sleeper.sleep} returns at once. */
  join(): Sleeper {
    if (this.#sleepers.size === 0) this.#listen();
    const sleeper = new Sleeper();
    this.#sleepers.add(sleeper);
    return sleeper;
  }

  leave(sleeper: Sleeper): void {
    this.#sleepers.delete(sleeper);
    if (this.#sleepers.size === 0) this.stop();
  }

  /** Listens and asks no more, also where a consumer has not let go of its subscription. */
  stop(): void {
    this.#channel?.close();
    clearInterval(this.#poll);
    this.#channel = this.#poll = undefined;
  }

  wakeAll(): void {
    for (const sleeper of this.#sleepers) sleeper.wake();
  }

  #listen(): void {
    this.#channel = new BroadcastChannel(this.#channelName);
    this.#channel.onmessage = () => this.wakeAll();
    this.#channel.unref();
    let seen = this.#dataVersion();
    this.#poll = setInterval(() => {
      const version = this.#dataVersion();
      if (version !== seen) this.wakeAll();
      seen = version;
    }, this.#pollMs);
    this.#poll.unref();
  }
}

/** One waiting subscription. */
export class Sleeper {
  #woken = false;
  #rise: (() => void) | undefined;

  readonly wake = (): void => {
    this.#woken = true;
    this.#rise?.();
  };

  /** Until the next wake-up, or the one since the last sleep. */
  async sleep(): Promise<void> {
    if (!this.#woken) await new Promise<void>((resolve) => (this.#rise = resolve));
    this.#rise = undefined;
    this.#woken = false;
  }
}
