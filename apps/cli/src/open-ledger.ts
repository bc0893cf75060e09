import { existsSync } from 'node:fs';
import type { EventStore, UpcastingStore } from '#event-store';
import { openLog } from '#ledger';
import { openRegistry, type Registry } from '#registry';
import { logFileIn, makeDataFolder, markFormat, requireKnownFormat } from '../../server/src/data-folder.ts';
import { placesFrom, type Places } from '../../server/src/places.ts';

/** A ledger opened for one command of the command line; servers may have it open at the same time. */
export interface OpenLedger {
  readonly store: EventStore;
  readonly registry: Registry;
  close(): Promise<void>;
}

/** The ledger that a command works on: the one of a server with the same environment. Throws StartFailure. */
export function placesOfCommand(): Places {
  return placesFrom(process.env);
}

/** Opens the log and the registry, making what is missing. Throws StartFailure and what the libraries throw. */
export async function openLedger(places: Places): Promise<OpenLedger> {
  const { dataDir, eventStore, database } = places;
  if (eventStore === undefined || database === undefined) {
    makeDataFolder(dataDir);
    markFormat(dataDir);
  }
  const store = await openLog(eventStore === undefined ? { file: logFileIn(dataDir) } : { url: eventStore });
  try {
    const registry = await openRegistry({
      database: database === undefined ? { folder: dataDir } : { url: database },
      clock: Date.now,
    });
    return {
      store,
      registry,
      close: async () => {
        await store.close();
        await registry.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The log to look at and never to write, or undefined where there is none yet. */
export async function openLogToRead({ dataDir, eventStore }: Places): Promise<UpcastingStore | undefined> {
  if (eventStore !== undefined) return openLog({ url: eventStore }, { readOnly: true });
  const file = logFileIn(dataDir);
  requireKnownFormat(dataDir);
  return existsSync(file) ? openLog({ file }, { readOnly: true }) : undefined;
}
