import { dayFromNumber, yuan } from '#kernel';
import type { Kysely } from 'kysely';
import { INDICATOR_TEXTS, UNIT_OF, type TargetValue } from '#ledger';
import type { At } from '../answer.ts';
import type { Named } from '../names.ts';
import type { QueryContext } from '../query-context.ts';
import { calendarOn, NOTHING, progressOf, totalOf } from './progress.ts';
import { sumsByZone, type Figure, type ZoneSum } from './queries.ts';
import { ratioOf } from './ratio.ts';
import type { TargetTables } from './schema.ts';
import { ScopeZones } from './scope-zones.ts';
import type { TargetRow, TargetStep } from './target-rows.ts';

/** The rows of one target, one for each tier, or one. */
export type TierRows = readonly [TargetRow, ...TargetRow[]];

/** The rows of several targets, apart, in the order in which the first of each is named. */
export function byTarget(ids: readonly string[], rows: readonly TargetRow[]): TierRows[] {
  const apart = new Map(ids.map((id) => [id, [] as TargetRow[]]));
  for (const row of rows) apart.get(row.target_id)?.push(row);
  return [...apart.values()].filter((one): one is TargetRow[] & TierRows => one.length > 0);
}

/** What a row of a target counts until the end of a day. */
export function figureOf(row: TargetRow, zones: readonly string[] | undefined, day: number): Figure {
  const value = JSON.parse(row.value) as TargetValue;
  return {
    indicator: row.indicator,
    zones,
    first: row.first_day,
    last: Math.min(row.last_day, day),
    thresholdFen: row.threshold_fen,
    industrial: row.industrial === 1 || row.indicator === 'standardLandShare',
    currency: typeof value === 'object' ? value.currency : '',
  };
}

/** The zones that each have to reach the value of a tier: those counted in it at the end of the period, or on an earlier day. */
export async function zonesOfTier(scopes: ScopeZones, row: TargetRow, day: number): Promise<readonly string[]> {
  return row.tier === null ? [] : scopes.inTier(row.scope, row.tier, Math.min(row.last_day, day));
}

/** Targets with how far they are at a point. Figures that several of them share are added up once. */
export async function targetItems(
  { views, names }: Pick<QueryContext, 'views' | 'names'>,
  targets: readonly TierRows[],
  at: At,
): Promise<object[]> {
  const day = at.on.number;
  const scopes = new ScopeZones(views, at.known('definitions'));
  const db: Kysely<TargetTables> = views.reader('targets');
  const asked = new Map<string, Promise<ZoneSum[]>>();
  const sumsOf = (figure: Figure): Promise<ZoneSum[]> => {
    const key = JSON.stringify(figure);
    const sums = asked.get(key) ?? sumsByZone(db, figure, at.known('targets'));
    asked.set(key, sums);
    return sums;
  };
  const found: Found[] = [];
  for (const rows of targets) {
    const counted = await scopes.counted(rows[0]);
    const sums = await sumsOf(figureOf(rows[0], counted, day));
    const tiers = [];
    for (const row of rows) tiers.push({ row, zones: await zonesOfTier(scopes, row, day) });
    found.push({ rows, sums, tiers, noZones: counted?.length === 0 });
  }
  const zones = found.flatMap(({ tiers }) => tiers.flatMap((tier) => tier.zones));
  const nameOf = await names.of({ defined: zones }, at.on.day, at.known('definitions'));
  return found.map((one) => itemOf(one, day, nameOf));
}

interface Found {
  readonly rows: TierRows;
  readonly sums: readonly ZoneSum[];
  /** No zone lies in the scope. */
  readonly noZones: boolean;
  readonly tiers: readonly { readonly row: TargetRow; readonly zones: readonly string[] }[];
}

function itemOf({ rows: [row], sums, tiers, noZones }: Found, day: number, nameOf: (id: string) => Named): object {
  const { elapsed, days } = calendarOn(row, day);
  const byZone = new Map(sums.map((sum) => [sum.zoneId, sum]));
  return {
    id: row.target_id,
    scope: row.scope,
    period: row.period,
    first: dayFromNumber(row.first_day),
    last: dayFromNumber(row.last_day),
    indicator: row.indicator,
    label: INDICATOR_TEXTS[row.indicator],
    unit: UNIT_OF[row.indicator],
    threshold: row.threshold_fen === null ? null : yuan(row.threshold_fen),
    industrial: row.industrial === 1,
    calendar: ratioOf(BigInt(elapsed), BigInt(days)),
    values: tiers.map((one) => ({ ...valueOf(one.row), ...standOf(one.row) })),
  };

  function standOf(tierRow: TargetRow): object {
    const value = JSON.parse(tierRow.value) as TargetValue;
    const calendar = { elapsed, days };
    if (tierRow.tier === null)
      return { ...progressOf(row.indicator, value, totalOf(sums), calendar), ...(noZones && { noZones }) };
    const zones = (tiers.find((one) => one.row === tierRow)?.zones ?? []).map((zoneId) => ({
      zone: nameOf(zoneId),
      ...progressOf(row.indicator, value, byZone.get(zoneId) ?? NOTHING, calendar),
    }));
    const reached = zones.filter(({ isReached }) => isReached).length;
    return {
      isReached: zones.length > 0 && reached === zones.length,
      zonesReached: ratioOf(BigInt(reached), BigInt(zones.length)),
      zones,
      ...(zones.length === 0 && { noZones: true }),
    };
  }
}

function valueOf({ tier, value, steps }: TargetRow): object {
  const [set, ...revisions] = JSON.parse(steps) as [TargetStep, ...TargetStep[]];
  return { tier, value: JSON.parse(value) as TargetValue, set, revisions };
}
