import { sql, type Kysely, type RawBuilder } from 'kysely';
import { FOREVER, FOREVER_SEQ } from '#database';
import { LEADER_ROLES, type Role } from '#ledger';
import { isKnown, type Known } from '../known.ts';
import type { FindingsTables } from './schema.ts';

/** What the queries over spans of days are made of. `s` is the table of spans, `r` who held which role. */
export type Sql = RawBuilder<unknown>;

/** On which day number spans hold, as what was known. */
export interface At {
  readonly day: number;
  readonly known: Known;
}

/**
 * What follows to this day. Of what was known up to an event this is the most: the rest of it is {@link closed}. The
 * expression keeps the planner from looking for almost all of it by its first event.
 */
const open = (known: Known): Sql =>
  known === 'latest' ? follows : sql`${follows} and s.known_from + 0 <= ${sql.lit(known)}`;
const follows = sql`s.known_to = ${sql.lit(FOREVER_SEQ)}`;

/** Spans without end that hold on a day; the expression keeps the planner from sorting almost all of them by their beginning. */
export const endless = ({ day, known }: At): Sql =>
  sql`${open(known)} and s.valid_to = ${sql.lit(FOREVER)} and s.valid_from + 0 <= ${day}`;
/** Spans without end that begin after a day. */
export const notYet = ({ day, known }: At): Sql =>
  sql`${open(known)} and s.valid_to = ${sql.lit(FOREVER)} and s.valid_from > ${day}`;
/** Spans that hold on a day and end after it, found by their end. */
export const ended = ({ day, known }: At): Sql =>
  sql`${open(known)} and s.valid_to > ${day} and s.valid_to < ${sql.lit(FOREVER)} and s.valid_from + 0 <= ${day}`;
/** The same, for those that are walked in an order of their own. */
export const endedInOrder = ({ day, known }: At): Sql =>
  sql`${open(known)} and s.valid_to < ${sql.lit(FOREVER)} and s.valid_to + 0 > ${day} and s.valid_from + 0 <= ${day}`;
/** Every span that holds on a day, for those that are found by their project. */
export const holding = ({ day, known }: At): Sql =>
  sql`${isKnown(known, 's')} and s.valid_from <= ${day} and s.valid_to > ${day}`;
/** Spans without end that were not known yet. */
export const notKnownYet = (known: number): Sql =>
  sql`${follows} and s.valid_to = ${sql.lit(FOREVER)} and s.known_from > ${sql.lit(known)}`;
/** Spans without end that hold on a day, found by their first event: of an early one there are few. */
export const soonKnown = (day: number, known: number): Sql =>
  sql`${follows} and s.valid_to = ${sql.lit(FOREVER)} and s.known_from <= ${sql.lit(known)} and s.valid_from + 0 <= ${day}`;
/** Spans that held on a day as it was known then, and follow no more: found by the event that closed them. */
export const closed = (day: number, known: number): Sql =>
  sql`${closedSince(known)} and s.known_from + 0 <= ${sql.lit(known)} and ${heldOn(day)}`;
/** The same, for those that are walked in an order of their own. */
export const closedInOrder = (day: number, known: number): Sql =>
  sql`s.known_to < ${sql.lit(FOREVER_SEQ)} and s.known_to + 0 > ${sql.lit(known)} and s.known_from + 0 <= ${sql.lit(known)}
    and ${heldOn(day)}`;
const closedSince = (known: number): Sql =>
  sql`s.known_to > ${sql.lit(known)} and s.known_to < ${sql.lit(FOREVER_SEQ)}`;
const heldOn = (day: number): Sql => sql`s.valid_from + 0 <= ${day} and s.valid_to + 0 > ${day}`;

/** Looks at a column without an index for it: something else leads to the spans. */
export const looked = (column: string): Sql => sql`s.${sql.ref(column)} || ''`;

export const all = (conditions: readonly Sql[]): Sql =>
  conditions.length > 0 ? sql`and ${sql.join(conditions, sql` and `)}` : sql``;

/** A page of spans: in which order, and after which values of its columns. */
export interface Walk {
  readonly table: string;
  /** The columns of the order; the last of them, with the project, names the span. */
  readonly columns: readonly string[];
  readonly descending: boolean;
  readonly limit: number;
  readonly after: readonly (string | number)[] | undefined;
}

/** The keys of the first spans that fulfil a condition, in the order of the walk: from an index alone where there is one. */
export function keysWhere(walk: Walk, condition: Sql): Sql {
  const { refs, order } = ordered(walk);
  const beyond = walk.after ? sql`and (${refs}) ${walk.descending ? sql`<` : sql`>`} (${sql.join(walk.after)})` : sql``;
  return sql`select * from (select s.project_id, s.valid_from, s.known_from, ${refs} from ${sql.table(walk.table)} s
    where ${condition} ${beyond} ${order} limit ${walk.limit}) as keys`;
}

