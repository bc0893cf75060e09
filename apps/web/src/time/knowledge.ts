import { knownAtOf } from '#kernel/knowledge';
import { fromLocal, toLocal } from './quick.ts';

/** What a person chooses as `knownAt`, before it is whole. */
export interface Knowledge {
  readonly kind: 'now' | 'day' | 'instant' | 'seq';
  /** As the field of the kind holds it: a day, a local time, digits. */
  readonly text: string;
}

export const KINDS: readonly Knowledge['kind'][] = ['now', 'day', 'instant', 'seq'];

/** A `knownAt` as it is chosen. */
export function knowledgeIn(knownAt: string | undefined): Knowledge {
  const known = knownAt === undefined ? undefined : knownAtOf(knownAt);
  if (known === undefined) return { kind: 'now', text: '' };
  if (known.kind === 'seq') return { kind: 'seq', text: String(known.seq) };
  if (known.kind === 'day') return { kind: 'day', text: known.day };
  return { kind: 'instant', text: toLocal(known.instant) };
}

/** What was chosen as a `knownAt`: undefined for now, null for what is none yet. */
export function knownAtIn({ kind, text }: Knowledge): string | undefined | null {
  if (kind === 'now') return undefined;
  const typed = kind === 'instant' ? fromLocal(text) : text.trim();
  return knownAtOf(typed)?.kind === kind ? typed : null;
}
