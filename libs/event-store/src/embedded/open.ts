import { realpathSync } from 'node:fs';
import { StoreUnusable } from '../errors.ts';
import type { EventStore } from '../port.ts';
import { Appender } from './appender.ts';
import { channelOf } from './connection.ts';
import { Reader } from './reader.ts';
import { formerIdsOf, prepareFile } from './schema.ts';
import { EmbeddedStore } from './store.ts';
import { Wakeups } from './wakeups.ts';

const POLL_MS = 20;

export interface EmbeddedOptions {
  /** The log's file on a local disk; created where it does not exist, its folder is not. */
  readonly file: string;
  /** Epoch ms. Default: the machine's clock, read inside the write transaction; an injected one is read as appends are sent. */
  readonly clock?: () => number;
  /** Appends throw StoreReadOnly, and a missing file is not created. */
  readonly readOnly?: boolean;
  /** How often to look for other processes' commits while there are subscriptions; 20 by default. */
  readonly pollMs?: number;
}

/**
 * Opens the log in one SQLite file. Any number of threads and processes may have it open at once.
 * Throws StoreTooNew for a newer program's file, StoreIncomplete for a copy that was not ended, and StoreUnusable for a file
 * that is no log or cannot be opened.
 */
export async function openEmbeddedStore(options: EmbeddedOptions): Promise<EventStore> {
  const { clock, readOnly = false, pollMs = POLL_MS } = options;
  const identity = await prepareFile(options.file, readOnly);
  const formerIds = formerIdsOf(options.file, identity);
  const file = realpathSync(options.file); // one name for all who have it open
  const appender = readOnly ? undefined : await startAppender(file, clock);
  const reader = new Reader(file);
  const wakeups = new Wakeups(channelOf(file), () => reader.dataVersion(), pollMs);
  return new EmbeddedStore({ storeId: identity.storeId, formerIds }, reader, wakeups, appender);
}

async function startAppender(file: string, clock: (() => number) | undefined): Promise<Appender> {
  try {
    return await Appender.start(file, clock);
  } catch (cause) {
    throw new StoreUnusable(`cannot write ${file}: ${(cause as Error).message}`, { cause });
  }
}
