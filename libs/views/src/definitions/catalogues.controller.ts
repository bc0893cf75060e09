import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ADDRESS_ID, After, PageQuery, validQuery } from '#http';
import { CATALOGUE_REFUSALS, type PermitCatalogueAdopted } from '#ledger';
import { paged, QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { notThere } from './over-time.ts';
import { definitionOf, definitionsPage } from './queries.ts';
import type { DefinitionRow } from './schema.ts';
import { CatalogueListShape, CatalogueShape } from './shapes.ts';

class CatalogueQuery {
  @After()
  after?: string;
}

class CataloguesQuery extends PageQuery {
  @After()
  after?: string;
}

/** Permit catalogues: each as it was adopted, none ever changes. */
@ApiTags('审批事项目录 / permit catalogue')
@Controller('api/catalogues')
export class CataloguesController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get()
  @ApiOperation({ operationId: 'listCatalogues', summary: '审批事项目录 / permit catalogues' })
  @ApiOkResponse({ type: CatalogueListShape })
  async list(@Query(validQuery(CataloguesQuery)) query: CataloguesQuery): Promise<object> {
    const { rows, rest } = await paged<DefinitionRow>(this.context, {
      view: 'definitions',
      query,
      question: { list: 'catalogues' },
      keyOf: ({ name, id }) => [name, id],
      rows: (key, limit) => {
        const after = key && { name: String(key[0]), id: String(key[1]) };
        return definitionsPage(this.context.views.reader('definitions'), { kind: 'catalogue', limit, after });
      },
    });
    const items = rows.map(({ id, data }) => {
      const { items: all, ...catalogue } = adopted(data);
      return { id, ...catalogue, itemCount: all.length };
    });
    return { items, ...rest };
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getCatalogue', summary: '一部目录及其事项 / one catalogue and its items' })
  @ApiOkResponse({ type: CatalogueShape })
  async page(
    @Param('id', ADDRESS_ID) id: string,
    @Query(validQuery(CatalogueQuery)) query: CatalogueQuery,
  ): Promise<object> {
    const { views, reading } = this.context;
    await reading.reached('definitions', query.after);
    const standing = await reading.standing('definitions', query.after);
    const row = await definitionOf(views.reader('definitions'), { kind: 'catalogue', id });
    if (!row) throw notThere('CatalogueNotFound', CATALOGUE_REFUSALS.CatalogueNotFound, id);
    return { id, ...adopted(row.data), ...standing };
  }
}

function adopted(data: string): PermitCatalogueAdopted['data'] {
  return JSON.parse(data) as PermitCatalogueAdopted['data'];
}
