import { ApiProperty } from '@nestjs/swagger';
import { ANYTHING, EventRecordShape, ListShape, MoneyShape, TextsShape } from '../shapes.ts';
import { REPLAY_ORDERS } from './replay.ts';

const text = { type: String } as const;
const nullable = { type: String, nullable: true } as const;
const day = { type: String, format: 'date' } as const;
const money = { type: MoneyShape, nullable: true } as const;

export class HappenedShape {
  @ApiProperty({ ...text, example: '2018-05' })
  date!: string;
  @ApiProperty({ ...text, enum: ['day', 'tenDays', 'month', 'quarter', 'year', 'unknown'] })
  precision!: string;
  @ApiProperty({ type: TextsShape })
  text!: TextsShape;
}

class MendedShape {
  @ApiProperty({ ...text, format: 'uuid' })
  eventId!: string;
  @ApiProperty({ type: 'integer' })
  seq!: number;
  @ApiProperty(text)
  type!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
}

export class StepChangeShape {
  @ApiProperty({ ...text, example: 'reached.constructionStarted' })
  field!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
  @ApiProperty({ ...ANYTHING, description: '此前 / before; null: nothing' })
  from!: unknown;
  @ApiProperty({ ...ANYTHING, description: '此后 / after' })
  to!: unknown;
}

export class StateAfterShape {
  @ApiProperty({ ...day, description: '该步之日 / the day of the step' })
  day!: string;
  @ApiProperty({
    ...text,
    enum: ['active', 'suspended', 'exited', 'voided', 'merged', 'withdrawn', 'unregistered'],
  })
  standing!: string;
  @ApiProperty({ type: TextsShape })
  standingLabel!: TextsShape;
  @ApiProperty(nullable)
  name!: string | null;
  @ApiProperty(nullable)
  code!: string | null;
  @ApiProperty(nullable)
  zoneId!: string | null;
  @ApiProperty(nullable)
  stage!: string | null;
  @ApiProperty({ ...text, required: false })
  possibleStage?: string;
  @ApiProperty(nullable)
  leaderId!: string | null;
  @ApiProperty({ type: [String] })
  coLeaderIds!: string[];
  @ApiProperty(nullable)
  responsiblePersonId!: string | null;
  @ApiProperty(nullable)
  responsibleUnitId!: string | null;
  @ApiProperty(nullable)
  agentUnitId!: string | null;
  @ApiProperty(money)
  totalInvestment!: MoneyShape | null;
  @ApiProperty(money)
  investedThisYear!: MoneyShape | null;
  @ApiProperty(money)
  invested!: MoneyShape | null;
}

class ReplayStepShape extends EventRecordShape {
  @ApiProperty({ type: 'integer', minimum: 1 })
  step!: number;
  @ApiProperty({ ...text, format: 'uuid' })
  eventId!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
  @ApiProperty({ type: 'object', additionalProperties: true })
  data!: object;
  @ApiProperty({
    type: HappenedShape,
    nullable: true,
    description: '发生时间，按填报的精度 / when it happened, as reported',
  })
  on!: HappenedShape | null;
  @ApiProperty({ ...text, format: 'uuid' })
  commandId!: string;
  @ApiProperty({
    type: MendedShape,
    required: false,
    description: '所更正或撤销的事件 / what it corrects or takes back',
  })
  mends?: MendedShape;
  @ApiProperty({ type: [StepChangeShape] })
  changes!: StepChangeShape[];
  @ApiProperty({
    type: StateAfterShape,
    description: '该步之日台账所示 / what the ledger showed on the day of the step',
  })
  after!: StateAfterShape;
}

export class ReplayShape extends ListShape {
  @ApiProperty({ ...text, enum: REPLAY_ORDERS })
  by!: string;
  @ApiProperty({ type: TextsShape, required: false, description: 'by=filed 所据 / what by=filed rests on' })
  note?: TextsShape;
  @ApiProperty({ type: [ReplayStepShape] })
  items!: ReplayStepShape[];
  @ApiProperty({ type: 'integer', description: '事件总数 / events in all' })
  total!: number;
}
