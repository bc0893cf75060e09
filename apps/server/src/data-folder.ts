import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartFailure } from './start-failure.ts';

/** The layout of a data folder that this program knows: `log.db`, `kept.db`, `views/`. */
const FORMAT = 1;
const FORMAT_FILE = 'format';
const LOCK_FILE = 'server.lock';
const SQLITE_BUSY = 5;

/** A data folder that this server holds alone. */
export interface DataFolder {
  readonly path: string;
  readonly logFile: string;
  release(): void;
}

/** Makes the folder where it is missing, and takes it for this server. Throws StartFailure. */
export function takeDataFolder(dataDir: string): DataFolder {
  const path = resolve(dataDir);
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const why = (cause as Error).message;
    throw new StartFailure(
      { zh: `数据目录 ${path} 不可写：${why}`, en: `the data folder ${path} cannot be written: ${why}` },
      { cause },
    );
  }
  const release = lock(path);
  try {
    markFormat(path);
  } catch (error) {
    release();
    throw error;
  }
  return { path, logFile: join(path, 'log.db'), release };
}

/**
 * An exclusive SQLite transaction for the life of the process: a second server is refused, commands of the CLI are not,
 * and the system lets go of it when the process dies, however it dies.
 */
function lock(path: string): () => void {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(path, LOCK_FILE), { timeout: 0 });
    database.exec('begin exclusive');
    const held = database;
    return () => held.close();
  } catch (cause) {
    database?.close();
    if ((cause as { errcode?: number }).errcode === SQLITE_BUSY) {
      throw new StartFailure(
        { zh: `另一个服务正在使用数据目录 ${path}`, en: `another server is using the data folder ${path}` },
        { cause },
      );
    }
    const why = (cause as Error).message;
    throw new StartFailure(
      { zh: `数据目录 ${path} 不可写：${why}`, en: `the data folder ${path} cannot be written: ${why}` },
      { cause },
    );
  }
}

/** Throws StartFailure for a folder whose layout another version made; a folder without the mark is a new one. */
export function requireKnownFormat(path: string): void {
  const file = join(path, FORMAT_FILE);
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : String(FORMAT);
  if (found === String(FORMAT)) return;
  throw new StartFailure({
    zh: `数据目录 ${path} 的格式是 ${JSON.stringify(found)}，本程序只认得 ${FORMAT}，请用更新的程序打开`,
    en: `the data folder ${path} has format ${JSON.stringify(found)}, this program knows ${FORMAT}; use the newer one`,
  });
}

/** Marks a folder that is about to be written with the layout of this program. Throws as {@link requireKnownFormat}. */
export function markFormat(path: string): void {
  requireKnownFormat(path);
  const file = join(path, FORMAT_FILE);
  if (!existsSync(file)) writeFileSync(file, `${FORMAT}\n`);
}
