import type { Area, FactDate, Money } from '#kernel';
import { Amount, AreaOf, Flag, OnDate, OneOf, Text, WholeNumber } from '#http';
import type { DataOf, RowsFor } from '../command-row.ts';
import { yi } from './example.ts';
import {
  EXIT_KINDS,
  FILING_KINDS,
  SUPPLY_MODES,
  type LandSupplied,
  type ProjectExited,
  type ProjectFiled,
} from './events.ts';
import { MilestoneData } from './fact-data.commands.ts';
import type { ProjectCommand } from './project.ts';

const TERM_YEARS_MAX = 99;

class RecordPlanning extends MilestoneData implements DataOf<ProjectCommand, 'RecordPlanning'> {}

class RecordLead extends MilestoneData implements DataOf<ProjectCommand, 'RecordLead'> {
  @Text({ optional: true, about: '洽谈对象 / who is talked to' })
  contact?: string;
}

class AdmitProject extends MilestoneData implements DataOf<ProjectCommand, 'AdmitProject'> {
  @Text({ optional: true, about: '准入会议 / the meeting' })
  meeting?: string;
  @Text({ optional: true, multiline: true, max: 2000, about: '准入条件 / conditions' })
  conditions?: string;
}

class SignFrameworkAgreement extends MilestoneData implements DataOf<ProjectCommand, 'SignFrameworkAgreement'> {}

class SignProject extends MilestoneData implements DataOf<ProjectCommand, 'SignProject'> {
  @Text({ optional: true, about: '合同编号 / contract number' })
  contractNo?: string;
  @Amount({ optional: true })
  contractAmount?: Money;
  @OnDate({ optional: true, about: '约定开工 / agreed start' })
  agreedStart?: FactDate;
  @OnDate({ optional: true, about: '约定投产 / agreed start of production' })
  agreedProduction?: FactDate;
}

class FileProject extends MilestoneData implements DataOf<ProjectCommand, 'FileProject'> {
  @OneOf(FILING_KINDS, { about: '审批 | 核准 | 备案 / kind of filing' })
  kind!: ProjectFiled['data']['kind'];
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
}

class SupplyLand extends MilestoneData implements DataOf<ProjectCommand, 'SupplyLand'> {
  @OneOf(SUPPLY_MODES, {
    about: '招拍挂出让 | 协议出让 | 划拨 | 租赁 | 先租后让 | 作价出资 | 弹性年期 / mode of supply',
  })
  mode!: LandSupplied['data']['mode'];
  @AreaOf({ about: '面积，单位 0.01 平方米 / area in 0.01 ㎡', example: 6_666_667 })
  area!: Area;
  @WholeNumber(1, TERM_YEARS_MAX, { optional: true, about: '年限 / term in years' })
  termYears?: number;
  @Text({ optional: true, about: '合同编号 / contract number' })
  contractNo?: string;
  @OnDate({ optional: true, about: '约定交地 / agreed hand-over' })
  agreedHandover?: FactDate;
  @OnDate({ optional: true, about: '约定开工 / agreed start' })
  agreedStart?: FactDate;
  @OnDate({ optional: true, about: '约定竣工 / agreed completion' })
  agreedCompletion?: FactDate;
  @Flag({ optional: true, about: '标准地 / standard land' })
  standardLand?: boolean;
  @Text({ optional: true, max: 100, about: '地块编号 / parcel' })
  parcelId?: string;
}

class HandOverLand extends MilestoneData implements DataOf<ProjectCommand, 'HandOverLand'> {
  @Text({ optional: true, max: 100, about: '地块编号 / parcel' })
  parcelId?: string;
}

class ObtainConstructionPermit extends MilestoneData implements DataOf<ProjectCommand, 'ObtainConstructionPermit'> {
  @Text({ optional: true, about: '许可证号 / permit number' })
  permitNo?: string;
}

class StartConstruction extends MilestoneData implements DataOf<ProjectCommand, 'StartConstruction'> {}

class EnterStatistics extends MilestoneData implements DataOf<ProjectCommand, 'EnterStatistics'> {}

class CompleteProject extends MilestoneData implements DataOf<ProjectCommand, 'CompleteProject'> {}

class StartProduction extends MilestoneData implements DataOf<ProjectCommand, 'StartProduction'> {}

class ReachFullCapacity extends MilestoneData implements DataOf<ProjectCommand, 'ReachFullCapacity'> {}

class SuspendProject extends MilestoneData implements DataOf<ProjectCommand, 'SuspendProject'> {
  @Text({ multiline: true, max: 2000, about: '停工原因 / why it is suspended' })
  reason!: string;
}

class ResumeProject extends MilestoneData implements DataOf<ProjectCommand, 'ResumeProject'> {}

class ExitProject extends MilestoneData implements DataOf<ProjectCommand, 'ExitProject'> {
  @OneOf(EXIT_KINDS, { about: '协商终止 | 未履约清退 | 投资方终止 | 其他 / kind of exit' })
  kind!: ProjectExited['data']['kind'];
  @Text({ multiline: true, max: 2000, about: '退出原因 / reason' })
  reason!: string;
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
}

