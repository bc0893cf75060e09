import { useSyncExternalStore } from 'react';
import { today } from '../shown/today.ts';
import { Follower, type FeedState } from './follower.ts';
import { forgetLatest, rememberLatest } from './latest.ts';
import { readAgain, readFailed, readMissed } from './queries.ts';
import { heard, sender } from './sender.ts';

export type { FeedState } from './follower.ts';

/** A burst of events is read in one go. */
const GATHER_MS = 300;
const CHECK_MS = 5_000;

let state: FeedState = 'reconnecting';
const listeners = new Set<() => void>();
let isGathering = false;
/** The day on which what is shown was read: what is due and overdue is judged by it. */
let readOn = today();

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
  opened: (how) => {
    if (how === 'first') readMissed();
    else if (how === 'anew') void readAgain();
    else readFailed(); // what happened meanwhile is heard now
    void sender.sendNow();
  },
  heard: ({ id, category, stream }) => {
    heard.event(id, { category, id: stream.slice(category.length + 1) });
    gather();
  },
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
  const turn = (): void => (document.hidden ? follower.part() : follower.connect());
  document.addEventListener('visibilitychange', turn);
  // Without a network the connection is dead, though it may not know for long.
  window.addEventListener('online', turn);
  window.addEventListener('offline', turn);
  const checking = setInterval(look, CHECK_MS);
  turn();
  return () => {
    document.removeEventListener('visibilitychange', turn);
    window.removeEventListener('online', turn);
    window.removeEventListener('offline', turn);
    clearInterval(checking);
    follower.part();
  };
}

/** One reading is not cut off by the next: while many events come one after the other nothing would be read to its end. */
function gather(): void {
  if (isGathering || heard.isEmpty()) return;
  isGathering = true;
  setTimeout(() => void readHeard(), GATHER_MS);
}

async function readHeard(): Promise<void> {
  await readAgain(heard.take());
  isGathering = false;
  gather();
}

/** As time goes by: a connection may have died, a day may have begun. */
function look(): void {
  follower.check();
  if (document.hidden || readOn === today()) return;
  readOn = today();
  void readAgain();
}
