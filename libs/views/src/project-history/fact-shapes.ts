import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { AtPointShape, ListShape, TextsShape } from '../shapes.ts';

class FactShape {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;
  @ApiProperty({ type: String })
  type!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
  @ApiProperty({ type: 'object', additionalProperties: true })
  data!: object;
  @ApiProperty({ type: String, format: 'date' })
  filedOn!: string;
  @ApiProperty({ type: String })
  revision!: string;
  @ApiProperty({ type: String, format: 'uuid', required: false })
  correctedBy?: string;
}

export class FactAtShape extends IntersectionType(FactShape, AtPointShape) {}

export class FactsShape extends ListShape {
  @ApiProperty({ type: [FactShape] })
  items!: FactShape[];
  @ApiProperty({ type: 'integer', description: '共几条 / how many in all' })
  total!: number;
}
