import type { Recorded } from '#kernel';
import { StreamNotFound, type EventStore } from '#event-store';

/** Events kept over all streams: some 100 MB of facts at their usual size. */
const EVENTS_KEPT_MAX = 100_000;

/** Histories of the streams used last, oldest use dropped first. A kept history can be behind the log: appends notice by revision. */
export class StreamCache {
  private readonly streams = new Map<string, readonly Recorded[]>();
  private kept = 0;
  private readonly store: EventStore;

  constructor(store: EventStore) {
    this.store = store;
  }

  /** All events of a stream, as kept or as read; none for a stream that does not exist. */
  async load(stream: string): Promise<readonly Recorded[]> {
    const known = this.streams.get(stream);
    if (known) {
      this.streams.delete(stream);
      this.streams.set(stream, known);
      return known;
    }
    const events = await this.read(stream, 0n);
    this.keep(stream, events);
    return events;
  }

  /** Reads what came after `events`; true, and keeps it, if there was any. */
  async refresh(stream: string, events: readonly Recorded[]): Promise<boolean> {
    const more = await this.read(stream, BigInt(events.length));
    if (more.length === 0) return false;
    this.drop(stream);
    return true;
  }

  drop(stream: string): void {
    const known = this.streams.get(stream);
    if (!known) return;
    this.kept -= known.length;
    this.streams.delete(stream);
  }

  private keep(stream: string, events: readonly Recorded[]): void {
    if (events.length === 0) return;
    this.drop(stream);
    this.streams.set(stream, events);
    this.kept += events.length;
    for (const [oldest] of this.streams) {
      if (this.kept <= EVENTS_KEPT_MAX) return;
      this.drop(oldest);
    }
  }

  private async read(stream: string, from: bigint): Promise<Recorded[]> {
    const events: Recorded[] = [];
    try {
      for await (const event of this.store.readStream(stream, { from })) events.push(event);
    } catch (error) {
      if (!(error instanceof StreamNotFound)) throw error;
    }
    return events;
  }
}
