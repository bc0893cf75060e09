import { randomUUID } from 'node:crypto';
import { FakeLog } from './log.ts';
import type { ProposedEvent } from './records.ts';
import { RecentIds } from './recent-ids.ts';

describe('the log behind a fake server', () => {
  const proposed = (id = randomUUID() as string): ProposedEvent => {
    const data = Buffer.from('{}');
    return { id, type: 'Counted', isJson: true, data, metadata: data };
  };
  const filled = (count: number) => {
    const log = new FakeLog();
    log.fill(count, (n) => ({ stream: `s-${n % 10}`, type: 'Counted', data: { n }, metadata: { by: 'test' } }));
    return log;
  };
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

  it('is filled with a million small events in less than a gigabyte', () => {
    const before = process.memoryUsage.rss();
    const log = filled(1_000_000);
    expect((process.memoryUsage.rss() - before) / 1e6).toBeLessThan(1000);
    const last = log.events.at(-1)!;
    expect([last.stream, last.revision, text(last.data), text(last.metadata)]).toEqual([
      's-9',
      99_999,
      '{"n":999999}',
      '{"by":"test"}',
    ]);
  });

  it('finds the first event at or after any position', () => {
    const { events } = filled(100);
    const log = filled(100);
    for (const [index, { position, end }] of events.entries()) {
      expect([log.indexAt(position), log.indexAt(position + 1), log.indexAt(end)]).toEqual([
        index,
        index + 1,
        index + 1,
      ]);
    }
    expect(log.indexAt(0)).toBe(0);
  });

  it('knows where records begin and end', () => {
    const log = filled(2);
    const [first, second] = log.events;
    log.skip(500);
    const places = [0, first!.position, second!.position, second!.end, log.end, log.end + 7];
    expect(places.map((place) => log.isPlace(place))).toEqual(places.map(() => true));
    expect([first!.position + 1, second!.end + 1].map((place) => log.isPlace(place))).toEqual([false, false]);
  });

  it('is restored to an older state: revisions, positions, metadata and tombstones', () => {
    const log = filled(25);
    const { end } = log;
    log.delete('s-1', false);
    log.delete('s-2', true);
    log.append('s-1', [proposed()]);
    log.truncateTo(25);
    expect([log.end, log.events.length]).toEqual([end, 25]);
    expect(log.append('s-2', [proposed()], { expected: 2 })).toMatchObject({ kind: 'success', position: end });
    expect(log.stream('s-1')).toMatchObject({ last: 2, softDeleted: false });
    log.truncateTo(1);
    expect(log.append('s-1', [proposed()], { expected: 'no_stream' })).toMatchObject({ kind: 'success', revision: 0 });
  });

  it('counts metadata with a number beyond 64 bits as none, as JavaScript writes it back (contract §1.8)', () => {
    const log = filled(10);
    log.fill(1, () => ({ stream: '$$s-0', type: '$metadata', data: { $tb: 2 ** 63, $maxCount: 1 } }));
    expect(log.stream('s-0')).toMatchObject({ softDeleted: false, first: 0 });
    log.delete('s-0', false);
    expect(log.stream('s-0')).toMatchObject({ softDeleted: true });
  });

  it('tells what waits that something was appended, and leaves it when it gives up', async () => {
    const log = new FakeLog();
    const patience = new AbortController();
    const appended = log.appended(patience.signal);
    log.append('s', [proposed()]);
    await appended;
    const given = log.appended(patience.signal);
    patience.abort();
    await given;
    await log.appended(patience.signal);
  });

  it('§1.2: remembers recent ids up to 8 MiB of them, oldest forgotten first, and the first owner of an id', () => {
    const recent = new RecentIds();
    recent.put('first', 'a', 0);
    recent.put('first', 'b', 0);
    expect([recent.revisionIn('a', 'first'), recent.revisionIn('b', 'first')]).toEqual([0, undefined]);
    for (let n = 0; n < 200_000; n++) recent.put(String(n), 'streams-of-some-length', n);
    expect(recent.revisionIn('a', 'first')).toBeUndefined();
    const known = Array.from({ length: 200_000 }, (_, n) => recent.revisionIn('streams-of-some-length', String(n)));
    const oldest = known.findIndex((revision) => revision !== undefined);
    expect(200_000 - oldest).toBe(Math.floor((8 * 1024 * 1024) / (28 + 2 * 22)) + 1);
  });
});
