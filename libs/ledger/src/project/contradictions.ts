import {
  lastDay,
  refused,
  sameJson,
  type Context,
  type Decision,
  type Json,
  type JsonObject,
  type Refusal,
} from '#kernel';
import type { ProjectEvent, ProjectFact } from './events.ts';
import { standingSteps, type EffectiveFact } from './facts.ts';
import { findingsOn, type Finding } from './findings.ts';
import { changesStanding, type StandingFact } from './placement.ts';
import { plansOf } from './plans.ts';
import { factKey, newerIsAChange } from './rules.ts';
import {
  boundaryDay,
  holderOf,
  isAssignment,
  isJoint,
  isRelease,
  roleAssigned,
  rolesReleased,
  tenuresOf,
  type Assignment,
  type Release,
} from './tenures.ts';

/** What an already filed fact says against a new one; an empty list where it says the same. */
export function contradiction(
  fact: ProjectFact,
  facts: readonly EffectiveFact[],
  context: Context,
): Decision<ProjectEvent> | undefined {
  switch (fact.type) {
    case 'ProjectSuspended':
    case 'ProjectResumed':
      return outOfTurn(fact, facts);
    case 'MilestoneRescheduled':
      return notCurrent(fact, facts);
    case 'ListedAsKeyProject':
    case 'RemovedFromKeyList':
      return listedOtherwise(fact, facts);
    case 'FindingExplained':
      return sameFact(fact, facts) ?? notFound(fact, facts, context);
    default:
      if (isRelease(fact)) return sameFact(fact, facts) ?? notHeld(fact, facts, context);
      if (isAssignment(fact)) return sameFact(fact, facts) ?? heldFromThatDay(fact, facts, context);
      return sameFact(fact, facts);
  }
}

type Listing = Extract<ProjectFact, { type: 'ListedAsKeyProject' | 'RemovedFromKeyList' }>;

/** A year's list: who is on it can be taken off, and listed again. */
function listedOtherwise(fact: Listing, facts: readonly EffectiveFact[]): Decision<ProjectEvent> | undefined {
  const key = factKey(fact);
  const last = facts.findLast((known) => factKey(known) === key);
  if (last && sameData(last, fact)) return [];
  const { level, year } = fact.data;
  if (fact.type === 'RemovedFromKeyList') {
    return last?.type === 'ListedAsKeyProject' ? undefined : refused('NotOnKeyList', { level, year });
  }
  return last?.type === 'ListedAsKeyProject'
    ? refused('FactAlreadyFiled', { factId: last.id, type: last.type })
    : undefined;
}

/** Only what is found now, on these facts, can be explained. */
function notFound(
  { data }: Extract<ProjectFact, { type: 'FindingExplained' }>,
  facts: readonly EffectiveFact[],
  { filedOn }: Context,
): Refusal | undefined {
  const isMeant = ({ id, factIds }: Finding): boolean =>
    id === data.finding && sameJson([...factIds].sort(), [...data.evidence].sort());
  return findingsOn(facts, filedOn).some(isMeant) ? undefined : refused('FindingNotFound', { finding: data.finding });
}

/** The same fact again: with the same data nothing, with other data a correction is due. */
function sameFact(fact: ProjectFact, facts: readonly EffectiveFact[]): Decision<ProjectEvent> | undefined {
  const key = factKey(fact);
  if (key === undefined) return undefined;
  const isSame = (other: EffectiveFact): boolean =>
    factKey(other) === key || (key.startsWith('registration/') && other.type === 'ProjectRegistered');
  const known = facts.findLast(isSame);
  if (!known) return undefined;
  if (newerIsAChange(fact)) return saysTheSame(known, fact) ? [] : undefined;
  return sameData(known, fact) ? [] : refused('FactAlreadyFiled', { factId: known.id, type: known.type });
}

/** The same fact with the same data. */
export const sameData = (known: EffectiveFact, fact: ProjectFact): boolean =>
  known.type === fact.type && sameJson(known.data as JsonObject, fact.data as JsonObject);

