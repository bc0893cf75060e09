import { ApiProperty } from '@nestjs/swagger';
import { CHOICE_TEXTS } from '#ledger';
import { MoneyShape, NamedShape, TextsShape } from '../shapes.ts';
import { COUNTED_AS_TEXTS } from './page-registration.ts';

/** Blocks of a project's page as the OpenAPI document shows them. */

const nullable = { type: String, nullable: true } as const;
const day = { type: String, format: 'date' } as const;
const fact = { type: String, format: 'uuid', description: '事实编号 / id of the fact' } as const;
const on = { type: String, description: '带精度的日期 / a date with its precision', example: '2026-05' } as const;
const phase = { type: String, required: false, description: '期次 / phase; absent: the whole project' } as const;
const money = { type: MoneyShape, nullable: true } as const;

/** One of a few ids, with what it is called. */
export class ChosenShape {
  @ApiProperty({ type: String })
  id!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
}
const chosenOf = { type: ChosenShape, nullable: true } as const;

class BuilderShape {
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty({ type: String, required: false })
  creditCode?: string;
}

class IndustryShape {
  @ApiProperty({ type: String, description: 'GB/T 4754 版本 / edition', example: '2017' })
  edition!: string;
  @ApiProperty({ type: String, example: 'C2651' })
  code!: string;
}

class RegistrationChangeShape {
  @ApiProperty({ type: String, example: 'totalInvestment' })
  field!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
  @ApiProperty({ description: '变更后的值 / the value from then on', type: 'object', additionalProperties: true })
  value!: unknown;
  @ApiProperty({ type: NamedShape, required: false })
  zone?: NamedShape;
  @ApiProperty({ type: String, required: false })
  reason?: string;
  @ApiProperty({ type: String, required: false })
  doc?: string;
  @ApiProperty({ ...day, description: '自填报日起 / it holds from the day it was filed' })
  filedOn!: string;
  @ApiProperty(fact)
  factId!: string;
}

export class RegistrationShape {
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty(nullable)
  code!: string | null;
  @ApiProperty({ type: NamedShape })
  zone!: NamedShape;
  @ApiProperty({ ...chosenOf, description: Object.keys(CHOICE_TEXTS.nature).join(' | ') })
  nature!: ChosenShape | null;
  @ApiProperty(nullable)
  content!: string | null;
  @ApiProperty({ type: BuilderShape, nullable: true })
  builder!: BuilderShape | null;
  @ApiProperty({ type: IndustryShape, nullable: true })
  industry!: IndustryShape | null;
  @ApiProperty({ ...chosenOf, description: Object.keys(CHOICE_TEXTS.capital).join(' | ') })
  capital!: ChosenShape | null;
  @ApiProperty(money)
  totalInvestment!: MoneyShape | null;
  @ApiProperty(nullable)
  place!: string | null;
  @ApiProperty(nullable)
  source!: string | null;
  @ApiProperty(day)
  filedOn!: string;
  @ApiProperty(fact)
  factId!: string;
  @ApiProperty({ type: [RegistrationChangeShape] })
  changes!: RegistrationChangeShape[];
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
  @ApiProperty({ type: 'array', items: { type: 'object' } })
  milestones!: object[];
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

class SaidShape {
  @ApiProperty(on)
  on!: string;
  @ApiProperty({ type: String, example: '2026年5月' })
  onText!: string;
  @ApiProperty(phase)
  phase?: string;
  @ApiProperty(day)
  filedOn!: string;
  @ApiProperty(fact)
  factId!: string;
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

class PermitItemShape extends NamedShape {
  @ApiProperty(nullable)
  group!: string | null;
}

export class PermitShape {
  @ApiProperty({ type: NamedShape })
  catalogue!: NamedShape;
  @ApiProperty({ type: PermitItemShape })
  item!: PermitItemShape;
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
  @ApiProperty({ type: 'array', items: { type: 'object' } })
  steps!: object[];
}

const PLANNED = '各分期（含未分期）最后一次计划之和；null：无计划 / the last plan of each phase, added up';

class QuarterShape {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 4 })
  quarter!: number;
  @ApiProperty({ type: 'array', items: { type: 'object' }, description: '按填报次序 / in the order of filing' })
  plans!: object[];
  @ApiProperty({ ...money, description: PLANNED })
  planned!: MoneyShape | null;
  @ApiProperty({ ...money, description: '该季填报的完成投资；null：未填报 / reported for the quarter' })
  invested!: MoneyShape | null;
}

