import { ApiProperty } from '@nestjs/swagger';
import { AtPointShape, ListShape, NamedShape } from '../shapes.ts';

const optional = { type: String, required: false } as const;
const masked = { ...optional, description: '掩码 / masked', example: '138****5678' } as const;
/** Names and phones have no past in answers: the registry keeps them apart from the log. */
const ofNow = {
  description: '登记簿现在所写，不随 knownAt / as the registry has it now, whatever knownAt is',
} as const;
const phoneOfNow = {
  ...masked,
  description: '掩码；登记簿现在所写，不随 knownAt / masked, as the registry has it now, whatever knownAt is',
} as const;
/** What somebody is in words, on the day and as known. */
export const POSITION_TEXT = {
  description:
    '按 knownAt 所知当日所任职务中最近的；所知从未任命的，为登记簿现在所写 / of the latest post held on the day, as known at knownAt; of whom no appointment is known then, as the registry has it now',
} as const;
const day = { type: String, format: 'date' } as const;

class DescriptionShape {
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty(optional)
  unit?: string;
  @ApiProperty(optional)
  post?: string;
  @ApiProperty(masked)
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

class PersonItemShape extends DescriptionShape {
  @ApiProperty({ type: String, ...ofNow })
  declare name: string;
  @ApiProperty({ ...optional, ...POSITION_TEXT })
  declare unit?: string;
  @ApiProperty({ ...optional, ...POSITION_TEXT })
  declare post?: string;
  @ApiProperty(phoneOfNow)
  declare phone?: string;
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;
  @ApiProperty({ type: [HeldPostShape], description: '当日所任职务 / the posts held on the day' })
  posts!: HeldPostShape[];
}

export class PeopleListShape extends ListShape {
  @ApiProperty({ type: [PersonItemShape] })
  items!: PersonItemShape[];
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

export class PersonShape extends AtPointShape {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;
  @ApiProperty({ type: String, ...ofNow })
  name!: string;
  @ApiProperty({ ...optional, ...ofNow })
  unit?: string;
  @ApiProperty({ ...optional, ...ofNow })
  post?: string;
  @ApiProperty(phoneOfNow)
  phone?: string;
  @ApiProperty({
    type: [PostShape],
    description: '历来任命的职务，按 knownAt 所知 / posts by appointment, as known at knownAt',
  })
  posts!: PostShape[];
  @ApiProperty({ type: [FormerShape], description: '登记的旧值 / what was said before, the latest first' })
  former!: FormerShape[];
}
