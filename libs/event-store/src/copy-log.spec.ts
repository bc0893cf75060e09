import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StoredEvent } from '#kernel';
import { collect, event, events, rejection } from './contract/harness.ts';
import { copyLog } from './copy-log.ts';
import type { CopyTarget } from './copy.ts';
import { openEmbeddedCopyTarget } from './embedded/copy-target.ts';
import { openEmbeddedStore } from './embedded/open.ts';
import { CopyDiffers, CopyRefused, CopyStopped, StoreIncomplete } from './errors.ts';
import { Conflict, type EventStore } from './port.ts';

describe('a copy of a log, file to file', () => {
  let folder: string;
  let source: EventStore;
  let now = Date.UTC(2026, 10, 22);
  const fileOf = (name: string): string => join(folder, `${name}.db`);

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'copy-log-'));
    source = await openEmbeddedStore({ file: fileOf('source'), clock: () => (now += 1000) });
    for (let n = 0; n < 40; n++) {
      const stream = `boat-${n % 7}`;
      const expected = n < 7 ? 'none' : BigInt(Math.floor(n / 7)) * 3n - 1n;
      await source.append(stream, events(3, { data: { n, name: '船', '2': [null, 1e21, ''] } }), expected);
    }
  });

  afterEach(async () => {
    await source.close();
    rmSync(folder, { recursive: true });
  });

  /** Copies to a file, as one run of the command does. */
  async function copied(name: string, signal?: AbortSignal, wrap: (target: CopyTarget) => CopyTarget = (same) => same) {
    const target = await openEmbeddedCopyTarget({ file: fileOf(name) });
    try {
      return await copyLog({ source, target: wrap(target), ...(signal && { signal }) });
    } finally {
      await target.close();
    }
  }

  async function contents(name: string): Promise<Omit<StoredEvent, 'position'>[]> {
    const store = await openEmbeddedStore({ file: fileOf(name), readOnly: true });
    const all = await collect(store.readAll());
    await store.close();
    return all.map(({ position: _, ...rest }) => rest);
  }

  it('has every event as it was, in the same order, and knows what it is a copy of', async () => {
    const proof = await copied('target');
    expect(proof).toMatchObject({ events: 120, streams: 7 });
    expect(await contents('target')).toEqual(await contents('source'));
    const target = await openEmbeddedStore({ file: fileOf('target') });
    expect(target.storeId).not.toBe(source.storeId);
    expect(target.formerIds).toEqual([source.storeId]);
    await target.append('boat-0', [event()], 17n);
    await target.close();
  });

  it('goes on where it was stopped, wherever that was, and is no log until it is whole', async () => {
    for (const stopAt of [1, 4, 13, 19]) {
      const stopping = new AbortController();
      let appends = 0;
      const stopped = copied('target', stopping.signal, (target) => {
        const append = target.appendCopies.bind(target);
        target.appendCopies = async (...args) => {
          await append(...args);
          if (++appends === stopAt) stopping.abort();
        };
        return target;
      });
      expect(await rejection(stopped)).toBeInstanceOf(CopyStopped);
      expect(await rejection(openEmbeddedStore({ file: fileOf('target') }))).toBeInstanceOf(StoreIncomplete);
    }
    await copied('target');
    expect(await contents('target')).toEqual(await contents('source'));
  });

  it('takes what was appended meanwhile', async () => {
    let grown = false;
    await copied('target', undefined, (target) => {
      const append = target.appendCopies.bind(target);
      target.appendCopies = async (...args) => {
        await append(...args);
        if (!grown) await source.append('boat-late', events(2), 'none');
        grown = true;
      };
      return target;
    });
    expect(await contents('target')).toEqual(await contents('source'));
  });

  it('copies an empty log', async () => {
    await source.close();
    source = await openEmbeddedStore({ file: fileOf('empty') });
    expect(await copied('target')).toMatchObject({ events: 0, streams: 0 });
    expect(await contents('target')).toEqual([]);
  });

  it('is put into no log that has events of its own, is a finished copy, or one of another log', async () => {
    const own = await openEmbeddedStore({ file: fileOf('own') });
    await own.append('boat-x', [event()], 'none');
    await own.close();
    expect(await rejection(copied('own'))).toBeInstanceOf(CopyRefused);
    await copied('target');
    expect(await rejection(copied('target'))).toBeInstanceOf(CopyRefused);
    const begun = await openEmbeddedCopyTarget({ file: fileOf('begun') });
    await begun.beginCopy('another log');
    await begun.close();
    expect(await rejection(copied('begun'))).toBeInstanceOf(CopyRefused);
  });

  it('is not put into the log itself, empty or not', async () => {
    expect(await rejection(copied('source'))).toBeInstanceOf(CopyRefused);
    await source.close();
    source = await openEmbeddedStore({ file: fileOf('empty') });
    expect(await rejection(copied('empty'))).toBeInstanceOf(CopyRefused);
    await (await openEmbeddedStore({ file: fileOf('empty') })).close();
  });

  it('sees what was appended to the target before it begins', async () => {
    const target = await openEmbeddedCopyTarget({ file: fileOf('target') });
    const own = await openEmbeddedStore({ file: fileOf('target') });
    await own.append('boat-x', [event()], 'none');
    await own.close();
    expect(await rejection(target.beginCopy(source.storeId))).toBeInstanceOf(CopyRefused);
    await target.close();
  });

  it('says why it failed, lets go of the file, and can be gone on with', async () => {
    const target = await openEmbeddedCopyTarget({ file: fileOf('target') });
    await target.beginCopy(source.storeId);
    const [first, second] = await collect(source.readStream('boat-0', { limit: 2 }));
    await target.appendCopies('boat-0', [first!], 'none');
    expect(await rejection(target.appendCopies('boat-0', [second!], 7n))).toBeInstanceOf(Conflict);
    expect(await target.readLast()).toBeUndefined(); // what waited with it is taken back too
    await target.appendCopies('boat-0', [first!, second!], 'none');
    expect(await rejection(target.appendCopies('boat-0', [second!], 7n))).toBeInstanceOf(Conflict);
    await target.close();
    await copied('target');
    expect(await contents('target')).toEqual(await contents('source'));
  });

  it('may be ended twice', async () => {
    const target = await openEmbeddedCopyTarget({ file: fileOf('target') });
    const proof = await copyLog({ source, target });
    await target.endCopy(proof);
    await target.close();
    expect(await contents('target')).toEqual(await contents('source'));
  });

  it('is not believed where an event in it is another one', async () => {
    const stopping = new AbortController();
    const half = copied('target', stopping.signal, (target) => {
      const append = target.appendCopies.bind(target);
      target.appendCopies = async (...args) => {
        await append(...args);
        stopping.abort();
      };
      return target;
    });
    await rejection(half);
    const db = new DatabaseSync(fileOf('target'));
    db.exec(`update events set data = '{"n":99}' where revision = 1`);
    db.close();
    expect(await rejection(copied('target'))).toBeInstanceOf(CopyDiffers);
  });

  it('is not believed where the target loses an event on the way', async () => {
    let appends = 0;
    const lossy = copied('target', undefined, (target) => {
      const append = target.appendCopies.bind(target);
      target.appendCopies = async (stream, copies, expected) => {
        if (++appends === 40) return;
        await append(stream, copies, expected);
      };
      return target;
    });
    expect(await rejection(lossy)).toMatchObject({
      name: 'CopyDiffers',
      message: expect.stringContaining('boat-') as string,
    });
    expect(await rejection(openEmbeddedStore({ file: fileOf('target') }))).toBeInstanceOf(StoreIncomplete);
  });
});
