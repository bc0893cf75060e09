import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LogBackup } from '#event-store';
import { digestOf, type Digest, type JsonObject } from '#kernel';
import { backupFailure, damaged } from './failures.ts';

/** The last file to be written: a folder without it is no backup. */
export const MANIFEST_FILE = 'manifest.json';
export const LOG_FILE = 'log.db';
export const KEPT_FILE = 'kept.db';
/** Keys lie in this folder, or are files of this ending beside the log. */
export const KEY_FOLDER = 'keys';
export const KEY_ENDING = '.key';

const FORMAT = 1;
const MANIFEST_BYTES_MAX = 4 * 1024 * 1024;

/** A file of a backup. */
export interface BackupFile {
  /** Path in the folder, with `/`. */
  readonly name: string;
  readonly bytes: number;
  readonly digest: Digest;
  /** Permissions in octal, where they are to be restored: of keys. */
  readonly mode?: string;
}

/** What a backup says of itself. */
export interface Manifest {
  readonly format: number;
  /** Version of the program that made it. */
  readonly program: string;
  readonly createdAt: string;
  /** `events` is the `seq` of the last event. */
  readonly log: LogBackup;
  /** Rows by table. */
  readonly kept: Readonly<Record<string, number>>;
  readonly files: readonly BackupFile[];
}

/** The manifest's text, with a digest of all that it says. */
export function manifestText(manifest: Omit<Manifest, 'format'>): string {
  const said = { format: FORMAT, ...manifest };
  return `${JSON.stringify({ ...said, digest: digestOf(asJson(said)) }, undefined, 2)}\n`;
}

/** Reads what a backup says of itself. Throws NoSuchBackup, NotABackup, BackupTooNew and BackupDamaged. */
export function readManifest(folder: string): Manifest {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw backupFailure('NoSuchBackup', { folder });
  const file = join(folder, MANIFEST_FILE);
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) throw backupFailure('NotABackup', { folder });
  if (found.size > MANIFEST_BYTES_MAX) throw damaged(`${MANIFEST_FILE} has ${found.size} bytes`);
  const said = parsed(readFileSync(file, 'utf8'));
  const { digest, ...rest } = said;
  const { format } = rest;
  if (typeof format === 'number' && format > FORMAT) {
    throw backupFailure('BackupTooNew', { why: `format ${format}, this program knows ${FORMAT}` });
  }
  if (digest !== digestOf(rest)) throw damaged(`${MANIFEST_FILE} was changed`);
  if (!isManifest(rest)) throw damaged(`${MANIFEST_FILE} is none of format ${FORMAT}`);
  return rest as JsonObject & Manifest;
}

function parsed(text: string): JsonObject {
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  } catch {
    // Said below.
  }
  throw damaged(`${MANIFEST_FILE} is no JSON object`);
}

/** Its digest is right, so a program of ours has written it; this is for what the others would have written. */
function isManifest(said: JsonObject): boolean {
  const { format, log, kept, files } = said;
  if (format !== FORMAT || !isObject(log) || !isObject(kept) || !Array.isArray(files)) return false;
  const names = files.map((file) => (isObject(file) ? file['name'] : undefined));
  return (
    typeof log['events'] === 'number' &&
    names.includes(LOG_FILE) &&
    names.includes(KEPT_FILE) &&
    new Set(names).size === names.length &&
    files.every((file) => isObject(file) && isBackupFile(file))
  );
}

function isBackupFile({ name, bytes, digest, mode }: JsonObject): boolean {
  return (
    typeof name === 'string' &&
    isNameInBackup(name) &&
    typeof bytes === 'number' &&
    typeof digest === 'string' &&
    (mode === undefined || (typeof mode === 'string' && /^[0-7]{3}$/.test(mode)))
  );
}

/** The log, the kept tables, or a key; never a way out of the folder. */
function isNameInBackup(name: string): boolean {
  const parts = name.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..' || /[\\\0]/.test(part))) return false;
  if (parts.length === 1) return name === LOG_FILE || name === KEPT_FILE || name.endsWith(KEY_ENDING);
  return parts[0] === KEY_FOLDER;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const asJson = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;
