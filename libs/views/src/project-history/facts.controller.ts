import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { fill, isId } from '#kernel';
import { ADDRESS_ID, Problem, validQuery } from '#http';
import { FACT_TEXTS, PROJECT_REFUSALS, type EffectiveFact } from '#ledger';
import { answer, pageOf, PointPageQuery, PointQuery, type At, type Question } from '../answer.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { FactAtShape, FactsShape } from './fact-shapes.ts';
import { notKnown } from './not-known.ts';
import { knownReports } from './queries.ts';
import type { HistoryTables } from './schema.ts';
import { begunBy } from './shown.ts';

const HISTORY = 'project-history';

/** What holds of a project, fact by fact, corrections applied and what was revoked left out. */
@ApiTags('项目 / project')
@Controller('api/projects')
export class FactsController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get(':id/facts')
  @ApiOperation({
    summary:
      '有效事实：更正后的内容，不含已撤销的，按入账次序 / the facts that hold, as corrected, in the order they were recorded',
    description: '给出 effectiveOn 时不列其后才有的事实 / with effectiveOn, without those that lie after that day',
  })
  @ApiOkResponse({ type: FactsShape })
  async list(
    @Param('id', ADDRESS_ID) id: string,
    @Query(validQuery(PointPageQuery)) query: PointPageQuery,
  ): Promise<object> {
    const asked: Question = { views: [HISTORY], query, question: { list: 'facts', id } };
    return answer(this.context, asked, async (at) => {
      const facts = await this.factsAt(id, at, query.effectiveOn !== undefined);
      const { rows, next } = await pageOf<EffectiveFact>(this.context, asked, at, {
        keyOf: ({ revision }) => [Number(revision)],
        rows: (key, limit) => Promise.resolve(after(facts, key && BigInt(key[0] as number)).slice(0, limit)),
      });
      return { items: rows.map(factItem), next, total: facts.length };
    });
  }

  @Get(':id/facts/:factId')
  @ApiOperation({ summary: '一条有效事实 / one fact that holds' })
  @ApiOkResponse({ type: FactAtShape })
  async one(
    @Param('id', ADDRESS_ID) id: string,
    @Param('factId', ADDRESS_ID) factId: string,
    @Query(validQuery(PointQuery)) query: PointQuery,
  ): Promise<object> {
    return answer(this.context, { views: [HISTORY], query }, async (at) => {
      const facts = await this.factsAt(id, at, query.effectiveOn !== undefined);
      const found = facts.find((fact) => fact.id === factId);
      if (found) return factItem(found);
      const messages = fill(PROJECT_REFUSALS.FactNotFound, { factId });
      throw new Problem({ status: 404, code: 'FactNotFound', messages, params: { factId } });
    });
  }

  private async factsAt(id: string, at: At, upToDay: boolean): Promise<readonly EffectiveFact[]> {
    const db = this.context.views.reader<HistoryTables>(HISTORY);
    const project = isId(id) ? await knownReports(db, id, at.known(HISTORY)) : undefined;
    if (!project) throw await notKnown(db, id, at.seq);
    return upToDay ? begunBy(project.facts, at.on.day) : project.facts;
  }
}

const after = (facts: readonly EffectiveFact[], last: bigint | undefined): readonly EffectiveFact[] =>
  last === undefined ? facts : facts.filter(({ revision }) => revision > last);

function factItem({ id, type, data, filedOn, correctedBy, revision }: EffectiveFact): object {
  return {
    id,
    type,
    label: FACT_TEXTS[type],
    data,
    filedOn,
    revision: String(revision),
    ...(correctedBy !== undefined && { correctedBy }),
  };
}
