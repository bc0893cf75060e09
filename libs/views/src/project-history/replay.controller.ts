import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { isId } from '#kernel';
import { ADDRESS_ID, After, KnownAt, OneOf, PageQuery, validQuery } from '#http';
import { answer, pageOf, type Question } from '../answer.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { notKnown } from './not-known.ts';
import { knownHistory } from './queries.ts';
import { FILED_NOTE, stepsOf, type ReplayStep } from './replay-item.ts';
import { REPLAY_ORDERS, type ReplayOrder } from './replay.ts';
import { ReplayShape } from './replay-shapes.ts';
import type { HistoryTables } from './schema.ts';

class ReplayQuery extends PageQuery {
  @OneOf(REPLAY_ORDERS, {
    optional: true,
    about:
      'recorded：按入账次序（默认）；filed：按填报时间，导入的历史据来源自述 / recorded: as it was recorded (default); filed: as it was filed, which for imported history the source claims',
  })
  by?: ReplayOrder;
  @KnownAt()
  knownAt?: string;
  @After()
  after?: string;
}

/** How a project came about, step by step. */
@ApiTags('项目 / project')
@Controller('api/projects')
export class ReplayController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get(':id/replay')
  @ApiOperation({
    summary:
      '回放：逐个事件，所改变的，以及其后的情况 / step by step: each event, what it changed, how things stood then',
  })
  @ApiOkResponse({ type: ReplayShape })
  async replay(
    @Param('id', ADDRESS_ID) id: string,
    @Query(validQuery(ReplayQuery)) query: ReplayQuery,
  ): Promise<object> {
    const { by = 'recorded' } = query;
    const asked: Question = { views: ['project-history'], query, question: { list: 'replay', id, by } };
    return answer(this.context, asked, async (at) => {
      const db = this.context.views.reader<HistoryTables>('project-history');
      const history = isId(id) ? await knownHistory(db, id, at.known('project-history')) : undefined;
      if (!history) throw await notKnown(db, id, at.seq);
      const { rows: items, next } = await pageOf<ReplayStep>(this.context, asked, at, {
        keyOf: ({ step }) => [step],
        rows: (key, limit) => Promise.resolve(stepsOf(history, { order: by, skip: key ? Number(key[0]) : 0 }, limit)),
      });
      return { by, ...(by === 'filed' && { note: FILED_NOTE }), items, next, total: history.events.length };
    });
  }
}
