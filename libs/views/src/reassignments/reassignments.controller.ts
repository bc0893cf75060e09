import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { fill, type Json } from '#kernel';
import { ADDRESS_ID, After, OneOf, PageQuery, validQuery } from '#http';
import { REASSIGNMENT_REFUSALS, SKIP_TEXTS } from '#ledger';
import { notThere } from '../definitions/over-time.ts';
import { answer, pageOf, questionOf, type At, type Listed } from '../answer.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import type { OrderedProjectRow, OrderRow } from './projector.ts';
import { doneProjects, eventIdsOf, orderedProjects, orderOf, ordersPage, projectNames } from './queries.ts';
import { REASSIGNMENT_PROGRESS, type ReassignmentProgress } from './progress.ts';
import { ReassignmentListShape, ReassignmentPageShape } from './shapes.ts';

const VIEW = 'reassignments';

class OrdersQuery extends PageQuery {
  @After()
  after?: string;
}

class OrderQuery extends OrdersQuery {
  @OneOf(['skipped'], { optional: true, about: '只看未作调整的项目 / only the projects that were left as they were' })
  outcome?: 'skipped';
}

type State = 'ordered' | 'underWay' | 'carriedOut';

/** Orders that change the leaders of many projects, and how far they are carried out. */
@ApiTags('包联领导批量调整 / bulk reassignment of leaders')
@Controller('api/reassignments')
export class ReassignmentsController {
  constructor(
    @Inject(QUERY_CONTEXT) private readonly context: QueryContext,
    @Inject(REASSIGNMENT_PROGRESS) private readonly settled: ReassignmentProgress,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listReassignments', summary: '调整令，新者在前 / orders, the latest first' })
  @ApiOkResponse({ type: ReassignmentListShape })
  async list(@Query(validQuery(OrdersQuery)) query: OrdersQuery): Promise<object> {
    return this.ofNow(query, async (at) => {
      const { rows, next } = await this.page<OrderRow>(
        query,
        at,
        { list: VIEW },
        {
          keyOf: ({ ordered_seq }) => [ordered_seq],
          rows: (key, limit) => ordersPage(this.context.views.reader(VIEW), { limit, before: key && Number(key[0]) }),
        },
      );
      return { items: rows.map((row) => this.item(row)), next };
    });
  }

  @Get(':id')
  @ApiOperation({
    operationId: 'getReassignment',
    summary: '一份调整令：进度与逐项目结果 / one order: how far it is, and what came of each project',
  })
  @ApiOkResponse({ type: ReassignmentPageShape })
  async order(
    @Param('id', ADDRESS_ID) orderId: string,
    @Query(validQuery(OrderQuery)) query: OrderQuery,
  ): Promise<object> {
    const { views, names } = this.context;
    return this.ofNow(query, async (at) => {
      const order = await orderOf(views.reader(VIEW), orderId);
      if (!order) throw notThere('ReassignmentNotFound', REASSIGNMENT_REFUSALS.ReassignmentNotFound, orderId);
      const skipped = query.outcome === 'skipped';
      const question = { list: 'reassignment', orderId, skipped };
      const { rows, next } = await this.page<OrderedProjectRow>(query, at, question, {
        keyOf: ({ number }) => [number],
        rows: (key, limit) =>
          orderedProjects(views.reader(VIEW), { orderId, skipped, limit, after: key && Number(key[0]) }),
      });
      const done = order.is_open === 1 ? await doneProjects(views, rows) : undefined;
      const nameOf = await names.of({ people: rows.flatMap(({ person_id, replaces }) => [person_id, replaces]) });
      const projects = await projectNames(
        views,
        rows.map(({ project_id }) => project_id),
      );
      const items = rows.map((row) => ({
        number: row.number,
        project: { id: row.project_id, name: projects.get(row.project_id) ?? null },
        person: nameOf(row.person_id),
        lead: row.lead === 1,
        replaces: row.replaces === null ? null : nameOf(row.replaces),
        revision: String(row.revision),
        ...outcomeOf(row, done),
      }));
      return { ...this.item(order), items, next };
    });
  }

  /** How far an order is, is of now, also on the second page of a list. */
  private ofNow<T extends object>({ after }: OrdersQuery, body: (at: At) => Promise<T>): Promise<object> {
    return answer(this.context, { views: [VIEW], query: { ...(after !== undefined && { after }) } }, body);
  }

  private page<Row>(
    query: OrdersQuery,
    at: At,
    question: Readonly<Record<string, Json>>,
    list: Listed<Row>,
  ): ReturnType<typeof pageOf<Row>> {
    const asked = { query, question };
    const from = query.cursor === undefined ? undefined : this.context.cursors.read(query.cursor, questionOf(asked));
    return pageOf(this.context, asked, { ...at, from: from?.key }, list);
  }

  private item(row: OrderRow): object {
    const isOpen = row.is_open === 1;
    const settled = isOpen ? this.settled(row.order_id) : row.projects;
    const state: State = !isOpen ? 'carriedOut' : settled > 0 ? 'underWay' : 'ordered';
    return {
      id: row.order_id,
      state,
      from: row.from_date,
      reason: row.reason,
      doc: row.doc,
      orderedBy: row.ordered_by,
      ordered: { seq: row.ordered_seq, recordedAt: row.ordered_at },
      carriedOutAt: row.carried_out_at,
      projects: row.projects,
      settled,
      skipped: isOpen ? null : row.skipped,
    };
  }
}

/** What came of a row; `done` are the projects that have their events while the order is open. */
function outcomeOf(row: OrderedProjectRow, done: ReadonlySet<string> | undefined): object {
  if (row.why !== null) {
    const params = JSON.parse(row.params ?? '{}') as Record<string, Json>;
    const messages = fill(SKIP_TEXTS[row.why] ?? { zh: row.why, en: row.why }, params);
    return { outcome: 'skipped', eventIds: [], why: { code: row.why, params, messages } };
  }
  const isDone = done === undefined || done.has(row.project_id);
  return { outcome: isDone ? 'done' : 'pending', eventIds: isDone ? eventIdsOf(row) : [], why: null };
}
