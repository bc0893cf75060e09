import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const SCRIPT = new URL('./appending.child.ts', import.meta.url);
const NODE_FLAGS = ['--conditions=source', '--disable-warning=ExperimentalWarning'];

/** Somebody else who has the same log open, for the tests. */
export interface Other {
  /** Appends an event of each size at once, so many times over; the last results are 'ok' or the error's name. */
  append(sizes: readonly number[], times?: number): Promise<string[]>;
  /** Lets it end by itself; answers its exit code. */
  end(): Promise<number | null>;
}

/** A process of its own. `blocksMax` bounds every file it writes, in units of 512 bytes, as a full disk would. */
export async function otherProcess(file: string, prefix: string, blocksMax?: number): Promise<Other> {
  const node = [process.execPath, ...NODE_FLAGS, fileURLToPath(SCRIPT), file, prefix];
  const limited = ['sh', '-c', `ulimit -f ${blocksMax}; exec "$0" "$@"`, ...node];
  const [command, ...args] = blocksMax === undefined ? node : limited;
  const child = spawn(command as string, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  return other(child.stdin, child.stdout, once(child, 'exit'));
}

/** A thread of this process. */
export async function otherThread(file: string, prefix: string): Promise<Other> {
  const worker = new Worker(SCRIPT, { argv: [file, prefix], execArgv: NODE_FLAGS, stdin: true, stdout: true });
  return other(worker.stdin as Writable, worker.stdout, once(worker, 'exit'));
}

async function other(input: Writable, output: Readable, exit: Promise<unknown[]>): Promise<Other> {
  const lines = createInterface({ input: output })[Symbol.asyncIterator]();
  const line = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('the other one has ended');
    return value;
  };
  await line();
  return {
    append: async (sizes, times = 1) => {
      input.write(`${JSON.stringify({ sizes, times })}\n`);
      return JSON.parse(await line()) as string[];
    },
    end: async () => {
      input.end();
      return (await exit)[0] as number | null;
    },
  };
}

/** Whether the WAL can be emptied, which any reader that is still open would prevent. */
export function checkpointed(file: string): boolean {
  const db = new DatabaseSync(file);
  const { busy } = db.prepare('pragma wal_checkpoint(truncate)').get() as { busy: number };
  db.close();
  return busy === 0;
}
