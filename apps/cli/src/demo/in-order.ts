import type { EventStore } from '#event-store';
import type { Command } from '#kernel';
import { Executor, streamOf, type ExecutorOptions, type Order, type Outcome } from '#ledger';

/** Orders of different streams that share one commit. */
const TOGETHER_MAX = 128;

export interface InOrder extends ExecutorOptions {
  /** Whether the log writes appends in the order in which they were sent: a file does, a server may not. */
  readonly keepsOrder: boolean;
}

/**
 * Executes orders so that the log has them in their order, though many share one commit: those of different streams are
 * decided at the same time, and each append waits until the one before it has been sent.
 */
export async function executeInOrder(
  orders: readonly Order[],
  options: InOrder,
  done: (outcomes: readonly Outcome[]) => void,
): Promise<void> {
  const line = new Line(options.store);
  const executor = new Executor({ ...options, store: line.store });
  for (let from = 0; from < orders.length;) {
    const together = orders.slice(from, from + (options.keepsOrder ? independent(orders, from) : 1));
    line.form(together.map(({ streamId }) => streamId));
    done(await Promise.all(together.map((order) => executor.execute(order).finally(() => line.pass(order.streamId)))));
    from += together.length;
  }
}

/**
 * How many orders from here on concern a stream each, and none that another of them defines. One that reserves a code
 * appends twice and goes alone.
 */
function independent(orders: readonly Order[], from: number): number {
  const streams = new Set<string>();
  while (streams.size < TOGETHER_MAX) {
    const order = orders[from + streams.size];
    if (!order || streams.has(order.streamId)) break;
    const { slice, command, streamId } = order;
    if (slice.references(command, streamId).some((reference) => streams.has(streamOf(reference)))) break;
    // A code is reserved by an append of its own before the command's: such a command goes alone.
    if (namesACode(command)) return Math.max(streams.size, 1);
    streams.add(order.streamId);
  }
  return streams.size;
}

/** A correction names a code in the data that it puts in place. */
function namesACode({ type, data }: Command): boolean {
  return 'code' in (type === 'CorrectFact' ? (data as { data: object }).data : data);
}

/** Streams in a row: an append of one waits for the streams before it. */
class Line {
  readonly store: EventStore;
  private waitFor = new Map<string, Promise<void>>();
  private passed = new Map<string, () => void>();

  constructor(store: EventStore) {
    this.store = {
      storeId: store.storeId,
      formerIds: store.formerIds,
      readStream: (stream, options) => store.readStream(stream, options),
      readLast: () => store.readLast(),
      readAll: (options) => store.readAll(options),
      subscribe: (options) => store.subscribe(options),
      close: () => store.close(),
      append: async (stream, events, expected) => {
        await this.waitFor.get(stream);
        const appended = store.append(stream, events, expected);
        this.pass(stream);
        return appended;
      },
    };
  }

  form(streams: readonly string[]): void {
    this.waitFor = new Map();
    this.passed = new Map();
    let before = Promise.resolve();
    for (const stream of streams) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.waitFor.set(stream, before);
      this.passed.set(stream, resolve);
      before = promise;
    }
  }

  /** Called for an order that appended nothing too, or the line would stand still. */
  pass(stream: string): void {
    this.passed.get(stream)?.();
  }
}
