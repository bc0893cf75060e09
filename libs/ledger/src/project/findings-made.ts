import type { Day, Json } from '#kernel';
import { standingSteps, type EffectiveFact, type StandingStep } from './facts.ts';
import { reachedByName, type ReachedByName } from './deadlines-terms.ts';
import type { FindingCode } from './findings-rules.ts';

export type { FindingCode };

/** What does not fit together in what was filed. Nothing is refused for it; it is shown with the facts behind it. */
export interface Finding {
  /** Its code, and behind a slash what it is about where one project can have several of a code. */
  readonly id: string;
  readonly code: FindingCode;
  /** The evidence: never empty. */
  readonly factIds: readonly string[];
  readonly params: Readonly<Record<string, Json>>;
  /** The days on which it is found, half-open; without `until` it never ceases by the mere passing of days. */
  readonly from: Day;
  readonly until?: Day;
  /** The day since which it is found on this evidence; before `from` where it was explained in between. */
  readonly since: Day;
  /** What somebody says to it on this evidence, from the day they said it. */
  readonly explanation?: Explanation;
}

export interface Explanation {
  readonly text: string;
  readonly factId: string;
  readonly filedOn: Day;
}

/** A finding as its rule makes it. */
export type Found = Omit<Finding, 'since' | 'explanation'>;

/** What the rules look at, derived once. */
export interface AtHand {
  readonly facts: readonly EffectiveFact[];
  readonly reached: ReachedByName;
  readonly standing: readonly StandingStep[];
}

export function atHand(facts: readonly EffectiveFact[]): AtHand {
  return { facts, reached: reachedByName(facts), standing: standingSteps(facts) };
}

export function idOf(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('/');
}

/** The day from which a contradiction could be known: the last filing day of its evidence. */
export function knownOn(evidence: readonly { readonly filedOn: Day }[]): Day {
  let day = '';
  for (const { filedOn } of evidence) if (filedOn > day) day = filedOn;
  return day;
}

const EVIDENCE_MAX = 24;

/** The evidence that the first `n` of some facts are. Where there are many it is the first of them and the latest. */
export function evidenceOf(factIds: readonly string[], n = factIds.length): readonly string[] {
  if (n <= EVIDENCE_MAX) return factIds.slice(0, n);
  return [factIds[0] as string, ...factIds.slice(n + 1 - EVIDENCE_MAX, n)];
}

interface Span {
  readonly id: string;
  readonly from: Day;
  readonly until?: Day;
}

/** Spans of one id without overlap: each holds until the next one of its id begins; of two from one day the later made holds. */
export function inTurn<S extends Span>(spans: readonly S[]): S[] {
  const byId = new Map<string, S[]>();
  for (const span of spans) {
    const others = byId.get(span.id);
    if (others) others.push(span);
    else byId.set(span.id, [span]);
  }
  const turns: S[] = [];
  for (const same of byId.values()) {
    if (same.length > 1) same.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    same.forEach((span, i) => {
      const next = same[i + 1];
      const cut = next !== undefined && (span.until === undefined || next.from < span.until);
      const turn = cut ? { ...span, until: next.from } : span;
      if (turn.until === undefined || turn.from < turn.until) turns.push(turn);
    });
  }
  return turns;
}
