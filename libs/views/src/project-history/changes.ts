import { sameJson, yuan, type Json, type JsonObject, type Recorded } from '#kernel';
import {
  factsOf,
  hasLeftTheLists,
  investedSteps,
  investmentsOf,
  isVoided,
  plansOf,
  reachedMilestones,
  registrationSteps,
  standingSteps,
  stageOn,
  stagesReached,
  tenuresOf,
  type EffectiveFact,
  type ProjectEvent,
  type Tenure,
} from '#ledger';
import type { Field } from './field-texts.ts';
import { fundsSums } from './page-reports.ts';

/** One thing about a project that an event changed. `from` null: there was nothing before. */
export interface Change {
  readonly field: string;
  readonly from: Json;
  readonly to: Json;
}

/** After every date there is: what the facts amount to once all of them hold. */
const AT_THE_END = '9999-12-31';

type Fields = { [F in Field]?: Json | undefined };
type Part = 'reported' | 'invested' | 'progress';

/** What a project amounts to, field by field; a field that is absent is not known. In parts, because most events only report. */
export interface Stand {
  readonly facts: Readonly<Record<Part, readonly EffectiveFact[]>>;
  readonly fields: Readonly<Record<Part, JsonObject>>;
}

const PARTS: readonly Part[] = ['reported', 'invested', 'progress'];
const NOTHING: Stand['fields'] = { reported: {}, invested: {}, progress: {} };
const READ: Readonly<Record<Part, (facts: readonly EffectiveFact[]) => JsonObject>> = {
  reported: reportedOf,
  invested: investedOf,
  progress: progressOf,
};

/** The parts a fact is about. Whose investment reports follow each other goes with the roles of units. */
function partsOf({ type }: EffectiveFact): readonly Part[] {
  switch (type) {
    case 'InvestmentReported':
      return ['invested'];
    case 'ProgressReported':
      return ['progress'];
    case 'ResponsibleUnitAssigned':
    case 'ResponsibleUnitReleased':
    case 'AgentUnitAssigned':
    case 'AgentUnitReleased':
      return ['reported', 'invested'];
    default:
      return ['reported'];
  }
}

export function standOf(facts: readonly EffectiveFact[]): Stand {
  const parts: Record<Part, EffectiveFact[]> = { reported: [], invested: [], progress: [] };
  for (const fact of facts) for (const part of partsOf(fact)) parts[part].push(fact);
  return read(parts);
}

/** The stand once one more fact is reported after all the others. */
export function standWith(before: Stand, fact: EffectiveFact): Stand {
  const facts = { ...before.facts };
  for (const part of partsOf(fact)) facts[part] = [...facts[part], fact];
  return read(facts, before);
}

function read(facts: Stand['facts'], before?: Stand): Stand {
  const of = (part: Part): JsonObject =>
    before && before.facts[part] === facts[part] ? before.fields[part] : READ[part](facts[part]);
  return { facts, fields: { reported: of('reported'), invested: of('invested'), progress: of('progress') } };
}

function reportedOf(facts: readonly EffectiveFact[]): Fields {
  const { stage, possibleStage } = stageOn(stagesReached(facts), AT_THE_END);
  const stand: Fields = {
    stage,
    possibleStage,
    standing: isVoided(facts)
      ? 'voided'
      : hasLeftTheLists(facts)
        ? 'merged'
        : (standingSteps(facts).at(-1)?.standing ?? 'active'),
    ...registrationOf(facts),
    ...holdersOf(facts),
  };
  for (const { milestone, phase, on } of reachedMilestones(facts)) stand[named(`reached.${milestone}`, phase)] = on;
  for (const { milestone, phase, current } of plansOf(facts)) stand[named(`plan.${milestone}`, phase)] = current;
  for (const fact of facts) for (const [field, value] of fieldsOf(fact)) stand[field] = value;
  for (const { currency, fen } of fundsSums(facts)) stand[`funds.${currency}`] = { fen, currency };
  const count = (type: EffectiveFact['type']): number | undefined =>
    facts.filter((fact) => fact.type === type).length || undefined;
  return { ...stand, siteVisits: count('SiteVisited'), helpActions: count('HelpActionRecorded') };
}

