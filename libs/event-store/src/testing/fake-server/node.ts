import type { Users } from './access.ts';
import type { Faults, Rpc } from './faults.ts';
import type { FakeLog } from './log.ts';
import type { RecentIds } from './recent-ids.ts';

export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** As `VNodeState` of the protocol calls them. */
export type Role = 'LEADER' | 'FOLLOWER' | 'UNKNOWN';

export interface Member {
  readonly instanceId: string;
  readonly endpoint: Endpoint;
  readonly role: Role;
  readonly isAlive: boolean;
}

/** What a node knows of its cluster; a single node leads itself. */
export interface Membership {
  role(): Role;
  /** Where the leader is. A follower that knows of none names itself (contract §1.10). */
  leader(): Endpoint;
  /** The memory of recent writes of the node that writes. */
  recent(): RecentIds;
  members(): readonly Member[];
}

/** What happened on a server, for tests to look at. */
export class Traffic {
  readonly #calls = new Map<Rpc, number>();
  /** Reads and subscriptions that are open on the server. */
  open = 0;
  /** Messages that reads and subscriptions have handed to the transport. */
  messages = 0;

  count(rpc: Rpc): void {
    this.#calls.set(rpc, this.calls(rpc) + 1);
  }

  calls(rpc: Rpc): number {
    return this.#calls.get(rpc) ?? 0;
  }
}

/** What the handlers of a server work with. */
export interface Node {
  readonly log: FakeLog;
  readonly version: string;
  readonly users: Users | undefined;
  readonly membership: Membership;
  readonly faults: Faults;
  readonly traffic: Traffic;
  clock(): number;
}
