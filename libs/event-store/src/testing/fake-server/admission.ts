import type { Metadata } from '@grpc/grpc-js';
import { authenticate, may, type Caller } from './access.ts';
import type { Node } from './node.ts';
import { refusals, type Refusal } from './refusals.ts';

/** Who calls; undefined for a wrong name or password. */
export function callerOf({ users }: Node, headers: Metadata): Caller | undefined {
  return authenticate(users, headers.get('authorization')[0]?.toString());
}

/** Why the caller may not do this, if so. */
export function forbidden(
  node: Node,
  headers: Metadata,
  action: 'read' | 'write',
  stream: string,
): Refusal | undefined {
  const caller = callerOf(node, headers);
  if (!caller) return refusals.unauthenticated();
  return may(caller, action, stream) ? undefined : refusals.accessDenied();
}

/** Why this node does not take the request, if so: in an election, or because the leader is wanted (contract §1.10). */
export function unready({ membership }: Node, headers: Metadata, action: 'read' | 'write'): Refusal | undefined {
  const role = membership.role();
  const leaderWanted = headers.get('requires-leader')[0]?.toString() === 'true';
  if (role === 'UNKNOWN' && (action === 'write' || leaderWanted)) return refusals.notReady();
  if (role !== 'FOLLOWER' || !leaderWanted) return undefined;
  const { host, port } = membership.leader();
  return refusals.notLeader(host, port);
}
