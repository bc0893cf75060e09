import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DatabasePlace } from '../place.ts';
import { startProjector } from '../projector.ts';
import { fleet } from './fleet.ts';
import { boats } from './toy.ts';

/** `node project-for-ever.ts <database as JSON>`: a projector to be killed; a line whenever it has moved, and when there is no more to do. */
const projector = await startProjector({
  store: await fleet(),
  database: JSON.parse(process.argv[2] as string) as DatabasePlace,
  views: [boats()],
});
for (let shown = ''; ; await nextTurn()) {
  const [status] = projector.status();
  const now = `${status?.state} ${status?.rebuild?.streamsDone ?? ''} ${status?.seq}`;
  if (now !== shown || status?.state === 'live') process.stdout.write(`${now}\n`);
  shown = now;
}
