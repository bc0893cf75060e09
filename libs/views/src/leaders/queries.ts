import { sql, type Kysely } from 'kysely';
import { isKnown, type Known } from '../known.ts';
import type { LedgerTables } from '../project-ledger/schema.ts';
import { withId } from '../project-ledger/rows.ts';
import type { LedgerSegment } from '../project-ledger/segments.ts';

/** A project somebody holds, in which role, and since when as it was reported. */
export type HeldProject = LedgerSegment & { readonly role: 'lead' | 'coLead'; readonly since: string };

/** What one person holds on a day, in the order of entry. */
export async function heldProjects(
  db: Kysely<LedgerTables>,
  options: {
    readonly personId: string;
    readonly day: number;
    readonly known?: Known;
    readonly limit: number;
    readonly after?: number | undefined;
  },
): Promise<HeldProject[]> {
  const { personId, day, known = 'latest', limit, after } = options;
  const { rows } = await sql<HeldProject>`
    select ${withId('s')}, r.role, r.since from roles r
    join segments s on s.number = r.number and ${isKnown(known, 's')} and s.valid_from <= ${day} and s.valid_to > ${day}
    where r.holder_id = ${personId} and r.role in ('lead', 'coLead') and ${isKnown(known, 'r')}
      and r.valid_from <= ${day} and r.valid_to > ${day} ${after === undefined ? sql`` : sql`and s.number > ${after}`}
    order by s.number limit ${limit}`.execute(db);
  return rows;
}
