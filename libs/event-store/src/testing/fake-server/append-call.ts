import { setImmediate } from 'node:timers/promises';
import { Metadata, type sendUnaryData, type ServerReadableStream } from '@grpc/grpc-js';
import type { AppendReq, AppendResp as AppendRespMessage } from '@eventstore/db-client/generated/streams_pb.js';
import { forbidden, unready } from './admission.ts';
import { EMPTY, expectedRevision, proposedEvent, streamName } from './convert.ts';
import { NO_EVENTS, type Expected } from './decide.ts';
import type { Connection } from './listener.ts';
import type { Appended } from './log.ts';
import type { Node } from './node.ts';
import { answering, perform, type Outcome } from './perform.ts';
import type { ProposedEvent } from './records.ts';
import { refusals, type Refusal } from './refusals.ts';
import { AppendResp } from './wire.ts';
import { APPEND_BYTES_MAX, isMalformed, sizeOnDisk, write } from './write-request.ts';

type AppendCall = ServerReadableStream<AppendReq, AppendRespMessage>;

/** Streams.Append: the options first, then an event per message. */
export async function append(
  node: Node,
  connection: Connection,
  call: AppendCall,
  respond: sendUnaryData<AppendRespMessage>,
): Promise<void> {
  node.traffic.count('append');
  const answer = answering(respond);
  const request = await received(call, node.version).catch(() => undefined);
  // The messages end for a client that goes away, too; the transport notices only with the first answer to it.
  call.sendMetadata(new Metadata());
  await setImmediate();
  if (call.cancelled || !request) return;
  if ('code' in request) return answer({ refusal: request });
  const { stream, expected, events } = request;
  const refused = forbidden(node, call.metadata, 'write', stream) ?? unready(node, call.metadata, 'write');
  const apply = (): Outcome<AppendRespMessage> | undefined => {
    if (refused) return { refusal: refused };
    if (expected === undefined || isMalformed(stream, events)) return { refusal: refusals.exception() };
    return outcomeOf(stream, expected, write(node, stream, events, expected));
  };
  perform(node.faults.take('append'), connection, apply, answer);
}

interface AppendRequest {
  readonly stream: string;
  readonly expected: Expected | undefined;
  readonly events: readonly ProposedEvent[];
}

async function received(call: AppendCall, version: string): Promise<AppendRequest | Refusal> {
  let options: AppendReq.Options | undefined;
  const events: ProposedEvent[] = [];
  let size = 0;
  for await (const request of call as AsyncIterable<AppendReq>) {
    const message = request.getProposedMessage();
    if (!message) {
      options ??= request.getOptions();
      continue;
    }
    for (const property of ['type', 'content-type']) {
      if (!message.getMetadataMap().has(property)) return refusals.propertyMissing(property);
    }
    const event = proposedEvent(message);
    size += sizeOnDisk(event, version);
    if (size > APPEND_BYTES_MAX) return refusals.tooLarge(APPEND_BYTES_MAX);
    events.push(event);
  }
  if (!options) return refusals.exception();
  const revision = options.hasRevision() ? options.getRevision() : undefined;
  const expected = expectedRevision(options, revision);
  return { stream: streamName(options.getStreamIdentifier()), expected, events };
}

function outcomeOf(stream: string, expected: Expected, appended: Appended): Outcome<AppendRespMessage> | undefined {
  switch (appended.kind) {
    case 'unanswered':
      return undefined;
    case 'deleted':
      return { refusal: refusals.streamDeleted(stream) };
    case 'wrong':
      return { response: new AppendResp().setWrongExpectedVersion(wrong(expected, appended.actual)) };
    case 'success':
      return { response: new AppendResp().setSuccess(success(appended)) };
  }
}

function success({ revision, position }: Appended & { kind: 'success' }): AppendRespMessage.Success {
  const message = new AppendResp.Success();
  if (revision === NO_EVENTS) message.setNoStream(EMPTY);
  else message.setCurrentRevision(String(revision));
  if (position === undefined) return message.setNoPosition(EMPTY);
  const text = String(position);
  return message.setPosition(new AppendResp.Position().setCommitPosition(text).setPreparePosition(text));
}

function wrong(expected: Expected, actual: number): AppendRespMessage.WrongExpectedVersion {
  const message = new AppendResp.WrongExpectedVersion();
  if (expected === 'any') message.setExpectedAny(EMPTY);
  else if (expected === 'no_stream') message.setExpectedNoStream(EMPTY);
  else if (expected === 'stream_exists') message.setExpectedStreamExists(EMPTY);
  else message.setExpectedRevision(String(expected));
  return actual === NO_EVENTS ? message.setCurrentNoStream(EMPTY) : message.setCurrentRevision(String(actual));
}
