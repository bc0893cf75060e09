import type { ServerWritableStream } from '@grpc/grpc-js';
import type {
  ReadReq as ReadReqMessage,
  ReadResp as ReadRespMessage,
} from '@eventstore/db-client/generated/streams_pb.js';
import { identifierOf, streamName } from './convert.ts';
import type { FakeLog } from './log.ts';
import type { LogRecord } from './records.ts';
import { Refused, refusals } from './refusals.ts';
import { ReadReq, ReadResp } from './wire.ts';

export type ReadCall = ServerWritableStream<ReadReqMessage, ReadRespMessage>;

/** One message of a read or a subscription; events become messages only when they are sent. */
export type Answer = ReadRespMessage | LogRecord;

export function readStream(log: FakeLog, options: ReadReqMessage.Options): Iterable<Answer> {
  const backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
  return backwards ? streamBackwards(log, options) : streamForwards(log, options);
}

function* streamForwards(log: FakeLog, options: ReadReqMessage.Options): Iterable<Answer> {
  const request = options.getStream()!;
  const name = streamName(request.getStreamIdentifier());
  let left = Number(options.getCount());
  if (request.hasEnd() || left === 0) throw new Refused(refusals.thrown());
  let next = request.hasRevision() ? Number(request.getRevision()) : 0;
  for (; left > 0; left--, next++) {
    const stream = log.stream(name);
    if (stream === 'deleted') throw new Refused(refusals.streamDeleted(name));
    if (stream === 'missing') {
      yield notFound(name);
      return;
    }
    next = Math.max(next, stream.first);
    const event = stream.events[next];
    if (!event) return;
    yield event;
  }
}

function* streamBackwards(log: FakeLog, options: ReadReqMessage.Options): Iterable<Answer> {
  const request = options.getStream()!;
  const name = streamName(request.getStreamIdentifier());
  let left = Number(options.getCount());
  if (left === 0) throw new Refused(refusals.thrown());
  const stream = log.stream(name);
  if (stream === 'deleted') throw new Refused(refusals.streamDeleted(name));
  if (stream === 'missing') {
    yield notFound(name);
    return;
  }
  const from = request.hasRevision() ? Number(request.getRevision()) : request.hasStart() ? 0 : Infinity;
  for (let next = Math.min(from, stream.events.length - 1); next >= stream.first && left > 0; next--, left--) {
    yield stream.events[next]!;
  }
}

function notFound(name: string): Answer {
  return new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(name)));
}

export function readAll(log: FakeLog, options: ReadReqMessage.Options): Iterable<Answer> {
  const backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
  return backwards ? allBackwards(log, options) : allForwards(log, options);
}

/** The start is inclusive (reference §1.5). */
function* allForwards(log: FakeLog, options: ReadReqMessage.Options): Iterable<Answer> {
  const request = options.getAll()!;
  let left = Number(options.getCount());
  const from = request.hasEnd() ? log.end : Number(request.getPosition()?.getCommitPosition() ?? 0);
  for (let index = log.indexAt(from); left > 0 && index < log.events.length; index++, left--) yield log.events[index]!;
}

/** The start is exclusive (reference §1.5). */
function* allBackwards(log: FakeLog, options: ReadReqMessage.Options): Iterable<Answer> {
  const request = options.getAll()!;
  let left = Number(options.getCount());
  const from = request.hasEnd() ? log.end : Number(request.getPosition()?.getCommitPosition() ?? 0);
  for (let index = log.indexAt(from) - 1; left > 0 && index >= 0; index--, left--) yield log.events[index]!;
}
