import { makesPhase, type EffectiveFact } from '#ledger';

/** The parts that a ledger row is made of; each is derived from the facts about it alone. */
export type Part = 'registration' | 'stages' | 'reached' | 'standing' | 'tenures' | 'invested' | 'keyLists' | 'plans';

const NONE: readonly Part[] = [];
const STAGE: readonly Part[] = ['stages', 'reached'];
/** Whose reports follow each other goes with the roles of units. */
const UNIT: readonly Part[] = ['tenures', 'invested'];

/** Which parts each fact is about; none: the ledger does not show it. A new fact without an entry does not compile. */
const PARTS_OF: Readonly<Record<EffectiveFact['type'], readonly Part[]>> = {
  ProjectRegistered: ['registration'],
  ProjectRenamed: ['registration'],
  ProjectCodeGiven: ['registration'],
  BuilderChanged: ['registration'],
  TotalInvestmentChanged: ['registration'],
  IndustryReclassified: ['registration'],
  ProjectMovedToZone: ['registration'],
  ProjectVoided: ['registration'],
  ProjectMergedInto: ['registration'],
  ProjectSplitFrom: ['registration'],
  ContentRevised: NONE,
  ListedAsKeyProject: ['keyLists'],
  RemovedFromKeyList: ['keyLists'],
  ProjectPlanned: STAGE,
  LeadRecorded: STAGE,
  ProjectAdmitted: STAGE,
  FrameworkAgreementSigned: NONE,
  ProjectSigned: STAGE,
  ProjectFiled: STAGE,
  LandSupplied: STAGE,
  LandHandedOver: ['reached'],
  ConstructionPermitObtained: STAGE,
  ConstructionStarted: STAGE,
  EnteredStatistics: ['reached'],
  ProjectCompleted: STAGE,
  ProductionStarted: STAGE,
  FullCapacityReached: STAGE,
  ProjectSuspended: ['standing'],
  ProjectResumed: ['standing'],
  ProjectExited: ['standing'],
  MilestonePlanned: ['plans'],
  MilestoneRescheduled: ['plans'],
  AnnualPlanSet: NONE,
  QuarterPlanSet: NONE,
  ProgressReported: NONE,
  FundsArrived: NONE,
  PermitStatusReported: NONE,
  InvestmentReported: ['invested'],
  LeaderAssigned: ['tenures'],
  LeaderReleased: ['tenures'],
  ResponsibleUnitAssigned: UNIT,
  ResponsibleUnitReleased: UNIT,
  ResponsiblePersonAssigned: ['tenures'],
  ResponsiblePersonReleased: ['tenures'],
  AgentUnitAssigned: UNIT,
  AgentUnitReleased: UNIT,
  SiteVisited: NONE,
  HelpActionRecorded: NONE,
  FindingExplained: NONE,
};

/** The parts a fact is about. One that makes a phase counts for the stages: the project is complete with its last phase. */
export function partsOf(fact: EffectiveFact): readonly Part[] {
  const parts = PARTS_OF[fact.type];
  return makesPhase(fact) && !parts.includes('stages') ? [...parts, 'stages'] : parts;
}
