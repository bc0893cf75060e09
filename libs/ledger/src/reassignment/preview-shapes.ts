import { ApiProperty } from '@nestjs/swagger';
import { ReassignmentRowData } from './reassignment.commands.ts';

/** Shapes of answers as the OpenAPI document shows them; the answers themselves are plain objects. */

const nullable = { type: String, nullable: true } as const;
const count = { type: 'integer' } as const;

class PreviewNamedShape {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;
  @ApiProperty(nullable)
  name!: string | null;
}

class PreviewHolderShape {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;
  @ApiProperty(nullable)
  name!: string | null;
  @ApiProperty({ type: String, enum: ['lead', 'coLead'] })
  role!: string;
  @ApiProperty({ type: String, description: '任期起，照填报 / the first day held, as it was reported' })
  since!: string;
}

class PreviewEventShape {
  @ApiProperty({ type: String })
  type!: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  data!: object;
}

class PreviewMessagesShape {
  @ApiProperty({ type: String })
  zh!: string;
  @ApiProperty({ type: String })
  en!: string;
}

class PreviewRefusalShape {
  @ApiProperty({ type: String, example: 'PersonLeadsAlready' })
  code!: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  params!: object;
  @ApiProperty({ type: PreviewMessagesShape })
  messages!: PreviewMessagesShape;
}

class PreviewItemShape {
  @ApiProperty({ type: PreviewNamedShape })
  project!: PreviewNamedShape;
  @ApiProperty({ type: [PreviewHolderShape], description: '任职首日的现任 / who holds it on the first day held' })
  holders!: PreviewHolderShape[];
  @ApiProperty({ type: PreviewNamedShape })
  person!: PreviewNamedShape;
  @ApiProperty({ type: Boolean })
  lead!: boolean;
  @ApiProperty({ type: PreviewNamedShape, nullable: true })
  replaces!: PreviewNamedShape | null;
  @ApiProperty({ type: [PreviewEventShape], description: '将写入的事件 / the events that it would add' })
  events!: PreviewEventShape[];
  @ApiProperty({ type: PreviewRefusalShape, nullable: true })
  refusal!: PreviewRefusalShape | null;
  @ApiProperty({
    type: ReassignmentRowData,
    nullable: true,
    description: '可原样下达的一行；不可调整为 null / what an order takes, as it stands; null where it is refused',
  })
  row!: ReassignmentRowData | null;
}

/** What an order would do; nothing is changed by it. */
export class ReassignmentPreviewShape {
  @ApiProperty({ type: [PreviewItemShape] })
  items!: PreviewItemShape[];
  @ApiProperty(count)
  possible!: number;
  @ApiProperty(count)
  refused!: number;
  @ApiProperty({ type: Boolean, description: '还有一份调整令容不下的 / there are more than one order takes' })
  more!: boolean;
  @ApiProperty({ type: String, description: '任职首日 / first day held' })
  from!: string;
  @ApiProperty({ type: String, required: false })
  reason?: string;
  @ApiProperty({ type: String, required: false })
  doc?: string;
  @ApiProperty({ type: String, format: 'date' })
  effectiveOn!: string;
}
