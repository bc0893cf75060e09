import { Conflict, InvalidAppend, StreamNotFound } from '../port.ts';
import type { Appended } from '../port.ts';
import { collect, event, events, idsOf, rejection, revisions } from './harness.ts';
import type { Log } from './harness.ts';

export function appendCases(log: () => Log): void {
  /** A stream of so many events, appended at once. */
  async function streamOf(count: number): Promise<string> {
    const stream = log().stream(`of${count}`);
    await log().store.append(stream, events(count), 'none');
    return stream;
  }

  it('2 first-append-N — three events on no stream get revisions 0, 1, 2', async () => {
    const { store, stream, start } = log();
    const appended = await store.append(stream('a'), events(3), 'none');
    expect(appended.revision).toBe(2n);
    expect(appended.position > start).toBe(true);
    expect(revisions(await collect(store.readStream(stream('a'))))).toEqual([0n, 1n, 2n]);
  });

  it('3 N-on-existing — another id under none conflicts', async () => {
    const stream = await streamOf(1);
    const conflict = await rejection(log().store.append(stream, [event()], 'none'));
    expect(conflict).toBeInstanceOf(Conflict);
    expect(conflict).toMatchObject({ stream, expected: 'none', actual: 0n });
  });

  it('7 exact-match — the last revision is taken', async () => {
    const stream = await streamOf(5);
    expect((await log().store.append(stream, [event()], 4n)).revision).toBe(5n);
  });

  it.each([
    ['8 exact-behind', 2n],
    ['9 exact-ahead', 9n],
    ['9 exact-ahead, beyond 2^53', 2n ** 60n],
  ])('%s — %s on a stream at 4 conflicts', async (_, expected) => {
    const stream = await streamOf(5);
    const conflict = await rejection(log().store.append(stream, [event()], expected));
    expect(conflict).toBeInstanceOf(Conflict);
    expect(conflict).toMatchObject({ expected, actual: 4n });
  });

  it('10 exact-on-missing — 0 on no stream conflicts', async () => {
    const conflict = await rejection(log().store.append(log().stream('a'), [event()], 0n));
    expect(conflict).toBeInstanceOf(Conflict);
    expect(conflict).toMatchObject({ expected: 0n, actual: 'none' });
  });

  it('11 empty-append-rejected — nothing is written', async () => {
    const { store, stream } = log();
    expect(await rejection(store.append(stream('a'), [], 'none'))).toBeInstanceOf(InvalidAppend);
    expect(await rejection(collect(store.readStream(stream('a'))))).toBeInstanceOf(StreamNotFound);
  });

  it('12 batch-atomic — five events at a wrong revision leave none', async () => {
    const stream = await streamOf(1);
    await rejection(log().store.append(stream, events(5), 3n));
    expect(await collect(log().store.readStream(stream))).toHaveLength(1);
  });

  it('14 race-one-winner — of 20 at once on revision 0 one wins, the others conflict with 1', async () => {
    const stream = await streamOf(1);
    const racers = Array.from({ length: 20 }, () => log().store.append(stream, [event()], 0n));
    const results = await Promise.allSettled(racers);
    const lost = results.filter((result) => result.status === 'rejected');
    expect(lost).toHaveLength(19);
    for (const { reason } of lost) expect(reason).toMatchObject({ name: 'Conflict', actual: 1n });
    expect(await collect(log().store.readStream(stream))).toHaveLength(2);
  });

  it('14 race-one-winner — also between two handles on the log', async () => {
    const stream = await streamOf(1);
    const stores = [log().store, await log().openSecond()];
    const racers = Array.from({ length: 20 }, (_, i) => stores[i % 2]?.append(stream, [event()], 0n));
    const results = await Promise.allSettled(racers);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(await collect(log().store.readStream(stream))).toHaveLength(2);
  });

  it('15 position-grows — over streams', async () => {
    const { store, stream } = log();
    const first = await store.append(stream('a'), [event()], 'none');
    const second = await store.append(stream('b'), [event()], 'none');
    const third = await store.append(stream('a'), [event()], 0n);
    expect(first.position < second.position && second.position < third.position).toBe(true);
  });

  it('16 position-is-last-event — of a batch', async () => {
    const { store, stream } = log();
    const { position } = await store.append(stream('a'), events(3), 'none');
    expect((await collect(store.readStream(stream('a')))).at(-1)?.position).toBe(position);
  });

  it('17 returned-revision-chains — 100 appends, each on the answer before', async () => {
    const { store, stream } = log();
    let last: Appended | undefined;
    const sent = events(100);
    for (const one of sent) last = await store.append(stream('a'), [one], last?.revision ?? 'none');
    expect(last?.revision).toBe(99n);
    expect(idsOf(await collect(store.readStream(stream('a'))))).toEqual(idsOf(sent));
  });

  it('a conflict leaves the appends that were sent with it alone', async () => {
    const { store, stream } = log();
    const results = await Promise.allSettled([
      store.append(stream('a'), events(2), 'none'),
      store.append(stream('a'), [event()], 7n),
      store.append(stream('a'), [event()], 1n),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await collect(store.readStream(stream('a')))).toHaveLength(3);
  });
}
