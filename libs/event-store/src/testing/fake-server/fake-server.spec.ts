import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { status } from '@grpc/grpc-js';
import type { AppendResp, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { binaryEvent, EventStoreDBClient, type AppendToStreamOptions } from '@eventstore/db-client';
import { identifierOf } from './convert.ts';
import type { Fault } from './faults.ts';
import { anEvent, collect, connected, fakeTarget, newStream, rejection, someEvents, eventually } from './harness.ts';
import { FakeLog } from './log.ts';
import type { FakeServer } from './server.ts';
import { AppendReq, BatchAppendReq, Empty, google, UUID } from './wire.ts';

describe('a fake server', () => {
  const credentials = { username: 'nobody', password: '' };
  const start = 1_700_000_000_000;
  let target: Awaited<ReturnType<typeof fakeTarget>>;
  let server: FakeServer;
  let client: EventStoreDBClient;
  let now: number;
  let stream: string;
  beforeEach(async () => {
    now = start;
    target = await fakeTarget({ clock: () => now });
    ({ server, client } = target);
    stream = newStream();
  });
  afterEach(() => target.dispose());
  const append = (events = someEvents(1), options: AppendToStreamOptions = {}) =>
    client.appendToStream(stream, events, { credentials, ...options });
  /** For calls that get no answer. */
  const SOON = { deadline: 200 };
  const FIRST = { expectedRevision: 'no_stream' } as const;
  /** After a break the client's first call may still go to the connection that is gone. */
  const reconnected = () =>
    eventually(() =>
      client
        .readAll({ maxCount: 1 })
        .toArray()
        .then(
          () => true,
          () => false,
        ),
    );
  const stored = () => server.log.events.length;

  describe('faults of one append', () => {
    const aborted = { code: status.ABORTED, details: 'Operation timed out: Commit phase timeout' };
    it.each<[what: string, fault: Fault, error: object, stored: number]>([
      ['fails', { kind: 'status', ...aborted }, { type: 'timeout' }, 0],
      ['is applied and fails', { kind: 'statusAfter', ...aborted }, { type: 'timeout' }, 1],
      ['is not answered', { kind: 'silent' }, { type: 'deadline-exceeded' }, 0],
      ['is applied and not answered', { kind: 'silentAfter' }, { type: 'deadline-exceeded' }, 1],
      ['loses its connection', { kind: 'cut' }, { type: 'unavailable' }, 0],
      ['is applied and loses its connection', { kind: 'cutAfter' }, { type: 'unavailable' }, 1],
    ])('%s', async (_what, fault, error, wanted) => {
      server.faults.next('append', fault);
      const events = someEvents(1);
      expect(await rejection(append(events, { ...FIRST, ...(fault.kind.startsWith('silent') && SOON) }))).toMatchObject(
        error,
      );
      expect(stored()).toBe(wanted);
      expect(await append(events, FIRST)).toMatchObject({ nextExpectedRevision: 0n });
      expect(stored()).toBe(1);
    });

    it('carries trailers, and happens as often as it was asked for, in order', async () => {
      const trailers = { exception: 'not-leader', 'leader-endpoint-host': '127.0.0.1', 'leader-endpoint-port': '1' };
      const notReady = { kind: 'status', code: status.UNAVAILABLE, details: 'Server Is Not Ready' } as const;
      server.faults.next('append', notReady, 2);
      server.faults.next('append', { kind: 'status', code: status.NOT_FOUND, details: '', trailers });
      const types = [];
      for (let n = 0; n < 3; n++) types.push((await rejection(append()))['type']);
      expect(types).toEqual(['unavailable', 'unavailable', 'not-leader']);
    });
  });

  describe('faults of one batch append', () => {
    it('fails the stream of messages, and with it every append on it', async () => {
      server.faults.next('batchAppend', { kind: 'statusAfter', code: status.UNAVAILABLE, details: 'Unavailable' });
      expect(await rejection(client.appendToStream(stream, anEvent()))).toMatchObject({ type: 'unavailable' });
      expect(stored()).toBe(1);
    });

    it('loses the connection', async () => {
      server.faults.next('batchAppend', { kind: 'cutAfter' });
      expect(await rejection(client.appendToStream(stream, anEvent()))).toMatchObject({ type: 'unavailable' });
      expect(stored()).toBe(1);
      await client.appendToStream(stream, anEvent());
      expect(server.calls('batchAppend')).toBe(2);
    });
  });

  describe('faults of reads and subscriptions', () => {
    beforeEach(() => append(someEvents(100)));
    const failed = { code: status.UNKNOWN, details: 'Broken' };

    it.each<[rpc: 'read' | 'subscribe', fault: Fault, error: object, seenMax: number]>([
      ['read', { kind: 'status', ...failed }, { type: 'unknown' }, 0],
      ['read', { kind: 'statusAfter', events: 40, ...failed }, { type: 'unknown' }, 40],
      ['read', { kind: 'cut' }, { type: 'unavailable' }, 0],
      ['read', { kind: 'cutAfter', events: 40 }, { type: 'unavailable' }, 40],
      ['subscribe', { kind: 'status', ...failed }, { type: 'unknown' }, 0],
      ['subscribe', { kind: 'statusAfter', events: 40, ...failed }, { type: 'unknown' }, 40],
      ['subscribe', { kind: 'cutAfter' }, { type: 'unavailable' }, 100],
    ])('a %s with %j', async (rpc, fault, error, seenMax) => {
      server.faults.next(rpc, fault);
      const open = () => (rpc === 'read' ? client.readStream(stream) : client.subscribeToStream(stream));
      const seen: unknown[] = [];
      const run = async () => {
        for await (const event of open()) seen.push(event);
      };
      expect(await rejection(run())).toMatchObject(error);
      expect(seen.length).toBeLessThanOrEqual(seenMax);
      expect(await collect(client.readStream(stream))).toHaveLength(100);
    });

    it('a read that ends early, without an error', async () => {
      server.faults.next('read', { kind: 'endAfter', events: 40 });
      expect(await collect(client.readStream(stream))).toHaveLength(40);
    });

    it('a subscription that is never confirmed', async () => {
      server.faults.next('subscribe', { kind: 'silent' });
      const subscription = client.subscribeToStream(stream);
      let confirmed = false;
      subscription.on('confirmation', () => (confirmed = true)).on('error', () => undefined);
      await append();
      expect([confirmed, server.openCalls()]).toEqual([false, 1]);
      await subscription.unsubscribe();
    });

    it('all subscriptions end without an error', async () => {
      const seen = [];
      const subscription = client.subscribeToStream(stream).on('caughtUp', () => server.faults.endSubscriptions());
      for await (const event of subscription) seen.push(event);
      expect(seen).toHaveLength(100);
      expect(server.openCalls()).toBe(0);
    });

    it('all subscriptions fail', async () => {
      const subscription = client
        .subscribeToStream(stream)
        .on('caughtUp', () => server.faults.failSubscriptions(status.CANCELLED, 'shutting down'));
      expect(await rejection(collect(subscription))).toMatchObject({ type: 'cancelled' });
    });

    it('a muted subscription stays open and gets nothing, one that is opened later does', async () => {
      const subscription = client.subscribeToStream(stream);
      const seen: unknown[] = [];
      subscription.on('data', (event) => seen.push(event));
      await once(subscription, 'caughtUp');
      server.faults.muteSubscriptions();
      await append();
      const other = client.subscribeToStream(stream, { fromRevision: 99n });
      for await (const { event } of other) {
        expect(event?.revision).toBe(100n);
        break;
      }
      await other.unsubscribe();
      expect(seen).toHaveLength(100);
      expect(subscription.destroyed).toBe(false);
      await subscription.unsubscribe();
    });
  });

  it('fails a question for its features, and one for its cluster', async () => {
    server.faults.next('features', { kind: 'status', code: status.INTERNAL, details: 'Broken' });
    expect(await rejection(connected(server.url))).toMatchObject({ code: status.INTERNAL });
    server.faults.next('gossip', { kind: 'status', code: status.UNAVAILABLE, details: 'Broken' });
    const discovering = EventStoreDBClient.connectionString(server.url.replace('esdb:', 'esdb+discover:'));
    await discovering.appendToStream(stream, anEvent());
    expect(server.calls('gossip')).toBe(2);
    await discovering.dispose();
  });

  describe('as a process', () => {
    it('when killed refuses connections, and after a restart has its log on its port', async () => {
      await append();
      await server.stop();
      expect(await rejection(append())).toMatchObject({ code: status.UNAVAILABLE });
      await server.restart();
      await reconnected();
      expect(await collect(client.readStream(stream))).toHaveLength(1);
    });

    it('when killed breaks what is open', async () => {
      const subscription = client.subscribeToStream(stream, { fromRevision: 'end' });
      subscription.on('caughtUp', () => void server.stop());
      expect(await rejection(collect(subscription))).toMatchObject({ type: 'unavailable' });
      expect(server.openCalls()).toBe(0);
    });

    it('forgets weak idempotency in a restart, and not the strong one (§1.2)', async () => {
      const batch = someEvents(2);
      await append(batch, FIRST);
      expect(await append(batch)).toMatchObject({ nextExpectedRevision: 1n });
      await server.restart();
      await reconnected();
      expect(await append(batch, FIRST)).toMatchObject({ nextExpectedRevision: 1n });
      expect(await append(batch)).toMatchObject({ nextExpectedRevision: 3n });
    });

    it('comes back with another log', async () => {
      await append();
      await server.restart(new FakeLog());
      await reconnected();
      expect(await rejection(collect(client.readStream(stream)))).toMatchObject({ type: 'stream-not-found' });
    });

    it('frozen, answers nothing on a connection that it has; thawed, answers everything', async () => {
      await append();
      server.freeze();
      expect(await rejection(append(undefined, SOON))).toMatchObject({ type: 'deadline-exceeded' });
      const appending = append();
      expect(server.calls('append')).toBe(1);
      server.thaw();
      expect(await appending).toMatchObject({ success: true });
    });

    it('frozen, takes a new connection and says nothing on it; thawed, says its part', async () => {
      server.freeze();
      const socket = connect(server.port, '127.0.0.1');
      let heard = 0;
      socket.on('data', (bytes) => (heard += bytes.length));
      await once(socket, 'connect');
      const emptySettings = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]);
      socket.write(Buffer.concat([Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), emptySettings]));
      let turns = 0;
      await eventually(() => ++turns > 1000);
      expect(heard).toBe(0);
      server.thaw();
      await eventually(() => heard > 0);
      socket.destroy();
    });

    it('counts reads and subscriptions that are open, and lets go of those that the client cancels', async () => {
      const subscription = client.subscribeToStream(stream);
      await once(subscription, 'confirmation');
      expect(server.openCalls()).toBe(1);
      await subscription.unsubscribe();
      await eventually(() => server.openCalls() === 0);
    });
  });

  describe('by the bare stubs', () => {
    const message = () => {
      const proposed = new AppendReq.ProposedMessage().setId(new UUID().setString(randomUUID()));
      proposed.getMetadataMap().set('type', 'T').set('content-type', 'application/json');
      return proposed;
    };

    it('§1.1: takes the largest u64 for no_stream', async () => {
      const send = () =>
        new Promise<AppendResp>((resolve, reject) => {
          const call = target.streams.append((error, response) => (error ? reject(error) : resolve(response)));
          const options = new AppendReq.Options().setStreamIdentifier(identifierOf(stream));
          call.write(new AppendReq().setOptions(options.setRevision('18446744073709551615')));
          call.write(new AppendReq().setProposedMessage(message()));
          call.end();
        });
      expect((await send()).getSuccess()?.getCurrentRevision()).toBe('0');
      expect((await send()).getWrongExpectedVersion()?.getCurrentRevision()).toBe('0');
      expect((await send()).getWrongExpectedVersion()?.hasExpectedNoStream()).toBe(true);
    });

    it('§1.2: puts the actual revision into a conflict, and says so where there is no stream', async () => {
      const error = await rejection(client.appendToStream(stream, anEvent(), { credentials, expectedRevision: 3n }));
      expect(error).toMatchObject({ expectedVersion: 3n, actualVersion: 'no_stream' });
    });

    it.each([
      ['is refused as a timeout by a server whose clock is past it', start + 60_000, 'event_store.client.Timeout'],
      ['is honoured by a server whose clock is behind', start - 60_000, undefined],
    ])('§2.3 B3: the deadline of a batch append is a time of day, and %s', async (_what, clock, wanted) => {
      now = clock;
      const call = target.streams.batchAppend().on('error', () => undefined);
      const deadline = google.Timestamp.fromDate(new Date(start + 10_000));
      const options = new BatchAppendReq.Options().setStreamIdentifier(identifierOf(stream)).setDeadline(deadline);
      options.setAny(new google.Empty());
      const request = new BatchAppendReq().setCorrelationId(new UUID().setString(randomUUID())).setOptions(options);
      call.write(request.setProposedMessagesList([message()]).setIsFinal(true));
      const [response] = (await once(call, 'data')) as [BatchAppendResp];
      expect(response.getError()?.getDetails()?.getTypeName()).toBe(wanted);
      expect(stored()).toBe(wanted ? 0 : 1);
      call.end();
    });

    it('writes nothing of an append that is killed in the middle', async () => {
      const call = target.streams.append(() => undefined);
      const options = new AppendReq.Options().setStreamIdentifier(identifierOf(stream));
      call.write(new AppendReq().setOptions(options.setNoStream(new Empty())));
      call.write(new AppendReq().setProposedMessage(message()));
      await eventually(() => server.calls('append') === 1);
      await server.restart();
      await reconnected();
      expect(stored()).toBe(0);
    });

    it('writes nothing of an append that the client gives up in the middle', async () => {
      await append();
      server.freeze();
      const large = Array.from({ length: 200 }, () => binaryEvent({ type: 'Large', data: Buffer.alloc(4000) }));
      const given = client.appendToStream(newStream(), large, { credentials, ...SOON });
      expect(await rejection(given)).toMatchObject({ type: 'deadline-exceeded' });
      server.thaw();
      await append();
      expect(server.calls('append')).toBe(3);
      expect(stored()).toBe(2);
    });

    it('does not know what it does not need', async () => {
      expect(await rejection(client.deleteProjection('any'))).toMatchObject({ code: status.UNIMPLEMENTED });
    });
  });
});

it('runs in a process of its own, as Node runs the sources', async () => {
  const file = fileURLToPath(new URL('../fake-server.child.ts', import.meta.url));
  const flags = ['--conditions=source', '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, file, '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const target = await connected((JSON.parse(line) as { url: string }).url);
    await target.client.appendToStream('any', anEvent(), { credentials: target.credentials });
    expect(await collect(target.client.readStream('any'))).toHaveLength(1);
    await target.dispose();
  } finally {
    child.kill('SIGKILL');
  }
});
