import {
  firstDay,
  isMending,
  lastDay,
  mendingsOf,
  refused,
  sameJson,
  type Command,
  type Context,
  type Decider,
  type Decision,
  type FactCorrected,
  type FactDate,
  type FactRevoked,
  type Json,
  type JsonObject,
  type Recorded,
  type Refusal,
} from '#kernel';
import type { ProjectEvent, ProjectFact } from './events.ts';
import { factsOf, standingSteps, type EffectiveFact } from './facts.ts';
import { plansOf } from './plans.ts';
import { findingsOn, type Finding } from './findings.ts';
import {
  boundaryDay,
  holderOf,
  isAssignment,
  isRelease,
  roleAssigned,
  rolesReleased,
  tenuresOf,
  type Assignment,
  type Release,
} from './tenures.ts';
import { COMMAND_OF, factKey, newerIsAChange } from './rules.ts';

/** One command per fact, with the fact's own data; and the two that mend. */
export type ProjectCommand =
  | { [F in ProjectFact as F['type']]: Command<(typeof COMMAND_OF)[F['type']], F['data']> }[ProjectFact['type']]
  | Command<'CorrectFact', FactCorrected['data']>
  | Command<'RevokeFact', FactRevoked['data']>;

/** A project is what has been reported of it, in log order; everything else is derived from the facts that hold. */
export type Project = readonly Recorded<ProjectEvent>[];

const EVENT_OF = new Map(Object.entries(COMMAND_OF).map(([event, command]) => [command, event as ProjectFact['type']]));

/**
 * The stream of one project. Order is never enforced on reality (a start without land is a finding, not an error);
 * refused is only what contradicts what is already filed. Coordinators, imports and reassignment orders append.
 */
export const project: Decider<Project, ProjectCommand, ProjectEvent> = {
  initial: [],
  decide(command, history, context) {
    if (command.type === 'CorrectFact') return correct(command.data, history, context);
    if (command.type === 'RevokeFact') return revoke(command.data, history);
    const fact = { type: EVENT_OF.get(command.type), data: command.data } as ProjectFact;
    const facts = factsOf(history);
    return (
      notOpen(fact, facts) ??
      malplaced(fact, facts, context) ??
      leadsBack(fact, history, context) ??
      contradiction(fact, facts, context) ?? [fact]
    );
  },
  evolve: (history, event) => [...history, event],
};

/** Why a project takes no facts: it is not there, was voided, or is counted in another one. A registration is judged against the one before it. */
function notOpen(fact: ProjectFact, facts: readonly EffectiveFact[]): Refusal | readonly [] | undefined {
  const registered = facts.find((known) => known.type === 'ProjectRegistered');
  if (fact.type === 'ProjectRegistered') {
    if (!registered) return undefined;
    return sameData(registered, fact) ? [] : refused('ProjectAlreadyRegistered', { factId: registered.id });
  }
  if (!registered) return refused('ProjectNotFound');
  const left = facts.find((known) => known.type === 'ProjectVoided' || known.type === 'ProjectMergedInto');
  if (!left) return undefined;
  if (sameData(left, fact)) return [];
  return left.type === 'ProjectMergedInto'
    ? refused('ProjectIsMerged', { projectId: left.data.projectId, factId: left.id })
    : refused('ProjectIsVoided', { factId: left.id });
}

/** Why a fact cannot stand where it says: it names what nobody defined, lies in the future, or after the exit. */
function malplaced(fact: ProjectFact, facts: readonly EffectiveFact[], context: Context): Refusal | undefined {
  const unknown = unknownReference(context);
  if (unknown) return unknown;
  if (isAboutTheWhole(fact) && fact.data.phase !== undefined)
    return refused('WholeProjectOnly', { phase: fact.data.phase });
  const on = reportedDate(fact);
  const first = on === undefined ? undefined : firstDay(on);
  if (on !== undefined && first !== undefined && first > context.filedOn) {
    return refused('FactInTheFuture', { on, filedOn: context.filedOn });
  }
  const exit = facts.find((known) => known.type === 'ProjectExited');
  if (!exit || exit.type !== 'ProjectExited' || fact.type === 'ProjectExited') return undefined;
  const left = lastDay(exit.data.on) ?? exit.filedOn;
  const day = changesStanding(fact)
    ? (lastDay(fact.data.on) ?? context.filedOn)
    : (first ?? (isPlan(fact) ? context.filedOn : undefined));
  return day !== undefined && day > left ? refused('ProjectHasExited', { exitedOn: left, factId: exit.id }) : undefined;
}

const REFERENCE_REFUSALS: Readonly<Record<string, string>> = {
  zone: 'ZoneUnknown',
  organization: 'UnitUnknown',
  person: 'PersonUnknown',
  project: 'ProjectUnknown',
  catalogue: 'PermitItemUnknown',
};

function unknownReference({ missing }: Context): Refusal | undefined {
  for (const name of missing) {
    const dash = name.indexOf('-');
    const code = REFERENCE_REFUSALS[name.slice(0, dash)];
    if (code) return refused(code, { id: name.slice(dash + 1) });
  }
  return undefined;
}

