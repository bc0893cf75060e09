import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { derivedId, type Recorded, type StoredEvent } from '#kernel';
import { openEmbeddedStore, type SubscriptionMessage } from '#event-store';
import { Executor, projectSlice, rowEventIds, sideBySide, type ReassignmentCarriedOut } from '#ledger';
import { ZONE } from '../http/harness.ts';
import { answered, build, endAll, spawnServer, startServer, type ServerProcess } from '../http/server.harness.ts';

const PROJECTS = 1_000;
/** How many more projects each process is let to change, at least, before it is killed: any number, but the same each time. */
const STEPS = [1, 67, 23, 111, 89];
/** Changed between preview and order. */
const CHANGED = [0, 13, 500, 999];
const CALLERS = 16;
const TERMS = { from: '2026-03-01', reason: '领导班子分工调整', doc: '区办发〔2026〕15号' };

interface Row {
  readonly projectId: string;
  readonly personId: string;
  readonly lead: boolean;
  readonly replaces?: string;
  readonly revision: string;
}

let folder: string;
beforeAll(() => build());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reassign-kill-'));
});
afterEach(async () => {
  await endAll();
  rmSync(folder, { recursive: true, force: true });
});

it(`completes an order of ${PROJECTS} projects over ${STEPS.length} kills in the middle: every project once, none forced`, async () => {
  const environment = { DATA_DIR: folder };
  const first = await startServer(environment);
  const rows = await previewed(first);
  const changed = CHANGED.map((i) => rows[i]!.projectId);
  for (const id of changed) await post(first, `/api/projects/${id}/sign`, { on: '2026-02-01' });
  const watch = await watchLog();
  const order = await post<{ id: string; eventIds: string[] }>(first, '/api/reassignments', { ...TERMS, rows });
  let server = first.process;
  const doneAtKills: number[] = [];
  for (const step of STEPS) {
    await watch.reached(order.id, Math.min((doneAtKills.at(-1) ?? 0) + step, PROJECTS - changed.length));
    await killed(server);
    doneAtKills.push(done(await log(), order.id));
    if (doneAtKills.length === 1) changed.push(await signMeanwhile(order.id, rows));
    // The order goes on while the server starts: one that waited for the address would come too late.
    if (doneAtKills.length < STEPS.length) server = spawnServer(environment);
  }
  await watch.close();
  expect(Math.max(...doneAtKills)).toBeLessThan(PROJECTS - changed.length);
  const last = await startServer(environment);
  const found = await untilCarriedOut(last, order.id);
  expect(found).toMatchObject({ projects: PROJECTS, settled: PROJECTS, skipped: changed.length });
  await last.end('SIGTERM');
  checkLog(await log(), { order, rows, changed: new Set(changed) });
}, 600_000);

async function killed(server: ChildProcess): Promise<void> {
  const exit = once(server, 'exit');
  server.kill('SIGKILL');
  await exit;
}

/** A ledger of projects that one person holds, and what a preview of their handover says of them. */
async function previewed(server: ServerProcess): Promise<Row[]> {
  const zone = await post(server, '/api/zones', ZONE);
  const [old, next] = [
    await post(server, '/api/people', { name: '张三' }),
    await post(server, '/api/people', { name: '李四' }),
  ];
  const numbers = Array.from({ length: PROJECTS }, (_, i) => i);
  const projectIds: string[] = [];
  await sideBySide(numbers, CALLERS, async (i) => {
    const { id } = await post(server, '/api/projects', { name: `项目${i}`, zoneId: zone.id });
    await post(server, `/api/projects/${id}/assign-leader`, { personId: old.id, lead: i % 3 > 0, from: '2026-01-01' });
    projectIds[i] = id;
  });
  const handover = { from: TERMS.from, fromPersonId: old.id, toPersonId: next.id, projectIds };
  const { items } = await post<{ items: { row: Row }[] }>(server, '/api/reassignments/preview', handover);
  return items.map(({ row }) => row);
}

