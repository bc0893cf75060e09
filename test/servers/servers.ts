import { freshPostgres } from '#database/testing';
import { startFakeServer, type FakeServer } from '#event-store/testing';
import type { Places } from '../../apps/server/src/places.ts';

/** Servers of a test's own. */
export interface Servers {
  readonly places: Omit<Places, 'dataDir'>;
  /** Present where the log is on it. */
  readonly eventStore?: FakeServer;
  stop(): Promise<void>;
}

/** Starts what is asked for: an EventStoreDB stand-in for the log, an empty PostgreSQL database for views and kept tables. */
export async function startServers(which: { readonly eventStore?: true; readonly database?: true }): Promise<Servers> {
  const eventStore = which.eventStore && (await startFakeServer());
  const database = which.database && (await freshPostgres());
  if (which.database && !database) throw new Error('there is no PostgreSQL to test on');
  return {
    places: {
      ...(eventStore && { eventStore: eventStore.url }),
      ...(database && { database: database.url }),
    },
    ...(eventStore && { eventStore }),
    stop: async () => {
      await eventStore?.stop();
      await database?.remove();
    },
  };
}
