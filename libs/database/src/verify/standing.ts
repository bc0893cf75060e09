import type { EventStore } from '#event-store';
import { Catalogue, type CatalogueEntry, type Stopped } from '../catalogue.ts';
import { viewPlace, type Snapshot, type Storage, type ViewPlace } from '../connection.ts';
import { readProgress } from '../view-store.ts';
import type { View } from '../view.ts';

/** Why there is nothing to compare. */
export type NotCompared =
  /** Never built; not built to its end; of another log. */
  | { readonly reason: 'missing' | 'building' | 'foreign' }
  /** At an event that the running projector could not take. */
  | { readonly reason: 'stopped'; readonly stopped: Stopped }
  /** Another version of the program keeps it. */
  | { readonly reason: 'other-version'; readonly serves: number }
  /** The disk is damaged. */
  | { readonly reason: 'unreadable'; readonly message: string }
  /** At an event that this program cannot take, and the one that built the running view could. */
  | { readonly reason: 'rebuild-stopped'; readonly stopped: Stopped };

/** What runs, at one moment: after the event `seq`. The snapshot is to be closed. */
export interface Moment {
  readonly snapshot: Snapshot;
  readonly seq: number;
}

/** The running view as it is now, or why it cannot be compared. */
export async function momentOfView(storage: Storage, view: View, log: EventStore): Promise<Moment | NotCompared> {
  const why = whyNot(await entriesOf(storage, view.name), view.version);
  if (why) return why;
  return momentOf(storage, viewPlace(view.name, view.version), async (snapshot) => {
    const progress = await readProgress(snapshot);
    const origin = progress && originOf(progress.storeId, log);
    if (origin === 'own' && progress?.phase === 'following') return progress.seq;
    return { reason: origin === 'foreign' ? 'foreign' : 'building' };
  });
}

/** The numbers of the events as they are now, or why they cannot be compared. */
export async function momentOfNumbers(storage: Storage, log: EventStore): Promise<Moment | NotCompared> {
  return momentOf(storage, 'sequence', async (snapshot) => {
    const [progress] = await snapshot.all<{ store_id: string }>('SELECT store_id FROM progress');
    const origin = progress && originOf(progress.store_id, log);
    if (origin !== undefined && origin !== 'own') return { reason: origin === 'former' ? 'building' : 'foreign' };
    const [head] = await snapshot.all<{ seq: number | null }>('SELECT max(seq) AS seq FROM sequence');
    return head?.seq ?? 0;
  });
}

async function momentOf(
  storage: Storage,
  place: 'sequence' | ViewPlace,
  seqOf: (snapshot: Snapshot) => Promise<number | NotCompared>,
): Promise<Moment | NotCompared> {
  if (!(await storage.exists(place))) return { reason: 'missing' };
  const snapshot = await storage.snapshot(place);
  try {
    const seq = await seqOf(snapshot);
    if (typeof seq === 'number') return { snapshot, seq };
    await snapshot.close();
    return seq;
  } catch (error) {
    await snapshot.close();
    throw error;
  }
}

/** What was made from a log of which this one is a copy is about to be made anew. */
function originOf(storeId: string, log: EventStore): 'own' | 'former' | 'foreign' {
  if (storeId === log.storeId) return 'own';
  return log.formerIds.includes(storeId) ? 'former' : 'foreign';
}

function whyNot(entries: readonly CatalogueEntry[], version: number): NotCompared | undefined {
  const entry = entries.find((one) => one.version === version);
  const serving = entries.find((one) => one.serving);
  if (entry?.stopped) return { reason: 'stopped', stopped: entry.stopped };
  if (entry) return entry.serving ? undefined : { reason: 'building' };
  return serving ? { reason: 'other-version', serves: serving.version } : { reason: 'missing' };
}

async function entriesOf(storage: Storage, name: string): Promise<CatalogueEntry[]> {
  if (!(await storage.exists('catalogue'))) return [];
  const catalogue = await Catalogue.open(storage, 'read');
  try {
    return (await catalogue.entries()).filter(({ view }) => view === name);
  } finally {
    await catalogue.close();
  }
}
