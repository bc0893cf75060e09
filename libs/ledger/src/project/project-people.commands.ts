import type { FactDate } from '#kernel';
import { Flag, Id, OnDate, Text } from '#http';
import type { DataOf, RowsFor } from '../command-row.ts';
import { personId, unitId } from './example.ts';
import { FactData } from './fact-data.commands.ts';
import type { ProjectCommand } from './project.ts';

class AssignLeader extends FactData implements DataOf<ProjectCommand, 'AssignLeader'> {
  @Id({ about: '人员，须已登记 / the person, who must be known' })
  personId!: string;
  @Flag({ about: '是否牵头领导；新牵头接替原牵头 / lead or co-lead; a new lead takes over from the old' })
  lead!: boolean;
  @OnDate({ about: '任职首日 / first day held' })
  from!: FactDate;
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
  @Id({ optional: true, about: '调整令 / the reassignment order' })
  orderId?: string;
}

class ReleaseLeader extends FactData implements DataOf<ProjectCommand, 'ReleaseLeader'> {
  @Id({ about: '人员 / the person' })
  personId!: string;
  @OnDate({ about: '不再任职的首日 / first day not held' })
  until!: FactDate;
  @Text({ optional: true, multiline: true, max: 2000, about: '原因 / reason' })
  reason?: string;
}

class AssignResponsibleUnit extends FactData implements DataOf<ProjectCommand, 'AssignResponsibleUnit'> {
  @Id({ about: '责任单位，须已定义 / the unit, which must be defined' })
  unitId!: string;
  @OnDate({ about: '负责首日 / first day held' })
  from!: FactDate;
  @Flag({ optional: true, about: '第二责任单位：与现有单位并存，不接替 / beside the unit that is there' })
  joint?: boolean;
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
}

class ReleaseResponsibleUnit extends FactData implements DataOf<ProjectCommand, 'ReleaseResponsibleUnit'> {
  @Id({ about: '责任单位 / the unit' })
  unitId!: string;
  @OnDate({ about: '不再负责的首日 / first day not held' })
  until!: FactDate;
  @Text({ optional: true, multiline: true, max: 2000, about: '原因 / reason' })
  reason?: string;
}

class AssignResponsiblePerson extends FactData implements DataOf<ProjectCommand, 'AssignResponsiblePerson'> {
  @Id({ about: '责任人，须已登记 / the responsible person, who must be known' })
  personId!: string;
  @OnDate({ about: '负责首日 / first day held' })
  from!: FactDate;
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
}

class ReleaseResponsiblePerson extends ReleaseLeader implements DataOf<ProjectCommand, 'ReleaseResponsiblePerson'> {}

class AssignAgentUnit extends FactData implements DataOf<ProjectCommand, 'AssignAgentUnit'> {
  @Id({ about: '代办单位，须已定义 / the agent unit, which must be defined' })
  unitId!: string;
  @OnDate({ about: '代办首日 / first day held' })
  from!: FactDate;
  @Flag({ optional: true, about: '第二代办单位：与现有单位并存，不接替 / beside the unit that is there' })
  joint?: boolean;
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
}

class ReleaseAgentUnit extends FactData implements DataOf<ProjectCommand, 'ReleaseAgentUnit'> {
  @Id({ about: '代办单位 / the unit' })
  unitId!: string;
  @OnDate({ about: '不再代办的首日 / first day not held' })
  until!: FactDate;
  @Text({ optional: true, multiline: true, max: 2000, about: '原因 / reason' })
  reason?: string;
}

class RecordSiteVisit extends FactData implements DataOf<ProjectCommand, 'RecordSiteVisit'> {
  @OnDate({ about: '到现场的时间 / when the site was visited' })
  on!: FactDate;
  @Id({ about: '到现场的人员 / who visited it' })
  personId!: string;
  @Text({ optional: true, multiline: true, max: 2000, about: '发现的情况 / what was found' })
  found?: string;
}

class RecordHelpAction extends FactData implements DataOf<ProjectCommand, 'RecordHelpAction'> {
  @OnDate({ about: '帮扶时间 / when' })
  on!: FactDate;
  @Id({ about: '帮扶人员 / who helped' })
  personId!: string;
  @Text({ multiline: true, max: 2000, about: '做了什么 / what was done' })
  text!: string;
}

/** Who answers for it. */
export const peopleRows: RowsFor<
  ProjectCommand,
  | 'AssignLeader'
  | 'ReleaseLeader'
  | 'AssignResponsibleUnit'
  | 'ReleaseResponsibleUnit'
  | 'AssignResponsiblePerson'
  | 'ReleaseResponsiblePerson'
  | 'AssignAgentUnit'
  | 'ReleaseAgentUnit'
  | 'RecordSiteVisit'
  | 'RecordHelpAction'
> = {
  AssignLeader: {
    dto: AssignLeader,
    verb: 'assign-leader',
    summary: { zh: '确定分包领导', en: 'Assign a leader' },
    example: { personId, lead: true, from: '2026-01-20', doc: '区办发〔2026〕2号' },
  },
  ReleaseLeader: {
    dto: ReleaseLeader,
    verb: 'release-leader',
    summary: { zh: '免去分包领导', en: 'Release a leader' },
    example: { personId, until: '2026-09-01', reason: '工作调动' },
  },
  AssignResponsibleUnit: {
    dto: AssignResponsibleUnit,
    verb: 'assign-responsible-unit',
    summary: { zh: '确定责任单位', en: 'Assign the responsible unit' },
    example: { unitId, from: '2026-01-20' },
  },
  ReleaseResponsibleUnit: {
    dto: ReleaseResponsibleUnit,
    verb: 'release-responsible-unit',
    summary: { zh: '免除责任单位', en: 'Release the responsible unit' },
    example: { unitId, until: '2026-09-01' },
  },
  AssignResponsiblePerson: {
    dto: AssignResponsiblePerson,
    verb: 'assign-responsible-person',
    summary: { zh: '确定责任人', en: 'Assign the responsible person' },
    example: { personId, from: '2026-01-20' },
  },
  ReleaseResponsiblePerson: {
    dto: ReleaseResponsiblePerson,
    verb: 'release-responsible-person',
    summary: { zh: '免除责任人', en: 'Release the responsible person' },
    example: { personId, until: '2026-09-01', reason: '岗位调整' },
  },
  AssignAgentUnit: {
    dto: AssignAgentUnit,
    verb: 'assign-agent-unit',
    summary: { zh: '确定代办单位', en: 'Assign the agent unit' },
    example: { unitId, from: '2026-01-20' },
  },
  ReleaseAgentUnit: {
    dto: ReleaseAgentUnit,
    verb: 'release-agent-unit',
    summary: { zh: '免除代办单位', en: 'Release the agent unit' },
    example: { unitId, until: '2026-09-01' },
  },
  RecordSiteVisit: {
    dto: RecordSiteVisit,
    verb: 'record-site-visit',
    summary: { zh: '现场走访', en: 'Record a visit to the site' },
    example: { on: '2026-06-11', personId, found: '施工用电仍未接通' },
  },
  RecordHelpAction: {
    dto: RecordHelpAction,
    verb: 'record-help-action',
    summary: { zh: '帮扶解难', en: 'Record help given' },
    example: { on: '2026-06-18', personId, text: '协调供电公司架设临时线路' },
  },
};
