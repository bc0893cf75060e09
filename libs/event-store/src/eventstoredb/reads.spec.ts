import { collect, event, events, idsOf, rejection, revisions } from '../contract/harness.ts';
import { ForeignPosition, PositionBeyondLog } from '../errors.ts';
import type { Fault, PlainEvent } from '../testing/index.ts';
import { again, eventually, fakeLogs } from './fake-log.harness.ts';
import { ManualTimers } from './manual-timers.harness.ts';
import type { ServerOptions } from './open.ts';
import { PATIENCE } from './patience.ts';

const QUICK: Partial<ServerOptions> = {
  patience: { pause: 2, pauseMax: 20, attempt: 500 },
  random: () => 0.5,
};
const SYSTEM: PlainEvent = { stream: '$stats-1', type: '$statsCollected' };

const { log } = fakeLogs(QUICK);

const TROUBLES: readonly [string, Fault][] = [
  ['fails', { kind: 'statusAfter', code: 14, details: 'gone', events: 40 }],
  ['is cut off', { kind: 'cutAfter', events: 40 }],
  ['falls silent', { kind: 'silentAfter', events: 40 }],
  ['is not ready', { kind: 'status', code: 14, details: 'Server Is Not Ready' }],
];

describe('a read', () => {
  it.each(TROUBLES)('that %s goes on after the last event it gave', async (_, fault) => {
    const { store, server } = await log();
    const sent = events(200);
    await store.append('a-1', sent, 'none');
    for (const read of [
      () => store.readStream('a-1'),
      () => store.readStream('a-1', { from: 0n, limit: 200 }),
      () => store.readAll(),
      () => store.readAll({ limit: 200 }),
    ]) {
      server.faults.next('read', fault, 2);
      expect(idsOf(await collect(read()))).toEqual(idsOf(sent));
    }
    server.faults.next('read', fault);
    expect(idsOf(await collect(store.readStream('a-1', { direction: 'backwards' })))).toEqual(idsOf(sent).toReversed());
  });

  it.each(TROUBLES)('of what a filter lets through, that %s, goes on likewise', async (_, fault) => {
    const { store, server } = await log();
    const sent = events(200);
    await store.append('a-1', sent, 'none');
    await store.append('b-1', events(300), 'none');
    server.faults.next('subscribe', fault, 2);
    expect(idsOf(await collect(store.readAll({ filter: { streams: ['a-'] } })))).toEqual(idsOf(sent));
    expect(await eventually(() => server.openCalls() === 0)).toBe(true);
  });

  it('E6 — of what a filter lets through is not over when the server ends it', async () => {
    const { store, server } = await log();
    const sent = events(200);
    await store.append('a-1', sent, 'none');
    server.faults.next('subscribe', { kind: 'endAfter', events: 40 }, 3);
    expect(idsOf(await collect(store.readAll({ filter: { types: ['Counted'] } })))).toEqual(idsOf(sent));
  });

  it.each([0, 1, 4])(
    'E6 — that the server ends after %d events is not over where more is known to come',
    async (most) => {
      const { store, server } = await log();
      const sent = events(30);
      const { position } = await store.append('a-1', sent, 'none');
      const early = { kind: 'endAfter', events: most } as const;
      const reads: (() => Promise<readonly string[]>)[] = [
        async () => idsOf(await collect(store.readAll())),
        async () => idsOf(await collect(store.readAll({ limit: 30 }))),
        async () => idsOf(await collect(store.readStream('a-1', { direction: 'backwards' }))).toReversed(),
      ];
      for (const read of reads) {
        server.faults.next('read', early, 3);
        expect(await read()).toEqual(idsOf(sent));
        server.faults.clear();
      }
      server.faults.next('read', early);
      expect(await collect(store.readAll({ after: position, filter: { streams: ['a-'] } }))).toEqual([]);
      server.faults.clear();
      server.faults.next('read', early);
      expect(await store.readLast()).toMatchObject({ position });
    },
  );

  it('E6 — that the server ends at once every time fails', async () => {
    const { store, server } = await log({}, { patience: { ...QUICK.patience, read: 200, last: 100 } });
    const { position } = await store.append('a-1', events(30), 'none');
    server.faults.next('read', { kind: 'endAfter', events: 0 }, Infinity);
    for (const read of [
      () => collect(store.readAll()),
      () => collect(store.readAll({ after: position, filter: { streams: ['a-'] } })),
      () => collect(store.readStream('a-1')),
      () => store.readLast(),
    ]) {
      expect(await rejection(read())).toMatchObject({ name: 'StoreUnavailable', reason: 'Unreachable' });
    }
  });

  it('E5 — that is never answered fails, and names the trouble', async () => {
    const { store, server } = await log({}, { patience: { ...QUICK.patience, read: 600, last: 400 } });
    await store.append('a-1', [event()], 'none');
    server.freeze();
    for (const read of [
      collect(store.readStream('a-1')),
      collect(store.readAll()),
      collect(store.readAll({ filter: { streams: ['a'] } })),
      store.readLast(),
    ]) {
      expect(await rejection(read)).toMatchObject({ name: 'StoreUnavailable', reason: 'Unreachable' });
    }
    server.thaw();
    expect(await again(() => collect(store.readStream('a-1')))).toHaveLength(1);
  });

  it('waits as long as who reads takes his time', async () => {
    const { store, server } = await log();
    await store.append('a-1', events(600), 'none');
    const reader = store.readAll()[Symbol.asyncIterator]();
    await reader.next();
    const before = server.messagesSent();
    await store.append('b-1', events(10), 'none');
    let count = 1;
    while (!(await reader.next()).done) count++;
    expect(count).toBe(600); // up to what was the end when it began
    expect(before).toBeLessThan(600); // held back meanwhile
  });

  it('waits likewise after what comes before the answer, and then as long for the answer as at first', async () => {
    const timers = new ManualTimers();
    const { store, server } = await log({}, { timers });
    await store.append('a-1', [event()], 'none');
    const after = BigInt(server.log.end);
    server.log.skip(400); // nothing is shown here: what follows is looked at before the server is asked for the rest
    const sent = events(2);
    await store.append('a-1', sent, 0n);
    server.faults.next('subscribe', { kind: 'silent' });
    const reader = store.readAll({ after, filter: { streams: ['a'] } })[Symbol.asyncIterator]();
    const first = await reader.next();
    timers.pass(PATIENCE.read);
    const second = reader.next();
    await eventually(() => timers.ahead.length > 0);
    timers.pass(500); // one attempt is over, and there is time for another
    await eventually(() => timers.ahead.length > 0);
    timers.pass(20);
    expect([first.value, (await second).value]).toMatchObject(sent.map(({ id }) => ({ id })));
  });

  it('E12 — without the right is refused at once', async () => {
    const { store, server } = await log();
    server.faults.next('read', { kind: 'status', code: 7, details: 'Access Denied' });
    expect(await rejection(store.readLast())).toMatchObject({ name: 'StoreUnavailable', reason: 'NoRightOnAll' });
    server.faults.next('read', { kind: 'status', code: 16, details: 'no' });
    expect(await rejection(collect(store.readStream('a')))).toMatchObject({ reason: 'WrongCredentials' });
  });

  it('refuses a position that is none of the log', async () => {
    const { store } = await log();
    const { position } = await store.append('a-1', events(3), 'none');
    for (const filter of [undefined, { streams: ['a'] }]) {
      const from = (after: bigint) => rejection(collect(store.readAll({ after, ...(filter && { filter }) })));
      expect(await from(position + 1n)).toBeInstanceOf(PositionBeyondLog);
      expect(await from(position - 1n)).toBeInstanceOf(ForeignPosition);
    }
  });

  it('shows nothing that was not appended through the port', async () => {
    const { store, server } = await log();
    const theirs: PlainEvent[] = [
      SYSTEM,
      { stream: 'a-9', type: '$>', data: '0@a-1' },
      { stream: 'other-1', type: 'Foreign', data: { n: 1 }, metadata: { by: 'hand' } },
      { stream: 'other-1', type: 'Foreign', data: [1], metadata: { recordedAt: '2026-11-22T00:00:00.000Z' } },
      { stream: '_other', type: 'Foreign', data: {}, metadata: { recordedAt: '2026-11-22T00:00:00.000Z' } },
    ];
    const first = await store.append('a-1', [event()], 'none');
    server.log.fill(theirs.length, (n) => theirs[n]!);
    await store.append('a-1', [event()], 0n);
    server.log.fill(theirs.length, (n) => theirs[n]!);
    const all = await collect(store.readAll());
    expect(all.map(({ stream, revision }) => `${revision}@${stream}`)).toEqual(['0@a-1', '1@a-1']);
    expect(await collect(store.readAll({ limit: 1 }))).toEqual(all.slice(0, 1));
    expect(await collect(store.readAll({ after: first.position, limit: 1 }))).toEqual(all.slice(1));
    expect(await store.readLast()).toEqual(all[1]);
    for (const stream of ['_taizhang-store', '$stats-1', '项目']) {
      expect(await rejection(collect(store.readStream(stream)))).toMatchObject({ name: 'StreamNotFound', stream });
    }
    expect(await rejection(collect(store.readStream('other-1')))).toMatchObject({ reason: 'NotOurs' });
  });

  it('of a stream of the most revisions there can be is empty, not something else', async () => {
    const { store } = await log();
    await store.append('a-1', events(3), 'none');
    for (const from of [2n ** 62n, 2n ** 63n, 2n ** 64n - 1n, 2n ** 70n]) {
      expect(await collect(store.readStream('a-1', { from }))).toEqual([]);
      expect(revisions(await collect(store.readStream('a-1', { from, direction: 'backwards' })))).toEqual([2n, 1n, 0n]);
    }
    for (const expected of [2n ** 63n, 2n ** 64n - 1n]) {
      expect(await rejection(store.append('b-1', [event()], expected))).toMatchObject({ expected, actual: 'none' });
    }
  });
});

