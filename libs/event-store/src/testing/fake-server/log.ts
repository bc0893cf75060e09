import { randomUUID } from 'node:crypto';
import { decide, NO_EVENTS, type Decision, type Expected } from './decide.ts';
import { RecentIds } from './recent-ids.ts';
import { LogRecord, Slabs, type ProposedEvent } from './records.ts';
import { DELETING_METADATA, reopeningMetadata, Stream } from './stream.ts';

/** A fresh log opens with records that no read shows: the first event does not stand at 0. */
const EPOCH_BYTES = 270;
/** What an append without events leaves behind. */
const EMPTY_BYTES = 90;
/** The revision of a tombstone, 2^63 - 1, as near as a number comes to it. */
export const TOMBSTONE_REVISION = Number.MAX_SAFE_INTEGER;
const NOTHING = new Uint8Array(0);

export interface AppendContext {
  readonly expected?: Expected;
  /** The memory of the server that takes the append. */
  readonly recent?: RecentIds;
  /** Epoch milliseconds. */
  readonly now?: number;
}

export type Appended =
  /** `position` is absent where the events were found already written, but reads do not show them any more (I9). */
  | { readonly kind: 'success'; readonly revision: number; readonly position?: number }
  /** The server throws over ids that it knows in an order too different from theirs, and the request is lost (I6). */
  | { readonly kind: 'unanswered' }
  | Exclude<Decision, { kind: 'write' | 'idempotent' }>;

export type Answered = Exclude<Appended, { kind: 'unanswered' }>;

/** An event as a test writes it down: data and metadata are JSON values. */
export interface PlainEvent {
  readonly stream: string;
  readonly type: string;
  readonly data?: unknown;
  readonly metadata?: unknown;
  readonly id?: string;
}

/** The log of a server or of a cluster, in memory: order, revisions, sparse positions, and who may append what. */
export class FakeLog {
  readonly #events: LogRecord[] = [];
  readonly #streams = new Map<string, Stream>();
  readonly #types = new Map<string, string>();
  readonly #slabs = new Slabs();
  readonly #listeners = new Set<() => void>();
  #end = EPOCH_BYTES;

  /** Every event in the order of the log, system events and hidden ones included. */
  get events(): readonly LogRecord[] {
    return this.#events;
  }

  /** Where the next record will stand. */
  get end(): number {
    return this.#end;
  }

  /** Of the last event, or -1. */
  get lastPosition(): number {
    return this.#events.at(-1)?.position ?? -1;
  }

  /** The stream, if anything was ever written to it or to its metadata. */
  stream(name: string): Stream | undefined {
    return this.#streams.get(name);
  }

  /** All or nothing, as {@link decide} says. */
  append(name: string, events: readonly ProposedEvent[], context: AppendContext = {}): Appended {
    const { expected = 'any', recent = new RecentIds(), now = 0 } = context;
    const stream = this.#streams.get(name);
    const decision = this.#decide(
      name,
      expected,
      recent,
      events.map(({ id }) => id),
    );
    if (decision.kind === 'idempotent') {
      if (decision.last < decision.first - 1) return { kind: 'unanswered' };
      const position = stream?.shows(decision.last) ? stream.events[decision.last]!.position : undefined;
      return { kind: 'success', revision: decision.last, ...(position !== undefined && { position }) };
    }
    if (decision.kind !== 'write') return decision;
    const first = (stream?.last ?? NO_EVENTS) + 1;
    const subject = name.startsWith('$$') ? name.slice(2) : name;
    const wasDeleted = this.#streams.get(subject)?.softDeleted ?? false;
    const reopensAt = subject === name ? first : (this.#streams.get(subject)?.last ?? NO_EVENTS) + 1;
    const position = this.#write(name, events, now);
    for (const [n, { id }] of events.entries()) recent.put(id, name, first + n);
    if (wasDeleted) this.#reopen(subject, reopensAt, now);
    this.#announce();
    return { kind: 'success', revision: first + events.length - 1, position };
  }

  /** Soft, by metadata that hides the stream until it is written to again, or for ever by a tombstone (contract §1.8). */
  delete(name: string, hard: boolean, { expected = 'any', now = 0 }: AppendContext = {}): Answered {
    const decision = this.#decide(name, expected, new RecentIds(), [randomUUID()]);
    if (decision.kind === 'wrong' || decision.kind === 'deleted') return decision;
    const stream = this.#streams.get(name);
    if (!hard && (!stream || (stream.last === NO_EVENTS && !stream.metadataRecord))) {
      return { kind: 'wrong', actual: NO_EVENTS };
    }
    const position = hard ? this.#bury(name, now) : this.#writeMetadata(name, DELETING_METADATA, now);
    this.#announce();
    return { kind: 'success', revision: NO_EVENTS, position };
  }

