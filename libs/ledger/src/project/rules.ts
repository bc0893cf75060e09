import type { Texts } from '#kernel';
import type { ProjectFact } from './events.ts';

/** The command that files each fact. */
export const COMMAND_OF = {
  ProjectRegistered: 'RegisterProject',
  ProjectRenamed: 'RenameProject',
  ProjectCodeGiven: 'GiveProjectCode',
  BuilderChanged: 'ChangeBuilder',
  ContentRevised: 'ReviseContent',
  TotalInvestmentChanged: 'ChangeTotalInvestment',
  IndustryReclassified: 'ReclassifyIndustry',
  ProjectMovedToZone: 'MoveToZone',
  ProjectVoided: 'VoidProject',
  ProjectMergedInto: 'MergeInto',
  ProjectSplitFrom: 'SplitFrom',
  ListedAsKeyProject: 'ListAsKeyProject',
  RemovedFromKeyList: 'RemoveFromKeyList',
  ProjectPlanned: 'RecordPlanning',
  LeadRecorded: 'RecordLead',
  ProjectAdmitted: 'AdmitProject',
  FrameworkAgreementSigned: 'SignFrameworkAgreement',
  ProjectSigned: 'SignProject',
  ProjectFiled: 'FileProject',
  LandSupplied: 'SupplyLand',
  LandHandedOver: 'HandOverLand',
  ConstructionPermitObtained: 'ObtainConstructionPermit',
  ConstructionStarted: 'StartConstruction',
  EnteredStatistics: 'EnterStatistics',
  ProjectCompleted: 'CompleteProject',
  ProductionStarted: 'StartProduction',
  FullCapacityReached: 'ReachFullCapacity',
  ProjectSuspended: 'SuspendProject',
  ProjectResumed: 'ResumeProject',
  ProjectExited: 'ExitProject',
  MilestonePlanned: 'PlanMilestone',
  MilestoneRescheduled: 'RescheduleMilestone',
  AnnualPlanSet: 'SetAnnualPlan',
  QuarterPlanSet: 'SetQuarterPlan',
  ProgressReported: 'ReportProgress',
  InvestmentReported: 'ReportInvestment',
  FundsArrived: 'RecordFunds',
  PermitStatusReported: 'ReportPermitStatus',
  LeaderAssigned: 'AssignLeader',
  LeaderReleased: 'ReleaseLeader',
  ResponsiblePersonAssigned: 'AssignResponsiblePerson',
  ResponsiblePersonReleased: 'ReleaseResponsiblePerson',
  ResponsibleUnitAssigned: 'AssignResponsibleUnit',
  ResponsibleUnitReleased: 'ReleaseResponsibleUnit',
  AgentUnitAssigned: 'AssignAgentUnit',
  AgentUnitReleased: 'ReleaseAgentUnit',
  SiteVisited: 'RecordSiteVisit',
  HelpActionRecorded: 'RecordHelpAction',
  FindingExplained: 'ExplainFinding',
} as const satisfies Readonly<Record<ProjectFact['type'], string>>;

/** Every type of event that a project's stream can hold. */
export const PROJECT_EVENTS = {
  ...(Object.fromEntries(Object.keys(COMMAND_OF).map((type) => [type, true])) as { [T in ProjectFact['type']]: true }),
  FactCorrected: true,
  FactRevoked: true,
} as const;

