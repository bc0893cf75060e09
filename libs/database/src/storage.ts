import type { Storage } from './connection.ts';
import type { DatabasePlace } from './place.ts';
import { addressOf } from './postgres/address.ts';
import { PostgresStorage } from './postgres/storage.ts';
import { SqliteStorage } from './sqlite/storage.ts';

/** Opens the views of a place. */
export function openStorage(place: DatabasePlace): Storage {
  return 'folder' in place ? new SqliteStorage(place.folder) : new PostgresStorage(addressOf(place.url));
}
