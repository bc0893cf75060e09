import { setImmediate } from 'node:timers/promises';
import type { OpenLog } from '../contract/harness.ts';
import type { EventStore } from '../port.ts';
import { startFakeServer, type FakeServer, type FakeServerOptions } from '../testing/index.ts';
import { openServerStore, type ServerOptions } from './open.ts';

/** A store on a fake server of its own; `dispose` ends both. */
export async function onFakeServer(
  serverOptions: FakeServerOptions = {},
  storeOptions: Partial<ServerOptions> = {},
): Promise<OpenLog & { readonly server: FakeServer }> {
  const server = await startFakeServer(serverOptions);
  let nowMs = Date.UTC(2026, 10, 22);
  const opened: EventStore[] = [];
  const another = async () => {
    const store = await openServerStore({ url: server.url, clock: () => nowMs, ...storeOptions });
    opened.push(store);
    return store;
  };
  const store = await another();
  return {
    server,
    store,
    openSecond: another,
    reopen: async () => {
      await store.close();
      return another();
    },
    setClock: (epochMs) => void (nowMs = epochMs),
    idle: () => eventually(() => server.openCalls() === 0),
    dispose: async () => {
      await Promise.all(opened.map((one) => one.close()));
      await server.stop();
    },
  };
}

/**
 * Stores on fake servers for the tests of one file. Each test's are ended after it, and so is what it names to `atEnd`, the
 * last one first.
 */
export function fakeLogs(defaults: Partial<ServerOptions>) {
  const ending: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ending.splice(0).reverse()) await end();
  });
  const atEnd = (end: () => Promise<void>): void => void ending.push(end);
  return {
    atEnd,
    async log(serverOptions: FakeServerOptions = {}, storeOptions: Partial<ServerOptions> = {}) {
      const opened = await onFakeServer(serverOptions, { ...defaults, ...storeOptions });
      atEnd(() => opened.dispose());
      return opened;
    },
  };
}

const TURNS_MAX = 100_000;

/** Whether something becomes true within some turns of the event loop: what goes over a socket takes a few. */
export async function eventually(holds: () => boolean): Promise<boolean> {
  for (let turn = 0; turn < TURNS_MAX && !holds(); turn++) await setImmediate();
  return holds();
}

const TRIES_MAX = 100;

/** The first success of what may still fail for a while. */
export async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; tried < TRIES_MAX; tried++) {
    try {
      return await work();
    } catch {
      await setImmediate();
    }
  }
  return work();
}
