import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Kysely } from 'kysely';
import { dayFromNumber, yuan } from '#kernel';
import {
  ADDRESS_ID,
  After,
  Id,
  InScope,
  OnDay,
  OneOf,
  PageQuery,
  Problem,
  TargetPeriod,
  Text,
  validQuery,
} from '#http';
import { INDICATORS, TARGET_REFUSALS, type Indicator } from '#ledger';
import type { Named } from '../names.ts';
import { paged, QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { zonesIn } from '../scope.ts';
import { asOfDay } from '../today.ts';
import type { AchievementRow } from './achievements.ts';
import { byTarget, figureOf, targetItems, zonesOfTier, type TierRows } from './item.ts';
import { achievementsPage, rowsOfTargets, targetsPage, type Figure } from './queries.ts';
import { reasonsOf } from './reasons.ts';
import type { TargetTables } from './schema.ts';
import { ScopeZones } from './scope-zones.ts';
import { AchievementListShape, TargetListShape, TargetShape } from './shapes.ts';
import type { TargetRow } from './target-rows.ts';

const EFFECTIVE_ON = { optional: true, about: '业务日期，默认今天 / as of this day; default today' } as const;

class TargetQuery {
  @OnDay(EFFECTIVE_ON)
  effectiveOn?: string;
  @After()
  after?: string;
}

class TargetsQuery extends PageQuery {
  @InScope({ optional: true, about: '为此范围下达的目标 / targets set for this scope' })
  scope?: string;
  @TargetPeriod({ optional: true })
  period?: string;
  @OneOf(INDICATORS, { optional: true, about: '指标 / indicator' })
  indicator?: Indicator;
  @OnDay(EFFECTIVE_ON)
  effectiveOn?: string;
  @After()
  after?: string;
}

class BehindQuery extends PageQuery {
  @OneOf(['counted', 'undetermined'], {
    optional: true,
    about:
      '计入的，或因日期、总投资、行业不详而未能判定的；默认 counted / what counts, or what cannot be told; default counted',
  })
  of?: 'counted' | 'undetermined';
  @Text({ optional: true, max: 50, about: '只看一个档次 / one tier only' })
  tier?: string;
  @Id({ optional: true, about: '只看一个开发区 / one zone only' })
  zoneId?: string;
  @OnDay(EFFECTIVE_ON)
  effectiveOn?: string;
  @After()
  after?: string;
}

/** Targets, how far each is, and the projects behind each figure. */
@ApiTags('目标 / target')
@Controller('api/targets')
export class TargetsController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get()
  @ApiOperation({ summary: '目标及完成进度 / targets and how far they are' })
  @ApiOkResponse({ type: TargetListShape })
  async list(@Query(validQuery(TargetsQuery)) query: TargetsQuery): Promise<object> {
    const { views, reading, clock } = this.context;
    const on = asOfDay(query.effectiveOn, clock());
    await reading.reached('definitions', query.after);
    const { scope, period, indicator } = query;
    const filter = { scope, period, indicator };
    if (scope !== undefined) await zonesIn(views, scope);
    const { rows, rest } = await paged<TargetRow>(this.context, {
      view: 'targets',
      query,
      question: {
        list: 'targets',
        scope: scope ?? null,
        period: period ?? null,
        indicator: indicator ?? null,
        on: on.day,
      },
      keyOf: (row) => [row.first_day, row.target_id],
      rows: (key, limit) => {
        const after = key && { first: Number(key[0]), id: String(key[1]) };
        return targetsPage(views.reader('targets'), filter, { day: on.number, limit, after });
      },
    });
    const ids = rows.map(({ target_id }) => target_id);
    const tiers = await rowsOfTargets(views.reader('targets'), ids, on.number);
    const items = await targetItems(this.context, byTarget(ids, tiers), on.number);
    return { items, effectiveOn: on.day, ...rest };
  }

  @Get(':id')
  @ApiOperation({ summary: '一个目标 / one target' })
  @ApiOkResponse({ type: TargetShape })
  async one(@Param('id', ADDRESS_ID) id: string, @Query(validQuery(TargetQuery)) query: TargetQuery): Promise<object> {
    const { reading, clock } = this.context;
    const on = asOfDay(query.effectiveOn, clock());
    await reading.reached('targets', query.after);
    const standing = await reading.standing('targets', query.after);
    const [item] = await targetItems(this.context, [await this.target(id, on.number)], on.number);
    return { ...item, effectiveOn: on.day, ...standing };
  }

  @Get(':id/projects')
  @ApiOperation({ summary: '数字背后的项目 / the projects behind a figure' })
  @ApiOkResponse({ type: AchievementListShape })
  async behind(
    @Param('id', ADDRESS_ID) id: string,
    @Query(validQuery(BehindQuery)) query: BehindQuery,
  ): Promise<object> {
    const { views, names, reading, clock } = this.context;
    const on = asOfDay(query.effectiveOn, clock());
    await reading.reached('targets', query.after);
    const rows = await this.target(id, on.number);
    const figure = figureOf(rows[0], await this.zonesOf(rows, query, on.number), on.number);
    const { of = 'counted', tier = null, zoneId = null } = query;
    const page = await paged<AchievementRow>(this.context, {
      view: 'targets',
      query,
      question: { list: 'target', id, of, tier, zoneId, on: on.day },
      keyOf: (row) => [row.valid_from, row.fact_id],
      rows: (key, limit) => {
        const after = key && { day: Number(key[0]), factId: String(key[1]) };
        return achievementsPage(views.reader('targets'), figure, { counted: of === 'counted', limit, after });
      },
    });
    const nameOf = await names.of({ defined: page.rows.map(({ zone_id }) => zone_id) }, on.day);
    const items = page.rows.map((row) => achievementItem(row, figure, nameOf));
    return { items, effectiveOn: on.day, ...page.rest };
  }

  /** The rows of a target on a day. Throws 404 where there is none. */
  private async target(id: string, day: number): Promise<TierRows> {
    const db: Kysely<TargetTables> = this.context.views.reader('targets');
    const [rows] = byTarget([id], await rowsOfTargets(db, [id], day));
    if (rows) return rows;
    throw new Problem({ status: 404, code: 'TargetNotFound', messages: TARGET_REFUSALS.TargetNotFound });
  }

  /** The zones that a question about a target is about: those of its tiers where it has some; undefined: all of them. */
  private async zonesOf(
    rows: TierRows,
    { tier, zoneId }: BehindQuery,
    day: number,
  ): Promise<readonly string[] | undefined> {
    const scopes = new ScopeZones(this.context.views);
    const wanted = rows.filter((row) => tier === undefined || row.tier === tier);
    const [only] = wanted;
    if (only?.tier === null && zoneId === undefined) return scopes.counted(only);
    const zones: string[] = [];
    for (const row of wanted)
      zones.push(...(row.tier === null ? await scopes.of(row.scope) : await zonesOfTier(scopes, row, day)));
    return zoneId === undefined ? zones : zones.filter((zone) => zone === zoneId);
  }
}

function achievementItem(row: AchievementRow, figure: Figure, nameOf: (id: string) => Named): object {
  return {
    project: { id: row.project_id, name: row.name },
    zone: nameOf(row.zone_id),
    on: row.on_date,
    day: dayFromNumber(row.valid_from),
    factId: row.fact_id,
    totalInvestment: row.total_fen < 0 ? null : yuan(row.total_fen),
    industrial: row.industrial < 0 ? null : row.industrial === 1,
    ...(row.indicator === 'standardLandShare' && { area: row.amount, standardLand: row.standard === 1 }),
    ...(row.currency !== '' && { amount: { fen: String(row.amount), currency: row.currency } }),
    reasons: reasonsOf(row, figure),
  };
}
