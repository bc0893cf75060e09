import { setTimeout as delay } from 'node:timers/promises';
import type { Storage, ViewPlace } from './connection.ts';
import type { Version } from './version.ts';

/** Versions that nobody is to ask any more: dropped once no reader can be doing so. */
export class Retired {
  private readonly storage: Storage;
  private readonly graceMs: number;
  private readonly ending: AbortSignal;
  private readonly onError: (error: unknown) => void;
  private dropped: Promise<unknown> = Promise.resolve();

  constructor(storage: Storage, options: { graceMs: number; ending: AbortSignal; onError: (error: unknown) => void }) {
    this.storage = storage;
    this.graceMs = options.graceMs;
    this.ending = options.ending;
    this.onError = options.onError;
  }

  /** Closes what was replaced, and drops its place. Closing may wait for the thread aside; nobody waits for this. */
  add(places: readonly ViewPlace[], replaced: readonly Version[] = []): void {
    this.dropped = Promise.all([this.dropped, this.drop(places, replaced)]).catch(this.onError);
  }

  /** When the projector has ended: what is still there is dropped by the next one. */
  async settled(): Promise<void> {
    await this.dropped;
  }

  private async drop(places: readonly ViewPlace[], replaced: readonly Version[]): Promise<void> {
    for (const version of replaced) await version.close();
    if (this.graceMs > 0) {
      await delay(this.graceMs, undefined, { signal: this.ending }).catch(() => undefined);
      if (this.ending.aborted) return;
    }
    for (const place of places) await this.storage.drop(place);
  }
}
