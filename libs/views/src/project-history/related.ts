import type { Kysely } from 'kysely';
import type { EffectiveFact } from '#ledger';
import { isKnown, type Known } from '../known.ts';
import type { Named } from '../names.ts';
import { projectName } from './queries.ts';
import type { HistoryTables } from './schema.ts';

/** So many parts of a package, and so many mergers, are shown on a page. */
const RELATED_MAX = 200;

/** What other projects say of one, and what those it names are called. */
export interface RelatedProjects {
  nameOf(id: string): Named;
  /** Projects split from this one, with their share of its total in 1/100 %. */
  readonly parts: readonly (Named & { readonly share: number | null })[];
  readonly mergedHere: readonly Named[];
}

/** What other projects were known to say of one whose facts are given. */
export async function relatedProjects(
  db: Kysely<HistoryTables>,
  {
    id: projectId,
    facts,
    known,
  }: { readonly id: string; readonly facts: readonly EffectiveFact[]; readonly known: Known },
): Promise<RelatedProjects> {
  const names = new Map<string, string>();
  for (const { type, data } of facts) {
    if (type !== 'ProjectMergedInto' && type !== 'ProjectSplitFrom') continue;
    if (names.has(data.projectId)) continue;
    const name = await projectName(db, data.projectId, known);
    if (name !== undefined) names.set(data.projectId, name);
  }
  const links = await db
    .selectFrom('links')
    .selectAll()
    .where('other_id', '=', projectId)
    .where(isKnown(known))
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
