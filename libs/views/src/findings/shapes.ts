import { ApiProperty } from '@nestjs/swagger';
import { FINDING_CODES } from '#ledger';
import { AtPointShape, ListShape, NamedShape, TextsShape } from '../shapes.ts';

class ExplanationShape {
  @ApiProperty({ type: String })
  text!: string;
  @ApiProperty({ type: String, format: 'uuid' })
  factId!: string;
  @ApiProperty({ type: String, format: 'date' })
  filedOn!: string;
}

export class FindingShape {
  @ApiProperty({ type: String, description: '说明时引用 / what an explanation names', example: 'FiledLate/<factId>' })
  id!: string;
  @ApiProperty({ type: String, enum: FINDING_CODES })
  code!: string;
  @ApiProperty({ type: [String], description: '依据的事实 / the facts behind it' })
  factIds!: string[];
  @ApiProperty({ type: 'object', additionalProperties: true })
  params!: object;
  @ApiProperty({ type: String, format: 'date', description: '依此可见之日 / found on this evidence since' })
  since!: string;
  @ApiProperty({ type: ExplanationShape, nullable: true })
  explanation!: ExplanationShape | null;
  @ApiProperty({ type: TextsShape })
  messages!: TextsShape;
}

export class ProjectRefShape extends NamedShape {
  @ApiProperty({ type: 'integer', description: '入库次序 / order of entry' })
  number!: number;
}

class LedgerFindingShape extends FindingShape {
  @ApiProperty({ type: ProjectRefShape })
  project!: ProjectRefShape;
  @ApiProperty({ type: NamedShape })
  zone!: NamedShape;
  @ApiProperty({ type: NamedShape, nullable: true, description: '当日牵头领导 / the lead on the day' })
  lead!: NamedShape | null;
}

export class FindingListShape extends ListShape {
  @ApiProperty({ type: [LedgerFindingShape] })
  items!: LedgerFindingShape[];
}

class CodeCountShape {
  @ApiProperty({ type: String, enum: FINDING_CODES })
  code!: string;
  @ApiProperty({ type: TextsShape, description: '口径 / the rule' })
  rule!: TextsShape;
  @ApiProperty({ type: String })
  source!: string;
  @ApiProperty({ type: 'integer' })
  count!: number;
  @ApiProperty({ type: 'integer' })
  explained!: number;
}

export class FindingSummaryShape extends AtPointShape {
  @ApiProperty({ type: 'integer' })
  count!: number;
  @ApiProperty({ type: 'integer' })
  explained!: number;
  @ApiProperty({ type: [CodeCountShape] })
  codes!: CodeCountShape[];
}
