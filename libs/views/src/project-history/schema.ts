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

export interface HistoryTables {
  readonly history: HistoryRow;
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
