import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { dayFromNumber, type JsonObject, type Texts } from '#kernel';
import { After, fault, field, good, Id, OnDay, OneOf, PageQuery, validQuery } from '#http';
import { DEADLINE_KINDS, MILESTONE_TEXTS, type DeadlineKind } from '#ledger';
import { shownWith } from '../findings/shown.ts';
import { paged, QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { InScope, zonesIn } from '../scope.ts';
import { asOfDay } from '../today.ts';
import { deadlineKey, deadlinesPage, type DeadlinesFilter } from './queries.ts';
import type { DeadlineRow } from './schema.ts';
import { DeadlineListShape } from './shapes.ts';

const DAYS_DEFAULT = 30;
const DAYS_MAX = 366;

const KIND_TEXTS: Readonly<Record<DeadlineKind, Texts>> = {
  plan: { zh: '计划节点', en: 'planned' },
  contract: { zh: '合同约定', en: 'agreed in the contract' },
  land: { zh: '土地合同约定', en: 'agreed for the land' },
  permit: { zh: '施工许可到期', en: 'the construction permit lapses' },
};

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

class DeadlinesQuery extends PageQuery {
  @DaysAhead()
  days?: string;
  @OneOf(['true', 'false'], {
    optional: true,
    about: 'true：已逾期的，最早的在前，days 不起作用 / what is past due, the oldest first; days does not count then',
  })
  overdue?: 'true' | 'false';
  @OneOf(DEADLINE_KINDS, { optional: true, about: '计划、合同、土地、施工许可 / plan, contract, land, permit' })
  kind?: DeadlineKind;
  @InScope({ optional: true })
  scope?: string;
  @Id({ optional: true, about: '包联领导（牵头或协同）/ the leader who holds it, as lead or beside the lead' })
  leaderId?: string;
  @Id({ optional: true, about: '责任单位或代办单位 / the responsible unit or the agent unit' })
  unitId?: string;
  @Id({ optional: true, about: '项目 / project' })
  projectId?: string;
  @OnDay({ optional: true, about: '业务日期，默认今天 / as it really was on this day; default today' })
  effectiveOn?: string;
  @After()
  after?: string;
}

/** What falls due. */
@ApiTags('期限 / deadlines')
@Controller('api/deadlines')
export class DeadlinesController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get()
  @ApiOperation({ summary: '近期到期或已逾期的期限 / what falls due soon, or is past due' })
  @ApiOkResponse({ type: DeadlineListShape })
  async list(@Query(validQuery(DeadlinesQuery)) query: DeadlinesQuery): Promise<object> {
    const { views, clock } = this.context;
    const on = asOfDay(query.effectiveOn, clock());
    const days = daysIn(query.days) ?? DAYS_DEFAULT;
    const due = query.overdue === 'true' ? { before: on.number } : { from: on.number, before: on.number + days };
    const filter = await this.filterOf(query);
    const { rows, rest } = await paged<DeadlineRow>(this.context, {
      view: 'deadlines',
      query,
      question: { list: 'deadlines', ...asked(query), ...due, on: on.day },
      keyOf: deadlineKey,
      rows: (after, limit) => deadlinesPage(views.reader('deadlines'), { filter, day: on.number, due, limit, after }),
    });
    const shown = await shownWith(this.context, rows, on.number);
    return { items: rows.map((row) => ({ ...itemOf(row, on.number), ...shown(row) })), effectiveOn: on.day, ...rest };
  }

  private async filterOf({
    kind,
    scope = 'all',
    leaderId,
    unitId,
    projectId,
    after,
  }: DeadlinesQuery): Promise<DeadlinesFilter> {
    await this.context.reading.reached('definitions', after);
    const zones = await zonesIn(this.context.views, scope);
    return { kinds: kind && [kind], zones, leaderId, unitId, projectId };
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

/** The question without what is undefined: a cursor is good for the same one only. */
function asked({ kind, scope, leaderId, unitId, projectId }: DeadlinesQuery): JsonObject {
  const question = { kind, scope, leaderId, unitId, projectId };
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined));
}
