import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { INDICATORS } from '#ledger';
import { AtPointShape, ListShape, MoneyShape, NamedShape, TextsShape } from '../shapes.ts';

class RatioShape {
  @ApiProperty({ type: String, example: '12' })
  numerator!: string;
  @ApiProperty({ type: String, example: '50' })
  denominator!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: '百分数，四舍五入到两位小数 / percent, rounded',
    example: '24.00',
  })
  rounded!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '百分数，截到两位小数 / percent, cut', example: '24.00' })
  cut!: string | null;
}

const VALUE = {
  description: '项目个数；占比，1/100 %；或金额 / projects; a share in 1/100 %; or an amount',
  oneOf: [{ type: 'integer' }, { $ref: '#/components/schemas/MoneyShape' }],
} as never;

class StepShape {
  @ApiProperty(VALUE)
  value!: unknown;
  @ApiProperty({ type: String, format: 'date' })
  filedOn!: string;
  @ApiProperty({ type: String })
  eventId!: string;
  @ApiProperty({ type: String, required: false })
  reason?: string;
  @ApiProperty({ type: String, required: false })
  doc?: string;
}

const REACHED = {
  description:
    '项目个数（打包项目及其拆分部分各计一个）、金额，或标准地面积 ÷ 工业用地供应面积（0.01 ㎡）/ projects (a package and each of its parts count one), an amount, or standard land of the industrial land supplied (0.01 ㎡)',
  oneOf: [
    { type: 'integer' },
    { $ref: '#/components/schemas/MoneyShape' },
    { $ref: '#/components/schemas/RatioShape' },
  ],
};

class ProgressShape {
  @ApiProperty(REACHED)
  reached!: unknown;
  @ApiProperty({
    type: 'integer',
    required: false,
    description: '其中打包口径：不计打包项目的拆分部分 / of the projects reached, those that are no part of a package',
  })
  packages?: number;
  @ApiProperty({ type: RatioShape, description: '完成率 / reached of the value' })
  rate!: RatioShape;
  @ApiProperty({ type: RatioShape, description: '超序时进度，百分点 / rate less calendar, in percentage points' })
  ahead!: RatioShape;
  @ApiProperty({ type: Boolean })
  isReached!: boolean;
  @ApiProperty({
    type: 'integer',
    description: '因日期、总投资或行业不详而未计入的 / may count as well: something is unknown',
  })
  undetermined!: number;
}

class ZoneProgressShape extends ProgressShape {
  @ApiProperty({ type: NamedShape })
  zone!: NamedShape;
}

/** A value for the whole scope has its own progress, one for a tier that of each zone. */
class TargetValueShape {
  @ApiProperty({ type: String, nullable: true })
  tier!: string | null;
  @ApiProperty(VALUE)
  value!: unknown;
  @ApiProperty({ type: StepShape })
  set!: StepShape;
  @ApiProperty({ type: [StepShape] })
  revisions!: StepShape[];
  @ApiProperty({ type: Boolean })
  isReached!: boolean;
  @ApiProperty({ ...REACHED, required: false })
  reached?: unknown;
  @ApiProperty({
    type: 'integer',
    required: false,
    description: '其中打包口径：不计打包项目的拆分部分 / of the projects reached, those that are no part of a package',
  })
  packages?: number;
  @ApiProperty({ type: RatioShape, required: false })
  rate?: RatioShape;
  @ApiProperty({ type: RatioShape, required: false })
  ahead?: RatioShape;
  @ApiProperty({ type: 'integer', required: false })
  undetermined?: number;
  @ApiProperty({ type: RatioShape, required: false, description: '完成的开发区 / zones that reached it' })
  zonesReached?: RatioShape;
  @ApiProperty({ type: [ZoneProgressShape], required: false })
  zones?: ZoneProgressShape[];
  @ApiProperty({
    type: Boolean,
    required: false,
    description: '范围内没有（这一档次的）开发区 / true where no zone lies in the scope, or none in the tier',
  })
  noZones?: boolean;
}

class TargetItemShape {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;
  @ApiProperty({ type: String })
  scope!: string;
  @ApiProperty({ type: String, example: '2026' })
  period!: string;
  @ApiProperty({ type: String, format: 'date' })
  first!: string;
  @ApiProperty({ type: String, format: 'date' })
  last!: string;
  @ApiProperty({ type: String, enum: INDICATORS })
  indicator!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
  @ApiProperty({ type: String, enum: ['projects', 'share', 'money'] })
  unit!: string;
  @ApiProperty({ type: MoneyShape, nullable: true })
  threshold!: MoneyShape | null;
  @ApiProperty({ type: Boolean })
  industrial!: boolean;
  @ApiProperty({ type: RatioShape, description: '时序进度：已过天数 ÷ 总天数 / days gone of the days of the period' })
  calendar!: RatioShape;
  @ApiProperty({ type: [TargetValueShape] })
  values!: TargetValueShape[];
}

export class TargetShape extends IntersectionType(TargetItemShape, AtPointShape) {}

export class TargetListShape extends ListShape {
  @ApiProperty({ type: [TargetItemShape] })
  items!: TargetItemShape[];
}

class ReasonShape {
  @ApiProperty({ type: String })
  code!: string;
  @ApiProperty({ type: TextsShape })
  messages!: TextsShape;
}

class AchievementShape {
  @ApiProperty({ type: NamedShape })
  project!: NamedShape;
  @ApiProperty({ type: NamedShape })
  zone!: NamedShape;
  @ApiProperty({ type: String, description: '所报日期 / as reported', example: '2026-05' })
  on!: string;
  @ApiProperty({ type: String, format: 'date', description: '计在此日 / the day it counts on' })
  day!: string;
  @ApiProperty({ type: String })
  factId!: string;
  @ApiProperty({ type: MoneyShape, nullable: true, description: '当日总投资 / as on that day' })
  totalInvestment!: MoneyShape | null;
  @ApiProperty({ type: Boolean, nullable: true })
  industrial!: boolean | null;
  @ApiProperty({ type: 'integer', required: false, description: '0.01 ㎡' })
  area?: number;
  @ApiProperty({ type: Boolean, required: false })
  standardLand?: boolean;
  @ApiProperty({ type: MoneyShape, required: false })
  amount?: MoneyShape;
  @ApiProperty({ type: [ReasonShape] })
  reasons!: ReasonShape[];
}

export class AchievementListShape extends ListShape {
  @ApiProperty({ type: [AchievementShape] })
  items!: AchievementShape[];
}
