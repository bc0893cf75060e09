import type { FactDate, Money } from '#kernel';
import { Amount, Id, OnDate, OneOf, Period, Text, Year } from '#http';
import type { DataOf } from '../command-row.ts';
import type { PlannableMilestone } from './events.ts';
import { FactData } from './fact-data.commands.ts';
import { MILESTONES } from './milestones.ts';
import type { ProjectCommand } from './project.ts';

const AMOUNTS = ['inPeriod', 'cumulativeInYear', 'cumulative'];

export class PlanMilestone extends FactData implements DataOf<ProjectCommand, 'PlanMilestone'> {
  @OneOf(MILESTONES, { about: '节点 / milestone' })
  milestone!: PlannableMilestone;
  @OnDate({ known: true, about: '计划时间；第一次填报的是基线 / planned for; the first one is the baseline' })
  on!: FactDate;
}

export class RescheduleMilestone extends FactData implements DataOf<ProjectCommand, 'RescheduleMilestone'> {
  @OneOf(MILESTONES, { about: '节点 / milestone' })
  milestone!: PlannableMilestone;
  @OnDate({ known: true, about: '现行计划，如有不同会被拒绝 / the current plan; another one is refused' })
  from!: FactDate;
  @OnDate({ known: true, about: '调整为 / moved to' })
  to!: FactDate;
  @Text({ multiline: true, max: 2000, about: '调整原因 / reason' })
  reason!: string;
}

export class SetAnnualPlan extends FactData implements DataOf<ProjectCommand, 'SetAnnualPlan'> {
  @Year({ about: '年度 / year' })
  year!: number;
  @Amount()
  investment!: Money;
  @Text({ optional: true, multiline: true, max: 2000, about: '年度目标 / goal of the year' })
  goal?: string;
}

export class ReportProgress extends FactData implements DataOf<ProjectCommand, 'ReportProgress'> {
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

export class ReportInvestment extends FactData implements DataOf<ProjectCommand, 'ReportInvestment'> {
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
