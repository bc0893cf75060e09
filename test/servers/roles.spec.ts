import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { openViews, startProjector, type DatabasePlace, type View } from '#database';
import { freshPostgres, hasPostgres } from '#database/testing';
import { openEventStore, type EventStore, type LogPlace } from '#event-store';
import { VIEWS } from '#views';
import { ZONE } from '../http/harness.ts';
import { answered, build, endAll, readiness, startServer, type ServerProcess } from '../http/server.harness.ts';
import { startServers, type Servers } from './servers.ts';

const KILLS = 3;

const describeWithPostgres = hasPostgres() ? describe : describe.skip;

describeWithPostgres.each([
  ['EventStoreDB', { eventStore: true, database: true }],
  ['the embedded log', { database: true }],
] as const)('processes with a part of the work each, on PostgreSQL and %s', (_, which) => {
  let servers: Servers;
  let folder: string;
  let environment: Record<string, string>;

  beforeAll(() => build());

  beforeEach(async () => {
    servers = await startServers(which);
    folder = mkdtempSync(join(tmpdir(), 'taizhang-roles-'));
    const { eventStore, database } = servers.places;
    environment = {
      DATA_DIR: folder,
      DATABASE_URL: database as string,
      ...(eventStore && { EVENT_STORE: eventStore }),
    };
  });

  afterEach(async () => {
    await endAll();
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (ROLE: string): Promise<ServerProcess> => startServer({ ...environment, ROLE });

  it(`takes over from a projector that was killed under load, ${KILLS} times, and no event is applied twice or left out`, async () => {
    const projectors = [await start('projector'), await start('projector')];
    const apis = [await start('api'), await start('api')];
    const zone = await post(apis[0], '/api/zones', ZONE);
    const load = new Load(apis, zone.id);
    const loading = load.run();
    for (let kill = 0; kill < KILLS; kill++) {
      const working = await partOf(projectors, 'working');
      await partOf(projectors, 'standby');
      await load.more(20);
      await working.end('SIGKILL');
      projectors.splice(projectors.indexOf(working), 1);
      await partOf(projectors, 'working');
      const last = await post(apis[0], '/api/projects', { name: `第${kill + 1}次接替后`, zoneId: zone.id });
      await seen(apis[1], last);
      projectors.push(await start('projector'));
    }
    await load.more(20);
    load.stop();
    const last = await loading;
    await seen(apis[1], last);
    const { eventStore, database } = servers.places;
    const log = eventStore === undefined ? { file: join(folder, 'log.db') } : { url: eventStore };
    await expectAsBuiltAnew(log, { url: database as string }, load.accepted + KILLS + 1);
  }, 600_000);

  it('says that lists grow old where no projector works', async () => {
    const projector = await start('projector');
    const api = await start('api');
    const zone = await post(api, '/api/zones', ZONE);
    await readiness(api, 200);
    await projector.end('SIGKILL');
    const { after } = await post(api, '/api/projects', { name: '无人投影', zoneId: zone.id });
    const list = await fetch(`${api.address}/api/projects?after=${encodeURIComponent(after)}`);
    const { items, lag } = (await list.json()) as { items: unknown[]; lag: number };
    expect([items, lag > 0]).toEqual([[], true]);
    expect(await readiness(api, 503)).toMatch(/no projector works/);
    await start('projector');
    await readiness(api, 200);
  });

  it('lets an answer of one process be read at another', async () => {
    await start('projector');
    const [one, other] = [await start('api'), await start('api')];
    const zone = await post(one, '/api/zones', ZONE);
    for (let n = 0; n < 20; n++) {
      const told = await post(n % 2 ? one : other, '/api/projects', { name: `项目${n}`, zoneId: zone.id });
      expect(await seen(n % 2 ? other : one, told)).toBe(`项目${n}`);
    }
    const refused = await fetch(`${(await start('projector')).address}/api/projects`);
    expect(refused.status).toBe(404);
  });
});

interface Told {
  readonly id: string;
  readonly after: string;
}

async function post(to: ServerProcess | undefined, path: string, body: object): Promise<Told> {
  const answer = await fetch(`${to?.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Told;
}

/** Waits until one of the processes has this part of the work. */
function partOf(processes: readonly ServerProcess[], part: 'working' | 'standby'): Promise<ServerProcess> {
  return answered(async () => {
    for (const one of processes) {
      const answer = await fetch(`${one.address}/health/ready`);
      if (answer.ok && ((await answer.json()) as { projector: string }).projector === part) return one;
    }
    return undefined;
  });
}

/** Waits until a process answers with what another one was told, each question for a while; the name of the project. */
function seen(at: ServerProcess | undefined, { id, after }: Told): Promise<string> {
  return answered(async () => {
    const answer = await fetch(`${at?.address}/api/projects/${id}?after=${encodeURIComponent(after)}`);
    if (answer.status === 200) return ((await answer.json()) as { name: string }).name;
    expect([404, 503]).toContain(answer.status);
    return undefined;
  });
}

/** Commands one after the other, at the processes in turn, until it is stopped. */
class Load {
  accepted = 0;
  private readonly apis: readonly ServerProcess[];
  private readonly zoneId: string;
  private stopped = false;
  private awaited: { readonly accepted: number; readonly resolve: () => void }[] = [];

  constructor(apis: readonly ServerProcess[], zoneId: string) {
    this.apis = apis;
    this.zoneId = zoneId;
  }

  async run(): Promise<Told> {
    for (let n = 0; ; n++) {
      const at = this.apis[n % this.apis.length];
      const project = await post(at, '/api/projects', { name: `压力项目${n}`, zoneId: this.zoneId });
      const signed = await post(this.apis[(n + 1) % this.apis.length], `/api/projects/${project.id}/sign`, {
        on: '2026-03-01',
      });
      this.accepted += 2;
      for (const { accepted, resolve } of this.awaited) if (accepted <= this.accepted) resolve();
      if (this.stopped) return { id: project.id, after: signed.after };
    }
  }

  async more(commands: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.awaited.push({ accepted: this.accepted + commands, resolve });
    await promise;
  }

  stop(): void {
    this.stopped = true;
  }
}

/** Every table of every view has the rows that a projector makes that nobody disturbs, and has seen all events once. */
async function expectAsBuiltAnew(log: LogPlace, database: DatabasePlace, events: number): Promise<void> {
  const store = await openEventStore(log, { readOnly: true });
  const anew = await freshPostgres();
  const projector = await startProjector({ store, database: { url: anew?.url as string }, views: VIEWS });
  const [made, other] = [await contents(store, database), await contents(store, { url: anew?.url as string })];
  await projector.stop();
  await store.close();
  await anew?.remove();
  expect(made).toEqual(other);
  expect(made['project-ledger']?.seq).toBe(events);
}

async function contents(
  store: EventStore,
  database: DatabasePlace,
): Promise<Record<string, { seq: number; tables: unknown }>> {
  const views = openViews({ database, storeId: store.storeId });
  const { position } = (await store.readLast()) ?? { position: 0n };
  const found: Record<string, { seq: number; tables: unknown }> = {};
  for (const view of VIEWS) {
    expect(await views.waitFor(view.name, position, 120_000)).toBe(true);
    const { seq } = await views.asOf(view.name);
    found[view.name] = { seq, tables: await tablesOf(view, views.reader(view.name)) };
  }
  await views.close();
  return found;
}

async function tablesOf(view: View, db: Kysely<unknown>): Promise<unknown> {
  const tables: Record<string, string[]> = {};
  for (const name of Object.keys(view.tables)) {
    const { rows } = await sql<object>`select * from ${sql.table(name)}`.execute(db);
    tables[name] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return tables;
}
