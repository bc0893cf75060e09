import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { backUpLog } from '#event-store';
import { backUpRegistry } from '#registry';
import { logFileIn, requireKnownFormat } from '../../../server/src/data-folder.ts';
import { ownVersion } from '../../../server/src/own-version.ts';
import type { Places } from '../../../server/src/places.ts';
import { backupFailure } from './failures.ts';
import { copyFile, digestOfFile, foldersIn, isWithin, keysIn, modeOf, toDisk } from './files.ts';
import { KEPT_FILE, LOG_FILE, MANIFEST_FILE, manifestText, type BackupFile, type Manifest } from './manifest.ts';

/** There from the beginning, and becomes the manifest. */
const BEGUN_FILE = `${MANIFEST_FILE}.begun`;

export interface BackUpOptions {
  readonly places: Places;
  /** New, in a folder that is there, or empty; not in the data folder. */
  readonly folder: string;
  readonly clock: () => number;
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Copies the ledger into a folder while servers work on it. The log goes first, as it is at one moment; then, as they are
 * at a later one, the kept tables: so everybody whom an event names is in the backup (ADR 0023). The manifest goes last, on
 * a disk that has everything else. Throws CommandFailed and what the libraries throw; then the folder is as it was.
 */
export async function backUp(options: BackUpOptions): Promise<Omit<Manifest, 'format'>> {
  const { places } = options;
  requireLedger(places);
  const folder = resolve(options.folder);
  if (isWithin(places.dataDir, folder)) {
    throw backupFailure('BackupInDataFolder', { folder, dataDir: resolve(places.dataDir) });
  }
  const isNew = takeFolder(folder);
  try {
    return await write({ ...options, folder });
  } catch (error) {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    if (isNew) rmSync(folder, { recursive: true });
    throw error;
  }
}

async function write({ places, folder, clock, onProgress, signal }: BackUpOptions): Promise<Omit<Manifest, 'format'>> {
  const { dataDir, eventStore, database } = places;
  const createdAt = new Date(clock()).toISOString();
  const log = await backUpLog({
    from: eventStore === undefined ? { file: logFileIn(dataDir) } : { url: eventStore },
    file: join(folder, LOG_FILE),
    ...(onProgress && { onProgress }),
    ...(signal && { signal }),
  });
  signal?.throwIfAborted();
  const from = database === undefined ? { folder: dataDir } : { url: database };
  const kept = await backUpRegistry({ from, folder, clock });
  const files: BackupFile[] = [];
  const reading = signal ? { signal } : {};
  for (const name of [LOG_FILE, KEPT_FILE]) {
    files.push({ name, ...(await digestOfFile(join(folder, name), reading)) });
  }
  for (const name of keysIn(dataDir)) {
    const key = join(dataDir, name);
    files.push({ name, ...(await copyFile(key, join(folder, name), { ...reading, mode: modeOf(key) })) });
  }
  const manifest = { program: ownVersion(), createdAt, log, kept, files };
  for (const { name } of files) toDisk(join(folder, name));
  for (const one of foldersIn(folder)) toDisk(one);
  const begun = join(folder, BEGUN_FILE);
  writeFileSync(begun, manifestText(manifest), { flush: true });
  renameSync(begun, join(folder, MANIFEST_FILE));
  toDisk(folder);
  toDisk(dirname(folder));
  return manifest;
}

function requireLedger({ dataDir, eventStore, database }: Places): void {
  if (eventStore !== undefined && database !== undefined) return;
  requireKnownFormat(dataDir);
  const isThere = eventStore === undefined ? existsSync(logFileIn(dataDir)) : existsSync(join(dataDir, KEPT_FILE));
  if (!isThere) throw backupFailure('NoSuchLedger', { place: dataDir });
}

/** Makes sure of an empty folder, and that nobody else is filling it; answers whether it was made. */
function takeFolder(folder: string): boolean {
  try {
    const isNew = !existsSync(folder);
    if (isNew && !existsSync(dirname(folder))) throw backupFailure('BackupParentMissing', { parent: dirname(folder) });
    // Not `recursive`, which never returns on some file systems (`/proc`).
    if (isNew) mkdirSync(folder, { mode: 0o700 });
    const [found] = readdirSync(folder);
    if (found !== undefined) throw backupFailure('BackupFolderNotEmpty', { folder, what: found });
    writeFileSync(join(folder, BEGUN_FILE), '', { flag: 'wx' });
    return isNew;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw backupFailure('BackupFailed', { why: (error as Error).message });
  }
}
