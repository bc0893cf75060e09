import { sameJson, yuan, type Json, type JsonObject } from '#kernel';
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
  type ProjectEvent,
} from '#ledger';
import type { Sequenced } from '#database';

/** One thing about a project that an event changed. `from` null: there was nothing before. */
export interface Change {
  readonly field: string;
  readonly from: Json;
  readonly to: Json;
}

/** After every date there is: what the facts amount to once all of them hold. */
const AT_THE_END = '9999-12-31';

/** What a project amounts to, field by field; a field that is absent is not known. */
export function standOf(history: readonly Sequenced<ProjectEvent>[]): JsonObject {
  const facts = factsOf(history);
  const registration = registrationSteps(facts).at(-1)?.registration;
  const { stage, possibleStage } = stageOn(stagesReached(facts), AT_THE_END);
  const holders = tenuresOf(facts).filter(({ until }) => until === undefined);
  const invested = investedSteps(investmentsOf(facts)).at(-1);
  const stand: Record<string, Json> = {
    stage,
    standing: isVoided(facts) ? 'voided' : (standingSteps(facts).at(-1)?.standing ?? 'active'),
  };
  if (possibleStage !== undefined) stand['possibleStage'] = possibleStage;
  if (registration) {
    stand['name'] = registration.name;
    stand['zoneId'] = registration.zoneId;
    if (registration.code !== undefined) stand['code'] = registration.code;
    if (registration.builder !== undefined) stand['builder'] = registration.builder;
    if (registration.totalFen !== undefined) stand['totalInvestment'] = yuan(registration.totalFen);
  }
  if (invested) {
    stand['invested'] = yuan(invested.total);
    stand[`investedIn${invested.year}`] = yuan(invested.inYear);
  }
  const lead = holders.findLast(({ role }) => role === 'lead');
  if (lead) stand['leaderId'] = lead.holderId;
  const coLeaders = holders.filter(({ role }) => role === 'coLead').map(({ holderId }) => holderId);
  if (coLeaders.length > 0) stand['coLeaderIds'] = coLeaders;
  const unit = holders.findLast(({ role }) => role === 'responsibleUnit');
  if (unit) stand['responsibleUnitId'] = unit.holderId;
  for (const { milestone, phase, on } of reachedMilestones(facts))
    stand[`reached.${milestone}${phase ? `.${phase}` : ''}`] = on;
  for (const { milestone, phase, current } of plansOf(facts))
    stand[`plan.${milestone}${phase ? `.${phase}` : ''}`] = current;
  for (const fact of facts)
    if (fact.type === 'AnnualPlanSet') stand[`annualPlan.${fact.data.year}`] = fact.data.investment;
  return stand;
}

/** The difference of two stands, by field name. */
export function changesBetween(before: JsonObject, after: JsonObject): Change[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return fields
    .filter((field) => !sameJson(before[field], after[field]))
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }));
}
