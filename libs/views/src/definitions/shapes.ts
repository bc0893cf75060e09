import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { ORGANIZATION_KINDS, ZONE_KINDS, ZONE_LEVELS } from '#ledger';
import { AtPointShape, ListShape, NamedShape, TEXTS } from '../shapes.ts';

const nullable = { type: String, nullable: true } as const;
const id = { type: String, format: 'uuid' } as const;
const day = { type: String, format: 'date' } as const;

class SpanShape {
  @ApiProperty(day)
  from!: string;
  @ApiProperty({ ...nullable, format: 'date', description: '第一个不再如此的日子 / first day on which it was not so' })
  until!: string | null;
  @ApiProperty(id)
  factId!: string;
}

class NameHeldShape extends SpanShape {
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty({ type: String, required: false })
  doc?: string;
}

class TierHeldShape extends SpanShape {
  @ApiProperty({ type: String })
  tier!: string;
}

class SuccessorShape extends NameHeldShape {
  @ApiProperty(id)
  id!: string;
}

class ZoneItemShape {
  @ApiProperty(id)
  id!: string;
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty({ type: String, enum: ZONE_LEVELS })
  level!: string;
  @ApiProperty({ type: String, enum: ZONE_KINDS })
  kind!: string;
  @ApiProperty(nullable)
  tier!: string | null;
  @ApiProperty({ type: String })
  hostCounty!: string;
  @ApiProperty(day)
  from!: string;
}

export class ZoneListShape extends ListShape {
  @ApiProperty({ type: [ZoneItemShape] })
  items!: ZoneItemShape[];
}

export class ZoneShape extends IntersectionType(ZoneItemShape, AtPointShape) {
  @ApiProperty({ type: String })
  revision!: string;
  @ApiProperty({ type: [NameHeldShape] })
  names!: NameHeldShape[];
  @ApiProperty({ type: [TierHeldShape] })
  tiers!: TierHeldShape[];
  @ApiProperty({
    type: 'object',
    additionalProperties: TEXTS,
    description: '全部阶段和角色的叫法 / what every stage and role is called here, by key',
  })
  labels!: object;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: '本开发区自己的叫法 / of them, the zone’s own words',
  })
  ownLabels!: object;
}

class OrganizationItemShape {
  @ApiProperty(id)
  id!: string;
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty({ type: String, enum: ORGANIZATION_KINDS })
  kind!: string;
  @ApiProperty({ type: NamedShape, nullable: true })
  parent!: NamedShape | null;
  @ApiProperty(day)
  from!: string;
}

export class OrganizationListShape extends ListShape {
  @ApiProperty({ type: [OrganizationItemShape] })
  items!: OrganizationItemShape[];
}

export class OrganizationShape extends IntersectionType(OrganizationItemShape, AtPointShape) {
  @ApiProperty({ type: String })
  revision!: string;
  @ApiProperty({ type: [NameHeldShape] })
  names!: NameHeldShape[];
  @ApiProperty({ type: SuccessorShape, nullable: true, description: '并入的单位 / the unit it goes on in' })
  successor!: SuccessorShape | null;
  @ApiProperty({ type: [NamedShape], description: '当日的下级单位 / the units below on the day' })
  children!: NamedShape[];
  @ApiProperty({
    type: [NamedShape],
    description: '当日前已并入本单位的单位 / the units that went on in it by the day',
  })
  mergedInto!: NamedShape[];
}

class CatalogueItemShape {
  @ApiProperty(id)
  id!: string;
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty(day)
  from!: string;
  @ApiProperty({ type: String, required: false })
  source?: string;
  @ApiProperty({ type: 'integer' })
  itemCount!: number;
}

export class CatalogueListShape extends ListShape {
  @ApiProperty({ type: [CatalogueItemShape] })
  items!: CatalogueItemShape[];
}

class PermitItemShape {
  @ApiProperty({ type: String })
  id!: string;
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty({ type: String, required: false })
  group?: string;
}

export class CatalogueShape extends AtPointShape {
  @ApiProperty(id)
  id!: string;
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty(day)
  from!: string;
  @ApiProperty({ type: String, required: false })
  source?: string;
  @ApiProperty({ type: [PermitItemShape] })
  items!: PermitItemShape[];
}
