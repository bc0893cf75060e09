import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { fill } from '#kernel';
import type { Views } from '#database';
import {
  After,
  CLOCK,
  CURSORS,
  Cursors,
  limitOf,
  OnDay,
  PageQuery,
  Problem,
  READING,
  Reading,
  REGISTRY,
  validQuery,
  VIEWS_READER,
} from '#http';
import { PROJECT_REFUSALS } from '#ledger';
import type { Registry } from '#registry';
import { Names } from '../names.ts';
import { ledgerItem, ledgerNames } from '../project-ledger/item.ts';
import { asOfDay } from '../today.ts';
import { heldProjects, leaderLoads } from './queries.ts';

class LeadersQuery extends PageQuery {
  @OnDay({ optional: true, about: '业务日期，默认今天 / as of this day; default today' })
  effectiveOn?: string;
  @After()
  after?: string;
}

/** Who answers for how much, and for what. */
@ApiTags('leaders 包联领导')
@Controller('api/leaders')
export class LeadersController {
  constructor(
    @Inject(VIEWS_READER) private readonly views: Views,
    @Inject(READING) private readonly reading: Reading,
    @Inject(CURSORS) private readonly cursors: Cursors,
    @Inject(REGISTRY) private readonly registry: Registry,
    @Inject(CLOCK) private readonly clock: () => number,
    @Inject(Names) private readonly names: Names,
  ) {}

  @Get()
  @ApiOperation({
    summary: '包联领导及其项目数，多者在前 / leaders and how many projects they hold, the busiest first',
  })
  async list(@Query(validQuery(LeadersQuery)) query: LeadersQuery): Promise<object> {
    const { on, standing, limit } = await this.begin(query);
    const question = { list: 'leaders', on: on.day };
    const from = query.cursor === undefined ? undefined : this.cursors.read(query.cursor, question);
    const after = from && { n: Number(from.key[0]), id: String(from.key[1]) };
    const loads = await leaderLoads(this.views.reader('project-ledger'), { day: on.number, limit: limit + 1, after });
    const page = loads.slice(0, limit);
    const people = await this.registry.people.getPeople(page.map(({ personId }) => personId));
    const last = page.at(-1);
    const next =
      loads.length > limit && last
        ? this.cursors.write(
            { key: [last.lead + last.coLead, last.personId], seq: from?.seq ?? standing.asOf.seq },
            question,
          )
        : null;
    const items = page.map(({ personId, lead, coLead }) => {
      const { name, unit, post } = people.get(personId) ?? {};
      return {
        id: personId,
        name: name ?? null,
        unit: unit ?? null,
        post: post ?? null,
        lead,
        coLead,
        projects: lead + coLead,
      };
    });
    return { items, next, effectiveOn: on.day, ...standing };
  }

  @Get(':id')
  @ApiOperation({ summary: '一位领导的项目 / the projects one leader holds' })
  async page(@Param('id') personId: string, @Query(validQuery(LeadersQuery)) query: LeadersQuery): Promise<object> {
    const { on, standing, limit } = await this.begin(query);
    const person = (await this.registry.people.getPeople([personId])).get(personId);
    if (!person) {
      const messages = fill(PROJECT_REFUSALS.PersonUnknown, { id: personId });
      throw new Problem({ status: 404, code: 'PersonUnknown', messages, params: { id: personId } });
    }
    const question = { list: 'leader', personId, on: on.day };
    const from = query.cursor === undefined ? undefined : this.cursors.read(query.cursor, question);
    const rows = await heldProjects(this.views.reader('project-ledger'), {
      personId,
      day: on.number,
      limit: limit + 1,
      after: from && Number(from.key[0]),
    });
    const page = rows.slice(0, limit);
    const nameOf = await this.names.of(ledgerNames(page));
    const last = page.at(-1);
    return {
      ...person,
      items: page.map((row) => ({ role: row.role, since: row.since, ...ledgerItem(row, on.year, nameOf) })),
      next:
        rows.length > limit && last
          ? this.cursors.write({ key: [last.number], seq: from?.seq ?? standing.asOf.seq }, question)
          : null,
      effectiveOn: on.day,
      ...standing,
    };
  }

  private async begin(query: LeadersQuery) {
    await this.reading.reached('project-ledger', query.after);
    const standing = await this.reading.standing('project-ledger');
    return { standing, on: asOfDay(query.effectiveOn, this.clock()), limit: limitOf(query) };
  }
}
