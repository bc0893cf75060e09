import type { JsonObject, NewEvent, StoredEvent } from '#kernel';
import { ForeignPosition } from '../errors.ts';
import { APPEND_BYTES_MAX, InvalidAppend, StoreClosed, StreamNotFound, TooLarge } from '../port.ts';
import { positionOf, tokenOf } from '../token.ts';
import { collect, event, events, rejection, revisions } from './harness.ts';
import type { Log } from './harness.ts';

export function dataCases(log: () => Log): void {
  async function roundTrip(one: NewEvent): Promise<StoredEvent> {
    const { store, stream } = log();
    await store.append(stream('a'), [one], 'none');
    return (await collect(store.readStream(stream('a'))))[0] as StoredEvent;
  }
  const refusal = (one: object) => rejection(log().store.append(log().stream('a'), [one as NewEvent], 'none'));

  it('89 json-fidelity — equals what JSON says of it', async () => {
    const data = JSON.parse(`{
      "nested": { "a": [1, [2, { "b": null }]], "": "" }, "2": "two", "1": "one", "__proto__": { "x": 1 },
      "text": "项目 🏗️ \\u2028 \\u0000 \\ud800 end", "minusZero": -0, "large": 1e21, "small": 5e-324, "no": false
    }`) as JsonObject;
    const stored = await roundTrip(event(0, { data, metadata: data }));
    const plain = JSON.parse(JSON.stringify(data)) as JsonObject;
    expect(stored.data).toEqual(plain);
    expect(JSON.stringify(stored.data)).toBe(JSON.stringify(data));
    expect(stored.metadata).toMatchObject(plain);
  });

  it('90 json-unserialisable — BigInt, cycle and what is no object are refused at once', async () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    for (const data of [{ n: 1n }, cycle, undefined, null, 'text', [1], () => 1]) {
      expect(await refusal({ ...event(), data })).toBeInstanceOf(InvalidAppend);
      expect(await refusal({ ...event(), metadata: data })).toBeInstanceOf(InvalidAppend);
    }
    expect(await rejection(collect(log().store.readStream(log().stream('a'))))).toBeInstanceOf(StreamNotFound);
  });

  it('91 big-integers — as text they stay whole', async () => {
    const text = String(2n ** 53n + 1n);
    expect((await roundTrip(event(0, { data: { text } }))).data).toEqual({ text });
  });

  it('94 correlation-metadata — kept beside the stamp', async () => {
    const metadata = { $correlationId: 'c-1', $causationId: 'c-2' };
    expect((await roundTrip(event(0, { metadata }))).metadata).toMatchObject(metadata);
  });

  it('stamping — one recordedAt for the append, filedAt only where none is claimed', async () => {
    const { store, stream, setClock } = log();
    setClock(Date.UTC(2126, 10, 22, 5, 9));
    const claimed = { filedAt: '2018-03-01T00:00:00.000Z', note: { recordedAt: 'inside is another matter' } };
    const answer = await store.append(stream('a'), [event(), event(1, { metadata: claimed })], 'none');
    const [first, second] = await collect(store.readStream(stream('a')));
    const recordedAt = '2126-11-22T05:09:00.000Z';
    expect(first?.metadata).toEqual({ recordedAt, filedAt: recordedAt });
    expect(second?.metadata).toEqual({ ...claimed, recordedAt });
    expect(answer.recordedAt ?? answer.sentAt).toBe(recordedAt);
  });

  it('stamping — a caller that says recordedAt itself is refused', async () => {
    expect(await refusal(event(0, { metadata: { recordedAt: '2026-11-22T05:09:00.000Z' } }))).toBeInstanceOf(
      InvalidAppend,
    );
  });

  it('95 max-size — just under 1 MiB passes, just over is TooLarge and writes nothing', async () => {
    const { store, stream } = log();
    const weighing = (bytes: number, char = 'x') =>
      event(0, { data: { t: char.repeat(bytes / Buffer.byteLength(char)) } });
    await store.append(stream('a'), [weighing(APPEND_BYTES_MAX - 256)], 'none');
    expect((await collect(store.readStream(stream('a')))).length).toBe(1);
    const half = APPEND_BYTES_MAX / 2;
    for (const heavy of [
      [weighing(APPEND_BYTES_MAX)],
      [weighing(APPEND_BYTES_MAX, '项')],
      [weighing(half), weighing(half)],
    ]) {
      expect(await rejection(store.append(stream('b'), heavy, 'none'))).toBeInstanceOf(TooLarge);
    }
    expect(await rejection(collect(store.readStream(stream('b'))))).toBeInstanceOf(StreamNotFound);
  });

  it.each(['with spaces', 'a/b@c', 'a-b-c', `%_'"\\;--`, 'x'.repeat(1000)])('96 odd-names — %j', async (name) => {
    const { store, stream, start } = log();
    await store.append(stream(name), [event(1, { type: name })], 'none');
    const [stored] = await collect(store.readStream(stream(name)));
    expect(stored).toMatchObject({ stream: stream(name), type: name });
    expect(await collect(store.readAll({ after: start, filter: { streams: [stream(name)] } }))).toEqual([stored]);
  });

  it.each(['', '$$', '项目', 'tab\t', 'nul\0', 'x'.repeat(1025), '$x', '_x'])(
    '96 odd-names, 98 system-prefix-refused — %j is refused as stream and as type',
    async (name) => {
      expect(await rejection(log().store.append(name, [event()], 'none'))).toBeInstanceOf(InvalidAppend);
      expect(await refusal(event(0, { type: name }))).toBeInstanceOf(InvalidAppend);
    },
  );

  it('97 case-sensitive-names — S and s are two streams', async () => {
    const { store, stream } = log();
    await store.append(stream('S'), [event(1)], 'none');
    await store.append(stream('s'), events(2), 'none');
    expect(await collect(store.readStream(stream('S')))).toHaveLength(1);
  });

  it.each([-1n, 0, '0', undefined])('99 revision-type — %p is no expected revision', async (expected) => {
    const wrong = log().store.append(log().stream('a'), [event()], expected as bigint);
    expect(await rejection(wrong)).toBeInstanceOf(InvalidAppend);
  });

  it('99 revision-type — bigint outside the data, never inside', async () => {
    const appended = await log().store.append(log().stream('a'), [event()], 'none');
    const [stored] = await collect(log().store.readStream(log().stream('a')));
    for (const value of [appended.revision, appended.position, stored?.revision, stored?.position]) {
      expect(typeof value).toBe('bigint');
    }
    expect(JSON.stringify([stored?.data, stored?.metadata])).toContain('"n":0');
  });

  it('100 clock-backwards — order is by revision and position', async () => {
    const { store, stream, start, prefix, setClock } = log();
    for (let n = 0; n < 4; n++) {
      setClock(Date.UTC(2126, 0, 10 - n));
      await store.append(stream('a'), [event(n)], n === 0 ? 'none' : BigInt(n - 1));
    }
    expect(revisions(await collect(store.readStream(stream('a'))))).toEqual([0n, 1n, 2n, 3n]);
    const all = await collect(store.readAll({ after: start, filter: { streams: [prefix] } }));
    expect(all.map((one) => one.data['n'])).toEqual([0, 1, 2, 3]);
  });

  it('101 dispose-idempotent — appends under way are finished, later calls throw StoreClosed', async () => {
    const { store, stream } = log();
    const underWay = store.append(stream('a'), [event()], 'none');
    await Promise.all([store.close(), store.close()]);
    await store.close();
    expect((await underWay).revision).toBe(0n);
    const calls = [
      store.append(stream('a'), [event()], 0n),
      collect(store.readStream(stream('a'))),
      collect(store.readAll()),
      store.readLast(),
      (async () => collect(store.subscribe()))(),
    ];
    for (const call of calls) expect(await rejection(call)).toBeInstanceOf(StoreClosed);
  });

  it('102 wrong-store-checkpoint — a position is good on its own log only', async () => {
    const { store } = log();
    expect(positionOf(store, tokenOf(store, 370n))).toBe(370n);
    const other = { storeId: 'another' };
    for (const token of [tokenOf(other, 370n), `v2:${store.storeId}:1`, '370', '', `${tokenOf(store, 1n)}:1`]) {
      expect(() => positionOf(store, token)).toThrow(ForeignPosition);
    }
  });
}
