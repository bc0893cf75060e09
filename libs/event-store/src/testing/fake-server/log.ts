import { randomUUID } from 'node:crypto';
import { decide, NO_EVENTS, type Expected, type StreamState } from './decide.ts';
import { RecentIds } from './recent-ids.ts';
import { LogRecord, Slabs, type ProposedEvent } from './records.ts';

export type Appended =
  /** `position` is absent where the events were found already written but are not readable any more (I9). */
  | { readonly kind: 'success'; readonly revision: number; readonly position?: number }
  | { readonly kind: 'wrong'; readonly actual: number }
  | { readonly kind: 'deleted' };

/** Bytes of a record beside names, data and metadata; what they are exactly no client may rely on. */
const RECORD_BYTES = 90;
/** A fresh log opens with an epoch record, which no read shows: the first event does not stand at 0. */
const EPOCH_BYTES = 3 * RECORD_BYTES;
const TOMBSTONE_REVISION = 2 ** 63;

/** What the server keeps per stream. */
interface Stream {
  readonly events: LogRecord[];
  /** `$tb` of its metadata: events before it are hidden; {@link TOMBSTONE_REVISION} for a soft-deleted stream. */
  truncateBefore: number;
  tombstoned: boolean;
}

/** The log of a server or of a cluster, in memory: order, revisions, sparse positions, and who may append what. */
export class FakeLog {
  /** Every event in the order of the log. */
  readonly events: LogRecord[] = [];
  readonly #streams = new Map<string, Stream>();
  readonly #slabs = new Slabs();
  readonly #types = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  #end = EPOCH_BYTES;

  /** All or nothing. `recent` is the memory of the server that takes the append. */
  append(
    name: string,
    events: readonly ProposedEvent[],
    {
      expected = 'any',
      recent = new RecentIds(),
      now = 0,
    }: { expected?: Expected; recent?: RecentIds; now?: number } = {},
  ): Appended {
    const stream = this.#streams.get(name);
    const state = this.#state(name, stream, recent);
    const ids = events.map((event) => event.id);
    const decision = decide(state, expected, ids);
    if (decision.kind === 'idempotent') {
      const found = state.softDeleted ? undefined : stream?.events[decision.last];
      return { kind: 'success', revision: decision.last, ...(found && { position: found.position }) };
    }
    if (decision.kind !== 'write') return decision;
    const last = this.#write(name, events, now);
    for (const [n, id] of ids.entries()) recent.put(id, name, state.last + 1 + n);
    if (state.softDeleted) this.#setMetadata(name, { $tb: state.last + 1 }, now);
    this.#notify();
    return { kind: 'success', revision: state.last + events.length, position: last };
  }

  /** Events of the stream that reads show, or why there are none. */
  stream(name: string): 'missing' | 'deleted' | { readonly events: readonly LogRecord[]; readonly first: number } {
    const stream = this.#streams.get(name);
    if (stream?.tombstoned) return 'deleted';
    if (!stream || stream.events.length === 0 || stream.truncateBefore === TOMBSTONE_REVISION) return 'missing';
    return { events: stream.events, first: stream.truncateBefore };
  }

  /** Index in {@link events} of the first event at or after the position. */
  indexAt(position: number): number {
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.events[middle]!.position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Where the next record will stand. */
  get end(): number {
    return this.#end;
  }

  /** Calls back after each append until the returned function is called. */
  onAppend(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #write(name: string, events: readonly ProposedEvent[], created: number): number {
    let stream = this.#streams.get(name);
    if (!stream) this.#streams.set(name, (stream = { events: [], truncateBefore: 0, tombstoned: false }));
    let position = this.#end;
    for (const event of events) {
      position = this.#end;
      const place = { position, stream: name, revision: stream.events.length, created };
      const record = new LogRecord({ ...event, type: this.#interned(event.type) }, place, this.#slabs);
      stream.events.push(record);
      this.events.push(record);
      this.#end += RECORD_BYTES + name.length + event.type.length + event.data.length + event.metadata.length;
    }
    return position;
  }

  #state(name: string, stream: Stream | undefined, recent: RecentIds): StreamState {
    const events = stream?.events ?? [];
    return {
      last: events.length === 0 ? NO_EVENTS : events.length - 1,
      tombstoned: stream?.tombstoned ?? false,
      softDeleted: stream?.truncateBefore === TOMBSTONE_REVISION,
      hasMetadata: this.#streams.has(`$$${name}`),
      idAt: (revision) => events[revision]?.id,
      remembered: (id) => recent.revisionIn(name, id),
    };
  }

  #setMetadata(name: string, metadata: { $tb?: number }, now: number): void {
    const data = Buffer.from(JSON.stringify(metadata));
    this.#write(
      `$$${name}`,
      [{ id: randomUUID(), type: '$metadata', isJson: true, data, metadata: new Uint8Array(0) }],
      now,
    );
    const stream = this.#streams.get(name);
    if (stream) stream.truncateBefore = metadata.$tb ?? 0;
  }

  #interned(type: string): string {
    const known = this.#types.get(type);
    if (known !== undefined) return known;
    this.#types.set(type, type);
    return type;
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}
