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

async function main({ dataDir, logFile }: WorkerInput): Promise<void> {
  const say = (message: FromWorker) => parentPort?.postMessage(message);
  const store = await openEmbeddedStore({ file: logFile, readOnly: true });
  const projector = await startProjector({
    store,
    dataDir,
    views: VIEWS,
    onError: (error) => say({ kind: 'trouble', message: String((error as Error).stack ?? error) }),
  });
  const status = () => say({ kind: 'status', status: projector.status() });
  status();
  const timer = setInterval(status, STATUS_MS);
  parentPort?.once('message', () => {
    clearInterval(timer);
    void projector
      .stop()
      .then(() => store.close())
      .then(() => parentPort?.close());
  });
}

if (!isMainThread) await main(workerData as WorkerInput);
