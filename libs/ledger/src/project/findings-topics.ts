import { makesPhase, type EffectiveFact } from './facts.ts';
import type { AtHand, Found } from './findings-made.ts';
import { foundInAmounts, investedAboveTotal, investedBeforeStart } from './findings-money.ts';
import { foundInOrder } from './findings-order.ts';
import { filedLate, notReported, sameTexts } from './findings-reports.ts';
import { foundInTenures } from './findings-tenures.ts';
import { foundInTime } from './findings-time.ts';

/** What the rules are about: each rule makes findings of codes of its own, so topics are found one by one. */
const RULES = {
  order: foundInOrder,
  moneyBeforeStart: investedBeforeStart,
  moneyAboveTotal: investedAboveTotal,
  amounts: foundInAmounts,
  texts: sameTexts,
  late: filedLate,
  silence: notReported,
  time: foundInTime,
  tenures: foundInTenures,
} satisfies Record<string, (hand: AtHand) => Found[]>;

export type FindingTopic = keyof typeof RULES;
export const FINDING_TOPICS = Object.keys(RULES) as FindingTopic[];

export function foundIn(topic: FindingTopic, hand: AtHand): Found[] {
  return RULES[topic](hand);
}

const NONE: readonly FindingTopic[] = [];
const TENURE: readonly FindingTopic[] = ['tenures'];
const MILESTONE: readonly FindingTopic[] = ['order', 'time'];
/** Whose reports follow each other. */
const UNIT: readonly FindingTopic[] = [...TENURE, 'moneyAboveTotal', 'amounts', 'texts'];
const PRODUCTION: readonly FindingTopic[] = [...MILESTONE, 'silence'];

/** Which topics each fact can change, but for whether it was filed late itself. A new fact without an entry does not compile. */
const TOUCHED_BY: Readonly<Record<EffectiveFact['type'], readonly FindingTopic[]>> = {
  ProjectRegistered: ['moneyAboveTotal', 'silence'],
  ProjectMovedToZone: NONE,
  ProjectVoided: NONE,
  ProjectMergedInto: NONE,
  ProjectRenamed: NONE,
  ProjectCodeGiven: NONE,
  BuilderChanged: NONE,
  ContentRevised: NONE,
  TotalInvestmentChanged: ['moneyAboveTotal'],
  IndustryReclassified: NONE,
  ProjectSplitFrom: NONE,
  ListedAsKeyProject: NONE,
  RemovedFromKeyList: NONE,
  ProjectPlanned: MILESTONE,
  LeadRecorded: MILESTONE,
  ProjectAdmitted: MILESTONE,
  FrameworkAgreementSigned: MILESTONE,
  ProjectSigned: MILESTONE,
  ProjectFiled: MILESTONE,
  LandSupplied: MILESTONE,
  LandHandedOver: MILESTONE,
  ConstructionPermitObtained: MILESTONE,
  ConstructionStarted: [...MILESTONE, 'moneyBeforeStart'],
  EnteredStatistics: MILESTONE,
  ProjectCompleted: MILESTONE,
  ProductionStarted: PRODUCTION,
  FullCapacityReached: PRODUCTION,
  ProjectSuspended: ['order'],
  ProjectResumed: ['order'],
  ProjectExited: ['order', 'time', 'silence'],
  MilestonePlanned: ['time'],
  MilestoneRescheduled: ['time'],
  AnnualPlanSet: NONE,
  QuarterPlanSet: NONE,
  ProgressReported: ['texts', 'silence'],
  InvestmentReported: ['moneyBeforeStart', 'moneyAboveTotal', 'amounts', 'silence'],
  FundsArrived: NONE,
  PermitStatusReported: NONE,
  LeaderAssigned: TENURE,
  LeaderReleased: TENURE,
  ResponsiblePersonAssigned: TENURE,
  ResponsiblePersonReleased: TENURE,
  ResponsibleUnitAssigned: UNIT,
  ResponsibleUnitReleased: UNIT,
  AgentUnitAssigned: UNIT,
  AgentUnitReleased: UNIT,
  SiteVisited: NONE,
  HelpActionRecorded: NONE,
  FindingExplained: FINDING_TOPICS,
};

/**
 * The topics in which one fact more can change what was found before it. A phase that is named for the first time can undo
 * that the whole project is in production, and with it that reports are due no more.
 */
export function topicsTouchedBy(fact: EffectiveFact): readonly FindingTopic[] {
  const topics = TOUCHED_BY[fact.type];
  return makesPhase(fact) && !topics.includes('silence') ? [...topics, 'silence'] : topics;
}
