import { collect, dawdle, event, events, eventsOf, idsOf, rejection, seeded, until } from '../contract/harness.ts';
import { PositionBeyondLog } from '../errors.ts';
import type { EventStore, Filter, SubscribeOptions, SubscriptionMessage } from '../port.ts';
import { FakeLog, type FakeServer, type PlainEvent } from '../testing/index.ts';
import { eventually, fakeLogs, onFakeServer } from './fake-log.harness.ts';
import { ManualTimers } from './manual-timers.harness.ts';
import type { ServerOptions } from './open.ts';

const QUICK: Partial<ServerOptions> = {
  patience: { pause: 2, pauseMax: 20, resubscribe: 2, resubscribeMax: 20 },
  random: () => 0.5,
};
const VERSIONS = ['23.10.6', '24.10.4'];
const FILTERS: readonly [string, Filter | undefined][] = [
  ['without a filter', undefined],
  ['with a filter', { streams: ['a'] }],
];
const caughtUp = (message: SubscriptionMessage) => message.kind === 'caughtUp';

const { atEnd, log } = fakeLogs(QUICK);

/** A subscription that runs beside the test; what it has brought can be looked at. */
function running(store: EventStore, options: SubscribeOptions = {}) {
  const messages: SubscriptionMessage[] = [];
  const stop = new AbortController();
  const ended = (async () => {
    for await (const message of store.subscribe({ ...options, signal: stop.signal })) messages.push(message);
  })();
  ended.catch(() => undefined);
  atEnd(async () => {
    stop.abort();
    await ended.catch(() => undefined);
  });
  const ids = () => idsOf(eventsOf(messages));
  return {
    messages,
    ids,
    ended,
    has: (count: number) => eventually(() => ids().length >= count),
    /** How often it has caught up. */
    lives: () => messages.filter(caughtUp).length,
  };
}

const BREAKS: readonly [string, (server: FakeServer) => Promise<void> | void][] = [
  ['E6 that the server ends without a word', (server) => server.faults.endSubscriptions()],
  ['that the server drops', (server) => server.faults.failSubscriptions(10, 'Operation timed out: consumer too slow')],
  ['that is cancelled as the server goes away', (server) => server.faults.failSubscriptions(1, 'going away')],
  ['whose server is started anew', (server) => server.restart()],
];

