import { sql, type Kysely, type RawBuilder } from 'kysely';
import { dayFromNumber, dayNumber, lastDay, monthNumber } from '#kernel';
import type { Indicator } from '#ledger';
import { isKnown, type Known } from '../known.ts';
import type { AchievementRow } from './achievements.ts';
import { EVERY_ZONE, USUAL_THRESHOLDS, type TargetTables } from './schema.ts';
import type { TargetRow } from './target-rows.ts';

type Db = Kysely<TargetTables>;

/** What a figure counts: days are day numbers, both inclusive. */
export interface Figure {
  readonly indicator: Indicator;
  /** Undefined: all of them. */
  readonly zones: readonly string[] | undefined;
  readonly first: number;
  readonly last: number;
  readonly thresholdFen: number | null;
  readonly industrial: boolean;
  /** Empty for what is no money. */
  readonly currency: string;
}

/** What was achieved in one zone; `undetermined`: how much more there may be, of which date, total or industry is unknown. */
export interface ZoneSum {
  readonly zoneId: string;
  readonly n: number;
  /** How many of them are projects that are part of a package. */
  readonly parts: number;
  /** Area in 0.01 ㎡, or 分 or cent. */
  readonly amount: bigint;
  /** Of the area, what is standard land. */
  readonly standard: bigint;
  readonly undetermined: number;
}

/** What may be counted, as far as the row tells. */
function possible(
  { first, last, thresholdFen, industrial, currency, indicator }: Figure,
  known: Known,
): RawBuilder<unknown> {
  return sql`${isKnown(known, 'a')} and a.indicator = ${indicator} and a.valid_from >= ${first} and a.valid_from <= ${last}
    ${thresholdFen === null ? sql`` : sql`and (a.total_fen >= ${thresholdFen} or a.total_fen < 0)`}
    ${industrial ? sql`and a.industrial <> 0` : sql``} ${currency === '' ? sql`` : sql`and a.currency = ${currency}`}`;
}

/** What of it is counted. */
function certain({ thresholdFen, industrial }: Figure): RawBuilder<unknown> {
  return sql`a.dated = 1 ${thresholdFen === null ? sql`` : sql`and a.total_fen >= 0`} ${industrial ? sql`and a.industrial = 1` : sql``}`;
}

type SumRow = { readonly zone_id: string } & Readonly<
  Record<'n' | 'parts' | 'amount' | 'standard' | 'undetermined', number | bigint>
>;

/**
 * A figure by zone; zones with nothing are left out, and of all zones it may come as one. Whole months come from kept
 * sums, the days of one that has not ended, thresholds that nobody keeps sums for, and what was known once, from the
 * achievements.
 */
export async function sumsByZone(db: Db, figure: Figure, known: Known = 'latest'): Promise<ZoneSum[]> {
  const { indicator, zones, first, last, thresholdFen } = figure;
  if (zones?.length === 0 || last < first) return [];
  const isSummed = thresholdFen === null || (indicator === 'started' && USUAL_THRESHOLDS.includes(thresholdFen));
  const isKept = isSummed && known === 'latest' && dayFromNumber(first).endsWith('-01');
  if (!isKept) return added(await achievedRows(db, figure, known));
  const monthOfLast = dayFromNumber(last).slice(0, 7);
  const isWhole = lastDay(monthOfLast) === dayFromNumber(last);
  const begun = dayNumber(`${monthOfLast}-01`);
  const from = monthNumber(dayFromNumber(first));
  const to = monthNumber(dayFromNumber(isWhole ? last : begun - 1));
  const kept = to < from ? [] : await keptRows(db, figure, from, to);
  const rest = isWhole ? [] : await achievedRows(db, { ...figure, first: begun }, known);
  return added([...kept, ...rest]);
}

/** Sums of whole months, both inclusive. */
async function keptRows(db: Db, figure: Figure, from: number, to: number): Promise<SumRow[]> {
  const { indicator, zones, thresholdFen, industrial, currency } = figure;
  const counted = industrial ? sql`certain = 1 and industrial = 1` : sql`certain = 1`;
  const { rows } = await sql<SumRow>`
    select zone_id, sum(case when ${counted} then n else 0 end) as n, sum(case when ${counted} then amount else 0 end) as amount,
      sum(case when ${counted} then parts else 0 end) as parts,
      sum(case when ${counted} then standard_amount else 0 end) as standard, sum(case when ${counted} then 0 else n end) as undetermined
    from achievement_totals
    where indicator = ${indicator} and at_least = ${thresholdFen ?? 0} and zone_id in (${sql.join(zones ?? [EVERY_ZONE])})
      and month >= ${from} and month <= ${to} ${industrial ? sql`and industrial <> 0` : sql``}
      ${currency === '' ? sql`` : sql`and currency = ${currency}`}
    group by zone_id`.execute(db);
  return rows;
}

