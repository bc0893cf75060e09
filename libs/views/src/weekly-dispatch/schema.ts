import type { RowsTable, SegmentsTable } from '#database';
import type { PlannableMilestone } from '#ledger';
import type { Entered } from '../carry-on.ts';
import type { Span } from '../spans.ts';

/** The milestones that a sheet counts by period: 签约、供地、开工、竣工、投产. */
export const MOVED = ['signed', 'landSupplied', 'constructionStarted', 'completed', 'inProduction'] as const;
export type Moved = (typeof MOVED)[number];

/** 已签约未开工 | 已开工未投产 */
export const WAITS = ['signedNotStarted', 'startedNotProducing'] as const;
export type WaitKind = (typeof WAITS)[number];

type Row<T> = Entered & Span & T;

/** A milestone that the project as a whole reached on a known date; `valid_from` is the date's last day. */
export type MovementRow = Row<{
  readonly milestone: Moved;
  readonly zone_id: string;
  readonly on_date: string;
  /** The day on which the fact was filed. */
  readonly filed: number;
  readonly fact_id: string;
}>;

/** A plan that was moved later; `valid_from` is the day on which the move was filed. */
export type SlipRow = Row<{
  readonly fact_id: string;
  readonly zone_id: string;
  readonly milestone: PlannableMilestone;
  readonly phase: string | null;
  readonly from_date: string;
  readonly to_date: string;
  /** How often the plan has been moved later, this one included. */
  readonly times: number;
  readonly baseline: string;
  readonly reason: string | null;
}>;

/** Days on which a project waits for its start, or for its production. */
export type WaitRow = Row<{
  readonly kind: WaitKind;
  readonly zone_id: string;
  /** The first day of waiting. */
  readonly since: number;
  /** The date that it began on, as it was reported. */
  readonly since_date: string;
  /** From this day on the end is possible, though not certain; null: nobody said anything of an end. */
  readonly possibly_to: number | null;
}>;

/** Days on which the report of the last month due is not filed; the unit and the zone are those of the day it was due. */
export type SilenceRow = Row<{ readonly unit_id: string; readonly zone_id: string }>;

/** In the column `unit_id`: nobody was responsible. */
export const NOBODY = '';

/** The annual plan and what is invested in the year, on days of that year. Money in 分; a plan of -1: there is none. */
export type MoneyRow = Row<{
  readonly year: number;
  readonly zone_id: string;
  readonly plan_fen: number;
  readonly invested_fen: number;
}>;

/** A zone that the project was ever said to lie in, also by what was taken back since. */
export type CandidateRow = { readonly project_id: string; readonly zone_id: string; readonly number: number };

interface Known {
  readonly known_from: number;
  readonly known_to: number;
}

export interface DispatchTables {
  readonly movements: MovementRow & Known;
  readonly slips: SlipRow & Known;
  readonly waits: WaitRow & Known;
  readonly silences: SilenceRow & Known;
  readonly money: MoneyRow & Known;
  readonly candidates: CandidateRow;
}

/** A sheet is made of what was known at its cut-off: indexes hold what is not known any more as well. */
const known = ['known_from', 'known_to'];

export const movements: SegmentsTable = {
  kind: 'segments',
  stream: 'project_id',
  key: ['milestone'],
  columns: {
    milestone: 'text',
    number: 'integer',
    zone_id: 'text',
    on_date: 'text',
    filed: 'integer',
    fact_id: 'text',
  },
  indexes: [
    { name: 'movements_by_day', columns: ['milestone', 'valid_from', 'number', 'zone_id', ...known] },
    { name: 'movements_by_filing', columns: ['milestone', 'filed', 'valid_from', 'number', 'zone_id', ...known] },
  ],
};

export const slips: SegmentsTable = {
  kind: 'segments',
  stream: 'project_id',
  key: ['fact_id'],
  columns: {
    fact_id: 'text',
    number: 'integer',
    zone_id: 'text',
    milestone: 'text',
    phase: 'text?',
    from_date: 'text',
    to_date: 'text',
    times: 'integer',
    baseline: 'text',
    reason: 'text?',
  },
  indexes: [{ name: 'slips_by_day', columns: ['valid_from', 'number', 'fact_id', 'zone_id', 'project_id', ...known] }],
};

export const waits: SegmentsTable = {
  kind: 'segments',
  stream: 'project_id',
  key: ['kind'],
  columns: {
    kind: 'text',
    number: 'integer',
    zone_id: 'text',
    since: 'integer',
    since_date: 'text',
    possibly_to: 'integer?',
  },
  indexes: [
    {
      name: 'waits_by_since',
      columns: ['kind', 'since', 'number', 'valid_to', 'valid_from', 'zone_id', 'project_id', ...known],
    },
  ],
};

export const silences: SegmentsTable = {
  kind: 'segments',
  stream: 'project_id',
  key: ['unit_id'],
  columns: { unit_id: 'text', number: 'integer', zone_id: 'text' },
  indexes: [
    {
      name: 'silences_by_end',
      columns: ['valid_to', 'valid_from', 'unit_id', 'number', 'zone_id', 'project_id', ...known],
    },
  ],
};

export const money: SegmentsTable = {
  kind: 'segments',
  stream: 'project_id',
  key: ['year'],
  columns: { year: 'integer', number: 'integer', zone_id: 'text', plan_fen: 'integer', invested_fen: 'integer' },
  indexes: [
    {
      name: 'money_by_end',
      columns: ['year', 'valid_to', 'valid_from', 'zone_id', 'plan_fen', 'invested_fen', ...known],
    },
  ],
};

export const candidates: RowsTable = {
  kind: 'rows',
  stream: 'project_id',
  key: ['zone_id'],
  columns: { zone_id: 'text', number: 'integer' },
  indexes: [{ name: 'candidates_by_zone', columns: ['zone_id', 'number', 'project_id'] }],
};
