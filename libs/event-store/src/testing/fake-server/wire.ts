// The generated messages are CommonJS whose exports Node cannot name beforehand: they come as one default each.
import codeMessages from '@eventstore/db-client/generated/code_pb.js';
import gossipMessages from '@eventstore/db-client/generated/gossip_pb.js';
import gossipServices from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import featureMessages from '@eventstore/db-client/generated/serverfeatures_pb.js';
import featureServices from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import sharedMessages from '@eventstore/db-client/generated/shared_pb.js';
import statusMessages from '@eventstore/db-client/generated/status_pb.js';
import streamMessages from '@eventstore/db-client/generated/streams_pb.js';
import streamServices from '@eventstore/db-client/generated/streams_grpc_pb.js';
import anyMessages from 'google-protobuf/google/protobuf/any_pb.js';
import emptyMessages from 'google-protobuf/google/protobuf/empty_pb.js';
import timestampMessages from 'google-protobuf/google/protobuf/timestamp_pb.js';

export const {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
  DeleteResp,
  ReadReq,
  ReadResp,
  TombstoneReq,
  TombstoneResp,
} = streamMessages;
export const { StreamsService } = streamServices;
export const { Empty, StreamIdentifier, UUID } = sharedMessages;
export const shared = sharedMessages;
export const { Status } = statusMessages;
export const codes = codeMessages.Code;
export const { ClusterInfo, EndPoint, MemberInfo } = gossipMessages;
export const { GossipService } = gossipServices;
export const { SupportedMethod, SupportedMethods } = featureMessages;
export const { ServerFeaturesService } = featureServices;
/** Google's own, which only batch appends use. */
export const google = { Any: anyMessages.Any, Empty: emptyMessages.Empty, Timestamp: timestampMessages.Timestamp };
