import type { Kysely } from 'kysely';
import { isId } from '#kernel';
import type { Known } from '../known.ts';
import { ledgerItem, ledgerNames } from '../project-ledger/item.ts';
import type { QueryContext } from '../query-context.ts';
import type { AsOfDay } from '../today.ts';
import { idsOnPage, projectPage } from './page.ts';
import { cataloguesOf, knownReports } from './queries.ts';
import { relatedProjects } from './related.ts';
import { rowOn } from './row-on.ts';
import type { HistoryTables } from './schema.ts';

/** The views that a project's page rests on, the one it is mainly about first. */
export const PAGE_VIEWS = ['project-history', 'definitions'] as const;
const [HISTORY, DEFINITIONS] = PAGE_VIEWS;

/** At which point a project is asked for. */
export interface ProjectPoint {
  /** What to ask a view for. */
  readonly known: (view: string) => Known;
  readonly on: AsOfDay;
  /** Whether entries that lie wholly after the day are left out. */
  readonly upToDay: boolean;
}

/** A project's page at a point, full of names; undefined where nothing was known of it. */
export async function projectAt(
  { views, names }: Pick<QueryContext, 'views' | 'names'>,
  id: string,
  { known: knownTo, on, upToDay }: ProjectPoint,
) {
  const db: Kysely<HistoryTables> = views.reader(HISTORY);
  const [known, defined] = [knownTo(HISTORY), knownTo(DEFINITIONS)];
  const project = isId(id) ? await knownReports(db, id, known) : undefined;
  if (!project) return undefined;
  const { reports, facts } = project;
  const row = rowOn(project, on);
  const ids = idsOnPage(facts);
  const inRow = ledgerNames(row ? [row] : []);
  const named = { people: [...ids.people, ...inRow.people], defined: [...ids.defined, ...inRow.defined] };
  const nameOf = await names.of(named, on.day, defined);
  const related = await relatedProjects(db, { id, facts, known });
  const catalogues = await cataloguesOf(views.reader(DEFINITIONS), ids.catalogues, defined);
  return {
    id,
    revision: String(reports.length - 1),
    ...(row && ledgerItem(row, on.year, nameOf)),
    ...projectPage(facts, { day: on.day, upToDay, nameOf, zoneId: row?.zone_id, catalogues, related }),
  };
}
