import type { Row, SegmentsTable, TotalsTable } from '#database';
import { dayFromNumber, monthNumber } from '#kernel';
import type { Indicator } from '#ledger';
import type { Known } from '../project-ledger/schema.ts';
import type { AchievementRow } from './achievements.ts';
import type { TargetRow } from './target-rows.ts';

export interface TargetTables {
  readonly achievements: AchievementRow & Known;
  readonly targets: TargetRow & Known;
  readonly achievement_totals: AchievementTotal;
}

export interface AchievementTotal {
  readonly indicator: Indicator;
  readonly at_least: number;
  readonly zone_id: string;
  readonly month: number;
  readonly industrial: 0 | 1 | -1;
  readonly certain: 0 | 1;
  readonly currency: string;
  readonly n: number;
  readonly amount: number;
  readonly standard_amount: number;
  readonly parts: number;
}

/** What decides whether and how an achievement counts. */
const read = [
  ...['dated', 'industrial', 'total_fen', 'currency', 'standard', 'part', 'amount', 'project_id'],
  ...['known_from', 'known_to'],
];

export const achievements: SegmentsTable = {
  kind: 'segments',
  stream: 'project_id',
  key: ['indicator', 'fact_id'],
  columns: {
    indicator: 'text',
    fact_id: 'text',
    dated: 'integer',
    on_date: 'text',
    name: 'text',
    zone_id: 'text',
    total_fen: 'integer',
    industrial: 'integer',
    part: 'integer',
    standard: 'integer',
    amount: 'integer',
    currency: 'text',
  },
  // A figure, or the list behind it, is read from one of these alone: of few zones from the first, of many day by day. What is
  // not known any more is in them too: it is little, and a figure of the past has no other way.
  indexes: [
    { name: 'achieved_by_zone', columns: ['indicator', 'zone_id', 'valid_from', 'fact_id', ...read] },
    { name: 'achieved_by_day', columns: ['indicator', 'valid_from', 'fact_id', 'zone_id', ...read] },
  ],
};

/** Thresholds that targets and reports usually name, in 分: sums are kept for them; another one is added up when asked. */
export const USUAL_THRESHOLDS: readonly number[] = [500, 5000, 10_000, 30_000, 50_000, 100_000, 200_000, 500_000].map(
  (wan) => wan * 1_000_000,
);

/** In `zone_id`: all zones together. No zone has this id. */
export const EVERY_ZONE = '*';

/** Achievements by month, each under its zone and under all of them, once for every usual threshold that it may pass. */
export const achievementTotals: TotalsTable = {
  kind: 'totals',
  of: 'achievements',
  key: {
    indicator: 'text',
    at_least: 'integer',
    zone_id: 'text',
    month: 'integer',
    industrial: 'integer',
    certain: 'integer',
    currency: 'text',
  },
  sums: ['amount', 'standard_amount', 'parts'],
  contributions(row: Row) {
    const { indicator, zone_id, valid_from, dated, total_fen, industrial, part, standard, amount, currency } =
      row as never as AchievementRow;
    const month = monthNumber(dayFromNumber(valid_from));
    const own = { indicator, month, industrial, currency, amount, standard_amount: standard * amount, parts: part };
    const passed = indicator === 'started' ? USUAL_THRESHOLDS.filter((fen) => total_fen < 0 || total_fen >= fen) : [];
    return [0, ...passed].flatMap((at_least) => {
      const certain = dated === 1 && (at_least === 0 || total_fen >= 0) ? 1 : 0;
      return [zone_id, EVERY_ZONE].map((zone) => ({ ...own, at_least, zone_id: zone, certain }));
    });
  },
};

export const targets: SegmentsTable = {
  kind: 'segments',
  stream: 'target_id',
  key: ['place'],
  columns: {
    place: 'integer',
    tier: 'text?',
    scope: 'text',
    period: 'text',
    first_day: 'integer',
    last_day: 'integer',
    indicator: 'text',
    threshold_fen: 'integer?',
    industrial: 'integer',
    value: 'json',
    steps: 'json',
  },
  indexes: [
    {
      name: 'targets_by_period',
      columns: ['place', 'first_day', 'target_id', 'valid_from', 'valid_to', 'scope', 'period', 'indicator'],
    },
  ],
};
