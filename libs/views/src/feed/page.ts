import { ForeignStore, type Views } from '#database';
import { numbered, unnumbered, type Entry, type Unnumbered } from './entry.ts';
import { storeFilter, wants, type FeedFilter } from './filter.ts';
import { PAGE_BYTES_MAX, PAGE_EVENTS_MAX } from './limits.ts';
import { numberedHead, type FeedSource } from './source.ts';

/** What is wanted of a part of the log: after a position, up to and including `upTo`. */
export interface FeedPage {
  readonly entries: readonly Entry[];
  readonly upTo: bigint;
}

/** The next events that have their number and that the filter lets through. `upTo` stays where there are none yet. */
export async function feedPage(
  source: FeedSource,
  { after, filter, signal }: { readonly after: bigint; readonly filter: FeedFilter; readonly signal: AbortSignal },
): Promise<FeedPage> {
  signal.throwIfAborted();
  const { store, views } = source;
  const { position: numberedTo } = await numberedHead(source);
  // The node of a cluster that is asked may be behind the one that the events were numbered from.
  const last = (await store.readLast())?.position ?? 0n;
  const end = last < numberedTo ? last : numberedTo;
  if (end <= after) return { entries: [], upTo: after };
  const found: Unnumbered[] = [];
  let upTo = end;
  let bytes = 0;
  let read = 0;
  const kind = storeFilter(filter);
  for await (const event of store.readAll({ after, limit: PAGE_EVENTS_MAX, signal, ...(kind && { filter: kind }) })) {
    if (event.position > end) break;
    const told = unnumbered(store.storeId, event);
    if (wants(filter, told)) {
      found.push(told);
      bytes += told.text.length;
    }
    if (++read === PAGE_EVENTS_MAX || bytes >= PAGE_BYTES_MAX) {
      upTo = event.position;
      break;
    }
  }
  return { entries: await withNumbers(views, found), upTo };
}

async function withNumbers(views: Views, found: readonly Unnumbered[]): Promise<Entry[]> {
  if (found.length === 0) return [];
  const sequence = await views.sequence();
  const seqs = await sequence.numbersAt(found.map(({ position }) => position));
  if (seqs.length !== found.length) throw new ForeignStore('the sequence', 'an event of the log has no number');
  return found.map((told, i) => numbered(told, seqs[i] as number));
}
