import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect, event, events, rejection } from '../contract/harness.ts';
import { copyLog } from '../copy-log.ts';
import { openEmbeddedCopyTarget } from '../embedded/copy-target.ts';
import { openEmbeddedStore } from '../embedded/open.ts';
import type { EventStore } from '../port.ts';
import { startFakeServer, type FakeServer } from '../testing/index.ts';
import { openServerCopyTarget, openServerStore } from './open.ts';

const ending: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

async function held<T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> {
  const store = await opening;
  ending.push(() => store.close());
  return store;
}

async function started(): Promise<FakeServer> {
  const server = await startFakeServer();
  ending.push(() => server.stop());
  return server;
}

function fileIn(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'server-copy-'));
  ending.push(() => rmSync(folder, { recursive: true }));
  return join(folder, name);
}

/** A log in a file with events of several streams, one of them with everything that JSON can hold. */
async function filled(): Promise<EventStore> {
  const store = await held(openEmbeddedStore({ file: fileIn('log.db'), clock: () => Date.UTC(2019, 2, 1) }));
  const odd = JSON.parse('{"__proto__":{"x":1},"2":"b","1":"a","text":"项目 🏗️ \\u0000","n":[-0,1e21,null]}') as object;
  for (let n = 0; n < 20; n++) {
    const batch = n === 7 ? [event(n, { data: odd as never, metadata: odd as never })] : events(1 + (n % 3));
    const stream = `s-${n % 5}`;
    const last = await lastRevision(store, stream);
    await store.append(stream, batch, last);
  }
  return store;
}

async function lastRevision(store: EventStore, stream: string): Promise<'none' | bigint> {
  for await (const { stream: name, revision } of store.readAll({ filter: { streams: [stream] } })) {
    if (name !== stream) continue;
    let last = revision;
    for await (const one of store.readStream(stream, { direction: 'backwards', limit: 1 })) last = one.revision;
    return last;
  }
  return 'none';
}

/** Everything but where it stands. */
const contents = async (store: EventStore) =>
  JSON.stringify(
    (await collect(store.readAll())).map(({ position: _, ...one }) => ({ ...one, revision: `${one.revision}` })),
  );

describe('a copy on a server', () => {
  it('is the log, event by event, and so is the copy back', async () => {
    const source = await filled();
    const server = await started();
    const target = await held(openServerCopyTarget({ url: server.url }));
    const proof = await copyLog({ source, target });
    await target.close();
    const copy = await held(openServerStore({ url: server.url }));
    expect(copy.formerIds).toEqual([source.storeId]);
    expect(copy.storeId).not.toBe(source.storeId);
    expect(await contents(copy)).toBe(await contents(source));
    expect(proof.streams).toBe(5);

    const file = fileIn('back.db');
    const back = await held(openEmbeddedCopyTarget({ file }));
    expect((await copyLog({ source: copy, target: back })).digest).toBe(proof.digest);
    await back.close();
    const again = await held(openEmbeddedStore({ file }));
    expect(await contents(again)).toBe(await contents(source));
  });

  it('that was interrupted can be opened for going on only, and goes on', async () => {
    const source = await filled();
    const server = await started();
    const stopping = new AbortController();
    const target = await held(openServerCopyTarget({ url: server.url }));
    const onProgress = ({ phase, events: done }: { phase: string; events: number }) => {
      if (phase === 'copying' && done > 8) stopping.abort();
    };
    expect(await rejection(copyLog({ source, target, onProgress, signal: stopping.signal }))).toMatchObject({
      name: 'CopyStopped',
    });
    await target.close();
    expect(await rejection(openServerStore({ url: server.url }))).toMatchObject({ name: 'StoreIncomplete' });
    const other = await filled();
    const wrong = await held(openServerCopyTarget({ url: server.url }));
    expect(await rejection(copyLog({ source: other, target: wrong }))).toMatchObject({ name: 'CopyRefused' });
    const resumed = await held(openServerCopyTarget({ url: server.url }));
    server.faults.next('append', { kind: 'cutAfter' }, 2);
    await copyLog({ source, target: resumed });
    const copy = await held(openServerStore({ url: server.url }));
    expect(await contents(copy)).toBe(await contents(source));
  });

  it('goes into an empty log only, and takes nothing else', async () => {
    const source = await filled();
    const server = await started();
    const used = await held(openServerStore({ url: server.url }));
    const target = await held(openServerCopyTarget({ url: server.url }));
    expect(await rejection(target.append('a-1', [event()], 'none'))).toMatchObject({ name: 'CopyRefused' });
    expect(await rejection(target.endCopy({ events: 0, digest: '' }))).toMatchObject({ name: 'CopyRefused' });
    await used.append('a-1', [event()], 'none');
    expect(await rejection(copyLog({ source, target }))).toMatchObject({ name: 'CopyRefused' });
  });

  it('of those who begin at once goes to one', async () => {
    const server = await started();
    const [one, other] = [
      await held(openServerCopyTarget({ url: server.url })),
      await held(openServerCopyTarget({ url: server.url })),
    ];
    await one.beginCopy('log-1');
    const refused = await rejection(other.beginCopy('log-2'));
    expect(refused).toMatchObject({ name: 'CopyRefused', message: expect.stringContaining('somebody else') as string });
  });

  it('into a log that is served is noticed when it is connected to again', async () => {
    const server = await started();
    const served = await held(openServerStore({ url: server.url }));
    const target = await held(openServerCopyTarget({ url: server.url }));
    await target.beginCopy('log-1');
    server.faults.next('append', { kind: 'cut' });
    expect(await rejection(served.append('a-1', [event()], 'none'))).toMatchObject({ name: 'StoreIncomplete' });
    server.faults.next('append', { kind: 'cut' });
    await target.endCopy({ events: 0, digest: '' });
  });

  it('that is finished takes no other one', async () => {
    const source = await filled();
    const server = await started();
    await copyLog({ source, target: await held(openServerCopyTarget({ url: server.url })) });
    const again = await held(openServerCopyTarget({ url: server.url }));
    expect(await rejection(copyLog({ source, target: again }))).toMatchObject({ name: 'CopyRefused' });
  });
});
