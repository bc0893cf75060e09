import { EventStoreDBClient } from '@eventstore/db-client';
import { startFakeCluster, type FakeCluster } from './cluster.ts';
import { anEvent, collect, newStream, rejection, someEvents } from './harness.ts';
import type { FakeServer } from './server.ts';

describe('contract §1.10: a cluster', () => {
  const credentials = { username: 'nobody', password: '' };
  let cluster: FakeCluster;
  const clients: EventStoreDBClient[] = [];
  const connect = (url: string) => {
    const client = EventStoreDBClient.connectionString(url);
    clients.push(client);
    return client;
  };
  /** To one node, whatever it is. */
  const to = (node: FakeServer | undefined) => connect(node!.url);
  beforeEach(async () => (cluster = await startFakeCluster(3)));
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.dispose()));
    await cluster.stop();
  });

  it('is discovered by gossip, and its leader chosen', async () => {
    cluster.elect(1);
    await connect(cluster.url).appendToStream(newStream(), anEvent(), { credentials, requiresLeader: true });
    expect(cluster.nodes.map((node) => node.calls('append'))).toEqual([0, 1, 0]);
    expect(cluster.nodes.reduce((sum, node) => sum + node.calls('gossip'), 0)).toBe(1);
  });

  it('has a follower hand writes on, and serve reads itself', async () => {
    const stream = newStream();
    const follower = to(cluster.nodes[2]);
    const batch = someEvents(2);
    await follower.appendToStream(stream, batch, { credentials });
    expect(await follower.appendToStream(stream, batch, { credentials })).toMatchObject({ nextExpectedRevision: 1n });
    expect(await collect(follower.readStream(stream))).toHaveLength(2);
    expect(cluster.nodes[0]!.calls('append')).toBe(0);
  });

  it('has a follower that is asked for the leader name it, for writes on either path and for reads', async () => {
    const leader = { type: 'not-leader', leader: { address: '127.0.0.1', port: cluster.nodes[0]!.port } };
    const stream = newStream();
    const plain = to(cluster.nodes[1]).appendToStream(stream, anEvent(), { credentials, requiresLeader: true });
    expect(await rejection(plain)).toMatchObject(leader);
    const batch = to(cluster.nodes[1]).appendToStream(stream, anEvent(), { requiresLeader: true });
    expect(await rejection(batch)).toMatchObject(leader);
    const read = to(cluster.nodes[1]).readStream(stream, { requiresLeader: true });
    expect(await rejection(collect(read))).toMatchObject(leader);
    expect(cluster.log.events).toHaveLength(0);
  });

  it('has a node without a leader name itself', async () => {
    cluster.leaderless();
    const [node] = cluster.nodes;
    const append = to(node).appendToStream(newStream(), anEvent(), { credentials, requiresLeader: true });
    expect(await rejection(append)).toMatchObject({ type: 'not-leader', leader: { port: node!.port } });
  });

  it('refuses writes in an election, and serves reads that do not need a leader', async () => {
    const stream = newStream();
    await to(cluster.nodes[0]).appendToStream(stream, anEvent(), { credentials });
    cluster.electing();
    const notReady = { type: 'unavailable', code: 14, message: '14 UNAVAILABLE: Server Is Not Ready' };
    expect(await rejection(to(cluster.nodes[0]).appendToStream(stream, anEvent(), { credentials }))).toMatchObject(
      notReady,
    );
    expect(await rejection(collect(to(cluster.nodes[0]).readStream(stream, { requiresLeader: true })))).toMatchObject(
      notReady,
    );
    expect(await collect(to(cluster.nodes[1]).readStream(stream))).toHaveLength(1);
    const batch = await rejection(to(cluster.nodes[0]).appendToStream(stream, anEvent()));
    expect(batch).toMatchObject({ type: 'unknown', message: 'Could not recognize Server Is Not Ready' });
    const discovery = connect(`${cluster.url}&maxDiscoverAttempts=1`).appendToStream(stream, anEvent());
    expect(await rejection(discovery)).toMatchObject({ message: 'Failed to discover after 1 attempts.' });
    cluster.elect(0);
    await to(cluster.nodes[0]).appendToStream(stream, anEvent(), { credentials });
    expect(cluster.log.events).toHaveLength(2);
  });

  it('loses the memory of weak idempotency with its leader, and keeps the strong one', async () => {
    const [strong, weak] = [newStream(), newStream()];
    const batch = [anEvent()];
    await to(cluster.nodes[0]).appendToStream(strong, batch, { credentials, expectedRevision: 'no_stream' });
    await to(cluster.nodes[0]).appendToStream(weak, batch, { credentials });
    await cluster.nodes[0]!.stop();
    cluster.elect(1);
    await to(cluster.nodes[1]).appendToStream(strong, batch, { credentials, expectedRevision: 'no_stream' });
    const again = await to(cluster.nodes[1]).appendToStream(weak, batch, { credentials });
    expect(again.nextExpectedRevision).toBe(1n);
    expect(cluster.log.events.filter(({ stream }) => stream === strong)).toHaveLength(1);
  });

  it('goes on without a node, and takes it back', async () => {
    await cluster.nodes[0]!.stop();
    cluster.elect(2);
    const client = connect(cluster.url);
    await client.appendToStream(newStream(), anEvent(), { credentials, requiresLeader: true });
    expect(cluster.nodes[2]!.calls('append')).toBe(1);
    await cluster.nodes[0]!.restart();
    expect(await collect(to(cluster.nodes[0]).readAll())).toHaveLength(1);
  });

  it('shows a live subscription on one node what another has taken', async () => {
    const subscription = to(cluster.nodes[1]).subscribeToStream('shared');
    await to(cluster.nodes[0]).appendToStream('shared', anEvent(), { credentials });
    for await (const { event } of subscription) {
      expect(event?.revision).toBe(0n);
      break;
    }
    await subscription.unsubscribe();
  });
});