/** The date on which a fact says that something happened or began; plans and ends of tenure may lie ahead. */
function reportedDate(fact: ProjectFact): FactDate | undefined {
  const { data } = fact;
  if ('period' in data) return data.period;
  if (isAssignment(fact)) return fact.data.from;
  return 'on' in data && fact.type !== 'MilestonePlanned' ? data.on : undefined;
}

type StandingFact = Extract<ProjectFact, { type: 'ProjectSuspended' | 'ProjectResumed' }>;

const changesStanding = <F extends Pick<ProjectFact, 'type'>>(fact: F): fact is F & StandingFact =>
  fact.type === 'ProjectSuspended' || fact.type === 'ProjectResumed';

/** Phases are parts of a site (design §3); a project stands still, goes on, leaves, merges or is void as a whole. */
const isAboutTheWhole = (fact: ProjectFact): boolean => changesStanding(fact) || WHOLE.has(fact.type);
const WHOLE: ReadonlySet<string> = new Set<ProjectFact['type']>([
  'ProjectExited',
  'ProjectVoided',
  'ProjectMergedInto',
  'ProjectSplitFrom',
]);

const isPlan = ({ type }: ProjectFact): boolean =>
  type === 'MilestonePlanned' ||
  type === 'MilestoneRescheduled' ||
  type === 'AnnualPlanSet' ||
  type === 'QuarterPlanSet';

/** A project cannot be counted in, or be a part of, what is counted in itself. */
function leadsBack(fact: ProjectFact, history: Project, { leadsTo }: Context): Refusal | undefined {
  if (fact.type !== 'ProjectMergedInto' && fact.type !== 'ProjectSplitFrom') return undefined;
  const [own] = history;
  const isBack = own !== undefined && leadsTo.includes(own.stream);
  return isBack ? refused('ProjectLeadsToItself', { projectId: fact.data.projectId }) : undefined;
}

/** What an already filed fact says against a new one; an empty list where it says the same. */
function contradiction(
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
      if (isAssignment(fact)) return sameFact(fact, facts) ?? heldFromThatDay(fact, facts);
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

/** The same fact again: with the same data nothing, with other data a correction is due (events.md). */
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

const sameData = (known: EffectiveFact, fact: ProjectFact): boolean =>
  known.type === fact.type && sameJson(known.data as JsonObject, fact.data as JsonObject);

/** A renaming to the name that was registered changes nothing either. */
function saysTheSame(known: EffectiveFact, fact: ProjectFact): boolean {
  if (known.type !== 'ProjectRegistered') return sameData(known, fact);
  const field = factKey(fact)?.slice('registration/'.length) as string;
  const value = 'amount' in fact.data ? fact.data.amount : (fact.data as JsonObject)[field];
  return sameJson((known.data as JsonObject)[field], value as Json);
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

/** Two leads, or two responsible units, from one day cannot both be right. A tenure that covers no day is in nobody's way. */
function heldFromThatDay(fact: Assignment, facts: readonly EffectiveFact[]): Refusal | undefined {
  const from = lastDay(fact.data.from);
  const role = roleAssigned(fact);
  if (from === undefined || role === 'coLead') return undefined;
  const other = tenuresOf(facts).find(
    (tenure) => tenure.role === role && tenure.fromDay === from && (tenure.until === undefined || tenure.until > from),
  );
  return other && refused('RoleTakenFromThatDay', { from, id: other.holderId, factId: other.factId });
}

function correct(data: FactCorrected['data'], history: Project, context: Context): Decision<ProjectEvent> {
  const target = history.find((event) => event.id === data.factId);
  if (!target) return refused(history.length === 0 ? 'ProjectNotFound' : 'FactNotFound', { factId: data.factId });
  if (isMending(target)) return refused('MendingNotCorrectable', { factId: data.factId });
  const { correctedBy } = mendingsOf(history);
  const holds = correctedBy.get(target.id)?.data.data ?? (target.data as JsonObject);
  if (sameJson(holds, data.data)) return [];
  const corrected = { type: target.type, data: data.data as object } as ProjectFact;
  const on = reportedDate(corrected);
  const first = on === undefined ? undefined : firstDay(on);
  if (on !== undefined && first !== undefined && first > context.filedOn) {
    return refused('FactInTheFuture', { on, filedOn: context.filedOn });
  }
  return unknownReference(context) ?? leadsBack(corrected, history, context) ?? [{ type: 'FactCorrected', data }];
}

function revoke(data: FactRevoked['data'], history: Project): Decision<ProjectEvent> {
  if (!history.some((event) => event.id === data.factId)) {
    return refused(history.length === 0 ? 'ProjectNotFound' : 'FactNotFound', { factId: data.factId });
  }
  return mendingsOf(history).revokedBy.has(data.factId) ? [] : [{ type: 'FactRevoked', data }];
}
