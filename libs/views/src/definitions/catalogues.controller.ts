import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ADDRESS_ID, After, KnownAt, PageQuery, validQuery } from '#http';
import { CATALOGUE_REFUSALS, type PermitCatalogueAdopted } from '#ledger';
import { answer, pageOf } from '../answer.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { notThere } from './over-time.ts';
import { definitionOf, definitionsPage } from './queries.ts';
import type { DefinitionRow } from './schema.ts';
import { CatalogueListShape, CatalogueShape } from './shapes.ts';

/** A catalogue holds from the day it was adopted on: no other day makes a difference. */
class CatalogueQuery {
  @KnownAt()
  knownAt?: string;
  @After()
  after?: string;
}

class CataloguesQuery extends PageQuery {
  @KnownAt()
  knownAt?: string;
  @After()
  after?: string;
}

const VIEWS = ['definitions'] as const;

/** Permit catalogues: each as it was adopted, none ever changes. */
@ApiTags('审批事项目录 / permit catalogue')
@Controller('api/catalogues')
export class CataloguesController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get()
  @ApiOperation({ operationId: 'listCatalogues', summary: '审批事项目录 / permit catalogues' })
  @ApiOkResponse({ type: CatalogueListShape })
  async list(@Query(validQuery(CataloguesQuery)) query: CataloguesQuery): Promise<object> {
    const asked = { views: VIEWS, query, question: { list: 'catalogues' } };
    return answer(this.context, asked, async (at) => {
      const { rows, next } = await pageOf<DefinitionRow>(this.context, asked, at, {
        keyOf: ({ name, id }) => [name, id],
        rows: (key, limit) => {
          const after = key && { name: String(key[0]), id: String(key[1]) };
          const page = { kind: 'catalogue', limit, after } as const;
          return definitionsPage(this.context.views.reader('definitions'), page, at.known('definitions'));
        },
      });
      const items = rows.map(({ id, data }) => {
        const { items: all, ...catalogue } = adopted(data);
        return { id, ...catalogue, itemCount: all.length };
      });
      return { items, next };
    });
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getCatalogue', summary: '一部目录及其事项 / one catalogue and its items' })
  @ApiOkResponse({ type: CatalogueShape })
  async page(
    @Param('id', ADDRESS_ID) id: string,
    @Query(validQuery(CatalogueQuery)) query: CatalogueQuery,
  ): Promise<object> {
    const { views } = this.context;
    return answer(this.context, { views: VIEWS, query }, async (at) => {
      const db = views.reader<never>('definitions');
      const row = await definitionOf(db, { kind: 'catalogue', id }, at.known('definitions'));
      if (!row) throw notThere('CatalogueNotFound', CATALOGUE_REFUSALS.CatalogueNotFound, id);
      return { id, ...adopted(row.data) };
    });
  }
}

function adopted(data: string): PermitCatalogueAdopted['data'] {
  return JSON.parse(data) as PermitCatalogueAdopted['data'];
}
