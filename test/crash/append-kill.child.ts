import { randomUUID } from 'node:crypto';
import { flushCompileCache } from 'node:module';
import { openEmbeddedStore } from '#event-store';

// Appends as fast as it can from many sides at once until it is killed, and says each append that was acknowledged.

const CLIENTS = 16;
const BATCH_MAX = 4;

flushCompileCache(); // it does not live to its end, where it would write that by itself
const store = await openEmbeddedStore({ file: process.argv[2] as string });
await Promise.all(Array.from({ length: CLIENTS }, client));

/** Batches of changing size to a stream of its own; each event says which batch it belongs to, and how large that is. */
async function client(): Promise<never> {
  const stream = `client-${randomUUID()}`;
  let expected: bigint | 'none' = 'none';
  for (let n = 0; ; n++) {
    const batch = randomUUID();
    const size = 1 + (n % BATCH_MAX);
    const events = Array.from({ length: size }, () => ({
      id: randomUUID(),
      type: 'Counted',
      data: { batch, size },
      metadata: {},
    }));
    const { revision, position } = await store.append(stream, events, expected);
    expected = revision;
    const ids = events.map((event) => event.id);
    console.log(JSON.stringify({ stream, revision: String(revision), position: String(position), ids }));
  }
}
