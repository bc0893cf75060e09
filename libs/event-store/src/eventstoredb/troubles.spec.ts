import { collect, event, events, idsOf, rejection, revisions, seeded } from '../contract/harness.ts';
import type { NewEvent } from '#kernel';
import { Conflict, type Appended } from '../port.ts';
import type { Fault } from '../testing/index.ts';
import { again, fakeLogs } from './fake-log.harness.ts';
import { ManualTimers } from './manual-timers.harness.ts';
import type { ServerOptions } from './open.ts';
import { PATIENCE } from './patience.ts';

/** Little time to lose, and none of it by chance. */
const QUICK: Partial<ServerOptions> = {
  patience: { pause: 2, pauseMax: 20, attempt: 1_000 },
  random: () => 0.5,
};
const NOT_READY: Fault = { kind: 'status', code: 14, details: 'Server Is Not Ready' };
const TIMED_OUT = { code: 10, details: 'Operation timed out: Prepare phase timeout.' };

const { log } = fakeLogs(QUICK);

describe('an append', () => {
  it.each<[string, Fault, number]>([
    ['E1 not ready', NOT_READY, 3],
    ['too busy', { kind: 'status', code: 14, details: 'Server Is Too Busy' }, 2],
    ['no leader known', { kind: 'status', code: 2, details: 'No leader info available in response' }, 2],
    ['E4 timed out after it was written', { kind: 'statusAfter', ...TIMED_OUT }, 2],
    ['timed out before', { kind: 'status', ...TIMED_OUT }, 2],
    ['reset by HTTP/2', { kind: 'statusAfter', code: 13, details: 'Received RST_STREAM with code 2' }, 1],
    ['cancelled by the server', { kind: 'statusAfter', code: 1, details: 'The server is going away' }, 1],
    ['cut off before', { kind: 'cut' }, 2],
    ['cut off after it was written', { kind: 'cutAfter' }, 2],
    ['E5 not answered', { kind: 'silent' }, 1],
    ['E5 not answered after it was written', { kind: 'silentAfter' }, 1],
  ])('%s, is sent again as it was, and is there once', async (_, fault, times) => {
    const { store, server } = await log();
    const sent = events(2);
    await store.append('a-1', [event()], 'none');
    server.faults.next('append', fault, times);
    const answer = await store.append('a-1', sent, 0n);
    expect(answer).toMatchObject({ revision: 2n });
    const [, ...stored] = await collect(store.readStream('a-1'));
    expect(idsOf(stored)).toEqual(idsOf(sent));
    expect(stored.map(({ metadata }) => metadata.recordedAt)).toEqual([answer.sentAt, answer.sentAt]);
    expect(server.calls('append')).toBe(2 + times + 1); // with the log's own account of itself
    expect(server.calls('batchAppend')).toBe(0);
  });

  it.each<[string, Fault, object]>([
    ['E12 without the right', { kind: 'status', code: 7, details: 'Access Denied' }, { reason: 'NoRight' }],
    [
      'E12 with a password that is good no more',
      { kind: 'status', code: 16, details: 'no' },
      { reason: 'WrongCredentials' },
    ],
    ['refused for a reason that is not known', { kind: 'status', code: 2, details: 'Envelope callback' }, {}],
  ])('%s, is asked once', async (_, fault, expected) => {
    const { store, server } = await log();
    server.faults.next('append', fault);
    const error = await rejection(store.append('a-1', [event()], 'none'));
    expect(error).toMatchObject({ name: 'StoreUnavailable', ...expected });
    expect(server.calls('append')).toBe(2);
  });

  it('of more than the server takes is too large', async () => {
    const { store, server } = await log();
    const trailers = { exception: 'maximum-append-size-exceeded', 'maximum-append-size': '1024' };
    server.faults.next('append', { kind: 'status', code: 3, details: 'Maximum Append Size', trailers });
    expect(await rejection(store.append('a-1', [event()], 'none'))).toMatchObject({ name: 'TooLarge' });
  });

  it('whose answer got lost conflicts only where it really does', async () => {
    const { store, server, openSecond } = await log();
    const other = await openSecond();
    await store.append('a-1', [event()], 'none');
    server.faults.next('append', { kind: 'cut' });
    const mine = store.append('a-1', [event()], 0n);
    const theirs = other.append('a-1', [event()], 0n);
    const lost = (await Promise.allSettled([mine, theirs])).filter(({ status }) => status === 'rejected');
    expect(lost).toHaveLength(1);
    expect((lost[0] as PromiseRejectedResult).reason).toBeInstanceOf(Conflict);
    expect(await collect(store.readStream('a-1'))).toHaveLength(2);
  });

  it('gives up in the end, and says that the server does not answer', async () => {
    const { store, server } = await log({}, { patience: { ...QUICK.patience, append: 200 } });
    await server.stop();
    const error = await rejection(store.append('a-1', [event()], 'none'));
    expect(error).toMatchObject({ name: 'StoreUnavailable', reason: 'Unreachable' });
    expect((error as Error).message).toContain(`127.0.0.1:${server.port}`);
    await server.restart();
    expect((await again(() => store.append('a-1', [event()], 'none'))).revision).toBe(0n);
  });

  it('E5 — to a frozen server gives up, and goes on once it is there again', async () => {
    const { store, server } = await log({}, { patience: { ...QUICK.patience, append: 300 } });
    server.freeze();
    expect(await rejection(store.append('a-1', [event()], 'none'))).toMatchObject({ reason: 'Unreachable' });
    server.thaw();
    expect((await again(() => store.append('a-2', [event()], 'none'))).revision).toBe(0n);
  });

  it('that waits on a frozen server does not keep the handle from closing, however many wait behind it', async () => {
    const timers = new ManualTimers();
    const { store, server } = await log({}, { patience: {}, timers });
    server.freeze();
    const appends = [0, 1, 2, 3, 4, 5].map(() => rejection(store.append('a-1', [event()], 'none')));
    const closed = store.close();
    expect(store.close()).toBe(closed);
    timers.pass(PATIENCE.attempt + 1_000);
    for (const error of await Promise.all(appends)) {
      expect(error).toMatchObject({ name: 'StoreUnavailable', reason: 'Unreachable' });
    }
    await closed;
    expect(await rejection(store.append('a-1', [event()], 'none'))).toMatchObject({ name: 'StoreClosed' });
  });

  it('E8 — of one handle does not feel the trouble of another one', async () => {
    const { store, openSecond, server } = await log();
    const other = await openSecond();
    server.faults.next('append', { kind: 'cut' }, 3);
    const [mine] = await Promise.all([store.append('a-1', [event()], 'none'), store.append('a-2', [event()], 'none')]);
    await other.append('b-1', [event()], 'none');
    expect(mine.revision).toBe(0n);
    const before = server.calls('append');
    await store.close();
    await other.append('b-1', [event()], 0n);
    expect(server.calls('append')).toBe(before + 1);
  });

  it.each([-60_000, 60_000])(
    'E11 — with a clock that is %d ms off is in time, and its stamp is its own',
    async (skew) => {
      let now = Date.UTC(2026, 10, 22);
      const clock = () => now;
      const { store, openSecond } = await log({ clock }, { clock: () => clock() + skew });
      const other = await openSecond();
      const stamps: (string | undefined)[] = [];
      for (let n = 0; n < 6; n++) {
        now += n === 3 ? -30_000 : 1_000; // the machines' clocks are set back once
        const writer = n % 2 === 0 ? store : other;
        const { sentAt, revision } = await writer.append('a-1', [event(n)], n === 0 ? 'none' : BigInt(n - 1));
        expect(revision).toBe(BigInt(n));
        stamps.push(sentAt);
      }
      const all = await collect(store.readAll());
      expect(all.map(({ metadata }) => metadata.recordedAt)).toEqual(stamps);
      expect(revisions(all)).toEqual([0n, 1n, 2n, 3n, 4n, 5n]);
      expect(all.map(({ position }) => position)).toEqual(
        all.map(({ position }) => position).toSorted((a, b) => (a < b ? -1 : 1)),
      );
      const first = Date.UTC(2026, 10, 22) + 1_000 + skew;
      expect(stamps[0]).toBe(new Date(first).toISOString());
      expect(stamps[1]).toBe(new Date(first + 1_000).toISOString());
    },
  );

  it('is never stamped before the one before', async () => {
    let now = 2_000;
    const { store } = await log({}, { clock: () => now });
    await store.append('a-1', [event()], 'none');
    now = 1_000;
    expect((await store.append('a-1', [event()], 0n)).sentAt).toBe(new Date(2_000).toISOString());
  });

  it('to a stream that somebody has deleted is not taken for written', async () => {
    const { store, server } = await log();
    const sent = [event()];
    await store.append('a-1', sent, 'none');
    server.log.delete('a-1', false);
    expect(await rejection(store.append('a-1', sent, 'none'))).toMatchObject({ reason: 'NotOurs' });
    server.log.delete('a-1', true);
    expect(await rejection(store.append('a-1', [event()], 0n))).toMatchObject({ reason: 'NotOurs' });
    expect(await rejection(collect(store.readStream('a-1')))).toMatchObject({ reason: 'NotOurs' });
  });

  it('loses and doubles nothing while the connection is cut 200 times', async () => {
    const { store, server } = await log({}, { patience: { ...QUICK.patience, attempt: 5_000 } });
    const random = seeded(200);
    const streams = Array.from({ length: 8 }, (_, n) => ({ name: `s-${n}`, sent: [] as NewEvent[] }));
    let cuts = 0;
    const drive = async ({ name, sent }: (typeof streams)[number]) => {
      let last: Appended | undefined;
      while (cuts < 200) {
        const batch = events(1 + Math.floor(random() * 4));
        if (random() < 0.5) {
          cuts++;
          server.faults.next('append', { kind: random() < 0.5 ? 'cut' : 'cutAfter' });
        }
        last = await store.append(name, batch, last?.revision ?? 'none');
        sent.push(...batch);
        expect(last.revision).toBe(BigInt(sent.length - 1));
      }
    };
    await Promise.all(streams.map(drive));
    expect(cuts).toBeGreaterThanOrEqual(200);
    for (const { name, sent } of streams) {
      const stored = await collect(store.readStream(name));
      expect(idsOf(stored)).toEqual(idsOf(sent));
      expect(revisions(stored)).toEqual(sent.map((_, n) => BigInt(n)));
    }
    const all = await collect(store.readAll());
    expect(all).toHaveLength(streams.reduce((count, { sent }) => count + sent.length, 0));
    expect(new Set(idsOf(all)).size).toBe(all.length);
  });
});
