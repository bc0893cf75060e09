import { openEventStore, upcasting, type LogPlace, type OpenOptions, type UpcastingStore } from '#event-store';
import { SHAPES } from './shapes.ts';

/**
 * Opens the log of a ledger for whatever makes something of its events: they come in the shapes of today. What copies a log as
 * it is opens the store itself. Throws as `openEventStore` does.
 */
export async function openLog(place: LogPlace, options: OpenOptions = {}): Promise<UpcastingStore> {
  return upcasting(await openEventStore(place, options), SHAPES);
}
