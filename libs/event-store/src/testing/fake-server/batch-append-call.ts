import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Message } from 'google-protobuf';
import type { Status as StatusMessage } from '@eventstore/db-client/generated/status_pb.js';
import type { BatchAppendReq, BatchAppendResp as Response } from '@eventstore/db-client/generated/streams_pb.js';
import { callerOf, forbidden, unready } from './admission.ts';
import { expectedRevision, identifierOf, proposedEvent, streamName, uuidText } from './convert.ts';
import { NO_EVENTS, type Expected } from './decide.ts';
import type { Connection } from './listener.ts';
import type { Answered } from './log.ts';
import type { Node } from './node.ts';
import { perform, type Outcome } from './perform.ts';
import type { ProposedEvent } from './records.ts';
import { refusals } from './refusals.ts';
import { BatchAppendResp, codes, google, shared, Status, UUID } from './wire.ts';
import { APPEND_BYTES_MAX, isMalformed, sizeOnDisk, write } from './write-request.ts';

type BatchAppendCall = ServerDuplexStream<BatchAppendReq, Response>;

const EMPTY = new google.Empty();

/** An append whose parts are still coming in. */
interface Pending {
  readonly stream: string;
  readonly expected: Expected | undefined;
  readonly events: ProposedEvent[];
  size: number;
}

/** Streams.BatchAppend: many appends on one stream of messages, each known by its correlation id. */
export function batchAppend(node: Node, connection: Connection, call: BatchAppendCall): void {
  if (!callerOf(node, call.metadata)) return void call.emit('error', refusals.unauthenticated());
  const pending = new Map<string, Pending>();
  const answer = (request: BatchAppendReq, stream: string, response: Response) => {
    const id = new UUID().setString(uuidText(request.getCorrelationId()));
    call.write(response.setCorrelationId(id).setStreamIdentifier(identifierOf(stream)));
  };
  call.on('data', (request: BatchAppendReq) => {
    const id = uuidText(request.getCorrelationId());
    const refused = begin(node, call, request, pending);
    if (refused) return answer(request, streamName(request.getOptions()?.getStreamIdentifier()), failed(refused));
    const append = pending.get(id);
    if (!append) return;
    for (const message of request.getProposedMessagesList()) {
      const event = proposedEvent(message);
      append.events.push(event);
      append.size += sizeOnDisk(event, node.version);
    }
    const tooLarge = append.size > APPEND_BYTES_MAX;
    if (tooLarge || request.getIsFinal()) pending.delete(id);
    if (tooLarge) return answer(request, append.stream, failed(statuses.tooLarge()));
    if (!request.getIsFinal()) return;
    node.traffic.count('batchAppend');
    perform(
      node.faults.take('batchAppend'),
      connection,
      () => apply(node, call, append),
      (outcome) => {
        if ('refusal' in outcome) call.emit('error', outcome.refusal);
        else answer(request, append.stream, outcome.response);
      },
    );
  });
  call.on('end', () => call.end());
}

/** Takes the options of a new append, unless they are refused: then that append is over. */
function begin(
  node: Node,
  call: BatchAppendCall,
  request: BatchAppendReq,
  pending: Map<string, Pending>,
): StatusMessage | undefined {
  const options = request.getOptions();
  if (!options) return undefined;
  const stream = streamName(options.getStreamIdentifier());
  if (forbidden(node, call.metadata, 'write', stream)) return statuses.accessDenied();
  // An absolute time by the client's clock, judged by the server's (contract §2.3, B3).
  const deadline = options.getDeadline()?.toDate().getTime() ?? Infinity;
  if (deadline <= node.clock()) return statuses.timeout();
  const position = options.hasStreamPosition() ? options.getStreamPosition() : undefined;
  const expected = expectedRevision(options, position);
  pending.set(uuidText(request.getCorrelationId()), { stream, expected, events: [], size: 0 });
  return undefined;
}

function apply(
  node: Node,
  call: BatchAppendCall,
  { stream, expected, events }: Pending,
): Outcome<Response> | undefined {
  const refused = unready(node, call.metadata, 'write');
  // Without a leader to name, the server packs nothing that the client would recognize (contract §2.3, B9).
  if (refused) {
    return node.membership.role() === 'UNKNOWN' ? { response: failed(statuses.notReady()) } : { refusal: refused };
  }
  if (expected === undefined || isMalformed(stream, events)) return { response: failed(statuses.badRequest()) };
  const appended = write(node, stream, events, expected);
  return appended.kind === 'unanswered' ? undefined : { response: responseTo(stream, expected, appended) };
}

function responseTo(stream: string, expected: Expected, appended: Answered): Response {
  switch (appended.kind) {
    case 'deleted':
      return failed(statuses.streamDeleted(stream));
    case 'wrong':
      return failed(statuses.wrong(expected, appended.actual));
    case 'success':
      return new BatchAppendResp().setSuccess(success(appended));
  }
}

function success({ revision, position }: Answered & { kind: 'success' }): Response.Success {
  const message = new BatchAppendResp.Success();
  if (revision === NO_EVENTS) message.setNoStream(EMPTY);
  else message.setCurrentRevision(String(revision));
  if (position === undefined) return message.setNoPosition(EMPTY);
  const text = String(position);
  return message.setPosition(new shared.AllStreamPosition().setCommitPosition(text).setPreparePosition(text));
}

function failed(status: StatusMessage): Response {
  return new BatchAppendResp().setError(status);
}

/** As the server's Google.Rpc.Status: the client goes by the details, not by the code. */
const statuses = {
  accessDenied: () => status(codes.PERMISSION_DENIED, 'AccessDenied', new shared.AccessDenied()),
  timeout: () => status(codes.DEADLINE_EXCEEDED, 'Timeout', new shared.Timeout()),
  tooLarge: () => {
    const details = new shared.MaximumAppendSizeExceeded().setMaxappendsize(APPEND_BYTES_MAX);
    return status(codes.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', details);
  },
  badRequest: () => status(codes.INVALID_ARGUMENT, 'BadRequest', new shared.BadRequest()),
  streamDeleted: (stream: string) => {
    const details = new shared.StreamDeleted().setStreamIdentifier(identifierOf(stream));
    return status(codes.NOT_FOUND, 'StreamDeleted', details);
  },
  notReady: () => {
    const details = new google.Any();
    details.pack(EMPTY.serializeBinary(), 'google.protobuf.Empty');
    return new Status().setMessage('Server Is Not Ready').setDetails(details);
  },
  wrong: (expected: Expected, actual: number) => {
    const details = new shared.WrongExpectedVersion();
    if (expected === 'any') details.setExpectedAny(EMPTY);
    else if (expected === 'no_stream') details.setExpectedNoStream(EMPTY);
    else if (expected === 'stream_exists') details.setExpectedStreamExists(EMPTY);
    else details.setExpectedStreamPosition(String(expected));
    if (actual === NO_EVENTS) details.setCurrentNoStream(EMPTY);
    else details.setCurrentStreamRevision(String(actual));
    return status(codes.ALREADY_EXISTS, 'WrongExpectedVersion', details);
  },
};

/** The message's name is that of its type, and so is the name under which the details are packed. */
function status(code: number, name: string, details: Message): StatusMessage {
  const packed = new google.Any();
  packed.pack(details.serializeBinary(), `event_store.client.${name}`);
  return new Status().setCode(code).setMessage(name).setDetails(packed);
}
