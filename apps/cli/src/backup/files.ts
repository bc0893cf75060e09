import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Digest } from '#kernel';
import { KEY_ENDING, KEY_FOLDER, type BackupFile } from './manifest.ts';

const CHUNK_BYTES = 1024 * 1024;

export interface Reading {
  readonly onBytes?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

/** Bytes and digest of a file. */
export async function digestOfFile(path: string, reading: Reading = {}): Promise<Omit<BackupFile, 'name'>> {
  return through(path, undefined, reading);
}

/**
 * Copies a file to where none is, with permissions where they are given, and says what was copied: what it is compared with
 * cannot change in between.
 */
export async function copyFile(
  from: string,
  to: string,
  { mode, ...reading }: Reading & { readonly mode?: string } = {},
): Promise<Omit<BackupFile, 'name'>> {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  if (mode === undefined) return through(from, createWriteStream(to, { flags: 'wx' }), reading);
  const copied = await through(from, createWriteStream(to, { flags: 'wx', mode: 0o600 }), reading);
  chmodSync(to, Number.parseInt(mode, 8));
  return { ...copied, mode };
}

async function through(
  from: string,
  to: Writable | undefined,
  { onBytes, signal }: Reading,
): Promise<Omit<BackupFile, 'name'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  const source = createReadStream(from, { highWaterMark: CHUNK_BYTES });
  const digesting = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      onBytes?.(chunk.length);
      if (to !== undefined) yield chunk;
    }
  };
  const options = signal ? { signal } : {};
  if (to === undefined) await pipeline(source, digesting, drain, options);
  else await pipeline(source, digesting, to, options);
  return { bytes, digest: `sha256:${hash.digest('hex')}` as Digest };
}

async function drain(chunks: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of chunks);
}

/** Puts on disk what a file, or the list of a folder's names, holds. */
export function toDisk(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Whether a path, which need not be there, is a folder or leads into it, whatever links are on the way. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(realPath(folder), realPath(path));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Without links, as far as there is anything. */
function realPath(path: string): string {
  const full = resolve(path);
  if (existsSync(full) || dirname(full) === full) return realpathSync(full);
  return join(realPath(dirname(full)), basename(full));
}

/** Every folder below one, and it itself. */
export function foldersIn(folder: string): string[] {
  const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...below.flatMap(({ name }) => foldersIn(join(folder, name)))];
}

/** The names of all files below a folder, with `/`, in order. */
export function filesIn(folder: string, prefix = ''): string[] {
  const found = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = `${prefix}${entry.name}`;
    return entry.isDirectory() ? filesIn(join(folder, entry.name), `${name}/`) : [name];
  });
  return found.toSorted();
}

/** The names of the keys in a data folder. */
export function keysIn(dataDir: string): string[] {
  if (!existsSync(dataDir)) return [];
  const beside = readdirSync(dataDir).filter((name) => name.endsWith(KEY_ENDING));
  const folder = join(dataDir, KEY_FOLDER);
  const within = existsSync(folder) ? filesIn(folder, `${KEY_FOLDER}/`) : [];
  return [...beside, ...within].filter((name) => statSync(join(dataDir, name)).isFile());
}

/** Permissions of a file, in octal. */
export const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8).padStart(3, '0');
