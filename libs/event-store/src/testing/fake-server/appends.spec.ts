import { randomUUID } from 'node:crypto';
import { binaryEvent, type AppendExpectedRevision, type AppendResult } from '@eventstore/db-client';
import { anEvent, collect, eventually, newStream, rejection, someEvents, LINES, type Target } from './harness.ts';
import { precedes } from './version.ts';

/** The two ways in which the client appends (contract §2.2). */
const PATHS = ['plain', 'batch'] as const;

describe.each(LINES)('%s', (_name, open) => {
  let target: Target;
  let stream: string;
  beforeAll(async () => (target = await open()));
  afterAll(() => target.dispose());
  beforeEach(() => (stream = newStream()));

  describe.each(PATHS)('appends by the %s path', (path) => {
    const append = (events: ReturnType<typeof someEvents>, expectedRevision: AppendExpectedRevision, to = stream) =>
      target.client.appendToStream(to, events, {
        expectedRevision,
        ...(path === 'plain' && { credentials: target.credentials }),
      });
    /** The outcome in the words of the reference: `ok 3`, `WEV 2`, `WEV none`, `StreamDeleted`. */
    const outcome = async (appending: Promise<AppendResult>): Promise<string> =>
      appending.then(
        ({ nextExpectedRevision }) => `ok ${nextExpectedRevision}`,
        (error: Error & { type: string; actualVersion?: unknown }) => {
          if (error.type === 'stream-deleted') return 'StreamDeleted';
          if (error.type !== 'wrong-expected-version') throw error;
          return `WEV ${error.actualVersion === 'no_stream' ? 'none' : String(error.actualVersion)}`;
        },
      );
    const revisions = async () => (await collect(target.client.readStream(stream))).map(({ event }) => event?.revision);

    const states: Record<string, () => Promise<unknown>> = {
      'never existed': async () => undefined,
      'only metadata': () => target.client.setStreamMetadata(stream, { note: 'metadata' }),
      'live, last = 2': () => append(someEvents(3), 'no_stream'),
      'soft-deleted, last = 2': async () => {
        await append(someEvents(3), 'no_stream');
        await target.client.deleteStream(stream);
      },
      'all truncated, last = 2': async () => {
        await append(someEvents(3), 'no_stream');
        await target.client.setStreamMetadata(stream, { truncateBefore: 3 });
      },
      tombstoned: async () => {
        await append(someEvents(3), 'no_stream');
        await target.client.tombstoneStream(stream);
      },
    };

    describe('contract §1.1: expected revision', () => {
      it.each<[state: string, expected: AppendExpectedRevision, outcome: string]>([
        ['never existed', 'any', 'ok 0'],
        ['never existed', 'no_stream', 'ok 0'],
        ['never existed', 'stream_exists', 'WEV none'],
        ['never existed', 0n, 'WEV none'],
        ['only metadata', 'any', 'ok 0'],
        ['only metadata', 'no_stream', 'ok 0'],
        ['only metadata', 'stream_exists', 'ok 0'],
        ['only metadata', 0n, 'WEV none'],
        ['live, last = 2', 'any', 'ok 3'],
        ['live, last = 2', 'no_stream', 'WEV 2'],
        ['live, last = 2', 'stream_exists', 'ok 3'],
        ['live, last = 2', 2n, 'ok 3'],
        ['live, last = 2', 0n, 'WEV 2'],
        ['live, last = 2', 9n, 'WEV 2'],
        ['soft-deleted, last = 2', 'any', 'ok 3'],
        ['soft-deleted, last = 2', 'no_stream', 'ok 3'],
        ['soft-deleted, last = 2', 'stream_exists', 'StreamDeleted'],
        ['soft-deleted, last = 2', 2n, 'ok 3'],
        ['soft-deleted, last = 2', 0n, 'WEV 2'],
        ['soft-deleted, last = 2', 9n, 'WEV 2'],
        ['all truncated, last = 2', 'any', 'ok 3'],
        ['all truncated, last = 2', 'no_stream', 'WEV 2'],
        ['all truncated, last = 2', 'stream_exists', 'ok 3'],
        ['all truncated, last = 2', 2n, 'ok 3'],
        ['all truncated, last = 2', 0n, 'WEV 2'],
        ['all truncated, last = 2', 9n, 'WEV 2'],
        ['tombstoned', 'any', 'StreamDeleted'],
        ['tombstoned', 'no_stream', 'StreamDeleted'],
        ['tombstoned', 'stream_exists', 'StreamDeleted'],
        ['tombstoned', 2n, 'StreamDeleted'],
        ['tombstoned', 9n, 'StreamDeleted'],
      ])('%s, expected %s: %s', async (state, expected, wanted) => {
        await states[state]!();
        expect(await outcome(append([anEvent()], expected))).toBe(wanted);
      });

      it('says which revision it had expected', async () => {
        await append(someEvents(3), 'no_stream');
        expect(await rejection(append([anEvent()], 1n))).toMatchObject({ expectedVersion: 1n, streamName: stream });
        expect(await rejection(append([anEvent()], 'no_stream'))).toMatchObject({ expectedVersion: 'no_stream' });
      });

      it('reopens a soft-deleted stream where it left off, and shows what is new only', async () => {
        await states['soft-deleted, last = 2']!();
        await append([anEvent()], 'no_stream');
        // A real server answers the append before it has written the metadata that brings the stream back.
        await eventually(() =>
          revisions().then(
            () => true,
            () => false,
          ),
        );
        expect(await revisions()).toEqual([3n]);
      });

      it('writes all of an append or nothing', async () => {
        await append([anEvent()], 'no_stream');
        await rejection(append(someEvents(5), 4n));
        expect(await revisions()).toEqual([0n]);
      });
    });

    describe('contract §1.2: idempotency by event id, after [A, B, C] under no_stream', () => {
      const named = Object.fromEntries(['A', 'B', 'C', 'X'].map((name) => [name, '']));
      const batch = (letters: string) => [...letters].map((letter) => anEvent('Counted', named[letter], { letter }));
      beforeEach(async () => {
        for (const name of Object.keys(named)) named[name] = randomUUID();
        await append(batch('ABC'), 'no_stream');
      });

      it.each<[row: string, letters: string, expected: AppendExpectedRevision, outcome: string]>([
        ['I1 same batch, strong', 'ABC', 'no_stream', 'ok 2, 3 events'],
        ['I1 same batch, weak', 'ABC', 'any', 'ok 2, 3 events'],
        ['I1 same batch, weak', 'ABC', 'stream_exists', 'ok 2, 3 events'],
        ['I2 prefix, strong', 'A', 'no_stream', 'ok 0, 3 events'],
        ['I2 prefix, strong', 'AB', 'no_stream', 'ok 1, 3 events'],
        ['I2 prefix, weak', 'A', 'any', 'ok 0, 3 events'],
        ['I3 later slice, strong', 'BC', 0n, 'ok 2, 3 events'],
        ['I3 later slice, weak', 'BC', 'any', 'ok 2, 3 events'],
        ['I4 first id unknown, strong', 'X', 0n, 'WEV 2, 3 events'],
        ['I4 first id unknown, strong', 'X', 'no_stream', 'WEV 2, 3 events'],
        ['I4 first id unknown, weak: writes all', 'XA', 'any', 'ok 4, 5 events'],
        ['I5 past the end, strong', 'ABCX', 'no_stream', 'WEV 2, 3 events'],
        ['I5 later id unknown, weak', 'AX', 'any', 'WEV 2, 3 events'],
        ['I6 other order, strong', 'CA', 'no_stream', 'WEV 2, 3 events'],
        ['I6 subset, strong', 'AC', 'no_stream', 'WEV 2, 3 events'],
        ['I6 other order, weak: revision of the last id', 'CB', 'any', 'ok 1, 3 events'],
        ['I6 subset, weak', 'AC', 'any', 'ok 2, 3 events'],
        ['I7 known id at the end: appended again', 'A', 2n, 'ok 3, 4 events'],
      ])('%s: %s expected %s: %s', async (_row, letters, expected, wanted) => {
        const appended = await outcome(append(batch(letters), expected));
        expect(`${appended}, ${(await revisions()).length} events`).toBe(wanted);
      });

      it('I6: known ids in an order too different from theirs, weak: the server never answers', async () => {
        const waiting = append(batch('CA'), 'any').then(
          () => 'answered',
          (error: { type: string }) => error.type,
        );
        expect(await outcome(append(batch('ABC'), 'any'))).toBe('ok 2');
        expect(await revisions()).toHaveLength(3);
        expect(await Promise.race([waiting, target.client.readStream(stream).toArray()])).toHaveLength(3);
      });

      it('I1, I2: answers the position of the last event that was sent again', async () => {
        const stored = await collect(target.client.readStream(stream));
        for (const expected of ['no_stream', 'any'] as const) {
          expect((await append(batch('ABC'), expected)).position).toEqual(stored[2]!.event?.position);
          expect((await append(batch('AB'), expected)).position).toEqual(stored[1]!.event?.position);
        }
      });

      it('I1 exact, after others have appended', async () => {
        const events = someEvents(2);
        const first = await append(events, 2n);
        await append(someEvents(50), 4n);
        expect(await append(events, 2n)).toEqual(first);
      });

      it('I8: the same id three times in a batch, retried strongly and weakly', async () => {
        const other = newStream();
        const thrice = Array.from({ length: 3 }, () => anEvent('Counted', named['X']));
        expect(await outcome(append(thrice, 'no_stream', other))).toBe('ok 2');
        expect(await outcome(append(thrice, 'no_stream', other))).toBe('ok 2');
        expect(await outcome(append(thrice, 'any', other))).toBe('ok 0');
      });

      it.each(['no_stream', 'any'] as const)(
        'I9: the same batch under %s after a soft delete succeeds without a position, and the stream stays deleted',
        async (expected) => {
          await target.client.deleteStream(stream);
          const again = await append(batch('ABC'), expected);
          expect(again).toMatchObject({ success: true, nextExpectedRevision: 2n });
          expect(again.position).toBeUndefined();
          expect(await rejection(revisions())).toMatchObject({ type: 'stream-not-found' });
        },
      );

      it('I10: an id is not global, and a weak retry on its second stream appends again', async () => {
        const other = newStream();
        expect(await outcome(append(batch('A'), 'no_stream', other))).toBe('ok 0');
        expect(await outcome(append(batch('A'), 'no_stream', other))).toBe('ok 0');
        expect(await outcome(append(batch('A'), 'any', other))).toBe('ok 1');
      });

      it('I11: only ids are compared, and the first payload stays', async () => {
        const [stored] = await collect(target.client.readStream(stream));
        expect(await outcome(append([anEvent('Other', named['A'], { other: true })], 'no_stream'))).toBe('ok 0');
        const [after] = await collect(target.client.readStream(stream));
        expect(after!.event).toEqual(stored!.event);
      });

      it('I13: StreamDeleted after the tombstone', async () => {
        await target.client.tombstoneStream(stream);
        expect(await outcome(append(batch('ABC'), 'no_stream'))).toBe('StreamDeleted');
      });

      it('compares ids whatever their case', async () => {
        const upper = batch('A').map((event) => ({ ...event, id: event.id.toUpperCase() }));
        expect(await outcome(append(upper, 'no_stream'))).toBe('ok 0');
      });
    });

    describe('contract §1.3: sizes', () => {
      const LIMIT = 1024 * 1024;
      const sized = (data: number, metadata: number) =>
        binaryEvent({
          id: randomUUID(),
          type: 'Sized',
          data: Buffer.alloc(data),
          ...(metadata > 0 && { metadata: new Uint8Array(metadata).fill(1) }),
        });
      /** Two events; what they weigh is counted in the names of the tests. */
      const appendTwo = (data: number, metadata = 0) =>
        target.client.appendToStream(stream, [sized(data, metadata), sized(0, 0)], {
          expectedRevision: 'no_stream',
          ...(path === 'plain' && { credentials: target.credentials }),
        });

      it('takes 1 MiB of data in one append, refuses more, and writes nothing of it; from 25.1 on it takes 256', async () => {
        if (!precedes(target.version, '25.1')) return;
        const error = await rejection(appendTwo(LIMIT + 1));
        expect(error).toMatchObject({ type: 'maximum-append-size-exceeded', maxAppendSize: LIMIT });
        expect(await rejection(revisions())).toMatchObject({ type: 'stream-not-found' });
        expect(await appendTwo(LIMIT - 20)).toMatchObject({ nextExpectedRevision: 1n });
      });

      it('counts metadata and, in UTF-16, types, but before 24.10.4 neither', async () => {
        if (!precedes(target.version, '25.1')) return;
        const [types, metadata] = [2 * 2 * 'Sized'.length, 1000];
        if (precedes(target.version, '24.10.4')) {
          expect(await appendTwo(LIMIT, metadata)).toMatchObject({ nextExpectedRevision: 1n });
          return;
        }
        const error = await rejection(appendTwo(LIMIT - types - metadata + 1, metadata));
        expect(error).toMatchObject({ type: 'maximum-append-size-exceeded' });
        expect(await appendTwo(LIMIT - types - metadata, metadata)).toMatchObject({ nextExpectedRevision: 1n });
      });
    });

    describe('contract §1.4: numbers and positions', () => {
      it('answers the revision and the position of the last event', async () => {
        const appended = await append(someEvents(3), 'no_stream');
        const stored = await collect(target.client.readStream(stream));
        expect(appended.nextExpectedRevision).toBe(2n);
        expect(appended.position).toEqual(stored[2]!.event?.position);
      });

      it('counts revisions from 0 without a gap, and positions upwards in bytes', async () => {
        await append(someEvents(2), 'no_stream');
        await append([anEvent()], 'no_stream', newStream());
        await append(someEvents(2), 1n);
        const stored = (await collect(target.client.readStream(stream))).map(({ event }) => event!);
        expect(stored.map(({ revision }) => revision)).toEqual([0n, 1n, 2n, 3n]);
        const positions = stored.map(({ position }) => position!);
        expect(positions.map(({ prepare }) => prepare)).toEqual(positions.map(({ commit }) => commit));
        const steps = positions.slice(1).map(({ commit }, n) => commit - positions[n]!.commit);
        expect(steps.every((step) => step > 10n)).toBe(true);
      });
    });
  });
});
