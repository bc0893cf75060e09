import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { dayBefore, periodOf, type Period, type PeriodKind } from '#kernel';
import { After, EVENT_STORE, fault, field, good, noQuery, OneOf, problem, validQuery } from '#http';
import type { EventStore } from '#event-store';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { InScope, zonesIn } from '../scope.ts';
import { asOfDay } from '../today.ts';
import type { Cut } from './cut.ts';
import { FiledCut, foldedScope } from './filed-cut.ts';
import { KnownCut } from './known-cut.ts';
import { DISPATCH_QUERIES, dispatchQuery } from './queries.ts';
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
      return KINDS.includes(period.kind) ? good : [fault('NotOneOf', { values: '2026-W47, 2026-11-T2, 2026-11' })];
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
      'known：现在所知的截止日情况（默认）；filed：截止日前已填报的内容，用于导入的时段 / known: as it is known now (default); filed: as it had been filed by the cut-off, for imported periods',
  })
  by?: 'known' | 'filed';
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
    const { reading, names, clock } = this.context;
    const { scope = 'all', by = 'known', after } = query;
    const period = periodIn(query.period) as Period;
    const { id, first } = period;
    if (first > asOfDay(undefined, clock()).day) throw problem('PeriodAhead', { period: id, first });
    const views = by === 'known' ? asked.views : ['weekly-dispatch'];
    for (const view of ['definitions', ...views]) await reading.reached(view, after);
    // The view that is behind says how far the answer is.
    const standings = await Promise.all(views.map((view) => reading.standing(view, after)));
    const standing = standings.reduce((behind, one) => (one.asOf.seq < behind.asOf.seq ? one : behind));
    const zones = await zonesIn(this.context.views, scope);
    const cutAt = by === 'known' ? this.known(zones) : await this.filed(scope, zones);
    const result = await asked.run({ period, cut: cutAt(period.last), before: cutAt(dayBefore(period)), names });
    return {
      query: name,
      title: asked.title,
      scope,
      period: { id, first, last: period.last },
      by,
      ...(by === 'filed' && { restsOnClaimedTimes: true }),
      effectiveOn: period.last,
      ...result,
      ...standing,
    };
  }

  private known(zones: readonly string[] | undefined): (day: string) => Cut {
    return (day) => new KnownCut(this.context.views, zones, day);
  }

  private async filed(scope: string, zones: readonly string[] | undefined): Promise<(day: string) => Cut> {
    const { views } = this.context;
    const { position: upTo } = await views.asOf('weekly-dispatch');
    const projects = await foldedScope(views, scope, zones);
    return (day) => new FiledCut({ views, store: this.store, upTo }, projects, day);
  }
}
