import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartFailure } from './start-failure.ts';

// What a data folder is, for the server and for the commands that work on the same one.

/** The layout of a data folder that this program knows: `log.db`, `kept.db`, `views/`. */
export const FORMAT = 1;
export const FORMAT_FILE = 'format';
export const LOCK_FILE = 'server.lock';
/** Stands in the place of the format while a backup is being restored into the folder. */
export const RESTORING = 'restoring';
const SQLITE_BUSY = 5;

/** Where the log stands in a data folder. */
export const logFileIn = (path: string): string => join(path, 'log.db');

/** A data folder that this process holds, alone or with others. */
export interface DataFolder {
  readonly path: string;
  readonly logFile: string;
  readonly release: () => void;
}

/** Whether a process has the folder to itself, or shares it with others that do a part of the work. */
export type Hold = 'alone' | 'shared';

/** Makes the folder where it is missing, and takes it for this process. Throws StartFailure. */
export function takeDataFolder(dataDir: string, hold: Hold): DataFolder {
  const path = makeDataFolder(dataDir);
  const release = lockFolder(path, hold);
  try {
    markFormat(path);
  } catch (error) {
    release();
    throw error;
  }
  return { path, logFile: logFileIn(path), release };
}

/** Makes the folder where it is missing, and answers its full path. Throws StartFailure where it cannot be written. */
export function makeDataFolder(dataDir: string): string {
  const path = resolve(dataDir);
  try {
    makeFolders(path);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return path;
  } catch (cause) {
    throw notWritable(path, cause);
  }
}

/** One folder after the other, from the first that is there: `recursive` never returns on some file systems (`/proc`). */
function makeFolders(path: string): void {
  const missing: string[] = [];
  for (let folder = path; !existsSync(folder) && dirname(folder) !== folder; folder = dirname(folder)) {
    missing.unshift(folder);
  }
  for (const folder of missing) {
    try {
      mkdirSync(folder);
    } catch (error) {
      // Somebody else was faster.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function notWritable(dataDir: string, cause: unknown): StartFailure {
  return new StartFailure('FolderNotWritable', { dataDir, why: (cause as Error).message }, { cause });
}

/**
 * An SQLite transaction for the life of the process, exclusive or of a reader: who has the folder alone is refused beside
 * any other, commands of the CLI never are, and the system lets go of it when the process dies, however it dies.
 */
export function lockFolder(path: string, hold: Hold): () => void {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(path, LOCK_FILE), { timeout: 0 });
    // A reader's lock comes with the first read.
    database.exec(hold === 'alone' ? 'begin exclusive' : 'begin; select * from sqlite_schema');
    const held = database;
    return () => held.close();
  } catch (cause) {
    database?.close();
    const busy = (cause as { errcode?: number }).errcode === SQLITE_BUSY;
    throw busy ? new StartFailure('FolderLocked', { dataDir: path }, { cause }) : notWritable(path, cause);
  }
}

/** Throws StartFailure for a folder whose layout another version made; a folder without the mark is a new one. */
export function requireKnownFormat(path: string): void {
  const file = join(path, FORMAT_FILE);
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : String(FORMAT);
  if (found === String(FORMAT)) return;
  if (found === RESTORING) throw new StartFailure('RestoreUnfinished', { dataDir: path });
  const why = `it has format ${JSON.stringify(found)}, this program knows ${FORMAT}`;
  throw new StartFailure('FolderTooNew', { dataDir: path, why });
}

/** Marks a folder that is about to be written with the layout of this program. Throws as {@link requireKnownFormat}. */
export function markFormat(path: string): void {
  requireKnownFormat(path);
  const file = join(path, FORMAT_FILE);
  if (!existsSync(file)) writeFileSync(file, `${FORMAT}\n`);
}
