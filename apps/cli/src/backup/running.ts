import { progressBar } from '../output.ts';
import { backupFailure, type BackupCode } from './failures.ts';

/** Where nobody watches a bar, a line says now and then how far it is. */
const LINE_MS = 10_000;

/** Draws a bar, or says a line now and then where nobody watches. */
function teller(label: string, json: boolean) {
  const bar = progressBar(label);
  let saidAt = performance.now();
  return {
    tell: (done: number, of: number): void => {
      bar.draw(done, of);
      if (json || process.stderr.isTTY || performance.now() - saidAt < LINE_MS) return;
      saidAt = performance.now();
      process.stderr.write(`${label}: ${Math.floor((done * 100) / Math.max(of, 1))}%\n`);
    },
    end: () => bar.end(),
  };
}

interface Work {
  readonly onProgress: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}

/** Runs work that can be stopped by Ctrl-C, and tells how far it is. A failure without a code of its own gets `failed`. */
export async function running<T>(
  options: {
    readonly label: string;
    readonly json: boolean;
    readonly failed: BackupCode;
    readonly stopped: BackupCode;
  },
  work: (work: Work) => Promise<T>,
): Promise<T> {
  const stopping = new AbortController();
  const stop = () => stopping.abort(backupFailure(options.stopped));
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const { tell, end } = teller(options.label, options.json);
  try {
    return await work({ onProgress: tell, signal: stopping.signal });
  } catch (error) {
    if (stopping.signal.aborted) throw stopping.signal.reason;
    const { name, message: why } = error as Error;
    if (name === 'LogDamaged') throw backupFailure('LogDamaged', { why });
    throw isFailing(error) ? backupFailure(options.failed, { why }) : error;
  } finally {
    end();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/** A copy that is not the same, and the system's own errors, SQLite's included: a full disk, a right that is missing. */
function isFailing(error: unknown): boolean {
  const { name, code } = (error ?? {}) as { readonly name?: string; readonly code?: unknown };
  return name === 'CopyDiffers' || name === 'KeptCopyDiffers' || (name === 'Error' && typeof code === 'string');
}
