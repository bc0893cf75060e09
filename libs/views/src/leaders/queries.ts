import { sql, type Kysely } from 'kysely';
import { FOREVER_SEQ } from '#database';
import type { LedgerTables } from '../project-ledger/schema.ts';
import type { LedgerSegment } from '../project-ledger/segments.ts';

/** How much a leader holds on a day. */
export interface LeaderLoad {
  readonly personId: string;
  readonly lead: number;
  readonly coLead: number;
}

/** Everyone who holds a project on a day, the busiest first. */
export async function leaderLoads(
  db: Kysely<LedgerTables>,
  options: {
    readonly day: number;
    readonly limit: number;
    readonly after?: { readonly n: number; readonly id: string } | undefined;
  },
): Promise<LeaderLoad[]> {
  const { day, limit, after } = options;
  const beyond = after
    ? sql`having count(*) < ${after.n} or (count(*) = ${after.n} and holder_id > ${after.id})`
    : sql``;
  const { rows } = await sql<{ holder_id: string; lead: number; co_lead: number }>`
    select holder_id, sum(case when role = 'lead' then 1 else 0 end) as lead, sum(case when role = 'coLead' then 1 else 0 end) as co_lead
    from roles where known_to = ${sql.lit(FOREVER_SEQ)} and role in ('lead', 'coLead') and valid_from <= ${day} and valid_to > ${day}
    group by holder_id ${beyond}
    order by count(*) desc, holder_id asc limit ${limit}`.execute(db);
  return rows.map((row) => ({ personId: row.holder_id, lead: Number(row.lead), coLead: Number(row.co_lead) }));
}

/** A project somebody holds, in which role, and since when as it was reported. */
export type HeldProject = LedgerSegment & { readonly role: 'lead' | 'coLead'; readonly since: string };

/** What one person holds on a day, in the order of entry. */
export async function heldProjects(
  db: Kysely<LedgerTables>,
  options: {
    readonly personId: string;
    readonly day: number;
    readonly limit: number;
    readonly after?: number | undefined;
  },
): Promise<HeldProject[]> {
  const { personId, day, limit, after } = options;
  const { rows } = await sql<HeldProject>`
    select s.*, r.role, r.since from roles r
    join segments s on s.project_id = r.project_id and s.known_to = ${sql.lit(FOREVER_SEQ)} and s.valid_from <= ${day} and s.valid_to > ${day}
    where r.holder_id = ${personId} and r.role in ('lead', 'coLead') and r.known_to = ${sql.lit(FOREVER_SEQ)}
      and r.valid_from <= ${day} and r.valid_to > ${day} ${after === undefined ? sql`` : sql`and s.number > ${after}`}
    order by s.number limit ${limit}`.execute(db);
  return rows;
}
