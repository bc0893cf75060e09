import { StreamNotFound } from '../port.ts';
import type { ReadStreamOptions } from '../port.ts';
import { collect, event, events, idsOf, rejection, revisions } from './harness.ts';
import type { Log } from './harness.ts';

export function readCases(log: () => Log): void {
  async function readOf(count: number, options: ReadStreamOptions): Promise<bigint[]> {
    const { store, stream } = log();
    await store.append(stream('a'), events(count), 'none');
    return revisions(await collect(store.readStream(stream('a'), options)));
  }

  /** Five streams, appended to in turn. */
  async function interleaved(): Promise<void> {
    const { store, stream } = log();
    for (let n = 0; n < 20; n++) {
      const expected = n < 5 ? 'none' : BigInt(Math.floor(n / 5) - 1);
      await store.append(stream(`${n % 5}`), [event(n, { type: n % 2 ? 'Odd' : 'Even' })], expected);
    }
  }

  it('55 missing-stream — StreamNotFound names it', async () => {
    const stream = log().stream('missing');
    const error = await rejection(collect(log().store.readStream(stream)));
    expect(error).toBeInstanceOf(StreamNotFound);
    expect(error).toMatchObject({ stream });
  });

  it('56 forwards-inclusive — from 2 of 5', async () => {
    expect(await readOf(5, { from: 2n })).toEqual([2n, 3n, 4n]);
  });

  it('57 backwards-inclusive — from 2 of 5', async () => {
    expect(await readOf(5, { from: 2n, direction: 'backwards' })).toEqual([2n, 1n, 0n]);
  });

  it('58 backwards-from-end-1 — the last event', async () => {
    expect(await readOf(5, { direction: 'backwards', limit: 1 })).toEqual([4n]);
  });

  it.each([32, 33, 64, 65, 500, 501, 1001])('59 maxCount-exact-page — %d events, all and in order', async (count) => {
    const all = Array.from({ length: count }, (_, n) => BigInt(n));
    const { store, stream, prefix, start } = log();
    expect(await readOf(count, { limit: count })).toEqual(all);
    expect(revisions(await collect(store.readStream(stream('a'))))).toEqual(all);
    expect(revisions(await collect(store.readStream(stream('a'), { direction: 'backwards' })))).toEqual(
      all.toReversed(),
    );
    const filter = { streams: [prefix] };
    expect(revisions(await collect(store.readAll({ after: start, filter, limit: count })))).toEqual(all);
    expect(revisions(await collect(store.readAll({ after: start, filter, limit: count - 1 })))).toEqual(
      all.slice(0, -1),
    );
  });

  it('60 maxCount-zero — answers nothing, even for a stream that is not there', async () => {
    expect(await readOf(2, { limit: 0 })).toEqual([]);
    expect(await collect(log().store.readAll({ limit: 0 }))).toEqual([]);
    expect(await collect(log().store.readStream(log().stream('missing'), { limit: 0 }))).toEqual([]);
  });

  it.each([-1, 1.5, Number.NaN])('60 maxCount-zero — a limit of %d is refused', async (limit) => {
    expect(await rejection(readOf(1, { limit }))).toBeInstanceOf(RangeError);
    expect(await rejection(collect(log().store.readAll({ limit })))).toBeInstanceOf(RangeError);
  });

  it('61 beyond-end — empty forwards, from the last backwards', async () => {
    expect(await readOf(3, { from: 99n })).toEqual([]);
    const backwards = log().store.readStream(log().stream('a'), { from: 99n, direction: 'backwards' });
    expect(revisions(await collect(backwards))).toEqual([2n, 1n, 0n]);
  });

  it('62 forwards-from-end — empty', async () => {
    expect(await readOf(3, { from: 3n })).toEqual([]);
  });

  it('63 all-forwards-exclusive — resumes behind an event', async () => {
    await interleaved();
    const { store, start, prefix } = log();
    const all = await collect(store.readAll({ after: start, filter: { streams: [prefix] } }));
    const rest = await collect(store.readAll({ after: all[7]?.position as bigint, filter: { streams: [prefix] } }));
    expect(idsOf(rest)).toEqual(idsOf(all.slice(8)));
  });

  it('65 all-global-order — by position, revisions rising in each stream', async () => {
    await interleaved();
    const { store, start, prefix } = log();
    const all = (await collect(store.readAll({ after: start }))).filter((one) => one.stream.startsWith(prefix));
    expect(all.map((one) => one.data['n'])).toEqual(Array.from({ length: 20 }, (_, n) => n));
    expect(all.every((one, i) => i === 0 || (all[i - 1]?.position as bigint) < one.position)).toBe(true);
    expect(revisions(all)).toEqual(all.map((_, i) => BigInt(Math.floor(i / 5))));
  });

  it('66 all-filter-prefix-type — several prefixes are alternatives', async () => {
    const { store, start, stream } = log();
    await store.append(
      stream('a'),
      ['LandSupplied', 'LandTaken', 'landLost', 'Signed', 'L'].map((type) => event(0, { type })),
      'none',
    );
    const types = async (...prefixes: string[]) =>
      (await collect(store.readAll({ after: start, filter: { types: prefixes } }))).map((one) => one.type);
    expect(await types('Land')).toEqual(['LandSupplied', 'LandTaken']);
    expect(await types('Signed', 'LandT')).toEqual(['LandTaken', 'Signed']);
  });

  it('68 all-filter-prefix-stream — by ordinal, case counts', async () => {
    await interleaved();
    const { store, start, stream } = log();
    await store.append(stream('1~'), [event(21)], 'none');
    await store.append(stream('1').toUpperCase(), [event(22)], 'none');
    const read = await collect(store.readAll({ after: start, filter: { streams: [stream('1'), stream('3')] } }));
    expect(read.map((one) => one.data['n'])).toEqual([1, 3, 6, 8, 11, 13, 16, 18, 21]);
  });

  it.each([[[]], [['']], [['$x']], [['_x']], [['项目']]])(
    '68 all-filter-prefix-stream — prefixes %j are refused',
    async (streams) => {
      expect(await rejection(collect(log().store.readAll({ filter: { streams } })))).toBeInstanceOf(RangeError);
    },
  );

  it('70 filter-no-match-long-log — 5 000 others, terminates empty', async () => {
    const { store, start, stream } = log();
    await store.append(stream('a'), events(2500), 'none');
    await store.append(stream('a'), events(2500), 2499n);
    expect(await collect(store.readAll({ after: start, filter: { types: ['Absent'] } }))).toEqual([]);
  });

  it('71 read-your-write — 1 000 times', async () => {
    const { store, stream } = log();
    for (let n = 0; n < 1000; n++) {
      const { position } = await store.append(stream('a'), [event(n)], n === 0 ? 'none' : BigInt(n - 1));
      const [last] = await collect(store.readStream(stream('a'), { direction: 'backwards', limit: 1 }));
      if (last?.data['n'] !== n || last.position !== position) throw new Error(`append ${n} is not there`);
    }
    expect((await collect(store.readStream(stream('a')))).length).toBe(1000);
  });

  it('72 break-frees — after 1 of 10 000, 200 times over', async () => {
    const { store, stream, start } = log();
    for (let n = 0; n < 4; n++) await store.append(stream('a'), events(2500), n === 0 ? 'none' : BigInt(n * 2500 - 1));
    for (let n = 0; n < 200; n++) {
      for await (const _ of store.readStream(stream('a'))) break;
      for await (const _ of store.readAll({ after: start })) break;
    }
    expect(await log().idle()).toBe(true);
  });

  it('a read that is aborted throws, so that it cannot pass for a whole one', async () => {
    await readOf(3, {});
    const signal = AbortSignal.abort(new Error('enough'));
    expect(await rejection(collect(log().store.readStream(log().stream('a'), { signal })))).toMatchObject({
      message: 'enough',
    });
    expect(await rejection(collect(log().store.readAll({ signal })))).toMatchObject({ message: 'enough' });
  });

  it('readLast is the last event of the whole log', async () => {
    const { store, stream } = log();
    await store.append(stream('b'), [event(1)], 'none');
    const { position } = await store.append(stream('a'), [event(2), event(3)], 'none');
    expect(await store.readLast()).toMatchObject({ stream: stream('a'), revision: 1n, position, data: { n: 3 } });
  });
}
