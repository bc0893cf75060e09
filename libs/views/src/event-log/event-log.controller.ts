import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Kysely } from 'kysely';
import { StoreUnavailable, type EventStore } from '#event-store';
import { isId, type Recorded } from '#kernel';
import { ADDRESS_ID, After, EVENT_STORE, KnownAt, noQuery, problem, STORED_LOG, validQuery } from '#http';
import { answer, pageOf, type At, type Question, type Standing } from '../answer.ts';
import { knownHistory } from '../project-history/queries.ts';
import { stepsOf } from '../project-history/replay-item.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { filterOf, LogQuery, rangeOf } from './asked.ts';
import { effectOf, statusIn } from './effect.ts';
import { LOG_VIEWS, logItem, subjectNames } from './item.ts';
import { eventWith, lastRevision, logPage, neighboursOf } from './queries.ts';
import type { EventLogTables, LoggedRow } from './schema.ts';
import { EventListShape, EventShape, EventTypesShape } from './shapes.ts';
import { CATEGORY_TEXTS, EVENT_TEXTS, TYPES_OF, type Category } from './texts.ts';

class OneEventQuery {
  @KnownAt()
  knownAt?: string;
  @After()
  after?: string;
}

const SEQ = /^[1-9]\d{0,14}$/;

/** The whole log, as an auditor reads it: what was recorded, by whom, from where, and what each event did. */
@ApiTags('日志 / log')
@Controller('api/events')
export class EventLogController {
  constructor(
    @Inject(QUERY_CONTEXT) private readonly context: QueryContext,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(STORED_LOG) private readonly log: EventStore,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listEvents',
    summary: '全部事件，新者在前，可按类别、类型、对象、经办人、来源、批次和时间筛选 / every event, the latest first',
    description:
      '时间以入账先后为准（各 recordedAt 的最大值），故一段时间内的事件在日志中相连 / time is that of the log (the running maximum of recordedAt): what lies between two times follows each other in it',
  })
  @ApiOkResponse({ type: EventListShape })
  async list(@Query(validQuery(LogQuery)) query: LogQuery): Promise<Standing> {
    const { since, until, sort = '-seq' } = query;
    const filter = filterOf(query);
    const given = Object.fromEntries(Object.entries({ since, until }).filter(([, value]) => value !== undefined));
    const asked: Question = { views: LOG_VIEWS, query, question: { list: 'events', ...filter, ...given, sort } };
    const descending = sort === '-seq';
    return answer(this.context, asked, async (at) => {
      const range = await rangeOf(query, at.seq, () => this.context.views.sequence());
      const { rows, next } = await pageOf<LoggedRow>(this.context, asked, at, {
        keyOf: ({ seq }) => [seq],
        rows: (key, limit) => {
          const part = key && (descending ? { last: Number(key[0]) - 1 } : { first: Number(key[0]) + 1 });
          return logPage(this.db, { filter, ...range, ...part, descending, limit });
        },
      });
      const nameOf = await subjectNames(this.context, rows, at);
      return { items: rows.map((row) => logItem(row, nameOf)), next };
    });
  }

  @Get('types')
  @ApiOperation({
    operationId: 'listEventTypes',
    summary: '类别及其事件类型 / the categories, and the types of their events',
  })
  @ApiOkResponse({ type: EventTypesShape })
  types(@Query() query: unknown): object {
    noQuery(query);
    return {
      items: Object.entries(CATEGORY_TEXTS).map(([category, label]) => ({
        category,
        label,
        types: TYPES_OF[category as Category].map((type) => ({ type, label: EVENT_TEXTS[type] })),
      })),
    };
  }

  @Get(':id')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'getEvent',
    summary: '一个事件（按序号或编号）：内容、元数据、所改变的及其前后 / one event, by seq or id, and what it changed',
  })
  @ApiOkResponse({ type: EventShape })
  async event(
    @Param('id', ADDRESS_ID) id: string,
    @Query(validQuery(OneEventQuery)) query: OneEventQuery,
  ): Promise<Standing> {
    return answer(this.context, { views: LOG_VIEWS, query }, async (at) => {
      const row = SEQ.test(id)
        ? await eventWith(this.db, { seq: Number(id) })
        : isId(id)
          ? await eventWith(this.db, { id })
          : undefined;
      if (!row) throw problem('EventNotFound', { id });
      if (row.seq > at.seq) throw problem('EventNotKnownYet', { id, seq: at.seq, since: row.seq });
      const { data, metadata } = await this.stored(row);
      const nameOf = await subjectNames(this.context, [row], at);
      return {
        ...logItem(row, nameOf),
        data,
        metadata,
        ...(await this.effect(row, at)),
        ...(await neighboursOf(this.db, row, at.seq)),
      };
    });
  }

  private get db(): Kysely<EventLogTables> {
    return this.context.views.reader('event-log');
  }

  /** The event as it was written. */
  private async stored(row: LoggedRow) {
    const stream = `${row.category}-${row.subject_id}`;
    const from = BigInt(row.revision);
    for await (const event of this.log.readStream(stream, { from, limit: 1 })) return event;
    throw new StoreUnavailable(`${stream} broke off before event ${row.seq}`);
  }

  /** What it did to the facts of its stream, whether it holds by now, and of a project what changed and how it stood then. */
  private async effect(row: LoggedRow, at: At) {
    const history: Recorded[] = [];
    const known = await lastRevision(this.db, row, at.seq);
    const stream = `${row.category}-${row.subject_id}`;
    for await (const event of this.store.readStream(stream, { limit: known + 1 })) history.push(event);
    const facts = effectOf(history.slice(0, row.revision + 1));
    const status = statusIn(history, row.event_id);
    const step = row.category === 'project' ? await this.projectStep(row) : undefined;
    return { ...status, facts, changes: step?.changes ?? [], state: step?.after ?? null };
  }

  private async projectStep({ subject_id: id, seq, revision }: LoggedRow) {
    const history = await knownHistory(this.context.views.reader('project-history'), id, seq);
    return history && stepsOf(history, { order: 'recorded', skip: revision }, 1)[0];
  }
}