/** Sums of the days of a figure, achievement by achievement. */
async function achievedRows(db: Db, figure: Figure, known: Known): Promise<SumRow[]> {
  const { zones } = figure;
  const { rows } = await sql<SumRow>`
    select zone_id, sum(counted) as n, sum(counted * part) as parts, sum(counted * amount) as amount, sum(counted * standard * amount) as standard,
      count(*) - sum(counted) as undetermined
    from (
      select a.zone_id, a.amount, a.standard, a.part, case when ${certain(figure)} then 1 else 0 end as counted from achievements a
      where ${possible(figure, known)} ${zones ? sql`and a.zone_id in (${sql.join(zones)})` : sql``}
    ) as t group by zone_id`.execute(db);
  return rows;
}

function added(rows: readonly SumRow[]): ZoneSum[] {
  const byZone = new Map<string, ZoneSum>();
  for (const { zone_id: zoneId, ...row } of rows) {
    const before = byZone.get(zoneId);
    byZone.set(zoneId, {
      zoneId,
      n: (before?.n ?? 0) + Number(row.n),
      parts: (before?.parts ?? 0) + Number(row.parts),
      amount: (before?.amount ?? 0n) + BigInt(row.amount),
      standard: (before?.standard ?? 0n) + BigInt(row.standard),
      undetermined: (before?.undetermined ?? 0) + Number(row.undetermined),
    });
  }
  return [...byZone.values()];
}

/** Up to so many zones their achievements are sorted by day; of more zones the days are walked in order. */
const ZONES_FEW = 10;

/** What a figure counts, or what of it is undetermined, by day: keys first, from an index alone. */
export async function achievementsPage(
  db: Db,
  figure: Figure,
  page: {
    readonly counted: boolean;
    readonly limit: number;
    readonly after?: { readonly day: number; readonly factId: string } | undefined;
  },
  known: Known = 'latest',
): Promise<AchievementRow[]> {
  const { zones } = figure;
  if (zones?.length === 0) return [];
  const { counted, limit, after } = page;
  // The expression keeps the planner from going zone by zone.
  const column = zones && zones.length > ZONES_FEW ? sql`a.zone_id || ''` : sql`a.zone_id`;
  const { rows } = await sql<AchievementRow>`
    with found as materialized (
      select a.project_id, a.indicator, a.valid_from, a.fact_id from achievements a
      where ${possible(figure, known)} and ${counted ? certain(figure) : sql`not (${certain(figure)})`}
        ${zones ? sql`and ${column} in (${sql.join(zones)})` : sql``}
        ${after ? sql`and (a.valid_from, a.fact_id) > (${after.day}, ${after.factId})` : sql``}
      order by a.valid_from, a.fact_id limit ${limit}
    )
    select a.* from found f join achievements a on a.project_id = f.project_id and a.indicator = f.indicator
      and a.valid_from = f.valid_from and a.fact_id = f.fact_id and ${isKnown(known, 'a')}
    order by f.valid_from, f.fact_id`.execute(db);
  return rows;
}

export interface TargetFilter {
  readonly scope?: string | undefined;
  readonly period?: string | undefined;
  readonly indicator?: Indicator | undefined;
}

/** First rows of targets as they hold on a day, by the beginning of their period. */
export async function targetsPage(
  db: Db,
  filter: TargetFilter,
  page: {
    readonly day: number;
    readonly limit: number;
    readonly after?: { readonly first: number; readonly id: string } | undefined;
  },
  known: Known = 'latest',
): Promise<TargetRow[]> {
  const { day, limit, after } = page;
  let query = db
    .selectFrom('targets')
    .selectAll()
    .where(isKnown(known))
    .where('place', '=', 0)
    .where('valid_from', '<=', day)
    .where('valid_to', '>', day);
  if (filter.scope !== undefined) query = query.where('scope', '=', filter.scope);
  if (filter.period !== undefined) query = query.where('period', '=', filter.period);
  if (filter.indicator !== undefined) query = query.where('indicator', '=', filter.indicator);
  if (after)
    query = query.where((eb) => eb(eb.refTuple('first_day', 'target_id'), '>', eb.tuple(after.first, after.id)));
  return query.orderBy('first_day').orderBy('target_id').limit(limit).execute();
}

/** Every row of some targets as they hold on a day, in the order in which their tiers were named. */
export async function rowsOfTargets(
  db: Db,
  ids: readonly string[],
  day: number,
  known: Known = 'latest',
): Promise<TargetRow[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('targets')
    .selectAll()
    .where('target_id', 'in', ids)
    .where(isKnown(known))
    .where('valid_from', '<=', day)
    .where('valid_to', '>', day)
    .orderBy('target_id')
    .orderBy('place')
    .execute();
}
