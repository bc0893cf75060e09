import type { Entry } from './entry.ts';
import type { FeedLimits } from './limits.ts';

/** The latest events of the log without a gap, for all readers together; so many events and bytes at most. */
export class Ring {
  private readonly limits: FeedLimits;
  private entries: Entry[] = [];
  private bytes = 0;
  /** Everything behind this position is here. */
  private start: bigint;
  /** Of the last event that came. */
  private end: bigint;

  constructor(start: bigint, limits: FeedLimits) {
    this.start = this.end = start;
    this.limits = limits;
  }

  get head(): bigint {
    return this.end;
  }

  reaches(position: bigint): boolean {
    return position >= this.start;
  }

  push(entries: readonly Entry[]): void {
    for (const entry of entries) {
      this.entries.push(entry);
      this.bytes += entry.frame.length;
      this.end = entry.position;
    }
    const { ringEventsMax, ringBytesMax } = this.limits;
    let out = 0;
    for (; this.entries.length - out > ringEventsMax || this.bytes > ringBytesMax; out++) {
      const entry = this.entries[out] as Entry;
      this.bytes -= entry.frame.length;
      this.start = entry.position;
    }
    this.entries.splice(0, out);
  }

  /** What came after a position that it reaches, with so many bytes at most, but for a single event that has more. */
  since(position: bigint, bytesMax: number): Entry[] {
    const from = this.firstAfter(position);
    let to = from;
    for (let bytes = 0; to < this.entries.length; to++) {
      bytes += (this.entries[to] as Entry).frame.length;
      if (bytes > bytesMax && to > from) break;
    }
    return this.entries.slice(from, to);
  }

  private firstAfter(position: bigint): number {
    let low = 0;
    for (let high = this.entries.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((this.entries[middle] as Entry).position <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
