const CACHE_BYTES = 8 * 1024 * 1024;
/** Id, revision and pointer, as the server counts them (IndexWriter); the name of the stream comes on top. */
const ENTRY_BYTES = 16 + 4 + 8;

interface Entry {
  readonly stream: string;
  readonly revision: number;
}

/**
 * The ids of recent writes, 8 MiB of them, first in, first out (contract §1.2). It dies with the server. An id keeps
 * its *first* owner: the same id in another stream is not remembered for that one (I10).
 */
export class RecentIds {
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;

  put(id: string, stream: string, revision: number): void {
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= CACHE_BYTES) break;
      this.#entries.delete(oldest);
      this.#bytes -= size(entry.stream);
    }
    if (this.#entries.has(id)) return;
    this.#entries.set(id, { stream, revision });
    this.#bytes += size(stream);
  }

  revisionIn(stream: string, id: string): number | undefined {
    const entry = this.#entries.get(id);
    return entry?.stream === stream ? entry.revision : undefined;
  }
}

function size(stream: string): number {
  return ENTRY_BYTES + 2 * stream.length;
}
