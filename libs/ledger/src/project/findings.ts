import type { Day } from '#kernel';
import type { EffectiveFact } from './facts.ts';
import { atHand, inTurn, type Explanation, type Finding, type Found } from './findings-made.ts';
import { filedLate } from './findings-reports.ts';
import { FINDING_TOPICS, foundIn, topicsTouchedBy, type FindingTopic } from './findings-topics.ts';

export type { Explanation, Finding } from './findings-made.ts';
export { FINDING_TOPICS, type FindingTopic } from './findings-topics.ts';
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
  const found = findingsByTopic(facts);
  return FINDING_TOPICS.flatMap((topic) => found[topic]);
}

/** Everything that is ever found, topic by topic. */
export type FindingsByTopic = Readonly<Record<FindingTopic, readonly Finding[]>>;

export function findingsByTopic(facts: readonly EffectiveFact[]): FindingsByTopic {
  const hand = atHand(facts);
  const explanations = explanationsOf(facts);
  const found = FINDING_TOPICS.map((topic) => [topic, findingsFrom(foundIn(topic, hand), explanations)]);
  return Object.fromEntries(found) as FindingsByTopic;
}

/**
 * What is found in `facts`, of which all but the last led to `before`: findings, and topics, that stay are the objects
 * they were.
 */
export function findingsAfter(before: FindingsByTopic, facts: readonly EffectiveFact[]): FindingsByTopic {
  const newest = facts[facts.length - 1] as EffectiveFact;
  const explanations = explanationsOf(facts);
  const after: Record<FindingTopic, readonly Finding[]> = { ...before };
  const touched = topicsTouchedBy(newest);
  if (touched.length > 0) {
    const hand = atHand(facts);
    for (const topic of touched) after[topic] = kept(before[topic], findingsFrom(foundIn(topic, hand), explanations));
  }
  // That another fact was filed late stays as it is.
  const late = touched.includes('late') ? [] : findingsFrom(filedLate({ facts: [newest] }), explanations);
  if (late.length > 0) after.late = [...before.late, ...late];
  return after;
}

function kept(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const spanOf = ({ id, from }: Finding): string => `${id} ${from}`;
  const known = new Map(before.map((finding) => [spanOf(finding), finding]));
  const findings = after.map((finding) => {
    const was = known.get(spanOf(finding));
    return was && saysTheSame(was, finding) ? was : finding;
  });
  const isSame = findings.length === before.length && findings.every((finding, i) => finding === before[i]);
  return isSame ? before : findings;
}

/** Of two findings of one id and first day, where the facts behind one are the beginning of those behind the other. */
function saysTheSame(a: Finding, b: Finding): boolean {
  return (
    a.until === b.until &&
    a.since === b.since &&
    a.explanation?.factId === b.explanation?.factId &&
    a.factIds.length === b.factIds.length &&
    a.factIds.every((id, i) => id === b.factIds[i]) &&
    Object.entries(a.params).every(([name, value]) => b.params[name] === value)
  );
}

type Explanations = ReadonlyMap<string, readonly Explanation[]>;

function findingsFrom(found: readonly Found[], explanations: Explanations): Finding[] {
  return inTurn(found).flatMap((finding) => explained(finding, explanations));
}

/** Explanations by finding and evidence, in the order in which they count. */
function explanationsOf(facts: readonly EffectiveFact[]): Explanations {
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
function explained(found: Found, explanations: Explanations): Finding[] {
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
