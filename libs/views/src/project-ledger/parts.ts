import type { EffectiveFact } from '#ledger';

/** The parts that a ledger row is made of; each is derived from the facts about it alone. */
export type Part = 'registration' | 'stages' | 'standing' | 'tenures' | 'invested' | 'keyLists';

/** Which part each fact is about; undefined: the ledger does not show it. A new fact without an entry does not compile. */
const PART_OF: Readonly<Record<EffectiveFact['type'], Part | undefined>> = {
  ProjectRegistered: 'registration',
  ProjectRenamed: 'registration',
  ProjectCodeGiven: 'registration',
  BuilderChanged: 'registration',
  TotalInvestmentChanged: 'registration',
  IndustryReclassified: 'registration',
  ProjectMovedToZone: 'registration',
  ProjectVoided: 'registration',
  ProjectMergedInto: 'registration',
  ProjectSplitFrom: 'registration',
  ContentRevised: undefined,
  ListedAsKeyProject: 'keyLists',
  RemovedFromKeyList: 'keyLists',
  ProjectPlanned: 'stages',
  LeadRecorded: 'stages',
  ProjectAdmitted: 'stages',
  FrameworkAgreementSigned: undefined,
  ProjectSigned: 'stages',
  ProjectFiled: 'stages',
  LandSupplied: 'stages',
  LandHandedOver: undefined,
  ConstructionPermitObtained: 'stages',
  ConstructionStarted: 'stages',
  EnteredStatistics: undefined,
  ProjectCompleted: 'stages',
  ProductionStarted: 'stages',
  FullCapacityReached: 'stages',
  ProjectSuspended: 'standing',
  ProjectResumed: 'standing',
  ProjectExited: 'standing',
  MilestonePlanned: undefined,
  MilestoneRescheduled: undefined,
  AnnualPlanSet: undefined,
  QuarterPlanSet: undefined,
  ProgressReported: undefined,
  FundsArrived: undefined,
  PermitStatusReported: undefined,
  InvestmentReported: 'invested',
  LeaderAssigned: 'tenures',
  LeaderReleased: 'tenures',
  ResponsibleUnitAssigned: 'tenures',
  ResponsibleUnitReleased: 'tenures',
  ResponsiblePersonAssigned: 'tenures',
  ResponsiblePersonReleased: 'tenures',
  AgentUnitAssigned: 'tenures',
  AgentUnitReleased: 'tenures',
  SiteVisited: undefined,
  HelpActionRecorded: undefined,
  FindingExplained: undefined,
};

/** The parts a fact is about. Any fact that names a phase counts for the stages: the project is complete with its last one. */
export function partsOf({ type, data }: EffectiveFact): readonly Part[] {
  const part = PART_OF[type];
  const stages = data.phase !== undefined && part !== 'stages' ? (['stages'] as const) : [];
  return part === undefined ? stages : [part, ...stages];
}
