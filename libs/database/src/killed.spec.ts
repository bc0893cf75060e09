import type { ChildProcess } from 'node:child_process';
import { openViews, startProjector, type DatabasePlace } from './index.ts';
import { child, ended } from './testing/child.ts';
import { dialects } from './testing/dialects.ts';
import { fleet, FLEET_EVENTS } from './testing/fleet.ts';
import { boats } from './testing/toy.ts';
import { allRows } from './testing/tables.ts';
import { until, untilLive } from './testing/until.ts';

const WAIT_MS = 30_000;
const TABLES = ['berths', 'crew', 'places', 'names'];
/** Signs of progress after which the projector is killed, again and again on the same folder. */
const KILLED_AFTER = [1, 8, 3, 12, 5, 20];

describe.each(dialects)('a projector that is killed, on %s', (_, fresh) => {
  const built = async (database: DatabasePlace): Promise<unknown> => {
    const store = await fleet();
    const projector = await startProjector({ store, database, views: [boats()] });
    const views = openViews({ database, storeId: store.storeId });
    await untilLive(projector);
    await views.waitFor('boats', projector.status()[0]?.position ?? 0n, WAIT_MS);
    const { applied, gaps, seq } = projector.status()[0] ?? {};
    const tables: unknown[] = [];
    for (const table of TABLES) {
      tables.push(await allRows(views.reader('boats'), table));
    }
    await views.close();
    await projector.stop();
    return { applied, gaps, seq, tables };
  };

  it('leaves rows and position together, wherever the kill falls', async () => {
    const [whole, killed] = [await fresh(), await fresh()];
    for (const after of KILLED_AFTER) {
      const projector = child('project-for-ever.ts', JSON.stringify(killed.database));
      let signs = 0;
      projector.stdout?.on('data', (text: Buffer) => {
        signs += text.toString().split('\n').length - 1;
        if (signs >= after) projector.kill('SIGKILL');
      });
      expect(await ended(projector)).toBeUndefined();
    }
    const there = await built(killed.database);
    expect(there).toEqual(await built(whole.database));
    expect(there).toMatchObject({ applied: FLEET_EVENTS, gaps: 0, seq: FLEET_EVENTS });
    await whole.remove();
    await killed.remove();
  });

  it('is followed by the one that stands by, again and again', async () => {
    const [whole, killed] = [await fresh(), await fresh()];
    const lines = new Map<ChildProcess, string[]>();
    const stand = (): ChildProcess => {
      const projector = child('project-for-ever.ts', JSON.stringify(killed.database));
      const said: string[] = [];
      lines.set(projector, said);
      projector.stdout?.on('data', (text: Buffer) => said.push(...text.toString().split('\n').filter(Boolean)));
      return projector;
    };
    const works = (projector: ChildProcess) =>
      until(() => (lines.get(projector) ?? []).filter((line) => line !== 'standby').length > 2);
    let working = stand();
    await works(working);
    for (let n = 0; n < 4; n++) {
      const next = stand();
      await until(() => lines.get(next)?.includes('standby'));
      working.kill('SIGKILL');
      await works(next);
      working = next;
    }
    working.kill('SIGKILL');
    await ended(working);
    expect(await built(killed.database)).toEqual(await built(whole.database));
    await whole.remove();
    await killed.remove();
  });
});
