import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { ForeignStore, ViewNotReady } from '#database';
import { dialects } from '#database/testing';
import { StoreUnavailable, type EventStore } from '#event-store';
import { positionOfAfter, type Problem } from '#http';
import { testLedger, type TestLedger } from '../testing/ledger.ts';
import type { DropReason } from './entry.ts';
import { FEED_LIMITS, PAGE_BYTES_MAX, PORTION_BYTES_MAX, type FeedLimits } from './limits.ts';
import { LiveFeed } from './live-feed.ts';

/** Where a reader's stream goes in a test: it takes something only when it is let. */
class Sink extends Writable {
  text = '';
  private waiting: (() => void) | undefined;
  private readonly open: boolean;
  private changed = Promise.withResolvers<void>();

  constructor(takes: 'everything' | 'when let') {
    super({ highWaterMark: 1024, emitClose: true });
    this.open = takes === 'everything';
    this.once('close', () => this.changed.resolve());
  }

  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString();
    if (this.open) done();
    else this.waiting = done;
    this.changed.resolve();
    this.changed = Promise.withResolvers();
  }

  letOne(): void {
    const done = this.waiting;
    this.waiting = undefined;
    done?.();
  }

  get seqs(): number[] {
    return [...this.text.matchAll(/^data: \{"seq":(\d+),/gm)].map(([, seq]) => Number(seq));
  }

  get lastId(): string | undefined {
    return [...this.text.matchAll(/^id: (\S+)$/gm)].at(-1)?.[1];
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      if (this.destroyed) throw new Error(`the stream ended: ${this.text.slice(-200)}`);
      await this.changed.promise;
    }
  }
}

interface Following {
  readonly feed: LiveFeed;
  readonly dropped: DropReason[];
  readonly failures: unknown[];
  follow(sink: Sink, after?: bigint): Sink;
}

function following({ store, views }: TestLedger, limits: Partial<FeedLimits> = {}): Following {
  const dropped: DropReason[] = [];
  const failures: unknown[] = [];
  const watch = {
    dropped: (reason: DropReason) => void dropped.push(reason),
    failed: (error: unknown) => void failures.push(error),
  };
  const feed = new LiveFeed({ store, views }, watch, { ...FEED_LIMITS, ...limits });
  const follow = (sink: Sink, after = 0n): Sink => {
    feed.add(sink, { after, filter: {}, known: false });
    return sink;
  };
  return { feed, dropped, failures, follow };
}

