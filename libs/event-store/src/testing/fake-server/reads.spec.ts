import { binaryEvent, jsonEvent, type ReadRevision } from '@eventstore/db-client';
import {
  anEvent,
  collect,
  fakeTarget,
  newStream,
  onTheWire,
  rejection,
  someEvents,
  TARGETS,
  type Target,
} from './harness.ts';

describe.each(TARGETS)('%s', (_name, open) => {
  let target: Target;
  let stream: string;
  beforeAll(async () => (target = await open()));
  afterAll(() => target.dispose());
  beforeEach(() => (stream = newStream()));
  const append = async (count: number, to = stream) =>
    target.client.appendToStream(to, someEvents(count), { credentials: target.credentials });
  const revisions = async (options: Parameters<Target['client']['readStream']>[1] = {}) =>
    (await collect(target.client.readStream(stream, options))).map(({ event }) => Number(event?.revision));
  const positionsOf = async (of = stream) =>
    (await collect(target.client.readStream(of))).map(({ event }) => event!.position!);

  describe('contract §1.5: readStream', () => {
    it.each<[direction: 'forwards' | 'backwards', from: ReadRevision, maxCount: number, revisions: number[]]>([
      ['forwards', 'start', 9, [0, 1, 2, 3, 4]],
      ['forwards', 2n, 9, [2, 3, 4]],
      ['forwards', 2n, 2, [2, 3]],
      ['forwards', 99n, 9, []],
      ['backwards', 'end', 9, [4, 3, 2, 1, 0]],
      ['backwards', 'end', 1, [4]],
      ['backwards', 2n, 9, [2, 1, 0]],
      ['backwards', 99n, 2, [4, 3]],
      ['backwards', 'start', 9, [0]],
    ])('of five events %s from %s, at most %i: %j', async (direction, fromRevision, maxCount, wanted) => {
      await append(5);
      expect(await revisions({ direction, fromRevision, maxCount })).toEqual(wanted);
    });

    it.each([32, 33, 64, 65])('gives %i events, whatever its pages are', async (count) => {
      await append(count);
      expect(await revisions()).toEqual(Array.from({ length: count }, (_, n) => n));
      expect(await revisions({ maxCount: count - 1 })).toHaveLength(count - 1);
    });

    it('does not find a stream that never was, has metadata only, or is soft-deleted', async () => {
      expect(await rejection(revisions())).toMatchObject({ type: 'stream-not-found', streamName: stream });
      await target.client.setStreamMetadata(stream, { note: 'metadata' });
      expect(await rejection(revisions())).toMatchObject({ type: 'stream-not-found' });
      await append(1);
      await target.client.deleteStream(stream);
      expect(await rejection(revisions())).toMatchObject({ type: 'stream-not-found' });
    });

    it('refuses a tombstoned stream', async () => {
      await append(1);
      await target.client.tombstoneStream(stream);
      expect(await rejection(revisions())).toMatchObject({ type: 'stream-deleted', streamName: stream });
    });

    it('answers nothing, and no error, where every event is truncated', async () => {
      await append(5);
      await target.client.setStreamMetadata(stream, { truncateBefore: 5 });
      expect(await revisions()).toEqual([]);
      expect(await revisions({ direction: 'backwards', fromRevision: 'end' })).toEqual([]);
    });

    it('starts at what truncation has left', async () => {
      await append(5);
      await target.client.setStreamMetadata(stream, { truncateBefore: 3 });
      expect(await revisions({ fromRevision: 1n })).toEqual([3, 4]);
      await target.client.setStreamMetadata(stream, { maxCount: 1 });
      expect(await revisions()).toEqual([4]);
    });

    it('fails forwards from the end, and for no event at all', async () => {
      await append(1);
      expect(await rejection(revisions({ fromRevision: 'end' }))).toMatchObject({ type: 'unknown', code: 2 });
      expect(await rejection(revisions({ maxCount: 0 }))).toMatchObject({ type: 'unknown', code: 2 });
    });

    it('is no snapshot: it sees what is appended while it runs', async () => {
      const large = () => jsonEvent({ type: 'Large', data: { text: 'x'.repeat(4000) } });
      for (let n = 0; n < 20; n++) {
        const batch = Array.from({ length: 200 }, large);
        await target.client.appendToStream(stream, batch, { credentials: target.credentials });
      }
      let seen = 0;
      for await (const _event of target.client.readStream(stream)) if (++seen === 1) await append(1);
      expect(seen).toBe(4001);
    });

    it('gives data and metadata back byte for byte, and says what is JSON', async () => {
      const json = jsonEvent({ type: 'Json', data: { text: '台账 🏗', none: null }, metadata: { by: '张三' } });
      const binary = binaryEvent({ type: 'Binary', data: Uint8Array.from({ length: 256 }, (_, n) => n) });
      await target.client.appendToStream(stream, [json, binary], { credentials: target.credentials });
      const [first, second] = (await collect(target.client.readStream(stream))).map(({ event }) => event!);
      expect(first).toMatchObject({ id: json.id, isJson: true, data: json.data, metadata: json.metadata });
      expect(second!.isJson).toBe(false);
      expect([...(second!.data as Uint8Array)]).toEqual([...binary.data]);
      expect(second!.metadata).toBeUndefined();
    });

    it('tells names apart by their case', async () => {
      await append(1);
      stream = stream.toUpperCase();
      expect(await rejection(revisions())).toMatchObject({ type: 'stream-not-found' });
    });
  });

  describe('contract §1.5: readAll', () => {
    const streamsOf = async (options: Parameters<Target['client']['readAll']>[0]) =>
      (await collect(target.client.readAll(options))).map(({ event }) => [event!.streamId, Number(event!.revision)]);

    it('includes its start forwards, and excludes it backwards', async () => {
      await append(3);
      const [, second, third] = await positionsOf();
      expect(await streamsOf({ fromPosition: second!, maxCount: 2 })).toEqual([
        [stream, 1],
        [stream, 2],
      ]);
      expect(await streamsOf({ fromPosition: third!, direction: 'backwards', maxCount: 2 })).toEqual([
        [stream, 1],
        [stream, 0],
      ]);
    });

    it('goes over all streams in the order of their positions', async () => {
      const streams = [stream, newStream(), newStream()];
      for (let n = 0; n < 9; n++) await append(1, streams[n % 3]);
      const [start] = await positionsOf();
      const all = await collect(target.client.readAll({ fromPosition: start! }));
      const own = all.filter(({ event }) => streams.includes(event!.streamId));
      expect(own.map(({ event }) => event!.streamId)).toEqual([...streams, ...streams, ...streams]);
      const positions = all.map(({ event }) => event!.position!.commit);
      expect(positions).toEqual([...positions].sort((a, b) => Number(a - b)));
    });

    it('gives events that reads of their stream hide, and the system events that hid them', async () => {
      await append(1);
      const [start] = await positionsOf();
      await target.client.deleteStream(stream);
      await append(1);
      await target.client.tombstoneStream(stream);
      const all = (await collect(target.client.readAll({ fromPosition: start! }))).map(({ event }) => event!);
      const own = all.filter(({ streamId }) => streamId.endsWith(stream));
      expect(own.map(({ type, streamId }) => [type, streamId.startsWith('$$')])).toEqual([
        ['Counted', false],
        ['$metadata', true],
        ['Counted', false],
        ['$metadata', true],
        ['$streamDeleted', false],
      ]);
      expect(own.at(-1)!.revision).toBe(2n ** 63n - 1n);
    });

    it('answers nothing forwards from the end, and nothing backwards from the start', async () => {
      await append(1);
      expect(await streamsOf({ fromPosition: 'end' })).toEqual([]);
      expect(await streamsOf({ fromPosition: 'start', direction: 'backwards' })).toEqual([]);
    });

    it.each([
      ['type prefix', { on: 'type', prefixes: ['Nothing', 'Read'] }],
      ['type regex', { on: 'type', regex: '^ReadMe\\d$' }],
    ] as const)('filters by %s on the wire, which the client cannot ask for (B15)', async (_kind, filter) => {
      await target.client.appendToStream(stream, [anEvent('Unread'), anEvent('ReadMe1'), anEvent('ReadMe2')]);
      const [start] = await positionsOf();
      const all = await collect(onTheWire(target, { from: start!.commit, count: 100, filter }));
      expect(all.map((message) => (typeof message === 'object' && 'type' in message ? message.type : message))).toEqual(
        ['ReadMe1', 'ReadMe2'],
      );
    });
  });
});

