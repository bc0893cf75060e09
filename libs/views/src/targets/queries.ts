import { sql, type Kysely, type RawBuilder } from 'kysely';
import { FOREVER_SEQ } from '#database';
import type { Indicator } from '#ledger';
import type { AchievementRow } from './achievements.ts';
import type { TargetTables } from './schema.ts';
import type { TargetRow } from './target-rows.ts';

type Db = Kysely<TargetTables>;

/** What a figure counts: days are day numbers, both inclusive. */
export interface Figure {
  readonly indicator: Indicator;
  readonly zones: readonly string[];
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
  /** Area in 0.01 ㎡, or 分 or cent. */
  readonly amount: bigint;
  /** Of the area, what is standard land. */
  readonly standard: bigint;
  readonly undetermined: number;
}

const open = sql`a.known_to = ${sql.lit(FOREVER_SEQ)}`;

/** What may be counted, as far as the row tells. */
function possible({ first, last, thresholdFen, industrial, currency, indicator }: Figure): RawBuilder<unknown> {
  return sql`${open} and a.indicator = ${indicator} and a.valid_from >= ${first} and a.valid_from <= ${last}
    ${thresholdFen === null ? sql`` : sql`and (a.total_fen >= ${thresholdFen} or a.total_fen < 0)`}
    ${industrial ? sql`and a.industrial <> 0` : sql``} ${currency === '' ? sql`` : sql`and a.currency = ${currency}`}`;
}

/** What of it is counted. */
function certain({ thresholdFen, industrial }: Figure): RawBuilder<unknown> {
  return sql`a.dated = 1 ${thresholdFen === null ? sql`` : sql`and a.total_fen >= 0`} ${industrial ? sql`and a.industrial = 1` : sql``}`;
}

/** A figure by zone; zones with nothing are left out. */
export async function sumsByZone(db: Db, figure: Figure): Promise<ZoneSum[]> {
  if (figure.zones.length === 0) return [];
  const { rows } = await sql<{
    zone_id: string;
    n: number;
    amount: number | bigint;
    standard: number | bigint;
    undetermined: number;
  }>`
    select zone_id, sum(counted) as n, sum(counted * amount) as amount, sum(counted * standard * amount) as standard,
      count(*) - sum(counted) as undetermined
    from (
      select a.zone_id, a.amount, a.standard, case when ${certain(figure)} then 1 else 0 end as counted from achievements a
      where ${possible(figure)} and a.zone_id in (${sql.join(figure.zones)})
    ) as t group by zone_id order by zone_id`.execute(db);
  return rows.map(({ zone_id, n, amount, standard, undetermined }) => ({
    zoneId: zone_id,
    n: Number(n),
    amount: BigInt(amount),
    standard: BigInt(standard),
    undetermined: Number(undetermined),
  }));
}

/** What a figure counts, or what of it is undetermined, by day. The expression keeps the planner from going zone by zone. */
export async function achievementsPage(
  db: Db,
  figure: Figure,
  page: {
    readonly counted: boolean;
    readonly limit: number;
    readonly after?: { readonly day: number; readonly factId: string } | undefined;
  },
): Promise<AchievementRow[]> {
  if (figure.zones.length === 0) return [];
  const { counted, limit, after } = page;
  const { rows } = await sql<AchievementRow>`
    select a.* from achievements a
    where ${possible(figure)} and ${counted ? certain(figure) : sql`not (${certain(figure)})`}
      and a.zone_id || '' in (${sql.join(figure.zones)})
      ${after ? sql`and (a.valid_from, a.fact_id) > (${after.day}, ${after.factId})` : sql``}
    order by a.valid_from, a.fact_id limit ${limit}`.execute(db);
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
): Promise<TargetRow[]> {
  const { day, limit, after } = page;
  let query = db
    .selectFrom('targets')
    .selectAll()
    .where('known_to', '=', FOREVER_SEQ)
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
export async function rowsOfTargets(db: Db, ids: readonly string[], day: number): Promise<TargetRow[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('targets')
    .selectAll()
    .where('target_id', 'in', ids)
    .where('known_to', '=', FOREVER_SEQ)
    .where('valid_from', '<=', day)
    .where('valid_to', '>', day)
    .orderBy('target_id')
    .orderBy('place')
    .execute();
}
