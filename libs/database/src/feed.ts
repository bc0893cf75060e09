import { setTimeout as delay } from 'node:timers/promises';
import type { EventStore } from '#event-store';
import type { StoredEvent } from '#kernel';
import { Trouble } from './trouble.ts';

/** Events that wait; the subscription pauses while there are more. */
const WAITING_MAX = 5_000;
const RETRY_MS = 500;

/** What the log delivers, waiting to be taken in batches: projecting runs at its own pace. */
export class Feed {
  readonly trouble = new Trouble();
  private waiting: StoredEvent[] = [];
  private after: bigint | undefined;
  private wake = Promise.withResolvers<void>();
  private room = Promise.withResolvers<void>();
  private atEnd = false;
  private ended = false;
  private readonly log: EventStore;
  private readonly onError: (error: unknown) => void;

  constructor(log: EventStore, after: bigint | undefined, onError: (error: unknown) => void) {
    this.log = log;
    this.after = after;
    this.onError = onError;
  }

  /** Whether it has once delivered everything there was. */
  get caughtUpOnce(): boolean {
    return this.atEnd;
  }

  /** Whether everything that was in the log when the feed began has been delivered, and taken. */
  get caughtUp(): boolean {
    return this.atEnd && this.waiting.length === 0;
  }

  /** The next events; they stay until they are dropped, so a batch that failed comes again. */
  peek(max: number): readonly StoredEvent[] {
    return this.waiting.length <= max ? this.waiting : this.waiting.slice(0, max);
  }

  drop(count: number): void {
    this.waiting = this.waiting.slice(count);
    if (this.waiting.length < WAITING_MAX) this.room.resolve();
  }

  /** Ends a wait for something new. */
  stir(): void {
    this.wake.resolve();
  }

  /** Resolves when there may be something new, and at once after the end. */
  async changed(): Promise<void> {
    if (this.ended) return;
    await this.wake.promise;
    this.wake = Promise.withResolvers();
  }

  /** Subscribes until the signal; a subscription that ends by itself is made again after the last event it gave. */
  async run(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.settle(), { once: true });
    while (!signal.aborted) {
      try {
        await this.pump(signal);
      } catch (error) {
        if (signal.aborted) return;
        this.trouble.failed(error);
        this.onError(error);
      }
      if (!signal.aborted) await delay(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async pump(signal: AbortSignal): Promise<void> {
    const from = this.after === undefined ? {} : { after: this.after };
    for await (const message of this.log.subscribe({ ...from, signal })) {
      if (signal.aborted) return;
      this.trouble.over();
      if (message.kind === 'caughtUp') this.atEnd = true;
      if (message.kind === 'event') {
        this.waiting.push(message.event);
        this.after = message.event.position;
      }
      if (message.kind !== 'checkpoint') this.wake.resolve();
      if (this.waiting.length >= WAITING_MAX) {
        this.room = Promise.withResolvers();
        await this.room.promise;
      }
    }
  }

  private settle(): void {
    this.ended = true;
    this.wake.resolve();
    this.room.resolve();
  }
}
