import { EVERYTHING, type Filter } from './filter.ts';
import type { FakeLog } from './log.ts';
import { Failed, type Message } from './messages.ts';
import type { LogRecord } from './records.ts';
import type { From } from './reads.ts';
import { precedes } from './version.ts';

/** Events a page holds at most (Enumerator.cs of the server's source). */
const PAGE_EVENTS = 32;
/** Live events that wait for a slow consumer at most. */
const LIVE_EVENTS_MAX = 32;

const CONFIRMATION: Message = { kind: 'confirmation' };
const CAUGHT_UP: Message = { kind: 'caughtUp' };

/** Servers of one behaviour: subscriptions were written anew for 24.2, and the rest is the same (contract §1.7). */
export type ServerLine = '23.10' | '24.2';

/** The newest line that is not newer than the version. */
export function lineOf(version: string): ServerLine {
  return precedes(version, '24.2') ? '23.10' : '24.2';
}

/** Where a subscription begins: exclusive, and 'start' includes the first event (contract §1.7). */
export interface SubscribeRequest {
  readonly from: From;
  readonly filter?: Filter;
  readonly line: ServerLine;
  /** Given when the call is over. */
  readonly signal: AbortSignal;
}

interface Page {
  readonly events: readonly LogRecord[];
  readonly considered: number;
  /** Index of the first event that was not considered. */
  readonly next: number;
  readonly atEnd: boolean;
}

/** It ends at 32 matches, or when the window's number of events has been looked at (contract §1.6). */
function page(log: FakeLog, index: number, filter: Filter): Page {
  const events: LogRecord[] = [];
  let next = index;
  while (events.length < PAGE_EVENTS && next - index < filter.window) {
    const event = log.events[next];
    if (!event) return { events, considered: next - index, next, atEnd: true };
    next++;
    if (filter.matches(event)) events.push(event);
  }
  return { events, considered: next - index, next, atEnd: false };
}

/** Whether more live events wait than the server keeps for one subscription. */
function overflows(log: FakeLog, index: number, filter: Filter): boolean {
  let waiting = 0;
  for (let next = index; next < log.events.length && waiting <= LIVE_EVENTS_MAX; next++) {
    if (filter.matches(log.events[next]!)) waiting++;
  }
  return waiting > LIVE_EVENTS_MAX;
}

export function subscribeAll(log: FakeLog, request: SubscribeRequest): AsyncGenerator<Message> {
  if (typeof request.from === 'number' && !log.isPlace(request.from)) throw new Failed({ kind: 'exception' });
  return request.line === '23.10' ? subscribeAllOnce(log, request) : subscribeAllAgain(log, request);
}

/**
 * 23.10: caught up once. A consumer that falls behind after that is dropped. A start beyond the end is forgotten: what
 * is appended later is sent, whatever its position. The checkpoint of a page without a match is where the page began.
 */
async function* subscribeAllOnce(
  log: FakeLog,
  { from, filter = EVERYTHING, signal }: SubscribeRequest,
): AsyncGenerator<Message> {
  const every = filter.checkpointEvery ?? Infinity;
  let considered = 0;
  let index = firstAfter(log, from);
  yield CONFIRMATION;
  for (let atEnd = from === 'end'; !atEnd;) {
    const began = log.events[index]?.position ?? log.end;
    const read = page(log, index, filter);
    yield* read.events;
    considered += read.considered;
    index = read.next;
    atEnd = read.atEnd && index === log.events.length;
    if (considered < every || atEnd) continue;
    considered %= every;
    yield { kind: 'checkpoint', position: read.events.at(-1)?.position ?? began };
  }
  yield CAUGHT_UP;
  while (!signal.aborted) {
    while (index < log.events.length) {
      const event = log.events[index++]!;
      const known = log.events.length;
      if (filter.matches(event)) yield event;
      if (++considered >= every) {
        considered = 0;
        yield { kind: 'checkpoint', position: event.position };
      }
      if (log.events.length > known && overflows(log, index, filter)) throw new Failed({ kind: 'consumerTooSlow' });
    }
    await log.appended(signal);
  }
}

/** The server reads one event from the start on and goes on after it; beyond the end there is none to read. */
function firstAfter(log: FakeLog, from: From): number {
  if (from === 'end') return log.events.length;
  return from === 'start' ? 0 : Math.min(log.indexAt(from) + 1, log.events.length);
}

/** How far a subscription of the newer line has come. */
interface Course {
  /** Position of what was sent last, event or checkpoint; -1 at the start. */
  checkpoint: number;
  /** Index of the next event to look at. */
  index: number;
  /** Position of the last checkpoint that was sent. */
  told: number;
}

