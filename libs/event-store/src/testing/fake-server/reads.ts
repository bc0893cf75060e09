import { EVERYTHING, type Filter } from './filter.ts';
import type { FakeLog } from './log.ts';
import { Failed, type Message } from './messages.ts';

/** A place in a stream by revision, in `$all` by position. */
export type From = 'start' | 'end' | number;

export interface ReadRequest {
  readonly from: From;
  readonly backwards: boolean;
  readonly count: number;
}

/** Contract §1.5. No snapshot: it sees what is appended while it runs. */
export function* readStream(log: FakeLog, name: string, { from, backwards, count }: ReadRequest): Generator<Message> {
  if (count === 0 || (from === 'end' && !backwards))
    throw new Failed({ kind: 'readError', result: 'ReadStreamResult' });
  const stream = log.stream(name);
  if (stream?.tombstone) throw new Failed({ kind: 'streamDeleted', stream: name });
  if (!stream || stream.last < 0 || stream.softDeleted) {
    yield { kind: 'streamNotFound', stream: name };
    return;
  }
  let left = count;
  if (backwards) {
    const start = from === 'end' ? stream.last : Math.min(from === 'start' ? 0 : from, stream.last);
    for (let next = start; next >= stream.first && left > 0; next--, left--) yield stream.events[next]!;
    return;
  }
  const start = from === 'start' || from === 'end' ? 0 : from;
  for (let next = Math.max(start, stream.first); next <= stream.last && left > 0; next++, left--) {
    yield stream.events[next]!;
  }
}

/** The start is inclusive forwards and exclusive backwards (contract §1.5). */
export function* readAll(log: FakeLog, request: ReadRequest, filter: Filter = EVERYTHING): Generator<Message> {
  const { from, backwards } = request;
  const position = from === 'start' ? 0 : from === 'end' ? log.end : from;
  if (!log.isPlace(position)) throw new Failed({ kind: 'readError', result: 'ReadAllResult' });
  const step = backwards ? -1 : 1;
  let left = request.count;
  for (let index = log.indexAt(position) - (backwards ? 1 : 0); left > 0; index += step) {
    const event = log.events[index];
    if (!event) return;
    if (!filter.matches(event)) continue;
    yield event;
    left--;
  }
}
