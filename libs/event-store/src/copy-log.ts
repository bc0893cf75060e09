import { digestOfText, leafDigest, type Digest, type StoredEvent } from '#kernel';
import type { CopyTarget } from './copy.ts';
import { CopyDiffers, CopyRefused, CopyStopped } from './errors.ts';
import { APPEND_BYTES_MAX, type EventStore } from './port.ts';

/** How far a copy is. */
export interface CopyProgress {
  readonly phase: 'comparing' | 'copying' | 'verifying';
  /** Events done in this phase. */
  readonly events: number;
  /** Position in the log that is read in this phase, and where that log ends. */
  readonly position: bigint;
  readonly end: bigint;
}

/** What was found the same on both sides. */
export interface CopyProof {
  readonly events: number;
  readonly streams: number;
  /** Over all events in the order of the log. */
  readonly digest: Digest;
}

export interface CopyOptions {
  readonly source: EventStore;
  readonly target: CopyTarget;
  /** The last event to be copied, by its position in the source. Default: whatever is appended until the end. */
  readonly upTo?: bigint;
  readonly onProgress?: (progress: CopyProgress) => void;
  /** Ends the copy between two appends; what is there stays, and the same copy goes on from there. */
  readonly signal?: AbortSignal;
}

/** Events of one stream that stand side by side in the log go over in one append, up to so many. */
const EVENTS_PER_APPEND_MAX = 100;
/** Room for what an append weighs besides data and metadata. */
const BYTES_PER_APPEND_MAX = APPEND_BYTES_MAX - 64 * 1024;
const BYTES_PER_EVENT = 256;
const STREAMS_NAMED_MAX = 10;

/**
 * Copies a log, in its order and with everything its events are, so that `seq`, `recordedAt` and every answer by `knownAt`
 * are the same on both; goes on where it was stopped; and ends with a comparison of both, event by event and stream by stream.
 * What is appended to the source meanwhile is copied too. Throws CopyRefused for a target that holds something else or is the source,
 * CopyDiffers where the two are not the same, CopyStopped on the signal.
 */
export async function copyLog(options: CopyOptions): Promise<CopyProof> {
  const { source, target } = options;
  if (source.storeId === target.storeId) throw new CopyRefused('it is the same log');
  await target.beginCopy(source.storeId);
  let after = await compare(options);
  for (;;) {
    after = await copyAfter(after, options);
    const proof = await verify(after, options);
    if (options.upTo === undefined && ((await source.readLast())?.position ?? 0n) > after) continue;
    await target.endCopy(proof);
    return proof;
  }
}

/** Position in the source of the last event that the target has already. Throws CopyDiffers at the first that is another one. */
async function compare({ source, target, onProgress, signal }: CopyOptions): Promise<bigint> {
  const end = (await target.readLast())?.position ?? 0n;
  const theirs = source.readAll()[Symbol.asyncIterator]();
  let last = 0n;
  let events = 0;
  try {
    for await (const there of target.readAll()) {
      goOn(signal, events);
      const { value: event } = (await theirs.next()) as { value: StoredEvent | undefined };
      if (!event || leafDigest(event) !== leafDigest(there)) throw new CopyDiffers(`event ${events + 1}, ${there.id}`);
      last = event.position;
      onProgress?.({ phase: 'comparing', events: ++events, position: there.position, end });
    }
  } finally {
    await theirs.return?.();
  }
  return last;
}

/** Copies what comes after a position; answers the last one copied. */
async function copyAfter(after: bigint, { source, target, upTo, onProgress, signal }: CopyOptions): Promise<bigint> {
  const end = upTo ?? (await source.readLast())?.position ?? 0n;
  let group: StoredEvent[] = [];
  let bytes = 0;
  let events = 0;
  let last = after;
  const flush = async () => {
    const [first] = group;
    if (!first) return;
    await target.appendCopies(first.stream, group, first.revision === 0n ? 'none' : first.revision - 1n);
    events += group.length;
    last = group.at(-1)?.position ?? last;
    [group, bytes] = [[], 0];
    onProgress?.({ phase: 'copying', events, position: last, end });
  };
  for await (const event of source.readAll({ after })) {
    goOn(signal, events);
    if (upTo !== undefined && event.position > upTo) break;
    const weight = BYTES_PER_EVENT + Buffer.byteLength(JSON.stringify([event.data, event.metadata]));
    const isFull = group.length === EVENTS_PER_APPEND_MAX || bytes + weight > BYTES_PER_APPEND_MAX;
    if (isFull || group[0]?.stream !== event.stream) await flush();
    group.push(event);
    bytes += weight;
  }
  await flush();
  return last;
}

/** Compares counts and digests of both logs, up to a position of the source. Throws CopyDiffers. */
async function verify(upTo: bigint, { source, target, onProgress, signal }: CopyOptions): Promise<CopyProof> {
  const told = (position: bigint, end: bigint, events: number) => {
    goOn(signal, events);
    onProgress?.({ phase: 'verifying', events, position, end });
  };
  const from = await inventory(source, upTo, told);
  const to = await inventory(target, undefined, told);
  const differing = [...new Set([...from.streams.keys(), ...to.streams.keys()])].filter(
    (stream) => from.streams.get(stream) !== to.streams.get(stream),
  );
  if (differing.length > 0) {
    const named = differing.slice(0, STREAMS_NAMED_MAX).join(', ');
    throw new CopyDiffers(`${differing.length} streams: ${named}${differing.length > STREAMS_NAMED_MAX ? ', …' : ''}`);
  }
  if (from.digest !== to.digest || from.events !== to.events) throw new CopyDiffers('the order of the events');
  return { events: from.events, streams: from.streams.size, digest: from.digest };
}

interface Inventory {
  readonly events: number;
  readonly digest: Digest;
  /** By stream: how many events, and the digest of all of them. */
  readonly streams: ReadonlyMap<string, string>;
}

async function inventory(
  store: EventStore,
  upTo: bigint | undefined,
  told: (position: bigint, end: bigint, events: number) => void,
): Promise<Inventory> {
  const end = upTo ?? (await store.readLast())?.position ?? 0n;
  const streams = new Map<string, string>();
  let digest = digestOfText('');
  let events = 0;
  for await (const event of store.readAll()) {
    if (event.position > end) break;
    const leaf = leafDigest(event);
    digest = digestOfText(digest + leaf);
    // The revision says how many there are, and the count stands before the digest.
    streams.set(event.stream, `${event.revision + 1n} ${digestOfText((streams.get(event.stream) ?? '') + leaf)}`);
    told(event.position, end, ++events);
  }
  return { events, digest, streams };
}

function goOn(signal: AbortSignal | undefined, events: number): void {
  if (signal?.aborted) throw new CopyStopped(events);
}