describe.each(FILTERS)('a subscription %s', (_, filter) => {
  const filtered = filter && { filter };

  it.each(BREAKS)('%s goes on, and nothing is missing or comes twice', async (_, break_) => {
    const { store, server } = await log();
    const sent = events(90);
    await store.append('a-1', sent.slice(0, 30), 'none');
    const subscription = running(store, { ...filtered });
    await subscription.has(30);
    await eventually(() => subscription.lives() === 1);
    await break_(server);
    await store.append('a-1', sent.slice(30, 60), 29n);
    await subscription.has(60);
    await break_(server);
    await eventually(() => server.openCalls() === 0);
    await store.append('a-1', sent.slice(60), 59n);
    await subscription.has(90);
    expect(subscription.ids()).toEqual(idsOf(sent));
  });

  it('E7 — that breaks with much on its way loses none of it', async () => {
    const { store, server } = await log();
    const sent = events(1_000);
    await store.append('a-1', sent, 'none');
    server.faults.next('subscribe', { kind: 'statusAfter', code: 14, details: 'gone', events: 700 });
    server.faults.next('subscribe', { kind: 'cutAfter', events: 100 });
    const seen: string[] = [];
    for await (const message of store.subscribe({ ...filtered })) {
      if (message.kind === 'caughtUp') break;
      if (seen.length % 100 === 0) await dawdle();
      if (message.kind === 'event') seen.push(message.event.id);
    }
    expect(seen).toEqual(idsOf(sent));
  });

  it.each(VERSIONS)('whose consumer is slow gets everything in order from %s', async (version) => {
    const { store, server } = await log({ version });
    const sent = events(3_000);
    const seen: string[] = [];
    let appended = 0;
    for await (const message of store.subscribe({ ...filtered })) {
      if (message.kind === 'event') seen.push(message.event.id);
      if (seen.length === sent.length) break;
      if (seen.length % 50 === 0) await dawdle();
      if (message.kind === 'checkpoint' || seen.length < appended - 200 || appended === sent.length) continue;
      const batch = sent.slice(appended, appended + 500);
      await store.append('a-1', batch, appended === 0 ? 'none' : BigInt(appended - 1));
      appended += batch.length;
    }
    expect(seen).toEqual(idsOf(sent));
    expect(await eventually(() => server.openCalls() === 0)).toBe(true);
  });

  it('holds the server back while its consumer does something else', async () => {
    const { store, server } = await log();
    await store.append('a-1', events(5_000), 'none');
    const messages = store.subscribe({ ...filtered })[Symbol.asyncIterator]();
    await messages.next();
    const before = server.messagesSent();
    for (let n = 0; n < 50; n++) await store.append('b-1', [event()], n === 0 ? 'none' : BigInt(n - 1));
    expect(server.messagesSent() - before).toBeLessThan(50 + 2_000);
    await messages.return?.();
    expect(await eventually(() => server.openCalls() === 0)).toBe(true);
  });

  it('E12 — without the right to read all fails, and is not tried again', async () => {
    const { store, server } = await log();
    server.faults.next('subscribe', { kind: 'status', code: 7, details: 'Access Denied' });
    const error = await rejection(collect(store.subscribe({ ...filtered })));
    expect(error).toMatchObject({ name: 'StoreUnavailable', reason: 'NoRightOnAll' });
    expect(server.calls('subscribe')).toBe(1);
  });

  it('is not made again on a log that has become shorter', async () => {
    const { store, server } = await log();
    await store.append('a-1', events(3), 'none');
    const subscription = running(store, { ...filtered });
    await subscription.has(3);
    await server.stop();
    server.log.truncateTo(server.log.events.length - 2);
    await server.restart();
    expect(await rejection(subscription.ended)).toBeInstanceOf(PositionBeyondLog);
    expect(subscription.ids()).toHaveLength(3);
  });

  it('is not made again on another log behind the same address', async () => {
    const { store, server } = await log();
    await store.append('a-1', events(3), 'none');
    const subscription = running(store, { ...filtered });
    await subscription.has(3);
    const other = await onFakeServer();
    await other.store.append('a-1', events(9), 'none');
    await other.dispose();
    await server.restart(other.server.log);
    expect(await rejection(subscription.ended)).toMatchObject({ name: 'StoreUnusable', reason: 'AnotherLog' });
    expect(subscription.ids()).toHaveLength(3);
    for (const call of [store.append('a-1', [event()], 8n), collect(store.readStream('a-1')), store.readLast()]) {
      expect(await rejection(call)).toMatchObject({ reason: 'AnotherLog' });
    }
    await server.restart(new FakeLog());
    expect(await rejection(collect(store.readAll()))).toMatchObject({ reason: 'AnotherLog' });
  });

  it.each(VERSIONS)('goes on from every checkpoint, also where no record is shown, on %s', async (version) => {
    const { store, server } = await log({ version });
    const hidden: PlainEvent = { stream: '$stats-1', type: '$statsCollected' };
    const sent = events(20);
    for (const [n, one] of sent.entries()) {
      if (n % 3 === 0) server.log.skip(400); // a record that no read shows
      if (n % 2 === 0) server.log.fill(5, () => hidden);
      await store.append(
        n % 5 === 0 ? 'a-1' : 'b-1',
        [{ ...one, type: n % 5 === 0 ? 'Rare' : 'Common' }],
        expectedOf(n),
      );
    }
    const wanted = filter ? sent.filter((_, n) => n % 5 === 0) : sent;
    const whole = await until(store, { ...filtered }, caughtUp);
    expect(idsOf(eventsOf(whole))).toEqual(idsOf(wanted));
    for (const [n, message] of whole.entries()) {
      if (message.kind === 'caughtUp') continue;
      const after = message.kind === 'event' ? message.event.position : message.position;
      const before = eventsOf(whole.slice(0, n + 1));
      const rest = eventsOf(await until(store, { ...filtered, after }, caughtUp));
      expect(idsOf([...before, ...rest])).toEqual(idsOf(wanted));
    }
  });

  it.each(VERSIONS)('that begins where a record is that is not shown misses none behind it on %s', async (version) => {
    const { store, server } = await log({ version });
    await store.append('a-1', [event()], 'none');
    const after = BigInt(server.log.end);
    server.log.skip(400);
    const sent = events(2);
    await store.append('a-1', sent, 0n);
    expect(idsOf(eventsOf(await until(store, { ...filtered, after }, caughtUp)))).toEqual(idsOf(sent));
  });

  it.each(VERSIONS)('survives whatever happens at random on %s', async (version) => {
    const { store, server } = await log({ version });
    const random = seeded(version.length);
    const sent = events(4_000);
    const happenings: (() => unknown)[] = [
      () => server.restart(),
      () => server.faults.endSubscriptions(),
      () => server.faults.failSubscriptions(14, 'gone'),
      () => server.faults.failSubscriptions(13, 'Received RST_STREAM'),
      () => server.faults.next('subscribe', { kind: 'cutAfter', events: Math.floor(random() * 300) }),
      () => server.faults.next('subscribe', { kind: 'endAfter', events: Math.floor(random() * 300) }),
      () => server.faults.next('read', { kind: 'cut' }),
      () => server.faults.next('append', { kind: 'cutAfter' }),
    ];
    const subscription = running(store, { ...filtered });
    for (let n = 0; n < sent.length; n += 50) {
      await happenings[Math.floor(random() * happenings.length * 2)]?.();
      await store.append('a-1', sent.slice(n, n + 50), n === 0 ? 'none' : BigInt(n - 1));
    }
    await subscription.has(sent.length);
    expect(subscription.ids()).toEqual(idsOf(sent));
  });
});

