import { ForeignStore, ViewNotReady, type SequencePoint, type Views } from '#database';
import type { EventStore } from '#event-store';

/** Where a feed reads. */
export interface FeedSource {
  readonly store: EventStore;
  readonly views: Views;
}

/**
 * The last event that has its number; before the first one everything is still to come. Throws ForeignStore where another log
 * is numbered, and ViewNotReady where it is one that this log is a copy of: the numbers are about to be made anew.
 */
export async function numberedHead({ store, views }: FeedSource): Promise<Pick<SequencePoint, 'seq' | 'position'>> {
  const head = await views.sequenceHead();
  if (!head) return { seq: 0, position: 0n };
  const numbered = await (await views.sequence()).numberedStore();
  if (numbered === undefined || numbered === store.storeId) return head;
  if (store.formerIds.includes(numbered)) throw new ViewNotReady('sequence');
  throw new ForeignStore('the sequence', `it is of store ${numbered}, this is ${store.storeId}`);
}