export class YearShape {
  @ApiProperty({ type: 'integer', example: 2026 })
  year!: number;
  @ApiProperty({ type: 'array', items: { type: 'object' }, description: '按填报次序 / in the order of filing' })
  plans!: object[];
  @ApiProperty({ ...money, description: PLANNED })
  planned!: MoneyShape | null;
  @ApiProperty({ ...money, description: '该年填报的完成投资；null：未填报 / reported for the year' })
  invested!: MoneyShape | null;
  @ApiProperty({ type: [QuarterShape] })
  quarters!: QuarterShape[];
}

export class ReportShape {
  @ApiProperty(on)
  period!: string;
  @ApiProperty({ type: String })
  periodText!: string;
  @ApiProperty(phase)
  phase?: string;
  @ApiProperty({ type: NamedShape, nullable: true, description: '填报单位 / who filed it' })
  unit!: NamedShape | null;
  @ApiProperty({
    ...nullable,
    enum: ['responsibleUnit', 'agentUnit'],
    description: '填报当日该单位的身份 / what the unit was on the day it filed',
  })
  role!: string | null;
  @ApiProperty(nullable)
  text!: string | null;
  @ApiProperty(nullable)
  nextSteps!: string | null;
  @ApiProperty(nullable)
  difficulties!: string | null;
  @ApiProperty(money)
  inPeriod!: MoneyShape | null;
  @ApiProperty(money)
  cumulativeInYear!: MoneyShape | null;
  @ApiProperty(money)
  cumulative!: MoneyShape | null;
  @ApiProperty(day)
  filedOn!: string;
  @ApiProperty({ type: [String] })
  factIds!: string[];
}

export class FundsShape {
  @ApiProperty({ type: 'array', items: { type: 'object' } })
  arrivals!: object[];
  @ApiProperty({ type: [MoneyShape], description: '分币种合计，不相加 / one sum for each currency' })
  sums!: MoneyShape[];
}

export class KeyListingShape {
  @ApiProperty({ type: 'integer' })
  year!: number;
  @ApiProperty({ type: ChosenShape, description: Object.keys(CHOICE_TEXTS.keyListLevel).join(' | ') })
  level!: ChosenShape;
  @ApiProperty({ type: ChosenShape, description: Object.keys(CHOICE_TEXTS.keyListCategory).join(' | ') })
  category!: ChosenShape;
  @ApiProperty({ type: String, required: false })
  doc?: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: '移出 / taken off: reason, filedOn, factId',
  })
  removed!: object | null;
  @ApiProperty(day)
  filedOn!: string;
  @ApiProperty(fact)
  factId!: string;
}

export class VisitShape extends SaidShape {
  @ApiProperty({ type: NamedShape })
  person!: NamedShape;
  @ApiProperty({ type: String, required: false, description: '走访发现 / what was found' })
  found?: string;
  @ApiProperty({ type: String, required: false, description: '帮扶内容 / what was done' })
  text?: string;
}

class PartShape extends NamedShape {
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: '占总投资的份额，万分之一 / share of the total, in 1/100 %',
  })
  share!: number | null;
}

/** How a project counts, and the projects it has to do with. */
export class RelationsShape {
  @ApiProperty({ type: ChosenShape, description: Object.keys(COUNTED_AS_TEXTS).join(' | ') })
  countedAs!: ChosenShape;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'project, reason, filedOn, factId',
  })
  mergedInto!: object | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'project, share, filedOn, factId',
  })
  splitFrom!: object | null;
  @ApiProperty({ type: [PartShape], description: '拆分出的项目 / projects split from this one' })
  parts!: PartShape[];
  @ApiProperty({ type: [NamedShape], description: '并入本项目的项目 / projects merged into this one' })
  mergedHere!: NamedShape[];
}
