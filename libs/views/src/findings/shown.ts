import { sql, type Kysely } from 'kysely';
import type { At } from '../answer.ts';
import { isKnown } from '../known.ts';
import type { Named } from '../names.ts';
import { isAnyOf, withId } from '../project-ledger/rows.ts';
import type { LedgerTables } from '../project-ledger/schema.ts';
import type { QueryContext } from '../query-context.ts';

/** Where a row of a list stands: its project by id and place in the ledger, the zone it lay in then, and who led it. */
export interface Shown {
  readonly project: { readonly id: string; readonly name: string | null; readonly number: number };
  readonly zone: Named;
  readonly lead: Named | null;
}

interface Row {
  readonly project_id: string;
  readonly zone_id: string;
  readonly number: number;
}

/** What a list shows beside each of its rows, as it was at the point. `rows` are those of one page. */
export async function shownWith<R extends Row>(
  { views, names }: QueryContext,
  rows: readonly R[],
  at: At,
): Promise<(row: R) => Shown> {
  const projects = await projectsOn(views.reader('project-ledger'), rows, at);
  const people = [...projects.values()].map(({ leader_id }) => leader_id);
  const ids = { people, defined: rows.map(({ zone_id }) => zone_id) };
  const nameOf = await names.of(ids, at.on.day, at.known('definitions'));
  return ({ project_id, zone_id, number }) => {
    const { name = null, leader_id = null } = projects.get(project_id) ?? {};
    return {
      project: { id: project_id, name, number },
      zone: nameOf(zone_id),
      lead: leader_id === null ? null : nameOf(leader_id),
    };
  };
}

interface ProjectOn {
  readonly project_id: string;
  readonly name: string;
  readonly leader_id: string | null;
}

/** Projects as they were at the point, by id; those of which nothing is certain by then are left out. */
async function projectsOn(
  db: Kysely<LedgerTables>,
  of: readonly Row[],
  at: At,
): Promise<ReadonlyMap<string, ProjectOn>> {
  const ids = [...new Set(of.map(({ project_id }) => project_id))];
  if (ids.length === 0) return new Map();
  const { rows } = await sql<ProjectOn>`
    select ${withId('s')} from segments s
    where ${isAnyOf('s.number', ids)} and ${isKnown(at.known('project-ledger'), 's')}
      and s.valid_from <= ${at.on.number} and s.valid_to > ${at.on.number}`.execute(db);
  return new Map(rows.map((row) => [row.project_id, row]));
}