describe('a subscription to which nothing happens', () => {
  /** Lets time pass until the subscription has asked the server once more. */
  async function silent(timers: ManualTimers, server: FakeServer): Promise<void> {
    const before = server.calls('read');
    await eventually(() => timers.ahead.includes(60_000));
    timers.pass(60_000);
    await eventually(() => server.calls('read') > before);
  }

  it('lives through an hour of silence as it is, looking once a minute', async () => {
    const timers = new ManualTimers();
    const { store, server } = await log({}, { timers });
    await store.append('a-1', events(3), 'none');
    const subscription = running(store);
    await eventually(() => subscription.lives() === 1);
    const calls = server.calls('read');
    for (let minute = 0; minute < 60; minute++) await silent(timers, server);
    expect(server.calls('read')).toBe(calls + 60);
    expect(server.calls('subscribe')).toBe(1);
    await store.append('a-1', [event()], 2n);
    await subscription.has(4);
    expect(subscription.lives()).toBe(1);
    expect(timers.ahead).toHaveLength(1);
  });

  it('is made again when something stands in the log that has not come', async () => {
    const timers = new ManualTimers();
    const { store, server } = await log({}, { timers });
    const sent = events(2);
    await store.append('a-1', sent.slice(0, 1), 'none');
    const subscription = running(store);
    await eventually(() => subscription.lives() === 1);
    server.faults.muteSubscriptions();
    await store.append('a-1', sent.slice(1), 0n);
    await silent(timers, server);
    await eventually(() => timers.ahead.includes(5_000));
    timers.pass(5_000);
    await eventually(() => timers.ahead.length > 0);
    timers.pass(100);
    await subscription.has(2);
    expect(subscription.ids()).toEqual(idsOf(sent));
    expect(server.calls('subscribe')).toBe(2);
  });

  it('is made again when the server says nothing from the start', async () => {
    const timers = new ManualTimers();
    const { store, server } = await log({}, { timers, patience: {} });
    await store.append('a-1', [event()], 'none');
    server.faults.next('subscribe', { kind: 'silent' });
    const subscription = running(store);
    await eventually(() => server.calls('subscribe') === 1 && timers.ahead.includes(10_000));
    timers.pass(10_000);
    await eventually(() => timers.ahead.length > 0);
    timers.pass(100);
    await subscription.has(1);
    expect(server.calls('subscribe')).toBe(2);
  });
});

describe('a subscription on a log of a million events', () => {
  it('whose filter lets through one in a hundred is over soon, in little memory', async () => {
    const { store, server } = await log();
    const count = 1_000_000;
    const metadata = { recordedAt: '2026-11-22T00:00:00.000Z', filedAt: '2026-11-22T00:00:00.000Z' };
    server.log.fill(count, (n) => ({
      stream: `s-${n % 5_000}`,
      type: n % 100 === 0 ? 'Rare' : 'Common',
      data: { n },
      metadata,
    }));
    const sentBefore = server.messagesSent();
    let next = 0;
    let checkpoints = 0;
    let heapMax = 0;
    const heapBefore = process.memoryUsage().heapUsed;
    for await (const message of store.subscribe({ filter: { types: ['Rare'] } })) {
      if (message.kind === 'caughtUp') break;
      if (message.kind === 'checkpoint') checkpoints++;
      if (message.kind === 'event') expect(message.event.data['n']).toBe(100 * next++);
      if (next % 1_000 === 0) heapMax = Math.max(heapMax, process.memoryUsage().heapUsed - heapBefore);
    }
    expect(next).toBe(count / 100);
    expect(checkpoints).toBeGreaterThan(10);
    // What matches, the checkpoints, and the end of the log once more without the filter.
    expect(server.messagesSent() - sentBefore).toBeLessThan(count / 100 + 10_000);
    expect(heapMax).toBeLessThan(100 * 1024 * 1024);
  });
});

function expectedOf(n: number): 'none' | bigint {
  if (n <= 1) return 'none';
  return n % 5 === 0 ? BigInt(n / 5 - 1) : BigInt(n - Math.ceil(n / 5) - 1);
}
