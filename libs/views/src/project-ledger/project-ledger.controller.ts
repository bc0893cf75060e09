import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { yuan, type Money } from '#kernel';
import { After, Id, OnDay, OneOf, PageQuery, Text, validQuery } from '#http';
import { STAGES, STAGE_TEXTS, type Stage, type Standing } from '#ledger';
import { paged, QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { asOfDay } from '../today.ts';
import { ledgerItem, ledgerNames } from './item.ts';
import { LEDGER_SORTS, ledgerPage, ledgerSums, type LedgerFilter, type LedgerSort, type LedgerSum } from './queries.ts';
import type { LedgerSegment } from './segments.ts';
import { ProjectListShape, SummaryShape } from './shapes.ts';

const SORTS = Object.keys(LEDGER_SORTS).flatMap((sort) => [sort, `-${sort}`]);
const SEARCH_MAX = 100;

class LedgerQuery extends PageQuery {
  @Id({ optional: true, about: '开发区 / zone' })
  zoneId?: string;
  @OneOf(STAGES, { optional: true, about: '阶段：到该日已确定到达的最远节点 / the furthest certain stage on the day' })
  stage?: Stage;
  @OneOf(['active', 'suspended', 'exited'], {
    optional: true,
    about: '在建、停工、已退出 / at work, suspended, exited',
  })
  standing?: Standing;
  @Id({ optional: true, about: '包联领导（牵头或协同）/ whoever holds the project, as lead or beside the lead' })
  leaderId?: string;
  @Text({ optional: true, max: SEARCH_MAX, about: '名称、代码、建设单位中包含的文字 / text in name, code or builder' })
  text?: string;
  @OnDay({ optional: true, about: '业务日期，默认今天 / as it really was on this day; default today' })
  effectiveOn?: string;
  @After()
  after?: string;
}

class ProjectsQuery extends LedgerQuery {
  @OneOf(SORTS, {
    optional: true,
    about: '排序，前缀 - 为降序；默认入库次序 / order, - for descending; default order of entry',
  })
  sort?: string;
}

class SummaryQuery extends LedgerQuery {}

/** The ledger as a list and in sums. Both take the same filters, so a figure and its list always agree. */
@ApiTags('台账 / ledger')
@Controller('api/projects')
export class ProjectLedgerController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get()
  @ApiOperation({ summary: '台账 / the ledger' })
  @ApiOkResponse({ type: ProjectListShape })
  async list(@Query(validQuery(ProjectsQuery)) query: ProjectsQuery): Promise<object> {
    const { views, names, clock } = this.context;
    const on = asOfDay(query.effectiveOn, clock());
    const filter = filterOf(query);
    const by = query.sort ?? 'number';
    const descending = by.startsWith('-');
    const sort = (descending ? by.slice(1) : by) as LedgerSort;
    const { rows, rest } = await paged<LedgerSegment>(this.context, {
      view: 'project-ledger',
      query,
      question: { list: 'projects', ...filter, sort: by, on: on.day },
      keyOf: (row) => [row[LEDGER_SORTS[sort]], row.project_id],
      rows: (key, limit) => {
        const after = key && { value: key[0] as string | number, id: String(key[1]) };
        return ledgerPage(views.reader('project-ledger'), { filter, day: on.number, sort, descending, limit, after });
      },
    });
    const nameOf = await names.of(ledgerNames(rows));
    return { items: rows.map((row) => ledgerItem(row, on.year, nameOf)), effectiveOn: on.day, ...rest };
  }

  @Get('summary')
  @ApiOperation({ summary: '汇总 / counts by stage and sums' })
  @ApiOkResponse({ type: SummaryShape })
  async summary(@Query(validQuery(SummaryQuery)) query: SummaryQuery): Promise<object> {
    const { views, names, reading, clock } = this.context;
    await reading.reached('project-ledger', query.after);
    const standing = await reading.standing('project-ledger', query.after);
    const on = asOfDay(query.effectiveOn, clock());
    const sums = await ledgerSums(views.reader('project-ledger'), filterOf(query), on.number, on.year);
    const nameOf = await names.of({ defined: sums.map(({ zoneId }) => zoneId) });
    const zones = [...new Set(sums.map(({ zoneId }) => zoneId))].sort();
    return {
      ...figures(sums),
      stages: STAGES.map((stage) => stageFigures(stage, sums)),
      zones: zones.map((id) => ({ zone: nameOf(id), ...figures(sums.filter(({ zoneId }) => zoneId === id)) })),
      effectiveOn: on.day,
      ...standing,
    };
  }
}

function filterOf({ zoneId, stage, standing, leaderId, text }: LedgerQuery): LedgerFilter {
  return {
    ...(zoneId !== undefined && { zoneId }),
    ...(stage !== undefined && { stage }),
    ...(standing !== undefined && { standing }),
    ...(leaderId !== undefined && { leaderId }),
    ...(text !== undefined && { text }),
  };
}

interface Figures {
  readonly count: number;
  readonly suspended: number;
  readonly exited: number;
  readonly totalInvestment: Money;
  readonly investedThisYear: Money;
  readonly invested: Money;
}

function figures(sums: readonly LedgerSum[]): Figures {
  const count = (of: readonly LedgerSum[]): number => of.reduce((n, sum) => n + sum.n, 0);
  const money = (of: (sum: LedgerSum) => bigint): Money => yuan(sums.reduce((fen, sum) => fen + of(sum), 0n));
  return {
    count: count(sums),
    suspended: count(sums.filter(({ standing }) => standing === 'suspended')),
    exited: count(sums.filter(({ standing }) => standing === 'exited')),
    totalInvestment: money(({ totalFen }) => totalFen),
    investedThisYear: money(({ investedThisYearFen }) => investedThisYearFen),
    invested: money(({ investedFen }) => investedFen),
  };
}

/** `count` is certain; `possible` are projects that stand lower for certain and may have come as far as this. */
function stageFigures(stage: Stage, sums: readonly LedgerSum[]): object {
  const possible = sums.filter(({ possibleStage }) => possibleStage === stage).reduce((n, sum) => n + sum.n, 0);
  return { stage, label: STAGE_TEXTS[stage], possible, ...figures(sums.filter((sum) => sum.stage === stage)) };
}
