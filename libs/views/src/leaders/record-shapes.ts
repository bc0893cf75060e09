import { ApiProperty } from '@nestjs/swagger';
import { PERSON_ROLES } from '#ledger';
import { ACTIONS } from '../leader-accountability/schema.ts';
import { NamedShape, TextsShape } from '../shapes.ts';
import { PageShape } from './shapes.ts';

const nullable = { type: String, nullable: true } as const;
const day = { type: String, format: 'date' } as const;

class NextHolderShape extends NamedShape {
  @ApiProperty({ type: String, description: '接任日期，照填报 / the first day held, as it was reported' })
  from!: string;
  @ApiProperty(nullable)
  doc!: string | null;
  @ApiProperty({ ...nullable, format: 'uuid' })
  orderId!: string | null;
  @ApiProperty({ type: String, format: 'uuid' })
  factId!: string;
}

class LeaderTenureShape {
  @ApiProperty({ type: NamedShape })
  project!: NamedShape;
  @ApiProperty({ type: String, enum: PERSON_ROLES })
  role!: string;
  @ApiProperty({ type: TextsShape, description: '开发区自己的叫法优先 / the zone’s own word where it has one' })
  roleLabel!: TextsShape;
  @ApiProperty({ type: String, description: '任职日期，照填报 / the first day held, as it was reported' })
  from!: string;
  @ApiProperty(day)
  fromDay!: string;
  @ApiProperty({
    ...day,
    nullable: true,
    description: '首个不在任日；null 为当日在任 / first day not held; null: held on the day',
  })
  until!: string | null;
  @ApiProperty({ type: 'integer', description: '至当日在任天数 / days held up to the day' })
  days!: number;
  @ApiProperty({
    ...nullable,
    enum: ['handedOver', 'released', 'exited'],
    description: '移交、卸任、项目退出；null 为当日在任 / how it ended; null: held on the day',
  })
  end!: string | null;
  @ApiProperty({ ...nullable, description: '文号 / document number' })
  doc!: string | null;
  @ApiProperty({ ...nullable, format: 'uuid', description: '调整令 / the order it was assigned by' })
  orderId!: string | null;
  @ApiProperty({ type: String, format: 'uuid' })
  factId!: string;
  @ApiProperty({
    type: NamedShape,
    nullable: true,
    description: '同日卸任的前任；无人或不止一人为 null / who left the role on its first day; null: nobody, or several',
  })
  predecessor!: NamedShape | null;
  @ApiProperty({
    type: NextHolderShape,
    nullable: true,
    description:
      '自 until 起的继任者；无人或不止一人为 null / who held the role from `until` on; null: nobody, or several',
  })
  successor!: NextHolderShape | null;
}

class RecordPageShape extends PageShape {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;
  @ApiProperty({ type: String })
  name!: string;
}

export class TenureListShape extends RecordPageShape {
  @ApiProperty({ type: [LeaderTenureShape] })
  items!: LeaderTenureShape[];
}

class ActionShape {
  @ApiProperty({ type: String, enum: ACTIONS })
  kind!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
  @ApiProperty({ type: NamedShape })
  project!: NamedShape;
  @ApiProperty({ type: String, description: '日期，照填报 / the date, as it was reported' })
  on!: string;
  @ApiProperty({
    ...day,
    description: '计入之日：末日，日期不详为填报日 / the day it counts from: its last, or when it was filed',
  })
  onDay!: string;
  @ApiProperty({ ...nullable, description: '发现的情况，或帮扶内容 / what was found, or done' })
  text!: string | null;
  @ApiProperty({ type: String, format: 'uuid' })
  factId!: string;
}

export class ActionListShape extends RecordPageShape {
  @ApiProperty({ type: [ActionShape] })
  items!: ActionShape[];
}
