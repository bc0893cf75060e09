import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { derivedId, type Command, type Recorded } from '#kernel';
import { openViews, startProjector, type Views } from '#database';
import type { Fresh } from '#database/testing';
import { openEmbeddedStore, StreamNotFound, type EventStore } from '#event-store';
import { Executor, projectSlice, zoneSlice, type ProjectCommand, type ProjectEvent } from '#ledger';
import { VIEWS } from '../index.ts';

/** A ledger on the embedded store with its views, for the tests of what views answer. */
export interface TestLedger {
  readonly store: EventStore;
  readonly views: Views;
  /** Executes a project's command as filed at an instant; throws where it is refused. */
  tell(project: string, command: ProjectCommand, filedAt?: string): Promise<void>;
  zone(id: string, name: string, hostCounty?: string): Promise<void>;
  /** Waits until every view has seen everything. */
  settled(): Promise<void>;
  history(project: string): Promise<Recorded<ProjectEvent>[]>;
  close(): Promise<void>;
}

const NOON = Date.parse('2026-11-22T04:00:00.000Z');
const SETTLED_MS_MAX = 30_000;

/** `before` writes what the log holds when the projector starts; `clock` is the store's, in epoch ms. */
export async function testLedger(
  fresh: () => Promise<Fresh>,
  before?: (store: EventStore) => Promise<void>,
  clock: () => number = () => NOON,
): Promise<TestLedger> {
  const place = await fresh();
  const { database } = place;
  const logDir = mkdtempSync(join(tmpdir(), 'taizhang-views-'));
  const store = await openEmbeddedStore({ file: join(logDir, 'log.db'), clock });
  await before?.(store);
  const projector = await startProjector({ store, database, views: VIEWS });
  const views = openViews({ database, storeId: store.storeId });
  const executor = new Executor({ store, clock: () => NOON, knows: () => Promise.resolve(true) });
  let commands = 0;
  const execute = async (streamId: string, slice: typeof projectSlice, command: Command, filedAt?: string) => {
    const commandId = derivedId('test', String(++commands));
    const outcome = await executor.execute({
      slice,
      streamId,
      command,
      commandId,
      actor: { id: 'local', role: 'coordinator' },
      source: { kind: 'api' },
      correlationId: commandId,
      ...(filedAt !== undefined && { filedAt }),
    });
    if (outcome.kind !== 'accepted')
      throw new Error(JSON.stringify(outcome, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v)));
  };
  return {
    store,
    views,
    tell: (project, command, filedAt) => execute(`project-${project}`, projectSlice, command, filedAt),
    zone: (id, name, hostCounty = '示例县') =>
      execute(`zone-${id}`, zoneSlice, {
        type: 'DefineZone',
        data: { name, level: 'provincial', kind: 'economic', hostCounty, from: '2013-01-01' },
      }),
    async settled() {
      const last = await store.readLast();
      for (const { name } of VIEWS) {
        if (!(await views.waitFor(name, last?.position ?? 0n, SETTLED_MS_MAX)))
          throw new Error(`${name} did not settle`);
      }
    },
    async history(project) {
      const events: Recorded<ProjectEvent>[] = [];
      try {
        for await (const event of store.readStream(`project-${project}`))
          events.push(event as Recorded as Recorded<ProjectEvent>);
      } catch (error) {
        if (!(error instanceof StreamNotFound)) throw error;
      }
      return events;
    },
    async close() {
      await views.close();
      await projector.stop();
      await store.close();
      await place.remove();
      rmSync(logDir, { recursive: true, force: true });
    },
  };
}
