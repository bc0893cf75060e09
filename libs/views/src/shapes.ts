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