/** The spans behind the keys that several ways found, no key twice, in the order of the walk. */
export async function spansOf<Span>(db: Kysely<never>, walk: Walk, ways: readonly Sql[]): Promise<Span[]> {
  const { order } = ordered(walk);
  const name = sql.ref(walk.columns.at(-1) as string);
  const { rows } = await sql<Span>`
    with found as materialized (
      select * from (${sql.join(ways, sql` union all `)}) as s ${order} limit ${walk.limit}
    )
    select f.* from found s join ${sql.table(walk.table)} f on f.project_id = s.project_id and f.valid_from = s.valid_from
      and f.${name} = s.${name} and f.known_from = s.known_from ${order}`.execute(db);
  return rows;
}

function ordered({ columns, descending }: Walk): { readonly refs: Sql; readonly order: Sql } {
  const refs = columns.map((column) => sql.ref(`s.${column}`));
  const direction = descending ? sql`desc` : sql`asc`;
  return {
    refs: sql.join(refs),
    order: sql`order by ${sql.join(refs.map((ref) => sql`${ref} ${direction}`))}`,
  };
}

/** So many spans that end after the day are looked at one by one; where there are more, a walk in their order finds a page sooner. */
const ENDED_FEW = 20_000;
/** The same for those that were closed since what is asked for was known. */
const CLOSED_FEW = 5_000;

/** Whether few spans are to be looked at, whatever else of them holds. */
export const isFewEnded = (db: Kysely<never>, table: string, { day }: At, few: number): Promise<boolean> =>
  isFew(db, table, sql`${follows} and s.valid_to > ${day} and s.valid_to < ${sql.lit(FOREVER)}`, few);
export const isFewClosed = (db: Kysely<never>, table: string, known: number, few: number): Promise<boolean> =>
  isFew(db, table, closedSince(known), few);

async function isFew(db: Kysely<never>, table: string, condition: Sql, few: number): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (select 1 from ${sql.table(table)} s where ${condition} limit ${few}) as few`.execute(db);
  return Number(rows[0]?.n) < few;
}

/** Who answers for a project: a leader, as lead or beside the lead; a unit, for progress or for permits. */
export interface HeldBy {
  readonly leaderId?: string | undefined;
  readonly unitId?: string | undefined;
}

const UNIT_ROLES: readonly Role[] = ['responsibleUnit', 'agentUnit'];

/** The projects that a leader or a unit holds on a day: how many at most, their ids, and what to look at in a span instead. */
interface HeldProjects {
  readonly n: number;
  readonly isIn: Sql;
  readonly check: Sql;
}

/** One of each filter that is asked for. */
async function heldProjects(
  db: Kysely<Pick<FindingsTables, 'roles'>>,
  { leaderId, unitId }: HeldBy,
  { day, known }: At,
): Promise<HeldProjects[]> {
  const asked = [
    ...(leaderId === undefined ? [] : [{ holderId: leaderId, roles: LEADER_ROLES }]),
    ...(unitId === undefined ? [] : [{ holderId: unitId, roles: UNIT_ROLES }]),
  ];
  return Promise.all(
    asked.map(async ({ holderId, roles }) => {
      const holds = sql`r.role in (${sql.join(roles)})
        and ${isKnown(known, 'r')} and r.valid_from <= ${day} and r.valid_to > ${day}`;
      const held = sql`r.holder_id = ${holderId} and ${holds}`;
      const { rows } = await sql<{ n: number }>`select count(*) as n from roles r where ${held}`.execute(db);
      return {
        n: Number(rows[0]?.n ?? 0),
        isIn: sql`s.project_id in (select r.project_id from roles r where ${held})`,
        // The project leads to who holds it: by the holder all of theirs would be looked at for each span.
        check: sql`exists (select 1 from roles r where r.project_id = s.project_id and r.holder_id || '' = ${holderId} and ${holds})`,
      };
    }),
  );
}

/** Which way leads to the rows; the rows are the same. */
export interface Ways {
  /** Up to so many projects lead to their spans; beyond, each span is looked at in its order. */
  readonly ledMax: number;
  /** Up to so many kinds of spans without end are walked side by side. */
  readonly cellsMax: number;
  readonly endedFew: number;
  readonly closedFew: number;
}
export const WAYS: Ways = { ledMax: 1500, cellsMax: 80, endedFew: ENDED_FEW, closedFew: CLOSED_FEW };

/** What leads to the spans by their projects, if anything does, and what else each of them must fulfil. */
export async function byProjects(
  db: Parameters<typeof heldProjects>[0],
  filter: HeldBy & { readonly projectId?: string | undefined },
  at: At,
  ledMax: number,
): Promise<{ readonly led: Sql | undefined; readonly each: readonly Sql[] }> {
  const held = (await heldProjects(db, filter, at)).sort((a, b) => a.n - b.n);
  const [fewest, ...others] = held;
  if (filter.projectId !== undefined) {
    return { led: sql`s.project_id = ${filter.projectId}`, each: held.map(({ check }) => check) };
  }
  if (!fewest || fewest.n > ledMax) return { led: undefined, each: held.map(({ check }) => check) };
  return { led: fewest.isIn, each: others.map(({ check }) => check) };
}
