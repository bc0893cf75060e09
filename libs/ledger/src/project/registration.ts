import { fenOf, type Day } from '#kernel';
import { inForce, type Days } from './attribution.ts';
import type { Industry, ProjectFact, ProjectRegistered } from './events.ts';
import type { EffectiveFact } from './facts.ts';

/** What the registration data say as of the last change. */
export interface Registration {
  readonly name: string;
  readonly zoneId: string;
  readonly code: string | undefined;
  readonly totalFen: number | undefined;
  readonly builder: string | undefined;
  readonly industry: Industry | undefined;
  readonly capital: ProjectRegistered['data']['capital'];
  /** The package that this project is a part of (打包项目拆分). */
  readonly partOf: string | undefined;
}

const NOTHING: Registration = {
  name: '',
  zoneId: '',
  code: undefined,
  totalFen: undefined,
  builder: undefined,
  industry: undefined,
  capital: undefined,
  partOf: undefined,
};

/** Registration data step by step: each change holds from the day it was filed, the registration itself from the beginning. */
export function registrationSteps(facts: readonly EffectiveFact[]): { from: Day; registration: Registration }[] {
  const steps: { from: Day; registration: Registration }[] = [];
  let now = NOTHING;
  for (const fact of facts) {
    const next = changed(now, fact);
    if (next === now) continue;
    now = next;
    steps.push({ from: fact.filedOn, registration: now });
  }
  return steps;
}

/** Whether a fact is a step of the registration data. */
export function changesRegistration(fact: ProjectFact): boolean {
  return changed(NOTHING, fact) !== NOTHING;
}

/** Before every date of the ledger. */
const BEGINNING: Day = '1900-01-01';

/** The days on which a project lay in a zone. */
export interface ZoneDays extends Days {
  readonly zoneId: string;
}

/**
 * Every project lies in one zone a day: in the one it was registered in from the beginning, in another from the day that was
 * filed; of two changes the later in the log holds, whichever day was claimed. Empty where nobody registered it.
 */
export function zonesOf(facts: readonly EffectiveFact[]): ZoneDays[] {
  const steps = registrationSteps(facts);
  const forces = inForce(steps.map(({ from }, i) => (i === 0 ? BEGINNING : from)));
  const zones: ZoneDays[] = [];
  for (const [i, { registration }] of steps.entries()) {
    const force = forces[i];
    if (!force) continue;
    const { zoneId } = registration;
    const last = zones.at(-1);
    if (last?.zoneId === zoneId) zones[zones.length - 1] = { ...force, from: last.from, zoneId };
    else zones.push({ ...force, zoneId });
  }
  return zones;
}

function changed(now: Registration, fact: ProjectFact): Registration {
  switch (fact.type) {
    case 'ProjectRegistered': {
      const { name, zoneId, code, totalInvestment, builder, industry, capital } = fact.data;
      const totalFen = totalInvestment && fenOf(totalInvestment);
      return { ...now, name, zoneId, code, totalFen, builder: builder?.name, industry, capital };
    }
    case 'ProjectRenamed':
      return { ...now, name: fact.data.name };
    case 'ProjectCodeGiven':
      return { ...now, code: fact.data.code };
    case 'BuilderChanged':
      return { ...now, builder: fact.data.builder.name };
    case 'TotalInvestmentChanged':
      return { ...now, totalFen: fenOf(fact.data.amount) };
    case 'IndustryReclassified': {
      const { edition, code } = fact.data;
      return { ...now, industry: { edition, code } };
    }
    case 'ProjectMovedToZone':
      return { ...now, zoneId: fact.data.zoneId };
    case 'ProjectSplitFrom':
      return { ...now, partOf: fact.data.projectId };
    default:
      return now;
  }
}
