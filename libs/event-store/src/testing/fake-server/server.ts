import { randomUUID } from 'node:crypto';
import type { Users } from './access.ts';
import { Faults, type Rpc } from './faults.ts';
import { Listener, type Tls } from './listener.ts';
import { FakeLog } from './log.ts';
import { Traffic, type Endpoint, type Membership } from './node.ts';
import { RecentIds } from './recent-ids.ts';
import { addServices } from './services.ts';

/** The loopback interface only: a fake needs no other. */
export const HOST = '127.0.0.1';
/** As a server with TLS has it when it is new. */
const NEW_USERS: Users = { admin: { password: 'changeit' } };

export interface FakeServerOptions {
  /** A free one where it is absent. */
  readonly port?: number;
  /** What the server says it is. Before 24.2 a slow subscriber is dropped, from then on read for again. Default: 23.10.6. */
  readonly version?: string;
  /** To share between nodes, or to go on with after a restart. */
  readonly log?: FakeLog;
  /** Epoch milliseconds. */
  readonly clock?: () => number;
  readonly tls?: Tls;
  /** With TLS by default admin/changeit; without TLS by default none, which lets everybody do everything. */
  readonly users?: Users;
}

export interface FakeServer {
  readonly port: number;
  /** Connection string, without an account. */
  readonly url: string;
  readonly log: FakeLog;
  readonly faults: Faults;
  /** Between start and stop, frozen or not. */
  readonly running: boolean;
  /** Calls that have come in; of batch appends, appends. */
  calls(rpc: Rpc): number;
  /** Reads and subscriptions that are open on the server. */
  openCalls(): number;
  /** Messages that reads and subscriptions have handed to the transport. */
  messagesSent(): number;
  /** As SIGKILL: every socket is destroyed without a word. */
  stop(): Promise<void>;
  /** Stops if it runs, and starts on the same port; with another log where one is given. */
  restart(log?: FakeLog): Promise<void>;
  /** As SIGSTOP and SIGCONT. */
  freeze(): void;
  thaw(): void;
}

/** A node that is a cluster of its own, or one of several by `membershipOf`. */
export async function startFakeServer(
  options: FakeServerOptions = {},
  membershipOf: (self: Endpoint) => Membership = alone,
): Promise<FakeServer> {
  const { tls, clock = Date.now, version = '23.10.6' } = options;
  const faults = new Faults();
  const traffic = new Traffic();
  let log = options.log ?? new FakeLog();
  let membership: Membership;
  const listener = new Listener((server, connection) => {
    const users = options.users ?? (tls && NEW_USERS);
    addServices(server, { log, version, users, membership, faults, traffic, clock }, connection);
  }, tls);
  const port = await listener.open(options.port ?? 0);
  membership = membershipOf({ host: HOST, port });
  return {
    port,
    url: `esdb://${HOST}:${port}?tls=${tls !== undefined}`,
    get log() {
      return log;
    },
    get running() {
      return listener.isOpen;
    },
    faults,
    calls: (rpc) => traffic.calls(rpc),
    openCalls: () => traffic.open,
    messagesSent: () => traffic.messages,
    stop: () => listener.kill(),
    async restart(other = log) {
      await listener.kill();
      log = other;
      membership = membershipOf({ host: HOST, port });
      await listener.open(port);
    },
    freeze: () => listener.freeze(),
    thaw: () => listener.thaw(),
  };
}

function alone(endpoint: Endpoint): Membership {
  const recent = new RecentIds();
  const instanceId = randomUUID();
  return {
    role: () => 'LEADER',
    leader: () => endpoint,
    recent: () => recent,
    members: () => [{ instanceId, endpoint, role: 'LEADER', isAlive: true }],
  };
}
