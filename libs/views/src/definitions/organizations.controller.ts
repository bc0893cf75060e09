import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ADDRESS_ID, etagOf, Id, OneOf, Text, validQuery } from '#http';
import { ORGANIZATION_KINDS, ORGANIZATION_REFUSALS } from '#ledger';
import { answer, pageOf, PointPageQuery, PointQuery } from '../answer.ts';
import type { NameOf } from '../names.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { heldOverTime, notThere, spanAt } from './over-time.ts';
import { definitionOf, mergedInto, spansOf, spansPage } from './queries.ts';
import type { DefinitionSpan } from './schema.ts';
import { OrganizationListShape, OrganizationShape } from './shapes.ts';

class OrganizationsQuery extends PointPageQuery {
  @OneOf(ORGANIZATION_KINDS, {
    optional: true,
    about: '政府部门 | 管委会 | 街道乡镇 | 企业 | 其他 / kind',
  })
  kind?: string;
  @Id({ optional: true, about: '上级单位 / the unit above' })
  parent?: string;
  @Text({ optional: true, max: 100, about: '当日名称中的文字 / text in the name of that day' })
  text?: string;
}

const VIEWS = ['definitions'] as const;
/** How many units below it, and merged into it, a unit's page names; the list by `parent` has all. */
const RELATED_MAX = 200;

/** Units as they were on any day. One that was merged is in no list any more; its page and its names stay. */
@ApiTags('单位 / organization')
@Controller('api/organizations')
export class OrganizationsController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get()
  @ApiOperation({ operationId: 'listOrganizations', summary: '单位 / units' })
  @ApiOkResponse({ type: OrganizationListShape })
  async list(@Query(validQuery(OrganizationsQuery)) query: OrganizationsQuery): Promise<object> {
    const { views, names } = this.context;
    const { kind, parent, text } = query;
    const filter = {
      ...(kind !== undefined && { sort: kind }),
      ...(parent !== undefined && { parent }),
      ...(text !== undefined && { text }),
    };
    const asked = { views: VIEWS, query, question: { list: 'organizations', ...filter } };
    return answer(this.context, asked, async (at) => {
      const { on } = at;
      const known = at.known('definitions');
      const { rows, next } = await pageOf<DefinitionSpan>(this.context, asked, at, {
        keyOf: ({ name, id }) => [name, id],
        rows: (key, limit) => {
          const after = key && { name: String(key[0]), id: String(key[1]) };
          const page = { kind: 'organization', day: on.number, filter, limit, after } as const;
          return spansPage(views.reader('definitions'), page, known);
        },
      });
      const nameOf = await names.of({ defined: rows.map(({ parent_id }) => parent_id) }, on.day, known);
      return { items: rows.map((row) => unitItem(row, nameOf)), next };
    });
  }

  @Get(':id')
  @ApiOperation({
    operationId: 'getOrganization',
    summary:
      '一个单位：历来名称、上下级和并入的单位 / one unit, its names over time, what is above, below, and after it',
  })
  @ApiOkResponse({ type: OrganizationShape })
  async page(
    @Param('id', ADDRESS_ID) id: string,
    @Query(validQuery(PointQuery)) query: PointQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const { views, names } = this.context;
    return answer(this.context, { views: VIEWS, query }, async (at) => {
      const { on } = at;
      const [db, known] = [views.reader<never>('definitions'), at.known('definitions')];
      const definition = await definitionOf(db, { kind: 'organization', id }, known);
      const spans = await spansOf(db, id, known);
      const span = spanAt(spans, on.number);
      if (!definition || !span) throw notThere('OrganizationNotFound', ORGANIZATION_REFUSALS.OrganizationNotFound, id);
      void reply.header('etag', etagOf(BigInt(definition.revision)));
      const day = on.number;
      const below = { kind: 'organization', day, filter: { parent: id }, limit: RELATED_MAX } as const;
      const children = await spansPage(db, below, known);
      const former = await mergedInto(db, id, { day, limit: RELATED_MAX }, known);
      const merger = spans.find(({ merger_fact_id }) => merger_fact_id !== null);
      const nameOf = await names.of({ defined: [span.parent_id, merger?.successor_id ?? null] }, on.day, known);
      return {
        ...unitItem(span, nameOf),
        revision: String(definition.revision),
        ...overTime(spans, nameOf),
        children: children.map(({ id: childId, name }) => ({ id: childId, name })),
        mergedInto: former.map(({ id: formerId, name }) => ({ id: formerId, name })),
      };
    });
  }
}

/** What a unit was called, and the unit it goes on in. */
function overTime(spans: readonly DefinitionSpan[], nameOf: NameOf): object {
  const names = heldOverTime(
    spans,
    ({ name_fact_id }) => name_fact_id,
    ({ name, name_doc }) => ({ name, ...(name_doc !== null && { doc: name_doc }) }),
  );
  const [successor = null] = heldOverTime(
    spans,
    ({ merger_fact_id }) => merger_fact_id,
    ({ successor_id, merger_doc }) => ({
      ...nameOf(successor_id ?? ''),
      ...(merger_doc !== null && { doc: merger_doc }),
    }),
  );
  return { names, successor };
}

function unitItem({ id, name, sort, parent_id, defined_from }: DefinitionSpan, nameOf: NameOf): object {
  return { id, name, kind: sort, parent: parent_id === null ? null : nameOf(parent_id), from: defined_from };
}