/** When two facts are the same fact (docs/explanation/facts-and-times.md). Undefined: it has no key, each is a new one. */
export function factKey(fact: Pick<ProjectFact, 'type' | 'data'>): string | undefined {
  const f = fact as ProjectFact;
  const phase = f.data.phase ?? '';
  switch (f.type) {
    case 'ProjectRegistered':
      return undefined;
    case 'ProjectRenamed':
      return 'registration/name';
    case 'ProjectCodeGiven':
      return 'registration/code';
    case 'BuilderChanged':
      return 'registration/builder';
    case 'ContentRevised':
      return 'registration/content';
    case 'TotalInvestmentChanged':
      return 'registration/totalInvestment';
    case 'IndustryReclassified':
      return 'registration/industry';
    case 'ProjectMovedToZone':
      return 'registration/zoneId';
    case 'LandHandedOver':
      return `LandHandedOver/${phase}/${f.data.parcelId ?? ''}`;
    case 'LandSupplied':
      return `LandSupplied/${phase}/${f.data.parcelId ?? f.data.contractNo ?? ''}`;
    case 'MilestonePlanned':
    case 'MilestoneRescheduled':
      return `plan/${f.data.milestone}/${phase}`;
    case 'AnnualPlanSet':
      return `annualPlan/${f.data.year}/${phase}`;
    case 'QuarterPlanSet':
      return `quarterPlan/${f.data.year}/${f.data.quarter}/${phase}`;
    case 'PermitStatusReported':
      return `permit/${f.data.catalogue}/${f.data.item}/${phase}`;
    case 'FindingExplained':
      return `explained/${f.data.finding}/${[...f.data.evidence].sort().join('/')}`;
    case 'ProgressReported':
    case 'InvestmentReported':
      return `${f.type}/${f.data.period}/${f.data.unitId ?? ''}/${phase}`;
    case 'LeaderAssigned':
      return `${f.data.lead ? 'lead' : 'coLead'}/${f.data.personId}/${f.data.from}`;
    case 'ResponsiblePersonAssigned':
      return `responsiblePerson/${f.data.personId}/${f.data.from}`;
    case 'ResponsibleUnitAssigned':
      return `responsibleUnit/${f.data.unitId}/${f.data.from}`;
    case 'AgentUnitAssigned':
      return `agentUnit/${f.data.unitId}/${f.data.from}`;
    case 'LeaderReleased':
    case 'ResponsiblePersonReleased':
      return `${f.type}/${f.data.personId}/${f.data.until}`;
    case 'ResponsibleUnitReleased':
    case 'AgentUnitReleased':
      return `${f.type}/${f.data.unitId}/${f.data.until}`;
    case 'ListedAsKeyProject':
    case 'RemovedFromKeyList':
      return `keyList/${f.data.level}/${f.data.year}`;
    case 'ProjectSuspended':
    case 'ProjectResumed':
    case 'FundsArrived':
    case 'SiteVisited':
    case 'HelpActionRecorded':
      return undefined;
    case 'ProjectMergedInto':
    case 'ProjectSplitFrom':
    case 'ProjectExited':
      return f.type;
    default:
      return `${f.type}/${phase}`;
  }
}

/** Plans, permit states, explanations and registration data: the newer one is a change, not a contradiction. */
export function newerIsAChange({ type }: ProjectFact): boolean {
  switch (type) {
    case 'ProjectRenamed':
    case 'ProjectCodeGiven':
    case 'BuilderChanged':
    case 'ContentRevised':
    case 'TotalInvestmentChanged':
    case 'IndustryReclassified':
    case 'ProjectMovedToZone':
    case 'MilestonePlanned':
    case 'MilestoneRescheduled':
    case 'AnnualPlanSet':
    case 'QuarterPlanSet':
    case 'PermitStatusReported':
    case 'FindingExplained':
      return true;
    default:
      return false;
  }
}

