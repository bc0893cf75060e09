import type { Json } from '#kernel';

/** Where a page ended, as opaque text. */
function toCursor(at: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(at), 'utf8').toString('base64url');
}

/** A cursor that no page gave. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';
  constructor() {
    super('no page ended at this cursor');
  }
}

/** What {@link toCursor} was given; throws InvalidCursor unless its parts are of these types. */
export function fromCursor(cursor: string, types: readonly ('string' | 'number')[]): readonly (string | number)[] {
  let at: Json;
  try {
    at = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as Json;
  } catch {
    throw new InvalidCursor();
  }
  if (!Array.isArray(at) || at.length !== types.length || types.some((type, i) => typeof at[i] !== type)) {
    throw new InvalidCursor();
  }
  return at as readonly (string | number)[];
}

/** A list and the cursor of its next page; undefined on the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

/** Cuts what was read with one row more than wanted. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  as: { readonly item: (row: R) => T; readonly at: (row: R) => readonly (string | number)[] },
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(as.item), next: rows.length > limit && last ? toCursor(as.at(last)) : undefined };
}
