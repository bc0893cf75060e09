import type { Texts } from '#kernel';
import type {
  CAPITALS,
  EXIT_KINDS,
  FILING_KINDS,
  KEY_LIST_CATEGORIES,
  KEY_LIST_LEVELS,
  NATURES,
  ProjectEvent,
  SUPPLY_MODES,
} from './events.ts';
import { PERMIT_STATE_TEXTS } from './permits.ts';

/** What each fact of a project, and each mending, is called on screens and in files. */
export const FACT_TEXTS: Readonly<Record<ProjectEvent['type'], Texts>> = {
  ProjectRegistered: { zh: '入库', en: 'registered' },
  ProjectRenamed: { zh: '更名', en: 'renamed' },
  ProjectCodeGiven: { zh: '赋码', en: 'code given' },
  BuilderChanged: { zh: '变更建设单位', en: 'builder changed' },
  ContentRevised: { zh: '调整建设内容', en: 'content revised' },
  TotalInvestmentChanged: { zh: '调整总投资', en: 'total investment changed' },
  IndustryReclassified: { zh: '变更行业分类', en: 'industry reclassified' },
  ProjectMovedToZone: { zh: '划转开发区', en: 'moved to another zone' },
  ProjectVoided: { zh: '作废', en: 'voided' },
  ProjectMergedInto: { zh: '并入另一项目', en: 'merged into another project' },
  ProjectSplitFrom: { zh: '从打包项目拆分', en: 'split from a package' },
  ListedAsKeyProject: { zh: '列入重点项目名单', en: 'listed as a key project' },
  RemovedFromKeyList: { zh: '移出重点项目名单', en: 'removed from a key list' },
  ProjectPlanned: { zh: '谋划', en: 'planned' },
  LeadRecorded: { zh: '在谈', en: 'in talks' },
  ProjectAdmitted: { zh: '准入', en: 'admitted' },
  FrameworkAgreementSigned: { zh: '签订框架协议', en: 'framework agreement signed' },
  ProjectSigned: { zh: '签约', en: 'contract signed' },
  ProjectFiled: { zh: '立项备案', en: 'filed' },
  LandSupplied: { zh: '供地', en: 'land supplied' },
  LandHandedOver: { zh: '交地', en: 'land handed over' },
  ConstructionPermitObtained: { zh: '取得施工许可', en: 'construction permit obtained' },
  ConstructionStarted: { zh: '开工', en: 'construction started' },
  EnteredStatistics: { zh: '入统', en: 'entered the statistics' },
  ProjectCompleted: { zh: '竣工', en: 'completed' },
  ProductionStarted: { zh: '投产', en: 'production started' },
  FullCapacityReached: { zh: '达产', en: 'full capacity reached' },
  ProjectSuspended: { zh: '停工', en: 'suspended' },
  ProjectResumed: { zh: '复工', en: 'resumed' },
  ProjectExited: { zh: '退出', en: 'exited' },
  MilestonePlanned: { zh: '节点计划', en: 'milestone planned' },
  MilestoneRescheduled: { zh: '调整节点计划', en: 'milestone rescheduled' },
  AnnualPlanSet: { zh: '年度计划', en: 'annual plan set' },
  QuarterPlanSet: { zh: '季度计划', en: 'plan of a quarter set' },
  ProgressReported: { zh: '进展报告', en: 'progress reported' },
  InvestmentReported: { zh: '完成投资报告', en: 'investment reported' },
  FundsArrived: { zh: '资金到位', en: 'funds arrived' },
  PermitStatusReported: { zh: '审批事项状态', en: 'permit status reported' },
  LeaderAssigned: { zh: '确定分包领导', en: 'leader assigned' },
  LeaderReleased: { zh: '免去分包领导', en: 'leader released' },
  ResponsiblePersonAssigned: { zh: '确定责任人', en: 'responsible person assigned' },
  ResponsiblePersonReleased: { zh: '免除责任人', en: 'responsible person released' },
  ResponsibleUnitAssigned: { zh: '确定责任单位', en: 'responsible unit assigned' },
  ResponsibleUnitReleased: { zh: '免除责任单位', en: 'responsible unit released' },
  AgentUnitAssigned: { zh: '确定代办单位', en: 'agent unit assigned' },
  AgentUnitReleased: { zh: '免除代办单位', en: 'agent unit released' },
  SiteVisited: { zh: '现场走访', en: 'site visited' },
  HelpActionRecorded: { zh: '帮扶解难', en: 'help given' },
  FindingExplained: { zh: '说明疑点', en: 'finding explained' },
  FactCorrected: { zh: '更正', en: 'corrected' },
  FactRevoked: { zh: '撤销', en: 'revoked' },
};

