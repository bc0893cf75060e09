import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { KeptTooNew } from '#database';
import { examineSealedLog, StoreTooNew, unsealLog } from '#event-store';
import { openRegistry } from '#registry';
import { FolderNotEmpty, takeFolderToFill, type FolderToFill } from '../../../server/src/fill-folder.ts';
import type { Places } from '../../../server/src/places.ts';
import { backupFailure, damaged } from './failures.ts';
import { copyFile, filesIn, foldersIn, isWithin, toDisk } from './files.ts';
import { KEPT_FILE, KEY_ENDING, KEY_FOLDER, LOG_FILE, MANIFEST_FILE, readManifest, type Manifest } from './manifest.ts';

export interface RestoreOptions {
  readonly places: Places;
  readonly folder: string;
  readonly clock: () => number;
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/** A ledger that was made of a backup: its log has an id of its own. */
export interface Restored {
  readonly dataDir: string;
  readonly storeId: string;
  readonly manifest: Manifest;
}

/**
 * Makes a ledger of a backup, in an empty data folder. What was copied is compared and read as a whole before anything can
 * open it; broken off in between, it begins anew the next time. Throws CommandFailed and StartFailure; then the folder is
 * empty as before.
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const { places, folder, signal } = options;
  if (places.eventStore !== undefined || places.database !== undefined) throw backupFailure('RestoreIntoServers');
  const manifest = readManifest(folder);
  requireApart(folder, places.dataDir);
  requireFiles(folder, manifest);
  const target = takeTarget(places.dataDir);
  try {
    await copy(options, manifest, target.path);
    signal?.throwIfAborted();
    requireLog(join(target.path, LOG_FILE), manifest);
    await requireKept(target.path, options.clock);
    signal?.throwIfAborted();
    const storeId = unsealLog(join(target.path, LOG_FILE));
    for (const { name } of manifest.files) toDisk(join(target.path, name));
    for (const one of foldersIn(target.path)) toDisk(one);
    target.finish();
    return { dataDir: target.path, storeId, manifest };
  } catch (error) {
    target.empty();
    throw error;
  } finally {
    target.release();
  }
}

/** A data folder that is filled is emptied first, and a backup holds nothing that is not its own. */
function requireApart(backup: string, dataDir: string): void {
  const named = { folder: resolve(backup), dataDir: resolve(dataDir) };
  if (isWithin(backup, dataDir)) throw backupFailure('DataFolderInBackup', named);
  if (isWithin(dataDir, backup)) throw backupFailure('BackupInDataFolder', named);
}

/** Every file that the manifest names is there in its size, and no other one. */
function requireFiles(folder: string, { files }: Manifest): void {
  const known = new Set([MANIFEST_FILE, ...files.map(({ name }) => name)]);
  const found = new Set(filesIn(folder));
  for (const { name, bytes } of files) {
    if (!found.has(name)) throw damaged(`${name} is missing`);
    const { size } = statSync(join(folder, name));
    if (size !== bytes) throw damaged(`${name} has ${size} bytes, not ${bytes}`);
  }
  for (const name of found) if (!known.has(name)) throw damaged(`${name} does not belong to it`);
}

function takeTarget(dataDir: string): FolderToFill {
  const isPart = (name: string) =>
    name === KEY_FOLDER || name.endsWith(KEY_ENDING) || [LOG_FILE, KEPT_FILE].some((file) => name.startsWith(file));
  try {
    return takeFolderToFill(dataDir, isPart);
  } catch (error) {
    if (!(error instanceof FolderNotEmpty)) throw error;
    throw backupFailure('DataFolderNotEmpty', { dataDir: resolve(dataDir), what: error.found });
  }
}

async function copy(
  { folder, onProgress, signal }: RestoreOptions,
  { files }: Manifest,
  target: string,
): Promise<void> {
  const of = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const reading = { onBytes: (bytes: number) => onProgress?.((done += bytes), of), ...(signal && { signal }) };
  for (const { name, digest, mode } of files) {
    const permissions = mode === undefined ? {} : { mode };
    const copied = await copyFile(join(folder, name), join(target, name), { ...reading, ...permissions });
    if (copied.digest !== digest) throw damaged(`${name} was changed: its digest is ${copied.digest}, not ${digest}`);
  }
}

/** Reads the whole log, and compares it with what the manifest says of it. */
function requireLog(file: string, { log }: Manifest): void {
  try {
    const { storeId, events, streams, last } = examineSealedLog(file);
    const isSame =
      storeId === log.storeId && events === log.events && streams === log.streams && last?.id === log.last?.id;
    if (!isSame)
      throw damaged(`${LOG_FILE} holds ${events} events up to ${last?.id ?? 'none'}, ${MANIFEST_FILE} says otherwise`);
  } catch (error) {
    if (error instanceof StoreTooNew) throw backupFailure('BackupTooNew', { why: error.message });
    const { name, message } = error as Error;
    throw name === 'LogDamaged' || name === 'StoreUnusable' ? damaged(`${LOG_FILE}: ${message}`) : error;
  }
}

/** Brings the kept tables up to this program. */
async function requireKept(folder: string, clock: () => number): Promise<void> {
  try {
    await (await openRegistry({ database: { folder }, clock })).close();
  } catch (error) {
    if (error instanceof KeptTooNew) throw backupFailure('BackupTooNew', { why: error.message });
    throw damaged(`${KEPT_FILE}: ${(error as Error).message}`);
  }
}
