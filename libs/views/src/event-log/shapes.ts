import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { HappenedShape, StateAfterShape, StepChangeShape } from '../project-history/replay-shapes.ts';
import { AtPointShape, EventRecordShape, ListShape, TextsShape } from '../shapes.ts';

const text = { type: String } as const;
const nullable = { type: String, nullable: true } as const;
const object = { type: 'object', additionalProperties: true } as const;

class SubjectShape {
  @ApiProperty({ ...text, example: 'project' })
  category!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
  @ApiProperty(text)
  id!: string;
  @ApiProperty({
    ...nullable,
    description: '当时的名称；目标和调整令没有 / as it was called; targets and orders have none',
  })
  name!: string | null;
}

class LoggedShape extends EventRecordShape {
  @ApiProperty(text)
  stream!: string;
  @ApiProperty({ ...text, format: 'uuid' })
  id!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
  @ApiProperty({ type: SubjectShape })
  subject!: SubjectShape;
  @ApiProperty({ ...nullable, format: 'uuid', description: '所更正或撤销的事件 / the event it corrects or takes back' })
  mends!: string | null;
  @ApiProperty({
    type: HappenedShape,
    nullable: true,
    description: '发生之日，按填报的精度 / when it happened, as reported; null: it says nothing of a day',
  })
  on!: HappenedShape | null;
}

export class EventListShape extends ListShape {
  @ApiProperty({ type: [LoggedShape] })
  items!: LoggedShape[];
}

class FactEffectShape {
  @ApiProperty({ ...text, format: 'uuid' })
  id!: string;
  @ApiProperty(text)
  type!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
  @ApiProperty({
    ...object,
    nullable: true,
    description: '此前的内容；null：此前不成立 / null: it did not hold before',
  })
  before!: object | null;
  @ApiProperty({
    ...object,
    nullable: true,
    description: '此后的内容；null：此后不成立 / null: it does not hold after',
  })
  after!: object | null;
}

class NeighbourShape {
  @ApiProperty({ type: 'integer' })
  seq!: number;
  @ApiProperty({ ...text, format: 'uuid' })
  id!: string;
  @ApiProperty(text)
  type!: string;
}

export class EventShape extends IntersectionType(LoggedShape, AtPointShape) {
  @ApiProperty({ ...object, description: '入账时的原样 / as it was written' })
  data!: object;
  @ApiProperty({ ...object, description: '入账时的原样 / as it was written' })
  metadata!: object;
  @ApiProperty({ ...text, enum: ['effective', 'corrected', 'revoked'] })
  status!: string;
  @ApiProperty({ ...nullable, format: 'uuid' })
  correctedBy!: string | null;
  @ApiProperty({ ...nullable, format: 'uuid' })
  revokedBy!: string | null;
  @ApiProperty({ type: [FactEffectShape], description: '所报、所更正或所撤销的事实 / the facts it brought or mended' })
  facts!: FactEffectShape[];
  @ApiProperty({ type: [StepChangeShape], description: '项目的哪些内容因此改变 / what it changed about a project' })
  changes!: StepChangeShape[];
  @ApiProperty({
    type: StateAfterShape,
    nullable: true,
    description: '项目其后的情况，同回放 / how the project stood then, as in a replay',
  })
  state!: StateAfterShape | null;
  @ApiProperty({
    type: NeighbourShape,
    nullable: true,
    description: '同一对象的前一事件 / the one before in its stream',
  })
  previous!: NeighbourShape | null;
  @ApiProperty({
    type: NeighbourShape,
    nullable: true,
    description: '同一对象的后一事件 / the one after in its stream',
  })
  following!: NeighbourShape | null;
}

class TypeShape {
  @ApiProperty(text)
  type!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
}

class CategoryShape {
  @ApiProperty(text)
  category!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
  @ApiProperty({ type: [TypeShape] })
  types!: TypeShape[];
}

export class EventTypesShape {
  @ApiProperty({ type: [CategoryShape] })
  items!: CategoryShape[];
}
