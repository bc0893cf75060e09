import { sql } from 'kysely';
import { dayFromNumber, monthNumber } from '#kernel';
import type { Role } from '#ledger';
import { isKnown } from '../known.ts';
import { inZones, ofHolders, sinceThen, type AccountabilityDb, type Asked, type Sql } from './conditions.ts';
import { NOBODY, type ChargeRow, type HeldRow } from './schema.ts';

/** How many projects somebody holds on the day; `holderId` is {@link NOBODY} for those that nobody holds. */
export interface Load {
  readonly holderId: string;
  readonly projects: number;
  readonly lead: number;
  readonly coLead: number;
}

/**
 * Everyone who holds a project on the day, the busiest first. Nobody is among them where a role is vacant, or was on a
 * day before.
 */
export async function loads(
  db: AccountabilityDb,
  asked: Asked,
  options: { readonly limit: number; readonly after?: { readonly n: number; readonly id: string } | undefined },
): Promise<Load[]> {
  const { day } = asked;
  const { limit, after } = options;
  const held = sql`sum(case when valid_to > ${sql.lit(day)} then 1 else 0 end)`;
  const as = (role: Role): Sql =>
    sql`sum(case when role = ${sql.lit(role)} and valid_to > ${sql.lit(day)} then 1 else 0 end)`;
  const beyond = after ? sql`having ${held} < ${after.n} or (${held} = ${after.n} and holder_id > ${after.id})` : sql``;
  const { rows } = await sql<{ holder_id: string; n: number; lead: number; co_lead: number }>`
    select holder_id, ${held} as n, ${as('lead')} as lead, ${as('coLead')} as co_lead from roles
    where ${sinceThen(asked)} and (valid_to > ${day} or holder_id = ${sql.lit(NOBODY)})
    group by holder_id ${beyond} order by n desc, holder_id asc limit ${limit}`.execute(db);
  return rows.map((row) => ({
    holderId: row.holder_id,
    projects: Number(row.n),
    lead: Number(row.lead),
    coLead: Number(row.co_lead),
  }));
}

/** What happened in somebody's own time, up to and with the day; and how many projects are overdue under them on it. */
export interface Measures {
  readonly overdueProjects: { readonly current: number; readonly first: number };
  /** Added up over milestones and phases. */
  readonly overdueDays: { readonly current: number; readonly first: number };
  readonly slips: number;
  readonly missedReports: number;
}

export const NOTHING_CHARGED: Measures = {
  overdueProjects: { current: 0, first: 0 },
  overdueDays: { current: 0, first: 0 },
  slips: 0,
  missedReports: 0,
};

interface MeasuresRow {
  readonly holder_id: string;
  readonly role: Role;
  readonly projects: number;
  readonly projects_first: number;
  readonly days: number;
  readonly days_first: number;
  readonly slips: number;
  readonly missed: number;
}

/** The measures of some holders, those to whom nothing is charged left out. */
export async function measuresOf(
  db: AccountabilityDb,
  asked: Asked,
  holders: readonly string[],
): Promise<Map<string, Measures>> {
  const rows = await measured(db, asked, holders, sql`holder_id`);
  return new Map(rows.map((row) => [row.holder_id, toMeasures(row)]));
}

/** The measures of one holder by role. */
export async function measuresByRole(
  db: AccountabilityDb,
  asked: Asked,
  holderId: string,
): Promise<Map<Role, Measures>> {
  const rows = await measured(db, asked, [holderId], sql`role`);
  return new Map(rows.map((row) => [row.role, toMeasures(row)]));
}

async function measured(
  db: AccountabilityDb,
  asked: Asked,
  holders: readonly string[],
  by: Sql,
): Promise<MeasuresRow[]> {
  if (holders.length === 0) return [];
  const overdueNow = (kind: string): Sql =>
    sql`count(distinct case when kind = ${sql.lit(kind)} and valid_to > ${sql.lit(asked.day)} then project_id end)`;
  const { rows } = await sql<MeasuresRow>`
    select ${by}, ${overdueNow('overdueCurrent')} as projects, ${overdueNow('overdueFirst')} as projects_first, ${sumsOn(asked.day)}
    from charges where holder_id in (${sql.join(holders)}) and ${ofHolders(asked)} group by ${by}`.execute(db);
  return rows;
}

const toMeasures = (row: MeasuresRow): Measures => ({
  overdueProjects: { current: Number(row.projects), first: Number(row.projects_first) },
  overdueDays: { current: Number(row.days), first: Number(row.days_first) },
  slips: Number(row.slips),
  missedReports: Number(row.missed),
});

/** One project as it went in somebody's time. */
export interface ProjectInTime {
  readonly projectId: string;
  readonly days: number;
  readonly daysFirst: number;
  readonly slips: number;
  readonly missedReports: number;
}

/** Projects of which anything is charged to a holder, also those they hold no more; the most overdue days first. */
export async function projectsInTime(
  db: AccountabilityDb,
  asked: Asked & { readonly holderId: string },
  options: {
    readonly limit: number;
    readonly after?: { readonly days: number; readonly daysFirst: number; readonly id: string } | undefined;
  },
): Promise<ProjectInTime[]> {
  const { limit, after } = options;
  const beyond = after
    ? sql`and (days < ${after.days} or (days = ${after.days} and (days_first < ${after.daysFirst}
        or (days_first = ${after.daysFirst} and project_id > ${after.id}))))`
    : sql``;
  const { rows } = await sql<{
    project_id: string;
    days: number;
    days_first: number;
    slips: number;
    missed: number;
  }>`
    select * from (
      select project_id, ${sumsOn(asked.day)} from charges where holder_id = ${asked.holderId} and ${ofHolders(asked)} group by project_id
    ) as t where days + days_first + slips + missed > 0 ${beyond}
    order by days desc, days_first desc, project_id asc limit ${limit}`.execute(db);
  return rows.map((row) => ({
    projectId: row.project_id,
    days: Number(row.days),
    daysFirst: Number(row.days_first),
    slips: Number(row.slips),
    missedReports: Number(row.missed),
  }));
}