describe('the fake alone', () => {
  const now = 1_700_000_000_123;
  let target: Awaited<ReturnType<typeof fakeTarget>>;
  beforeAll(async () => (target = await fakeTarget({ clock: () => now })));
  afterAll(() => target.dispose());

  it('§1.4: stamps an event with the time of its clock', async () => {
    const stream = newStream();
    await target.client.appendToStream(stream, anEvent());
    const [stored] = await collect(target.client.readStream(stream));
    expect(stored!.event!.created.getTime()).toBe(now);
  });

  it('§1.5: reads $all for ever when asked for no event', async () => {
    const before = target.server.openCalls();
    const read = target.client.readAll({ maxCount: 0 });
    read.on('error', () => undefined).resume();
    await target.client.appendToStream(newStream(), anEvent(), { credentials: target.credentials });
    await target.client.appendToStream(newStream(), anEvent(), { credentials: target.credentials });
    expect(target.server.openCalls()).toBe(before + 1);
    await read.cancel();
  });

  it('§1.5: fails on a position that it never gave', async () => {
    const stream = newStream();
    const { position } = await target.client.appendToStream(stream, anEvent());
    const commit = position!.commit + 1n;
    const read = target.client.readAll({ fromPosition: { commit, prepare: commit } });
    expect(await rejection(collect(read))).toMatchObject({ type: 'unknown' });
  });
});
