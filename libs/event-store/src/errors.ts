/** The file or server is no log of ours, or cannot be opened: nothing was changed. The cause is SQLite's or the system's own error. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable';
}

/** A later version of the program wrote this log; this one would not understand all of it, so it does not touch it. */
export class StoreTooNew extends Error {
  override readonly name = 'StoreTooNew';
  readonly found: number;
  readonly known: number;
  constructor(file: string, found: number, known: number) {
    super(
      `${file} has format ${found}; this program knows formats up to ${known}. Use the newer program that wrote it`,
    );
    this.found = found;
    this.known = known;
  }
}

/** An append through a store that was opened to read only. */
export class StoreReadOnly extends Error {
  override readonly name = 'StoreReadOnly';
  constructor() {
    super('the event store was opened read-only');
  }
}

/**
 * A read or subscription was to go on after a position that the log has not reached. The position comes from another log
 * (a file that was swapped or restored): waiting for the log to grow would skip every event up to there without a word.
 */
export class PositionBeyondLog extends Error {
  override readonly name = 'PositionBeyondLog';
  readonly after: bigint;
  readonly last: bigint;
  constructor(after: bigint, last: bigint) {
    super(
      `the log ends at position ${last}, so ${after} is no position of this log: was the file swapped or restored?`,
    );
    this.after = after;
    this.last = last;
  }
}

/** A token that another log gave out, or that no log did. */
export class ForeignPosition extends Error {
  override readonly name = 'ForeignPosition';
}
