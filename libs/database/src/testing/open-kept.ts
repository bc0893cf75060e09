import { openKept } from '../kept.ts';
import type { DatabasePlace } from '../place.ts';
import { STAMPS } from './stamps.ts';

/** `node open-kept.ts <database as JSON> <who>`: opens the kept tables at the same time as others do, and writes rows. */
const [, , database, who] = process.argv as [string, string, string, string];
const kept = await openKept<{ stamps: { who: string; n: number } }>({
  database: JSON.parse(database) as DatabasePlace,
  migrations: STAMPS,
  clock: () => 0,
});
for (let n = 0; n < 50; n++) {
  await kept.write('fast', (transaction) => transaction.insertInto('stamps').values({ who, n }).execute());
}
await kept.close();
