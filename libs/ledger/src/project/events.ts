import type { Area, Event, FactCorrected, FactDate, FactRevoked, Money } from '#kernel';

/**
 * What can have happened to a project. The names and shapes are the storage format: every one ever written has a golden
 * sample in `samples/`, and none is ever changed or used again for something else.
 */

/** What any fact of a project may carry: the phase (一期, 二期) it is about, and a remark. */
type Fact<Type extends string, Data extends object> = Event<
  Type,
  Data & { readonly phase?: string; readonly note?: string }
>;

/** A milestone that was reached; `proof` is a document number or an attachment's digest. */
type Milestone<Type extends string, Data extends object = object> = Fact<
  Type,
  Data & { readonly on: FactDate; readonly proof?: string }
>;

/** 新建 | 扩建 | 改建 | 迁建 | 恢复 */
export const NATURES = ['new', 'expansion', 'renovation', 'relocation', 'restoration'] as const;
/** 内资 | 外资 */
export const CAPITALS = ['domestic', 'foreign'] as const;
/** 审批 | 核准 | 备案 */
export const FILING_KINDS = ['approval', 'confirmation', 'filing'] as const;
/** 招拍挂出让 | 协议出让 | 划拨 | 租赁 | 先租后让 | 作价出资 | 弹性年期 */
export const SUPPLY_MODES = [
  'auction',
  'agreement',
  'allocation',
  'lease',
  'leaseFirst',
  'equity',
  'flexibleTerm',
] as const;
/** 协商终止 | 未履约清退 | 投资方终止 | 其他 */
export const EXIT_KINDS = ['agreed', 'clearedForNonPerformance', 'investorWithdrew', 'other'] as const;
/** 省 | 市 | 县 */
export const KEY_LIST_LEVELS = ['province', 'city', 'county'] as const;
/** 新开工 | 续建 | 保投产 | 预备 | 竣工 */
export const KEY_LIST_CATEGORIES = ['newStart', 'continued', 'mustProduce', 'preparatory', 'completing'] as const;

/** 无此项 | 未办理 | 办理中 | 已办结 */
export const PERMIT_STATES = ['notNeeded', 'notStarted', 'inProgress', 'done'] as const;

export type Builder = { readonly name: string; readonly creditCode?: string };
export type Industry = { readonly edition: string; readonly code: string };

/** The project as it was entered. What changes later is a fact of its own. */
export type ProjectRegistered = Fact<
  'ProjectRegistered',
  {
    readonly name: string;
    readonly zoneId: string;
    readonly code?: string;
    readonly nature?: (typeof NATURES)[number];
    readonly content?: string;
    readonly builder?: Builder;
    readonly industry?: Industry;
    readonly capital?: (typeof CAPITALS)[number];
    readonly totalInvestment?: Money;
    readonly place?: string;
    /** Where the project came from, in words: an investment fair, a ledger kept before. */
    readonly source?: string;
  }
>;
export type ProjectRenamed = Fact<'ProjectRenamed', { readonly name: string }>;
export type ProjectCodeGiven = Fact<'ProjectCodeGiven', { readonly code: string }>;
export type BuilderChanged = Fact<'BuilderChanged', { readonly builder: Builder }>;
export type ContentRevised = Fact<'ContentRevised', { readonly content: string }>;
export type TotalInvestmentChanged = Fact<
  'TotalInvestmentChanged',
  { readonly amount: Money; readonly reason: string; readonly doc?: string }
>;
export type IndustryReclassified = Fact<'IndustryReclassified', Industry>;
export type ProjectMovedToZone = Fact<
  'ProjectMovedToZone',
  { readonly zoneId: string; readonly reason: string; readonly doc?: string }
>;
/** It is counted in the other project from now on: leaves every list, stays in the history. */
export type ProjectMergedInto = Fact<'ProjectMergedInto', { readonly projectId: string; readonly reason: string }>;
/** 打包项目拆分: this project is a part of the package that the other one is. `share` of its total, in 1/100 %. */
export type ProjectSplitFrom = Fact<'ProjectSplitFrom', { readonly projectId: string; readonly share?: number }>;
/**
 * Registered by mistake: leaves every list, stays in the history. What was merged into it stays merged and is in no list either:
 * whoever should be listed again has their merger revoked.
 */
export type ProjectVoided = Fact<'ProjectVoided', { readonly reason: string }>;
/** Membership of a year's list; never derived from the stage. */
export type ListedAsKeyProject = Fact<
  'ListedAsKeyProject',
  {
    readonly level: (typeof KEY_LIST_LEVELS)[number];
    readonly year: number;
    readonly category: (typeof KEY_LIST_CATEGORIES)[number];
    readonly doc?: string;
  }
