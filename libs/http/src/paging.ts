import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Day, Instant, Json } from '#kernel';
import { digestOf } from '#kernel';
import { fault, field, good, Text } from './fields/index.ts';
import { problem } from './problem.ts';

const LIMIT_MAX = 200;
const LIMIT_DEFAULT = 50;
const CURSOR_MAX = 2000;

/** What every list takes; extend it by the list's own filters and give it to `validQuery`. */
export class PageQuery {
  @Limit()
  limit?: string;
  @Text({ optional: true, max: CURSOR_MAX, about: '上一页的 next / `next` of the page before' })
  cursor?: string;
}

function Limit(): PropertyDecorator {
  return field(
    (value) => (limitIn(value) === undefined ? [fault('NotALimit', { max: LIMIT_MAX })] : good),
    { type: 'integer', minimum: 1, maximum: LIMIT_MAX, default: LIMIT_DEFAULT },
    { optional: true, about: '每页条数 / items on a page' },
  );
}

function limitIn(value: unknown): number | undefined {
  const limit = typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : 0;
  return limit >= 1 && limit <= LIMIT_MAX ? limit : undefined;
}

export function limitOf({ limit }: { readonly limit?: string }): number {
  return limitIn(limit) ?? LIMIT_DEFAULT;
}

/** Where a page ended: the sort values of its last row, and the point at which the list was begun, so that pages fit together. */
export interface Cursor {
  readonly key: readonly (string | number)[];
  /** What was known. */
  readonly seq: number;
  /** The business day that was judged. */
  readonly on: Day;
}

/** A list as it is answered. `lag`: events that the view behind it has not seen yet. */
export interface ListAnswer<T> {
  readonly items: readonly T[];
  /** Hand it back as `cursor`; null on the last page. */
  readonly next: string | null;
  readonly total?: number;
  readonly asOf: { readonly seq: number; readonly recordedAt: Instant | null };
  readonly lag: number;
}

/**
 * Writes and reads cursors. They are signed for one store and bound to the question (filter and sort), so that one which
 * was changed, or handed to another question, is a 400 and never a wrong page.
 *
 *     const cursors = new Cursors(store.storeId);
 *     const question = { list: 'projects', zoneId, stage, sort };          // everything but limit and cursor
 *     const from = query.cursor === undefined ? undefined : cursors.read(query.cursor, question);
 *     next: cursors.write({ key: [last.name, last.id], seq, on }, question)
 */
export class Cursors {
  private readonly storeId: string;

  constructor(storeId: string) {
    this.storeId = storeId;
  }

  write(cursor: Cursor, question: Json): string {
    const text = JSON.stringify([cursor.key, cursor.seq, cursor.on]);
    return Buffer.concat([this.signature(text, question), Buffer.from(text, 'utf8')]).toString('base64url');
  }

  /** Throws 400 CursorInvalid for anything that {@link write} did not make for this question. */
  read(cursor: string, question: Json): Cursor {
    const bytes = Buffer.from(cursor, 'base64url');
    const text = bytes.subarray(SIGNATURE_BYTES).toString('utf8');
    const signed = bytes.length > SIGNATURE_BYTES && bytes.toString('base64url') === cursor;
    if (!signed || !timingSafeEqual(bytes.subarray(0, SIGNATURE_BYTES), this.signature(text, question))) {
      throw problem('CursorInvalid');
    }
    const [key, seq, on] = JSON.parse(text) as [Cursor['key'], number, Day];
    return { key, seq, on };
  }

  private signature(text: string, question: Json): Buffer {
    const hmac = createHmac('sha256', `taizhang cursor ${this.storeId}`);
    return hmac.update(digestOf(question)).update(text).digest().subarray(0, SIGNATURE_BYTES);
  }
}

const SIGNATURE_BYTES = 16;
