import { databaseUrlFault, type DatabasePlace } from '#database';
import { serverUrlFault, type LogPlace } from '#event-store';
import { takeDataFolder } from './data-folder.ts';
import { Judge, type Environment } from './judge.ts';

/** Which part of the work a process does: everything, or one of the two that can be split. */
export const ROLES = ['all', 'api', 'projector'] as const;
export type Role = (typeof ROLES)[number];

/** Where a ledger is, as the environment says. */
export interface Places {
  /** Holds what is embedded; untouched where nothing is. */
  readonly dataDir: string;
  /** `esdb://…`; absent: the log is a file in the folder. */
  readonly eventStore?: string;
  /** `postgres://…`; absent: views and kept tables are files in the folder. */
  readonly database?: string;
}

const EMBEDDED = 'embedded';

/** Where the environment says the ledger is. Throws StartFailure that names every value that is wrong. */
export function placesFrom(environment: Environment): Places {
  const judge = new Judge(environment);
  const places = takePlacesOf(judge);
  judge.end();
  return places;
}

/** The same among other variables that are judged together. */
export function takePlacesOf(judge: Judge): Places {
  const dataDir = judge.take('DATA_DIR', './data', (value) => !value.includes('\0'), '路径 / a path');
  const eventStore = judge.take('EVENT_STORE', EMBEDDED, (value) => value === EMBEDDED || serverUrlFault(value));
  const database = judge.take('DATABASE_URL', '', (value) => value === '' || databaseUrlFault(value));
  return { dataDir, ...(eventStore !== EMBEDDED && { eventStore }), ...(database !== '' && { database }) };
}

/** A ledger's places that this process may work on. */
export interface TakenPlaces {
  readonly log: LogPlace;
  readonly database: DatabasePlace;
  readonly release: () => void;
}

/**
 * Takes the places for a process. A folder is taken alone by a process that does everything, and shared by those that do a part.
 * Throws StartFailure where another server has it, or it cannot be written.
 */
export function takePlaces({ dataDir, eventStore, database }: Places, role: Role): TakenPlaces {
  if (eventStore !== undefined && database !== undefined) {
    return { log: { url: eventStore }, database: { url: database }, release: () => undefined };
  }
  const folder = takeDataFolder(dataDir, role === 'all' ? 'alone' : 'shared');
  return {
    log: eventStore === undefined ? { file: folder.logFile } : { url: eventStore },
    database: database === undefined ? { folder: folder.path } : { url: database },
    release: folder.release,
  };
}
