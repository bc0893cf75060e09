import type { SegmentsTable } from '#database';
import type { Known } from '../project-ledger/schema.ts';
import type { AchievementRow } from './achievements.ts';
import type { TargetRow } from './target-rows.ts';

export interface TargetTables {
  readonly achievements: AchievementRow & Known;
  readonly targets: TargetRow & Known;
}

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
    standard: 'integer',
    amount: 'integer',
    currency: 'text',
  },
  // Figures are summed from the first index by zone; the list behind them walks the second, day by day.
  indexes: [
    {
      name: 'achieved_by_zone',
      columns: [
        'indicator',
        'zone_id',
        'valid_from',
        'dated',
        'industrial',
        'total_fen',
        'currency',
        'standard',
        'amount',
      ],
      where: 'open',
    },
    {
      name: 'achieved_by_day',
      columns: ['indicator', 'valid_from', 'fact_id', 'zone_id', 'dated', 'industrial', 'total_fen', 'currency'],
      where: 'open',
    },
  ],
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
      where: 'open',
    },
  ],
};
