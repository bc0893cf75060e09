import type { EventMetadata, Json, Mendings } from '#kernel';
import type { Change } from './changes.ts';
import type { HistoryRow } from './schema.ts';

/** One event on the timeline: what was said, by whom and when, what it changed, and whether it still holds. */
export interface TimelineItem {
  readonly id: string;
  readonly revision: string;
  readonly seq: number;
  readonly type: string;
  readonly data: Json;
  /** `effective`, or mended: `corrected`, `revoked`. */
  readonly status: 'effective' | 'corrected' | 'revoked';
  readonly correctedBy?: string;
  readonly revokedBy?: string;
  readonly changes: readonly Change[];
  readonly recordedAt: string;
  readonly filedAt: string;
  /** The filing time is the source's own claim. */
  readonly filedAtClaimed: boolean;
  readonly actor: EventMetadata['actor'];
  readonly source: EventMetadata['source'];
  readonly commandId: string;
}

/** `mendings`: those of the project that are known. */
export function timelineItem(row: HistoryRow, { correctedBy, revokedBy }: Mendings): TimelineItem {
  const correction = correctedBy.get(row.event_id);
  const revocation = revokedBy.get(row.event_id);
  const metadata = JSON.parse(row.metadata) as EventMetadata;
  return {
    id: row.event_id,
    revision: String(row.revision),
    seq: row.seq,
    type: row.type,
    data: JSON.parse(row.data) as Json,
    status: revocation !== undefined ? 'revoked' : correction ? 'corrected' : 'effective',
    ...(correction && { correctedBy: correction.id }),
    ...(revocation !== undefined && { revokedBy: revocation }),
    changes: JSON.parse(row.changes) as Change[],
    recordedAt: metadata.recordedAt,
    filedAt: metadata.filedAt,
    filedAtClaimed: metadata.filedAtClaimed ?? false,
    actor: metadata.actor,
    source: metadata.source,
    commandId: metadata.commandId,
  };
}
