import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { validQuery } from '#http';
import { STAGES } from '#ledger';
import { answer, pageOf } from '../answer.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { figures, stageCount, stageFigures } from './figures.ts';
import { ledgerItem, ledgerNames } from './item.ts';
import { filterOf, leadIdOf, LedgerPointQuery, orderOf, ProjectsQuery } from './ledger-query.ts';
import { LEDGER_SORTS, ledgerPage, ledgerSums } from './queries.ts';
import type { LedgerSegment } from './segments.ts';
import { ProjectListShape, SummaryByLeaderShape, SummaryShape } from './shapes.ts';
import { sumsByLead } from './sums-by-lead.ts';

const VIEWS = ['project-ledger', 'definitions'] as const;

/** The ledger as a list and in sums. Both take the same filters, so a figure and its list always agree. */
@ApiTags('台账 / ledger')
@Controller('api/projects')
export class ProjectLedgerController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get()
  @ApiOperation({ summary: '台账 / the ledger' })
  @ApiOkResponse({ type: ProjectListShape })
  async list(@Query(validQuery(ProjectsQuery)) query: ProjectsQuery): Promise<object> {
    const { views, names } = this.context;
    const filter = { ...filterOf(query), ...(query.ids !== undefined && { ids: query.ids.split(',') }) };
    const { sort, descending } = orderOf(query);
    const offset = Number(query.offset ?? 0);
    const question = { list: 'projects', ...filter, sort: query.sort ?? 'number', then: 'number' };
    const asked = { views: VIEWS, query, question };
    return answer(this.context, asked, async (at) => {
      const { rows, next } = await pageOf<LedgerSegment>(this.context, asked, at, {
        keyOf: (row) => [row[LEDGER_SORTS[sort]], row.number],
        rows: (key, limit) => {
          const after = key && { value: key[0] as string | number, number: key[1] as number };
          const point = { day: at.on.number, known: at.known('project-ledger') };
          const page = { filter, ...point, sort, descending, offset, limit, after };
          return ledgerPage(views.reader('project-ledger'), page);
        },
      });
      const nameOf = await names.of(ledgerNames(rows), at.on.day, at.known('definitions'));
      return { items: rows.map((row) => ledgerItem(row, at.on.year, nameOf)), next };
    });
  }

  @Get('summary')
  @ApiOperation({ summary: '汇总 / counts by stage and sums' })
  @ApiOkResponse({ type: SummaryShape })
  async summary(@Query(validQuery(LedgerPointQuery)) query: LedgerPointQuery): Promise<object> {
    const { views, names } = this.context;
    return answer(this.context, { views: VIEWS, query }, async (at) => {
      const known = at.known('project-ledger');
      const sums = await ledgerSums(views.reader('project-ledger'), filterOf(query), at.on.number, known);
      const nameOf = await names.of({ defined: sums.map(({ zoneId }) => zoneId) }, at.on.day, at.known('definitions'));
      const zones = [...new Set(sums.map(({ zoneId }) => zoneId))].sort();
      return {
        ...figures(sums),
        stages: STAGES.map((stage) => stageFigures(stage, sums)),
        zones: zones.map((id) => {
          const own = sums.filter(({ zoneId }) => zoneId === id);
          return { zone: nameOf(id), ...figures(own), stages: STAGES.map((stage) => stageCount(stage, own)) };
        }),
      };
    });
  }

  @Get('summary/leaders')
  @ApiOperation({ summary: '按牵头领导汇总 / the summary by who leads' })
  @ApiOkResponse({ type: SummaryByLeaderShape })
  async byLeader(@Query(validQuery(LedgerPointQuery)) query: LedgerPointQuery): Promise<object> {
    const { views, names } = this.context;
    return answer(this.context, { views: ['project-ledger'], query }, async (at) => {
      const point = { day: at.on.number, known: at.known('project-ledger') };
      const groups = await sumsByLead(views.reader('project-ledger'), filterOf(query), point);
      const nameOf = await names.of({ people: groups.map(({ leadId }) => leadId) });
      const items = groups.map(({ leadId, sums }) => {
        return { leadId: leadIdOf(leadId), leader: leadId ? nameOf(leadId) : null, ...figures(sums) };
      });
      return { items };
    });
  }
}
