import { makesPhase, type EffectiveFact } from '#ledger';
import { DISPATCH_PARTS, type DispatchPart } from './rows.ts';

const NONE: readonly DispatchPart[] = [];
const STAGES: readonly DispatchPart[] = ['movements', 'waits', 'silences'];

/**
 * Which tables each fact can change. Of registration data the last report holds whole, the zone with it, whatever the order
 * in which days of filing are claimed. A new fact without an entry does not compile.
 */
const PARTS_OF: Readonly<Record<EffectiveFact['type'], readonly DispatchPart[]>> = {
  ProjectRegistered: DISPATCH_PARTS,
  ProjectMovedToZone: DISPATCH_PARTS,
  ProjectVoided: DISPATCH_PARTS,
  ProjectMergedInto: DISPATCH_PARTS,
  ProjectRenamed: DISPATCH_PARTS,
  ProjectCodeGiven: DISPATCH_PARTS,
  BuilderChanged: DISPATCH_PARTS,
  ContentRevised: NONE,
  TotalInvestmentChanged: DISPATCH_PARTS,
  IndustryReclassified: DISPATCH_PARTS,
  ProjectSplitFrom: DISPATCH_PARTS,
  ListedAsKeyProject: NONE,
  RemovedFromKeyList: NONE,
  ProjectPlanned: STAGES,
  LeadRecorded: STAGES,
  ProjectAdmitted: STAGES,
  FrameworkAgreementSigned: NONE,
  ProjectSigned: STAGES,
  ProjectFiled: STAGES,
  LandSupplied: STAGES,
  LandHandedOver: NONE,
  ConstructionPermitObtained: STAGES,
  ConstructionStarted: STAGES,
  EnteredStatistics: NONE,
  ProjectCompleted: STAGES,
  ProductionStarted: STAGES,
  FullCapacityReached: STAGES,
  ProjectSuspended: STAGES,
  ProjectResumed: STAGES,
  ProjectExited: STAGES,
  MilestonePlanned: ['slips'],
  MilestoneRescheduled: ['slips'],
  AnnualPlanSet: ['money'],
  QuarterPlanSet: NONE,
  ProgressReported: ['silences'],
  InvestmentReported: ['silences', 'money'],
  FundsArrived: NONE,
  PermitStatusReported: NONE,
  LeaderAssigned: NONE,
  LeaderReleased: NONE,
  ResponsiblePersonAssigned: NONE,
  ResponsiblePersonReleased: NONE,
  ResponsibleUnitAssigned: ['silences', 'money'],
  ResponsibleUnitReleased: ['silences', 'money'],
  AgentUnitAssigned: ['money'],
  AgentUnitReleased: ['money'],
  SiteVisited: NONE,
  HelpActionRecorded: NONE,
  FindingExplained: NONE,
};

/** The tables a fact can change. One that makes a phase counts for the stages: the project is complete with its last phase. */
export function partsOf(fact: EffectiveFact): readonly DispatchPart[] {
  return makesPhase(fact) ? [...PARTS_OF[fact.type], ...STAGES] : PARTS_OF[fact.type];
}