/** Charges shown of one project; its sums count all of them. */
const CHARGES_SHOWN_MAX = 50;

/** What is charged to a holder in some projects, the latest first; `onDay`: only what is overdue on the day. */
export async function chargesIn(
  db: AccountabilityDb,
  asked: Asked & { readonly holderId: string; readonly onDay?: boolean },
  projectIds: readonly string[],
): Promise<ChargeRow[]> {
  if (projectIds.length === 0) return [];
  const { day, known = 'latest', holderId, roles, zones } = asked;
  const which = asked.onDay
    ? sql`and kind || '' in ('overdueFirst', 'overdueCurrent') and valid_to > ${day}`
    : sql`and (kind <> 'missedReport' or valid_to > ${day})`;
  // The projects lead to the charges: by the holder all of theirs would be looked at. An expression has no index.
  const { rows } = await sql<ChargeRow>`
    select * from (
      select c.*, row_number() over (partition by project_id order by valid_from desc, kind, fact_id, role) as place
      from charges c where project_id in (${sql.join(projectIds)}) and ${isKnown(known)} and holder_id || '' = ${holderId}
        and role || '' in (${sql.join(roles.map((role) => sql.lit(role)))}) and valid_from <= ${day} ${inZones(zones)} ${which}
    ) as t where place <= ${CHARGES_SHOWN_MAX} order by project_id, place`.execute(db);
  return rows;
}

/** What a holder holds on the day, in the order in which the projects were entered. */
export async function heldBy(
  db: AccountabilityDb,
  asked: Asked & { readonly holderId: string },
  options: { readonly limit: number; readonly after?: { readonly number: number; readonly role: string } | undefined },
): Promise<HeldRow[]> {
  const { limit, after } = options;
  const beyond = after
    ? sql`and (number > ${after.number} or (number = ${after.number} and role > ${after.role}))`
    : sql``;
  const { rows } = await sql<HeldRow>`
    with keys as (
      select project_id, role, number, valid_from, known_from from roles
      where holder_id = ${asked.holderId} and ${ofHolders(asked)} and valid_to > ${asked.day} ${beyond}
      order by number, role limit ${limit}
    )
    select r.* from keys k join roles r on r.project_id = k.project_id and r.valid_from = k.valid_from and r.role = k.role
      and r.holder_id = ${asked.holderId} and r.known_from = k.known_from
    order by k.number, k.role`.execute(db);
  return rows;
}

/** How many projects somebody holds on the day, by role. */
export async function loadByRole(db: AccountabilityDb, asked: Asked, holderId: string): Promise<Map<Role, number>> {
  const { rows } = await sql<{ role: Role; n: number }>`
    select role, count(*) as n from roles
    where holder_id = ${holderId} and ${ofHolders(asked)} and valid_to > ${asked.day} group by role`.execute(db);
  return new Map(rows.map(({ role, n }) => [role, Number(n)]));
}

/** How many projects are unheld on the day, and for how many days projects were up to and with it. */
export async function vacancies(
  db: AccountabilityDb,
  asked: Asked,
  projectIds?: readonly string[],
): Promise<{ readonly projects: number; readonly days: number; readonly daysOf: ReadonlyMap<string, number> }> {
  const [some, by] = projectIds
    ? [sql`and project_id in (${sql.join([...projectIds, ''])})`, sql`project_id`]
    : [sql``, sql`holder_id`];
  const { rows } = await sql<{ id: string; projects: number; days: number }>`
    select ${by} as id, sum(case when valid_to > ${sql.lit(asked.day)} then 1 else 0 end) as projects, sum(${daysOn(asked.day)}) as days
    from roles where holder_id = ${sql.lit(NOBODY)} and ${ofHolders(asked)} ${some} group by ${by}`.execute(db);
  const sum = (of: 'projects' | 'days'): number => rows.reduce((n, row) => n + Number(row[of]), 0);
  return {
    projects: sum('projects'),
    days: sum('days'),
    daysOf: new Map(rows.map(({ id, days }) => [id, Number(days)])),
  };
}

/** Days of a segment up to and with a day that is not before it. */
const daysOn = (day: number): Sql =>
  sql`(case when valid_to > ${sql.lit(day)} then ${sql.lit(day + 1)} else valid_to end) - valid_from`;

/** Months of a gap before the month of the day, by which they are missed; those filed since are not. */
function sumsOn(day: number): Sql {
  const month = monthNumber(dayFromNumber(day));
  const days = (kind: string): Sql => sql`sum(case when kind = ${sql.lit(kind)} then ${daysOn(day)} else 0 end)`;
  return sql`${days('overdueCurrent')} as days, ${days('overdueFirst')} as days_first,
    sum(case when kind = 'slip' then 1 else 0 end) as slips,
    sum(case when kind = 'missedReport' and valid_to > ${sql.lit(day)}
      then (case when end_month < ${sql.lit(month)} then end_month else ${sql.lit(month)} end) - first_month else 0 end) as missed`;
}
