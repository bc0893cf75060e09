import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import type { ClusterInfo as ClusterInfoMessage } from '@eventstore/db-client/generated/gossip_pb.js';
import type { SupportedMethods as SupportedMethodsMessage } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import { callerOf } from './admission.ts';
import type { Connection } from './listener.ts';
import type { Node } from './node.ts';
import { answering, perform, type Outcome } from './perform.ts';
import { refusals } from './refusals.ts';
import { ClusterInfo, EndPoint, MemberInfo, SupportedMethod, SupportedMethods, UUID } from './wire.ts';

const STREAMS = 'event_store.client.streams.streams';
/** Of the methods that the client asks for; the names are in lower case. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  read: ['position', 'events'],
  append: [],
  delete: [],
  tombstone: [],
  batchappend: ['deadline_duration'],
};

/** ServerFeatures.GetSupportedMethods. Anybody may ask, but not with a wrong password. */
export function supportedMethods(
  node: Node,
  connection: Connection,
  call: ServerUnaryCall<Empty, SupportedMethodsMessage>,
  respond: sendUnaryData<SupportedMethodsMessage>,
): void {
  node.traffic.count('features');
  const methods = Object.entries(METHODS).map(([name, features]) =>
    new SupportedMethod()
      .setServiceName(STREAMS)
      .setMethodName(name)
      .setFeaturesList([...features]),
  );
  const response = new SupportedMethods().setMethodsList(methods).setEventStoreServerVersion(node.version);
  perform(node.faults.take('features'), connection, () => known(node, call, response), answering(respond));
}

/** Gossip.Read: the members that the client chooses its node from. */
export function gossip(
  node: Node,
  connection: Connection,
  call: ServerUnaryCall<Empty, ClusterInfoMessage>,
  respond: sendUnaryData<ClusterInfoMessage>,
): void {
  node.traffic.count('gossip');
  const members = node.membership.members().map(({ endpoint, role, isAlive, instanceId }) =>
    new MemberInfo()
      .setInstanceId(new UUID().setString(instanceId))
      .setTimeStamp(String(node.clock() * 10_000))
      .setState(MemberInfo.VNodeState[role])
      .setIsAlive(isAlive)
      .setHttpEndPoint(new EndPoint().setAddress(endpoint.host).setPort(endpoint.port)),
  );
  const response = new ClusterInfo().setMembersList(members);
  perform(node.faults.take('gossip'), connection, () => known(node, call, response), answering(respond));
}

function known<T>(node: Node, call: ServerUnaryCall<Empty, T>, response: T): Outcome<T> {
  return callerOf(node, call.metadata) ? { response } : { refusal: refusals.unauthenticated() };
}