/** Fields that a fact sets by itself; the last one to do so holds. */
function fieldsOf({ type, data }: EffectiveFact): readonly (readonly [Field, Json | undefined])[] {
  switch (type) {
    case 'AnnualPlanSet':
      return [
        [named(`annualPlan.${data.year}`, data.phase), data.investment],
        [named(`annualGoal.${data.year}`, data.phase), data.goal],
      ];
    case 'QuarterPlanSet': {
      const quarter = `${data.year}-Q${data.quarter}`;
      return [
        [named(`quarterPlan.${quarter}`, data.phase), data.goal],
        [named(`quarterInvestment.${quarter}`, data.phase), data.investment],
      ];
    }
    case 'ListedAsKeyProject':
      return [[`keyList.${data.level}.${data.year}`, data.category]];
    case 'RemovedFromKeyList':
      return [[`keyList.${data.level}.${data.year}`, undefined]];
    case 'ContentRevised':
      return [['content', data.content]];
    case 'ProjectMergedInto':
      return [['mergedInto', data.projectId]];
    case 'PermitStatusReported':
      return [[named(`permit.${data.catalogue}.${data.item}`, data.phase), data.state]];
    case 'FindingExplained':
      return [[`explained.${data.finding}`, data.text]];
    default:
      return [];
  }
}

const named = (name: Field, phase: string | undefined): Field => (phase === undefined ? name : `${name}.${phase}`);

function investedOf(facts: readonly EffectiveFact[]): Fields {
  const invested: Fields = {};
  for (const { year, inYear, total } of investedSteps(investmentsOf(facts))) {
    invested['invested'] = yuan(total);
    invested[`investedIn.${year}`] = yuan(inYear);
  }
  return invested;
}

function progressOf(facts: readonly EffectiveFact[]): Fields {
  const last = facts.at(-1);
  return last?.type === 'ProgressReported'
    ? { progressReportedFor: last.data.period, progressReports: facts.length }
    : {};
}

function registrationOf(facts: readonly EffectiveFact[]): Fields {
  const registration = registrationSteps(facts).at(-1)?.registration;
  if (!registration) return {};
  const { totalFen, ...said } = registration;
  return { ...said, totalInvestment: totalFen === undefined ? undefined : yuan(totalFen) };
}

function holdersOf(facts: readonly EffectiveFact[]): Fields {
  const holders = tenuresOf(facts).filter(({ until }) => until === undefined);
  const coLeaders = holders.filter(({ role }) => role === 'coLead').map(({ holderId }) => holderId);
  const jointUnits = holders.filter(({ role, joint }) => joint && role !== 'coLead').map(({ holderId }) => holderId);
  return {
    leaderId: holders.findLast(({ role }) => role === 'lead')?.holderId,
    coLeaderIds: coLeaders.length > 0 ? coLeaders : undefined,
    responsiblePersonId: holders.findLast(({ role }) => role === 'responsiblePerson')?.holderId,
    responsibleUnitId: mainUnit(holders, 'responsibleUnit')?.holderId,
    agentUnitId: mainUnit(holders, 'agentUnit')?.holderId,
    jointUnitIds: jointUnits.length > 0 ? jointUnits : undefined,
  };
}

const mainUnit = (holders: readonly Tenure[], role: Tenure['role']): Tenure | undefined =>
  holders.findLast((tenure) => tenure.role === role && !tenure.joint);

/** What a mending did to the fact it is about, as a change of the field `fact`: its data before and after; null while revoked. */
export function factChange(before: readonly Recorded<ProjectEvent>[], mending: Recorded<ProjectEvent>): Change[] {
  if (mending.type !== 'FactCorrected' && mending.type !== 'FactRevoked') return [];
  const after = [...before, mending];
  let target: Recorded<ProjectEvent> | undefined = mending;
  // A revocation may name a correction or another revocation; behind the last of them stands a fact.
  while (target?.type === 'FactCorrected' || target?.type === 'FactRevoked') {
    const { factId }: { factId: string } = target.data;
    target = before.find(({ id }) => id === factId);
  }
  const dataIn = (history: readonly Recorded<ProjectEvent>[]): Json =>
    (factsOf(history).find(({ id }) => id === target?.id)?.data as JsonObject | undefined) ?? null;
  return [{ field: 'fact', from: dataIn(before), to: dataIn(after) }];
}

/** The difference of two stands, by field name. */
export function changesBetween(before: Stand | undefined, after: Stand): Change[] {
  const known = before?.fields ?? NOTHING;
  return PARTS.filter((part) => known[part] !== after.fields[part])
    .flatMap((part) => differences(known[part], after.fields[part]))
    .sort((a, b) => (a.field < b.field ? -1 : 1));
}

function differences(before: JsonObject, after: JsonObject): Change[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !sameJson(before[field], after[field]))
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }));
}
