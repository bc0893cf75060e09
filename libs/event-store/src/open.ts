import type { CopyTarget } from './copy.ts';
import { openEmbeddedCopyTarget } from './embedded/copy-target.ts';
import { openEmbeddedStore } from './embedded/open.ts';
import type { EventStore } from './port.ts';

/** Where a log is: in a file, or on a server (`esdb://…`). */
export type LogPlace = { readonly file: string } | { readonly url: string };

export interface OpenOptions {
  /** Epoch ms; default: the machine's clock. */
  readonly clock?: () => number;
  /** Appends throw StoreReadOnly, and a log that is not there is not made. */
  readonly readOnly?: boolean;
}

/**
 * Opens the log in a place. The server's client is loaded only for a server.
 * Throws StoreUnusable, StoreTooNew, StoreIncomplete; for a server within 8 s.
 */
export async function openEventStore(place: LogPlace, options: OpenOptions = {}): Promise<EventStore> {
  if ('file' in place) return openEmbeddedStore({ ...place, ...options });
  const { openServerStore } = await import('./eventstoredb/open.ts');
  return openServerStore({ ...place, ...options });
}

/** Opens a log to fill it with a copy of another one, making it where there is none. Throws as {@link openEventStore} does. */
export async function openCopyTarget(place: LogPlace): Promise<CopyTarget> {
  if ('file' in place) return openEmbeddedCopyTarget(place);
  const { openServerCopyTarget } = await import('./eventstoredb/open.ts');
  return openServerCopyTarget(place);
}
