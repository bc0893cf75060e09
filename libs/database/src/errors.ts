/** The log is not the one that the views were built on: another store, a shorter log, or another event at the position. */
export class ForeignStore extends Error {
  override readonly name = 'ForeignStore';
  constructor(what: string, why: string) {
    super(
      `${what} was built on another log: ${why}; if this log is the right one, drop the views to build them anew from it`,
    );
  }
}

/** The first build of the view is not done, so there is nothing to ask. */
export class ViewNotReady extends Error {
  override readonly name = 'ViewNotReady';
  readonly view: string;
  constructor(view: string) {
    super(`the view ${view} is not built yet`);
    this.view = view;
  }
}

/** Another projector, in this or another process, writes these views. */
export class ProjectorRunning extends Error {
  override readonly name = 'ProjectorRunning';
  constructor() {
    super('another projector writes these views');
  }
}

/** Another projector has taken over since this one got the right to write: nothing more is written by this one. */
export class ProjectorReplaced extends Error {
  override readonly name = 'ProjectorReplaced';
  constructor() {
    super('another projector has taken over these views');
  }
}

/** The database does not answer, or not now: worth another try later. Messages name host, port and database, never a password. */
export class DatabaseUnavailable extends Error {
  override readonly name: string = 'DatabaseUnavailable';
  /** `unknown`: the connection was lost while it committed, so it may have been written. */
  readonly outcome: 'none' | 'unknown';
  constructor(message: string, outcome: 'none' | 'unknown' = 'none') {
    super(message);
    this.outcome = outcome;
  }
}

/** Trying again does not help before somebody has changed the URL, the user's rights or the server. */
export class DatabaseUnusable extends DatabaseUnavailable {
  override readonly name = 'DatabaseUnusable';
}

/** What is on the disk is no database any more, or a part of it is not. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** A view's definition that the engine cannot run. */
export class InvalidView extends Error {
  override readonly name = 'InvalidView';
}

/** A list of migrations that is no valid history, or one that changed after it was applied. */
export class InvalidMigrations extends Error {
  override readonly name = 'InvalidMigrations';
}

/** The kept tables were migrated by a newer program; this one would not understand them. */
export class KeptTooNew extends Error {
  override readonly name = 'KeptTooNew';
  readonly found: number;
  readonly known: number;
  constructor(found: number, known: number) {
    super(`the kept tables are at migration ${found}, this program knows only ${known}`);
    this.found = found;
    this.known = known;
  }
}
