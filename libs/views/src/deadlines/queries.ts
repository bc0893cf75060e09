import { sql, type Kysely } from 'kysely';
import { DEADLINE_KINDS, type DeadlineKind } from '#ledger';
import {
  all,
  byProjects,
  closed,
  closedInOrder,
  ended,
  endedInOrder,
  endless,
  holding,
  isFewClosed,
  isFewEnded,
  keysWhere,
  looked,
  spansOf,
  WAYS,
  type HeldBy,
  type Sql,
  type Walk,
  type Ways,
} from '../findings/spans.ts';
import type { Known } from '../known.ts';
import type { DeadlineRow, DeadlinesTables } from './schema.ts';

/** Which deadlines: every field narrows. */
export interface DeadlinesFilter extends HeldBy {
  readonly kinds?: readonly DeadlineKind[] | undefined;
  /** Zone ids; undefined: all. */
  readonly zones?: readonly string[] | undefined;
  readonly projectId?: string | undefined;
}

export interface DeadlinesPage {
  readonly filter: DeadlinesFilter;
  /** The day number on which they are open. */
  readonly day: number;
  readonly known?: Known;
  /** Due from this day number, if given, and before the other. */
  readonly due: { readonly from?: number; readonly before: number };
  readonly limit: number;
  readonly after?: readonly (string | number)[] | undefined;
}

/** The values that a page ends with, for the next one. */
export function deadlineKey({ due, number, deadline }: DeadlineRow): (string | number)[] {
  return [due, number, deadline];
}

/** What is open on a day and falls due within some days, the soonest first. */
export async function deadlinesPage(
  db: Kysely<DeadlinesTables>,
  { filter, day, known = 'latest', due, limit, after }: DeadlinesPage,
  ways: Ways = WAYS,
): Promise<DeadlineRow[]> {
  const at = { day, known };
  const columns = ['due', 'number', 'deadline'];
  const walk: Walk = { table: 'deadlines', columns, descending: false, limit, after };
  const { led, each } = await byProjects(db, filter, at, ways.ledMax);
  const within = [...(due.from === undefined ? [] : [sql`s.due >= ${due.from}`]), sql`s.due < ${due.before}`];
  const { kinds, zones } = filter;
  const both = [
    ...within,
    ...each,
    ...(kinds ? [sql`${looked('kind')} in (${sql.join(kinds)})`] : []),
    ...(zones ? [sql`${looked('zone_id')} in (${sql.join(zones)})`] : []),
  ];
  if (led) return spansOf(db as Kysely<never>, walk, [keysWhere(walk, sql`${holding(at)} ${all([led, ...both])}`)]);
  const past = known === 'latest' ? undefined : await closedOn(db, at.day, known, ways.closedFew);
  const isFew = await isFewEnded(db as Kysely<never>, walk.table, at, ways.endedFew);
  return spansOf(db as Kysely<never>, walk, [
    ...cellsOf(filter, ways.cellsMax).map((cell) =>
      keysWhere(walk, sql`${endless(at)} ${all([...cell, ...within, ...each])}`),
    ),
    keysWhere(walk, sql`${isFew ? ended(at) : endedInOrder(at)} ${all(both)}`),
    ...(past ? [keysWhere(walk, sql`${past} ${all(both)}`)] : []),
  ]);
}

/** How many deadlines of a kind are past due on a day, and how many fall due in the days that follow. */
export interface DeadlineCount {
  readonly kind: DeadlineKind;
  readonly overdue: number;
  readonly due: number;
}

/** The same deadlines, counted by kind: those due before the last of the days. */
export async function deadlineCounts(
  db: Kysely<DeadlinesTables>,
  {
    filter,
    day,
    known = 'latest',
    before,
  }: Pick<DeadlinesPage, 'filter' | 'day' | 'known'> & { readonly before: number },
): Promise<DeadlineCount[]> {
  const at = { day, known };
  const { led, each } = await byProjects(db, filter, at, WAYS.ledMax);
  const { kinds = DEADLINE_KINDS, zones } = filter;
  const wanted = [
    sql`s.due < ${before}`,
    ...each,
    ...(zones ? [sql`${looked('zone_id')} in (${sql.join(zones)})`] : []),
  ];
  const ofKinds = sql`${looked('kind')} in (${sql.join(kinds)})`;
  const counted = (rows: Sql): Sql => sql`select s.kind, s.due from deadlines s where ${rows} ${all(wanted)}`;
  const parts = led
    ? [counted(sql`${holding(at)} and ${led} and ${ofKinds}`)]
    : [
        ...kinds.map((kind) => counted(sql`${endless(at)} and s.kind = ${kind}`)),
        counted(sql`${ended(at)} and ${ofKinds}`),
        ...(known === 'latest' ? [] : [counted(sql`${closed(day, known)} and ${ofKinds}`)]),
      ];
  const { rows } = await sql<DeadlineCount>`
    select kind, sum(case when due < ${day} then 1 else 0 end) as overdue, sum(case when due < ${day} then 0 else 1 end) as due
    from (${sql.join(parts, sql` union all `)}) as t group by kind`.execute(db);
  return kinds.map((kind) => {
    const row = rows.find((one) => one.kind === kind);
    return { kind, overdue: Number(row?.overdue ?? 0), due: Number(row?.due ?? 0) };
  });
}

/** What follows no more, found by what closed it or walked in its order. */
async function closedOn(db: Kysely<DeadlinesTables>, day: number, known: number, few: number): Promise<Sql> {
  const isFew = await isFewClosed(db as Kysely<never>, 'deadlines', known, few);
  return isFew ? closed(day, known) : closedInOrder(day, known);
}

/** Each kind, and of few zones each zone: an index walks them in order of the day on which they are due. */
function cellsOf({ kinds = DEADLINE_KINDS, zones }: DeadlinesFilter, cellsMax: number): Sql[][] {
  const byKind = kinds.map((kind) => sql`s.kind = ${kind}`);
  if (zones && zones.length * kinds.length <= cellsMax) {
    return zones.flatMap((zone) => byKind.map((kind) => [sql`s.zone_id = ${zone}`, kind]));
  }
  return byKind.map((kind) => [kind, ...(zones ? [sql`${looked('zone_id')} in (${sql.join(zones)})`] : [])]);
}
