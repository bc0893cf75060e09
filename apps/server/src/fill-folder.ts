import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { FORMAT, FORMAT_FILE, LOCK_FILE, lockFolder, makeDataFolder, RESTORING } from './data-folder.ts';

/** A data folder that is being filled from outside: no server and no command opens it before it is whole. */
export interface FolderToFill {
  readonly path: string;
  /** What is in it is whole and on disk: from now on it is a data folder like any other. */
  finish(): void;
  /** Takes out again what was put in. */
  empty(): void;
  release(): void;
}

/** What a folder holds that is to be filled, and must not. */
export class FolderNotEmpty extends Error {
  override readonly name = 'FolderNotEmpty';
  readonly found: string;
  constructor(found: string) {
    super(`the folder holds ${found}`);
    this.found = found;
  }
}

/**
 * Takes an empty folder, made where it is missing, or one whose filling was broken off; that one is emptied. `isPart` says
 * what a filling puts there. Throws StartFailure where a server has it or it cannot be written, and {@link FolderNotEmpty}.
 */
export function takeFolderToFill(dataDir: string, isPart: (name: string) => boolean): FolderToFill {
  const isNew = !existsSync(dataDir);
  const path = makeDataFolder(dataDir);
  const mark = join(path, FORMAT_FILE);
  const marking = `${FORMAT_FILE}.new`;
  const contents = () => readdirSync(path).filter((name) => !name.startsWith(LOCK_FILE) && name !== marking);
  const requireFree = () => {
    const isBrokenOff = existsSync(mark) && readFileSync(mark, 'utf8').trim() === RESTORING;
    const found = contents().find((name) => !isBrokenOff || !(name === FORMAT_FILE || isPart(name)));
    if (found !== undefined) throw new FolderNotEmpty(found);
  };
  /** At once, so that no power cut leaves half a mark. */
  const say = (text: string) => {
    writeFileSync(join(path, marking), `${text}\n`, { flush: true });
    renameSync(join(path, marking), mark);
    toDisk(path);
  };
  const takeOut = () => {
    for (const name of contents()) if (name !== FORMAT_FILE) rmSync(join(path, name), { recursive: true });
  };
  requireFree();
  const release = lockFolder(path, 'alone');
  try {
    requireFree();
    say(RESTORING);
    takeOut();
    toDisk(dirname(path));
  } catch (error) {
    release();
    throw error;
  }
  return {
    path,
    finish: () => say(String(FORMAT)),
    empty() {
      // The mark goes last: until then the folder is one that was not finished.
      takeOut();
      rmSync(mark, { force: true });
      if (isNew) rmSync(path, { recursive: true });
    },
    release,
  };
}

function toDisk(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
