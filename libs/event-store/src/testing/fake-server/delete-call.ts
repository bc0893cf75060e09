import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import type {
  DeleteReq as DeleteRequest,
  DeleteResp as DeleteResponse,
  TombstoneReq as TombstoneRequest,
  TombstoneResp as TombstoneResponse,
} from '@eventstore/db-client/generated/streams_pb.js';
import { forbidden, unready } from './admission.ts';
import { expectedRevision, streamName } from './convert.ts';
import { NO_EVENTS, type Expected } from './decide.ts';
import type { Connection } from './listener.ts';
import type { Node } from './node.ts';
import { answering, perform, type Outcome } from './perform.ts';
import { refusals } from './refusals.ts';
import { DeleteResp, TombstoneReq, TombstoneResp } from './wire.ts';

type Response = DeleteResponse & TombstoneResponse;

/** What the words are as numbers: deletes answer a conflict with numbers (contract §1.8). */
const NUMBERS = { any: -2, no_stream: NO_EVENTS, stream_exists: -4 };

/** Streams.Delete and Streams.Tombstone. */
export function remove(
  node: Node,
  connection: Connection,
  call: ServerUnaryCall<DeleteRequest | TombstoneRequest, DeleteResponse | TombstoneResponse>,
  respond: sendUnaryData<Response>,
): void {
  node.traffic.count('delete');
  const hard = call.request instanceof TombstoneReq;
  const options = call.request.getOptions()!;
  const stream = streamName(options.getStreamIdentifier());
  const expected = expectedRevision(options, options.hasRevision() ? options.getRevision() : undefined);
  const refused = forbidden(node, call.metadata, 'write', stream) ?? unready(node, call.metadata, 'write');
  const apply = (): Outcome<Response> => {
    if (refused) return { refusal: refused };
    if (expected === undefined) return { refusal: refusals.exception() };
    return removed(node, stream, hard, expected);
  };
  perform(node.faults.take('delete'), connection, apply, answering(respond));
}

function removed(node: Node, stream: string, hard: boolean, expected: Expected): Outcome<Response> {
  const outcome = node.log.delete(stream, hard, { expected, now: node.clock() });
  if (outcome.kind === 'deleted') return { refusal: refusals.streamDeleted(stream) };
  if (outcome.kind === 'wrong') {
    const number = typeof expected === 'number' ? expected : NUMBERS[expected];
    return { refusal: refusals.wrongExpectedVersion(stream, number, outcome.actual) };
  }
  const position = String(outcome.position);
  if (hard) {
    const at = new TombstoneResp.Position().setCommitPosition(position).setPreparePosition(position);
    return { response: new TombstoneResp().setPosition(at) as Response };
  }
  const at = new DeleteResp.Position().setCommitPosition(position).setPreparePosition(position);
  return { response: new DeleteResp().setPosition(at) as Response };
}
