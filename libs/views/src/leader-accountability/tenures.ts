import { sql } from 'kysely';
import { isKnown, type Known } from '../known.ts';
import { ofHolders, type AccountabilityDb, type Asked } from './conditions.ts';
import { NOBODY, type HeldRow } from './schema.ts';

/** Where a page of tenures goes on: after the one of a first day (a day number), a project and a role. */
export interface AfterTenure {
  readonly day: number;
  readonly projectId: string;
  readonly role: string;
}

/**
 * Every tenure of a holder that began up to and with the day, once, in however many zones the project lay meanwhile; those
 * that began last come first.
 */
export async function tenuresPage(
  db: AccountabilityDb,
  asked: Asked & { readonly holderId: string },
  options: { readonly limit: number; readonly after?: AfterTenure | undefined },
): Promise<HeldRow[]> {
  const { holderId, known = 'latest' } = asked;
  const { limit, after } = options;
  const beyond = after
    ? sql`and (first_day < ${after.day} or (first_day = ${after.day} and (project_id > ${after.projectId}
        or (project_id = ${after.projectId} and role > ${after.role}))))`
    : sql``;
  const { rows } = await sql<HeldRow>`
    with keys as (
      select project_id, role, first_day, max(valid_from) as last_part from roles
      where holder_id = ${holderId} and ${ofHolders(asked)} ${beyond}
      group by project_id, role, first_day order by first_day desc, project_id, role limit ${limit}
    )
    select r.* from keys k join roles r on r.project_id = k.project_id and r.valid_from = k.last_part and r.role = k.role
      and r.holder_id = ${holderId} and ${isKnown(known, 'r')}
    order by k.first_day desc, k.project_id, k.role`.execute(db);
  return rows;
}

/** Who ever held which role in some projects, whatever the day; nobody left out. */
export async function holdersOf(db: AccountabilityDb, known: Known, projectIds: readonly string[]): Promise<HeldRow[]> {
  if (projectIds.length === 0) return [];
  const { rows } = await sql<HeldRow>`
    select * from roles where project_id in (${sql.join(projectIds)}) and ${isKnown(known)}
      and holder_id <> ${sql.lit(NOBODY)}`.execute(db);
  return rows;
}

/**
 * Whom a tenure followed and who followed it in its role on the very day; undefined where nobody did, and where several joined
 * or left at once, so that nothing says who followed whom.
 */
export function neighboursOf(tenure: HeldRow, holders: readonly HeldRow[]): { before?: HeldRow; after?: HeldRow } {
  const others = holders.filter(({ project_id, role }) => project_id === tenure.project_id && role === tenure.role);
  const [before, after] = [
    others.filter(({ valid_to, end_day }) => valid_to === end_day && end_day === tenure.first_day),
    others.filter(({ valid_from, first_day }) => valid_from === first_day && first_day === tenure.end_day),
  ].map((found) => (found.length === 1 ? found[0] : undefined));
  return { ...(before && { before }), ...(after && { after }) };
}
