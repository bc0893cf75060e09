import { eventStoreContract, type OpenLog } from '#event-store/contract';
import type { EventStore } from '../port.ts';
import { readCertificates } from './certificates.ts';
import { Connection } from './connection.ts';
import { onFakeServer } from './fake-log.harness.ts';
import { openServerStore, type ServerOptions } from './open.ts';
import { parseServerUrl } from './url.ts';

/** The contract says nothing about time: a server in the process of the test takes as long as the machine does. */
const PATIENT: Partial<ServerOptions> = { patience: { attempt: 60_000, append: 60_000, read: 60_000, last: 60_000 } };

eventStoreContract('EventStoreDB (fake server, as 23.10)', { open: () => onFakeServer({}, PATIENT) });
eventStoreContract('EventStoreDB (fake server, as 24.10)', {
  open: () => onFakeServer({ version: '24.10.4' }, PATIENT),
});

const REAL_URL = process.env['TEST_EVENTSTORE_URL'];
if (REAL_URL) {
  const { shown } = parseServerUrl(REAL_URL);
  eventStoreContract(`EventStoreDB (real server at ${shown}, version ${await versionOf(REAL_URL)})`, {
    open: () => onRealServer(REAL_URL),
  });
}

async function versionOf(text: string): Promise<string> {
  const url = parseServerUrl(text);
  const connection = new Connection(url, await readCertificates(url));
  try {
    return await connection.version();
  } finally {
    await connection.close();
  }
}

/** The log of the server, whatever it holds already; what is open on it cannot be seen from here. */
async function onRealServer(url: string): Promise<OpenLog> {
  let nowMs = Date.UTC(2026, 10, 22);
  const opened: EventStore[] = [];
  const another = async () => {
    const store = await openServerStore({ url, clock: () => nowMs });
    opened.push(store);
    return store;
  };
  const store = await another();
  return {
    store,
    openSecond: another,
    reopen: async () => {
      await store.close();
      return another();
    },
    setClock: (epochMs) => void (nowMs = epochMs),
    idle: async () => true,
    dispose: async () => {
      await Promise.all(opened.map((one) => one.close()));
    },
  };
}
