import { categoryOf } from '#database';
import { afterToken } from '#http';
import type { StoredEvent } from '#kernel';
import { RETRY_MS } from './limits.ts';

/** An event as every reader is sent it, made into text once. */
export interface Entry {
  readonly position: bigint;
  readonly stream: string;
  readonly category: string;
  readonly type: string;
  readonly frame: Buffer;
}

/** An event as text, but for its number. */
export interface Unnumbered extends Omit<Entry, 'frame'> {
  readonly after: string;
  /** A JSON object. */
  readonly text: string;
}

/** Why a reader was let go. */
export type DropReason = 'slow' | 'stalled';

/** The first thing a reader is sent: how long to wait before it comes again. */
export const GREETING = Buffer.from(`retry: ${RETRY_MS}\n\n`);
export const HEARTBEAT = Buffer.from(':\n\n');
export const FAREWELL = Buffer.from(': this stream ends here; come again with the last id\n\n');

export function unnumbered(storeId: string, event: StoredEvent): Unnumbered {
  const { position, stream, revision, type, id, data, metadata } = event;
  const category = categoryOf(stream);
  const after = afterToken(storeId, position);
  const told = { stream, category, revision: String(revision), type, id, data, metadata, after };
  return { position, stream, category, type, after, text: JSON.stringify(told) };
}

export function numbered({ after, text, ...event }: Unnumbered, seq: number): Entry {
  return { ...event, frame: Buffer.from(`id: ${after}\ndata: {"seq":${seq},${text.slice(1)}\n\n`) };
}

/** Moves the position that a reader resumes from, and is no event to it. */
export function idFrame(storeId: string, position: bigint): Buffer {
  return Buffer.from(`id: ${afterToken(storeId, position)}\n\n`);
}

export function droppedFrame(reason: DropReason): Buffer {
  return Buffer.from(`event: dropped\ndata: ${JSON.stringify({ reason })}\n\n`);
}
