/** What an append carries. Data and metadata are bytes; the log does not look into them. */
export interface ProposedEvent {
  /** Lower case, as the log compares and returns it. */
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

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
  readonly #bytes: Uint8Array;
  readonly #offset: number;
  readonly #dataLength: number;
  readonly #metadataLength: number;

  constructor(
    event: ProposedEvent,
    place: { position: number; stream: string; revision: number; created: number },
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
    const [bytes, offset] = slabs.put(event.data, event.metadata);
    this.#bytes = bytes;
    this.#offset = offset;
  }

  get data(): Uint8Array {
    return this.#bytes.subarray(this.#offset, this.#offset + this.#dataLength);
  }

  get metadata(): Uint8Array {
    const start = this.#offset + this.#dataLength;
    return this.#bytes.subarray(start, start + this.#metadataLength);
  }
}

const SLAB_BYTES = 1024 * 1024;

/** Packs the bytes of many events into few buffers: a million small events then cost what they weigh. */
export class Slabs {
  #current = new Uint8Array(0);
  #used = 0;

  /** Where the two parts now lie, one after the other. */
  put(data: Uint8Array, metadata: Uint8Array): [bytes: Uint8Array, offset: number] {
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
