import { randomUUID } from 'node:crypto';
import type { ReadReq as ReadReqMessage } from '@eventstore/db-client/generated/streams_pb.js';
import { streamName } from './convert.ts';
import { considers } from './filter.ts';
import type { FakeLog } from './log.ts';
import type { LogRecord } from './records.ts';
import type { Answer } from './read.ts';
import { Refused, refusals } from './refusals.ts';
import { ReadResp } from './wire.ts';

/** Resolves at the next append, or when the call is over. */
export function nextAppend(log: FakeLog, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stop();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const stop = log.onAppend(done);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}

export async function* subscribeAll(
  log: FakeLog,
  options: ReadReqMessage.Options,
  signal: AbortSignal,
): AsyncIterable<Answer> {
  const request = options.getAll()!;
  const position = request.getPosition();
  // Exclusive; a start beyond the end waits until the log has grown past it, and says nothing of it.
  const after = request.hasEnd() ? log.end : position ? Number(position.getCommitPosition()) + 1 : 0;
  const matches = considers(options.getFilter());
  yield confirmation();
  let index = log.indexAt(after);
  for (let live = false; !signal.aborted; live = true) {
    for (; index < log.events.length; index++) {
      const event = log.events[index]!;
      if (event.position >= after && matches(event)) yield event;
    }
    if (!live) yield caughtUp();
    while (!signal.aborted && index === log.events.length) await nextAppend(log, signal);
  }
}

export async function* subscribeStream(
  log: FakeLog,
  options: ReadReqMessage.Options,
  signal: AbortSignal,
): AsyncIterable<Answer> {
  const request = options.getStream()!;
  const name = streamName(request.getStreamIdentifier());
  yield confirmation();
  let next = request.hasRevision() ? Number(request.getRevision()) + 1 : 0;
  if (request.hasEnd()) next = visible(log, name).events.length;
  for (let live = false; !signal.aborted; live = true) {
    for (;;) {
      const { events, first } = visible(log, name);
      next = Math.max(next, first);
      if (next >= events.length) break;
      yield events[next++]!;
    }
    if (!live) yield caughtUp();
    while (!signal.aborted && next >= visible(log, name).events.length) await nextAppend(log, signal);
  }
}

function visible(log: FakeLog, name: string): { events: readonly LogRecord[]; first: number } {
  const stream = log.stream(name);
  if (stream === 'deleted') throw new Refused(refusals.streamDeleted(name));
  return stream === 'missing' ? { events: [], first: 0 } : stream;
}

function confirmation(): Answer {
  return new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID()));
}

function caughtUp(): Answer {
  return new ReadResp().setCaughtUp(new ReadResp.CaughtUp());
}
