import { DatabaseUnavailable, ViewNotReady } from './errors.ts';

/** How far a view is, and whether it stands still there. */
export interface Reach {
  readonly position: bigint;
  readonly stopped?: boolean;
}

interface Waiter {
  readonly position: bigint;
  readonly done: (seen: boolean) => void;
  readonly failed: (error: unknown) => void;
  looked: boolean;
  late: boolean;
}

/** Everybody who waits for one view: they share each look at its progress, after news and now and then without. */
export class Watch {
  private readonly look: () => Promise<Reach>;
  private readonly pollMs: number;
  private readonly waiting = new Set<Waiter>();
  private looking = false;
  private again = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(look: () => Promise<Reach>, pollMs: number) {
    this.look = look;
    this.pollMs = pollMs;
  }

  /** Whether the position is reached in time; it is looked at once in any case. What stands still is not waited for. */
  async reaches(position: bigint, timeoutMs: number): Promise<boolean> {
    const { promise, resolve: done, reject: failed } = Promise.withResolvers<boolean>();
    const waiter: Waiter = { position, done, failed, looked: false, late: false };
    this.waiting.add(waiter);
    const timer = setTimeout(() => {
      waiter.late = true;
      if (waiter.looked) done(false);
    }, timeoutMs);
    this.wake();
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.waiting.delete(waiter);
      if (!this.waiting.size) clearTimeout(this.timer);
    }
  }

  /** The view may have moved. */
  wake(): void {
    if (!this.waiting.size) return;
    if (this.looking) this.again = true;
    else void this.round();
  }

  /** Nobody waits any longer. */
  close(): void {
    clearTimeout(this.timer);
    for (const { done } of this.waiting) done(false);
  }

  private async round(): Promise<void> {
    clearTimeout(this.timer);
    this.looking = true;
    const asking = [...this.waiting];
    try {
      const reached = await this.look();
      for (const { position, done } of asking) {
        if (position <= reached.position) done(true);
        else if (reached.stopped) done(false);
      }
    } catch (error) {
      // A database that does not answer may do so in time.
      if (!(error instanceof ViewNotReady || error instanceof DatabaseUnavailable)) {
        for (const { failed } of asking) failed(error);
      }
    }
    for (const waiter of asking) {
      waiter.looked = true;
      if (waiter.late) waiter.done(false);
    }
    this.looking = false;
    const again = this.again;
    this.again = false;
    if (again) this.wake();
    else if (this.waiting.size) this.timer = setTimeout(() => this.wake(), this.pollMs);
  }
}
