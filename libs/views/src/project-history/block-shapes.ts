import { ApiProperty } from '@nestjs/swagger';
import { MoneyShape, TextsShape } from '../shapes.ts';

/** What the blocks of a project's page have in common, as the OpenAPI document shows them. */

export const nullable = { type: String, nullable: true } as const;
export const day = { type: String, format: 'date' } as const;
export const fact = { type: String, format: 'uuid', description: '事实编号 / id of the fact' } as const;
export const on = {
  type: String,
  description: '带精度的日期 / a date with its precision',
  example: '2026-05',
} as const;
export const phase = {
  type: String,
  required: false,
  description: '期次 / phase; absent: the whole project',
} as const;
export const money = { type: MoneyShape, nullable: true } as const;

/** One of a few ids, with what it is called. */
export class ChosenShape {
  @ApiProperty({ type: String })
  id!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
}

/** What every report of a day says. */
export class SaidShape {
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
