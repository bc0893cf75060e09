/** What an append carries. Data and metadata are bytes; the log looks into them only where a stream's metadata is written. */
export interface ProposedEvent {
  /** Lower case, as the log compares and returns it. */
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** Bytes of a record beside names, data and metadata; what they are exactly no client may rely on. */
const RECORD_BYTES = 90;

/** An event in the log. Positions and revisions are numbers: a log in memory stays far below 2^53. */
export class LogRecord {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  /** Epoch milliseconds of the injected clock. */
  readonly created: number;
  readonly #slab: Uint8Array;
  readonly #offset: number;
  readonly #dataLength: number;
  readonly #metadataLength: number;

  constructor(
    event: ProposedEvent,
    place: Pick<LogRecord, 'position' | 'stream' | 'revision' | 'created'>,
    slabs: Slabs,
  ) {
    this.position = place.position;
    this.stream = place.stream;
    this.revision = place.revision;
    this.created = place.created;
    this.id = event.id;
    this.type = event.type;
    this.isJson = event.isJson;
    this.#dataLength = event.data.length;
    this.#metadataLength = event.metadata.length;
    [this.#slab, this.#offset] = slabs.put(event.data, event.metadata);
  }

  get data(): Uint8Array {
    return this.#slab.subarray(this.#offset, this.#offset + this.#dataLength);
  }

  get metadata(): Uint8Array {
    const start = this.#offset + this.#dataLength;
    return this.#slab.subarray(start, start + this.#metadataLength);
  }

  /** Where the next record begins. */
  get end(): number {
    const payload = this.#dataLength + this.#metadataLength;
    return this.position + RECORD_BYTES + this.stream.length + this.type.length + payload;
  }
}

const SLAB_BYTES = 1024 * 1024;

/** Packs the bytes of many events into few buffers: a million small events then cost little more than they weigh. */
export class Slabs {
  #current = new Uint8Array(0);
  #used = 0;

  /** Where the two parts now lie, one after the other. */
  put(data: Uint8Array, metadata: Uint8Array): [slab: Uint8Array, offset: number] {
    const size = data.length + metadata.length;
    if (this.#used + size > this.#current.length) {
      this.#current = new Uint8Array(Math.max(SLAB_BYTES, size));
      this.#used = 0;
    }
    const offset = this.#used;
    this.#current.set(data, offset);
    this.#current.set(metadata, offset + data.length);
    this.#used += size;
    return [this.#current, offset];
  }
}
