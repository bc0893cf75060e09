import { Worker } from 'node:worker_threads';

/** Statements written to a file after which its write-ahead log is moved into it. */
const STATEMENTS_PER_CHECKPOINT = 5_000;

/** Plain JavaScript in a text, so that it runs from the sources, from the build and in tests alike. */
const PROGRAM = `
  const { parentPort } = require('node:worker_threads');
  const { DatabaseSync } = require('node:sqlite');
  const open = new Map();
  parentPort.on('message', ({ id, file, sql }) => {
    try {
      if (sql === undefined) {
        open.get(file)?.close();
        open.delete(file);
      } else {
        if (!open.has(file)) {
          open.set(file, new DatabaseSync(file, { timeout: 5000 }));
          open.get(file).exec('PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384');
        }
        open.get(file).exec(sql);
      }
      parentPort.postMessage({ id });
    } catch (error) {
      parentPort.postMessage({ id, error });
    }
  });
`;

/**
 * A thread beside the projector's, for what takes long in SQLite itself: a commit that waits for the disk while it moves the
 * write-ahead log, or a new index. While the projector waits, no event becomes visible.
 */
export class AsideThread {
  private worker: Worker | undefined;
  private readonly written = new Map<string, number>();
  private readonly underway = new Map<
    number,
    { readonly resolve: () => void; readonly reject: (error: unknown) => void }
  >();
  private lastId = 0;

  /** Said after each commit: so many statements went into the file. Every so often its write-ahead log is moved. */
  wrote(file: string, statements: number): void {
    const written = (this.written.get(file) ?? 0) + statements;
    if (written < STATEMENTS_PER_CHECKPOINT) {
      this.written.set(file, written);
      return;
    }
    // Not counted until it is done, so that there is never more than one. If it fails, the writer's own checkpoint, at its
    // much higher limit, says what is wrong with the file.
    this.written.set(file, Number.NEGATIVE_INFINITY);
    const again = (): void => void (this.written.has(file) && this.written.set(file, 0));
    this.ask(file, 'PRAGMA wal_checkpoint(PASSIVE)').then(again, again);
  }

  /** Runs one statement on a file, in a transaction of its own. */
  async run(file: string, sql: string): Promise<void> {
    if (!this.written.has(file)) this.written.set(file, 0);
    await this.ask(file, sql);
  }

  /** Lets go of a file; resolves when it is closed here. */
  async leave(file: string): Promise<void> {
    if (this.written.delete(file) && this.worker) await this.ask(file, undefined);
  }

  async close(): Promise<void> {
    await Promise.all([...this.written.keys()].map((file) => this.leave(file)));
    await this.worker?.terminate();
    this.worker = undefined;
  }

  private ask(file: string, sql: string | undefined): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const id = ++this.lastId;
    this.underway.set(id, { resolve, reject });
    this.running().postMessage({ id, file, sql });
    return promise;
  }

  private running(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(PROGRAM, { eval: true, execArgv: [] });
    worker.unref();
    worker.on('message', ({ id, error }: { readonly id: number; readonly error?: unknown }) => {
      const asked = this.underway.get(id);
      this.underway.delete(id);
      if (error === undefined) asked?.resolve();
      else asked?.reject(error);
    });
    this.worker = worker;
    return worker;
  }
}
