import type { Server, ServiceError } from '@grpc/grpc-js';
import type { IServerFeaturesServer } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type { IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { ReadReq as ReadReqMessage } from '@eventstore/db-client/generated/streams_pb.js';
import { append } from './append.ts';
import { eventMessage } from './convert.ts';
import type { Connection } from './listener.ts';
import type { Node } from './node.ts';
import { readAll, readStream, type Answer, type ReadCall } from './read.ts';
import { LogRecord } from './records.ts';
import { Refused, refusals } from './refusals.ts';
import { subscribeAll, subscribeStream } from './subscribe.ts';
import { ServerFeaturesService, StreamsService, SupportedMethod, SupportedMethods } from './wire.ts';

export function addServices(server: Server, node: Node, _connection: Connection): void {
  const streams: IStreamsServer = {
    append: (call, answer) => void append(node, call, answer).catch((error: ServiceError) => answer(error)),
    batchAppend: (call) => void call.emit('error', refusals.notImplemented()),
    read: (call) => void read(node, call),
    delete: (_call, answer) => answer(refusals.notImplemented()),
    tombstone: (_call, answer) => answer(refusals.notImplemented()),
  };
  const features: IServerFeaturesServer = {
    getSupportedMethods: (_call, answer) => answer(null, supportedMethods(node.version)),
  };
  server.addService(StreamsService, streams);
  server.addService(ServerFeaturesService, features);
}

async function read(node: Node, call: ReadCall): Promise<void> {
  const over = new AbortController();
  call.on('cancelled', () => over.abort()).on('close', () => over.abort());
  try {
    for await (const answer of answers(node, call.request.getOptions()!, over.signal)) {
      if (over.signal.aborted) return;
      if (!call.write(answer instanceof LogRecord ? eventMessage(answer) : answer)) await drained(call, over.signal);
    }
    call.end();
  } catch (error) {
    call.emit('error', error instanceof Refused ? error.refusal : refusals.thrown());
  }
}

function answers(
  node: Node,
  options: ReadReqMessage.Options,
  signal: AbortSignal,
): Iterable<Answer> | AsyncIterable<Answer> {
  if (options.hasSubscription()) {
    return options.hasAll() ? subscribeAll(node.log, options, signal) : subscribeStream(node.log, options, signal);
  }
  return options.hasAll() ? readAll(node.log, options) : readStream(node.log, options);
}

/** Until the client has taken what was written, or the call is over. */
function drained(call: ReadCall, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      call.off('drain', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    call.once('drain', done);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}

function supportedMethods(version: string): InstanceType<typeof SupportedMethods> {
  const answer = new SupportedMethods().setEventStoreServerVersion(version);
  for (const [name, features] of [
    ['read', ['position', 'events']],
    ['append', []],
    ['batchappend', ['deadline_duration']],
  ] as const) {
    const method = new SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name);
    answer.addMethods(method.setFeaturesList([...features]));
  }
  return answer;
}
