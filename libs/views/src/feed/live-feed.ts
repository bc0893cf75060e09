import type { Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { problem } from '#http';
import { idFrame, type DropReason, type Entry } from './entry.ts';
import type { FeedFilter } from './filter.ts';
import { Gate } from './gate.ts';
import {
  FAREWELL_MS_MAX,
  FEED_LIMITS,
  HEARTBEAT_MS,
  PAGES_AT_ONCE_MAX,
  PORTION_BYTES_MAX,
  type FeedLimits,
} from './limits.ts';
import { feedPage } from './page.ts';
import { Reader, type FeedWish, type Portion, type Surroundings } from './reader.ts';
import type { Ring } from './ring.ts';
import type { FeedSource } from './source.ts';
import { Upstream } from './upstream.ts';

export const LIVE_FEED = Symbol('LIVE_FEED');

/** What the feed tells of itself. */
export interface FeedWatch {
  dropped(reason: DropReason): void;
  failed(error: unknown): void;
}

/** Everybody who follows the log, and the one subscription that they share while there is anybody. */
export class LiveFeed {
  private readonly source: FeedSource;
  private readonly watch: FeedWatch;
  private readonly limits: FeedLimits;
  private readonly readers = new Set<Reader>();
  private readonly gate = new Gate(PAGES_AT_ONCE_MAX);
  private upstream: Upstream | undefined;
  private heart: NodeJS.Timeout | undefined;
  private closing = false;
  private lastId: { readonly position: bigint; readonly frame: Buffer } | undefined;
  private empty = Promise.withResolvers<void>();

  constructor(source: FeedSource, watch: FeedWatch, limits: FeedLimits = FEED_LIMITS) {
    this.source = source;
    this.watch = watch;
    this.limits = limits;
  }

  /** Readers, and the bytes that wait for all of them in this process. */
  status(): { readonly readers: number; readonly waitingBytes: number } {
    let waitingBytes = 0;
    for (const reader of this.readers) waitingBytes += reader.waiting;
    return { readers: this.readers.size, waitingBytes };
  }

  /** Throws 503 where no more readers are taken. */
  requireRoom(): void {
    const max = this.limits.readersMax;
    const headers = { 'retry-after': '5' };
    if (this.closing) throw problem('NotReady', { reasons: 'the server is ending' }, { headers });
    if (this.readers.size >= max) throw problem('FeedFull', { max }, { headers });
  }

  /** Writes to the sink from now on; ends and destroys it. */
  add(sink: Writable, wish: FeedWish): void {
    if (sink.destroyed) return;
    this.heart ??= setInterval(() => this.beat(), HEARTBEAT_MS).unref();
    const upstream = (this.upstream ??= this.begin());
    const reader = new Reader(sink, wish, this.surroundings(upstream));
    this.readers.add(reader);
    sink.once('close', () => this.remove(reader));
  }

  /** What happens every {@link HEARTBEAT_MS}. */
  beat(): void {
    for (const reader of this.readers) reader.beat();
  }

  /** Ends every stream, in time, and takes no more readers. */
  async close(): Promise<void> {
    this.closing = true;
    this.endAll();
    if (this.readers.size === 0) return;
    const inTime = new AbortController();
    const late = delay(FAREWELL_MS_MAX, undefined, { signal: inTime.signal }).catch(() => undefined);
    await Promise.race([this.empty.promise, late]);
    inTime.abort();
    for (const reader of this.readers) reader.cut();
  }

  private begin(): Upstream {
    const upstream: Upstream = new Upstream(this.source, this.limits, {
      told: (ring, entries) => this.publish(ring, entries),
      failed: (error) => {
        this.watch.failed(error);
        if (this.upstream === upstream) this.endAll();
      },
    });
    return upstream;
  }

  private publish(ring: Ring, entries: readonly Entry[]): void {
    for (const portion of portionsOf(entries)) for (const reader of this.readers) reader.offer(portion);
    for (const reader of this.readers) reader.passedBy(ring);
  }

  private surroundings(upstream: Upstream): Surroundings {
    return {
      readerBytesMax: this.limits.readerBytesMax,
      ring: () => upstream.ring,
      page: (after, filter: FeedFilter, signal) =>
        this.gate.pass(() => feedPage(this.source, { after, filter, signal })),
      idFrame: (position) => this.idFrame(position),
      dropped: (reason) => this.watch.dropped(reason),
      failed: (error) => this.watch.failed(error),
    };
  }

  /** Most readers are at the same event. */
  private idFrame(position: bigint): Buffer {
    if (this.lastId?.position !== position) {
      this.lastId = { position, frame: idFrame(this.source.store.storeId, position) };
    }
    return this.lastId.frame;
  }

  private remove(reader: Reader): void {
    this.readers.delete(reader);
    if (this.readers.size > 0) return;
    this.rest();
    clearInterval(this.heart);
    this.heart = undefined;
    this.empty.resolve();
    this.empty = Promise.withResolvers();
  }

  /** Readers come again after the last event that they have seen. */
  private endAll(): void {
    this.rest();
    for (const reader of this.readers) reader.end();
  }

  private rest(): void {
    this.upstream?.stop();
    this.upstream = undefined;
  }
}

function portionsOf(entries: readonly Entry[]): Portion[] {
  const portions: Portion[] = [];
  let from = 0;
  let bytes = 0;
  for (const [i, { frame }] of entries.entries()) {
    bytes += frame.length;
    const next = entries[i + 1];
    if (next && bytes + next.frame.length <= PORTION_BYTES_MAX) continue;
    const some = entries.slice(from, i + 1);
    portions.push({ entries: some, whole: Buffer.concat(some.map((entry) => entry.frame)) });
    from = i + 1;
    bytes = 0;
  }
  return portions;
}
