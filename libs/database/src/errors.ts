/** The log is not the one that a file was built on: another store, a shorter log, or another event at the position. */
export class ForeignStore extends Error {
  override readonly name = 'ForeignStore';
  constructor(what: string, why: string) {
    super(`${what} was built on another log: ${why}; drop the views folder to build it anew from this one`);
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

/** Another projector, in this or another process, writes the views of this folder. */
export class ProjectorRunning extends Error {
  override readonly name = 'ProjectorRunning';
  constructor() {
    super('another projector writes these views');
  }
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