/** Events of a category that no view takes, each so large, one after the other. */
async function write(store: EventStore, count: number, bytes = 10): Promise<void> {
  for (let n = 0; n < count; n++) {
    const event = { id: randomUUID(), type: 'Noted', data: { text: 'x'.repeat(bytes) }, metadata: {} };
    await store.append(`note-${randomUUID()}`, [event], 'none');
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);

describe.each(dialects)('the feed on %s', (_, fresh) => {
  let ledger: TestLedger;

  beforeEach(async () => {
    ledger = await testLedger(fresh);
  });

  afterEach(() => ledger.close());

  it('tells every reader every event once and in order, wherever it begins, while others write', async () => {
    const { feed, follow, failures } = following(ledger, { ringEventsMax: 20 });
    const writers = Array.from({ length: 4 }, () => write(ledger.store, 40));
    const sinks: Sink[] = [];
    for (let n = 0; n < 8; n++) {
      sinks.push(follow(new Sink('everything')));
      await (sinks.at(-1) as Sink).until(() => (sinks.at(-1) as Sink).seqs.length > n * 5);
    }
    await Promise.all(writers);
    const last = await ledger.store.readLast();
    const late = follow(new Sink('everything'), last?.position);
    await write(ledger.store, 5);
    for (const sink of [...sinks, late]) await sink.until(() => sink.seqs.at(-1) === 165);
    for (const sink of sinks) expect(sink.seqs).toEqual(upTo(165));
    expect(late.seqs).toEqual([161, 162, 163, 164, 165]);
    expect(failures).toEqual([]);
    await feed.close();
  });

  it('keeps little for a reader that takes nothing, drops it once the memory has passed it by, and goes on for the others', async () => {
    const limits = { readerBytesMax: 40_000, ringEventsMax: 30, ringBytesMax: 60_000 };
    const { feed, follow, dropped } = following(ledger, limits);
    const [slow, other] = [follow(new Sink('when let')), follow(new Sink('everything'))];
    await slow.until(() => slow.text !== '');
    slow.letOne();
    await slow.until(() => slow.lastId !== undefined);
    let most = 0;
    for (let n = 1; n <= 60; n++) {
      await write(ledger.store, 1, 5_000);
      await other.until(() => other.seqs.at(-1) === n);
      most = Math.max(most, feed.status().waitingBytes);
    }
    expect(most).toBeGreaterThan(limits.readerBytesMax);
    expect(most).toBeLessThan(limits.readerBytesMax + PORTION_BYTES_MAX);
    expect(dropped).toEqual(['slow']);
    expect(other.seqs).toEqual(upTo(60));
    for (; !slow.destroyed; await nextTurn()) slow.letOne();
    expect(slow.text).toContain('event: dropped\ndata: {"reason":"slow"}\n\n');
    const again = follow(new Sink('everything'), positionOfAfter(ledger.store.storeId, slow.lastId as string));
    await again.until(() => again.seqs.at(-1) === 60);
    expect([...slow.seqs, ...again.seqs]).toEqual(upTo(60));
    await feed.close();
  });

  it('reads a page of the log for a reader that is far behind only when it has taken the one before', async () => {
    await write(ledger.store, 40, 50_000);
    await ledger.settled();
    const { feed, follow, dropped } = following(ledger, { ringEventsMax: 2 });
    const sink = follow(new Sink('when let'));
    let most = 0;
    while (sink.seqs.at(-1) !== 40) {
      sink.letOne();
      await nextTurn();
      most = Math.max(most, feed.status().waitingBytes);
    }
    expect(sink.seqs).toEqual(upTo(40));
    expect(most).toBeLessThan(2 * PAGE_BYTES_MAX);
    expect(dropped).toEqual([]);
    await feed.close();
  });

  it('lets go a reader that takes nothing from one beat to the next, and tells the others how far they are', async () => {
    const { feed, follow, dropped } = following(ledger);
    const [stalled, other] = [follow(new Sink('when let')), follow(new Sink('everything'))];
    await write(ledger.store, 3);
    await other.until(() => other.seqs.length === 3);
    const before = other.text;
    feed.beat();
    feed.beat();
    expect([dropped, stalled.destroyed]).toEqual([['stalled'], false]);
    feed.beat();
    await once(stalled, 'close');
    expect(other.text.slice(before.length)).toBe(':\n\n:\n\n:\n\n');
    expect(feed.status()).toEqual({ readers: 1, waitingBytes: 0 });
    await feed.close();
  });

  it('follows the log once for all readers, and only while there are any', async () => {
    let subscriptions = 0;
    const store: EventStore = {
      ...breaking(ledger.store, Infinity),
      async *subscribe(options) {
        subscriptions++;
        yield* ledger.store.subscribe(options);
        subscriptions--;
      },
    };
    const { feed, follow } = following({ ...ledger, store });
    for (let round = 1; round <= 2; round++) {
      const sinks = [new Sink('everything'), new Sink('everything')].map((sink) => follow(sink));
      await write(ledger.store, 1);
      for (const sink of sinks) await sink.until(() => sink.seqs.at(-1) === round);
      expect(subscriptions).toBe(1);
      for (const sink of sinks) sink.destroy();
      while (subscriptions > 0) await nextTurn();
    }
    expect(feed.status().readers).toBe(0);
  });

  it('takes so many readers at once, one more when one has gone, and none once it ends', async () => {
    const { feed, follow } = following(ledger, { readersMax: 1 });
    const refused = (): string => {
      try {
        feed.requireRoom();
        return '';
      } catch (error) {
        return (error as Problem).parts.code;
      }
    };
    expect(refused()).toBe('');
    const sink = follow(new Sink('everything'));
    expect(refused()).toBe('FeedFull');
    sink.destroy();
    await once(sink, 'close');
    expect([refused(), feed.status()]).toEqual(['', { readers: 0, waitingBytes: 0 }]);
    const [taking, stalled] = [new Sink('everything'), new Sink('when let')].map((one) => follow(one));
    await feed.close();
    expect([taking?.destroyed, stalled?.destroyed, refused()]).toEqual([true, true, 'NotReady']);
  });

  it('tells no number of another log', async () => {
    await write(ledger.store, 3);
    await ledger.settled();
    for (const [formerIds, failure] of [
      [[], ForeignStore],
      [[ledger.store.storeId], ViewNotReady],
    ] as const) {
      const store = { ...breaking(ledger.store, Infinity), storeId: randomUUID(), formerIds };
      const { follow, failures } = following({ ...ledger, store });
      const sink = follow(new Sink('everything'));
      await once(sink, 'close');
      expect([sink.seqs, failures[0]]).toEqual([[], expect.any(failure)]);
    }
  });

  it('ends its streams where the log breaks off, and leaves out nothing for those who come again', async () => {
    const { feed, follow, failures } = following({ ...ledger, store: breaking(ledger.store, 7) });
    const writing = write(ledger.store, 50);
    const seqs: number[] = [];
    let position = 0n;
    let streams = 0;
    for (; seqs.at(-1) !== 50; streams++) {
      const sink = follow(new Sink('everything'), position);
      await sink.until(() => sink.seqs.at(-1) === 50).catch(() => undefined);
      seqs.push(...sink.seqs);
      if (sink.lastId !== undefined) position = positionOfAfter(ledger.store.storeId, sink.lastId);
      sink.destroy();
      await nextTurn();
    }
    await writing;
    expect(seqs).toEqual(upTo(50));
    expect(failures).toEqual(Array(failures.length).fill(new StoreUnavailable('gone')));
    expect([failures.length > 0, streams > failures.length]).toEqual([true, true]);
    await feed.close();
  });
});

/** The same log, whose subscriptions break off after so many messages. */
function breaking(store: EventStore, messages: number): EventStore {
  return {
    storeId: store.storeId,
    formerIds: store.formerIds,
    append: (stream, events, expected) => store.append(stream, events, expected),
    readStream: (stream, options) => store.readStream(stream, options),
    readLast: () => store.readLast(),
    readAll: (options) => store.readAll(options),
    async *subscribe(options) {
      let told = 0;
      for await (const message of store.subscribe(options)) {
        yield message;
        if (++told === messages) throw new StoreUnavailable('gone');
      }
    },
    close: () => store.close(),
  };
}
