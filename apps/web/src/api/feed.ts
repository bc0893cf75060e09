import { useSyncExternalStore } from 'react';
import { rememberLatest, forgetLatest } from './latest.ts';
import { queries, readAgain } from './queries.ts';
import { sendWaiting } from './sender.ts';
import type { Schemas } from './client.ts';

/** How near to the ledger the page is: `stale` once the connection has been gone for a while. */
export type FeedState = 'live' | 'reconnecting' | 'stale';

const FEED = '/api/feed';
/** A burst of events is read in one go. */
const GATHER_MS = 300;
const AGAIN_MS_MIN = 1_000;
const AGAIN_MS_MAX = 15_000;
const STALE_MS = 15_000;
/** Lists of names do not change with a project. */
const PROJECT = 'project';

let state: FeedState = 'reconnecting';
const listeners = new Set<() => void>();
let source: EventSource | undefined;
let lastId: string | undefined;
let againMs = AGAIN_MS_MIN;
let again: ReturnType<typeof setTimeout> | undefined;
let stale: ReturnType<typeof setTimeout> | undefined;
let gathering: ReturnType<typeof setTimeout> | undefined;
let touched: Set<string> | 'all' = new Set();

function become(next: FeedState): void {
  if (next === 'live') {
    clearTimeout(stale);
    stale = undefined;
    againMs = AGAIN_MS_MIN;
  } else {
    stale ??= setTimeout(() => become('stale'), STALE_MS);
    if (state === 'stale') return;
  }
  if (state === next) return;
  state = next;
  for (const listener of listeners) listener();
}

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
  const look = (): void => (document.hidden ? part() : connect());
  document.addEventListener('visibilitychange', look);
  window.addEventListener('online', connect);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('online', connect);
    part();
  };
}

function part(): void {
  clearTimeout(again);
  source?.close();
  source = undefined;
}

function connect(): void {
  part();
  const opened = new EventSource(lastId === undefined ? FEED : `${FEED}?after=${encodeURIComponent(lastId)}`);
  source = opened;
  opened.onopen = () => {
    become('live');
    if (queries.getQueryCache().getAll().length > 0) readAgain(); // what happened while nobody listened
    void sendWaiting();
  };
  opened.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
    lastId = lastEventId;
    heard(JSON.parse(data) as Schemas['FeedEventShape']);
  };
  opened.onerror = () => {
    become('reconnecting');
    if (opened.readyState !== EventSource.CLOSED) return; // the browser comes again by itself
    // An error was answered: the server is not ready, or does not know the token any more. Then everything is read again.
    lastId = undefined;
    forgetLatest();
    again = setTimeout(connect, againMs);
    againMs = Math.min(againMs * 2, AGAIN_MS_MAX);
  };
}

function heard({ category, stream, after }: Schemas['FeedEventShape']): void {
  rememberLatest(after);
  if (category !== PROJECT) touched = 'all';
  else if (touched !== 'all') touched.add(stream.slice(PROJECT.length + 1));
  gathering ??= setTimeout(() => {
    readAgain(touched === 'all' ? undefined : touched);
    touched = new Set();
    gathering = undefined;
  }, GATHER_MS);
}
