import { ApiProperty } from '@nestjs/swagger';
import { CHOICE_TEXTS } from '#ledger';
import { MoneyShape, NamedShape, TextsShape } from '../shapes.ts';
import { ChosenShape, SaidShape, day, fact, money, nullable, on, phase } from './block-shapes.ts';

class PhaseMilestoneShape {
  @ApiProperty({ type: String })
  milestone!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
  @ApiProperty(on)
  on!: string;
  @ApiProperty({ type: String, example: '2026年5月' })
  onText!: string;
  @ApiProperty(fact)
  factId!: string;
}

export class PhaseShape {
  @ApiProperty({ type: String, example: '一期' })
  phase!: string;
  @ApiProperty({ type: String })
  stage!: string;
  @ApiProperty({ type: TextsShape })
  stageLabel!: TextsShape;
  @ApiProperty({ type: String, required: false })
  possibleStage?: string;
  @ApiProperty({ type: [PhaseMilestoneShape] })
  milestones!: PhaseMilestoneShape[];
}

class AgreedShape {
  @ApiProperty({ ...on, nullable: true, description: '约定 / agreed for' })
  agreed!: string | null;
  @ApiProperty({ ...on, nullable: true, description: '实际 / when it came about' })
  actual!: string | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description:
      '自约定日止至实际或所问之日 / days from the end of what was agreed to when it happened, or to the day asked for',
  })
  daysLate!: number | null;
}

export class FrameworkAgreementShape extends SaidShape {}

export class ContractShape extends SaidShape {
  @ApiProperty(nullable)
  contractNo!: string | null;
  @ApiProperty(money)
  contractAmount!: MoneyShape | null;
  @ApiProperty({ type: AgreedShape })
  start!: AgreedShape;
  @ApiProperty({ type: AgreedShape })
  production!: AgreedShape;
}

export class LandShape extends SaidShape {
  @ApiProperty({ type: ChosenShape, description: Object.keys(CHOICE_TEXTS.supplyMode).join(' | ') })
  mode!: ChosenShape;
  @ApiProperty({ type: 'integer', description: '0.01 ㎡' })
  area!: number;
  @ApiProperty({ type: 'integer', nullable: true, description: '年 / years' })
  termYears!: number | null;
  @ApiProperty(nullable)
  contractNo!: string | null;
  @ApiProperty(nullable)
  parcelId!: string | null;
  @ApiProperty({ type: Boolean, nullable: true, description: '标准地 / standard land; null: nobody said' })
  standardLand!: boolean | null;
  @ApiProperty({ type: AgreedShape, description: '交地 / hand-over' })
  handover!: AgreedShape;
  @ApiProperty({ type: AgreedShape, description: '开工 / start' })
  start!: AgreedShape;
  @ApiProperty({ type: AgreedShape, description: '竣工 / completion' })
  completion!: AgreedShape;
}

class PermitNameShape extends NamedShape {
  @ApiProperty(nullable)
  group!: string | null;
}

class PermitStepShape {
  @ApiProperty({ ...day, description: '自此日确定 / the day from which it is certain' })
  from!: string;
  @ApiProperty({ ...on, nullable: true })
  on!: string | null;
  @ApiProperty({ type: String, enum: Object.keys(CHOICE_TEXTS.permitState) })
  state!: string;
  @ApiProperty(fact)
  factId!: string;
}

export class PermitShape {
  @ApiProperty({ type: NamedShape })
  catalogue!: NamedShape;
  @ApiProperty({ type: PermitNameShape })
  item!: PermitNameShape;
  @ApiProperty(phase)
  phase?: string;
  @ApiProperty({ type: ChosenShape, description: Object.keys(CHOICE_TEXTS.permitState).join(' | ') })
  state!: ChosenShape;
  @ApiProperty(day)
  since!: string;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: '自首次办理中（无则首次填报）至办结或所问之日 / days since it was begun, until it was done',
  })
  elapsedDays!: number | null;
  @ApiProperty({ type: NamedShape, nullable: true, description: '填报单位 / who filed it' })
  unit!: NamedShape | null;
  @ApiProperty({ type: [PermitStepShape] })
  steps!: PermitStepShape[];
}
