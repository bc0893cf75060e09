import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Kysely } from 'kysely';
import { dayFromNumber, yuan } from '#kernel';
import { ADDRESS_ID, Id, InScope, OneOf, Problem, TargetPeriod, Text, validQuery } from '#http';
import { INDICATORS, TARGET_REFUSALS, type Indicator } from '#ledger';
import { answer, pageOf, PointPageQuery, PointQuery, type At } from '../answer.ts';
import type { Named } from '../names.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { zonesIn } from '../scope.ts';
import type { AchievementRow } from './achievements.ts';
import { byTarget, figureOf, targetItems, zonesOfTier, type TierRows } from './item.ts';
import { achievementsPage, rowsOfTargets, targetsPage, type Figure } from './queries.ts';
import { reasonsOf } from './reasons.ts';
import type { TargetTables } from './schema.ts';
import { ScopeZones } from './scope-zones.ts';
import { AchievementListShape, TargetListShape, TargetShape } from './shapes.ts';
import type { TargetRow } from './target-rows.ts';

const VIEWS = ['targets', 'definitions'] as const;

class TargetsQuery extends PointPageQuery {
  @InScope({ optional: true, about: '为此范围下达的目标 / targets set for this scope' })
  scope?: string;
  @TargetPeriod({ optional: true })
  period?: string;
  @OneOf(INDICATORS, { optional: true, about: '指标 / indicator' })
  indicator?: Indicator;
}

class BehindQuery extends PointPageQuery {
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
    const { views } = this.context;
    const { scope, period, indicator } = query;
    const filter = { scope, period, indicator };
    const question = { list: 'targets', scope: scope ?? null, period: period ?? null, indicator: indicator ?? null };
    const asked = { views: VIEWS, query, question };
    return answer(this.context, asked, async (at) => {
      const [day, known] = [at.on.number, at.known('targets')];
      if (scope !== undefined) await zonesIn(views, scope, at.known('definitions'));
      const { rows, next } = await pageOf<TargetRow>(this.context, asked, at, {
        keyOf: (row) => [row.first_day, row.target_id],
        rows: (key, limit) => {
          const after = key && { first: Number(key[0]), id: String(key[1]) };
          return targetsPage(views.reader('targets'), filter, { day, limit, after }, known);
        },
      });
      const ids = rows.map(({ target_id }) => target_id);
      const tiers = await rowsOfTargets(views.reader('targets'), ids, day, known);
      return { items: await targetItems(this.context, byTarget(ids, tiers), at), next };
    });
  }

  @Get(':id')
  @ApiOperation({ summary: '一个目标 / one target' })
  @ApiOkResponse({ type: TargetShape })
  async one(@Param('id', ADDRESS_ID) id: string, @Query(validQuery(PointQuery)) query: PointQuery): Promise<object> {
    return answer(this.context, { views: VIEWS, query }, async (at) => {
      const [item] = await targetItems(this.context, [await this.target(id, at)], at);
      return { ...item };
    });
  }

  @Get(':id/projects')
  @ApiOperation({ summary: '数字背后的项目 / the projects behind a figure' })
  @ApiOkResponse({ type: AchievementListShape })
  async behind(
    @Param('id', ADDRESS_ID) id: string,
    @Query(validQuery(BehindQuery)) query: BehindQuery,
  ): Promise<object> {
    const { views, names } = this.context;
    const { of = 'counted', tier = null, zoneId = null } = query;
    const asked = { views: VIEWS, query, question: { list: 'target', id, of, tier, zoneId } };
    return answer(this.context, asked, async (at) => {
      const rows = await this.target(id, at);
      const figure = figureOf(rows[0], await this.zonesOf(rows, query, at), at.on.number);
      const page = await pageOf<AchievementRow>(this.context, asked, at, {
        keyOf: (row) => [row.valid_from, row.fact_id],
        rows: (key, limit) => {
          const after = key && { day: Number(key[0]), factId: String(key[1]) };
          const shown = { counted: of === 'counted', limit, after };
          return achievementsPage(views.reader('targets'), figure, shown, at.known('targets'));
        },
      });
      const zones = page.rows.map(({ zone_id }) => zone_id);
      const nameOf = await names.of({ defined: zones }, at.on.day, at.known('definitions'));
      return { items: page.rows.map((row) => achievementItem(row, figure, nameOf)), next: page.next };
    });
  }

  /** The rows of a target at a point. Throws 404 where there is none. */
  private async target(id: string, at: At): Promise<TierRows> {
    const db: Kysely<TargetTables> = this.context.views.reader('targets');
    const [rows] = byTarget([id], await rowsOfTargets(db, [id], at.on.number, at.known('targets')));
    if (rows) return rows;
    throw new Problem({ status: 404, code: 'TargetNotFound', messages: TARGET_REFUSALS.TargetNotFound });
  }

  /** The zones that a question about a target is about: those of its tiers where it has some; undefined: all of them. */
  private async zonesOf(rows: TierRows, { tier, zoneId }: BehindQuery, at: At): Promise<readonly string[] | undefined> {
    const scopes = new ScopeZones(this.context.views, at.known('definitions'));
    const wanted = rows.filter((row) => tier === undefined || row.tier === tier);
    const [only] = wanted;
    if (only?.tier === null && zoneId === undefined) return scopes.counted(only);
    const zones: string[] = [];
    for (const row of wanted)
      zones.push(...(row.tier === null ? await scopes.of(row.scope) : await zonesOfTier(scopes, row, at.on.number)));
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
