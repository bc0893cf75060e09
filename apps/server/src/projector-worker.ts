import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { startProjector, type ViewStatus } from '#database';
import { openEmbeddedStore } from '#event-store';
import { VIEWS } from '#views';

// The projector's thread. Runs on bare Node: nothing that it imports may have decorators.

export interface WorkerInput {
  readonly dataDir: string;
  readonly logFile: string;
}

export type FromWorker =
  | { readonly kind: 'status'; readonly status: readonly ViewStatus[] }
  /** Something that is tried again. */
  | { readonly kind: 'trouble'; readonly message: string };

const STATUS_MS = 250;
/** Until everything is built somebody may be waiting for it. */
const BUILDING_STATUS_MS = 10;

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

async function main({ dataDir, logFile }: WorkerInput): Promise<void> {
  const say = (message: FromWorker) => parentPort?.postMessage(message);
  const store = await openEmbeddedStore({ file: logFile, readOnly: true });
  const projector = await startProjector({
    store,
    database: { folder: dataDir },
    views: VIEWS,
    onError: (error) => say({ kind: 'trouble', message: String((error as Error).stack ?? error) }),
  });
  let timer: NodeJS.Timeout | undefined;
  const report = () => {
    const status = projector.status();
    say({ kind: 'status', status });
    const building = status.some(({ state }) => state === 'building');
    timer = setTimeout(report, building ? BUILDING_STATUS_MS : STATUS_MS);
  };
  report();
  parentPort?.once('message', () => {
    clearTimeout(timer);
    void projector
      .stop()
      .then(() => store.close())
      .then(() => parentPort?.close());
  });
}

if (!isMainThread) {
  yieldToCommands();
  await main(workerData as WorkerInput);
}
