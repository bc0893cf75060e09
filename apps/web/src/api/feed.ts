import { useSyncExternalStore } from 'react';
import { Follower, type FeedEvent, type FeedState } from './follower.ts';
import { forgetLatest, rememberLatest } from './latest.ts';
import { readAgain, readMissed } from './queries.ts';
import { sender } from './sender.ts';

export type { FeedState } from './follower.ts';

/** A burst of events is read in one go. */
const GATHER_MS = 300;
const CHECK_MS = 5_000;
/** Lists of names do not change with a project. */
const PROJECT = 'project';

let state: FeedState = 'reconnecting';
const listeners = new Set<() => void>();
let gathering: ReturnType<typeof setTimeout> | undefined;
let touched: Set<string> | 'all' = new Set();

const follower = new Follower({
  fetch: (address, init) => fetch(address, init),
  later: (work, ms) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  now: Date.now,
  became: (next) => {
    state = next;
    for (const listener of listeners) listener();
  },
  opened: (again) => {
    if (again) readAgain();
    else readMissed();
    void sender.sendNow();
  },
  heard,
  at: rememberLatest,
  lost: forgetLatest,
});

/** How the connection is doing. */
export function useFeedState(): FeedState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

/**
 * Follows the ledger while the page can be seen: a hidden one needs no news, and holds no connection that another tab
 * could use. Whoever looks again gets everything since. Returns how to stop.
 */
export function startFeed(): () => void {
  const look = (): void => (document.hidden ? follower.part() : follower.connect());
  document.addEventListener('visibilitychange', look);
  // Without a network the connection is dead, though it may not know for long.
  window.addEventListener('online', look);
  window.addEventListener('offline', look);
  const checking = setInterval(() => follower.check(), CHECK_MS);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('online', look);
    window.removeEventListener('offline', look);
    clearInterval(checking);
    follower.part();
  };
}

function heard({ category, stream }: FeedEvent): void {
  if (category !== PROJECT) touched = 'all';
  else if (touched !== 'all') touched.add(stream.slice(PROJECT.length + 1));
  gathering ??= setTimeout(() => {
    readAgain(touched === 'all' ? undefined : touched);
    touched = new Set();
    gathering = undefined;
  }, GATHER_MS);
}
