import { dayNumber, fenOf, type Day } from '#kernel';
import { FOREVER } from '#database';
import {
  changesListing,
  changesRegistration,
  holding,
  isListed,
  makesPhase,
  registrationSteps,
  stagesReached,
  type EffectiveFact,
  type Indicator,
  type ProjectFact,
  type Registration,
  type Stage,
} from '#ledger';
import { isIndustrial } from './industry.ts';

/** Something of a project that counts for an indicator: from its day on, which is the last one of an imprecise date. */
export type AchievementRow = {
  readonly project_id: string;
  /** The day it counts on; of an undated one the day it was filed, which never counts. */
  readonly valid_from: number;
  readonly valid_to: number;
  readonly indicator: Indicator;
  readonly fact_id: string;
  readonly dated: 0 | 1;
  /** The date as it was reported. */
  readonly on_date: string;
  /** The name the project has now. */
  readonly name: string;
  /** Zone, total investment and industry are those of the day; -1 where nobody said. */
  readonly zone_id: string;
  readonly total_fen: number;
  readonly industrial: 0 | 1 | -1;
  /** Whether the project is part of a package now, whenever it was split from it. */
  readonly part: 0 | 1;
  /** Land: whether it was supplied as standard land (标准地). */
  readonly standard: 0 | 1;
  /** Land: the area in 0.01 ㎡. Funds: 分 or cent. 0 for a project. */
  readonly amount: number;
  /** Funds only; empty otherwise. */
  readonly currency: string;
};

/** The stages of a whole project that are counted, as indicators. */
const COUNTED: Readonly<Partial<Record<Stage, Indicator>>> = {
  signed: 'signed',
  constructionStarted: 'started',
  completed: 'completed',
  inProduction: 'inProduction',
};

const COUNTED_FACTS: ReadonlySet<ProjectFact['type']> = new Set<ProjectFact['type']>([
  'ProjectSigned',
  'ConstructionStarted',
  'ProjectCompleted',
  'ProductionStarted',
  'LandSupplied',
  'FundsArrived',
]);

/**
 * Whether one more fact can change the rows. Any change of the registration may be filed for a day before another one, and one
 * that makes a phase can: the project is complete with its last one.
 */
export function changesAchievements(fact: ProjectFact): boolean {
  return COUNTED_FACTS.has(fact.type) || changesListing(fact) || changesRegistration(fact) || makesPhase(fact);
}

/** What a project has achieved, in the order of the days; nothing for one that is in no list. */
export function achievementsOf(projectId: string, facts: readonly EffectiveFact[]): AchievementRow[] {
  if (!isListed(facts)) return [];
  const steps = registrationSteps(facts);
  const { name, partOf } = (steps.at(-1) as Step).registration;
  const rows: AchievementRow[] = [];
  const add = (indicator: Indicator, { day, on, factId }: Happened, more: Partial<AchievementRow> = {}): void => {
    const { zoneId, totalFen, industry } = registrationOn(steps, day);
    rows.push({
      project_id: projectId,
      valid_from: dayNumber(day),
      valid_to: FOREVER,
      indicator,
      fact_id: factId,
      dated: on === 'unknown' ? 0 : 1,
      on_date: on,
      name,
      zone_id: zoneId,
      total_fen: totalFen ?? -1,
      industrial: industry === undefined ? -1 : isIndustrial(industry),
      part: partOf === undefined ? 0 : 1,
      standard: 0,
      amount: 0,
      currency: '',
      ...more,
    });
  };
  for (const { stage, certainFrom, on, factId } of stagesReached(facts)) {
    const indicator = COUNTED[stage];
    if (indicator) add(indicator, { day: certainFrom, on, factId });
  }
  for (const fact of facts) {
    if (fact.type === 'LandSupplied') {
      const { area, standardLand } = fact.data;
      add('standardLandShare', happened(fact), { amount: area, standard: standardLand === true ? 1 : 0 });
    } else if (fact.type === 'FundsArrived') {
      const { amount } = fact.data;
      add('fundsArrived', happened(fact), { amount: fenOf(amount), currency: amount.currency });
    }
  }
  return rows.sort((a, b) => a.valid_from - b.valid_from);
}

interface Happened {
  readonly day: Day;
  readonly on: string;
  readonly factId: string;
}

type Step = { readonly from: Day; readonly registration: Registration };

function happened({ id, filedOn, data }: Extract<EffectiveFact, { type: 'LandSupplied' | 'FundsArrived' }>): Happened {
  return { day: holding(data.on, filedOn).certainFrom, on: data.on, factId: id };
}

/** The registration data as on a day; before the registration was filed, what it said. */
function registrationOn(steps: readonly Step[], day: Day): Registration {
  return (steps.findLast(({ from }) => from <= day) ?? (steps[0] as Step)).registration;
}
