import type { Shapes, Upcaster } from '#kernel';
import type { CatalogueEvent } from './catalogue/events.ts';
import type { OrganizationEvent } from './organization/events.ts';
import type { PersonEvent } from './person/events.ts';
import type { ProjectCodeEvent } from './project-code/events.ts';
import type { ProjectEvent } from './project/events.ts';
import type { ReassignmentEvent } from './reassignment/events.ts';
import type { TargetEvent } from './target/events.ts';
import type { ZoneEvent } from './zone/events.ts';

/** Everything that can stand in the log of a ledger. */
export type LedgerEvent =
  | ProjectEvent
  | ZoneEvent
  | OrganizationEvent
  | PersonEvent
  | CatalogueEvent
  | TargetEvent
  | ReassignmentEvent
  | ProjectCodeEvent;

/**
 * Every type of event with the steps from each version of its data to the next, oldest first; none: its shape never changed.
 * How to add one: docs/how-to/change-an-events-shape.md.
 */
export const SHAPES = {
  // A correction has the version of the data in it, those of the fact that it corrects; its own fields stay for ever.
  FactCorrected: [],
  FactRevoked: [],

  ProjectRegistered: [],
  ProjectRenamed: [],
  ProjectCodeGiven: [],
  BuilderChanged: [],
  ContentRevised: [],
  TotalInvestmentChanged: [],
  IndustryReclassified: [],
  ProjectMovedToZone: [],
  ProjectVoided: [],
  ProjectMergedInto: [],
  ProjectSplitFrom: [],
  ListedAsKeyProject: [],
  RemovedFromKeyList: [],
  ProjectPlanned: [],
  LeadRecorded: [],
  ProjectAdmitted: [],
  FrameworkAgreementSigned: [],
  ProjectSigned: [],
  ProjectFiled: [],
  LandSupplied: [],
  LandHandedOver: [],
  ConstructionPermitObtained: [],
  ConstructionStarted: [],
  EnteredStatistics: [],
  ProjectCompleted: [],
  ProductionStarted: [],
  FullCapacityReached: [],
  ProjectSuspended: [],
  ProjectResumed: [],
  ProjectExited: [],
  MilestonePlanned: [],
  MilestoneRescheduled: [],
  AnnualPlanSet: [],
  QuarterPlanSet: [],
  ProgressReported: [],
  InvestmentReported: [],
  FundsArrived: [],
  PermitStatusReported: [],
  LeaderAssigned: [],
  LeaderReleased: [],
  ResponsiblePersonAssigned: [],
  ResponsiblePersonReleased: [],
  ResponsibleUnitAssigned: [],
  ResponsibleUnitReleased: [],
  AgentUnitAssigned: [],
  AgentUnitReleased: [],
  SiteVisited: [],
  HelpActionRecorded: [],
  FindingExplained: [],

  ZoneDefined: [],
  ZoneRenamed: [],
  ZoneRelabelled: [],
  ZoneRetiered: [],

  OrganizationDefined: [],
  OrganizationRenamed: [],
  OrganizationMerged: [],

  PersonAppointed: [],
  PersonLeftPost: [],

  PermitCatalogueAdopted: [],

  TargetSet: [],
  TargetRevised: [],

  ReassignmentOrdered: [],
  ReassignmentCarriedOut: [],

  ProjectCodeReserved: [],
  ProjectCodeReleased: [],
} as const satisfies Shapes & {
  readonly [T in LedgerEvent['type']]: T extends 'FactCorrected' ? readonly [] : readonly Upcaster[];
};