  /** Appends without a check, and announces it once: for a log of a million events, or with system events in it. */
  fill(count: number, event: (n: number) => PlainEvent, now = 0): void {
    for (let n = 0; n < count; n++) {
      const { stream, type, data = {}, metadata, id = randomUUID() } = event(n);
      this.#write(stream, [{ id, type, isJson: true, data: json(data), metadata: json(metadata) }], now);
    }
    this.#announce();
  }

  /** As records that no read shows: positions go on. */
  skip(bytes: number): void {
    this.#end += bytes;
  }

  /** As if the log had been restored from an older copy: only the first `count` events are left. For a stopped server. */
  truncateTo(count: number): void {
    this.#end = this.#events[count]?.position ?? this.#end;
    for (const record of this.#events.splice(count).reverse()) this.#forget(record);
  }

  /** Index in {@link events} of the first event at or after the position. */
  indexAt(position: number): number {
    let low = 0;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#events[middle]!.position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether a record begins or ends there; the server reads rubbish from any other place (contract §1.5). */
  isPlace(position: number): boolean {
    if (position <= 0 || position >= this.#end) return true;
    const index = this.indexAt(position);
    return this.#events[index]?.position === position || this.#events[index - 1]?.end === position;
  }

  /** Resolves at the next append, or when the signal is given. */
  appended(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.#listeners.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.#listeners.add(done);
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    });
  }

  #decide(name: string, expected: Expected, recent: RecentIds, ids: readonly string[]): Decision {
    const stream = this.#streams.get(name);
    const state = {
      last: stream?.last ?? NO_EVENTS,
      tombstoned: stream?.tombstone !== undefined,
      softDeleted: stream?.softDeleted ?? false,
      hasMetadata: stream?.metadataRecord !== undefined,
      idAt: (revision: number) => stream?.events[revision]?.id,
      remembered: (id: string) => recent.revisionIn(name, id),
    };
    return decide(state, expected, ids);
  }

  /** Position of the last event written. */
  #write(name: string, events: readonly ProposedEvent[], created: number): number {
    const stream = this.#open(name);
    let position = this.#end;
    if (events.length === 0) this.skip(EMPTY_BYTES);
    for (const event of events) {
      position = this.#end;
      const place = { position, stream: stream.name, revision: stream.last + 1, created };
      const record = new LogRecord({ ...event, type: this.#interned(event.type) }, place, this.#slabs);
      stream.events.push(record);
      this.#push(record);
    }
    if (name.startsWith('$$')) this.#open(name.slice(2)).setMetadata(stream.events.at(-1));
    return position;
  }

  #bury(name: string, created: number): number {
    const event = { id: randomUUID(), type: '$streamDeleted', isJson: false, data: NOTHING, metadata: NOTHING };
    const place = { position: this.#end, stream: name, revision: TOMBSTONE_REVISION, created };
    const record = new LogRecord(event, place, this.#slabs);
    this.#open(name).tombstone = record;
    this.#push(record);
    return record.position;
  }

  #writeMetadata(name: string, text: string, now: number): number {
    const event = { id: randomUUID(), type: '$metadata', isJson: true, data: Buffer.from(text), metadata: NOTHING };
    return this.#write(`$$${name}`, [event], now);
  }

  /** An append to a soft-deleted stream, or any metadata written for it, brings the stream back (contract §1.8). */
  #reopen(name: string, first: number, now: number): void {
    const metadata = reopeningMetadata(this.#open(name).metadataRecord, first);
    if (metadata !== undefined) this.#writeMetadata(name, metadata, now);
  }

  #push(record: LogRecord): void {
    this.#events.push(record);
    this.#end = record.end;
  }

  #forget(record: LogRecord): void {
    const stream = this.#open(record.stream);
    if (stream.tombstone === record) stream.tombstone = undefined;
    else stream.events.pop();
    if (record.stream.startsWith('$$')) this.#open(record.stream.slice(2)).setMetadata(stream.events.at(-1));
  }

  #open(name: string): Stream {
    let stream = this.#streams.get(name);
    if (!stream) this.#streams.set(name, (stream = new Stream(name)));
    return stream;
  }

  /** One string for all events of a type: those that come in requests are one each. */
  #interned(type: string): string {
    const known = this.#types.get(type);
    if (known === undefined) this.#types.set(type, type);
    return known ?? type;
  }

  #announce(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function json(value: unknown): Uint8Array {
  return value === undefined ? NOTHING : Buffer.from(JSON.stringify(value));
}
