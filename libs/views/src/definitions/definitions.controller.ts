import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { After, PageQuery, validQuery } from '#http';
import { paged, QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { definitionsPage } from './queries.ts';
import type { DefinitionRow } from './schema.ts';

class DefinitionsQuery extends PageQuery {
  @After()
  after?: string;
}

/** Zones and units, to choose from and to look up. */
@Controller('api')
export class DefinitionsController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get('zones')
  @ApiTags('开发区 / zone')
  @ApiOperation({ summary: '开发区 / zones' })
  zones(@Query(validQuery(DefinitionsQuery)) query: DefinitionsQuery): Promise<object> {
    return this.list('zone', query);
  }

  @Get('organizations')
  @ApiTags('单位 / organization')
  @ApiOperation({ summary: '单位 / units' })
  organizations(@Query(validQuery(DefinitionsQuery)) query: DefinitionsQuery): Promise<object> {
    return this.list('organization', query);
  }

  private async list(kind: DefinitionRow['kind'], query: DefinitionsQuery): Promise<object> {
    const { rows, rest } = await paged<DefinitionRow>(this.context, {
      view: 'definitions',
      query,
      question: { list: kind },
      keyOf: ({ name, id }) => [name, id],
      rows: (key, limit) => {
        const after = key && { name: String(key[0]), id: String(key[1]) };
        return definitionsPage(this.context.views.reader('definitions'), { kind, limit, after });
      },
    });
    return { items: rows.map(({ id, data }) => ({ id, ...(JSON.parse(data) as object) })), ...rest };
  }
}
