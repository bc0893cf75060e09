import { Controller, Get, Header, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { EventStore } from '#event-store';
import { fill, isId } from '#kernel';
import { ADDRESS_ID, After, etagOf, OnDay, PageQuery, Problem, STORED_LOG, validQuery } from '#http';
import { factsOf, PROJECT_REFUSALS } from '#ledger';
import { ledgerItem, ledgerNames } from '../project-ledger/item.ts';
import { paged, QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { asOfDay } from '../today.ts';
import { idsOnPage, projectPage } from './page.ts';
import { cataloguesOf, eventOf, historyPage, storedEvents } from './queries.ts';
import { relatedProjects } from './related.ts';
import { rowOn } from './row-on.ts';
import type { HistoryRow } from './schema.ts';
import { ProjectPageShape, TimelineShape } from './shapes.ts';
import { timelineItem } from './timeline.ts';

class ProjectQuery {
  @OnDay({
    optional: true,
    about:
      '业务日期：当日情况，其后才有的内容不列；默认今天，且全部列出 / as it really was on this day, without what lies after it; default today, with everything',
  })
  effectiveOn?: string;
  @After()
  after?: string;
}

class TimelineQuery extends PageQuery {
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
  @ApiOperation({ summary: '项目：有效事实与疑点 / a project, its facts that hold and its findings' })
  @ApiOkResponse({ type: ProjectPageShape })
  async page(
    @Param('id', ADDRESS_ID) id: string,
    @Query(validQuery(ProjectQuery)) query: ProjectQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const { views, names, reading, clock } = this.context;
    await reading.reached('project-history', query.after);
    // The page is full of names.
    await reading.reached('definitions', query.after);
    const standing = await reading.standing('project-history', query.after);
    const rows = await this.rowsOf(id);
    const history = rows.map(eventOf);
    const facts = factsOf(history);
    const on = asOfDay(query.effectiveOn, clock());
    const row = rowOn({ id, number: rows[0]?.seq ?? 0, events: history }, on);
    const ids = idsOnPage(facts);
    const inRow = ledgerNames(row ? [row] : []);
    const named = { people: [...ids.people, ...inRow.people], defined: [...ids.defined, ...inRow.defined] };
    const nameOf = await names.of(named, on.day);
    const related = await relatedProjects(views.reader('project-history'), id, facts);
    const catalogues = await cataloguesOf(views.reader('definitions'), ids.catalogues);
    const revision = BigInt(rows.length - 1);
    void reply.header('etag', etagOf(revision));
    return {
      id,
      revision: String(revision),
      ...(row && ledgerItem(row, on.year, nameOf)),
      ...projectPage(history, {
        day: on.day,
        upToDay: query.effectiveOn !== undefined,
        nameOf,
        zoneId: row?.zone_id,
        catalogues,
        related,
      }),
      effectiveOn: on.day,
      ...standing,
    };
  }

  @Get(':id/timeline')
  @ApiOperation({ summary: '历程：每个事件及其所改变的 / every event, with what it changed' })
  @ApiOkResponse({ type: TimelineShape })
  async timeline(
    @Param('id', ADDRESS_ID) id: string,
    @Query(validQuery(TimelineQuery)) query: TimelineQuery,
  ): Promise<object> {
    const { rows, rest } = await this.pageOf(id, query, 'timeline');
    return { items: rows.map(timelineItem), ...rest };
  }

  @Get(':id/events')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: '原始事件 / the events as they stand in the log' })
  async events(
    @Param('id', ADDRESS_ID) id: string,
    @Query(validQuery(TimelineQuery)) query: TimelineQuery,
  ): Promise<object> {
    const { rows, rest } = await this.pageOf(id, query, 'events');
    const events = await storedEvents(this.log, rows);
    const items = events.map(({ stream, revision, type, id: eventId, data, metadata }, i) => {
      return { stream, revision: String(revision), seq: rows[i]?.seq, type, id: eventId, data, metadata };
    });
    return { items, ...rest };
  }

  private pageOf(id: string, query: TimelineQuery, list: string): ReturnType<typeof paged<HistoryRow>> {
    return paged<HistoryRow>(this.context, {
      view: 'project-history',
      query,
      question: { list, id },
      keyOf: (row) => [row.revision],
      rows: (key, limit) => this.rowsOf(id, { after: key && Number(key[0]), limit }),
    });
  }

  /** Throws 404 for a project without events. */
  private async rowsOf(
    projectId: string,
    part: { readonly after?: number | undefined; readonly limit?: number } = {},
  ): Promise<HistoryRow[]> {
    const rows = isId(projectId)
      ? await historyPage(this.context.views.reader('project-history'), { projectId, ...part })
      : [];
    if (rows.length > 0 || part.after !== undefined) return rows;
    const messages = fill(PROJECT_REFUSALS.ProjectNotFound, { id: projectId });
    throw new Problem({ status: 404, code: 'ProjectNotFound', messages, params: { id: projectId } });
  }
}
