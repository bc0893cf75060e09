import type { Day } from '#kernel';
import type { EffectiveFact } from './facts.ts';
import { atHand, inTurn, type Explanation, type Finding, type Found } from './findings-made.ts';
import { foundInMoney } from './findings-money.ts';
import { foundInOrder } from './findings-order.ts';
import { foundInReports } from './findings-reports.ts';
import { foundInTime } from './findings-time.ts';

export type { Explanation, Finding } from './findings-made.ts';
export { FILED_LATE_DAYS } from './findings-reports.ts';
export * from './findings-rules.ts';

/** What does not fit on a day. */
export function findingsOn(facts: readonly EffectiveFact[], day: Day): Finding[] {
  return findingsOf(facts).filter(({ from, until }) => from <= day && (until === undefined || day < until));
}

/**
 * Everything that is ever found in a project's facts, in a stable order; findings of one id are never of one day. A
 * contradiction is found from the day it could be known, the last filing day of its evidence; a lapse of time from the day
 * after the time was up until its reason ends. Both are judged by all the facts that hold.
 */
export function findingsOf(facts: readonly EffectiveFact[]): Finding[] {
  const hand = atHand(facts);
  const found = inTurn([...foundInOrder(hand), ...foundInMoney(hand), ...foundInReports(hand), ...foundInTime(hand)]);
  const explanations = explanationsOf(facts);
  return found.flatMap((finding) => explained(finding, explanations));
}

/** Explanations by finding and evidence, in the order in which they count. */
function explanationsOf(facts: readonly EffectiveFact[]): ReadonlyMap<string, readonly Explanation[]> {
  const explanations = new Map<string, Explanation[]>();
  for (const fact of facts) {
    if (fact.type !== 'FindingExplained') continue;
    const { finding, evidence, text } = fact.data;
    const key = keyOf(finding, evidence);
    const explanation = { text, factId: fact.id, filedOn: fact.filedOn };
    explanations.set(key, [...(explanations.get(key) ?? []), explanation]);
  }
  return explanations;
}

const keyOf = (id: string, factIds: readonly string[]): string => [id, ...[...factIds].sort()].join('\n');

/**
 * A finding on the same evidence as an explanation shows it from the day that was filed, and stays; the latest counts. On
 * other evidence it stands unexplained again.
 */
function explained(found: Found, explanations: ReadonlyMap<string, readonly Explanation[]>): Finding[] {
  const finding: Finding = { ...found, since: found.from };
  if (explanations.size === 0) return [finding];
  const said = explanations.get(keyOf(found.id, found.factIds)) ?? [];
  const spans = said
    .filter(({ filedOn }) => found.until === undefined || filedOn < found.until)
    .map((explanation) => {
      const from = explanation.filedOn > found.from ? explanation.filedOn : found.from;
      return { ...finding, from, explanation };
    });
  return inTurn([finding, ...spans]);
}
