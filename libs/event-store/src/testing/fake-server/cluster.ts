import { randomUUID } from 'node:crypto';
import { FakeLog } from './log.ts';
import type { Endpoint, Membership, Role } from './node.ts';
import { RecentIds } from './recent-ids.ts';
import { HOST, startFakeServer, type FakeServer, type FakeServerOptions } from './server.ts';

export interface FakeCluster {
  readonly nodes: readonly FakeServer[];
  /** Connection string that names every node. */
  readonly url: string;
  readonly log: FakeLog;
  /** The node of this index leads from now on; at first it is the first. */
  elect(index: number): void;
  /** Nobody leads: writes are refused as not ready, and gossip says that every state is unknown. */
  electing(): void;
  /** Everybody follows and knows no leader: a node names itself to those who ask for one. */
  leaderless(): void;
  stop(): Promise<void>;
}

/** One log, several servers on it. Nothing is replicated: what the leader has, all have. */
export async function startFakeCluster(
  size: number,
  options: Omit<FakeServerOptions, 'port'> = {},
): Promise<FakeCluster> {
  const log = options.log ?? new FakeLog();
  const nodes: FakeServer[] = [];
  /** By node. A leader's memory of recent writes is its own; it is empty after a restart. */
  const memories: RecentIds[] = [];
  const ids = Array.from({ length: size }, () => randomUUID());
  let leader: number | 'electing' | 'none' = 0;

  const roleOf = (index: number): Role => {
    if (leader === 'electing') return 'UNKNOWN';
    return leader === index ? 'LEADER' : 'FOLLOWER';
  };
  const endpointOf = (index: number): Endpoint => ({ host: HOST, port: nodes[index]!.port });
  const membershipOf = (index: number): Membership => {
    memories[index] = new RecentIds();
    return {
      role: () => roleOf(index),
      leader: () => endpointOf(typeof leader === 'number' ? leader : index),
      recent: () => memories[typeof leader === 'number' ? leader : index]!,
      members: () =>
        nodes.map(({ running }, other) => ({
          instanceId: ids[other]!,
          endpoint: endpointOf(other),
          role: roleOf(other),
          isAlive: running,
        })),
    };
  };
  for (let index = 0; index < size; index++) {
    nodes.push(await startFakeServer({ ...options, log }, () => membershipOf(index)));
  }
  const hosts = nodes.map(({ port }) => `${HOST}:${port}`).join(',');
  return {
    nodes,
    url: `esdb://${hosts}?tls=${options.tls !== undefined}`,
    log,
    elect: (index) => void (leader = index),
    electing: () => void (leader = 'electing'),
    leaderless: () => void (leader = 'none'),
    async stop() {
      await Promise.all(nodes.map((node) => node.stop()));
    },
  };
}
