import type { FactDate, Money } from '#kernel';
import { Amount, AmountArrived, Id, IdList, OnDate, OneOf, Period, Text, WholeNumber, Year } from '#http';
import { exampleFactId, exampleId, type DataOf, type RowsFor } from '../command-row.ts';
import { unitId, yi } from './example.ts';
import { PERMIT_STATES, type PermitStatusReported, type PlannableMilestone, type QuarterPlanSet } from './events.ts';
import { FactData } from './fact-data.commands.ts';
import { MILESTONES } from './milestones.ts';
import type { ProjectCommand } from './project.ts';

const AMOUNTS = ['inPeriod', 'cumulativeInYear', 'cumulative'];

class PlanMilestone extends FactData implements DataOf<ProjectCommand, 'PlanMilestone'> {
  @OneOf(MILESTONES, { about: '节点 / milestone' })
  milestone!: PlannableMilestone;
  @OnDate({ known: true, about: '计划时间；第一次填报的是基线 / planned for; the first one is the baseline' })
  on!: FactDate;
}

class RescheduleMilestone extends FactData implements DataOf<ProjectCommand, 'RescheduleMilestone'> {
  @OneOf(MILESTONES, { about: '节点 / milestone' })
  milestone!: PlannableMilestone;
  @OnDate({ known: true, about: '现行计划，如有不同会被拒绝 / the current plan; another one is refused' })
  from!: FactDate;
  @OnDate({ known: true, about: '调整为 / moved to' })
  to!: FactDate;
  @Text({ multiline: true, max: 2000, about: '调整原因 / reason' })
  reason!: string;
}

class SetAnnualPlan extends FactData implements DataOf<ProjectCommand, 'SetAnnualPlan'> {
  @Year({ about: '年度 / year' })
  year!: number;
  @Amount()
  investment!: Money;
  @Text({ optional: true, multiline: true, max: 2000, about: '年度目标 / goal of the year' })
  goal?: string;
}

class ReportProgress extends FactData implements DataOf<ProjectCommand, 'ReportProgress'> {
  @Period({ about: '报告期 / the period reported on' })
  period!: FactDate;
  @Text({ multiline: true, about: '本期进展 / progress' })
  text!: string;
  @Text({ optional: true, multiline: true, about: '下步计划 / next steps' })
  nextSteps?: string;
  @Text({ optional: true, multiline: true, about: '存在困难 / difficulties' })
  difficulties?: string;
  @Id({ optional: true, about: '填报单位 / the unit that filed it' })
  unitId?: string;
}

class ReportInvestment extends FactData implements DataOf<ProjectCommand, 'ReportInvestment'> {
  @Period({ about: '报告期 / the period reported on' })
  period!: FactDate;
  @Amount({ unless: AMOUNTS })
  inPeriod?: Money;
  @Amount({ optional: true })
  cumulativeInYear?: Money;
  @Amount({ optional: true })
  cumulative?: Money;
  @Id({ optional: true, about: '填报单位 / the unit that filed it' })
  unitId?: string;
}

class SetQuarterPlan extends FactData implements DataOf<ProjectCommand, 'SetQuarterPlan'> {
  @Year({ about: '年度 / year' })
  year!: number;
  @WholeNumber(1, 4, { about: '季度 / quarter', example: 2 })
  quarter!: QuarterPlanSet['data']['quarter'];
  @Text({ multiline: true, max: 2000, about: '季度目标 / goal of the quarter' })
  goal!: string;
  @Amount({ optional: true })
  investment?: Money;
}

export class RecordFunds extends FactData implements DataOf<ProjectCommand, 'RecordFunds'> {
  @OnDate({ about: '到位时间 / when it arrived' })
  on!: FactDate;
  @AmountArrived()
  amount!: Money;
}

const CATALOGUE_ITEM_MAX = 100;