function valueOf(fact: ProjectFact, field: string): unknown {
  if (fact.type === 'IndustryReclassified') return { edition: fact.data.edition, code: fact.data.code };
  return 'amount' in fact.data ? fact.data.amount : (fact.data as JsonObject)[field];
}

/** A renaming to the name that was registered changes nothing either, nor a plan of what it was rescheduled to. */
function saysTheSame(known: EffectiveFact, fact: ProjectFact): boolean {
  if (known.type === 'MilestoneRescheduled' && fact.type === 'MilestonePlanned') return known.data.to === fact.data.on;
  if (known.type !== 'ProjectRegistered') return sameData(known, fact);
  const field = factKey(fact)?.slice('registration/'.length) as string;
  return sameJson((known.data as JsonObject)[field], valueOf(fact, field) as Json);
}

/**
 * One follows the other, not itself: in the order of filing, or in the order of their days. Both count, because an earlier
 * pair can be filed late, and because a resumption may have been filed with a day before its suspension.
 */
function outOfTurn(fact: StandingFact, facts: readonly EffectiveFact[]): Decision<ProjectEvent> | undefined {
  if (facts.some((known) => sameData(known, fact))) return [];
  const filedLast = facts.findLast(changesStanding);
  const standsLast = standingSteps(facts).at(-1);
  const isSuspended = [filedLast?.type === 'ProjectSuspended', standsLast?.standing === 'suspended'];
  if (fact.type === 'ProjectResumed') return isSuspended.includes(true) ? undefined : refused('ProjectNotSuspended');
  if (isSuspended.includes(false)) return undefined;
  return refused('ProjectAlreadySuspended', { factId: standsLast?.factId ?? fact.type });
}

function notCurrent(
  fact: Extract<ProjectFact, { type: 'MilestoneRescheduled' }>,
  facts: readonly EffectiveFact[],
): Decision<ProjectEvent> | undefined {
  const { milestone, phase, from, to } = fact.data;
  const plan = plansOf(facts).find((known) => known.milestone === milestone && known.phase === phase);
  if (!plan) return refused('MilestoneNotPlanned', { milestone });
  const last = facts.find((known) => known.id === plan.factIds.at(-1));
  if (last && sameData(last, fact)) return [];
  if (plan.current !== from) return refused('PlanNotCurrent', { milestone, current: plan.current });
  return from === to ? [] : undefined;
}

function notHeld(fact: Release, facts: readonly EffectiveFact[], { filedOn }: Context): Refusal | undefined {
  const holderId = holderOf(fact);
  const roles = rolesReleased(fact);
  const tenures = tenuresOf(facts).filter((t) => t.holderId === holderId && roles.includes(t.role));
  if (tenures.length === 0) return refused('RoleNotHeld', { id: holderId });
  const until = boundaryDay(fact.data.until, filedOn);
  const open = tenures.filter((t) => t.fromDay <= until && (t.until === undefined || until < t.until));
  if (open.length > 0) return undefined;
  const [first] = tenures;
  return first && until < first.fromDay
    ? refused('TenureEndsBeforeItStarts', { from: first.fromDay, until })
    : refused('RoleNotHeld', { id: holderId });
}

/**
 * Two leads, or two responsible units, from one day cannot both be right, nor two from nobody knows when that are filed on one
 * day. A tenure that covers no day is in nobody's way.
 */
function heldFromThatDay(fact: Assignment, facts: readonly EffectiveFact[], { filedOn }: Context): Refusal | undefined {
  if (isJoint(fact)) return undefined;
  const day = lastDay(fact.data.from);
  const from = day ?? filedOn;
  const role = roleAssigned(fact);
  const other = tenuresOf(facts).find(
    (tenure) =>
      tenure.role === role &&
      !tenure.joint &&
      tenure.fromDay === from &&
      (day !== undefined || lastDay(tenure.from) === undefined) &&
      (tenure.until === undefined || tenure.until > from),
  );
  return other && refused('RoleTakenFromThatDay', { from, id: other.holderId, factId: other.factId });
}
