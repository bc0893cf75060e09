import { copyLog } from './copy-log.ts';
import { openEmbeddedCopyTarget } from './embedded/copy-target.ts';
import { copyLogFile, examineSealedLog, sealLog, type LogExtent, type Told } from './embedded/sealed-log.ts';
import { openEventStore, type LogPlace } from './open.ts';

export interface BackUpLogOptions {
  readonly from: LogPlace;
  /** Does not exist yet. */
  readonly file: string;
  readonly onProgress?: Told;
  /** Ends the copy with the signal's reason or CopyStopped; what was written is of no use then. */
  readonly signal?: AbortSignal;
}

/** A log in a file that no store opens, as it was at some moment after the backup began. */
export interface LogBackup extends LogExtent {
  /** Id of the log that was copied. */
  readonly storeId: string;
}

/**
 * Copies a log, while it is written to, into a file for a backup: everything that was acknowledged before the call, and
 * nothing that was appended after some moment during it. Reads the copy back as a whole. Throws what opening a log throws,
 * LogDamaged where the copy is not whole, and for a server what `copyLog` throws.
 */
export async function backUpLog({ from, file, onProgress, signal }: BackUpLogOptions): Promise<LogBackup> {
  const source = await openEventStore(from, { readOnly: true });
  try {
    if ('file' in from) {
      await copyLogFile(from.file, file, { ...(onProgress && { onProgress }), ...(signal && { signal }) });
    } else {
      const upTo = (await source.readLast())?.position ?? 0n;
      const target = await openEmbeddedCopyTarget({ file });
      try {
        const told = (position: bigint, end: bigint) => onProgress?.(Number(position), Number(end));
        await copyLog({
          source,
          target,
          upTo,
          onProgress: ({ position, end }) => told(position, end),
          ...(signal && { signal }),
        });
      } finally {
        await target.close();
      }
    }
  } finally {
    await source.close();
  }
  sealLog(file, source.storeId);
  return examineSealedLog(file);
}
