import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { NewEvent, StoredEvent } from '#kernel';
import type { EventStore, SubscribeOptions, SubscriptionMessage } from '../port.ts';

/** One log, as an adapter's spec lays it out for one test. It need not be empty: every test keeps to streams of its own. */
export interface OpenLog {
  readonly store: EventStore;
  /** A second handle on the same log, independent as another process's. The harness closes it on dispose. */
  openSecond(): Promise<EventStore>;
  /** Closes `store` and opens the same log again. */
  reopen(): Promise<EventStore>;
  /** The clock that `recordedAt` comes from, epoch ms. */
  setClock(epochMs: number): void;
  /** Whether abandoned reads and subscriptions have let go of everything they held; a server is given a moment to notice. */
  idle(): Promise<boolean>;
  dispose(): Promise<void>;
}

/** What the cases work with: the log, and names that no other test uses. */
export interface Log extends OpenLog {
  readonly prefix: string;
  /** Position at which the test began. */
  readonly start: bigint;
  stream(name: string): string;
}

/** Opens a log for each test of the describe block it is called in; read it inside the tests only. */
export function eachTest(open: () => Promise<OpenLog>): () => Log {
  let log: Log;
  beforeEach(async () => {
    const opened = await open();
    const prefix = `t${randomUUID().slice(0, 8)}`;
    const start = (await opened.store.readLast())?.position ?? 0n;
    log = { ...opened, prefix, start, stream: (name) => `${prefix}-${name}` };
  });
  afterEach(() => log.dispose());
  return () => log;
}

/** An event with a fresh id. */
export function event(n = 0, over: Partial<NewEvent> = {}): NewEvent {
  return { id: randomUUID(), type: 'Counted', data: { n }, metadata: {}, ...over };
}

export function events(count: number, over: Partial<NewEvent> = {}): NewEvent[] {
  return Array.from({ length: count }, (_, n) => event(n, over));
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** What the promise is rejected with; fails the test where it is fulfilled. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`fulfilled with ${String(value)}`);
    },
    (error: unknown) => error,
  );
}

export function revisions(stored: readonly StoredEvent[]): bigint[] {
  return stored.map((one) => one.revision);
}

export function idsOf(all: readonly { readonly id: string }[]): string[] {
  return all.map((one) => one.id);
}

/** Messages of a subscription up to the first for which `last` holds, that one included; then lets go of it. */
export async function until(
  store: EventStore,
  options: SubscribeOptions,
  last: (message: SubscriptionMessage) => boolean,
): Promise<SubscriptionMessage[]> {
  const seen: SubscriptionMessage[] = [];
  for await (const message of store.subscribe(options)) {
    seen.push(message);
    if (last(message)) break;
  }
  return seen;
}

export function eventsOf(messages: readonly SubscriptionMessage[]): StoredEvent[] {
  return messages.flatMap((message) => (message.kind === 'event' ? [message.event] : []));
}

/** A few turns of the event loop: a slow consumer without a clock. */
export async function dawdle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await setImmediate();
}

/** A repeatable source of numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
