import { Controller, Get, Header, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Kysely } from 'kysely';
import type { EventStore } from '#event-store';
import { isId } from '#kernel';
import { ADDRESS_ID, After, etagOf, KnownAt, PageQuery, STORED_LOG, validQuery } from '#http';
import { answer, pageOf, PointQuery, type At, type Question, type Standing } from '../answer.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { notKnown } from './not-known.ts';
import { PAGE_VIEWS, projectAt } from './project-at.ts';
import { historyPage, knownMendings, storedEvents } from './queries.ts';
import type { HistoryRow, HistoryTables } from './schema.ts';
import { ProjectEventsShape, ProjectPageShape, TimelineShape } from './shapes.ts';
import { timelineItem } from './timeline.ts';

const [HISTORY] = PAGE_VIEWS;

class HistoryQuery extends PageQuery {
  @KnownAt()
  knownAt?: string;
  @After()
  after?: string;
}

/** One project: what holds, and how it came about. */
@ApiTags('项目 / project')
@Controller('api/projects')
export class ProjectHistoryController {
  constructor(
    @Inject(QUERY_CONTEXT) private readonly context: QueryContext,
    @Inject(STORED_LOG) private readonly log: EventStore,
  ) {}

  @Get(':id')
  @ApiOperation({
    summary: '项目：有效事实与疑点 / a project, its facts that hold and its findings',
    description:
      '未给 effectiveOn 时列出所知的全部；给出时不列其后才有的内容 / everything known; with effectiveOn, without what lies after that day',
  })
  @ApiOkResponse({ type: ProjectPageShape })
  async page(
    @Param('id', ADDRESS_ID) id: string,
    @Query(validQuery(PointQuery)) query: PointQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const upToDay = query.effectiveOn !== undefined;
    const page = await answer(this.context, { views: PAGE_VIEWS, query }, async ({ seq, on, known }) => {
      const project = await projectAt(this.context, id, { known, on, upToDay });
      if (!project) throw await notKnown(this.db, id, seq);
      return project;
    });
    void reply.header('etag', etagOf(BigInt(page.revision)));
    return page;
  }

  @Get(':id/timeline')
  @ApiOperation({ summary: '历程：每个事件及其所改变的 / every event, with what it changed' })
  @ApiOkResponse({ type: TimelineShape })
  async timeline(
    @Param('id', ADDRESS_ID) id: string,
    @Query(validQuery(HistoryQuery)) query: HistoryQuery,
  ): Promise<object> {
    return this.list({ id, list: 'timeline', query }, async (rows, at) => {
      const mendings = await knownMendings(this.db, id, at.known(HISTORY));
      return rows.map((row) => timelineItem(row, mendings));
    });
  }

  @Get(':id/events')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: '原始事件 / the events as they stand in the log' })
  @ApiOkResponse({ type: ProjectEventsShape })
  async events(
    @Param('id', ADDRESS_ID) id: string,
    @Query(validQuery(HistoryQuery)) query: HistoryQuery,
  ): Promise<object> {
    return this.list({ id, list: 'events', query }, async (rows) => {
      const events = await storedEvents(this.log, rows);
      return events.map(({ stream, revision, type, id: eventId, data, metadata }, i) => {
        return { stream, revision: String(revision), seq: rows[i]?.seq, type, id: eventId, data, metadata };
      });
    });
  }

  private get db(): Kysely<HistoryTables> {
    return this.context.views.reader(HISTORY);
  }

  /** A page of a project's events in the order of the log. */
  private list<Item>(
    { id, list, query }: { readonly id: string; readonly list: string; readonly query: HistoryQuery },
    itemsOf: (rows: readonly HistoryRow[], at: At) => Promise<readonly Item[]>,
  ): Promise<{ readonly items: readonly Item[]; readonly next: string | null } & Standing> {
    const asked: Question = { views: [HISTORY], query, question: { list, id } };
    return answer(this.context, asked, async (at) => {
      const { rows, next } = await pageOf<HistoryRow>(this.context, asked, at, {
        keyOf: (row) => [row.revision],
        rows: (key, limit) => this.rowsAfter(id, { at, after: key && Number(key[0]), limit }),
      });
      return { items: await itemsOf(rows, at), next };
    });
  }

  private async rowsAfter(
    projectId: string,
    { at, after, limit }: { readonly at: At; readonly after: number | undefined; readonly limit: number },
  ): Promise<HistoryRow[]> {
    const known = at.known(HISTORY);
    const rows = isId(projectId) ? await historyPage(this.db, { projectId, known, after, limit }) : [];
    if (rows.length === 0 && after === undefined) throw await notKnown(this.db, projectId, at.seq);
    return rows;
  }
}
