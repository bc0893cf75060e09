import type { Schemas } from './client.ts';
import { messagesIn } from './messages.ts';

/** How near to the ledger the page is: `stale` once the connection has been gone for a while. */
export type FeedState = 'live' | 'reconnecting' | 'stale';
export type FeedEvent = Schemas['FeedEventShape'];

/** How the connection came to be: for the first time, from where it was cut, or from now on, what happened meanwhile being missed. */
export type Opened = 'first' | 'resumed' | 'anew';

/** What following takes of the browser, and whom it tells. */
export interface Around {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** Returns how to call it off. */
  readonly later: (work: () => void, ms: number) => () => void;
  readonly now: () => number;
  readonly became: (state: FeedState) => void;
  readonly opened: (how: Opened) => void;
  readonly heard: (event: FeedEvent) => void;
  /** How far the feed is, as a token. */
  readonly at: (after: string) => void;
  /** The server does not know that position: it has another ledger now. */
  readonly lost: () => void;
}

const FEED = '/api/feed';
const AGAIN_MS_MIN = 1_000;
const AGAIN_MS_MAX = 15_000;
const STALE_MS = 15_000;
/** The server is heard of every 10 s; a connection that misses two beats is dead, as after sleep. */
export const SILENCE_MS_MAX = 25_000;

/** Follows the feed from where it was last, for as long as it is wanted. */
export class Follower {
  private readonly around: Around;
  private state: FeedState = 'reconnecting';
  private position: string | undefined;
  private openedBefore = false;
  private connection: AbortController | undefined;
  private heardAt = 0;
  private againMs = AGAIN_MS_MIN;
  private callOffAgain = (): void => undefined;
  private callOffStale: (() => void) | undefined;

  constructor(around: Around) {
    this.around = around;
  }

  /** Connects anew, whatever there was. */
  connect(): void {
    this.part();
    this.become('reconnecting');
    const connection = new AbortController();
    this.connection = connection;
    this.heardAt = this.around.now();
    void this.follow(connection.signal)
      .catch(() => undefined) // not reached, or cut
      .then(() => this.connection === connection && this.comeAgain());
  }

  /** Ends the connection; the position is kept. */
  part(): void {
    this.callOffAgain();
    this.connection?.abort();
    this.connection = undefined;
  }

  /** To be called every few seconds: connects anew where nothing was heard for too long. */
  check(): void {
    if (this.connection && this.around.now() - this.heardAt > SILENCE_MS_MAX) this.connect();
  }

  private comeAgain(): void {
    this.connection = undefined;
    this.become('reconnecting');
    this.callOffAgain = this.around.later(() => this.connect(), this.againMs);
    this.againMs = Math.min(this.againMs * 2, AGAIN_MS_MAX);
  }

  private async follow(signal: AbortSignal): Promise<void> {
    const { position } = this;
    const address = position === undefined ? FEED : `${FEED}?after=${encodeURIComponent(position)}`;
    const response = await this.around.fetch(address, { headers: { accept: 'text/event-stream' }, signal });
    if (response.status === 400 && position !== undefined) {
      this.position = undefined;
      this.around.lost();
    }
    if (!response.ok || !response.body) return void (await response.body?.cancel());
    this.become('live');
    this.around.opened(!this.openedBefore ? 'first' : position === undefined ? 'anew' : 'resumed');
    this.openedBefore = true;
    for await (const { id, event, data } of messagesIn(response.body)) {
      if (signal.aborted) return;
      this.heardAt = this.around.now();
      if (id !== undefined) {
        this.position = id;
        this.around.at(id);
      }
      if (data !== undefined && event === undefined) this.around.heard(JSON.parse(data) as FeedEvent);
    }
  }

  private become(next: FeedState): void {
    if (next === 'live') {
      this.callOffStale?.();
      this.callOffStale = undefined;
      this.againMs = AGAIN_MS_MIN;
    } else {
      this.callOffStale ??= this.around.later(() => this.become('stale'), STALE_MS);
      if (this.state === 'stale') return;
    }
    if (this.state === next) return;
    this.state = next;
    this.around.became(next);
  }
}
