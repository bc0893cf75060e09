import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { dayFromNumber } from '#kernel';
import { fault, field, good, OneOf, validQuery } from '#http';
import { FINDING_CODES, FINDING_RULES, type Explanation, type Finding, type FindingCode } from '#ledger';
import { answer, pageOf, PointPageQuery, PointQuery, type At, type Standing } from '../answer.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { asking, narrowedAt, NarrowedQuery } from './narrowed.ts';
import { findingCounts, findingKey, findingsPage, type FindingsFilter, type FindingsSort } from './queries.ts';
import type { FindingRow, FindingsTables } from './schema.ts';
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

class FoundQuery extends NarrowedQuery {
  @Codes()
  code?: string;
  @OneOf(['true', 'false'], { optional: true, about: '是否已说明 / whether it is explained' })
  explained?: 'true' | 'false';
}

export class FindingsQuery extends IntersectionType(FoundQuery, PointPageQuery) {
  @OneOf(['newest', 'project'], {
    optional: true,
    about:
      '排序：最近的在前（默认），或按项目入库次序 / the latest first (default), or by project in the order of entry',
  })
  sort?: FindingsSort;
}

export class FindingsSummaryQuery extends IntersectionType(FoundQuery, PointQuery) {}

/** Beside the findings, an answer names zones and shows projects. */
const LISTED_FROM = ['findings', 'definitions', 'project-ledger'] as const;
const COUNTED_FROM = ['findings', 'definitions'] as const;

/** What does not fit, of the whole ledger. */
@ApiTags('疑点 / findings')
@Controller('api/findings')
export class FindingsController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get()
  @ApiOperation({ summary: '疑点清单 / what is found on a day' })
  @ApiOkResponse({ type: FindingListShape })
  async list(@Query(validQuery(FindingsQuery)) query: FindingsQuery): Promise<Standing> {
    const { code, explained, scope, leaderId, unitId, projectId, sort = 'newest' } = query;
    const narrowed = { code, explained, scope, leaderId, unitId, projectId, sort };
    const question = { views: LISTED_FROM, query, question: asking('findings', narrowed) };
    return answer(this.context, question, async (at) => {
      const db = this.context.views.reader<FindingsTables>('findings');
      const point = { filter: await this.filterOf(query, at), day: at.on.number, known: at.known('findings') };
      const { rows, next } = await pageOf<FindingRow>(this.context, question, at, {
        keyOf: (row) => findingKey(row, sort),
        rows: (after, limit) => findingsPage(db, { ...point, sort, limit, after }),
      });
      const shown = await shownWith(this.context, rows, at);
      return { items: rows.map((row) => ({ ...itemOf(row), ...shown(row) })), next };
    });
  }

  @Get('summary')
  @ApiOperation({ summary: '疑点按代码计数 / how many of each code' })
  @ApiOkResponse({ type: FindingSummaryShape })
  async summary(@Query(validQuery(FindingsSummaryQuery)) query: FindingsSummaryQuery): Promise<Standing> {
    return answer(this.context, { views: COUNTED_FROM, query }, async (at) => {
      const db = this.context.views.reader<FindingsTables>('findings');
      const filter = await this.filterOf(query, at);
      const counts = await findingCounts(db, filter, at.on.number, at.known('findings'));
      const sum = (of: 'count' | 'explained'): number => counts.reduce((n, count) => n + count[of], 0);
      const codes = counts.map(({ code, ...numbers }) => {
        const { zh, en, source } = FINDING_RULES[code];
        return { code, rule: { zh, en }, source, ...numbers };
      });
      return { count: sum('count'), explained: sum('explained'), codes };
    });
  }

  private async filterOf(query: FoundQuery, at: At): Promise<FindingsFilter> {
    const { code, explained } = query;
    return {
      ...(await narrowedAt(this.context, at, query)),
      codes: code?.split(',') as FindingCode[] | undefined,
      explained: explained === undefined ? undefined : explained === 'true',
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
