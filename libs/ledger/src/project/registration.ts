import { fenOf, type Day } from '#kernel';
import type { Industry, ProjectRegistered } from './events.ts';
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

function changed(now: Registration, fact: EffectiveFact): Registration {
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
