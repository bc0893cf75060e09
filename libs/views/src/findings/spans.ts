import { sql, type Kysely, type RawBuilder } from 'kysely';
import { FOREVER, FOREVER_SEQ } from '#database';
import { LEADER_ROLES, type Role } from '#ledger';
import type { HeldRow } from './schema.ts';

/** What the queries over spans of days are made of. `s` is the table of spans, `r` who held which role. */
export type Sql = RawBuilder<unknown>;

const open = sql`s.known_to = ${sql.lit(FOREVER_SEQ)}`;

/** Spans without end that hold on a day; the expression keeps the planner from sorting almost all of them by their beginning. */
export const endless = (day: number): Sql =>
  sql`${open} and s.valid_to = ${sql.lit(FOREVER)} and s.valid_from + 0 <= ${day}`;
/** Spans without end that begin after a day. */
export const notYet = (day: number): Sql => sql`${open} and s.valid_to = ${sql.lit(FOREVER)} and s.valid_from > ${day}`;
/** Spans that hold on a day and end after it, found by their end. */
export const ended = (day: number): Sql =>
  sql`${open} and s.valid_to > ${day} and s.valid_to < ${sql.lit(FOREVER)} and s.valid_from + 0 <= ${day}`;
/** The same, for those that are walked in an order of their own. */
export const endedInOrder = (day: number): Sql =>
  sql`${open} and s.valid_to < ${sql.lit(FOREVER)} and s.valid_to + 0 > ${day} and s.valid_from + 0 <= ${day}`;
/** Every span that holds on a day, for those that are found by their project. */
export const holding = (day: number): Sql => sql`${open} and s.valid_from <= ${day} and s.valid_to > ${day}`;

export const all = (conditions: readonly Sql[]): Sql =>
  conditions.length > 0 ? sql`and ${sql.join(conditions, sql` and `)}` : sql``;

/** So many spans that end after the day are looked at one by one; where there are more, a walk in their order finds a page sooner. */
export const ENDED_FEW = 2000;

export async function isFewEnded(db: Kysely<never>, table: string, day: number, few = ENDED_FEW): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (select 1 from ${sql.table(table)} s where ${ended(day)} limit ${few}) as few`.execute(
    db,
  );
  return Number(rows[0]?.n) < few;
}

/** Who answers for a project: a leader, as lead or beside the lead; a unit, for progress or for permits. */
export interface HeldBy {
  readonly leaderId?: string | undefined;
  readonly unitId?: string | undefined;
}

const UNIT_ROLES: readonly Role[] = ['responsibleUnit', 'agentUnit'];

/** The projects that a leader or a unit holds on a day: how many at most, their ids, and what to look at in a span instead. */
export interface HeldProjects {
  readonly n: number;
  readonly isIn: Sql;
  readonly check: Sql;
}

/** One of each filter that is asked for. */
export async function heldProjects(
  db: Kysely<{ readonly roles: HeldRow & { readonly known_to: number } }>,
  { leaderId, unitId }: HeldBy,
  day: number,
): Promise<HeldProjects[]> {
  const asked = [
    ...(leaderId === undefined ? [] : [{ holderId: leaderId, roles: LEADER_ROLES }]),
    ...(unitId === undefined ? [] : [{ holderId: unitId, roles: UNIT_ROLES }]),
  ];
  return Promise.all(
    asked.map(async ({ holderId, roles }) => {
      const held = sql`r.holder_id = ${holderId} and r.role in (${sql.join(roles)})
        and r.known_to = ${sql.lit(FOREVER_SEQ)} and r.valid_from <= ${day} and r.valid_to > ${day}`;
      const { rows } = await sql<{ n: number }>`select count(*) as n from roles r where ${held}`.execute(db);
      return {
        n: Number(rows[0]?.n ?? 0),
        isIn: sql`s.project_id in (select r.project_id from roles r where ${held})`,
        check: sql`exists (select 1 from roles r where r.project_id = s.project_id and ${held})`,
      };
    }),
  );
}
