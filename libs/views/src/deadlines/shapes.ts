import { ApiProperty } from '@nestjs/swagger';
import { DEADLINE_KINDS, MILESTONES } from '#ledger';
import { ProjectRefShape } from '../findings/shapes.ts';
import { AtPointShape, ListShape, NamedShape, TextsShape } from '../shapes.ts';

class DeadlineShape {
  @ApiProperty({ type: String, example: 'plan/constructionStarted' })
  id!: string;
  @ApiProperty({ type: String, enum: DEADLINE_KINDS })
  kind!: string;
  @ApiProperty({ type: TextsShape })
  kindLabel!: TextsShape;
  @ApiProperty({ type: String, enum: MILESTONES })
  milestone!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
  @ApiProperty({ type: String, nullable: true })
  phase!: string | null;
  @ApiProperty({ type: String, format: 'date', description: '期限的最后一天 / the last day in time' })
  due!: string;
  @ApiProperty({ type: 'integer', description: '距期限天数，逾期为负 / days left, negative when overdue' })
  daysLeft!: number;
  @ApiProperty({ type: String, format: 'uuid', description: '依据的事实 / the fact that sets it' })
  factId!: string;
  @ApiProperty({ type: ProjectRefShape })
  project!: ProjectRefShape;
  @ApiProperty({ type: NamedShape })
  zone!: NamedShape;
  @ApiProperty({ type: NamedShape, nullable: true, description: '当日牵头领导 / the lead on the day' })
  lead!: NamedShape | null;
}

export class DeadlineListShape extends ListShape {
  @ApiProperty({ type: [DeadlineShape] })
  items!: DeadlineShape[];
}

class DeadlineCountShape {
  @ApiProperty({ type: String, enum: DEADLINE_KINDS })
  kind!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
  @ApiProperty({ type: 'integer', description: '已逾期 / past due' })
  overdue!: number;
  @ApiProperty({ type: 'integer', description: '今后 days 天内到期 / falling due within the days' })
  due!: number;
}

export class DeadlineSummaryShape extends AtPointShape {
  @ApiProperty({ type: 'integer' })
  days!: number;
  @ApiProperty({ type: 'integer' })
  overdue!: number;
  @ApiProperty({ type: 'integer' })
  due!: number;
  @ApiProperty({ type: [DeadlineCountShape] })
  kinds!: DeadlineCountShape[];
}