describe('readLast', () => {
  it('soon says what is wrong where that is plain', async () => {
    const { store, server } = await log({}, { patience: { ...QUICK.patience, last: 100 } });
    server.faults.next('read', { kind: 'status', code: 14, details: 'Server Is Not Ready' }, 1_000);
    expect(await rejection(store.readLast())).toMatchObject({ reason: 'Unreachable' });
    expect(server.calls('read')).toBeLessThan(100);
    await server.stop();
    expect(await rejection(store.readLast())).toMatchObject({ reason: 'Unreachable' });
  });

  it('stays cheap beside a server that writes much for itself', async () => {
    const { store, server } = await log();
    await store.append('a-1', [event()], 'none');
    const last = await store.readLast();
    server.log.fill(5_000, () => SYSTEM);
    expect(await store.readLast()).toEqual(last);
    const before = server.messagesSent();
    for (let n = 0; n < 20; n++) expect(await store.readLast()).toEqual(last);
    expect(server.messagesSent() - before).toBeLessThan(20 * 20);
  });

  it('finds what is new behind it', async () => {
    const { store, server, openSecond } = await log();
    const other = await openSecond();
    server.log.fill(100, () => SYSTEM);
    expect(await store.readLast()).toBeUndefined();
    for (let n = 0; n < 5; n++) {
      const { position } = await other.append('a-1', [event(n)], n === 0 ? 'none' : BigInt(n - 1));
      server.log.fill(n * 10, () => SYSTEM);
      expect(await store.readLast()).toMatchObject({ position });
    }
  });

  it('looks anew at a log that has become shorter', async () => {
    const { store, server } = await log();
    await store.append('a-1', events(2), 'none');
    await store.append('b-1', [event(7)], 'none');
    expect(await store.readLast()).toMatchObject({ stream: 'b-1' });
    await server.stop();
    server.log.truncateTo(server.log.events.length - 1);
    await server.restart();
    expect(await store.readLast()).toMatchObject({ stream: 'a-1', revision: 1n });
  });
});
