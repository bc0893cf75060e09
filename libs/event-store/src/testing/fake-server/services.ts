import type { Server } from '@grpc/grpc-js';
import type { IGossipServer } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import type { IServerFeaturesServer } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type { IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { append } from './append-call.ts';
import { batchAppend } from './batch-append-call.ts';
import { remove } from './delete-call.ts';
import { gossip, supportedMethods } from './information-calls.ts';
import type { Connection } from './listener.ts';
import type { Node } from './node.ts';
import { read } from './read-call.ts';
import { GossipService, ServerFeaturesService, StreamsService } from './wire.ts';

/** What a server answers on one connection. Every other method is UNIMPLEMENTED. */
export function addServices(server: Server, node: Node, connection: Connection): void {
  const streams: IStreamsServer = {
    append: (call, answer) => void append(node, connection, call, answer),
    batchAppend: (call) => batchAppend(node, connection, call),
    read: (call) => void read(node, connection, call),
    delete: (call, answer) => remove(node, connection, call, answer),
    tombstone: (call, answer) => remove(node, connection, call, answer),
  };
  const features: IServerFeaturesServer = {
    getSupportedMethods: (call, answer) => supportedMethods(node, connection, call, answer),
  };
  const members: IGossipServer = {
    read: (call, answer) => gossip(node, connection, call, answer),
  };
  server.addService(StreamsService, streams);
  server.addService(ServerFeaturesService, features);
  server.addService(GossipService, members);
}
