import type { Texts } from '#kernel';
import type { PlannableMilestone, ProjectFact } from './events.ts';

/** The lifecycle spine, in order. A project skips steps; its stage is the furthest it has reached. */
export const STAGES = [
  'registered',
  'planned',
  'lead',
  'admitted',
  'signed',
  'filed',
  'landSupplied',
  'permitted',
  'constructionStarted',
  'completed',
  'inProduction',
  'atCapacity',
] as const;
export type Stage = (typeof STAGES)[number];

export const STAGE_TEXTS: Readonly<Record<Stage, Texts>> = {
  registered: { zh: '入库', en: 'registered' },
  planned: { zh: '谋划', en: 'planned' },
  lead: { zh: '在谈', en: 'in talks' },
  admitted: { zh: '准入', en: 'admitted' },
  signed: { zh: '签约', en: 'signed' },
  filed: { zh: '立项备案', en: 'filed' },
  landSupplied: { zh: '供地', en: 'land supplied' },
  permitted: { zh: '施工许可', en: 'permitted' },
  constructionStarted: { zh: '开工', en: 'under construction' },
  completed: { zh: '竣工', en: 'completed' },
  inProduction: { zh: '投产', en: 'in production' },
  atCapacity: { zh: '达产', en: 'at capacity' },
};

type MilestoneEvent = Extract<
  ProjectFact['type'],
  | 'ProjectPlanned'
  | 'LeadRecorded'
  | 'ProjectAdmitted'
  | 'FrameworkAgreementSigned'
  | 'ProjectSigned'
  | 'ProjectFiled'
  | 'LandSupplied'
  | 'LandHandedOver'
  | 'ConstructionPermitObtained'
  | 'ConstructionStarted'
  | 'EnteredStatistics'
  | 'ProjectCompleted'
  | 'ProductionStarted'
  | 'FullCapacityReached'
>;

/** Which milestone an event reports. The spine's are also stages; a framework agreement, a hand-over and the statistics stand beside it. */
export const MILESTONE_OF: Readonly<Record<MilestoneEvent, PlannableMilestone>> = {
  ProjectPlanned: 'planned',
  LeadRecorded: 'lead',
  ProjectAdmitted: 'admitted',
  FrameworkAgreementSigned: 'frameworkAgreement',
  ProjectSigned: 'signed',
  ProjectFiled: 'filed',
  LandSupplied: 'landSupplied',
  LandHandedOver: 'landHandedOver',
  ConstructionPermitObtained: 'permitted',
  ConstructionStarted: 'constructionStarted',
  EnteredStatistics: 'inStatistics',
  ProjectCompleted: 'completed',
  ProductionStarted: 'inProduction',
  FullCapacityReached: 'atCapacity',
};

export const MILESTONES: readonly PlannableMilestone[] = Object.values(MILESTONE_OF);

export const MILESTONE_TEXTS: Readonly<Record<PlannableMilestone, Texts>> = {
  ...STAGE_TEXTS,
  frameworkAgreement: { zh: '框架协议', en: 'framework agreement' },
  landHandedOver: { zh: '交地', en: 'land handed over' },
  inStatistics: { zh: '入统', en: 'in statistics' },
};

/** The milestone an event reports, or undefined for any other event. */
export function milestoneOf(type: string): PlannableMilestone | undefined {
  return Object.hasOwn(MILESTONE_OF, type) ? MILESTONE_OF[type as MilestoneEvent] : undefined;
}

const RANK: ReadonlyMap<string, number> = new Map(STAGES.map((stage, i) => [stage, i]));

/** Place of a milestone on the spine, from 0; undefined for one that stands beside it. */
export function rankOf(milestone: string): number | undefined {
  return RANK.get(milestone);
}
