import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { STAGES } from '#ledger';
import { AtPointShape, MoneyShape, NamedShape, StandingShape, TEXTS, TextsShape } from '../shapes.ts';

const nullable = { type: String, nullable: true } as const;

export class ProjectItemShape {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;
  @ApiProperty({ type: 'integer', description: '入库次序 / order of entry' })
  number!: number;
  @ApiProperty(nullable)
  code!: string | null;
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty({ type: String })
  zoneId!: string;
  @ApiProperty(nullable)
  zoneName!: string | null;
  @ApiProperty(nullable)
  builder!: string | null;
  @ApiProperty({ type: String, enum: STAGES })
  stage!: string;
  @ApiProperty({ type: TextsShape, description: '开发区自己的叫法优先 / the zone’s own word where it has one' })
  stageLabel!: TextsShape;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: TEXTS,
    description: '开发区自己对角色的叫法 / what the zone calls roles by its own words',
  })
  roleLabels?: object;
  @ApiProperty({
    type: String,
    enum: STAGES,
    required: false,
    description: '仅为可能的更远阶段 / further, but only possible',
  })
  possibleStage?: string;
  @ApiProperty({ type: String, enum: ['active', 'suspended', 'exited'] })
  standing!: string;
  @ApiProperty(nullable)
  leaderId!: string | null;
  @ApiProperty(nullable)
  leaderName!: string | null;
  @ApiProperty({ type: [String] })
  coLeaderIds!: string[];
  @ApiProperty({ type: [String] })
  coLeaderNames!: string[];
  @ApiProperty(nullable)
  responsiblePersonId!: string | null;
  @ApiProperty(nullable)
  responsiblePersonName!: string | null;
  @ApiProperty(nullable)
  agentUnitId!: string | null;
  @ApiProperty(nullable)
  agentUnitName!: string | null;
  @ApiProperty({ ...nullable, description: '所属打包项目 / the package that it is a part of' })
  partOf!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'edition, code (GB/T 4754)' })
  industry!: object | null;
  @ApiProperty({ ...nullable, description: 'domestic 内资 | foreign 外资' })
  capital!: string | null;
  @ApiProperty(nullable)
  responsibleUnitId!: string | null;
  @ApiProperty(nullable)
  responsibleUnitName!: string | null;
  @ApiProperty({ type: MoneyShape, nullable: true })
  totalInvestment!: MoneyShape | null;
  @ApiProperty({ type: MoneyShape, description: 'effectiveOn 当年 / of the year of effectiveOn' })
  investedThisYear!: MoneyShape;
  @ApiProperty({ type: MoneyShape })
  invested!: MoneyShape;
}

export class ProjectListShape extends StandingShape {
  @ApiProperty({ type: [ProjectItemShape] })
  items!: ProjectItemShape[];
  @ApiProperty({ ...nullable, description: '下一页 / hand it back as cursor' })
  next!: string | null;
  @ApiProperty({ type: String, format: 'date' })
  effectiveOn!: string;
}

export class FiguresShape {
  @ApiProperty({ type: 'integer', description: '项目数；已并入其他项目的不计 / projects; what was merged is none' })
  projects!: number;
  @ApiProperty({
    type: 'integer',
    description: '打包口径：打包项目的拆分部分不单独计数 / projects that are no part of a package',
  })
  packages!: number;
  @ApiProperty({ type: 'integer', description: '即 projects / the same as projects' })
  count!: number;
  @ApiProperty({ type: 'integer' })
  suspended!: number;
  @ApiProperty({ type: 'integer' })
  exited!: number;
  @ApiProperty({ type: MoneyShape })
  totalInvestment!: MoneyShape;
  @ApiProperty({ type: MoneyShape })
  investedThisYear!: MoneyShape;
  @ApiProperty({ type: MoneyShape })
  invested!: MoneyShape;
}

class StageFiguresShape extends FiguresShape {
  @ApiProperty({ type: String, enum: STAGES })
  stage!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
  @ApiProperty({ type: 'integer', description: '可能已到达 / may have come as far' })
  possible!: number;
}

export class StageCountShape {
  @ApiProperty({ type: String, enum: STAGES })
  stage!: string;
  @ApiProperty({ type: 'integer' })
  count!: number;
  @ApiProperty({ type: 'integer', description: '可能已到达 / may have come as far' })
  possible!: number;
}

class ZoneFiguresShape extends FiguresShape {
  @ApiProperty({ type: NamedShape })
  zone!: NamedShape;
  @ApiProperty({ type: [StageCountShape] })
  stages!: StageCountShape[];
}

export class SummaryShape extends IntersectionType(FiguresShape, AtPointShape) {
  @ApiProperty({ type: [StageFiguresShape] })
  stages!: StageFiguresShape[];
  @ApiProperty({ type: [ZoneFiguresShape] })
  zones!: ZoneFiguresShape[];
}

class LedShape extends FiguresShape {
  @ApiProperty({
    type: String,
    description:
      '作为 leadId 筛选即得其项目：牵头领导编号；nobody 无人牵头；none 无需牵头（已退出，或当日尚未入库） / as filter leadId it lists these projects: who leads, nobody, or none where nobody has to',
  })
  leadId!: string;
  @ApiProperty({ type: NamedShape, nullable: true, description: '无人牵头、无需牵头为空 / null where nobody leads' })
  leader!: NamedShape | null;
}

export class SummaryByLeaderShape extends AtPointShape {
  @ApiProperty({
    type: [LedShape],
    description:
      '项目多者在前，无人牵头、无需牵头在后；各项目只计入牵头领导，合计即汇总 / most projects first, what nobody leads last; a project counts for its lead alone, so that they add up to the summary',
  })
  items!: LedShape[];
}

class SeriesItemShape extends FiguresShape {
  @ApiProperty({ type: String, format: 'date', description: '该日终了 / at the end of this day' })
  day!: string;
  @ApiProperty({ type: 'integer', description: '所知至此事件；0 为尚无 / the last event known; 0: none yet' })
  seq!: number;
  @ApiProperty({ type: [StageFiguresShape] })
  stages!: StageFiguresShape[];
}

export class SeriesShape extends StandingShape {
  @ApiProperty({ type: [SeriesItemShape] })
  items!: SeriesItemShape[];
  @ApiProperty({ type: String, format: 'date' })
  effectiveOn!: string;
}
