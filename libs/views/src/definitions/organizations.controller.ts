import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ADDRESS_ID, After, etagOf, Id, OnDay, OneOf, PageQuery, Text, validQuery } from '#http';
import { ORGANIZATION_KINDS, ORGANIZATION_REFUSALS } from '#ledger';
import type { NameOf } from '../names.ts';
import { paged, QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { asOfDay } from '../today.ts';
import { heldOverTime, notThere, spanAt } from './over-time.ts';
import { definitionOf, mergedInto, spansOf, spansPage } from './queries.ts';
import type { DefinitionSpan } from './schema.ts';
import { OrganizationListShape, OrganizationShape } from './shapes.ts';

class DayQuery {
  @OnDay({ optional: true, about: '业务日期，默认今天 / as it was on this day; default today' })
  effectiveOn?: string;
  @After()
  after?: string;
}

class OrganizationsQuery extends PageQuery {
  @OneOf(ORGANIZATION_KINDS, {
    optional: true,
    about: '政府部门 | 管委会 | 街道乡镇 | 企业 | 其他 / kind',
  })
  kind?: string;
  @Id({ optional: true, about: '上级单位 / the unit above' })
  parent?: string;
  @Text({ optional: true, max: 100, about: '当日名称中的文字 / text in the name of that day' })
  text?: string;
  @OnDay({ optional: true, about: '业务日期，默认今天 / as they were on this day; default today' })
  effectiveOn?: string;
  @After()
  after?: string;
}

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
    const { views, names, clock } = this.context;
    const on = asOfDay(query.effectiveOn, clock());
    const { kind, parent, text } = query;
    const filter = {
      ...(kind !== undefined && { sort: kind }),
      ...(parent !== undefined && { parent }),
      ...(text !== undefined && { text }),
    };
    const { rows, rest } = await paged<DefinitionSpan>(this.context, {
      view: 'definitions',
      query,
      question: { list: 'organizations', ...filter, on: on.day },
      keyOf: ({ name, id }) => [name, id],
      rows: (key, limit) => {
        const after = key && { name: String(key[0]), id: String(key[1]) };
        return spansPage(views.reader('definitions'), { kind: 'organization', day: on.number, filter, limit, after });
      },
    });
    const nameOf = await names.of({ defined: rows.map(({ parent_id }) => parent_id) }, on.day);
    return { items: rows.map((row) => unitItem(row, nameOf)), effectiveOn: on.day, ...rest };
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
    @Query(validQuery(DayQuery)) query: DayQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const { views, names, reading, clock } = this.context;
    await reading.reached('definitions', query.after);
    const standing = await reading.standing('definitions', query.after);
    const db = views.reader<never>('definitions');
    const [definition, spans] = [await definitionOf(db, { kind: 'organization', id }), await spansOf(db, id)];
    const on = asOfDay(query.effectiveOn, clock());
    const span = spanAt(spans, on.number);
    if (!definition || !span) throw notThere('OrganizationNotFound', ORGANIZATION_REFUSALS.OrganizationNotFound, id);
    void reply.header('etag', etagOf(BigInt(definition.revision)));
    const day = on.number;
    const below = { kind: 'organization', day, filter: { parent: id }, limit: RELATED_MAX } as const;
    const children = await spansPage(db, below);
    const former = await mergedInto(db, id, { day, limit: RELATED_MAX });
    const merger = spans.find(({ merger_fact_id }) => merger_fact_id !== null);
    const nameOf = await names.of({ defined: [span.parent_id, merger?.successor_id ?? null] }, on.day);
    const [merged] = heldOverTime(
      spans,
      ({ merger_fact_id }) => merger_fact_id,
      ({ successor_id, merger_doc }) => ({
        ...nameOf(successor_id ?? ''),
        ...(merger_doc !== null && { doc: merger_doc }),
      }),
    );
    return {
      ...unitItem(span, nameOf),
      revision: String(definition.revision),
      names: heldOverTime(
        spans,
        ({ name_fact_id }) => name_fact_id,
        ({ name, name_doc }) => ({ name, ...(name_doc !== null && { doc: name_doc }) }),
      ),
      successor: merged ?? null,
      children: children.map(({ id: childId, name }) => ({ id: childId, name })),
      mergedInto: former.map(({ id: formerId, name }) => ({ id: formerId, name })),
      effectiveOn: on.day,
      ...standing,
    };
  }
}

function unitItem({ id, name, sort, parent_id, defined_from }: DefinitionSpan, nameOf: NameOf): object {
  return { id, name, kind: sort, parent: parent_id === null ? null : nameOf(parent_id), from: defined_from };
}
