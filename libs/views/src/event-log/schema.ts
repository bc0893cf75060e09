import type { RowsTable } from '#database';

/** One event, but for what it says: that stands in the log. Nothing that comes later changes the row. */
export type LoggedRow = {
  /** The stream's id: of the project, the zone, the person … */
  readonly subject_id: string;
  readonly category: string;
  readonly seq: number;
  readonly revision: number;
  readonly event_id: string;
  readonly type: string;
  readonly recorded_at: string;
  readonly filed_at: string;
  /** When it happened, as it was reported; null where it says nothing of a day. */
  readonly happened_on: string | null;
  /** 1: the filing time is the source's own claim. */
  readonly filed_at_claimed: number;
  /** '' where the event does not say who acted. */
  readonly actor_id: string;
  readonly actor_role: string;
  readonly source_kind: string;
  /** The batch of an import; '' for everything else. */
  readonly batch: string;
  /** JSON, as it stands in the event's metadata. */
  readonly source: string;
  /** The event that it corrects or takes back. */
  readonly mends: string | null;
};

export interface EventLogTables {
  readonly events: LoggedRow;
}

export const eventsTable: RowsTable = {
  kind: 'rows',
  stream: 'subject_id',
  key: ['seq'],
  columns: {
    seq: 'integer',
    category: 'text',
    revision: 'integer',
    event_id: 'text',
    type: 'text',
    recorded_at: 'text',
    filed_at: 'text',
    happened_on: 'text?',
    filed_at_claimed: 'integer',
    actor_id: 'text',
    actor_role: 'text',
    source_kind: 'text',
    batch: 'text',
    source: 'json',
    mends: 'text?',
  },
  indexes: [
    { name: 'events_by_seq', columns: ['seq'] },
    { name: 'events_by_id', columns: ['event_id'] },
    { name: 'events_by_category', columns: ['category', 'seq'] },
    { name: 'events_by_type', columns: ['type', 'seq'] },
    { name: 'events_by_actor', columns: ['actor_id', 'seq'] },
    { name: 'events_by_source', columns: ['source_kind', 'seq'] },
    { name: 'events_by_batch', columns: ['batch', 'seq'] },
    { name: 'events_by_filing', columns: ['filed_at', 'seq'] },
  ],
};
