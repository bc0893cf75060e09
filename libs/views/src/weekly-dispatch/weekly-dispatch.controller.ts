import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { dayBefore, periodOf, type Period, type PeriodKind } from '#kernel';
import { After, EVENT_STORE, fault, field, good, KnownAt, noQuery, OneOf, Problem, problem, validQuery } from '#http';
import type { EventStore } from '#event-store';
import { answer, type At } from '../answer.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { InScope, zonesIn } from '../scope.ts';
import { asOfDay } from '../today.ts';
import type { Cut } from './cut.ts';
import { FiledCut, foldedScope } from './filed-cut.ts';
import { KnownCut } from './known-cut.ts';
import { DISPATCH_QUERIES, dispatchQuery, type DispatchQuery } from './queries.ts';
import { DispatchAnswerShape, DispatchQueriesShape } from './shapes.ts';

/** Sheets are made by the week, by ten days and by the month. */
const KINDS: readonly PeriodKind[] = ['week', 'tenDays', 'month'];
const periodIn = (value: unknown): Period | undefined => (typeof value === 'string' ? periodOf(value) : undefined);

function DispatchPeriod(): PropertyDecorator {
  return field(
    (value) => {
      if (value === undefined) return [fault('Required')];
      const period = periodIn(value);
      if (!period) return [fault('NotAReportingPeriod')];
      return KINDS.includes(period.kind) ? good : [fault('NotADispatchPeriod')];
    },
    { type: String },
    {
      about:
        '周 2026-W47、旬 2026-11-T2 或月 2026-11；截止于最后一天 24:00（北京时间）；须已开始 / week, ten days or month that has begun',
      example: '2026-W47',
    },
  );
}

class DispatchParameters {
  @DispatchPeriod()
  period!: string;
  @InScope({ optional: true })
  scope?: string;
  @OneOf(['known', 'filed'], {
    optional: true,
    about:
      'known：截止时刻所知的情况，时段未结束则为现在所知（默认）；filed：截止日前已填报的内容，用于导入的时段 / known: as it was known at the cut-off, or is known now while the period is under way (default); filed: as it had been filed by the cut-off, for imported periods',
  })
  by?: 'known' | 'filed';
  @KnownAt()
  knownAt?: string;
  @After()
  after?: string;
}

/** What a weekly sheet is made of, one question at a time. */
@ApiTags('调度 / dispatch')
@Controller('api/dispatch/queries')
export class WeeklyDispatchController {
  constructor(
    @Inject(QUERY_CONTEXT) private readonly context: QueryContext,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Get()
  @ApiOperation({ summary: '周调度的查询及其口径 / the queries of weekly dispatch and their rules' })
  @ApiOkResponse({ type: DispatchQueriesShape })
  list(@Query() query: object): object {
    noQuery(query);
    return { items: DISPATCH_QUERIES.map(({ name, title, rule }) => ({ name, title, rule })) };
  }

  @Get(':name')
  @ApiOperation({ summary: '一项查询的结果 / the answer of one query' })
  @ApiParam({ name: 'name', enum: DISPATCH_QUERIES.map(({ name }) => name) })
  @ApiOkResponse({ type: DispatchAnswerShape })
  async answer(
    @Param('name') name: string,
    @Query(validQuery(DispatchParameters)) query: DispatchParameters,
  ): Promise<object> {
    const asked = dispatchQuery(name);
    if (!asked) throw problem('NotFound');
    const { clock, names } = this.context;
    const { scope = 'all', by = 'known' } = query;
    const period = periodIn(query.period) as Period;
    const { id, first } = period;
    const today = asOfDay(undefined, clock()).day;
    if (first > today) throw problem('PeriodAhead', { period: id, first });
    return this.at(asked, query, period, async (at) => {
      const known = at.known('definitions');
      const zones = await zonesIn(this.context.views, scope, known);
      const cutAt = by === 'known' ? this.known(zones, at) : await this.filed(scope, zones, at);
      const named = (ids: Parameters<typeof names.of>[0]) => names.of(ids, period.last, known);
      const [cut, before] = [cutAt(period.last), cutAt(dayBefore(period))];
      return {
        query: name,
        title: asked.title,
        scope,
        period: { id, first, last: period.last },
        by,
        ...(by === 'filed' && { restsOnClaimedTimes: true }),
        ...(await asked.run({ period, cut, before, names: named })),
      };
    });
  }

  /**
   * Where nobody says what was to be known: of a period that is over, what was known at its cut-off; of one under way, and of
   * what was filed, what is known now. Throws 400 CutOffBeforeFirst where nothing was known at the cut-off.
   */
  private async at<T extends object>(
    asked: DispatchQuery,
    { knownAt, by = 'known', after }: DispatchParameters,
    { last }: Period,
    body: (at: At) => Promise<T>,
  ): Promise<object> {
    const isOver = last < asOfDay(undefined, this.context.clock()).day;
    const known = knownAt ?? (by === 'known' && isOver ? last : undefined);
    const [main, ...others] = by === 'known' ? asked.views : (['weekly-dispatch'] as const);
    const query = {
      effectiveOn: last,
      ...(known !== undefined && { knownAt: known }),
      ...(after !== undefined && { after }),
    };
    try {
      return await answer(this.context, { views: [main, ...others, 'definitions'], query }, body);
    } catch (error) {
      const isEmpty = knownAt === undefined && error instanceof Problem && error.parts.code === 'KnownBeforeFirst';
      throw isEmpty ? problem('CutOffBeforeFirst', error.parts.params) : error;
    }
  }

  private known(zones: readonly string[] | undefined, at: At): (day: string) => Cut {
    const sources = { views: this.context.views, zones, known: (view: string) => at.known(view) };
    return (day) => new KnownCut(sources, day);
  }

  private async filed(scope: string, zones: readonly string[] | undefined, { seq }: At): Promise<(day: string) => Cut> {
    const { views } = this.context;
    const point = await (await views.sequence()).bySeq(seq);
    const sources = { views, store: this.store, upTo: point?.position ?? 0n };
    const projects = await foldedScope(views, { scope, zones, seq });
    return (day) => new FiledCut(sources, projects, day);
  }
}
