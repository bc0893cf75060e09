import { parentPort, workerData } from 'node:worker_threads';
import { startProjector, type View } from '#database';
import { openEmbeddedStore } from '#event-store';
import { projectLedger } from '#views';

// A projector that serves one version of the ledger while it builds the next one, as after an upgrade.

const { dataDir, logFile, versions } = workerData as { dataDir: string; logFile: string; versions: number[] };
const store = await openEmbeddedStore({ file: logFile, readOnly: true });
const views = versions.map((version) => ({ ...projectLedger, version }) as View);
const projector = await startProjector({ store, database: { folder: dataDir }, views });
const report = setInterval(() => parentPort?.postMessage(projector.status()), 20);
parentPort?.once('message', () => {
  clearInterval(report);
  void projector
    .stop()
    .then(() => store.close())
    .then(() => parentPort?.close());
});
