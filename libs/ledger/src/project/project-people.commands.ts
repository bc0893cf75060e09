import type { FactDate } from '#kernel';
import { Flag, Id, OnDate, Text } from '#http';
import type { DataOf } from '../command-row.ts';
import { FactData } from './fact-data.commands.ts';
import type { ProjectCommand } from './project.ts';

export class AssignLeader extends FactData implements DataOf<ProjectCommand, 'AssignLeader'> {
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

export class ReleaseLeader extends FactData implements DataOf<ProjectCommand, 'ReleaseLeader'> {
  @Id({ about: '人员 / the person' })
  personId!: string;
  @OnDate({ about: '不再任职的首日 / first day not held' })
  until!: FactDate;
  @Text({ optional: true, multiline: true, max: 2000, about: '原因 / reason' })
  reason?: string;
}

export class AssignResponsibleUnit extends FactData implements DataOf<ProjectCommand, 'AssignResponsibleUnit'> {
  @Id({ about: '责任单位，须已定义 / the unit, which must be defined' })
  unitId!: string;
  @OnDate({ about: '负责首日 / first day held' })
  from!: FactDate;
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
}

export class ReleaseResponsibleUnit extends FactData implements DataOf<ProjectCommand, 'ReleaseResponsibleUnit'> {
  @Id({ about: '责任单位 / the unit' })
  unitId!: string;
  @OnDate({ about: '不再负责的首日 / first day not held' })
  until!: FactDate;
  @Text({ optional: true, multiline: true, max: 2000, about: '原因 / reason' })
  reason?: string;
}
