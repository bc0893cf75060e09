import { Worker } from 'node:worker_threads';

/** Statements written to a file after which its write-ahead log is moved into it. */
const STATEMENTS_PER_CHECKPOINT = 5_000;

/** Plain JavaScript in a text, so that it runs from the sources, from the build and in tests alike. */
const PROGRAM = `
  const { parentPort } = require('node:worker_threads');
  const { DatabaseSync } = require('node:sqlite');
  const open = new Map();
  parentPort.on('message', ({ file, end }) => {
    try {
      if (end) {
        open.get(file)?.close();
        open.delete(file);
      } else {
        if (!open.has(file)) {
          open.set(file, new DatabaseSync(file, { timeout: 0 }));
          open.get(file).exec('PRAGMA synchronous = NORMAL');
        }
        open.get(file).exec('PRAGMA wal_checkpoint(PASSIVE)');
      }
    } catch {
      // The writer's own checkpoint, at its much higher limit, says what is wrong with the file.
    }
    parentPort.postMessage({ file, end });
  });
`;

/**
 * Moves write-ahead logs into their files on a thread of its own: that is where a commit would wait for the disk, and while
 * the projector waits no event becomes visible.
 */
export class Checkpointer {
  private worker: Worker | undefined;
  private readonly written = new Map<string, number>();
  private readonly underway = new Set<string>();
  private readonly leaving = new Map<string, () => void>();

  /** Said after each commit: so many statements went into the file. */
  wrote(file: string, statements: number): void {
    const written = (this.written.get(file) ?? 0) + statements;
    const due = written >= STATEMENTS_PER_CHECKPOINT && !this.underway.has(file);
    this.written.set(file, due ? 0 : written);
    if (!due) return;
    this.underway.add(file);
    this.running().postMessage({ file, end: false });
  }

  /** Lets go of a file; resolves when it is closed here. */
  async leave(file: string): Promise<void> {
    if (!this.worker || !this.written.delete(file)) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.leaving.set(file, resolve);
    this.worker.postMessage({ file, end: true });
    await promise;
  }

  async close(): Promise<void> {
    await Promise.all([...this.written.keys()].map((file) => this.leave(file)));
    await this.worker?.terminate();
    this.worker = undefined;
  }

  private running(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(PROGRAM, { eval: true, execArgv: [] });
    worker.unref();
    worker.on('message', ({ file, end }: { readonly file: string; readonly end: boolean }) => {
      if (!end) this.underway.delete(file);
      else this.leaving.get(file)?.();
    });
    this.worker = worker;
    return worker;
  }
}
