import { refusal, type Refusal } from './refusals.ts';

export type Rpc = 'append' | 'batchAppend' | 'delete' | 'read' | 'subscribe' | 'features' | 'gossip';

export interface StatusFault {
  /** A gRPC status code. */
  readonly code: number;
  readonly details: string;
  readonly trailers?: Readonly<Record<string, string>>;
}

/**
 * What happens to one call. `…After`: an append is applied first; a read or a subscription sends `events` events first,
 * or without that number what there is to send at that time.
 */
export type Fault =
  /** The call fails. */
  | ({ readonly kind: 'status' } & StatusFault)
  | ({ readonly kind: 'statusAfter'; readonly events?: number } & StatusFault)
  /** No answer ever comes, and the connection lives. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'silentAfter'; readonly events?: number }
  /** The socket is destroyed. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'cutAfter'; readonly events?: number }
  /** A read or a subscription ends as if all were well. */
  | { readonly kind: 'endAfter'; readonly events?: number };

/** A subscription that is open on the server. */
export interface OpenSubscription {
  end(): void;
  fail(why: Refusal): void;
  mute(): void;
}

/** What a test does to the calls of a server. */
export class Faults {
  readonly #pending = new Map<Rpc, { fault: Fault; times: number }[]>();
  readonly #subscriptions = new Set<OpenSubscription>();

  /** The next `times` calls, in the order in which faults were given; the calls after them are served. */
  next(rpc: Rpc, fault: Fault, times = 1): void {
    const pending = this.#pending.get(rpc) ?? [];
    this.#pending.set(rpc, [...pending, { fault, times }]);
  }

  /** The fault of this call, if it is to have one. */
  take(rpc: Rpc): Fault | undefined {
    const pending = this.#pending.get(rpc);
    const first = pending?.[0];
    if (!first) return undefined;
    if (--first.times <= 0) pending.shift();
    return first.fault;
  }

  /** Those that are open end without an error. */
  endSubscriptions(): void {
    for (const subscription of [...this.#subscriptions]) subscription.end();
  }

  failSubscriptions(code: number, details: string, trailers: Readonly<Record<string, string>> = {}): void {
    for (const subscription of [...this.#subscriptions]) subscription.fail(refusal(code, details, trailers));
  }

  /** Nothing comes any more on those that are open; their connection lives. */
  muteSubscriptions(): void {
    for (const subscription of this.#subscriptions) subscription.mute();
  }

  /** Forgets faults that have not happened. */
  clear(): void {
    this.#pending.clear();
  }

  opened(subscription: OpenSubscription): void {
    this.#subscriptions.add(subscription);
  }

  closed(subscription: OpenSubscription): void {
    this.#subscriptions.delete(subscription);
  }
}