async function post<T = { id: string }>(server: ServerProcess, path: string, body: object): Promise<T> {
  const answer = await fetch(`${server.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

const done = (events: readonly StoredEvent[], orderId: string): number =>
  events.filter(({ type, data }) => type === 'LeaderAssigned' && data['orderId'] === orderId).length;

interface Watch {
  /** Waits until so many projects have got their leader by the order, as the log on the disk says. */
  reached(orderId: string, count: number): Promise<void>;
  close(): Promise<void>;
}

/** What is there before the order is read before it, or the order would be done by then. */
async function watchLog(): Promise<Watch> {
  const store = await openEmbeddedStore({ file: join(folder, 'log.db'), readOnly: true });
  const messages = store.subscribe({ filter: { types: ['LeaderAssigned'] } })[Symbol.asyncIterator]();
  const next = async (): Promise<SubscriptionMessage> => {
    const message = await messages.next();
    if (message.done) throw new Error('the log is not followed any more');
    return message.value;
  };
  while ((await next()).kind !== 'caughtUp');
  let n = 0;
  return {
    async reached(orderId, count) {
      while (n < count) {
        const message = await next();
        if (message.kind === 'event') n += done([message.event], orderId);
      }
    },
    close: () => store.close(),
  };
}

/** While no server runs, a project that is done, and one that is not, go on; answers the latter. */
async function signMeanwhile(orderId: string, rows: readonly Row[]): Promise<string> {
  const ids = new Set((await log()).map(({ id }) => id));
  const isDone = (row: Row): boolean => rowEventIds(orderId, row).every((id) => ids.has(id));
  const [done, left] = [rows.find(isDone)!, rows.findLast((row, i) => !isDone(row) && !CHANGED.includes(i))!];
  const store = await openEmbeddedStore({ file: join(folder, 'log.db') });
  const executor = new Executor({ store, clock: Date.now, knows: () => Promise.resolve(true) });
  for (const { projectId } of [done, left]) {
    const commandId = derivedId('meanwhile', projectId);
    const outcome = await executor.execute({
      slice: projectSlice,
      streamId: `project-${projectId}`,
      command: { type: 'SignProject', data: { on: '2026-02-01' } },
      commandId,
      actor: { id: 'local', role: 'coordinator' },
      source: { kind: 'api' },
      correlationId: commandId,
    });
    expect(outcome.kind).toBe('accepted');
  }
  await store.close();
  return left.projectId;
}

function untilCarriedOut(server: ServerProcess, orderId: string): Promise<object> {
  return answered(async () => {
    const answer = await fetch(`${server.address}/api/reassignments/${orderId}`);
    const found = (await answer.json()) as { state?: string };
    expect([200, 503]).toContain(answer.status);
    return found.state === 'carriedOut' ? found : undefined;
  });
}

async function log(): Promise<StoredEvent[]> {
  const store = await openEmbeddedStore({ file: join(folder, 'log.db'), readOnly: true });
  const events: StoredEvent[] = [];
  for await (const event of store.readAll()) events.push(event);
  await store.close();
  return events;
}

/** Every row has its events, once and together, right after the revision of its preview; a changed one has none. */
function checkLog(
  events: readonly StoredEvent[],
  expected: {
    readonly order: { readonly id: string; readonly eventIds: readonly string[] };
    readonly rows: readonly Row[];
    readonly changed: ReadonlySet<string>;
  },
): void {
  const { order, rows, changed } = expected;
  const ids = events.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const caused = events.filter(({ metadata }) => metadata.causationId === order.eventIds[0]);
  const byStream = Map.groupBy(caused, ({ stream }) => stream);
  for (const row of rows) {
    const own = byStream.get(`project-${row.projectId}`) ?? [];
    const from = changed.has(row.projectId) ? [] : wanted(order.id, row);
    expect(own.map(({ id, revision, type, data }) => ({ id, revision, type, data }))).toEqual(from);
  }
  const last: Recorded | undefined = caused.at(-1);
  expect(last?.stream).toBe(`reassignment-${order.id}`);
  expect(caused.filter(({ type }) => type === 'ReassignmentCarriedOut')).toHaveLength(1);
  const { skipped } = last?.data as ReassignmentCarriedOut['data'];
  expect(skipped.map(({ projectId }) => projectId)).toEqual(
    rows.map(({ projectId }) => projectId).filter((id) => changed.has(id)),
  );
  expect(new Set(skipped.map(({ why }) => why))).toEqual(new Set(['ChangedSincePreview']));
}

function wanted(orderId: string, row: Row): object[] {
  const { personId, lead, replaces } = row;
  const assigned = { personId, lead, from: TERMS.from, doc: TERMS.doc, orderId, note: TERMS.reason };
  const release = { type: 'LeaderReleased', data: { personId: replaces, until: TERMS.from, reason: TERMS.reason } };
  const said = [...(replaces === undefined ? [] : [release]), { type: 'LeaderAssigned', data: assigned }];
  const ids = rowEventIds(orderId, row);
  return said.map((event, i) => ({ ...event, id: ids[i], revision: BigInt(row.revision) + BigInt(i) + 1n }));
}
