import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { ProjectorRunning } from '../errors.ts';
import type { DatabasePlace } from '../place.ts';
import { startProjector, type Projector } from '../projector.ts';
import { fleet } from './fleet.ts';
import { boats } from './toy.ts';

/**
 * `node project-for-ever.ts <database as JSON>`: a projector to be killed. Says a line whenever it has moved, and when there is
 * no more to do; `standby` first while another one works.
 */
const STANDBY_MS = 50;
const database = JSON.parse(process.argv[2] as string) as DatabasePlace;
const store = await fleet();

async function elected(): Promise<Projector> {
  for (let said = false; ; said = true) {
    try {
      return await startProjector({ store, database, views: [boats()] });
    } catch (error) {
      if (!(error instanceof ProjectorRunning)) throw error;
      if (!said) process.stdout.write('standby\n');
      await delay(STANDBY_MS);
    }
  }
}

const projector = await elected();
for (let shown = ''; ; await nextTurn()) {
  const [status] = projector.status();
  const now = `${status?.state} ${status?.rebuild?.streamsDone ?? ''} ${status?.seq}`;
  if (now !== shown || status?.state === 'live') process.stdout.write(`${now}\n`);
  shown = now;
}
