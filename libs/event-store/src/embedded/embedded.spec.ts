import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventStoreContract } from '#event-store/contract';
import type { EventStore } from '../port.ts';
import { openEmbeddedStore } from './open.ts';
import { checkpointed } from './other-process.ts';

eventStoreContract('embedded', {
  async open() {
    const folder = mkdtempSync(join(tmpdir(), 'event-log-'));
    const file = join(folder, 'log.db');
    let nowMs = Date.UTC(2026, 10, 22);
    const openOne = () => openEmbeddedStore({ file, clock: () => nowMs });
    const store = await openOne();
    const opened: EventStore[] = [store];
    const another = async () => {
      opened.push(await openOne());
      return opened.at(-1) as EventStore;
    };
    return {
      store,
      openSecond: another,
      reopen: async () => {
        await store.close();
        return another();
      },
      setClock: (epochMs) => void (nowMs = epochMs),
      idle: async () => checkpointed(file),
      dispose: async () => {
        await Promise.all(opened.map((one) => one.close()));
        rmSync(folder, { recursive: true });
      },
    };
  },
});
