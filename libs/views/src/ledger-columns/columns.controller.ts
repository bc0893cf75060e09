import { setImmediate as turn } from 'node:timers/promises';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { validQuery } from '#http';
import { answer, PointQuery, type Standing } from '../answer.ts';
import { knownReports } from '../project-history/queries.ts';
import { begunBy } from '../project-history/shown.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { SomeProjects } from '../some-projects.ts';
import { columnsOf } from './columns.ts';
import { ColumnsShape } from './shapes.ts';

class ColumnsQuery extends PointQuery {
  /** Each of them is folded from its facts. */
  @SomeProjects()
  ids!: string;
}

/** What the rows in sight show beside the list's own fields. */
@ApiTags('台账 / ledger')
@Controller('api/projects')
export class LedgerColumnsController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get('columns')
  @ApiOperation({
    summary:
      '台账行的更多列：节点计划与实际、当年各期投资、最近进展、缺报、疑点 / further columns of rows of the ledger',
    description:
      '按给出的次序；当时没有的项目略去。未给 effectiveOn 时列出所知的全部；给出时不列其后才有的内容 / in the order of the ids; a project that was not there is left out',
  })
  @ApiOkResponse({ type: ColumnsShape })
  async columns(@Query(validQuery(ColumnsQuery)) query: ColumnsQuery): Promise<{ items: object[] } & Standing> {
    return answer(this.context, { views: ['project-history'], query }, async (at) => {
      const { day } = at.on;
      const items: object[] = [];
      for (const id of query.ids.split(',')) {
        const known = await knownReports(this.context.views.reader('project-history'), id, at.known('project-history'));
        if (!known) continue;
        const { facts, reports } = known;
        const begun = query.effectiveOn === undefined ? facts : begunBy(facts, day);
        items.push({ id, revision: String(reports.length - 1), ...columnsOf(facts, begun, day) });
        // A page of long projects is folded in many short pieces.
        await turn();
      }
      return { items };
    });
  }
}
