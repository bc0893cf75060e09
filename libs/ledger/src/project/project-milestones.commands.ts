import type { Area, FactDate, Money } from '#kernel';
import { Amount, AreaOf, Flag, OnDate, OneOf, Text, WholeNumber } from '#http';
import type { DataOf } from '../command-row.ts';
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

export class RecordPlanning extends MilestoneData implements DataOf<ProjectCommand, 'RecordPlanning'> {}

export class RecordLead extends MilestoneData implements DataOf<ProjectCommand, 'RecordLead'> {
  @Text({ optional: true, about: '洽谈对象 / who is talked to' })
  contact?: string;
}

export class AdmitProject extends MilestoneData implements DataOf<ProjectCommand, 'AdmitProject'> {
  @Text({ optional: true, about: '准入会议 / the meeting' })
  meeting?: string;
  @Text({ optional: true, multiline: true, max: 2000, about: '准入条件 / conditions' })
  conditions?: string;
}

export class SignFrameworkAgreement extends MilestoneData implements DataOf<ProjectCommand, 'SignFrameworkAgreement'> {}

export class SignProject extends MilestoneData implements DataOf<ProjectCommand, 'SignProject'> {
  @Text({ optional: true, about: '合同编号 / contract number' })
  contractNo?: string;
  @Amount({ optional: true })
  contractAmount?: Money;
  @OnDate({ optional: true, about: '约定开工 / agreed start' })
  agreedStart?: FactDate;
  @OnDate({ optional: true, about: '约定投产 / agreed start of production' })
  agreedProduction?: FactDate;
}

export class FileProject extends MilestoneData implements DataOf<ProjectCommand, 'FileProject'> {
  @OneOf(FILING_KINDS, { about: '审批 | 核准 | 备案 / kind of filing' })
  kind!: ProjectFiled['data']['kind'];
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
}

export class SupplyLand extends MilestoneData implements DataOf<ProjectCommand, 'SupplyLand'> {
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

export class HandOverLand extends MilestoneData implements DataOf<ProjectCommand, 'HandOverLand'> {}

export class ObtainConstructionPermit
  extends MilestoneData
  implements DataOf<ProjectCommand, 'ObtainConstructionPermit'>
{
  @Text({ optional: true, about: '许可证号 / permit number' })
  permitNo?: string;
}

export class StartConstruction extends MilestoneData implements DataOf<ProjectCommand, 'StartConstruction'> {}

export class EnterStatistics extends MilestoneData implements DataOf<ProjectCommand, 'EnterStatistics'> {}

export class CompleteProject extends MilestoneData implements DataOf<ProjectCommand, 'CompleteProject'> {}

export class StartProduction extends MilestoneData implements DataOf<ProjectCommand, 'StartProduction'> {}

export class ReachFullCapacity extends MilestoneData implements DataOf<ProjectCommand, 'ReachFullCapacity'> {}

export class SuspendProject extends MilestoneData implements DataOf<ProjectCommand, 'SuspendProject'> {
  @Text({ multiline: true, max: 2000, about: '停工原因 / why it is suspended' })
  reason!: string;
}

export class ResumeProject extends MilestoneData implements DataOf<ProjectCommand, 'ResumeProject'> {}

export class ExitProject extends MilestoneData implements DataOf<ProjectCommand, 'ExitProject'> {
  @OneOf(EXIT_KINDS, { about: '协商终止 | 未履约清退 | 投资方终止 | 其他 / kind of exit' })
  kind!: ProjectExited['data']['kind'];
  @Text({ multiline: true, max: 2000, about: '退出原因 / reason' })
  reason!: string;
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
}
