import { randomUUID } from 'node:crypto';
import type {
  StreamIdentifier as StreamIdentifierMessage,
  UUID as UuidMessage,
} from '@eventstore/db-client/generated/shared_pb.js';
import type {
  AppendReq,
  BatchAppendReq,
  ReadResp as ReadRespMessage,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { Expected } from './decide.ts';
import { TOMBSTONE_REVISION } from './log.ts';
import type { Message } from './messages.ts';
import { LogRecord, type ProposedEvent } from './records.ts';
import { Empty, ReadResp, StreamIdentifier, UUID } from './wire.ts';

/** `created` counts from 1970 in units of 100 ns. */
const TICKS_PER_MS = 10_000;
/** -1 read as unsigned: no revision, no position. */
const MINUS_ONE = '18446744073709551615';

export function streamName(identifier: StreamIdentifierMessage | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}

export function identifierOf(stream: string): StreamIdentifierMessage {
  return new StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64'));
}

/** Lower case, from the text or from the two halves. */
export function uuidText(uuid: UuidMessage | undefined): string {
  const halves = uuid?.getStructured();
  if (!halves) return (uuid?.getString() ?? '').toLowerCase();
  const hex = [halves.getMostSignificantBits(), halves.getLeastSignificantBits()]
    .map((half) => BigInt.asUintN(64, BigInt(half)).toString(16).padStart(16, '0'))
    .join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Of an append or of a batch of one: their messages have the same shape. */
export function proposedEvent(message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): ProposedEvent {
  return {
    id: uuidText(message.getId()),
    type: message.getMetadataMap().get('type') ?? '',
    isJson: message.getMetadataMap().get('content-type') === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** What all requests that expect a revision have in common, whatever they call it. */
interface ExpectedOptions {
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
}

/** The largest u64 is -1, which is `no_stream` (contract §1.1). */
export function expectedRevision(options: ExpectedOptions, revision: string | undefined): Expected | undefined {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream() || revision === MINUS_ONE) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  return revision === undefined ? undefined : Number(revision);
}

/** A revision or position of a request; -1 is the end. */
export function placeOf(text: string): number | 'end' {
  return text === MINUS_ONE ? 'end' : Number(text);
}

export function answerMessage(message: Message): ReadRespMessage {
  if (message instanceof LogRecord) return eventMessage(message);
  switch (message.kind) {
    case 'confirmation':
      return new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID()));
    case 'caughtUp':
      return new ReadResp().setCaughtUp(new ReadResp.CaughtUp());
    case 'checkpoint': {
      const position = String(message.position);
      const checkpoint = new ReadResp.Checkpoint().setCommitPosition(position).setPreparePosition(position);
      return new ReadResp().setCheckpoint(checkpoint);
    }
    case 'streamNotFound': {
      const notFound = new ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(message.stream));
      return new ReadResp().setStreamNotFound(notFound);
    }
  }
}

function eventMessage(record: LogRecord): ReadRespMessage {
  const position = String(record.position);
  const recorded = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new UUID().setString(record.id))
    .setStreamIdentifier(identifierOf(record.stream))
    .setStreamRevision(record.revision === TOMBSTONE_REVISION ? '9223372036854775807' : String(record.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setData(record.data)
    .setCustomMetadata(record.metadata);
  recorded
    .getMetadataMap()
    .set('type', record.type)
    .set('created', String(record.created * TICKS_PER_MS))
    .set('content-type', record.isJson ? 'application/json' : 'application/octet-stream');
  return new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(position));
}

export const EMPTY = new Empty();
