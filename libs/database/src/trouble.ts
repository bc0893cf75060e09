/** What stands in the way of a work that is tried again, for how long by now, and how often it has failed. */
export interface TroubleStatus {
  readonly forMs: number;
  readonly times: number;
  readonly message: string;
}

/**
 * Trouble that may pass by itself: a full disk, a lock that another holds. One failure means little, so it keeps in mind
 * since when nothing has gone well.
 */
export class Trouble {
  private since: number | undefined;
  private times = 0;
  private message = '';

  get status(): TroubleStatus | undefined {
    if (this.since === undefined) return undefined;
    return { forMs: Math.round(performance.now() - this.since), times: this.times, message: this.message };
  }

  over(): void {
    this.since = undefined;
    this.times = 0;
  }

  /** `began` is when the attempt began: it may have waited long for a lock. */
  failed(error: unknown, began = performance.now()): void {
    this.since ??= began;
    this.times++;
    this.message = messageOf(error);
  }

  /** Does the work and keeps in mind how it went: whether it failed, or `moved` something. */
  async during<T>(work: () => Promise<T>, moved: () => boolean = () => true): Promise<T> {
    const began = performance.now();
    try {
      const result = await work();
      if (moved()) this.over();
      return result;
    } catch (error) {
      this.failed(error, began);
      throw error;
    }
  }
}

/** What an error says, whichever library or thread it was made in; anything can be thrown. */
export function messageOf(error: unknown): string {
  const { message } = (error ?? {}) as { readonly message?: unknown };
  return typeof message === 'string' ? message : String(error);
}
