import type { Kysely } from 'kysely';
import { factsOf, registrationSteps, type EffectiveFact } from '#ledger';
import type { Named } from '../names.ts';
import { eventOf, historyPage } from './queries.ts';
import type { HistoryTables } from './schema.ts';

/** So many parts of a package, and so many mergers, are shown on a page. */
export const RELATED_MAX = 200;

/** What other projects say of one, and what those it names are called. */
export interface RelatedProjects {
  nameOf(id: string): Named;
  /** Projects split from this one, with their share of its total in 1/100 %. */
  readonly parts: readonly (Named & { readonly share: number | null })[];
  readonly mergedHere: readonly Named[];
}

/** What a project is called now, also one that is in no list any more; undefined for one that is not there. */
export async function projectName(db: Kysely<HistoryTables>, projectId: string): Promise<string | undefined> {
  const rows = await historyPage(db, { projectId });
  return registrationSteps(factsOf(rows.map(eventOf))).at(-1)?.registration.name;
}

export async function relatedProjects(
  db: Kysely<HistoryTables>,
  projectId: string,
  facts: readonly EffectiveFact[],
): Promise<RelatedProjects> {
  const names = new Map<string, string>();
  for (const { type, data } of facts) {
    if (type !== 'ProjectMergedInto' && type !== 'ProjectSplitFrom') continue;
    if (names.has(data.projectId)) continue;
    const name = await projectName(db, data.projectId);
    if (name !== undefined) names.set(data.projectId, name);
  }
  const links = await db
    .selectFrom('links')
    .selectAll()
    .where('other_id', '=', projectId)
    .orderBy('kind')
    .orderBy('project_id')
    .limit(RELATED_MAX)
    .execute();
  const linked = (kind: string) => links.filter((link) => link.kind === kind);
  return {
    nameOf: (id) => ({ id, name: names.get(id) ?? null }),
    parts: linked('splitFrom').map(({ project_id: id, name, share }) => ({ id, name, share })),
    mergedHere: linked('mergedInto').map(({ project_id: id, name }) => ({ id, name })),
  };
}
