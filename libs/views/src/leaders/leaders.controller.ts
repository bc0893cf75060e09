import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { fill } from '#kernel';
import { ADDRESS_ID, After, OnDay, PageQuery, Problem, validQuery } from '#http';
import { PROJECT_REFUSALS } from '#ledger';
import { ledgerItem, ledgerNames } from '../project-ledger/item.ts';
import { paged, QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { asOfDay } from '../today.ts';
import { heldProjects, leaderLoads, type HeldProject, type LeaderLoad } from './queries.ts';

class LeadersQuery extends PageQuery {
  @OnDay({ optional: true, about: '业务日期，默认今天 / as of this day; default today' })
  effectiveOn?: string;
  @After()
  after?: string;
}

/** Who answers for how much, and for what. */
@ApiTags('包联领导 / leaders')
@Controller('api/leaders')
export class LeadersController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get()
  @ApiOperation({
    summary: '包联领导及其项目数，多者在前 / leaders and how many projects they hold, the busiest first',
  })
  async list(@Query(validQuery(LeadersQuery)) query: LeadersQuery): Promise<object> {
    const { views, registry, clock } = this.context;
    const on = asOfDay(query.effectiveOn, clock());
    const { rows, rest } = await paged<LeaderLoad>(this.context, {
      view: 'project-ledger',
      query,
      question: { list: 'leaders', on: on.day },
      keyOf: ({ lead, coLead, personId }) => [lead + coLead, personId],
      rows: (key, limit) => {
        const after = key && { n: Number(key[0]), id: String(key[1]) };
        return leaderLoads(views.reader('project-ledger'), { day: on.number, limit, after });
      },
    });
    const people = await registry.people.getPeople(rows.map(({ personId }) => personId));
    const items = rows.map(({ personId, lead, coLead }) => {
      const { name = null, unit = null, post = null } = people.get(personId) ?? {};
      return { id: personId, name, unit, post, lead, coLead, projects: lead + coLead };
    });
    return { items, effectiveOn: on.day, ...rest };
  }

  @Get(':id')
  @ApiOperation({ summary: '一位领导的项目 / the projects one leader holds' })
  async page(
    @Param('id', ADDRESS_ID) personId: string,
    @Query(validQuery(LeadersQuery)) query: LeadersQuery,
  ): Promise<object> {
    const { views, registry, names, clock } = this.context;
    const person = (await registry.people.getPeople([personId])).get(personId);
    if (!person) {
      const messages = fill(PROJECT_REFUSALS.PersonUnknown, { id: personId });
      throw new Problem({ status: 404, code: 'PersonUnknown', messages, params: { id: personId } });
    }
    const on = asOfDay(query.effectiveOn, clock());
    const { rows, rest } = await paged<HeldProject>(this.context, {
      view: 'project-ledger',
      query,
      question: { list: 'leader', personId, on: on.day },
      keyOf: ({ number }) => [number],
      rows: (key, limit) =>
        heldProjects(views.reader('project-ledger'), { personId, day: on.number, limit, after: key && Number(key[0]) }),
    });
    const nameOf = await names.of(ledgerNames(rows));
    const items = rows.map((row) => ({ role: row.role, since: row.since, ...ledgerItem(row, on.year, nameOf) }));
    return { ...person, items, effectiveOn: on.day, ...rest };
  }
}
