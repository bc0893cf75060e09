import { firstDay, lastDay, refused, type Context, type FactDate, type Recorded, type Refusal } from '#kernel';
import { projectStream, type ProjectEvent, type ProjectFact } from './events.ts';
import type { EffectiveFact } from './facts.ts';
import { isAssignment, isRelease } from './tenures.ts';

/** Why a fact cannot stand where it says, whatever else was filed: a correction is judged by this too. */
export function malplaced(
  fact: ProjectFact,
  history: readonly Recorded<ProjectEvent>[],
  context: Context,
): Refusal | undefined {
  const { phase } = fact.data;
  return (
    unknownReference(context) ??
    (isAboutTheWhole(fact) && phase !== undefined ? refused('WholeProjectOnly', { phase }) : undefined) ??
    inTheFuture(fact, context) ??
    leadsBack(fact, history, context)
  );
}

function inTheFuture(fact: ProjectFact, { filedOn }: Context): Refusal | undefined {
  const on = reportedDate(fact);
  const first = on === undefined ? undefined : firstDay(on);
  return on !== undefined && first !== undefined && first > filedOn
    ? refused('FactInTheFuture', { on, filedOn })
    : undefined;
}

/** Nothing happens to a project after it has left; what happened before can be filed late. */
export function afterTheExit(
  fact: ProjectFact,
  facts: readonly EffectiveFact[],
  { filedOn }: Context,
): Refusal | undefined {
  const exit = facts.find((known) => known.type === 'ProjectExited');
  if (!exit || exit.type !== 'ProjectExited' || fact.type === 'ProjectExited') return undefined;
  const left = lastDay(exit.data.on) ?? exit.filedOn;
  const on = reportedDate(fact);
  const day = changesStanding(fact)
    ? (lastDay(fact.data.on) ?? filedOn)
    : ((on === undefined ? undefined : firstDay(on)) ?? (isPlan(fact) ? filedOn : undefined));
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
    const [kind, id] = [name.slice(0, dash), name.slice(dash + 1)];
    const slash = id.indexOf('/');
    // A unit is named with the day from which it is meant to answer, once it is known to be there at all.
    if (kind === 'organization' && slash >= 0)
      return refused('UnitNotThereThen', { id: id.slice(0, slash), from: id.slice(slash + 1) });
    const code = REFERENCE_REFUSALS[kind];
    if (code) return refused(code, { id });
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

export type StandingFact = Extract<ProjectFact, { type: 'ProjectSuspended' | 'ProjectResumed' }>;

/** Whether a fact says that a project stands still, or goes on. */
export const changesStanding = <F extends Pick<ProjectFact, 'type'>>(fact: F): fact is F & StandingFact =>
  fact.type === 'ProjectSuspended' || fact.type === 'ProjectResumed';

/**
 * Phases are parts of a site. What a project is, which lists it is on, who answers for it, and whether it stands
 * still or leaves is of the project as a whole; only what is built, planned and reported can be of a phase.
 */
const isAboutTheWhole = (fact: ProjectFact): boolean =>
  changesStanding(fact) || isAssignment(fact) || isRelease(fact) || WHOLE.has(fact.type);
const WHOLE: ReadonlySet<string> = new Set<ProjectFact['type']>([
  'ProjectRegistered',
  'ProjectRenamed',
  'ProjectCodeGiven',
  'BuilderChanged',
  'ContentRevised',
  'TotalInvestmentChanged',
  'IndustryReclassified',
  'ProjectMovedToZone',
  'ListedAsKeyProject',
  'RemovedFromKeyList',
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
function leadsBack(
  fact: ProjectFact,
  history: readonly Recorded<ProjectEvent>[],
  { leadsTo }: Context,
): Refusal | undefined {
  if (fact.type !== 'ProjectMergedInto' && fact.type !== 'ProjectSplitFrom') return undefined;
  return isBack(history, leadsTo) ? refused('ProjectLeadsToItself', { projectId: fact.data.projectId }) : undefined;
}

const isBack = (history: readonly Recorded[], leadsTo: readonly string[]): boolean => {
  const [own] = history;
  return own !== undefined && leadsTo.includes(own.stream);
};

/** A revocation cannot bring back a merger or split that leads back meanwhile; the first stream is the one that it names. */
export function bringsBackCircle(
  history: readonly Recorded<ProjectEvent>[],
  { leadsTo }: Pick<Context, 'leadsTo'>,
): Refusal | undefined {
  const projectId = (leadsTo[0] ?? '').slice(projectStream('').length);
  return isBack(history, leadsTo) ? refused('ProjectLeadsToItself', { projectId }) : undefined;
}
