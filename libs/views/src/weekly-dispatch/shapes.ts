import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { AtPointShape, TextsShape } from '../shapes.ts';

class DispatchQueryShape {
  @ApiProperty({ type: String, example: 'stage-counts' })
  name!: string;
  @ApiProperty({ type: TextsShape })
  title!: TextsShape;
  @ApiProperty({ type: TextsShape, description: '口径 / what exactly is counted' })
  rule!: TextsShape;
}

export class DispatchQueriesShape {
  @ApiProperty({ type: [DispatchQueryShape] })
  items!: DispatchQueryShape[];
}

class DispatchPeriodShape {
  @ApiProperty({ type: String, example: '2026-W47' })
  id!: string;
  @ApiProperty({ type: String, format: 'date' })
  first!: string;
  @ApiProperty({ type: String, format: 'date', description: '截止日 / the cut-off is the end of this day' })
  last!: string;
}

/** What every answer says of itself; the figures beside it are those of the query's rule. */
@ApiSchema({ additionalProperties: true } as never)
export class DispatchAnswerShape extends AtPointShape {
  @ApiProperty({ type: String, example: 'stage-counts' })
  query!: string;
  @ApiProperty({ type: TextsShape })
  title!: TextsShape;
  @ApiProperty({ type: String, example: 'all' })
  scope!: string;
  @ApiProperty({ type: DispatchPeriodShape })
  period!: DispatchPeriodShape;
  @ApiProperty({ type: String, enum: ['known', 'filed'] })
  by!: string;
  @ApiProperty({
    type: Boolean,
    required: false,
    description: '依据来源自称的填报时间 / the times of filing are claims of the source',
  })
  restsOnClaimedTimes?: boolean;
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  items!: object[];
}
