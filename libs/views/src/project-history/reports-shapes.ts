import { ApiProperty } from '@nestjs/swagger';
import { MoneyShape, NamedShape } from '../shapes.ts';
import { SaidShape, day, fact, money, nullable, on, phase } from './block-shapes.ts';

const PLANNED = '各分期（含未分期）最后一次计划之和；null：无计划 / the last plan of each phase, added up';

class YearPlanShape {
  @ApiProperty({ type: 'integer', example: 2026 })
  year!: number;
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 4, required: false })
  quarter?: number;
  @ApiProperty({ type: MoneyShape, required: false })
  investment?: MoneyShape;
  @ApiProperty({ type: String, required: false })
  goal?: string;
  @ApiProperty(phase)
  phase?: string;
  @ApiProperty({ type: String, required: false })
  doc?: string;
  @ApiProperty({ type: String, required: false })
  note?: string;
  @ApiProperty(day)
  filedOn!: string;
  @ApiProperty(fact)
  factId!: string;
}

class QuarterShape {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 4 })
  quarter!: number;
  @ApiProperty({ type: [YearPlanShape], description: '按填报次序 / in the order of filing' })
  plans!: YearPlanShape[];
  @ApiProperty({ ...money, description: PLANNED })
  planned!: MoneyShape | null;
  @ApiProperty({ ...money, description: '该季填报的完成投资；null：未填报 / reported for the quarter' })
  invested!: MoneyShape | null;
}

export class YearShape {
  @ApiProperty({ type: 'integer', example: 2026 })
  year!: number;
  @ApiProperty({ type: [YearPlanShape], description: '按填报次序 / in the order of filing' })
  plans!: YearPlanShape[];
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

class ArrivalShape extends SaidShape {
  @ApiProperty({ type: MoneyShape })
  amount!: MoneyShape;
}

export class FundsShape {
  @ApiProperty({ type: [ArrivalShape] })
  arrivals!: ArrivalShape[];
  @ApiProperty({ type: [MoneyShape], description: '分币种合计，不相加 / one sum for each currency' })
  sums!: MoneyShape[];
}

export class VisitShape extends SaidShape {
  @ApiProperty({ type: NamedShape })
  person!: NamedShape;
  @ApiProperty({ type: String, required: false, description: '走访发现 / what was found' })
  found?: string;
  @ApiProperty({ type: String, required: false, description: '帮扶内容 / what was done' })
  text?: string;
}
