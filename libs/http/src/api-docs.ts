import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { Texts } from '#kernel';

/** Shapes of answers as the OpenAPI document shows them; the answers themselves are built as plain objects. */

class MessagesShape implements Texts {
  @ApiProperty({ type: String })
  zh!: string;
  @ApiProperty({ type: String })
  en!: string;
}

class FieldErrorShape {
  @ApiProperty({ type: String, description: '路径 / path from the body', example: 'builder.creditCode' })
  field!: string;
  @ApiProperty({ type: String, example: 'Required' })
  code!: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  params!: object;
  @ApiProperty({ type: MessagesShape })
  messages!: MessagesShape;
}

class InterveningEventShape {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;
  @ApiProperty({ type: String })
  revision!: string;
  @ApiProperty({ type: String })
  type!: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  data!: object;
  @ApiProperty({ type: 'object', additionalProperties: true })
  actor!: object;
  @ApiProperty({ type: String, format: 'date-time' })
  recordedAt!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  filedAt!: string;
}

export class ProblemShape {
  @ApiProperty({ type: String, example: 'urn:taizhang:problem:FactAlreadyFiled' })
  type!: string;
  @ApiProperty({ type: 'integer', example: 409 })
  status!: number;
  @ApiProperty({ type: String, description: '稳定代码 / stable code' })
  code!: string;
  @ApiProperty({ type: String })
  title!: string;
  @ApiProperty({ type: String })
  detail!: string;
  @ApiProperty({ type: MessagesShape })
  messages!: MessagesShape;
  @ApiProperty({ type: 'object', additionalProperties: true })
  params!: object;
  @ApiProperty({ type: String })
  requestId!: string;
  @ApiProperty({ type: [FieldErrorShape], required: false })
  errors?: FieldErrorShape[];
  @ApiProperty({
    type: [InterveningEventShape],
    required: false,
    description: '412: 读取之后的事件 / the events since',
  })
  changes?: InterveningEventShape[];
}

/** How an answer that is a problem is described. */
export const PROBLEM_CONTENT = {
  content: { 'application/problem+json': { schema: { $ref: getSchemaPath('ProblemShape') } } },
};

class WarningShape {
  @ApiProperty({ type: String, example: 'ProjectCodeCheckDigit' })
  code!: string;
  @ApiProperty({ type: String, example: 'code' })
  field!: string;
  @ApiProperty({ type: MessagesShape })
  messages!: MessagesShape;
}

export class CommandAnswerShape {
  @ApiProperty({ type: String, format: 'uuid', description: '编号 / id of what the command was about' })
  id!: string;
  @ApiProperty({ type: String, description: '版本号 / revision, also the ETag', example: '3' })
  revision!: string;
  @ApiProperty({ type: String, description: '可交给查询的 after 参数 / hand it to a query as ?after=' })
  after!: string;
  @ApiProperty({ type: [String], required: false, description: '新事实的编号 / ids of the new facts' })
  eventIds?: string[];
  @ApiProperty({ type: [WarningShape] })
  warnings!: WarningShape[];
}
