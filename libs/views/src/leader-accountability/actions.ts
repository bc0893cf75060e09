import { sql } from 'kysely';
import { isKnown } from '../known.ts';
import { inZones, type AccountabilityDb, type Asked, type Sql } from './conditions.ts';
import type { ActionKind, ActionRow } from './schema.ts';

/** Visits and helps by person, up to and with the day. */
export interface Actions {
  readonly siteVisits: number;
  readonly helpActions: number;
  /** A day number. */
  readonly lastVisit: number | undefined;
}

export async function actionsOf(
  db: AccountabilityDb,
  { day, known = 'latest', zones }: Omit<Asked, 'roles'>,
  people: readonly string[],
): Promise<Map<string, Actions>> {
  if (people.length === 0 || zones?.length === 0) return new Map();
  const of = (kind: string): Sql => sql`sum(case when kind = ${sql.lit(kind)} then 1 else 0 end)`;
  const { rows } = await sql<{ person_id: string; visits: number; helps: number; last: number | null }>`
    select person_id, ${of('siteVisit')} as visits, ${of('helpAction')} as helps,
      max(case when kind = 'siteVisit' then valid_from end) as last
    from actions where person_id in (${sql.join(people)}) and ${isKnown(known)} and valid_from <= ${day} ${inZones(zones)}
    group by person_id`.execute(db);
  return new Map(
    rows.map(({ person_id, visits, helps, last }) => [
      person_id,
      { siteVisits: Number(visits), helpActions: Number(helps), lastVisit: last === null ? undefined : Number(last) },
    ]),
  );
}

/** Where a page of them goes on: after the one of a day (a day number), a project and a fact. */
export interface AfterAction {
  readonly day: number;
  readonly projectId: string;
  readonly factId: string;
}

/** What one person did, up to and with the day, the latest first. */
export async function actionsPage(
  db: AccountabilityDb,
  asked: Omit<Asked, 'roles'> & { readonly personId: string; readonly kind?: ActionKind | undefined },
  options: { readonly limit: number; readonly after?: AfterAction | undefined },
): Promise<ActionRow[]> {
  const { personId, kind, day, known = 'latest', zones } = asked;
  const { limit, after } = options;
  const ofKind = kind === undefined ? sql`` : sql`and kind = ${kind}`;
  const beyond = after
    ? sql`and (valid_from < ${after.day} or (valid_from = ${after.day} and (project_id > ${after.projectId}
        or (project_id = ${after.projectId} and fact_id > ${after.factId}))))`
    : sql``;
  const { rows } = await sql<ActionRow>`
    select * from actions where person_id = ${personId} and ${isKnown(known)} and valid_from <= ${day}
      ${inZones(zones)} ${ofKind} ${beyond}
    order by valid_from desc, project_id, fact_id limit ${limit}`.execute(db);
  return rows;
}