>;
export type RemovedFromKeyList = Fact<
  'RemovedFromKeyList',
  { readonly level: (typeof KEY_LIST_LEVELS)[number]; readonly year: number; readonly reason: string }
>;

export type ProjectPlanned = Milestone<'ProjectPlanned'>;
export type LeadRecorded = Milestone<'LeadRecorded', { readonly contact?: string }>;
export type ProjectAdmitted = Milestone<'ProjectAdmitted', { readonly meeting?: string; readonly conditions?: string }>;
/** 框架协议: an intention, not a signing. */
export type FrameworkAgreementSigned = Milestone<'FrameworkAgreementSigned'>;
export type ProjectSigned = Milestone<
  'ProjectSigned',
  {
    readonly contractNo?: string;
    readonly contractAmount?: Money;
    readonly agreedStart?: FactDate;
    readonly agreedProduction?: FactDate;
  }
>;
export type ProjectFiled = Milestone<
  'ProjectFiled',
  { readonly kind: (typeof FILING_KINDS)[number]; readonly doc?: string }
>;
export type LandSupplied = Milestone<
  'LandSupplied',
  {
    readonly mode: (typeof SUPPLY_MODES)[number];
    readonly area: Area;
    readonly termYears?: number;
    readonly contractNo?: string;
    readonly agreedHandover?: FactDate;
    readonly agreedStart?: FactDate;
    readonly agreedCompletion?: FactDate;
    readonly standardLand?: boolean;
    readonly parcelId?: string;
  }
>;
/** `parcelId` tells one parcel's hand-over from another's, as in {@link LandSupplied}. */
export type LandHandedOver = Milestone<'LandHandedOver', { readonly parcelId?: string }>;
export type ConstructionPermitObtained = Milestone<'ConstructionPermitObtained', { readonly permitNo?: string }>;
export type ConstructionStarted = Milestone<'ConstructionStarted'>;
export type EnteredStatistics = Milestone<'EnteredStatistics'>;
export type ProjectCompleted = Milestone<'ProjectCompleted'>;
export type ProductionStarted = Milestone<'ProductionStarted'>;
export type FullCapacityReached = Milestone<'FullCapacityReached'>;

export type ProjectSuspended = Milestone<'ProjectSuspended', { readonly reason: string }>;
export type ProjectResumed = Milestone<'ProjectResumed'>;
export type ProjectExited = Milestone<
  'ProjectExited',
  { readonly kind: (typeof EXIT_KINDS)[number]; readonly reason: string; readonly doc?: string }
>;

/** A milestone that can be planned, by the id under which screens and plans name it. */
export type PlannableMilestone =
  | 'planned'
  | 'lead'
  | 'admitted'
  | 'frameworkAgreement'
  | 'signed'
  | 'filed'
  | 'landSupplied'
  | 'landHandedOver'
  | 'permitted'
  | 'constructionStarted'
  | 'inStatistics'
  | 'completed'
  | 'inProduction'
  | 'atCapacity';

/** The first one of a milestone and phase is the baseline, for ever. */
export type MilestonePlanned = Fact<
  'MilestonePlanned',
  { readonly milestone: PlannableMilestone; readonly on: FactDate }
>;
export type MilestoneRescheduled = Fact<
  'MilestoneRescheduled',
  { readonly milestone: PlannableMilestone; readonly from: FactDate; readonly to: FactDate; readonly reason: string }
>;
export type AnnualPlanSet = Fact<
  'AnnualPlanSet',
  { readonly year: number; readonly investment: Money; readonly goal?: string }
>;

export type QuarterPlanSet = Fact<
  'QuarterPlanSet',
  { readonly year: number; readonly quarter: 1 | 2 | 3 | 4; readonly goal: string; readonly investment?: Money }
>;

/** `period` is the time reported on, usually a month. `unitId` is the unit that filed it. */
export type ProgressReported = Fact<
  'ProgressReported',
  {
    readonly period: FactDate;
    readonly text: string;
    readonly nextSteps?: string;
    readonly difficulties?: string;
    readonly unitId?: string;
  }
>;
/** At least one of the three amounts: of the period itself, since 1 January, since the beginning. */
export type InvestmentReported = Fact<
  'InvestmentReported',
  {
    readonly period: FactDate;
    readonly inPeriod?: Money;
    readonly cumulativeInYear?: Money;
    readonly cumulative?: Money;
    readonly unitId?: string;
  }
