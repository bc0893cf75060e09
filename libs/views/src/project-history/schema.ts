import type { RowsTable } from '#database';

/** One event of a project, with what it changed and what mended it since. */
export type HistoryRow = {
  readonly project_id: string;
  readonly revision: number;
  readonly seq: number;
  readonly event_id: string;
  readonly type: string;
  /** JSON of the event's data and metadata, as they stand in the log. */
  readonly data: string;
  readonly metadata: string;
  /** JSON array of what the event changed when it was recorded. */
  readonly changes: string;
  /** The correction, and the revocation, in force on it now. */
  readonly corrected_by: string | null;
  readonly revoked_by: string | null;
};

/** That a project was merged into another one or split from it, and what it is called itself. */
export type LinkRow = {
  readonly project_id: string;
  readonly kind: 'mergedInto' | 'splitFrom';
  readonly other_id: string;
  readonly name: string;
  /** Of the package's total, in 1/100 %. */
  readonly share: number | null;
};

export interface HistoryTables {
  readonly history: HistoryRow;
  readonly links: LinkRow;
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
    data: 'json',
    metadata: 'json',
    changes: 'json',
    corrected_by: 'text?',
    revoked_by: 'text?',
  },
};

export const links: RowsTable = {
  kind: 'rows',
  stream: 'project_id',
  key: ['kind'],
  columns: { kind: 'text', other_id: 'text', name: 'text', share: 'integer?' },
  indexes: [{ name: 'by_other', columns: ['other_id', 'kind', 'project_id'] }],
};
