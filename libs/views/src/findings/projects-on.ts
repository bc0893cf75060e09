import { sql, type Kysely } from 'kysely';
import { FOREVER_SEQ } from '#database';
import type { LedgerTables } from '../project-ledger/schema.ts';

/** What a list of something else shows of its projects. */
export interface ProjectOn {
  readonly project_id: string;
  readonly name: string;
  readonly number: number;
  readonly leader_id: string | null;
}

/** Projects as they are on a day, by id; those that are in no list then are left out. `ids` are those of one page. */
export async function projectsOn(
  db: Kysely<LedgerTables>,
  ids: readonly string[],
  day: number,
): Promise<ReadonlyMap<string, ProjectOn>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<ProjectOn>`
    select project_id, name, number, leader_id from segments
    where project_id in (${sql.join([...new Set(ids)])}) and known_to = ${sql.lit(FOREVER_SEQ)}
      and valid_from <= ${day} and valid_to > ${day}`.execute(db);
  return new Map(rows.map((row) => [row.project_id, row]));
}
