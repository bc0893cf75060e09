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
const ID_BYTES = 16;

/** An event in the log. Positions and revisions are numbers: a log in memory stays far below 2^53. */
export class LogRecord {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly isJson: boolean;
  /** Epoch milliseconds of the injected clock. */
  readonly created: number;
  readonly #slab: Buffer;
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
    this.type = event.type;
    this.isJson = event.isJson;
    this.#dataLength = event.data.length;
    this.#metadataLength = event.metadata.length;
    const id = Buffer.from(event.id.replaceAll('-', ''), 'hex');
    [this.#slab, this.#offset] = slabs.put([id, event.data, event.metadata]);
  }

  get id(): string {
    const hex = this.#slab.toString('hex', this.#offset, this.#offset + ID_BYTES);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  get data(): Uint8Array {
    const start = this.#offset + ID_BYTES;
    return this.#slab.subarray(start, start + this.#dataLength);
  }

  get metadata(): Uint8Array {
    const start = this.#offset + ID_BYTES + this.#dataLength;
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
  #current = Buffer.alloc(0);
  #used = 0;

  /** Where the parts now lie, one after the other. */
  put(parts: readonly Uint8Array[]): [slab: Buffer, offset: number] {
    const size = parts.reduce((sum, part) => sum + part.length, 0);
    if (this.#used + size > this.#current.length) {
      this.#current = Buffer.allocUnsafeSlow(Math.max(SLAB_BYTES, size));
      this.#used = 0;
    }
    const offset = this.#used;
    for (const part of parts) {
      this.#current.set(part, this.#used);
      this.#used += part.length;
    }
    return [this.#current, offset];
  }
}
