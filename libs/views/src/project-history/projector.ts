import type { Rows, Sequenced, View } from '#database';
import { mendingsOf, type JsonObject } from '#kernel';
import { PROJECT_EVENTS, type ProjectEvent } from '#ledger';
import { changesBetween, factChange, standOf } from './changes.ts';
import { history as table, type HistoryRow } from './schema.ts';

/** Every event of a project in order: what it said, what it changed, and whether it still holds. */
export const projectHistory: View<ProjectEvent> = {
  name: 'project-history',
  version: 1,
  categories: ['project'],
  consumes: PROJECT_EVENTS,
  tables: { history: table },
  project(stream: string, history: readonly Sequenced<ProjectEvent>[], previous: Rows | undefined): Rows {
    const { revokedBy, correctedBy } = mendingsOf(history);
    const known = (previous?.['history'] ?? []) as readonly HistoryRow[];
    const rows = history.map((event, i) => {
      const row = known[i] ?? rowOf(stream.slice('project-'.length), event, history.slice(0, i + 1));
      const corrected_by = correctedBy.get(event.id)?.id ?? null;
      const revoked_by = revokedBy.get(event.id) ?? null;
      return row.corrected_by === corrected_by && row.revoked_by === revoked_by
        ? row
        : { ...row, corrected_by, revoked_by };
    });
    return { history: rows };
  },
};

const stands = new WeakMap<Sequenced<ProjectEvent>, JsonObject>();

/** What the project amounted to after an event; kept with the event, because the next event asks for it again. */
function standAfter(history: readonly Sequenced<ProjectEvent>[]): JsonObject {
  const last = history.at(-1);
  if (!last) return {};
  let stand = stands.get(last);
  if (!stand) {
    stand = standOf(history);
    stands.set(last, stand);
  }
  return stand;
}

function rowOf(
  project_id: string,
  event: Sequenced<ProjectEvent>,
  until: readonly Sequenced<ProjectEvent>[],
): HistoryRow {
  const before = until.slice(0, -1);
  return {
    project_id,
    revision: Number(event.revision),
    seq: event.seq,
    event_id: event.id,
    type: event.type,
    data: JSON.stringify(event.data),
    metadata: JSON.stringify(event.metadata),
    changes: JSON.stringify([...factChange(before, event), ...changesBetween(standAfter(before), standAfter(until))]),
    corrected_by: null,
    revoked_by: null,
  };
}
