import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { ROLES } from '#ledger';
import { FindingShape } from '../findings/shapes.ts';
import { ProjectItemShape } from '../project-ledger/shapes.ts';
import { STANDING_TEXTS } from './page.ts';
import { KeyListingShape, RegistrationShape, RelationsShape } from './registration-shapes.ts';
import { FundsShape, ReportShape, VisitShape, YearShape } from './reports-shapes.ts';
import { ContractShape, FrameworkAgreementShape, LandShape, PermitShape, PhaseShape } from './site-shapes.ts';
import {
  ANYTHING,
  AtPointShape,
  EventRecordShape,
  ListShape,
  NamedShape,
  StoredEventShape,
  TextsShape,
} from '../shapes.ts';

class ReachedShape {
  @ApiProperty({ type: String })
  milestone!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
  @ApiProperty({ type: String, description: '带精度的日期 / a date with its precision', example: '2018-05' })
  on!: string;
  @ApiProperty({ type: String, example: '2018年5月' })
  onText!: string;
  @ApiProperty({ type: String, required: false })
  phase?: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: '节点的其他内容 / what else it says' })
  details!: object;
  @ApiProperty({ type: String, format: 'date' })
  filedOn!: string;
  @ApiProperty({ type: String, format: 'uuid' })
  factId!: string;
}

class PlanMoveShape {
  @ApiProperty({ type: String, example: '2026-05' })
  from!: string;
  @ApiProperty({ type: String })
  to!: string;
  @ApiProperty({ type: String, enum: ['later', 'earlier', 'vaguer'], description: 'later 即推迟 / a slip' })
  direction!: string;
  @ApiProperty({ type: String, required: false, description: '重新填报的计划没有 / absent where it was filed anew' })
  reason?: string;
  @ApiProperty({ type: String, format: 'uuid' })
  factId!: string;
}

class PlanShape {
  @ApiProperty({ type: String })
  milestone!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
  @ApiProperty({ type: String, required: false })
  phase?: string;
  @ApiProperty({ type: String, description: '最初计划，永远保留 / the first plan, kept for ever' })
  baseline!: string;
  @ApiProperty({ type: String })
  current!: string;
  @ApiProperty({ type: [PlanMoveShape] })
  moves!: PlanMoveShape[];
  @ApiProperty({ type: [String], description: '历次填报的计划 / the plans as they were filed' })
  factIds!: string[];
}

class StandingStepShape {
  @ApiProperty({ type: String, enum: ['active', 'suspended', 'exited'] })
  standing!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
  @ApiProperty({ type: String, format: 'date', description: '自此日确定 / the day from which it is certain' })
  from!: string;
  @ApiProperty({ type: String, description: '带精度的日期 / a date with its precision' })
  on!: string;
  @ApiProperty({ type: String, format: 'uuid' })
  factId!: string;
}

class TenureShape {
  @ApiProperty({ type: String, enum: ROLES })
  role!: string;
  @ApiProperty({ type: TextsShape, description: '开发区自己的叫法优先 / the zone’s own word where it has one' })
  roleLabel!: TextsShape;
  @ApiProperty({ type: NamedShape })
  holder!: NamedShape;
  @ApiProperty({ type: Boolean, description: '与他人并任 / held beside others' })
  joint!: boolean;
  @ApiProperty({ type: String })
  from!: string;
  @ApiProperty({ type: String, format: 'date' })
  fromDay!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '首个不在任日 / first day not held' })
  until!: string | null;
  @ApiProperty({ type: String, required: false, description: '文号 / document number' })
  doc?: string;
  @ApiProperty({ type: String, format: 'uuid', description: '任命它的事实 / the fact that it began by' })
  factId!: string;
}

class MoreShape {
  @ApiProperty({ type: 'integer' })
  reports!: number;
  @ApiProperty({ type: 'integer', description: 'funds.arrivals' })
  arrivals!: number;
  @ApiProperty({ type: 'integer' })
  siteVisits!: number;
  @ApiProperty({ type: 'integer' })
  helpActions!: number;
}

