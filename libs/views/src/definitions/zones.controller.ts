import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ADDRESS_ID, etagOf, OneOf, Text, validQuery } from '#http';
import { LABEL_TEXTS, labelIn, ZONE_KINDS, ZONE_LEVELS, ZONE_REFUSALS, type LabelKey } from '#ledger';
import { answer, pageOf, PointPageQuery, PointQuery } from '../answer.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { heldOverTime, notThere, spanAt } from './over-time.ts';
import { definitionOf, spansOf, spansPage } from './queries.ts';
import type { DefinitionSpan } from './schema.ts';
import { ZoneListShape, ZoneShape } from './shapes.ts';

class ZonesQuery extends PointPageQuery {
  @OneOf(ZONE_LEVELS, { optional: true, about: '国家级 | 省级 / level' })
  level?: string;
  @OneOf(ZONE_KINDS, { optional: true, about: '经开区 | 高新区 | 综保区 | 其他 / kind' })
  kind?: string;
  @Text({ optional: true, max: 50, about: '档次 / tier' })
  tier?: string;
  @Text({ optional: true, about: '所在县区，名称或 GB/T 2260 代码 / host county' })
  county?: string;
  @Text({ optional: true, max: 100, about: '当日名称中的文字 / text in the name of that day' })
  text?: string;
}

const VIEWS = ['definitions'] as const;

/** Development zones as they were on any day, to choose from and to look up. */
@ApiTags('开发区 / zone')
@Controller('api/zones')
export class ZonesController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get()
  @ApiOperation({ operationId: 'listZones', summary: '开发区 / zones' })
  @ApiOkResponse({ type: ZoneListShape })
  async list(@Query(validQuery(ZonesQuery)) query: ZonesQuery): Promise<object> {
    const { level, kind: sort, tier, county, text } = query;
    const filter = given({ level, sort, tier, county, text });
    const asked = { views: VIEWS, query, question: { list: 'zones', ...filter } };
    return answer(this.context, asked, async (at) => {
      const { rows, next } = await pageOf<DefinitionSpan>(this.context, asked, at, {
        keyOf: ({ name, id }) => [name, id],
        rows: (key, limit) => {
          const after = key && { name: String(key[0]), id: String(key[1]) };
          const page = { kind: 'zone', day: at.on.number, filter, limit, after } as const;
          return spansPage(this.context.views.reader('definitions'), page, at.known('definitions'));
        },
      });
      return { items: rows.map(zoneItem), next };
    });
  }

  @Get(':id')
  @ApiOperation({
    operationId: 'getZone',
    summary: '一个开发区：历来名称、档次和叫法 / one zone, its names and tiers over time, its labels',
  })
  @ApiOkResponse({ type: ZoneShape })
  async page(
    @Param('id', ADDRESS_ID) id: string,
    @Query(validQuery(PointQuery)) query: PointQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    return answer(this.context, { views: VIEWS, query }, async (at) => {
      const [db, known] = [this.context.views.reader<never>('definitions'), at.known('definitions')];
      const definition = await definitionOf(db, { kind: 'zone', id }, known);
      const spans = await spansOf(db, id, known);
      const span = spanAt(spans, at.on.number);
      if (!definition || !span) throw notThere('ZoneNotFound', ZONE_REFUSALS.ZoneNotFound, id);
      void reply.header('etag', etagOf(BigInt(definition.revision)));
      const own = JSON.parse(span.labels ?? '{}') as Record<string, string>;
      return {
        ...zoneItem(span),
        revision: String(definition.revision),
        names: heldOverTime(
          spans,
          ({ name_fact_id }) => name_fact_id,
          ({ name }) => ({ name }),
        ),
        tiers: heldOverTime(
          spans,
          ({ tier_fact_id }) => tier_fact_id,
          ({ tier }) => ({ tier }),
        ),
        labels: Object.fromEntries((Object.keys(LABEL_TEXTS) as LabelKey[]).map((key) => [key, labelIn(own, key)])),
        ownLabels: own,
      };
    });
  }
}

function zoneItem({ id, name, level, sort, tier, host_county, defined_from }: DefinitionSpan): object {
  return { id, name, level, kind: sort, tier, hostCounty: host_county, from: defined_from };
}

/** Only the fields that were given. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
