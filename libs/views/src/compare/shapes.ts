import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { STAGES } from '#ledger';
import { FiguresShape } from '../project-ledger/shapes.ts';
import { ANYTHING, AsOfShape, AtPointShape, TextsShape } from '../shapes.ts';
import { CHANGE_KINDS, COMPARED_KINDS } from './stand.ts';

const nullable = { type: String, nullable: true } as const;
const anything = { ...ANYTHING, description: '文字、金额、清单或 null / text, money, a list, or null' } as const;

class PointShape extends AsOfShape {
  @ApiProperty({ type: String, format: 'date' })
  effectiveOn!: string;
}

class KindShape {
  @ApiProperty({ type: String, enum: COMPARED_KINDS })
  kind!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
}

class CausingEventShape {
  @ApiProperty({ type: 'integer' })
  seq!: number;
  @ApiProperty({ type: String, format: 'uuid' })
  eventId!: string;
  @ApiProperty({ type: String })
  revision!: string;
  @ApiProperty({ type: String })
  type!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
  @ApiProperty({ ...nullable, description: '发生日期（含精度） / when it happened, with its precision' })
  on!: string | null;
  @ApiProperty({ type: String, format: 'date-time' })
  filedAt!: string;
  @ApiProperty({ type: Boolean })
  filedAtClaimed!: boolean;
  @ApiProperty({ type: String, format: 'date-time' })
  recordedAt!: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  actor!: object;
}

class ComparedChangeShape {
  @ApiProperty({ type: String, example: 'plan.completed' })
  field!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
  @ApiProperty({ type: String, enum: Object.keys(CHANGE_KINDS) })
  kind!: string;
  @ApiProperty(anything)
  from!: unknown;
  @ApiProperty(anything)
  to!: unknown;
  @ApiProperty({
    type: String,
    enum: ['late', 'learned', 'corrected', 'happened'],
    description:
      '事后补报、此后入账、事后更正、期间发生 / filed after the day, recorded since, corrected after the fact, happened since',
  })
  cause!: string;
  @ApiProperty({ type: TextsShape })
  causeLabel!: TextsShape;
  @ApiProperty({ type: [CausingEventShape] })
  events!: CausingEventShape[];
}

class ComparisonShape extends AtPointShape {
  @ApiProperty({ type: PointShape })
  from!: PointShape;
  @ApiProperty({ type: PointShape })
  to!: PointShape;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', nullable: true }, description: 'id → name' })
  names!: object;
}

class ComparedItemShape {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;
  @ApiProperty({ type: 'integer' })
  number!: number;
  @ApiProperty(nullable)
  name!: string | null;
  @ApiProperty(nullable)
  code!: string | null;
  @ApiProperty({ type: [KindShape] })
  kinds!: KindShape[];
  @ApiProperty({ type: [ComparedChangeShape] })
  changes!: ComparedChangeShape[];
}

export class ComparedListShape extends ComparisonShape {
  @ApiProperty({ type: [ComparedItemShape] })
  items!: ComparedItemShape[];
  @ApiProperty(nullable)
  next!: string | null;
}

export class ComparedProjectShape extends ComparisonShape {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: '起点所见 / as the first point shows it' })
  before!: object;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: '起点之日，按终点所知 / the day of the first point, as known at the second',
  })
  between!: object;
  @ApiProperty({ type: 'object', additionalProperties: true, description: '终点所见 / as the second point shows it' })
  after!: object;
  @ApiProperty({ type: [KindShape] })
  kinds!: KindShape[];
  @ApiProperty({ type: [ComparedChangeShape] })
  changes!: ComparedChangeShape[];
}

class SummedStageShape extends FiguresShape {
  @ApiProperty({ type: String, enum: STAGES })
  stage!: string;
}

class SummedShape extends FiguresShape {
  @ApiProperty({ type: [SummedStageShape] })
  stages!: SummedStageShape[];
}

class SummedPointShape extends IntersectionType(PointShape, SummedShape) {}

class KindCountShape extends KindShape {
  @ApiProperty({ type: 'integer' })
  projects!: number;
}

class MoveShape {
  @ApiProperty({ ...nullable, enum: STAGES })
  from!: string | null;
  @ApiProperty({ type: TextsShape, nullable: true })
  fromLabel!: TextsShape | null;
  @ApiProperty({ ...nullable, enum: STAGES })
  to!: string | null;
  @ApiProperty({ type: TextsShape, nullable: true })
  toLabel!: TextsShape | null;
  @ApiProperty({ type: 'integer' })
  projects!: number;
}

export class ComparedSummaryShape extends AtPointShape {
  @ApiProperty({ type: SummedPointShape })
  from!: SummedPointShape;
  @ApiProperty({ type: SummedShape, description: '起点之日，按终点所知 / the first day, as known at the second point' })
  between!: SummedShape;
  @ApiProperty({ type: SummedPointShape })
  to!: SummedPointShape;
  @ApiProperty({ type: SummedShape, description: 'to − from' })
  difference!: SummedShape;
  @ApiProperty({ type: SummedShape, description: 'between − from' })
  learned!: SummedShape;
  @ApiProperty({ type: SummedShape, description: 'to − between' })
  happened!: SummedShape;
  @ApiProperty({ type: 'integer', description: '有变化的项目数 / projects that differ' })
  projects!: number;
  @ApiProperty({ type: [KindCountShape] })
  kinds!: KindCountShape[];
  @ApiProperty({ type: [MoveShape], description: '阶段转移；null 表示不在列 / from stage to stage; null: not listed' })
  moves!: MoveShape[];
}
