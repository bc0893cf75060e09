import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { derivedId, type StoredEvent } from '#kernel';
import { openEmbeddedStore, StoreUnavailable, type EventStore } from '#event-store';
import { carryOut } from './carry-out.ts';
import { Executor, type Order } from './executor.ts';
import { rowEventIds } from './reassigned-project.ts';
import type { ReassignmentRow } from './reassignment/events.ts';
import { projectSlice, reassignmentSlice, zoneSlice } from './slices.ts';

const NOON = Date.parse('2026-11-22T04:00:00.000Z');
const PROJECTS = 60;
const ORDER = 'o1';

describe('an order', () => {
  let folder: string;
  let store: EventStore;
  let executor: Executor;
  let rows: ReassignmentRow[];
  let orderedId: string;
  const executorOn = (log: EventStore) =>
    new Executor({ store: log, clock: () => NOON, knows: () => Promise.resolve(true) });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'taizhang-carry-out-'));
    store = await openEmbeddedStore({ file: join(folder, 'log.db'), clock: () => NOON });
    executor = executorOn(store);
    await tell('zone-z1', zoneSlice, {
      type: 'DefineZone',
      data: { name: '示例区', level: 'provincial', kind: 'economic', hostCounty: '示例县', from: '2013-01-01' },
    });
    rows = [];
    for (let i = 0; i < PROJECTS; i++) {
      const lead = i % 2 === 0;
      await tell(`project-${i}`, projectSlice, { type: 'RegisterProject', data: { name: `项目${i}`, zoneId: 'z1' } });
      const li = { personId: 'li', lead, from: '2026-01-01' };
      await tell(`project-${i}`, projectSlice, { type: 'AssignLeader', data: li });
      rows.push({ projectId: String(i), personId: 'zhang', lead, ...(!lead && { replaces: 'li' }), revision: '1' });
    }
    const data = { rows, from: '2026-11-01', reason: '分工调整' };
    orderedId = await tell(`reassignment-${ORDER}`, reassignmentSlice, { type: 'OrderReassignment', data });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  /** Executes a command and answers the id of its first event. */
  async function tell(streamId: string, slice: Order['slice'], command: Order['command']): Promise<string> {
    const outcome = await executor.execute({
      slice,
      streamId,
      command,
      commandId: derivedId('carry out', streamId, command.type),
      actor: { id: 'wang', role: 'coordinator' },
      source: { kind: 'screen' },
      correlationId: `told ${streamId}`,
    });
    if (outcome.kind !== 'accepted') throw new Error(outcome.kind);
    return outcome.eventIds[0] as string;
  }
  const sign = (projectId: string) =>
    tell(`project-${projectId}`, projectSlice, { type: 'SignProject', data: { on: '2026-05-12' } });

  const events = async (stream: string): Promise<StoredEvent[]> => Array.fromAsync(store.readStream(stream));
  const idsOf = async (projectId: string) => (await events(`project-${projectId}`)).map(({ id }) => id);
  const order = async () => (await events(`reassignment-${ORDER}`)).map(({ type, data }) => ({ type, data }));
  const isCarriedOut = async () => (await order()).length > 1;

  /** Every project has its events and nothing else; those that are named were left as they were. */
  async function expectCarriedOut(skipped: readonly string[] = []): Promise<void> {
    expect((await order()).at(-1)).toEqual({
      type: 'ReassignmentCarriedOut',
      data: {
        skipped: skipped.map((projectId) => ({
          projectId,
          why: 'ChangedSincePreview',
          params: { seen: '1', revision: '2' },
        })),
      },
    });
    expect(await order()).toHaveLength(2);
    for (const row of rows) {
      const own = skipped.includes(row.projectId) ? [] : rowEventIds(ORDER, row);
      expect((await idsOf(row.projectId)).slice(2, 2 + own.length)).toEqual(own);
    }
  }

  it('is carried out once, by however many at once, each with what it has read before', async () => {
    const others = [executor, executorOn(store), executorOn(store)];
    for (const other of others) await Promise.all(rows.map(({ projectId }) => other.history(`project-${projectId}`)));
    await Promise.all(others.map((other) => carryOut(other, ORDER)));
    await expectCarriedOut();
    await carryOut(executorOn(store), ORDER);
    await expectCarriedOut();
    const ids = (await Array.fromAsync(store.readAll())).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says on every event who ordered it, and which order it comes from', async () => {
    await carryOut(executor, ORDER);
    const given = { actor: { id: 'wang', role: 'coordinator' }, source: { kind: 'screen' }, causationId: orderedId };
    for (const stream of ['project-0', 'project-1', `reassignment-${ORDER}`])
      expect((await events(stream)).at(-1)?.metadata).toMatchObject({
        ...given,
        correlationId: `told reassignment-${ORDER}`,
      });
  });

  it('that was ended between two projects is completed by the next one', async () => {
    const ending = new AbortController();
    const ended = carryOut(executor, ORDER, { signal: ending.signal });
    ending.abort();
    await ended;
    expect(await isCarriedOut()).toBe(false);
    await carryOut(executorOn(store), ORDER);
    await expectCarriedOut();
  });

  it('stays open where the log fails, and is completed later; a project that is done goes on meanwhile', async () => {
    let appends = 0;
    const failing: EventStore = {
      ...bound(store),
      append: (...to) => (++appends > 20 ? Promise.reject(new StoreUnavailable('no disk')) : store.append(...to)),
    };
    await expect(carryOut(executorOn(failing), ORDER)).rejects.toThrow('no disk');
    expect(await isCarriedOut()).toBe(false);
    const isDone = async ({ projectId }: ReassignmentRow) => (await idsOf(projectId)).length > 2;
    const done = await Promise.all(rows.map(isDone));
    expect(done.filter((one) => one)).toHaveLength(20);
    await sign(String(done.indexOf(true)));
    await sign(String(done.indexOf(false)));
    await carryOut(executorOn(store), ORDER);
    await expectCarriedOut([String(done.indexOf(false))]);
  });

  it('has nothing to do for an order that nobody gave', async () => {
    const last = await store.readLast();
    await carryOut(executor, 'nobody');
    expect(await store.readLast()).toEqual(last);
  });
});

/** The methods of a store, each still on its store. */
function bound(store: EventStore): EventStore {
  return {
    storeId: store.storeId,
    formerIds: store.formerIds,
    append: (...to) => store.append(...to),
    readStream: (...from) => store.readStream(...from),
    readLast: () => store.readLast(),
    readAll: (options) => store.readAll(options),
    subscribe: (options) => store.subscribe(options),
    close: () => store.close(),
  };
}
