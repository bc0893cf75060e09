import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { addDays, dayFromNumber, dayNumber, dayOf, endOfDay, instantOf, lastDay, type Day } from '#kernel';
import { fault, invalid, OnDay, OneOf, problem, validQuery } from '#http';
import { STAGES } from '#ledger';
import { answer, type At } from '../answer.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { figures, stageFigures } from './figures.ts';
import { filterOf, LedgerPointQuery } from './ledger-query.ts';
import { ledgerSeries, POINTS_MAX } from './series.ts';
import { SeriesShape } from './shapes.ts';

const STEPS = ['day', 'week', 'month'] as const;
const CLOCKS = ['known', 'effective'] as const;

export class SeriesQuery extends LedgerPointQuery {
  @OneOf(STEPS, { about: '每日、每周、每月之末 / the end of each day, ISO week or month' })
  by!: (typeof STEPS)[number];
  @OneOf(CLOCKS, {
    about:
      'known：逐日所知；effective：按 knownAt（默认现在）所知的逐日实况 / known: what was known on each day; effective: each day as it is known at knownAt, by default now',
  })
  clock!: (typeof CLOCKS)[number];
  @OnDay({ about: '起 / from' })
  from!: string;
  @OnDay({ about: '止（含） / to, that day included' })
  to!: string;
}

/** The summary over time, for curves. */
@ApiTags('台账 / ledger')
@Controller('api/projects/summary')
export class LedgerSeriesController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get('series')
  @ApiOperation({
    summary: '汇总随时间的变化 / the summary over time',
    description:
      '任一时钟。clock=known：各点按其当日所知，判断当日（给出 effectiveOn 时判断该日）；第一个事件之前为零，最晚到昨日。clock=effective：不接受 effectiveOn。 / On either clock. With clock=known each point is what was known at the end of its day, judged on that day, or on effectiveOn if it is given; points before the first event are zero, and the last day to ask for is yesterday. With clock=effective there is no effectiveOn.',
  })
  @ApiOkResponse({ type: SeriesShape })
  async series(@Query(validQuery(SeriesQuery)) query: SeriesQuery): Promise<object> {
    const { from, to, by, clock } = query;
    // Each point is judged on its own day.
    if (clock === 'effective' && query.effectiveOn !== undefined)
      throw invalid([fault('NotBoth', { other: 'clock=effective' }, 'effectiveOn')]);
    if (from > to) throw problem('SeriesSwapped', { from, to });
    // What is known at the end of a day that still runs may change.
    const today = dayOf(instantOf(this.context.clock()));
    if (clock === 'known' && to >= today) throw problem('SeriesAhead', { to, last: addDays(today, -1) });
    const days = lastDays(from, to, by);
    return answer(this.context, { views: ['project-ledger'], query }, async (at) => {
      const seqs = clock === 'known' ? await this.knownOn(days, at) : days.map(() => at.seq);
      const judged = clock === 'known' && query.effectiveOn !== undefined ? () => at.on.number : dayNumber;
      const points = days.map((day, i) => ({ seq: seqs[i] as number, day: judged(day) }));
      const series = await ledgerSeries(this.context.views.reader('project-ledger'), filterOf(query), points);
      return {
        items: series.map((sums, i) => ({
          day: days[i],
          seq: seqs[i],
          ...figures(sums),
          stages: STAGES.map((stage) => stageFigures(stage, sums)),
        })),
      };
    });
  }

  /** The last event known at the end of each day, and none that is later than the point asked for; 0 before the first. */
  private async knownOn(days: readonly Day[], { seq }: At): Promise<number[]> {
    const sequence = await this.context.views.sequence();
    const seqs: number[] = [];
    for (const day of days) seqs.push(Math.min(seq, (await sequence.atInstant(endOfDay(day)))?.seq ?? 0));
    return seqs;
  }
}

/** The last day of every step that the range touches; of the last one the last day of the range. Throws 400 for too many. */
function lastDays(from: Day, to: Day, by: SeriesQuery['by']): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(days.at(-1) as Day, 1)) {
    if (days.length === POINTS_MAX) throw problem('SeriesTooLong', { max: POINTS_MAX });
    const end = endOf(day, by);
    days.push(end < to ? end : to);
  }
  return days;
}

const MONDAY = dayNumber('2024-01-01');

function endOf(day: Day, by: SeriesQuery['by']): Day {
  if (by === 'day') return day;
  if (by === 'month') return lastDay(day.slice(0, 7)) as Day;
  const weekday = (((dayNumber(day) - MONDAY) % 7) + 7) % 7;
  return dayFromNumber(dayNumber(day) + 6 - weekday);
}
