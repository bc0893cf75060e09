import type { SegmentsTable } from '#database';
import type { DeadlineKind, PlannableMilestone } from '#ledger';
import { closing, type HeldRow } from '../findings/schema.ts';
import type { Known } from '../project-ledger/schema.ts';

/** A deadline on the days of one span: while it is the open one and the project's zone stays. */
export type DeadlineRow = {
  readonly project_id: string;
  /** Day numbers, half-open. */
  readonly valid_from: number;
  readonly valid_to: number;
  /** The deadline's id within its project. */
  readonly deadline: string;
  /** The last day in time, as a day number. */
  readonly due: number;
  readonly kind: DeadlineKind;
  readonly milestone: PlannableMilestone;
  readonly phase: string | null;
  readonly fact_id: string;
  readonly zone_id: string;
  /** The seq of the registration. */
  readonly number: number;
};

export interface DeadlinesTables {
  readonly deadlines: DeadlineRow & Known;
  readonly roles: HeldRow & Known;
}

export const deadlinesTable: SegmentsTable = {
  kind: 'segments',
  stream: 'project_id',
  key: ['deadline'],
  columns: {
    deadline: 'text',
    due: 'integer',
    kind: 'text',
    milestone: 'text',
    phase: 'text?',
    fact_id: 'text',
    zone_id: 'text',
    number: 'integer',
  },
  indexes: [
    { name: 'by_due', columns: ['kind', 'due', 'number', 'deadline', 'valid_from', 'zone_id'], where: 'latest' },
    { name: 'by_zone', columns: ['zone_id', 'kind', 'due', 'number', 'deadline', 'valid_from'], where: 'latest' },
    // Those that end after the day: few of today, and many of a day long past, which is walked in its order.
    {
      name: 'by_end',
      columns: ['valid_to', 'valid_from', 'due', 'number', 'deadline', 'zone_id', 'kind'],
      where: 'ended',
    },
    {
      name: 'ended_due',
      columns: ['due', 'number', 'deadline', 'valid_from', 'valid_to', 'zone_id', 'kind'],
      where: 'ended',
    },
    // As it was known: what follows no more since then, which is much of long ago and then walked in its order.
    { name: 'by_closing', columns: [...closing, 'due', 'number', 'deadline', 'zone_id', 'kind'], where: 'closed' },
    { name: 'closed_due', columns: ['due', 'number', 'deadline', ...closing, 'zone_id', 'kind'], where: 'closed' },
  ],
};
