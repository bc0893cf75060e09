import { FOREVER } from '#database';
import { dayFromNumber, fill, type Day, type Texts } from '#kernel';
import { Problem } from '#http';
import type { DefinitionSpan } from './schema.ts';

/** What held from a day to the first day on which it did not; null: it still does. */
export interface Held {
  readonly from: Day;
  readonly until: Day | null;
  readonly factId: string;
}

/**
 * What one column said over time: spans in a row that rest on one fact are one. Days on which it said nothing are left out.
 */
export function heldOverTime<T extends object>(
  spans: readonly DefinitionSpan[],
  factIn: (span: DefinitionSpan) => string | null,
  show: (span: DefinitionSpan) => T,
): (T & Held)[] {
  const held: (T & Held)[] = [];
  for (const span of spans) {
    const factId = factIn(span);
    if (factId === null) continue;
    const until = lastlyUntil(span.valid_to);
    const last = held.at(-1);
    if (last?.factId === factId) held[held.length - 1] = { ...last, until };
    else held.push({ ...show(span), from: dayFromNumber(span.valid_from), until, factId });
  }
  return held;
}

export function lastlyUntil(validTo: number): Day | null {
  return validTo === FOREVER ? null : dayFromNumber(validTo);
}

/** The span of a day; for a day before anything was there, the first. */
export function spanAt(spans: readonly DefinitionSpan[], day: number): DefinitionSpan | undefined {
  return spans.findLast(({ valid_from }) => valid_from <= day) ?? spans[0];
}

/** 404 in the words of the command side. */
export function notThere(code: string, texts: Texts, id: string): Problem {
  return new Problem({ status: 404, code, messages: fill(texts, { id }), params: { id } });
}
