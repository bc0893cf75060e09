import { sql, type Kysely } from 'kysely';
import { isKnown, type Known } from '../known.ts';
import { NOBODY, type AccountabilityTables } from './schema.ts';

/** What is overdue on a day under one lead, since they hold it. */
export interface OverdueOfLeader {
  /** Null: projects that nobody leads. */
  readonly holderId: string | null;
  /** Projects of which any milestone is overdue, against whichever plan. */
  readonly projects: number;
  /** Days up to and with the day, added up over milestones and phases, against the current plans. */
  readonly days: number;
  /** The same against the first plans. */
  readonly daysFirst: number;
}

/**
 * Who leads projects with milestones that are overdue on a day (a day number), the most days first; what was overdue
 * under the lead before them does not count. `zones`: only projects that lie there on the day; without it all.
 */
export async function overdueByLeader(
  db: Kysely<AccountabilityTables>,
  options: {
    readonly day: number;
    readonly known?: Known;
    readonly zones?: readonly string[] | undefined;
    readonly limit: number;
  },
): Promise<OverdueOfLeader[]> {
  const { day, known = 'latest', zones, limit } = options;
  if (zones?.length === 0) return [];
  const inZones = zones ? sql`and zone_id in (${sql.join(zones)})` : sql``;
  const days = (kind: string) =>
    sql`sum(case when kind = ${sql.lit(kind)} then ${sql.lit(day + 1)} - held_from else 0 end)`;
  const { rows } = await sql<{ holder_id: string; projects: number; days: number; days_first: number }>`
    select holder_id, count(distinct project_id) as projects,
      ${days('overdueCurrent')} as days, ${days('overdueFirst')} as days_first
    from charges where ${isKnown(known)} and role = 'lead' and kind in ('overdueFirst', 'overdueCurrent')
      and valid_from <= ${day} and valid_to > ${day} ${inZones}
    group by holder_id order by days desc, days_first desc, holder_id limit ${limit}`.execute(db);
  return rows.map((row) => ({
    holderId: row.holder_id === NOBODY ? null : row.holder_id,
    projects: Number(row.projects),
    days: Number(row.days),
    daysFirst: Number(row.days_first),
  }));
}
