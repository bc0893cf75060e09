import { sameJson, yuan, type Json, type JsonObject, type Recorded } from '#kernel';
import {
  factsOf,
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
} from '#ledger';

/** One thing about a project that an event changed. `from` null: there was nothing before. */
export interface Change {
  readonly field: string;
  readonly from: Json;
  readonly to: Json;
}

/** After every date there is: what the facts amount to once all of them hold. */
const AT_THE_END = '9999-12-31';

/** What a project amounts to, field by field; a field that is absent is not known. */
export function standOf(history: readonly Recorded<ProjectEvent>[]): JsonObject {
  const facts = factsOf(history);
  const { stage, possibleStage } = stageOn(stagesReached(facts), AT_THE_END);
  const stand: Record<string, Json | undefined> = {
    stage,
    possibleStage,
    standing: isVoided(facts) ? 'voided' : (standingSteps(facts).at(-1)?.standing ?? 'active'),
    ...registrationOf(facts),
    ...holdersOf(facts),
  };
  const named = (name: string, phase: string | undefined): string => (phase === undefined ? name : `${name}.${phase}`);
  for (const { milestone, phase, on } of reachedMilestones(facts)) stand[named(`reached.${milestone}`, phase)] = on;
  for (const { milestone, phase, current } of plansOf(facts)) stand[named(`plan.${milestone}`, phase)] = current;
  for (const { year, inYear, total } of investedSteps(investmentsOf(facts))) {
    stand['invested'] = yuan(total);
    stand[`investedIn.${year}`] = yuan(inYear);
  }
  for (const { type, data } of facts) {
    if (type === 'AnnualPlanSet') stand[`annualPlan.${data.year}`] = data.investment;
    if (type === 'ListedAsKeyProject') stand[`keyList.${data.level}.${data.year}`] = data.category;
    if (type === 'ContentRevised') stand['content'] = data.content;
    if (type === 'ProgressReported') stand['progressReportedFor'] = data.period;
  }
  return stand;
}

function registrationOf(facts: readonly EffectiveFact[]): Record<string, Json | undefined> {
  const registration = registrationSteps(facts).at(-1)?.registration;
  if (!registration) return {};
  const { totalFen, ...said } = registration;
  return { ...said, totalInvestment: totalFen === undefined ? undefined : yuan(totalFen) };
}

function holdersOf(facts: readonly EffectiveFact[]): Record<string, Json | undefined> {
  const holders = tenuresOf(facts).filter(({ until }) => until === undefined);
  const coLeaders = holders.filter(({ role }) => role === 'coLead').map(({ holderId }) => holderId);
  return {
    leaderId: holders.findLast(({ role }) => role === 'lead')?.holderId,
    coLeaderIds: coLeaders.length > 0 ? coLeaders : undefined,
    responsibleUnitId: holders.findLast(({ role }) => role === 'responsibleUnit')?.holderId,
  };
}

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
export function changesBetween(before: JsonObject, after: JsonObject): Change[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return fields
    .filter((field) => !sameJson(before[field], after[field]))
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }));
}
