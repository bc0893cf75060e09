import type { Day } from '#kernel/dates';
import { endOfDay } from '#kernel/knowledge';
import { read, type Answer } from '../api/client.ts';

type Logged = Answer<'/api/events'>['items'][number];

/** The event with a number, and which is the last. */
type EventAt = (seq: number) => Promise<Logged | undefined>;

/**
 * The last event that had been filed by the end of a day; undefined where none had. What is imported is appended in the order
 * in which it was filed, so that a search by halves finds it; it rests on the times that the source claims.
 */
export async function lastFiledBy(day: Day, last: number, eventAt: EventAt): Promise<number | undefined> {
  const end = Date.parse(endOfDay(day));
  let [low, high] = [0, last];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const event = await eventAt(middle);
    if (event && Date.parse(event.filedAt) <= end) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? undefined : low;
}

const eventBy =
  (signal: AbortSignal): EventAt =>
  async (seq) => {
    const { items } = await read('/api/events', { query: { since: String(seq), sort: 'seq', limit: 1 } }, {}, signal);
    return items[0];
  };

/** The number of the last event that had been filed by a day, by the times that the source claims. */
export async function seqFiledBy(day: Day, signal: AbortSignal): Promise<number | undefined> {
  const { asOf } = await read('/api/events', { query: { limit: 1 } }, {}, signal);
  return lastFiledBy(day, asOf.seq, eventBy(signal));
}

/**
 * What was known at the end of a day, as a `knownAt`: the day itself where the ledger was kept by then, and otherwise the last
 * event that had been filed. Undefined where neither says anything.
 */
export async function knowledgeOf(day: Day, signal: AbortSignal): Promise<string | undefined> {
  const first = await eventBy(signal)(1);
  if (!first) return undefined;
  if (Date.parse(first.recordedAt) <= Date.parse(endOfDay(day))) return day;
  return (await seqFiledBy(day, signal))?.toString();
}