const NATURE_TEXTS: Readonly<Record<(typeof NATURES)[number], Texts>> = {
  new: { zh: '新建', en: 'new' },
  expansion: { zh: '扩建', en: 'expansion' },
  renovation: { zh: '改建', en: 'renovation' },
  relocation: { zh: '迁建', en: 'relocation' },
  restoration: { zh: '恢复', en: 'restoration' },
};
const CAPITAL_TEXTS: Readonly<Record<(typeof CAPITALS)[number], Texts>> = {
  domestic: { zh: '内资', en: 'domestic' },
  foreign: { zh: '外资', en: 'foreign' },
};
const FILING_KIND_TEXTS: Readonly<Record<(typeof FILING_KINDS)[number], Texts>> = {
  approval: { zh: '审批', en: 'approval' },
  confirmation: { zh: '核准', en: 'confirmation' },
  filing: { zh: '备案', en: 'filing' },
};
const SUPPLY_MODE_TEXTS: Readonly<Record<(typeof SUPPLY_MODES)[number], Texts>> = {
  auction: { zh: '招拍挂出让', en: 'auction' },
  agreement: { zh: '协议出让', en: 'agreement' },
  allocation: { zh: '划拨', en: 'allocation' },
  lease: { zh: '租赁', en: 'lease' },
  leaseFirst: { zh: '先租后让', en: 'lease first' },
  equity: { zh: '作价出资', en: 'equity' },
  flexibleTerm: { zh: '弹性年期', en: 'flexible term' },
};
const EXIT_KIND_TEXTS: Readonly<Record<(typeof EXIT_KINDS)[number], Texts>> = {
  agreed: { zh: '协商终止', en: 'agreed' },
  clearedForNonPerformance: { zh: '未履约清退', en: 'cleared for non-performance' },
  investorWithdrew: { zh: '投资方终止', en: 'investor withdrew' },
  other: { zh: '其他', en: 'other' },
};
const KEY_LIST_LEVEL_TEXTS: Readonly<Record<(typeof KEY_LIST_LEVELS)[number], Texts>> = {
  province: { zh: '省', en: 'province' },
  city: { zh: '市', en: 'city' },
  county: { zh: '县', en: 'county' },
};
const KEY_LIST_CATEGORY_TEXTS: Readonly<Record<(typeof KEY_LIST_CATEGORIES)[number], Texts>> = {
  newStart: { zh: '新开工', en: 'new start' },
  continued: { zh: '续建', en: 'continued' },
  mustProduce: { zh: '保投产', en: 'to be in production' },
  preparatory: { zh: '预备', en: 'preparatory' },
  completing: { zh: '竣工', en: 'completing' },
};

/** What the ids in the data of facts are called, by the field they stand in. */
export const CHOICE_TEXTS = {
  nature: NATURE_TEXTS,
  capital: CAPITAL_TEXTS,
  filingKind: FILING_KIND_TEXTS,
  supplyMode: SUPPLY_MODE_TEXTS,
  exitKind: EXIT_KIND_TEXTS,
  keyListLevel: KEY_LIST_LEVEL_TEXTS,
  keyListCategory: KEY_LIST_CATEGORY_TEXTS,
  permitState: PERMIT_STATE_TEXTS,
} as const;