export class ProjectPageShape extends IntersectionType(ProjectItemShape, RelationsShape, AtPointShape) {
  @ApiProperty({
    type: String,
    enum: Object.keys(STANDING_TEXTS),
    description:
      '另有：voided 已作废，merged 已并入，withdrawn 登记已撤销 / also voided, merged, and withdrawn: the registration was revoked',
  })
  declare standing: string;
  @ApiProperty({ type: TextsShape })
  standingLabel!: TextsShape;
  @ApiProperty({ type: String })
  revision!: string;
  @ApiProperty({
    type: RegistrationShape,
    nullable: true,
    description: '所问之日的登记内容及历次变更 / as of the day, with each change',
  })
  registration!: RegistrationShape | null;
  @ApiProperty({
    type: [PhaseShape],
    description: '各期各自的阶段；项目只计一次 / each phase; the project counts once',
  })
  phases!: PhaseShape[];
  @ApiProperty({ type: [ReachedShape] })
  milestones!: ReachedShape[];
  @ApiProperty({ type: [StandingStepShape], description: '停工、复工、退出 / suspended, resumed, exited' })
  standings!: StandingStepShape[];
  @ApiProperty({ type: [FrameworkAgreementShape], description: '框架协议，不算签约 / no signing' })
  frameworkAgreements!: FrameworkAgreementShape[];
  @ApiProperty({ type: [ContractShape] })
  contracts!: ContractShape[];
  @ApiProperty({ type: [LandShape] })
  land!: LandShape[];
  @ApiProperty({ type: [PermitShape] })
  permits!: PermitShape[];
  @ApiProperty({ type: [PlanShape] })
  plans!: PlanShape[];
  @ApiProperty({
    type: [YearShape],
    description: '年度、季度计划与填报投资 / plans of years and quarters against the money',
  })
  years!: YearShape[];
  @ApiProperty({ type: [ReportShape] })
  reports!: ReportShape[];
  @ApiProperty({ type: FundsShape })
  funds!: FundsShape;
  @ApiProperty({ type: [KeyListingShape] })
  keyLists!: KeyListingShape[];
  @ApiProperty({ type: [VisitShape] })
  siteVisits!: VisitShape[];
  @ApiProperty({ type: [VisitShape] })
  helpActions!: VisitShape[];
  @ApiProperty({ type: [TenureShape] })
  tenures!: TenureShape[];
  @ApiProperty({ type: [FindingShape] })
  findings!: FindingShape[];
  @ApiProperty({
    type: MoreShape,
    description:
      '各列表未列出的条数；全部见 timeline 和 export / how many older entries of each list are on the timeline and in the export only',
  })
  more!: MoreShape;
}

class ChangeShape {
  @ApiProperty({ type: String, example: 'stage' })
  field!: string;
  @ApiProperty({ ...ANYTHING, description: '此前 / before; null: nothing' })
  from!: unknown;
  @ApiProperty({ ...ANYTHING, description: '此后 / after' })
  to!: unknown;
}

class TimelineItemShape extends EventRecordShape {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  data!: object;
  @ApiProperty({ type: String, enum: ['effective', 'corrected', 'revoked'] })
  status!: string;
  @ApiProperty({ type: String, format: 'uuid', required: false })
  correctedBy?: string;
  @ApiProperty({ type: String, format: 'uuid', required: false })
  revokedBy?: string;
  @ApiProperty({ type: [ChangeShape] })
  changes!: ChangeShape[];
  @ApiProperty({ type: String, format: 'uuid' })
  commandId!: string;
}

export class ProjectEventsShape extends ListShape {
  @ApiProperty({ type: [StoredEventShape] })
  items!: StoredEventShape[];
}

export class TimelineShape extends ListShape {
  @ApiProperty({ type: [TimelineItemShape] })
  items!: TimelineItemShape[];
}
