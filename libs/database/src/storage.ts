import type { Storage } from './connection.ts';
import type { DatabasePlace } from './place.ts';
import { SqliteStorage } from './sqlite/storage.ts';

/** Opens the views of a place. */
export function openStorage(place: DatabasePlace): Storage {
  if ('folder' in place) return new SqliteStorage(place.folder);
  throw new TypeError('no storage for a server yet');
}
