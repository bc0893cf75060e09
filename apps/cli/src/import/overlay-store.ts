import type { NewEvent, StoredEvent, EventMetadata } from '#kernel';
import {
  Conflict,
  StreamNotFound,
  type Appended,
  type EventStore,
  type ExpectedRevision,
  type ReadStreamOptions,
} from '#event-store';

/** The part of a store that an executor uses. */
export type DecidingStore = Pick<EventStore, 'append' | 'readStream'>;

/**
 * A store that takes appends into memory, over a log that stays as it is: what a dry run decides on. Reads see both, so
 * every decision is the one that the real import would make now.
 */
export function overlayStore(base: EventStore | undefined, head: bigint): DecidingStore {
  const streams = new Map<string, StoredEvent[]>();
  let position = head;

  const load = async (stream: string): Promise<StoredEvent[]> => {
    const known = streams.get(stream);
    if (known) return known;
    const events: StoredEvent[] = [];
    try {
      if (base) for await (const event of base.readStream(stream)) events.push(event);
    } catch (error) {
      if (!(error instanceof StreamNotFound)) throw error;
    }
    streams.set(stream, events);
    return events;
  };

  return {
    async append(stream: string, fresh: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
      const events = await load(stream);
      const last = BigInt(events.length) - 1n;
      const actual: ExpectedRevision = events.length === 0 ? 'none' : last;
      if (actual !== expected) throw new Conflict(stream, expected, actual);
      for (const { id, type, data, metadata } of fresh) {
        position += 1n;
        const recordedAt = metadata['filedAt'] as string;
        events.push({
          id,
          type,
          data,
          stream,
          position,
          revision: BigInt(events.length),
          metadata: { recordedAt, filedAt: recordedAt, ...metadata } as EventMetadata,
        });
      }
      return { revision: BigInt(events.length) - 1n, position };
    },
    async *readStream(stream: string, { direction, from, limit = Infinity }: ReadStreamOptions = {}) {
      const events = await load(stream);
      if (events.length === 0) throw new StreamNotFound(stream);
      if (direction === 'backwards') {
        yield* events
          .slice(0, from === undefined ? events.length : Number(from) + 1)
          .toReversed()
          .slice(0, limit);
        return;
      }
      const first = Number(from ?? 0n);
      yield* events.slice(first, first + limit);
    },
  };
}
