import { lastDay, type Day, type FactDate } from '#kernel';
import {
  addMonths,
  exitOf,
  handoversOf,
  landTerm,
  PERMIT_MONTHS,
  sooner,
  reachedByName,
  type ReachedByName,
} from './deadlines-terms.ts';
import type { PlannableMilestone } from './events.ts';
import { holding, stagesReached, standingSteps, type EffectiveFact } from './facts.ts';
import { idOf, inTurn } from './findings-made.ts';
import { firstMet, metBy } from './met.ts';

/** 计划节点 | 合同约定 | 土地约定 | 施工许可 */
export const DEADLINE_KINDS = ['plan', 'contract', 'land', 'permit'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** What falls due, and the days on which it is what is expected. */
export interface Deadline {
  /** Its kind, the land supply where there may be several, the milestone and the phase. */
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly milestone: PlannableMilestone;
  readonly phase?: string;
  /** The last day in time. */
  readonly due: Day;
  readonly factId: string;
  /** Half-open: from the day it was set until it is reached, set anew, or the project exits. It stays open when overdue. */
  readonly from: Day;
  readonly until?: Day;
}

/**
 * Everything that ever falls due: the current plan of each milestone, what the contract and the land contracts agreed, and
 * the construction permit that lapses. What has no date falls due on no day. Deadlines of one id are never of one day.
 */
export function deadlinesOf(facts: readonly EffectiveFact[]): Deadline[] {
  const reached = reachedByName(facts);
  let filed = '';
  const set = facts.flatMap((fact) => {
    if (fact.filedOn > filed) filed = fact.filedOn;
    return deadlinesSetBy(fact, filed, reached);
  });
  if (set.length === 0) return [];
  const closed = closings(facts, reached);
  return inTurn(set).flatMap(({ due, ...deadline }) => {
    const until = sooner(deadline.until, closed(deadline));
    if (due === undefined || (until !== undefined && until <= deadline.from)) return [];
    return [{ ...deadline, due, ...(until !== undefined && { until }) }];
  });
}

/** A plan without a date takes the place of the one before it, and falls due on no day. */
type DeadlineSet = Omit<Deadline, 'due'> & { readonly due: Day | undefined };

/** `filed`: the last day on which this fact or one before it was filed; of two plans the later in the log is the current one. */
function deadlinesSetBy(fact: EffectiveFact, filed: Day, reached: ReachedByName): DeadlineSet[] {
  switch (fact.type) {
    case 'MilestonePlanned':
      return [planned(fact, fact.data.milestone, fact.data.on, filed)];
    case 'MilestoneRescheduled':
      return [planned(fact, fact.data.milestone, fact.data.to, filed)];
    case 'ProjectSigned':
      return [
        ...agreed(fact, 'contract', 'constructionStarted', fact.data.agreedStart),
        ...agreed(fact, 'contract', 'inProduction', fact.data.agreedProduction),
      ];
    case 'LandSupplied':
      return [
        ...agreed(fact, 'land', 'landHandedOver', fact.data.agreedHandover),
        ...agreed(fact, 'land', 'constructionStarted', landTerm(fact, reached)?.startBy),
        ...agreed(fact, 'land', 'completed', fact.data.agreedCompletion),
      ];
    case 'ConstructionPermitObtained': {
      const permit = lastDay(fact.data.on);
      return agreed(fact, 'permit', 'constructionStarted', permit && addMonths(permit, PERMIT_MONTHS));
    }
    default:
      return [];
  }
}

/** A plan is open from the day it was filed. */
function planned(fact: EffectiveFact, milestone: PlannableMilestone, on: FactDate, from: Day): DeadlineSet {
  const { phase } = fact.data;
  return {
    id: idOf('plan', milestone, phase),
    kind: 'plan',
    milestone,
    ...(phase !== undefined && { phase }),
    due: lastDay(on),
    factId: fact.id,
    from,
  };
}

type Agreement = Extract<EffectiveFact, { type: 'ProjectSigned' | 'LandSupplied' | 'ConstructionPermitObtained' }>;

/** What was agreed is open from the day of the agreement, as far as that is known. */
function agreed(
  fact: Agreement,
  kind: DeadlineKind,
  milestone: PlannableMilestone,
  date: string | undefined,
): DeadlineSet[] {
  const due = date === undefined ? undefined : lastDay(date);
  if (due === undefined) return [];
  const { phase, on } = fact.data;
  return [
    {
      id: idOf(kind, kind === 'land' ? fact.id : undefined, milestone, phase),
      kind,
      milestone,
      ...(phase !== undefined && { phase }),
      due,
      factId: fact.id,
      from: holding(on, fact.filedOn).certainFrom,
    },
  ];
}

/**
 * The day on which a milestone needs no waiting for any more: it, or one after it, is reached, or the project has left. Land
 * waits for its own hand-over.
 */
function closings(
  facts: readonly EffectiveFact[],
  reached: ReachedByName,
): (of: Pick<Deadline, 'milestone' | 'phase' | 'factId'>) => Day | undefined {
  const metOf = metBy(reached, stagesReached(facts));
  const exit = exitOf(standingSteps(facts));
  return ({ milestone, phase, factId }) => {
    const land = milestone === 'landHandedOver' && facts.find((fact) => fact.id === factId);
    const met =
      land && land.type === 'LandSupplied'
        ? firstMet(new Map(reached).set('landHandedOver', handoversOf(land, reached)), milestone, phase)
        : metOf(milestone, phase);
    return sooner(met?.day, exit);
  };
}
