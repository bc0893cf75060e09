import { fold, type Decider, type Event, type Recorded } from '#kernel';
import { StreamNotFound, type EventStore } from '#event-store';

/** Events kept over all streams, each stream counting as one more: some 200 MB of facts at their usual size. */
const EVENTS_KEPT_MAX = 200_000;

type Folding = Pick<Decider<unknown, never, Event>, 'initial' | 'evolve'>;

/** All events of a stream as far as they were read, and the states that follow from them. */
export class History {
  readonly events: readonly Recorded[];
  private readonly states = new Map<Folding, unknown>();

  constructor(events: readonly Recorded[]) {
    this.events = events;
  }

  /** The revision of the last event; -1n where there is none. */
  get revision(): bigint {
    return BigInt(this.events.length) - 1n;
  }

  state(decider: Folding): unknown {
    if (!this.states.has(decider)) this.states.set(decider, fold(decider, this.events));
    return this.states.get(decider);
  }

  /** The history with what came after it: its states are carried on, not folded anew. */
  followedBy(more: readonly Recorded[]): History {
    const longer = new History([...this.events, ...more]);
    for (const [decider, state] of this.states) {
      longer.states.set(
        decider,
        more.reduce((before, event) => decider.evolve(before, event), state),
      );
    }
    return longer;
  }
}

interface Kept {
  readonly history: History;
  /** Whether more is known to have come: up to this revision, where that is known too. */
  readonly behind?: { readonly head: bigint | undefined };
}

/** Histories of the streams used last, oldest use dropped first. A kept history can be behind the log: appends notice by revision. */
export class StreamCache {
  private readonly streams = new Map<string, Kept>();
  private kept = 0;
  private readonly store: EventStore;

  constructor(store: EventStore) {
    this.store = store;
  }

  /** A stream as kept or as read; an empty history for one that does not exist. */
  async load(stream: string): Promise<History> {
    const known = this.streams.get(stream);
    if (known && !known.behind) {
      this.streams.delete(stream);
      this.streams.set(stream, known);
      return known.history;
    }
    const before = known?.history ?? new History([]);
    const more = await this.read(stream, before, known?.behind?.head);
    return this.keep(stream, more.length === 0 ? before : before.followedBy(more));
  }

  /** Reads what came after a history; true, and the next load has it, if there was any. */
  async refresh(stream: string, history: History): Promise<boolean> {
    const more = await this.read(stream, history, undefined);
    if (more.length === 0) return false;
    this.keep(stream, history.followedBy(more));
    return true;
  }

  /** Takes over what was appended to a history, so that nothing of it need be read. */
  appended(stream: string, history: History, events: readonly Recorded[]): void {
    const known = this.streams.get(stream);
    if (history.revision < 0n ? known === undefined : known?.history === history && !known.behind) {
      this.keep(stream, history.followedBy(events));
    } else this.grew(stream);
  }

  /** Says that a stream has grown, up to `head` where that is known: the next load reads what came. */
  grew(stream: string, head?: bigint): void {
    const known = this.streams.get(stream);
    if (!known || (head !== undefined && head <= known.history.revision)) return;
    this.streams.set(stream, { history: known.history, behind: { head } });
  }

  private keep(stream: string, history: History): History {
    this.drop(stream);
    if (history.events.length === 0) return history;
    this.streams.set(stream, { history });
    this.kept += history.events.length + 1;
    for (const [oldest] of this.streams) {
      if (this.kept <= EVENTS_KEPT_MAX) break;
      this.drop(oldest);
    }
    return history;
  }

  private drop(stream: string): void {
    const known = this.streams.get(stream);
    if (!known) return;
    this.kept -= known.history.events.length + 1;
    this.streams.delete(stream);
  }

  private async read(stream: string, after: History, head: bigint | undefined): Promise<Recorded[]> {
    const events: Recorded[] = [];
    const limit = head === undefined ? {} : { limit: Number(head - after.revision) };
    try {
      for await (const event of this.store.readStream(stream, { from: after.revision + 1n, ...limit }))
        events.push(event);
    } catch (error) {
      if (!(error instanceof StreamNotFound)) throw error;
    }
    return events;
  }
}
