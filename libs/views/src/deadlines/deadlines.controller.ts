import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { dayFromNumber, type Texts } from '#kernel';
import { fault, field, good, OneOf, validQuery } from '#http';
import { DEADLINE_KINDS, MILESTONE_TEXTS, type DeadlineKind } from '#ledger';
import { answer, pageOf, PointPageQuery, PointQuery, type Standing } from '../answer.ts';
import { asking, narrowedAt, NarrowedQuery } from '../findings/narrowed.ts';
import { shownWith } from '../findings/shown.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { deadlineCounts, deadlineKey, deadlinesPage } from './queries.ts';
import type { DeadlineRow, DeadlinesTables } from './schema.ts';
import { DeadlineListShape, DeadlineSummaryShape } from './shapes.ts';

const DAYS_DEFAULT = 30;
const DAYS_MAX = 366;

const KIND_TEXTS: Readonly<Record<DeadlineKind, Texts>> = {
  plan: { zh: '计划节点', en: 'planned' },
  contract: { zh: '合同约定', en: 'agreed in the contract' },
  land: { zh: '土地合同约定', en: 'agreed for the land' },
  permit: { zh: '施工许可到期', en: 'the construction permit lapses' },
};

/** Beside the deadlines, an answer names zones and shows projects. */
const LISTED_FROM = ['deadlines', 'definitions', 'project-ledger'] as const;

/** How many days to look ahead. */
function DaysAhead(): PropertyDecorator {
  return field(
    (value) => (daysIn(value) === undefined ? [fault('NotAWholeNumber', { min: 1, max: DAYS_MAX })] : good),
    { type: 'integer', minimum: 1, maximum: DAYS_MAX, default: DAYS_DEFAULT },
    { optional: true, about: '今后多少天内到期 / falling due within so many days' },
  );
}

function daysIn(value: unknown): number | undefined {
  const days = typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : 0;
  return days >= 1 && days <= DAYS_MAX ? days : undefined;
}

class DeadlinesQuery extends IntersectionType(NarrowedQuery, PointPageQuery) {
  @DaysAhead()
  days?: string;
  @OneOf(['true', 'false'], {
    optional: true,
    about: 'true：已逾期的，最早的在前，days 不起作用 / what is past due, the oldest first; days does not count then',
  })
  overdue?: 'true' | 'false';
  @OneOf(DEADLINE_KINDS, { optional: true, about: '计划、合同、土地、施工许可 / plan, contract, land, permit' })
  kind?: DeadlineKind;
}

class DeadlinesSummaryQuery extends IntersectionType(NarrowedQuery, PointQuery) {
  @DaysAhead()
  days?: string;
}

/** What falls due. */
@ApiTags('期限 / deadlines')
@Controller('api/deadlines')
export class DeadlinesController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get()
  @ApiOperation({ summary: '近期到期或已逾期的期限 / what falls due soon, or is past due' })
  @ApiOkResponse({ type: DeadlineListShape })
  async list(@Query(validQuery(DeadlinesQuery)) query: DeadlinesQuery): Promise<Standing> {
    const { kind, days, overdue, scope, leaderId, unitId, projectId } = query;
    const narrowed = { kind, days, overdue, scope, leaderId, unitId, projectId };
    const question = { views: LISTED_FROM, query, question: asking('deadlines', narrowed) };
    return answer(this.context, question, async (at) => {
      const db = this.context.views.reader<DeadlinesTables>('deadlines');
      const day = at.on.number;
      const page = {
        filter: { ...(await narrowedAt(this.context, at, query)), kinds: kind && [kind] },
        day,
        known: at.known('deadlines'),
        due: overdue === 'true' ? { before: day } : { from: day, before: day + (daysIn(days) ?? DAYS_DEFAULT) },
      };
      const { rows, next } = await pageOf<DeadlineRow>(this.context, question, at, {
        keyOf: deadlineKey,
        rows: (after, limit) => deadlinesPage(db, { ...page, limit, after }),
      });
      const shown = await shownWith(this.context, rows, at);
      return { items: rows.map((row) => ({ ...itemOf(row, day), ...shown(row) })), next };
    });
  }

  @Get('summary')
  @ApiOperation({ summary: '到期和逾期的期限按类计数 / how many of each kind are past due, and how many fall due' })
  @ApiOkResponse({ type: DeadlineSummaryShape })
  async summary(@Query(validQuery(DeadlinesSummaryQuery)) query: DeadlinesSummaryQuery): Promise<Standing> {
    const days = daysIn(query.days) ?? DAYS_DEFAULT;
    return answer(this.context, { views: ['deadlines', 'definitions'], query }, async (at) => {
      const db = this.context.views.reader<DeadlinesTables>('deadlines');
      const day = at.on.number;
      const filter = await narrowedAt(this.context, at, query);
      const counts = await deadlineCounts(db, { filter, day, known: at.known('deadlines'), before: day + days });
      const total = (of: 'overdue' | 'due'): number => counts.reduce((sum, count) => sum + count[of], 0);
      const kinds = counts.map((count) => ({ ...count, label: KIND_TEXTS[count.kind] }));
      return { days, overdue: total('overdue'), due: total('due'), kinds };
    });
  }
}

function itemOf({ deadline, kind, milestone, phase, due, fact_id }: DeadlineRow, day: number): object {
  return {
    id: deadline,
    kind,
    kindLabel: KIND_TEXTS[kind],
    milestone,
    label: MILESTONE_TEXTS[milestone],
    phase,
    due: dayFromNumber(due),
    daysLeft: due - day,
    factId: fact_id,
  };
}
