import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewEvent } from '#kernel';
import { collect, event, events, eventsOf, idsOf, rejection } from '../contract/harness.ts';
import type { Appended, SubscriptionMessage } from '../port.ts';
import { startFakeCluster, testCertificates, type FakeCluster } from '../testing/index.ts';
import { again, eventually } from './fake-log.harness.ts';
import { openServerStore, type ServerOptions } from './open.ts';

const QUICK: Partial<ServerOptions> = {
  patience: { pause: 2, pauseMax: 50, resubscribe: 2, resubscribeMax: 50 },
};
const ending: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

async function started(options?: Parameters<typeof startFakeCluster>[1]): Promise<FakeCluster> {
  const cluster = await startFakeCluster(3, options);
  ending.push(() => cluster.stop());
  return cluster;
}

async function opened(url: string, options: Partial<ServerOptions> = {}) {
  const store = await openServerStore({ url, ...QUICK, ...options });
  ending.push(() => store.close());
  return store;
}

const appendsOf = ({ nodes }: FakeCluster) => nodes.map((node) => node.calls('append'));

describe('a cluster', () => {
  it('is asked for its leader, whichever node is named', async () => {
    const cluster = await started();
    cluster.elect(2);
    const [first] = cluster.nodes;
    for (const url of [cluster.url, `esdb+discover://127.0.0.1:${first!.port}?tls=false`]) {
      const store = await opened(url);
      await store.append(`a-${ending.length}`, [event()], 'none');
    }
    expect(appendsOf(cluster)).toEqual([0, 0, 3]); // with the log's own account of itself
  });

  it('E2 — a node that does not lead says who does', async () => {
    const cluster = await started();
    cluster.elect(1);
    const store = await opened(cluster.nodes[0]!.url);
    const { revision } = await store.append('a-1', events(2), 'none');
    expect(revision).toBe(1n);
    expect(await collect(store.readStream('a-1'))).toHaveLength(2);
    expect(cluster.nodes[1]!.calls('append')).toBe(2);
  });

  it('E3 — a leader that names itself is asked again after a pause, until there is one', async () => {
    const cluster = await started();
    const store = await opened(cluster.url);
    cluster.leaderless();
    const appending = store.append('a-1', [event()], 'none');
    const asked = () => cluster.nodes.reduce((sum, node) => sum + node.calls('gossip'), 0);
    const before = asked();
    expect(await eventually(() => asked() > before + 5)).toBe(true);
    cluster.elect(2);
    expect((await appending).revision).toBe(0n);
  });

  it('that elects a leader takes its time, and no longer than an append has', async () => {
    const cluster = await started();
    const store = await opened(cluster.url, { patience: { ...QUICK.patience, append: 200 } });
    cluster.electing();
    expect(await rejection(store.append('a-1', [event()], 'none'))).toMatchObject({ reason: 'Unreachable' });
    cluster.elect(1);
    expect((await again(() => store.append('a-1', [event()], 'none'))).revision).toBe(0n);
  });

  it('E10 — whose leader is killed under load, again and again, loses and doubles nothing', async () => {
    const cluster = await started();
    const store = await opened(cluster.url);
    const streams = Array.from({ length: 6 }, (_, n) => ({ name: `s-${n}`, sent: [] as NewEvent[] }));
    const seen: SubscriptionMessage[] = [];
    const stop = new AbortController();
    const reading = (async () => {
      for await (const message of store.subscribe({ signal: stop.signal })) seen.push(message);
    })();
    let done = false;
    const drive = async ({ name, sent }: (typeof streams)[number]) => {
      let last: Appended | undefined;
      while (!done) {
        const batch = events(3);
        last = await store.append(name, batch, last?.revision ?? 'none');
        sent.push(...batch);
      }
    };
    const driving = Promise.all(streams.map(drive));
    const count = () => streams.reduce((sum, { sent }) => sum + sent.length, 0);
    for (let leader = 0; leader < 9; leader++) {
      const before = count();
      await eventually(() => count() > before + 60);
      const fallen = cluster.nodes[leader % 3]!;
      await fallen.stop();
      cluster.electing();
      await eventually(() => cluster.nodes.some((node) => node.running && node.calls('gossip') > 0));
      cluster.elect((leader + 1) % 3);
      await fallen.restart();
    }
    done = true;
    await driving;
    for (const { name, sent } of streams) {
      expect(idsOf(await collect(store.readStream(name)))).toEqual(idsOf(sent));
    }
    await eventually(() => eventsOf(seen).length >= count());
    stop.abort();
    await reading;
    const all = await collect(store.readAll());
    expect(idsOf(eventsOf(seen))).toEqual(idsOf(all));
    expect(all).toHaveLength(count());
  });

  it('with TLS is discovered by the authority in the file, and its nodes trusted by it', async () => {
    const { ca, key, cert } = await testCertificates();
    const folder = mkdtempSync(join(tmpdir(), 'server-cluster-'));
    ending.push(async () => rmSync(folder, { recursive: true }));
    const caFile = join(folder, 'ca.pem');
    writeFileSync(caFile, ca);
    const cluster = await started({ tls: { key, cert } });
    const url = `${cluster.url.replace('esdb://', 'esdb://admin:changeit@')}&tlsCAFile=${caFile}`;
    const store = await opened(url);
    await store.append('a-1', [event()], 'none');
    await cluster.nodes[0]!.stop();
    cluster.elect(1);
    await store.append('a-1', [event()], 0n);
    expect(await collect(store.readAll())).toHaveLength(2);
  });
});
