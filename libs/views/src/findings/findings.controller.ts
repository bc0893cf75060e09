import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { dayFromNumber, type JsonObject } from '#kernel';
import { After, fault, field, good, Id, OnDay, OneOf, PageQuery, validQuery } from '#http';
import { FINDING_CODES, FINDING_RULES, type Explanation, type Finding, type FindingCode } from '#ledger';
import { paged, QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { InScope, zonesIn } from '../scope.ts';
import { asOfDay } from '../today.ts';
import { findingCounts, findingKey, findingsPage, type FindingsFilter, type FindingsSort } from './queries.ts';
import type { FindingRow } from './schema.ts';
import { FindingListShape, FindingSummaryShape } from './shapes.ts';
import { shownWith } from './shown.ts';
import { findingWithTexts } from './texts.ts';

const KNOWN: ReadonlySet<string> = new Set(FINDING_CODES);

/** Codes with commas between them. */
function Codes(): PropertyDecorator {
  return field(
    (value) => {
      const codes = typeof value === 'string' ? value.split(',') : [''];
      if (!codes.every((code) => KNOWN.has(code))) return [fault('NotOneOf', { values: FINDING_CODES.join(', ') })];
      return new Set(codes).size === codes.length ? good : [fault('TwiceInList')];
    },
    { type: String },
    {
      optional: true,
      about: '疑点代码，多个以逗号分隔 / codes, with commas between them',
      example: 'StartedBeforeLand',
    },
  );
}

class FindingsQuery extends PageQuery {
  @Codes()
  code?: string;
  @InScope({ optional: true })
  scope?: string;
  @Id({ optional: true, about: '包联领导（牵头或协同）/ the leader who holds it, as lead or beside the lead' })
  leaderId?: string;
  @Id({ optional: true, about: '责任单位或代办单位 / the responsible unit or the agent unit' })
  unitId?: string;
  @Id({ optional: true, about: '项目 / project' })
  projectId?: string;
  @OneOf(['true', 'false'], { optional: true, about: '是否已说明 / whether it is explained' })
  explained?: 'true' | 'false';
  @OneOf(['newest', 'project'], {
    optional: true,
    about:
      '排序：最近的在前（默认），或按项目入库次序 / the latest first (default), or by project in the order of entry',
  })
  sort?: FindingsSort;
  @OnDay({ optional: true, about: '业务日期，默认今天 / as it really was on this day; default today' })
  effectiveOn?: string;
  @After()
  after?: string;
}

class FindingsSummaryQuery {
  @Codes()
  code?: string;
  @InScope({ optional: true })
  scope?: string;
  @Id({ optional: true })
  leaderId?: string;
  @Id({ optional: true })
  unitId?: string;
  @Id({ optional: true })
  projectId?: string;
  @OneOf(['true', 'false'], { optional: true })
  explained?: 'true' | 'false';
  @OnDay({ optional: true })
  effectiveOn?: string;
  @After()
  after?: string;
}

/** What does not fit, of the whole ledger. */
@ApiTags('疑点 / findings')
@Controller('api/findings')
export class FindingsController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get()
  @ApiOperation({ summary: '疑点清单 / what is found on a day' })
  @ApiOkResponse({ type: FindingListShape })
  async list(@Query(validQuery(FindingsQuery)) query: FindingsQuery): Promise<object> {
    const { views, clock } = this.context;
    const on = asOfDay(query.effectiveOn, clock());
    const { sort = 'newest' } = query;
    const filter = await this.filterOf(query);
    const { rows, rest } = await paged<FindingRow>(this.context, {
      view: 'findings',
      query,
      question: { list: 'findings', ...asked(query), sort, on: on.day },
      keyOf: (row) => findingKey(row, sort),
      rows: (after, limit) => findingsPage(views.reader('findings'), { filter, day: on.number, sort, limit, after }),
    });
    const shown = await shownWith(this.context, rows, on.number);
    return { items: rows.map((row) => ({ ...itemOf(row), ...shown(row) })), effectiveOn: on.day, ...rest };
  }

  @Get('summary')
  @ApiOperation({ summary: '疑点按代码计数 / how many of each code' })
  @ApiOkResponse({ type: FindingSummaryShape })
  async summary(@Query(validQuery(FindingsSummaryQuery)) query: FindingsSummaryQuery): Promise<object> {
    const { views, reading, clock } = this.context;
    await reading.reached('findings', query.after);
    const standing = await reading.standing('findings', query.after);
    const on = asOfDay(query.effectiveOn, clock());
    const counts = await findingCounts(views.reader('findings'), await this.filterOf(query), on.number);
    const sum = (of: 'count' | 'explained'): number => counts.reduce((n, count) => n + count[of], 0);
    const codes = counts.map(({ code, ...numbers }) => {
      const { zh, en, source } = FINDING_RULES[code];
      return { code, rule: { zh, en }, source, ...numbers };
    });
    return { count: sum('count'), explained: sum('explained'), codes, effectiveOn: on.day, ...standing };
  }

  private async filterOf(query: FindingsSummaryQuery): Promise<FindingsFilter> {
    const { code, scope = 'all', leaderId, unitId, projectId, explained } = query;
    await this.context.reading.reached('definitions', query.after);
    return {
      codes: code?.split(',') as FindingCode[] | undefined,
      zones: await zonesIn(this.context.views, scope),
      explained: explained === undefined ? undefined : explained === 'true',
      leaderId,
      unitId,
      projectId,
    };
  }
}

function itemOf(row: FindingRow): object {
  return findingWithTexts({
    id: row.finding,
    code: row.code,
    since: dayFromNumber(row.since),
    params: JSON.parse(row.params) as Finding['params'],
    factIds: JSON.parse(row.fact_ids) as string[],
    ...(row.explanation !== null && { explanation: JSON.parse(row.explanation) as Explanation }),
  });
}

/** The question without what is undefined: a cursor is good for the same one only. */
function asked({ code, scope, leaderId, unitId, projectId, explained }: FindingsQuery): JsonObject {
  const question = { code, scope, leaderId, unitId, projectId, explained };
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined));
}
