import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteStorage } from '../sqlite/storage.ts';

const PREFIX = 'taizhang-verify-';
/** Another process may clean up between two of our steps, hardly twice. */
const TRIES = 5;

/** A folder for a database that nobody else looks at. */
export interface OwnFolder {
  readonly storage: SqliteStorage;
  remove(): Promise<void>;
}

/** Makes the folder in `parent`, and removes those that runs which were killed have left there. */
export async function ownFolder(parent: string): Promise<OwnFolder> {
  for (const name of readdirSync(parent)) {
    // Who is at work holds the lock, which the system takes from who is killed. What another user left is not ours to remove.
    if (name.startsWith(PREFIX))
      await taken(join(parent, name)).then(
        (left) => left.remove(),
        () => undefined,
      );
  }
  for (let tries = 1; ; tries++) {
    try {
      const folder = mkdtempSync(join(parent, PREFIX));
      const own = await taken(folder);
      if (existsSync(folder)) return own;
      await own.remove();
    } catch (error) {
      if (tries === TRIES) throw error;
    }
  }
}

/** Throws ProjectorRunning where another process is at work in it. */
async function taken(folder: string): Promise<OwnFolder> {
  const storage = new SqliteStorage(folder);
  const lock = await storage.lock();
  const remove = async (): Promise<void> => {
    await storage.close();
    rmSync(folder, { recursive: true, force: true });
    await lock.release();
  };
  return { storage, remove };
}
