import { hasPostgres } from '#database/testing';
import { openLedger } from '../http/harness.ts';
import { build } from '../http/server.harness.ts';
import { startServers, type Servers } from '../servers/servers.ts';
import { answers, everything, eventsIn, fill, freshFolder, run, type Folder } from './harness.ts';

/** Which parts are on servers. */
const COMBINATIONS: readonly (readonly [string, Parameters<typeof startServers>[0]])[] = [
  ['the log', { eventStore: true }],
  ...(hasPostgres()
    ? ([
        ['the kept tables', { database: true }],
        ['both', { eventStore: true, database: true }],
      ] as const)
    : []),
];

describe.each(COMBINATIONS)('with %s on a server', (_, which) => {
  let folder: Folder;
  let servers: Servers;
  beforeAll(async () => {
    build();
    folder = freshFolder();
    servers = await startServers(which);
  });
  afterAll(async () => {
    await servers.stop();
    folder.remove();
  });

  /** Runs a command in the environment of the server. */
  function there(...args: readonly string[]) {
    const { eventStore, database } = servers.places;
    if (eventStore !== undefined) process.env['EVENT_STORE'] = eventStore;
    if (database !== undefined) process.env['DATABASE_URL'] = database;
    const running = run(folder.at('ledger'), ...args);
    delete process.env['EVENT_STORE'];
    delete process.env['DATABASE_URL'];
    return running;
  }

  it('a backup is restored into a folder, and moved to servers from there', async () => {
    const ledger = await openLedger(folder.at('ledger'), servers.places);
    const { personId } = await fill(ledger);
    const asked = everything({ personId });
    const before = await answers(ledger, asked);
    const backedUp = await there('backup', folder.at('backup'));
    expect(backedUp).toMatchObject({ code: 0, said: { kept: { people: 1 } } });
    await ledger.app.close();
    expect(await there('restore', folder.at('backup'))).toMatchObject({ code: 1, error: 'RestoreIntoServers' });
    expect(await run(folder.at('restored'), 'restore', folder.at('backup'))).toMatchObject({ code: 0 });
    const { eventStore } = servers.places;
    const place = eventStore === undefined ? { file: folder.at('ledger/log.db') } : { url: eventStore };
    expect(await eventsIn({ file: folder.at('restored/log.db') })).toEqual(await eventsIn(place));
    const restored = await openLedger(folder.at('restored'));
    expect(await answers(restored, asked)).toEqual(before);
    await restored.get(`/api/people/${personId}`).expect(200);
    await restored.app.close();
    const moved = await startServers(which);
    const to = moved.places;
    if (to.eventStore !== undefined) {
      const args = ['migrate-store', '--from', folder.at('restored/log.db'), '--to', to.eventStore];
      expect(await run(folder.at('restored'), ...args)).toMatchObject({ code: 0 });
    }
    if (to.database !== undefined) {
      const args = ['migrate-database', '--from', folder.at('restored'), '--to', to.database];
      expect(await run(folder.at('restored'), ...args)).toMatchObject({ code: 0 });
    }
    const again = await openLedger(folder.at('restored'), to);
    expect(await answers(again, asked)).toEqual(before);
    await again.app.close();
    await moved.stop();
  });
});
