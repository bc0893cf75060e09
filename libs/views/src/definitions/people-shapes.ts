import { ApiProperty } from '@nestjs/swagger';
import { NamedShape, StandingShape } from '../shapes.ts';

const optional = { type: String, required: false } as const;
const day = { type: String, format: 'date' } as const;

class DescriptionShape {
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty(optional)
  unit?: string;
  @ApiProperty(optional)
  post?: string;
  @ApiProperty({ ...optional, description: '掩码 / masked', example: '138****5678' })
  phone?: string;
}

export class HeldPostShape {
  @ApiProperty({ type: NamedShape, description: '当日的名称 / the unit by its name of the day' })
  unit!: NamedShape;
  @ApiProperty({ type: String })
  post!: string;
  @ApiProperty({ type: String, description: '所填的起始时间 / since when as it was filed' })
  since!: string;
}

/** `unit` and `post` are the latest of the posts of the day; of a person who was never appointed, what the registry says. */
class PersonItemShape extends DescriptionShape {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;
  @ApiProperty({ type: [HeldPostShape], description: '当日所任职务 / the posts held on the day' })
  posts!: HeldPostShape[];
}

export class PeopleListShape extends StandingShape {
  @ApiProperty({ type: [PersonItemShape] })
  items!: PersonItemShape[];
  @ApiProperty({ type: String, nullable: true, description: '下一页 / hand it back as cursor' })
  next!: string | null;
  @ApiProperty({ type: String, format: 'date' })
  effectiveOn!: string;
}

class PostShape {
  @ApiProperty({ type: NamedShape, description: '当时的名称 / the unit by its name of the time' })
  unit!: NamedShape;
  @ApiProperty({ type: String })
  post!: string;
  @ApiProperty({ type: String, description: '所填的起始时间 / since when as it was filed' })
  since!: string;
  @ApiProperty(day)
  from!: string;
  @ApiProperty({ ...day, nullable: true, description: '不再任职的首日 / first day not held' })
  until!: string | null;
  @ApiProperty(optional)
  doc?: string;
  @ApiProperty({ type: String, format: 'uuid' })
  factId!: string;
}

class FormerShape extends DescriptionShape {
  @ApiProperty({ type: String, format: 'date-time' })
  revisedAt!: string;
  @ApiProperty({ type: String, description: '谁改的 / id of who revised it' })
  revisedBy!: string;
}

export class PersonShape extends StandingShape {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty(optional)
  unit?: string;
  @ApiProperty(optional)
  post?: string;
  @ApiProperty({ ...optional, description: '掩码 / masked', example: '138****5678' })
  phone?: string;
  @ApiProperty({ type: [PostShape] })
  posts!: PostShape[];
  @ApiProperty({ type: [FormerShape], description: '登记的旧值 / what was said before, the latest first' })
  former!: FormerShape[];
  @ApiProperty(day)
  effectiveOn!: string;
}
