import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { ProjectorRunning, startProjector, type DatabasePlace, type Projector, type ViewStatus } from '#database';
import type { EventStore, LogPlace } from '#event-store';
import { openLog } from '#ledger';
import { VIEWS } from '#views';

// The projector's thread. Runs on bare Node: nothing that it imports may have decorators.

export interface WorkerInput {
  readonly log: LogPlace;
  readonly database: DatabasePlace;
}

export type FromWorker =
  | { readonly kind: 'status'; readonly status: readonly ViewStatus[] }
  /** Another projector works on these views; this one takes over when it ends. */
  | { readonly kind: 'standby' }
  /** Something that is tried again. */
  | { readonly kind: 'trouble'; readonly message: string };

const STATUS_MS = 250;
/** Until everything is built somebody may be waiting for it. */
const BUILDING_STATUS_MS = 10;
/** How often a projector that stands by asks whether the other one has ended. */
const STANDBY_MS = 1_000;

/** Niceness of this thread: where all cores are busy, commands go first and views catch up behind them. */
const NICENESS = 5;

/** Linux has a niceness for each thread, under the thread's own id; elsewhere nothing is changed. */
function yieldToCommands(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1)), NICENESS);
  } catch {
    // A container without /proc or the right to it: the system's own fairness remains.
  }
}

const say = (message: FromWorker): void => parentPort?.postMessage(message);

async function main({ log, database }: WorkerInput): Promise<void> {
  const stopping = new AbortController();
  parentPort?.once('message', () => stopping.abort());
  const store = await openLog(log, { readOnly: true });
  try {
    while (!stopping.signal.aborted) {
      const projector = await elected(store, database, stopping.signal);
      if (projector) await work(projector, stopping.signal);
    }
  } finally {
    await store.close();
  }
  parentPort?.close();
}

/** Starts the projector once no other one works; undefined where it was told to stop before. */
async function elected(
  store: EventStore,
  database: DatabasePlace,
  stopping: AbortSignal,
): Promise<Projector | undefined> {
  while (!stopping.aborted) {
    try {
      return await startProjector({
        store,
        database,
        views: VIEWS,
        onError: (error) => say({ kind: 'trouble', message: String((error as Error).stack ?? error) }),
      });
    } catch (error) {
      if (!(error instanceof ProjectorRunning)) throw error;
      say({ kind: 'standby' });
      await delay(STANDBY_MS, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
  return undefined;
}

/** Reports how the projector is doing until it is told to stop, or has lost its place to another one. */
async function work(projector: Projector, stopping: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const report = () => {
    const status = projector.status();
    say({ kind: 'status', status });
    const building = status.some(({ state }) => state === 'building');
    timer = setTimeout(report, building ? BUILDING_STATUS_MS : STATUS_MS);
  };
  report();
  const { promise: stopped, resolve } = Promise.withResolvers<void>();
  stopping.addEventListener('abort', () => resolve());
  if (stopping.aborted) resolve();
  await Promise.race([stopped, projector.ended]);
  clearTimeout(timer);
  await projector.stop();
}

if (!isMainThread) {
  yieldToCommands();
  await main(workerData as WorkerInput);
}
