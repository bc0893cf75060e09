import type { EventStore } from '#event-store';
import type { Metrics } from '#http';

/** The store, with every append timed. */
export function measured(store: EventStore, metrics: Metrics): EventStore {
  return {
    storeId: store.storeId,
    formerIds: store.formerIds,
    async append(stream, events, expected) {
      const began = performance.now();
      let outcome = 'written';
      try {
        return await store.append(stream, events, expected);
      } catch (error) {
        outcome = (error as Error).name;
        throw error;
      } finally {
        metrics.observeAppend(outcome, (performance.now() - began) / 1000);
      }
    },
    readStream: (stream, options) => store.readStream(stream, options),
    readLast: () => store.readLast(),
    readAll: (options) => store.readAll(options),
    subscribe: (options) => store.subscribe(options),
    close: () => store.close(),
  };
}
