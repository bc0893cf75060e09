/** Why a server cannot be used. Stable: readiness, logs and guides name them. */
export type ServerTrouble =
  /** The connection string is none, or a file that it names cannot be read. */
  | 'InvalidUrl'
  /** Nobody answers there, or a cluster has no leader. */
  | 'Unreachable'
  /** The server's certificate is of no authority that is trusted here, or of another name. */
  | 'CertificateNotTrusted'
  /** One side speaks TLS and the other one does not. */
  | 'TlsMismatch'
  | 'WrongCredentials'
  /** The account may not read the whole log. */
  | 'NoRightOnAll'
  /** The account may not read or write a stream. */
  | 'NoRight'
  | 'TooOld'
  /** Nobody has made a log there yet, and this process was to read only. */
  | 'NoLog'
  /** What the server holds was not written by this program, or was deleted behind its back. */
  | 'NotOurs'
  /** Where the log was there is another one now: the server was restored or swapped. */
  | 'AnotherLog';

/**
 * The file or server is no log of ours, or cannot be opened: nothing was changed. The cause is the system's own error.
 * A server's trouble is said by `reason`; no message has a user or password in it.
 */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable';
  readonly reason: ServerTrouble | undefined;
  constructor(message: string, { reason, ...options }: ErrorOptions & { readonly reason?: ServerTrouble } = {}) {
    super(message, options);
    this.reason = reason;
  }
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

/** A log that is being filled with a copy of another one, or was left half way: it is not all of it yet. */
export class StoreIncomplete extends Error {
  override readonly name = 'StoreIncomplete';
  constructor(what: string) {
    super(
      `${what} is an unfinished copy of another log; run the same migrate-store again, it goes on where it stopped`,
    );
  }
}

/** A log that no copy may be put into. Nothing was written. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
  constructor(why: string) {
    super(`the log takes no copy: ${why}`);
  }
}

/** A copy and its source are not the same. */
export class CopyDiffers extends Error {
  override readonly name = 'CopyDiffers';
  constructor(where: string) {
    super(`the copy is not what was copied: ${where}`);
  }
}

/** A copy was told to stop; the same one goes on from there. */
export class CopyStopped extends Error {
  override readonly name = 'CopyStopped';
  readonly events: number;
  constructor(events: number) {
    super(`stopped after ${events} events`);
    this.events = events;
  }
}

/** The log in a backup is not whole. */
export class LogDamaged extends Error {
  override readonly name = 'LogDamaged';
  constructor(why: string, options?: ErrorOptions) {
    super(`the log is damaged: ${why}`, options);
  }
}
