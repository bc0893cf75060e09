/** What the stream must be at: a revision, or one of the three words. */
export type Expected = 'any' | 'no_stream' | 'stream_exists' | number;

/** Revision of a stream that has no event. */
export const NO_EVENTS = -1;

/** What is known of the stream when an append arrives. */
export interface StreamState {
  /** Revision of the last event, or {@link NO_EVENTS}. */
  readonly last: number;
  readonly tombstoned: boolean;
  readonly softDeleted: boolean;
  readonly hasMetadata: boolean;
  /** Id of the event at a revision, undefined where there is none. */
  idAt(revision: number): string | undefined;
  /** Revision under which the memory of recent writes knows this id in this stream. */
  remembered(id: string): number | undefined;
}

export type Decision =
  | { readonly kind: 'write' }
  /** Nothing is written; these are the revisions of the first and of the last event of the request. */
  | { readonly kind: 'idempotent'; readonly first: number; readonly last: number }
  | { readonly kind: 'wrong'; readonly actual: number }
  | { readonly kind: 'deleted' };

const WRITE: Decision = { kind: 'write' };
const DELETED: Decision = { kind: 'deleted' };

/** What the server does with an append: contract §1.1 and §1.2, IndexWriter.CheckCommit of the server's source. */
export function decide(stream: StreamState, expected: Expected, ids: readonly string[]): Decision {
  if (stream.tombstoned) return DELETED;
  if (expected === 'stream_exists') {
    if (stream.softDeleted) return DELETED;
    if (stream.last === NO_EVENTS && !stream.hasMetadata) return wrong(stream);
  }
  if (expected === 'any' || expected === 'stream_exists') return weakly(stream, ids);
  const revision = expected === 'no_stream' ? NO_EVENTS : expected;
  if (revision < stream.last) return strongly(stream, revision, ids);
  return revision === stream.last ? WRITE : wrong(stream);
}

/** By the memory of recent writes: neither order nor contiguity is looked at. */
function weakly(stream: StreamState, ids: readonly string[]): Decision {
  const known: number[] = [];
  for (const id of ids) {
    const revision = stream.remembered(id);
    if (revision === undefined) return known.length === 0 ? WRITE : wrong(stream);
    known.push(revision);
  }
  return known.length === 0 ? WRITE : { kind: 'idempotent', first: known[0]!, last: known.at(-1)! };
}

/** By the slots that the request names: each must hold the id that the request has for it. */
function strongly(stream: StreamState, revision: number, ids: readonly string[]): Decision {
  let slot = revision;
  for (const id of ids) {
    slot += 1;
    if (stream.idAt(slot) === id) continue;
    const reopens = slot === revision + 1 && revision === NO_EVENTS && stream.softDeleted;
    return reopens ? WRITE : wrong(stream);
  }
  return slot === revision ? wrong(stream) : { kind: 'idempotent', first: revision + 1, last: slot };
}

function wrong(stream: StreamState): Decision {
  return { kind: 'wrong', actual: stream.last };
}
