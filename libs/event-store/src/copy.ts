import type { StoredEvent } from '#kernel';
import type { EventStore, ExpectedRevision } from './port.ts';

/**
 * A log that is being filled with a copy of another one. Until the copy is verified nobody else can open it.
 * What `appendCopies` was given may wait to be written, at most until the next read, `endCopy` or `close`.
 */
export interface CopyTarget extends EventStore {
  /** Marks the log as a copy of `from`, or goes on with one. Throws CopyRefused where the log holds anything else. */
  beginCopy(from: string): Promise<void>;
  /** Appends events as they are: ids, types, data and the whole metadata. All or nothing. Throws as `append` does. */
  appendCopies(stream: string, events: readonly StoredEvent[], expected: ExpectedRevision): Promise<void>;
  /** The copy is whole and compared: from now on the log is one like any other, and `from` is among its `formerIds`. */
  endCopy(proof: { readonly events: number; readonly digest: string }): Promise<void>;
}
