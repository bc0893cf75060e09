import { ApiProperty } from '@nestjs/swagger';

/** The data of one event of the feed. */
export class FeedEventShape {
  @ApiProperty({ type: 'integer', description: '全台账的序号，从 1 起 / number in the whole ledger, from 1' })
  seq!: number;
  @ApiProperty({ type: String, example: 'project-0197b2f0-6c1e-7a43-9d2e-3f4a5b6c7d8e' })
  stream!: string;
  @ApiProperty({ type: String, example: 'project' })
  category!: string;
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
  @ApiProperty({
    type: String,
    description: '同 id 行：由此续读，也可作查询的 after / as in the line id: resume from here, or hand it to a query',
  })
  after!: string;
}
