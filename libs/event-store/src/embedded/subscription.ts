import { setImmediate } from 'node:timers/promises';
import type { SubscriptionMessage } from '../port.ts';
import type { CompiledFilter, Page } from './reader.ts';
import type { Sleeper } from './wakeups.ts';

/** What a subscription needs of its store. */
export interface Feed {
  /** Undefined once the store is closed. */
  page(after: bigint, filter: CompiledFilter | undefined): (Page & { readonly atEnd: boolean }) | undefined;
  join(): Sleeper;
  leave(sleeper: Sleeper): void;
}

/**
 * Events, checkpoints and caughtUp in one order, read page by page as the consumer pulls. The iterator's `return` also ends
 * a pull that is waiting for events to come, which a bare generator would leave hanging.
 */
export function subscription(
  feed: Feed,
  after: bigint,
  filter: CompiledFilter | undefined,
  signal: AbortSignal | undefined,
): AsyncIterable<SubscriptionMessage> {
  return {
    [Symbol.asyncIterator]() {
      const returned = new AbortController();
      const ends = signal ? AbortSignal.any([signal, returned.signal]) : returned.signal;
      const messages = follow(feed, after, filter, ends);
      return {
        next: () => messages.next(),
        return: () => {
          returned.abort();
          return messages.return(undefined);
        },
      };
    },
  };
}

async function* follow(
  feed: Feed,
  after: bigint,
  filter: CompiledFilter | undefined,
  signal: AbortSignal,
): AsyncGenerator<SubscriptionMessage, undefined> {
  const sleeper = feed.join(); // before the first read, so that no commit falls between the two
  signal.addEventListener('abort', sleeper.wake);
  try {
    let behind = true;
    while (!signal.aborted) {
      const page = feed.page(after, filter);
      if (!page) return;
      for (const event of page.events) {
        yield { kind: 'event', event };
        if (signal.aborted) return;
      }
      const passed = page.events.at(-1)?.position ?? after;
      if (filter && page.upTo > passed) yield { kind: 'checkpoint', position: page.upTo };
      after = page.upTo;
      if (!page.atEnd) {
        behind = true;
        await setImmediate(); // others get their turn between two pages
      } else {
        if (behind) yield { kind: 'caughtUp' };
        behind = false;
        await sleeper.sleep();
      }
    }
  } finally {
    signal.removeEventListener('abort', sleeper.wake);
    feed.leave(sleeper);
  }
}