class ReportPermitStatus extends FactData implements DataOf<ProjectCommand, 'ReportPermitStatus'> {
  @Id({ about: '审批事项目录，须已采用 / the permit catalogue, which must be adopted' })
  catalogue!: string;
  @Text({ max: CATALOGUE_ITEM_MAX, about: '目录中的事项编号 / id of an item of the catalogue' })
  item!: string;
  @OneOf(PERMIT_STATES, { about: '无此项 | 未办理 | 办理中 | 已办结 / state' })
  state!: PermitStatusReported['data']['state'];
  @OnDate({ optional: true, about: '何时进入这一状态 / when it got there' })
  on?: FactDate;
  @Id({ optional: true, about: '填报单位 / the unit that filed it' })
  unitId?: string;
}

const FINDING_ID_MAX = 200;
const EVIDENCE_MAX = 1000;

class ExplainFinding extends FactData implements DataOf<ProjectCommand, 'ExplainFinding'> {
  @Text({ max: FINDING_ID_MAX, about: '发现的编号 / id of the finding', example: 'StartedBeforeLand' })
  finding!: string;
  @IdList(EVIDENCE_MAX, { about: '它所依据的事实 / the facts it rests on' })
  evidence!: string[];
  @Text({ multiline: true, max: 2000, about: '说明 / explanation' })
  text!: string;
}

/** What is planned, and what is reported of it. */
export const reportRows: RowsFor<
  ProjectCommand,
  | 'PlanMilestone'
  | 'RescheduleMilestone'
  | 'SetAnnualPlan'
  | 'SetQuarterPlan'
  | 'ReportProgress'
  | 'ReportInvestment'
  | 'RecordFunds'
  | 'ReportPermitStatus'
  | 'ExplainFinding'
> = {
  PlanMilestone: {
    dto: PlanMilestone,
    verb: 'plan-milestone',
    summary: { zh: '填报节点计划', en: 'Plan a milestone' },
    example: { milestone: 'constructionStarted', on: '2026-05' },
  },
  RescheduleMilestone: {
    dto: RescheduleMilestone,
    verb: 'reschedule',
    summary: { zh: '调整节点计划', en: 'Reschedule a milestone' },
    example: { milestone: 'constructionStarted', from: '2026-05', to: '2026-06', reason: '征地未完成' },
  },
  SetAnnualPlan: {
    dto: SetAnnualPlan,
    verb: 'set-annual-plan',
    summary: { zh: '下达年度计划', en: 'Set the plan of a year' },
    example: { year: 2026, investment: yi(3), goal: '主体完工' },
  },
  SetQuarterPlan: {
    dto: SetQuarterPlan,
    verb: 'set-quarter-plan',
    summary: { zh: '下达季度计划', en: 'Set the plan of a quarter' },
    example: { year: 2026, quarter: 2, goal: '完成桩基', investment: yi(1) },
  },
  ReportProgress: {
    dto: ReportProgress,
    verb: 'report-progress',
    summary: { zh: '填报进展', en: 'Report progress' },
    example: { period: '2026-05', text: '场地平整完成，桩基施工', difficulties: '施工用电未接通', unitId },
  },
  ReportInvestment: {
    dto: ReportInvestment,
    verb: 'report-investment',
    summary: { zh: '填报完成投资', en: 'Report investment' },
    example: { period: '2026-05', inPeriod: { fen: '230000000000', currency: 'CNY' } },
  },
  RecordFunds: {
    dto: RecordFunds,
    verb: 'record-funds',
    summary: { zh: '资金到位', en: 'Record funds that arrived' },
    example: { on: '2026-04-08', amount: { fen: '500000000', currency: 'USD' } },
  },
  ReportPermitStatus: {
    dto: ReportPermitStatus,
    verb: 'report-permit-status',
    summary: { zh: '填报审批事项办理状态', en: 'Report where a permit stands' },
    example: { catalogue: exampleId('catalogues'), item: 'env', state: 'inProgress', on: '2026-03-02', unitId },
  },
  ExplainFinding: {
    dto: ExplainFinding,
    verb: 'explain-finding',
    summary: { zh: '说明疑点', en: 'Explain a finding' },
    example: {
      finding: 'PlanSlipped/constructionStarted',
      evidence: [exampleFactId('reschedule')],
      text: '征地由省级工程统一推进',
    },
  },
};
