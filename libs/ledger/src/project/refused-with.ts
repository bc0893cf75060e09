import type { ProjectCommand } from './project.ts';
import type { PROJECT_REFUSALS } from './rules.ts';

export type ProjectRefusal = keyof typeof PROJECT_REFUSALS;

/** What any fact of a project can be refused with: the project takes no more facts, or is not there. */
const ANY: readonly ProjectRefusal[] = ['ProjectNotFound', 'ProjectIsVoided', 'ProjectIsMerged'];
/** Same key, other data. */
const ONCE: readonly ProjectRefusal[] = ['FactAlreadyFiled'];
const DATED: readonly ProjectRefusal[] = ['FactInTheFuture', 'ProjectHasExited'];
const MILESTONE = [...DATED, ...ONCE];
const PLAN: readonly ProjectRefusal[] = ['ProjectHasExited'];
const PERSON: readonly ProjectRefusal[] = ['PersonUnknown'];
const UNIT: readonly ProjectRefusal[] = ['UnitUnknown'];
const UNIT_THEN: readonly ProjectRefusal[] = [...UNIT, 'UnitNotThereThen'];
const ZONE: readonly ProjectRefusal[] = ['ZoneUnknown'];
const WHOLE: readonly ProjectRefusal[] = ['WholeProjectOnly'];
const ASSIGNED: readonly ProjectRefusal[] = [...WHOLE, ...MILESTONE, 'RoleTakenFromThatDay'];
const RELEASED: readonly ProjectRefusal[] = [...WHOLE, ...ONCE, 'RoleNotHeld', 'TenureEndsBeforeItStarts'];
const OTHER_PROJECT: readonly ProjectRefusal[] = [...WHOLE, ...ONCE, 'ProjectUnknown', 'ProjectLeadsToItself'];
/** A correction is judged like the fact that it corrects, but never by what else was filed. */
const CORRECTED: readonly ProjectRefusal[] = [
  'FactInTheFuture',
  'WholeProjectOnly',
  'ZoneUnknown',
  'UnitUnknown',
  'UnitNotThereThen',
  'PersonUnknown',
  'ProjectUnknown',
  'ProjectLeadsToItself',
  'PermitItemUnknown',
  'ProjectCodeTaken',
];

const MORE: Readonly<Record<ProjectCommand['type'], readonly ProjectRefusal[]>> = {
  RegisterProject: ['ProjectAlreadyRegistered', 'ProjectCodeTaken', ...WHOLE, ...ZONE],
  RenameProject: WHOLE,
  GiveProjectCode: [...WHOLE, 'ProjectCodeTaken'],
  ChangeBuilder: WHOLE,
  ReviseContent: WHOLE,
  ChangeTotalInvestment: WHOLE,
  ReclassifyIndustry: WHOLE,
  MoveToZone: [...WHOLE, ...ZONE],
  VoidProject: WHOLE,
  MergeInto: OTHER_PROJECT,
  SplitFrom: OTHER_PROJECT,
  ListAsKeyProject: [...WHOLE, ...ONCE],
  RemoveFromKeyList: [...WHOLE, 'NotOnKeyList'],
  RecordPlanning: MILESTONE,
  RecordLead: MILESTONE,
  AdmitProject: MILESTONE,
  SignFrameworkAgreement: MILESTONE,
  SignProject: MILESTONE,
  FileProject: MILESTONE,
  SupplyLand: MILESTONE,
  HandOverLand: MILESTONE,
  ObtainConstructionPermit: MILESTONE,
  StartConstruction: MILESTONE,
  EnterStatistics: MILESTONE,
  CompleteProject: MILESTONE,
  StartProduction: MILESTONE,
  ReachFullCapacity: MILESTONE,
  SuspendProject: [...DATED, ...WHOLE, 'ProjectAlreadySuspended'],
  ResumeProject: [...DATED, ...WHOLE, 'ProjectNotSuspended'],
  ExitProject: ['FactInTheFuture', ...WHOLE, ...ONCE],
  PlanMilestone: PLAN,
  RescheduleMilestone: [...PLAN, 'MilestoneNotPlanned', 'PlanNotCurrent'],
  SetAnnualPlan: PLAN,
  SetQuarterPlan: PLAN,
  ReportProgress: [...MILESTONE, ...UNIT],
  ReportInvestment: [...MILESTONE, ...UNIT],
  RecordFunds: DATED,
  ReportPermitStatus: [...DATED, ...UNIT, 'PermitItemUnknown'],
  AssignLeader: [...ASSIGNED, ...PERSON],
  ReleaseLeader: [...RELEASED, ...PERSON],
  AssignResponsiblePerson: [...ASSIGNED, ...PERSON],
  ReleaseResponsiblePerson: [...RELEASED, ...PERSON],
  AssignResponsibleUnit: [...ASSIGNED, ...UNIT_THEN],
  ReleaseResponsibleUnit: [...RELEASED, ...UNIT],
  AssignAgentUnit: [...ASSIGNED, ...UNIT_THEN],
  ReleaseAgentUnit: [...RELEASED, ...UNIT],
  RecordSiteVisit: [...DATED, ...PERSON],
  RecordHelpAction: [...DATED, ...PERSON],
  ExplainFinding: ['FindingNotFound'],
  CorrectFact: ['ProjectNotFound', 'FactNotFound', 'MendingNotCorrectable', ...CORRECTED],
  RevokeFact: ['ProjectNotFound', 'FactNotFound', 'ProjectCodeTaken', 'ProjectLeadsToItself'],
};

/** Every code that a command on a project can be refused with; what is not in it never refuses that command. */
export function refusedWith(type: ProjectCommand['type']): readonly ProjectRefusal[] {
  const more = MORE[type];
  if (type === 'CorrectFact' || type === 'RevokeFact') return more;
  return type === 'RegisterProject' ? more : [...ANY, ...more];
}