/**
 * 24.2 and later: a consumer that falls behind is read for again, and caught up again. A checkpoint comes with each
 * end of catching up and with each falling behind. A start beyond the end waits, and skips what is at or before it.
 */
async function* subscribeAllAgain(
  log: FakeLog,
  { from, filter = EVERYTHING, signal }: SubscribeRequest,
): AsyncGenerator<Message> {
  const checkpoint = from === 'start' ? -1 : from === 'end' ? log.lastPosition : from;
  const course: Course = { checkpoint, index: log.events.length, told: -1 };
  yield CONFIRMATION;
  if (checkpoint < log.lastPosition) yield* catchUp(log, filter, course);
  while (!signal.aborted) {
    yield CAUGHT_UP;
    yield* follow(log, filter, course, signal);
    if (!signal.aborted) yield* catchUp(log, filter, course);
  }
}

/** Reads from the checkpoint to the end of the log. */
function* catchUp(log: FakeLog, filter: Filter, course: Course): Generator<Message> {
  const every = filter.checkpointEvery ?? Infinity;
  let considered = 0;
  let began = course.checkpoint;
  course.index = log.indexAt(course.checkpoint);
  for (let atEnd = false; !atEnd;) {
    const read = page(log, course.index, filter);
    for (const event of read.events) {
      if (event.position <= course.checkpoint) continue;
      yield event;
      course.checkpoint = event.position;
    }
    if (read.considered > 0) course.checkpoint = Math.max(course.checkpoint, began);
    considered += read.considered;
    course.index = read.next;
    began = log.events[read.next]?.position ?? log.end;
    atEnd = read.atEnd && read.next === log.events.length;
    // A log of one page without a match has given no checkpoint yet: the beginning then stands for it.
    if (atEnd && log.events.length > 0) course.checkpoint = Math.max(course.checkpoint, 0);
    if (atEnd || considered >= every) yield* tell(filter, course);
    considered %= every;
  }
}

/** Sends what is appended, until more of it waits than is kept for a slow consumer. */
async function* follow(log: FakeLog, filter: Filter, course: Course, signal: AbortSignal): AsyncGenerator<Message> {
  const every = filter.checkpointEvery ?? Infinity;
  let considered = 0;
  for (; !signal.aborted; await log.appended(signal)) {
    while (course.index < log.events.length) {
      const event = log.events[course.index++]!;
      const known = log.events.length;
      const isNew = event.position > course.checkpoint;
      if (isNew && filter.matches(event)) {
        yield event;
        course.checkpoint = event.position;
      }
      considered++;
      if (isNew && considered >= every) {
        course.checkpoint = event.position;
        yield* tell(filter, course);
      }
      considered %= every;
      if (log.events.length > known && overflows(log, course.index, filter)) {
        yield* tell(filter, course);
        return;
      }
    }
  }
}

function* tell({ checkpointEvery }: Filter, course: Course): Generator<Message> {
  if (checkpointEvery === undefined || course.checkpoint <= course.told) return;
  course.told = course.checkpoint;
  yield { kind: 'checkpoint', position: course.checkpoint };
}

/** 23.10 says nothing of a stream that is missing, not even that it has caught up, until it is there (contract §1.7). */
export async function* subscribeStream(
  log: FakeLog,
  name: string,
  { from, line, signal }: SubscribeRequest,
): AsyncGenerator<Message> {
  let next = from === 'start' ? 0 : from === 'end' ? (log.stream(name)?.last ?? -1) + 1 : from + 1;
  yield CONFIRMATION;
  for (let live = from === 'end', told = false; !signal.aborted;) {
    const stream = log.stream(name);
    if (stream?.tombstone) {
      if (live) yield stream.tombstone;
      throw new Failed({ kind: 'streamDeleted', stream: name });
    }
    const missing = !stream || stream.last < 0 || stream.softDeleted;
    next = missing ? next : Math.max(next, stream.first);
    if (!missing && next <= stream.last) {
      const { last } = stream;
      yield stream.events[next++]!;
      if (!live || stream.last === last || stream.last - next < LIVE_EVENTS_MAX) continue;
      if (line === '23.10') throw new Failed({ kind: 'consumerTooSlow' });
      live = told = false;
      continue;
    }
    live ||= !missing || line !== '23.10';
    if (live && !told) {
      yield CAUGHT_UP;
      told = true;
      continue;
    }
    await log.appended(signal);
  }
}
