import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { ListShape, NamedShape, TextsShape } from '../shapes.ts';

class OrderedShape {
  @ApiProperty({ type: 'integer' })
  seq!: number;
  @ApiProperty({ type: String, format: 'date-time' })
  recordedAt!: string;
}

/** One order as a list shows it. */
class ReassignmentShape {
  @ApiProperty({ type: String })
  id!: string;
  @ApiProperty({ enum: ['ordered', 'underWay', 'carriedOut'], description: '已下达、执行中、已执行' })
  state!: string;
  @ApiProperty({ type: String, description: '任职首日 / first day held' })
  from!: string;
  @ApiProperty({ type: String })
  reason!: string;
  @ApiProperty({ type: String, nullable: true })
  doc!: string | null;
  @ApiProperty({ type: String })
  orderedBy!: string;
  @ApiProperty({ type: OrderedShape })
  ordered!: OrderedShape;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  carriedOutAt!: string | null;
  @ApiProperty({ type: 'integer', description: '项目数 / projects' })
  projects!: number;
  @ApiProperty({
    type: 'integer',
    description: '已处理的项目数，含未作调整的 / projects settled, those left as they were too',
  })
  settled!: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: '未作调整的项目数，执行完毕后才有 / left as they were; null while it is open',
  })
  skipped!: number | null;
}

export class ReassignmentListShape extends ListShape {
  @ApiProperty({ type: [ReassignmentShape] })
  items!: ReassignmentShape[];
}

class SkippedShape {
  @ApiProperty({ type: String, example: 'ChangedSincePreview' })
  code!: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  params!: object;
  @ApiProperty({ type: TextsShape })
  messages!: TextsShape;
}

class OrderedProjectShape {
  @ApiProperty({ type: 'integer' })
  number!: number;
  @ApiProperty({ type: NamedShape })
  project!: NamedShape;
  @ApiProperty({ type: NamedShape })
  person!: NamedShape;
  @ApiProperty({ type: Boolean })
  lead!: boolean;
  @ApiProperty({ type: NamedShape, nullable: true })
  replaces!: NamedShape | null;
  @ApiProperty({ type: String, description: '预览时的版本 / the revision of the preview' })
  revision!: string;
  @ApiProperty({ enum: ['done', 'skipped', 'pending'], description: '已调整、未调整、待执行' })
  outcome!: string;
  @ApiProperty({ type: [String] })
  eventIds!: string[];
  @ApiProperty({ type: SkippedShape, nullable: true })
  why!: SkippedShape | null;
}

/** One order with a page of its projects. */
export class ReassignmentPageShape extends IntersectionType(ReassignmentShape, ListShape) {
  @ApiProperty({ type: [OrderedProjectShape] })
  items!: OrderedProjectShape[];
}