/** What a project's commands can be refused with. A code is never used again for something else. */
export const PROJECT_REFUSALS = {
  ProjectNotFound: { zh: '没有这个项目', en: 'there is no such project' },
  ProjectAlreadyRegistered: {
    zh: '项目已经入库，内容不同；要改请更正事实 {factId}',
    en: 'the project is already registered with other data; correct fact {factId}',
  },
  ProjectIsVoided: {
    zh: '项目已作废，只能更正或撤销',
    en: 'the project was voided; only corrections and revocations are taken',
  },
  ProjectIsMerged: {
    zh: '项目已并入项目 {projectId}，请填报在该项目上；本项目只能更正或撤销',
    en: 'the project was merged into {projectId}: file it there; here only corrections and revocations are taken',
  },
  ProjectLeadsToItself: {
    zh: '不能并入或拆分自 {projectId}（恢复已撤销的并入、拆分也不行）：那会绕回本项目自身',
    en: 'it cannot be merged into or split from {projectId}, nor be so again, which leads back to this project',
  },
  ProjectUnknown: {
    zh: '没有编号为 {id} 的在册项目',
    en: 'there is no project {id} in the ledger, or it was voided',
  },
  NotOnKeyList: {
    zh: '项目不在 {year} 年的这一级（{level}）名单上',
    en: 'the project is not on the {level} list of {year}',
  },
  PermitItemUnknown: {
    zh: '审批事项目录中没有 {id}，请先采用目录',
    en: 'no permit catalogue has {id}; adopt the catalogue first',
  },
  FindingNotFound: {
    zh: '现在没有依据相同的发现 {finding}，请按当前内容说明',
    en: 'there is no finding {finding} with this evidence now; explain it as it is',
  },
  ProjectHasExited: {
    zh: '项目已于 {exitedOn} 退出，此后的事实不能填报',
    en: 'the project exited on {exitedOn}; nothing dated after it is taken',
  },
  WholeProjectOnly: {
    zh: '这是整个项目的事，不能只填 {phase}：登记内容、名单、责任人员和单位、停工复工、退出、作废、并入、拆分都不分期',
    en: 'this is of the whole project, not of its phase {phase}: what it is registered as, lists, who answers for it, suspending, leaving, merging and splitting',
  },
  FactInTheFuture: {
    zh: '{on} 晚于填报日 {filedOn}：还没有发生的事不能填报',
    en: '{on} lies after the filing day {filedOn}: what has not happened cannot be filed',
  },
  FactAlreadyFiled: {
    zh: '这一事实已经填报过，内容不同；要改请更正事实 {factId}',
    en: 'this fact is already filed with other data; correct fact {factId}',
  },
  FactNotFound: { zh: '这里没有编号为 {factId} 的事实', en: 'there is no fact {factId} here' },
  MendingNotCorrectable: {
    zh: '更正和撤销本身不能被更正：请更正原事实，或撤销这次撤销',
    en: 'a correction or revocation cannot be corrected: correct the original fact, or revoke the revocation',
  },
  ProjectNotSuspended: { zh: '项目没有停工，不能复工', en: 'the project is not suspended' },
  ProjectAlreadySuspended: {
    zh: '项目已在停工中（事实 {factId}）',
    en: 'the project is already suspended (fact {factId})',
  },
  MilestoneNotPlanned: {
    zh: '节点 {milestone} 还没有计划，请先填报计划',
    en: 'milestone {milestone} has no plan yet; plan it first',
  },
  PlanNotCurrent: {
    zh: '节点 {milestone} 现行计划是 {current}，不是所填的时间',
    en: 'the current plan of {milestone} is {current}, not the one named',
  },
  RoleNotHeld: { zh: '{id} 当时不在任', en: '{id} does not hold the role at that time' },
  TenureEndsBeforeItStarts: {
    zh: '任期止日 {until} 早于起日 {from}',
    en: 'the tenure would end on {until}, before it starts on {from}',
  },
  RoleTakenFromThatDay: {
    zh: '自 {from} 起已由 {id} 担任（事实 {factId}）',
    en: 'from {from} on the role is held by {id} (fact {factId})',
  },
  ZoneUnknown: { zh: '没有编号为 {id} 的开发区', en: 'there is no zone with the id {id}' },
  UnitUnknown: { zh: '没有编号为 {id} 的单位', en: 'there is no unit with the id {id}' },
  UnitNotThereThen: {
    zh: '单位 {id} 在 {from} 尚未设立，或已并入其他单位',
    en: 'from {from} on the organization {id} is not yet there, or already a part of another one',
  },
  PersonUnknown: { zh: '没有编号为 {id} 的人员', en: 'there is no person with the id {id}' },
  ProjectCodeTaken: {
    zh: '项目代码 {code} 已被项目 {projectId} 占用',
    en: 'project code {code} is already held by project {projectId}',
  },
} as const satisfies Readonly<Record<string, Texts>>;