>;

/** Money of the investor that has come in (到位资金); each report is an arrival of its own. */
export type FundsArrived = Fact<'FundsArrived', { readonly on: FactDate; readonly amount: Money }>;
/** Where one item of a permit catalogue stands; `on` is the day it got there, `unitId` the agent unit that filed it. */
export type PermitStatusReported = Fact<
  'PermitStatusReported',
  {
    readonly catalogue: string;
    readonly item: string;
    readonly state: (typeof PERMIT_STATES)[number];
    readonly on?: FactDate;
    readonly unitId?: string;
  }
>;

/** Tenure is half-open: `from` is the first day held, a release's `until` the first day not held. */
export type LeaderAssigned = Fact<
  'LeaderAssigned',
  {
    readonly personId: string;
    readonly lead: boolean;
    readonly from: FactDate;
    readonly doc?: string;
    readonly orderId?: string;
  }
>;
export type LeaderReleased = Fact<
  'LeaderReleased',
  { readonly personId: string; readonly until: FactDate; readonly reason?: string }
>;
/** `joint`: 第二责任单位, beside the one that is there; without it the unit takes over from the one before. */
export type ResponsibleUnitAssigned = Fact<
  'ResponsibleUnitAssigned',
  { readonly unitId: string; readonly from: FactDate; readonly joint?: boolean; readonly doc?: string }
>;
export type ResponsibleUnitReleased = Fact<
  'ResponsibleUnitReleased',
  { readonly unitId: string; readonly until: FactDate; readonly reason?: string }
>;

export type ResponsiblePersonAssigned = Fact<
  'ResponsiblePersonAssigned',
  { readonly personId: string; readonly from: FactDate; readonly doc?: string }
>;
export type ResponsiblePersonReleased = Fact<
  'ResponsiblePersonReleased',
  { readonly personId: string; readonly until: FactDate; readonly reason?: string }
>;
/** 代办单位: handles the permits, as the responsible unit answers for progress. `joint`: beside the one that is there. */
export type AgentUnitAssigned = Fact<
  'AgentUnitAssigned',
  { readonly unitId: string; readonly from: FactDate; readonly joint?: boolean; readonly doc?: string }
>;
export type AgentUnitReleased = Fact<
  'AgentUnitReleased',
  { readonly unitId: string; readonly until: FactDate; readonly reason?: string }
>;
export type SiteVisited = Fact<
  'SiteVisited',
  { readonly on: FactDate; readonly personId: string; readonly found?: string }
>;
export type HelpActionRecorded = Fact<
  'HelpActionRecorded',
  { readonly on: FactDate; readonly personId: string; readonly text: string }
>;
/** What somebody says to a finding, by its id; `evidence` are the facts it rested on then. The finding stays. */
export type FindingExplained = Fact<
  'FindingExplained',
  { readonly finding: string; readonly evidence: readonly string[]; readonly text: string }
>;

/** What is reported of a project; corrections and revocations mend these. */
export type ProjectFact =
  | ProjectRegistered
  | ProjectRenamed
  | ProjectCodeGiven
  | BuilderChanged
  | ContentRevised
  | TotalInvestmentChanged
  | IndustryReclassified
  | ProjectMovedToZone
  | ProjectVoided
  | ProjectMergedInto
  | ProjectSplitFrom
  | ListedAsKeyProject
  | RemovedFromKeyList
  | ProjectPlanned
  | LeadRecorded
  | ProjectAdmitted
  | FrameworkAgreementSigned
  | ProjectSigned
  | ProjectFiled
  | LandSupplied
  | LandHandedOver
  | ConstructionPermitObtained
  | ConstructionStarted
  | EnteredStatistics
  | ProjectCompleted
  | ProductionStarted
  | FullCapacityReached
  | ProjectSuspended
  | ProjectResumed
  | ProjectExited
  | MilestonePlanned
  | MilestoneRescheduled
  | AnnualPlanSet
  | QuarterPlanSet
  | ProgressReported
  | InvestmentReported
  | FundsArrived
  | PermitStatusReported
  | LeaderAssigned
  | LeaderReleased
  | ResponsiblePersonAssigned
  | ResponsiblePersonReleased
  | ResponsibleUnitAssigned
  | ResponsibleUnitReleased
  | AgentUnitAssigned
  | AgentUnitReleased
  | SiteVisited
  | HelpActionRecorded
  | FindingExplained;

export type ProjectEvent = ProjectFact | FactCorrected | FactRevoked;

/** Stream of a project. */
export const projectStream = (projectId: string): string => `project-${projectId}`;
