import type { EventStore } from '#event-store';
import { Catalogue } from './catalogue.ts';
import { hasTable, type Storage } from './connection.ts';
import type { DatabasePlace } from './place.ts';
import { openStorage } from './storage.ts';

/**
 * Lets go of everything that was built from the log: the next projector builds it anew. Throws ProjectorRunning while one
 * works on it.
 */
export async function dropViews(place: DatabasePlace): Promise<void> {
  const storage = openStorage(place);
  try {
    const lock = await storage.lock();
    try {
      const catalogue = await Catalogue.open(storage, 'write');
      await forgetAll(storage, catalogue);
      await catalogue.close();
    } finally {
      await lock.release();
    }
  } finally {
    await storage.close();
  }
}

/**
 * Lets go of everything that was built from a log of which this one is a verified copy: events stand at other positions
 * here. Answers whether there was any.
 */
export async function forgetFormer(storage: Storage, catalogue: Catalogue, log: EventStore): Promise<boolean> {
  const sequence = await storage.open('sequence', 'write');
  try {
    if (!(await hasTable(sequence, 'progress'))) return false;
    const [progress] = await sequence.all<{ store_id: string }>('SELECT store_id FROM progress');
    if (!progress || !log.formerIds.includes(progress.store_id)) return false;
  } finally {
    await sequence.close();
  }
  await forgetAll(storage, catalogue);
  return true;
}

/** The numbers go last: as long as they are there, what was left half done is done again. */
async function forgetAll(storage: Storage, catalogue: Catalogue): Promise<void> {
  await catalogue.clear();
  for (const place of await storage.viewPlaces()) await storage.clear(place);
  await storage.clear('sequence');
}
