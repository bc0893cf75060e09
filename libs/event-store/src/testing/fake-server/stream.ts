import { NO_EVENTS } from './decide.ts';
import type { LogRecord } from './records.ts';

/** `$tb` of a soft-deleted stream, as the server writes it: the largest revision there could be (contract §1.8). */
const DELETED = 9_223_372_036_854_775_807n;
const EMPTY: StreamMetadata = { truncateBefore: 0, maxCount: Infinity, softDeleted: false };

/** Of a stream's metadata what reads go by. `$maxAge` and `$acl` are not kept here. */
interface StreamMetadata {
  readonly truncateBefore: number;
  readonly maxCount: number;
  readonly softDeleted: boolean;
}

/** A stream and what its metadata hides of it. */
export class Stream {
  readonly name: string;
  readonly events: LogRecord[] = [];
  /** The last event of its metastream, if it has one. */
  metadataRecord: LogRecord | undefined;
  tombstone: LogRecord | undefined;
  #metadata = EMPTY;

  constructor(name: string) {
    this.name = name;
  }

  /** Revision of the last event, whether reads show it or not. */
  get last(): number {
    return this.events.length === 0 ? NO_EVENTS : this.events.length - 1;
  }

  get softDeleted(): boolean {
    return this.#metadata.softDeleted;
  }

  /** Revision of the first event that reads show. */
  get first(): number {
    return Math.max(this.#metadata.truncateBefore, this.last - this.#metadata.maxCount + 1);
  }

  shows(revision: number): boolean {
    return !this.tombstone && !this.softDeleted && revision >= this.first && revision <= this.last;
  }

  /** `record` is the last event of the metastream, or absent where it has none. */
  setMetadata(record: LogRecord | undefined): void {
    this.metadataRecord = record;
    this.#metadata = record ? parsed(record.data) : EMPTY;
  }
}

/** The text of the metadata that soft-deletes a stream; it replaces all there was. */
export const DELETING_METADATA = `{"$tb":${DELETED}}`;

/** The same metadata, with the stream beginning anew at the revision; undefined where it is malformed. */
export function reopeningMetadata(record: LogRecord | undefined, revision: number): string | undefined {
  try {
    const metadata = JSON.parse(Buffer.from(record!.data).toString()) as Record<string, unknown>;
    return JSON.stringify({ ...metadata, $tb: revision });
  } catch {
    return undefined;
  }
}

/** Malformed metadata, or a number beyond 64 bits in it, counts as none at all (contract §1.8). */
function parsed(data: Uint8Array): StreamMetadata {
  try {
    const metadata = JSON.parse(Buffer.from(data).toString(), wholeNumbers) as Record<string, unknown>;
    const { $tb, $maxCount } = metadata;
    return {
      softDeleted: $tb === DELETED,
      truncateBefore: typeof $tb === 'bigint' ? Number($tb) : 0,
      maxCount: typeof $maxCount === 'bigint' ? Number($maxCount) : Infinity,
    };
  } catch {
    return EMPTY;
  }
}

/** Numbers by their text: as a double the revision that marks a deleted stream looks like others. */
function wholeNumbers(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || !Number.isInteger(value)) return value;
  const whole = BigInt(context?.source ?? value);
  if (whole > DELETED) throw new RangeError('beyond 64 bits');
  return whole;
}
