import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { droppedFrame, FAREWELL, GREETING, HEARTBEAT, type DropReason, type Entry } from './entry.ts';
import { wants, wantsAll, type FeedFilter } from './filter.ts';
import { PORTION_BYTES_MAX } from './limits.ts';
import type { FeedPage } from './page.ts';
import type { Ring } from './ring.ts';

/** After a look at the log that found nothing new, though there is something. */
const AGAIN_MS = 100;

/** Where a reader begins, and what it wants. */
export interface FeedWish {
  /** Exclusive. */
  readonly after: bigint;
  readonly filter: FeedFilter;
  /** Whether the reader named this position itself, so that it need not be told. */
  readonly known: boolean;
}

/** What a reader needs of the feed. */
export interface Surroundings {
  readonly readerBytesMax: number;
  ring(): Promise<Ring>;
  page(after: bigint, filter: FeedFilter, signal: AbortSignal): Promise<FeedPage>;
  idFrame(position: bigint): Buffer;
  dropped(reason: DropReason): void;
  failed(error: unknown): void;
}

/** Events that follow each other, with their frames in one piece for whoever wants them all. */
export interface Portion {
  /** At least one. */
  readonly entries: readonly Entry[];
  readonly whole: Buffer;
}

/**
 * One reader of the feed. It catches up in pages of the log, then from what is kept in memory, each only after the one before
 * was taken; then it is live, and written to as events come. When too much waits for it, it is behind again; when the memory
 * has passed it by meanwhile, it is dropped.
 */
export class Reader {
  private readonly sink: Writable;
  private readonly filter: FeedFilter | undefined;
  private readonly around: Surroundings;
  private readonly gone = new AbortController();
  private state: 'behind' | 'live' | 'ended' = 'behind';
  private wasLive = false;
  /** Everything up to here was written or is not wanted. */
  private position: bigint;
  /** The last position that the reader can resume from by what it was sent. */
  private told: bigint | undefined;
  private written = 0;
  private takenBefore = -1;

  constructor(sink: Writable, { after, filter, known }: FeedWish, around: Surroundings) {
    this.sink = sink;
    this.filter = wantsAll(filter) ? undefined : filter;
    this.around = around;
    this.position = after;
    this.told = known ? after : undefined;
    sink.on('error', () => this.leave());
    sink.once('close', () => this.leave());
    this.write(GREETING);
    void this.catchUp();
  }

  /** Bytes that wait for the reader in this process. */
  get waiting(): number {
    return this.sink.writableLength;
  }

  /** New events, for a reader that has everything before them. */
  offer({ entries, whole }: Portion): void {
    if (this.state !== 'live') return;
    if (!this.filter && this.position < (entries[0] as Entry).position) {
      this.position = (entries.at(-1) as Entry).position;
      this.write(whole, this.position);
    } else {
      this.take(entries);
    }
    if (this.waiting < this.around.readerBytesMax) return;
    this.state = 'behind';
    void this.catchUp();
  }

  /** The memory has moved on: a reader that still has not taken what it was sent is let go. */
  passedBy(ring: Ring): void {
    if (this.wasLive && this.state === 'behind' && !ring.reaches(this.position)) this.drop('slow');
  }

  /** Now and then: tells a reader that the server is there, and how far it is; lets go one that takes nothing. */
  beat(): void {
    if (this.state === 'ended') return void this.sink.destroy();
    const { waiting } = this;
    const taken = this.written - waiting;
    const stalled = waiting > 0 && taken <= this.takenBefore;
    this.takenBefore = waiting > 0 ? taken : -1;
    if (stalled) this.drop('stalled');
    else if (waiting === 0 && !this.tellPosition()) this.write(HEARTBEAT);
  }

  /** Ends the stream once the reader has taken what waits for it. */
  end(last: Buffer = FAREWELL): void {
    if (this.state === 'ended') return;
    this.state = 'ended';
    this.gone.abort();
    this.sink.end(last);
  }

  /** Ends it as it is. */
  cut(): void {
    this.sink.destroy();
  }

  private async catchUp(): Promise<void> {
    const { signal } = this.gone;
    try {
      const ring = await this.around.ring();
      while (!signal.aborted) {
        if (this.sink.writableNeedDrain) await once(this.sink, 'drain', { signal });
        if (ring.reaches(this.position)) {
          const recent = ring.since(this.position, PORTION_BYTES_MAX);
          if (recent.length === 0) return this.goLive(ring);
          this.take(recent);
        } else if (this.wasLive) {
          return this.drop('slow');
        } else {
          await this.nextPage(signal);
        }
      }
    } catch (error) {
      if (signal.aborted) return;
      this.around.failed(error);
      this.end();
    }
  }

  private async nextPage(signal: AbortSignal): Promise<void> {
    const { entries, upTo } = await this.around.page(this.position, this.filter ?? {}, signal);
    if (signal.aborted) return;
    if (upTo === this.position) await delay(AGAIN_MS, undefined, { signal });
    this.take(entries);
    this.position = upTo;
  }

  private goLive(ring: Ring): void {
    this.state = 'live';
    this.wasLive = true;
    if (ring.head > this.position) this.position = ring.head;
    this.tellPosition();
  }

  private take(entries: readonly Entry[]): void {
    for (const entry of entries) {
      if (entry.position <= this.position) continue;
      this.position = entry.position;
      if (!this.filter || wants(this.filter, entry)) this.write(entry.frame, entry.position);
    }
  }

  private tellPosition(): boolean {
    if (this.told !== undefined && this.position <= this.told) return false;
    this.write(this.around.idFrame(this.position), this.position);
    return true;
  }

  private write(frame: Buffer, upTo?: bigint): void {
    this.written += frame.length;
    this.told = upTo ?? this.told;
    this.sink.write(frame);
  }

  private drop(reason: DropReason): void {
    if (this.state === 'ended') return;
    this.around.dropped(reason);
    this.end(droppedFrame(reason));
  }

  private leave(): void {
    this.state = 'ended';
    this.gone.abort();
  }
}
