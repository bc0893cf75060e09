import { existsSync } from 'node:fs';
import { openEmbeddedStore, type EventStore } from '#event-store';
import { openRegistry, type Registry } from '#registry';
import { logFileIn, makeDataFolder, markFormat, requireKnownFormat } from '../../server/src/data-folder.ts';

/** A data folder opened for one command of the command line; a server may have it open at the same time. */
export interface LedgerFolder {
  readonly store: EventStore;
  readonly registry: Registry;
  close(): Promise<void>;
}

/** The folder a command works on: `DATA_DIR`, by default `./data`. */
export function dataDir(environment: NodeJS.ProcessEnv = process.env): string {
  return environment['DATA_DIR'] || 'data';
}

/** Opens the log and the registry, creating the folder where it is missing. Throws StartFailure and what the libraries throw. */
export async function openLedgerFolder(folder: string): Promise<LedgerFolder> {
  makeDataFolder(folder);
  markFormat(folder);
  const store = await openEmbeddedStore({ file: logFileIn(folder) });
  try {
    const registry = await openRegistry({ database: { folder }, clock: Date.now });
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
export async function openLogToRead(folder: string): Promise<EventStore | undefined> {
  const file = logFileIn(folder);
  requireKnownFormat(folder);
  return existsSync(file) ? openEmbeddedStore({ file, readOnly: true }) : undefined;
}
