import { dependsOn, EventNotUnderstood, upcast, type Shapes, type StoredEvent, type TypeOf } from '#kernel';
import { StreamNotFound, type EventStore, type ReadStreamOptions } from './port.ts';

/** A log whose events come in their latest shape. */
export interface UpcastingStore extends EventStore {
  /** The log as it was stored: for what copies, shows or proves what was written. */
  readonly stored: EventStore;
}

/**
 * The one place where old events are brought into the shape of today: every reader that makes something of events reads through
 * it. `readStream`, which is read to be folded, throws EventNotUnderstood at an event that a later program wrote. Reads in log
 * order give that event as it was stored, marked `notUnderstood`: it keeps its number, and only who needs it stops.
 */
export function upcasting(stored: EventStore, shapes: Shapes): UpcastingStore {
  const typeIn = (stream: string, id: string) => typeOfEvent(stored, stream, id);

  const marked = async (event: StoredEvent): Promise<StoredEvent> => {
    try {
      const factId = dependsOn(shapes, event);
      return upcast(shapes, event, factId === undefined ? undefined : await typeIn(event.stream, factId));
    } catch (error) {
      if (error instanceof EventNotUnderstood) return error.event;
      throw error;
    }
  };

  return {
    stored,
    storeId: stored.storeId,
    formerIds: stored.formerIds,
    append: (stream, events, expected) => stored.append(stream, events, expected),
    async *readStream(stream: string, options?: ReadStreamOptions) {
      const types = new Map<string, string>();
      const isWhole = options?.direction !== 'backwards' && !options?.from;
      for await (const event of stored.readStream(stream, options)) {
        types.set(event.id, event.type);
        const factId = dependsOn(shapes, event);
        if (factId === undefined) yield upcast(shapes, event);
        else yield upcast(shapes, event, types.get(factId) ?? (isWhole ? undefined : await typeIn(stream, factId)));
      }
    },
    async readLast() {
      const last = await stored.readLast();
      return last && marked(last);
    },
    async *readAll(options) {
      for await (const event of stored.readAll(options)) yield await marked(event);
    },
    subscribe: (options) => ({
      // No generator: `return` has to end a pull that waits for events to come, too.
      [Symbol.asyncIterator]() {
        const messages = stored.subscribe(options)[Symbol.asyncIterator]();
        return {
          async next() {
            const next = await messages.next();
            if (next.done || next.value.kind !== 'event') return next;
            return { done: false, value: { kind: 'event', event: await marked(next.value.event) } };
          },
          return: async () => (await messages.return?.()) ?? { done: true, value: undefined },
        };
      },
    }),
    close: () => stored.close(),
  };
}

/** The type of an event, looked for in its stream. */
async function typeOfEvent(store: EventStore, stream: string, id: string): Promise<ReturnType<TypeOf>> {
  try {
    for await (const event of store.readStream(stream)) if (event.id === id) return event.type;
  } catch (error) {
    if (!(error instanceof StreamNotFound)) throw error;
  }
  return undefined;
}
