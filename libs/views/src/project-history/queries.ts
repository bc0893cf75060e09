import type { Kysely } from 'kysely';
import type { EventMetadata, JsonObject, Recorded } from '#kernel';
import type { ProjectEvent } from '#ledger';
import type { HistoryRow, HistoryTables } from './schema.ts';

/** Rows of a project's history in order, after a revision. */
export async function historyPage(
  db: Kysely<HistoryTables>,
  options: { readonly projectId: string; readonly after?: number | undefined; readonly limit?: number | undefined },
): Promise<HistoryRow[]> {
  let query = db.selectFrom('history').selectAll().where('project_id', '=', options.projectId).orderBy('revision');
  if (options.after !== undefined) query = query.where('revision', '>', options.after);
  if (options.limit !== undefined) query = query.limit(options.limit);
  return query.execute();
}

/** The event that a row holds, as the log has it. */
export function eventOf(row: HistoryRow): Recorded<ProjectEvent> {
  return {
    type: row.type,
    data: JSON.parse(row.data) as JsonObject,
    metadata: JSON.parse(row.metadata) as EventMetadata,
    id: row.event_id,
    stream: `project-${row.project_id}`,
    revision: BigInt(row.revision),
  } as Recorded<ProjectEvent>;
}