/** How far it has come. */
export const milestoneRows: RowsFor<
  ProjectCommand,
  | 'RecordPlanning'
  | 'RecordLead'
  | 'AdmitProject'
  | 'SignFrameworkAgreement'
  | 'SignProject'
  | 'FileProject'
  | 'SupplyLand'
  | 'HandOverLand'
  | 'ObtainConstructionPermit'
  | 'StartConstruction'
  | 'EnterStatistics'
  | 'SuspendProject'
  | 'ResumeProject'
  | 'CompleteProject'
  | 'StartProduction'
  | 'ReachFullCapacity'
  | 'ExitProject'
> = {
  RecordPlanning: {
    dto: RecordPlanning,
    verb: 'record-planning',
    summary: { zh: '谋划', en: 'Record that it is planned' },
    example: { on: '2025-Q3' },
  },
  RecordLead: {
    dto: RecordLead,
    verb: 'record-lead',
    summary: { zh: '在谈', en: 'Record that it is in talks' },
    example: { on: '2025-10', contact: '投资方华中区负责人' },
  },
  AdmitProject: {
    dto: AdmitProject,
    verb: 'admit',
    summary: { zh: '准入', en: 'Admit the project' },
    example: { on: '2025-11-18', meeting: '2025年第9次准入评审会', conditions: '亩均税收不低于20万元' },
  },
  SignFrameworkAgreement: {
    dto: SignFrameworkAgreement,
    verb: 'sign-framework-agreement',
    summary: { zh: '签订框架协议（不算签约）', en: 'Sign a framework agreement, which is no signing' },
    example: { on: '2025-12' },
  },
  SignProject: {
    dto: SignProject,
    verb: 'sign',
    summary: { zh: '签约（正式合同）', en: 'Sign the contract' },
    example: {
      on: '2026-01-15',
      contractNo: '招商合同2026-008',
      contractAmount: yi(12),
      agreedStart: '2026-06',
      agreedProduction: '2027-Q4',
    },
  },
  FileProject: {
    dto: FileProject,
    verb: 'file',
    summary: { zh: '立项备案', en: 'File the project' },
    example: { on: '2026-02-10', kind: 'filing', doc: '2026-420303-30-03-000001' },
  },
  SupplyLand: {
    dto: SupplyLand,
    verb: 'supply-land',
    summary: { zh: '供地', en: 'Supply land' },
    example: {
      on: '2026-03-20',
      mode: 'auction',
      area: 6_666_667,
      termYears: 50,
      contractNo: '鄂（2026）土合0012',
      agreedHandover: '2026-04',
      agreedStart: '2026-06',
      standardLand: true,
    },
  },
  HandOverLand: {
    dto: HandOverLand,
    verb: 'hand-over-land',
    summary: { zh: '交地', en: 'Hand over the land' },
    example: { on: '2026-04-T2' },
  },
  ObtainConstructionPermit: {
    dto: ObtainConstructionPermit,
    verb: 'obtain-construction-permit',
    summary: { zh: '取得施工许可', en: 'Obtain the construction permit' },
    example: { on: '2026-05-06', permitNo: '420303202605060101' },
  },
  StartConstruction: {
    dto: StartConstruction,
    verb: 'start-construction',
    summary: { zh: '开工', en: 'Start construction' },
    example: { on: '2026-05-12' },
  },
  EnterStatistics: {
    dto: EnterStatistics,
    verb: 'enter-statistics',
    summary: { zh: '入统', en: 'Enter the statistics' },
    example: { on: '2026-07' },
  },
  SuspendProject: {
    dto: SuspendProject,
    verb: 'suspend',
    summary: { zh: '停工', en: 'Suspend' },
    example: { on: '2026-08-01', reason: '汛期停工' },
  },
  ResumeProject: {
    dto: ResumeProject,
    verb: 'resume',
    summary: { zh: '复工', en: 'Resume' },
    example: { on: '2026-08-25' },
  },
  CompleteProject: {
    dto: CompleteProject,
    verb: 'complete',
    summary: { zh: '竣工', en: 'Complete' },
    example: { on: '2026-09-30' },
  },
  StartProduction: {
    dto: StartProduction,
    verb: 'start-production',
    summary: { zh: '投产', en: 'Start production' },
    example: { on: '2026-10-18' },
  },
  ReachFullCapacity: {
    dto: ReachFullCapacity,
    verb: 'reach-full-capacity',
    summary: { zh: '达产', en: 'Reach full capacity' },
    example: { on: '2026-11-01' },
  },
  ExitProject: {
    dto: ExitProject,
    verb: 'exit',
    summary: { zh: '退出', en: 'Exit' },
    example: { on: '2026-11-20', kind: 'agreed', reason: '投资方转产', doc: '区办函〔2026〕9号' },
  },
};
