import type { ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import type {
  AppendReq as AppendReqMessage,
  AppendResp as AppendRespMessage,
} from '@eventstore/db-client/generated/streams_pb.js';
import { emptyMessage, proposed, streamName } from './convert.ts';
import { NO_EVENTS, type Expected } from './decide.ts';
import type { Appended } from './log.ts';
import type { Node } from './node.ts';
import type { ProposedEvent } from './records.ts';
import { refusals, type Refusal } from './refusals.ts';
import { AppendReq, AppendResp } from './wire.ts';

/** `MaxAppendSize` of 23.10 to 25.0 (reference §1.3). */
export const APPEND_BYTES_MAX = 1024 * 1024;

/** What counts towards the limit: data, metadata and the type in UTF-16 (reference §1.3). */
export function sizeOnDisk(event: ProposedEvent): number {
  return event.data.length + event.metadata.length + 2 * event.type.length;
}

export async function append(
  node: Node,
  call: ServerReadableStream<AppendReqMessage, AppendRespMessage>,
  answer: sendUnaryData<AppendRespMessage>,
): Promise<void> {
  let options: AppendReqMessage.Options | undefined;
  const events: ProposedEvent[] = [];
  let size = 0;
  for await (const request of call as AsyncIterable<AppendReqMessage>) {
    options ??= request.getOptions();
    const message = request.getProposedMessage();
    if (!message) continue;
    const event = proposed(message);
    size += sizeOnDisk(event);
    if (size > APPEND_BYTES_MAX) return answer(refusals.tooLarge(APPEND_BYTES_MAX));
    events.push(event);
  }
  const expected = options && expectedOf(options);
  if (expected === undefined) return answer(refusals.invalidArgument('no expected revision'));
  const stream = streamName(options?.getStreamIdentifier());
  const outcome = node.append(stream, events, expected);
  const [refused, response] = respond(stream, expected, outcome);
  answer(refused, response);
}

function respond(stream: string, expected: Expected, outcome: Appended): [Refusal | null, AppendRespMessage?] {
  switch (outcome.kind) {
    case 'deleted':
      return [refusals.streamDeleted(stream)];
    case 'wrong':
      return [null, new AppendResp().setWrongExpectedVersion(wrong(expected, outcome.actual))];
    case 'success':
      return [null, new AppendResp().setSuccess(success(outcome))];
  }
}

function success(outcome: Appended & { kind: 'success' }): AppendRespMessage.Success {
  const message = new AppendResp.Success();
  if (outcome.revision === NO_EVENTS) message.setNoStream(emptyMessage());
  else message.setCurrentRevision(String(outcome.revision));
  if (outcome.position === undefined) return message.setNoPosition(emptyMessage());
  const position = String(outcome.position);
  return message.setPosition(new AppendResp.Position().setCommitPosition(position).setPreparePosition(position));
}

function wrong(expected: Expected, actual: number): AppendRespMessage.WrongExpectedVersion {
  const message = new AppendResp.WrongExpectedVersion();
  if (expected === 'any') message.setExpectedAny(emptyMessage());
  else if (expected === 'no_stream') message.setExpectedNoStream(emptyMessage());
  else if (expected === 'stream_exists') message.setExpectedStreamExists(emptyMessage());
  else message.setExpectedRevision(String(expected));
  if (actual === NO_EVENTS) message.setCurrentNoStream(emptyMessage());
  else message.setCurrentRevision(String(actual));
  return message;
}

/** The largest u64 is -1 read as signed, which is `no_stream` (reference §1.1). */
const MINUS_ONE = '18446744073709551615';

function expectedOf(options: AppendReqMessage.Options): Expected | undefined {
  const { ExpectedStreamRevisionCase } = AppendReq.Options;
  switch (options.getExpectedStreamRevisionCase()) {
    case ExpectedStreamRevisionCase.ANY:
      return 'any';
    case ExpectedStreamRevisionCase.NO_STREAM:
      return 'no_stream';
    case ExpectedStreamRevisionCase.STREAM_EXISTS:
      return 'stream_exists';
    case ExpectedStreamRevisionCase.REVISION:
      return options.getRevision() === MINUS_ONE ? 'no_stream' : Number(options.getRevision());
    default:
      return undefined;
  }
}
