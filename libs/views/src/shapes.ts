import { ApiProperty } from '@nestjs/swagger';

/** Shapes of answers as the OpenAPI document shows them; the answers themselves are plain objects. */

export class MoneyShape {
  @ApiProperty({ type: String, description: '分 / 1/100 of the unit, as text', example: '170000000000' })
  fen!: string;
  @ApiProperty({ type: String, example: 'CNY' })
  currency!: string;
}

export class AsOfShape {
  @ApiProperty({ type: 'integer', description: '已读到的最后一个事件的序号 / number of the last event seen' })
  seq!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  recordedAt!: string | null;
}

/** What every answer that rests on a view says of itself. */
export class StandingShape {
  @ApiProperty({ type: AsOfShape })
  asOf!: AsOfShape;
  @ApiProperty({ type: 'integer', description: '尚未读到的事件数 / events the view has not seen yet' })
  lag!: number;
}

/** What every answer about a point says of itself. */
export class AtPointShape extends StandingShape {
  @ApiProperty({ type: String, format: 'date', description: '所判断的业务日期 / the business day that is judged' })
  effectiveOn!: string;
}

/** A page of a list at a point; `items` are its own. */
export class ListShape extends AtPointShape {
  @ApiProperty({ type: String, nullable: true, description: '下一页 / hand it back as cursor' })
  next!: string | null;
}

/** A value that may be a text, a number, yes or no, money, a list, or nothing. */
export const ANYTHING = { anyOf: [{}] };

export class NamedShape {
  @ApiProperty({ type: String })
  id!: string;
  @ApiProperty({ type: String, nullable: true })
  name!: string | null;
}

export class TextsShape {
  @ApiProperty({ type: String })
  zh!: string;
  @ApiProperty({ type: String })
  en!: string;
}

/** Who acted. */
class ActorShape {
  @ApiProperty({ type: String })
  id!: string;
  @ApiProperty({ type: String, example: 'coordinator' })
  role!: string;
  @ApiProperty({ type: String, required: false })
  unit?: string;
}

/** Where a fact came from; of an import the file and the row, as a person sees them. */
class SourceShape {
  @ApiProperty({
    type: String,
    enum: ['api', 'screen', 'demo', 'import'],
    required: false,
    description: '其他程序写入的可以没有 / another program need not say it',
  })
  kind?: string;
  @ApiProperty({ type: String, required: false })
  batch?: string;
  @ApiProperty({ type: String, required: false })
  file?: string;
  @ApiProperty({ type: 'integer', required: false, description: '表头为第 1 行 / the header is row 1' })
  row?: number;
  @ApiProperty({ type: [String], required: false })
  columns?: string[];
}

/** An event by its place in the log, with when it came there, who acted and where it came from. */
export class EventRecordShape {
  @ApiProperty({ type: 'integer', description: '全台账的序号，从 1 起 / number in the whole ledger, from 1' })
  seq!: number;
  @ApiProperty({ type: String, description: '在其流中的版本 / revision in its stream', example: '3' })
  revision!: string;
  @ApiProperty({ type: String, example: 'ProjectSigned' })
  type!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  recordedAt!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  filedAt!: string;
  @ApiProperty({ type: Boolean, description: '填报时间为来源自述 / the filing time is a claim of the source' })
  filedAtClaimed!: boolean;
  @ApiProperty({ type: ActorShape })
  actor!: ActorShape;
  @ApiProperty({ type: SourceShape })
  source!: SourceShape;
}

/** An event as it stands in the log. */
export class StoredEventShape {
  @ApiProperty({ type: 'integer', description: '全台账的序号，从 1 起 / number in the whole ledger, from 1' })
  seq!: number;
  @ApiProperty({ type: String, example: 'project-0197b2f0-6c1e-7a43-9d2e-3f4a5b6c7d8e' })
  stream!: string;
  @ApiProperty({ type: String, description: '在其流中的版本 / revision in its stream', example: '3' })
  revision!: string;
  @ApiProperty({ type: String, example: 'ProjectSigned' })
  type!: string;
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  data!: object;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'recordedAt、filedAt、actor、source、commandId 等 / and so on',
  })
  metadata!: object;
}

/** Words by key: `additionalProperties: TEXTS`. */
export const TEXTS = { $ref: '#/components/schemas/TextsShape' } as const;
