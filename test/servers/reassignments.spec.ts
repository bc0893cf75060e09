import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredEvent } from '#kernel';
import { hasPostgres } from '#database/testing';
import { openEventStore, type EventStore } from '#event-store';
import { sideBySide } from '#ledger';
import { ZONE } from '../http/harness.ts';
import { answered, build, endAll, startServer, type ServerProcess } from '../http/server.harness.ts';
import { startServers, type Servers } from './servers.ts';

const PROJECTS = 300;
const CALLERS = 8;
/** When the process that took the order is killed. */
const DONE_AT_KILL = 40;
const TERMS = { from: '2026-03-01', reason: '领导班子分工调整' };

const describeWithPostgres = hasPostgres() ? describe : describe.skip;

describeWithPostgres('an order, where two processes serve the API on EventStoreDB and PostgreSQL,', () => {
  let servers: Servers;
  let folder: string;
  let log: EventStore | undefined;

  beforeAll(() => build());
  beforeEach(async () => {
    servers = await startServers({ eventStore: true, database: true });
    folder = mkdtempSync(join(tmpdir(), 'taizhang-reassignments-'));
  });
  afterEach(async () => {
    await log?.close();
    await endAll();
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (ROLE: string): Promise<ServerProcess> => {
    const { eventStore, database } = servers.places;
    const places = { DATABASE_URL: database as string, EVENT_STORE: eventStore as string };
    return startServer({ DATA_DIR: folder, ROLE, ...places });
  };

  it('is completed by the other one when the one that took it is killed, every project once', async () => {
    await start('projector');
    const [one, other] = [await start('api'), await start('api')];
    log = await openEventStore({ url: servers.places.eventStore as string }, { readOnly: true });
    const zone = await post(one, '/api/zones', ZONE);
    const person = await post(one, '/api/people', { name: '李四' });
    const rows: object[] = [];
    await sideBySide(Array.from({ length: PROJECTS }), CALLERS, async (_, i) => {
      const { id } = await post(i % 2 ? one : other, '/api/projects', { name: `项目${i}`, zoneId: zone.id });
      rows[i] = { projectId: id, personId: person.id, lead: true, revision: '0' };
    });
    const order = await post(one, '/api/reassignments', { ...TERMS, rows });
    await reached(log, DONE_AT_KILL);
    await one.end('SIGKILL');
    expect(await untilCarriedOut(other, order.id)).toMatchObject({ projects: PROJECTS, settled: PROJECTS, skipped: 0 });
    const events: StoredEvent[] = [];
    for await (const event of log.readAll()) events.push(event);
    const assigned = events.filter(({ data }) => data['orderId'] === order.id);
    expect(new Set(assigned.map(({ stream }) => stream)).size).toBe(PROJECTS);
    expect(assigned).toHaveLength(PROJECTS);
    expect(events.filter(({ type }) => type === 'ReassignmentCarriedOut')).toHaveLength(1);
  });
});

async function reached(log: EventStore, count: number): Promise<void> {
  let n = 0;
  for await (const message of log.subscribe({ filter: { types: ['LeaderAssigned'] } }))
    if (message.kind === 'event' && ++n >= count) return;
}

async function post(to: ServerProcess, path: string, body: object): Promise<{ id: string }> {
  const answer = await fetch(`${to.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { id: string };
}

function untilCarriedOut(at: ServerProcess, orderId: string): Promise<object> {
  return answered(async () => {
    const answer = await fetch(`${at.address}/api/reassignments/${orderId}`);
    const found = (await answer.json()) as { state?: string };
    expect([200, 404, 503]).toContain(answer.status);
    return found.state === 'carriedOut' ? found : undefined;
  });
}
