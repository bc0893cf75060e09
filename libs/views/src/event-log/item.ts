import type { Kysely } from 'kysely';
import type { EventMetadata } from '#kernel';
import { factsOf, registrationSteps, type ProjectEvent } from '#ledger';
import type { At } from '../answer.ts';
import { cataloguesOf, eventOf } from '../project-history/queries.ts';
import { happened } from '../project-history/replay-item.ts';
import type { HistoryTables } from '../project-history/schema.ts';
import type { QueryContext } from '../query-context.ts';
import type { Known } from '../known.ts';
import type { LoggedRow } from './schema.ts';
import { CATEGORY_TEXTS, EVENT_TEXTS, type Category } from './texts.ts';

/** The views that an answer of the log rests on: what stands in it is named by the others. */
export const LOG_VIEWS = ['event-log', 'project-history', 'definitions'] as const;

/** One event as a list shows it. `names`: by category and id. */
export function logItem(row: LoggedRow, nameOf: (row: LoggedRow) => string | null): object {
  const { subject_id: id, category, type } = row;
  return {
    seq: row.seq,
    stream: `${category}-${id}`,
    revision: String(row.revision),
    id: row.event_id,
    type,
    label: EVENT_TEXTS[type as keyof typeof EVENT_TEXTS],
    subject: { category, label: CATEGORY_TEXTS[category as Category], id, name: nameOf(row) },
    recordedAt: row.recorded_at,
    on: happened(row.happened_on),
    filedAt: row.filed_at,
    filedAtClaimed: row.filed_at_claimed === 1,
    actor: { id: row.actor_id, role: row.actor_role },
    source: JSON.parse(row.source) as EventMetadata['source'],
    mends: row.mends,
  };
}

/** What the subjects of some events are called, as was known at the point; targets and orders have no names. */
export async function subjectNames(
  { views, names }: QueryContext,
  rows: readonly LoggedRow[],
  at: At,
): Promise<(row: LoggedRow) => string | null> {
  const ids = (...categories: Category[]): string[] => [
    ...new Set(rows.filter(({ category }) => categories.some((own) => own === category)).map((row) => row.subject_id)),
  ];
  const known = at.known('definitions');
  const projects = await projectNames(views.reader('project-history'), ids('project'), at.known('project-history'));
  const catalogues = await cataloguesOf(views.reader('definitions'), ids('catalogue'), known);
  const nameOf = await names.of({ people: ids('person'), defined: ids('zone', 'organization') }, at.on.day, known);
  return ({ category, subject_id: id }) => {
    switch (category as Category) {
      case 'project':
        return projects.get(id) ?? null;
      case 'catalogue':
        return catalogues.get(id)?.name ?? null;
      case 'code':
        return decodeURIComponent(id);
      case 'zone':
      case 'organization':
      case 'person':
        return nameOf(id).name;
      case 'target':
      case 'reassignment':
        return null;
    }
  };
}

const NAMINGS: readonly ProjectEvent['type'][] = [
  'ProjectRegistered',
  'ProjectRenamed',
  'FactCorrected',
  'FactRevoked',
];

/** What projects were known to be called lastly, also those that are in no list any more. */
async function projectNames(
  db: Kysely<HistoryTables>,
  ids: readonly string[],
  known: Known,
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const query = db.selectFrom('history').selectAll().where('project_id', 'in', ids).where('type', 'in', NAMINGS);
  const seen = known === 'latest' ? query : query.where('seq', '<=', known);
  const rows = await seen.orderBy('project_id').orderBy('revision').execute();
  const names = new Map<string, string>();
  for (const [id, of] of Map.groupBy(rows, ({ project_id }) => project_id)) {
    const name = registrationSteps(factsOf(of.map(eventOf))).at(-1)?.registration.name;
    if (name !== undefined) names.set(id, name);
  }
  return names;
}
