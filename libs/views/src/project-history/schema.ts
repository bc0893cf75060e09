import type { RowsTable, SegmentsTable } from '#database';
import type { Known } from '../project-ledger/schema.ts';

/** One event of a project, with what it changed. Nothing that comes later changes the row, so it says what was known at any `seq`. */
export type HistoryRow = {
  readonly project_id: string;
  readonly revision: number;
  readonly seq: number;
  readonly event_id: string;
  readonly type: string;
  /** The day on which it was filed, in Shanghai. */
  readonly filed_on: string;
  /** JSON of the event's data and metadata, as they stand in the log. */
  readonly data: string;
  readonly metadata: string;
  /** JSON array of what the event changed when it was recorded. */
  readonly changes: string;
};

/** That a project was merged into another one or split from it, and what it is called itself; of no day. */
export type LinkRow = {
  readonly project_id: string;
  readonly valid_from: number;
  readonly valid_to: number;
  readonly kind: 'mergedInto' | 'splitFrom';
  readonly other_id: string;
  readonly name: string;
  /** Of the package's total, in 1/100 %. */
  readonly share: number | null;
};

export interface HistoryTables {
  readonly history: HistoryRow;
  readonly links: LinkRow & Known;
}

export const history: RowsTable = {
  kind: 'rows',
  stream: 'project_id',
  key: ['revision'],
  columns: {
    revision: 'integer',
    seq: 'integer',
    event_id: 'text',
    type: 'text',
    filed_on: 'text',
    data: 'json',
    metadata: 'json',
    changes: 'json',
  },
};

export const links: SegmentsTable = {
  kind: 'segments',
  stream: 'project_id',
  key: ['kind'],
  columns: { kind: 'text', other_id: 'text', name: 'text', share: 'integer?' },
  // Also of what is not known any more: that is little.
  indexes: [{ name: 'by_other', columns: ['other_id', 'kind', 'project_id'] }],
};
