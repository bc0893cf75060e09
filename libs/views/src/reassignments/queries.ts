import type { Kysely } from 'kysely';
import { FOREVER, FOREVER_SEQ, type Views } from '#database';
import { rowEventIds } from '#ledger';
import type { HistoryTables } from '../project-history/schema.ts';
import type { LedgerTables } from '../project-ledger/schema.ts';
import type { OrderedProjectRow, OrderRow, ReassignmentTables } from './projector.ts';

/** A statement takes so many parameters, and more, on every database. */
const PLACES_PER_QUERY_MAX = 200;
/** So many open orders are taken up at once; the rest follow. */
const OPEN_MAX = 100;

/** Orders, the latest first, after the one of a number. */
export async function ordersPage(
  db: Kysely<ReassignmentTables>,
  options: { readonly limit: number; readonly before?: number | undefined },
): Promise<OrderRow[]> {
  const { limit, before } = options;
  let query = db.selectFrom('orders').selectAll().orderBy('ordered_seq', 'desc').limit(limit);
  if (before !== undefined) query = query.where('ordered_seq', '<', before);
  return query.execute();
}

export async function orderOf(db: Kysely<ReassignmentTables>, orderId: string): Promise<OrderRow | undefined> {
  return db.selectFrom('orders').selectAll().where('order_id', '=', orderId).executeTakeFirst();
}

/** The ids of orders that are not recorded as carried out, the oldest first. */
export async function openOrders(db: Kysely<ReassignmentTables>): Promise<string[]> {
  const query = db.selectFrom('orders').select('order_id').where('is_open', '=', 1).orderBy('ordered_seq');
  return (await query.limit(OPEN_MAX).execute()).map(({ order_id }) => order_id);
}

/** Rows of an order in its sequence, after a number; all, or only those that were skipped. */
export async function orderedProjects(
  db: Kysely<ReassignmentTables>,
  options: {
    readonly orderId: string;
    readonly skipped?: boolean;
    readonly limit?: number;
    readonly after?: number | undefined;
  },
): Promise<OrderedProjectRow[]> {
  let query = db.selectFrom('ordered_projects').selectAll().where('order_id', '=', options.orderId).orderBy('number');
  if (options.skipped) query = query.where('why', 'is not', null);
  if (options.after !== undefined) query = query.where('number', '>', options.after);
  if (options.limit !== undefined) query = query.limit(options.limit);
  return query.execute();
}

export const eventIdsOf = ({ order_id, project_id, replaces }: OrderedProjectRow): readonly string[] =>
  rowEventIds(order_id, { projectId: project_id, ...(replaces !== null && { replaces }) });

/**
 * Which of an order's projects have its events, as far as the history is read. A row's first event can stand in one place
 * only, right after the revision that the order rests on, so it is looked up there.
 */
export async function doneProjects(views: Views, rows: readonly OrderedProjectRow[]): Promise<ReadonlySet<string>> {
  const db: Kysely<HistoryTables> = views.reader('project-history');
  const done = new Set<string>();
  for (let i = 0; i < rows.length; i += PLACES_PER_QUERY_MAX) {
    const some = rows.slice(i, i + PLACES_PER_QUERY_MAX);
    const places = some.map(({ project_id, revision }) => ({ project_id, revision: revision + 1 }));
    const found = await db
      .selectFrom('history')
      .select(['project_id', 'event_id'])
      .where((eb) => eb.or(places.map((place) => eb.and(place))))
      .execute();
    const ids = new Map(found.map(({ project_id, event_id }) => [project_id, event_id]));
    for (const row of some) if (ids.get(row.project_id) === eventIdsOf(row)[0]) done.add(row.project_id);
  }
  return done;
}

/** What the projects of a page are called now; one that is in no list any more is left out. */
export async function projectNames(views: Views, projectIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (projectIds.length === 0) return new Map();
  const db: Kysely<LedgerTables> = views.reader('project-ledger');
  const rows = await db
    .selectFrom('segments')
    .innerJoin('projects', 'projects.number', 'segments.number')
    .select(['projects.project_id', 'segments.name'])
    .where('projects.project_id', 'in', projectIds)
    .where('segments.known_to', '=', FOREVER_SEQ)
    .where('segments.valid_to', '=', FOREVER)
    .execute();
  return new Map(rows.map(({ project_id, name }) => [project_id, name]));
}
