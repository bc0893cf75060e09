import type { Kysely } from 'kysely';
import { StoreUnavailable, type EventStore } from '#event-store';
import type { EventMetadata, JsonObject, Recorded, StoredEvent } from '#kernel';
import type { ProjectEvent } from '#ledger';
import type { DefinitionTables } from '../definitions/schema.ts';
import { isKnown, type Known } from '../known.ts';
import type { CatalogueNames } from './page-site.ts';
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

/** The events of rows that follow each other, as the log has them. */
export async function storedEvents(
  log: Pick<EventStore, 'readStream'>,
  rows: readonly HistoryRow[],
): Promise<StoredEvent[]> {
  const [first] = rows;
  if (!first) return [];
  const stream = `project-${first.project_id}`;
  const events = await Array.fromAsync(log.readStream(stream, { from: BigInt(first.revision), limit: rows.length }));
  if (events.length < rows.length) throw new StoreUnavailable(`${stream} broke off after ${events.length} events`);
  return events;
}

/** The event that a row holds, in the shape that it has today. */
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

/** Permit catalogues by id; one that nobody adopted is left out. */
export async function cataloguesOf(
  db: Kysely<DefinitionTables>,
  ids: readonly string[],
  known: Known = 'latest',
): Promise<ReadonlyMap<string, CatalogueNames>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('definitions')
    .select(['id', 'data'])
    .where('kind', '=', 'catalogue')
    .where('id', 'in', ids)
    .where(isKnown(known))
    .execute();
  return new Map(rows.map(({ id, data }) => [id, JSON.parse(data) as CatalogueNames]));
}
