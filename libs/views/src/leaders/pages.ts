import { sql, type Kysely } from 'kysely';
import { dayFromNumber, type Json } from '#kernel';
import { FOREVER_SEQ } from '#database';
import { limitOf, type PageQuery } from '#http';
import { ROLES, type Role } from '#ledger';
import {
  actionsOf,
  chargesIn,
  heldBy,
  loadByRole,
  measuresByRole,
  measuresOf,
  NOTHING_CHARGED,
  projectsInTime,
  vacancies,
  type AccountabilityDb,
  type Actions,
  type Measures,
  type ProjectInTime,
} from '../leader-accountability/queries.ts';
import { NOBODY, type ChargeRow, type HeldRow } from '../leader-accountability/schema.ts';
import { ledgerItem, ledgerNames, type LedgerItem } from '../project-ledger/item.ts';
import type { LedgerTables } from '../project-ledger/schema.ts';
import type { LedgerSegment } from '../project-ledger/segments.ts';
import type { NameOf } from '../names.ts';
import { paged, type QueryContext } from '../query-context.ts';
import type { AsOfDay } from '../today.ts';
import type { PageAsked } from './asked.ts';
import { chargeItem } from './charge.ts';

export const ACCOUNTABILITY = 'leader-accountability';

/** Projects of one's time that the page of both blocks shows; the rest is paged. */
const IN_TIME_FIRST_MAX = 20;

type Query = PageQuery & { readonly after?: string };

/** 现任: what somebody holds on the day, and what is overdue in it, whoever let it slip. */
export async function nowPage(context: QueryContext, query: Query, asked: PageAsked): Promise<object> {
  const db: AccountabilityDb = context.views.reader(ACCOUNTABILITY);
  const { rows, rest } = await paged<HeldRow>(context, {
    view: ACCOUNTABILITY,
    query,
    question: questionOf('held', asked),
    keyOf: ({ number, role }) => [number, role],
    rows: (key, limit) => heldBy(db, asked, { limit, after: key && { number: Number(key[0]), role: String(key[1]) } }),
  });
  const ids = distinct(rows);
  const [{ items, nameOf }, charges, unheld] = await Promise.all([
    ledgerItems(context, ids, asked.on),
    chargesIn(db, { ...asked, onDay: true }, ids),
    asked.holderId === NOBODY ? vacancies(db, asked, ids) : undefined,
  ]);
  const chargesOf = byProject(charges);
  return {
    items: rows.flatMap(({ project_id, role, since, first_day }) => {
      const item = items.get(project_id);
      if (!item) return [];
      const overdue = chargesOf(project_id).filter((charge) => charge.role === role);
      const vacant = unheld && { since: dayFromNumber(first_day), unheldDays: unheld.daysOf.get(project_id) ?? 0 };
      const now = overdue.map((row) => chargeItem({ ...row, valid_from: row.held_from }, asked.day, nameOf));
      return [{ role, since, ...vacant, ...item, overdue: now }];
    }),
    effectiveOn: asked.on.day,
    ...rest,
  };
}

/** 任期内: what happened to projects in somebody's own time, also to those they hold no more; the most overdue days first. */
export async function timePage(context: QueryContext, query: Query, asked: PageAsked): Promise<object> {
  const db: AccountabilityDb = context.views.reader(ACCOUNTABILITY);
  const { rows, rest } = await paged<ProjectInTime>(context, {
    view: ACCOUNTABILITY,
    query,
    question: questionOf('in-my-time', asked),
    keyOf: ({ days, daysFirst, projectId }) => [days, daysFirst, projectId],
    rows: (key, limit) => {
      const after = key && { days: Number(key[0]), daysFirst: Number(key[1]), id: String(key[2]) };
      return projectsInTime(db, asked, { limit, after });
    },
  });
  const ids = rows.map(({ projectId }) => projectId);
  const [{ items, nameOf }, charges] = await Promise.all([
    ledgerItems(context, ids, asked.on),
    chargesIn(db, asked, ids),
  ]);
  const chargesOf = byProject(charges);
  return {
    items: rows.flatMap(({ projectId, days, daysFirst, slips, missedReports }) => {
      const item = items.get(projectId);
      if (!item) return [];
      const shown = chargesOf(projectId).map((row) => chargeItem(row, asked.day, nameOf));
      return [{ ...item, overdueDays: { current: days, first: daysFirst }, slips, missedReports, charges: shown }];
    }),
    effectiveOn: asked.on.day,
    ...rest,
  };
}

/** Both blocks: what they hold now, as the list, and what happened in their time, in sums and as its first page. */
export async function holderPage(context: QueryContext, query: Query, asked: PageAsked): Promise<object> {
  const first = { ...query, limit: String(Math.min(limitOf(query), IN_TIME_FIRST_MAX)), cursor: undefined };
  const now = await nowPage(context, query, asked);
  const { items, next } = (await timePage(context, first, asked)) as { items: object[]; next: string | null };
  const db: AccountabilityDb = context.views.reader(ACCOUNTABILITY);
  const everyRole = { ...asked, roles: ROLES };
  const [byRole, loads, actions] = await Promise.all([
    measuresByRole(db, everyRole, asked.holderId),
    loadByRole(db, everyRole, asked.holderId),
    actionsOf(db, asked, [asked.holderId]),
  ]);
  const { overdueProjects, ...inTime } = await measuresTogether(db, asked, byRole);
  const load = (role: Role): number => loads.get(role) ?? 0;
  const roles = ROLES.filter((role) => byRole.has(role) || loads.has(role));
  return {
    now: {
      projects: asked.roles.reduce((n, role) => n + load(role), 0),
      lead: load('lead'),
      coLead: load('coLead'),
      overdueProjects,
    },
    inMyTime: {
      ...inTime,
      ...actionItem(actions.get(asked.holderId)),
      byRole: roles.map((role) => ({ role, projects: load(role), ...(byRole.get(role) ?? NOTHING_CHARGED) })),
      items,
      next,
    },
    ...now,
  };
}

/** The measures of all the roles asked for. Those of several are no sum: a project that is overdue in two of them counts once. */
async function measuresTogether(
  db: AccountabilityDb,
  asked: PageAsked,
  byRole: ReadonlyMap<Role, Measures>,
): Promise<Measures> {
  const charged = asked.roles.filter((role) => byRole.has(role));
  const measures =
    charged.length > 1
      ? (await measuresOf(db, asked, [asked.holderId])).get(asked.holderId)
      : byRole.get(charged[0] as Role);
  return measures ?? NOTHING_CHARGED;
}

export function actionItem(actions: Actions | undefined): object {
  const { siteVisits = 0, helpActions = 0, lastVisit } = actions ?? {};
  return { siteVisits, helpActions, lastSiteVisit: lastVisit === undefined ? null : dayFromNumber(lastVisit) };
}

const questionOf = (list: string, { holderId, roles, scope, on }: PageAsked): Json => ({
  list,
  holderId,
  roles: [...roles],
  scope,
  on: on.day,
});

const distinct = (rows: readonly HeldRow[]): string[] => [...new Set(rows.map(({ project_id }) => project_id))];

const byProject = (charges: readonly ChargeRow[]): ((projectId: string) => readonly ChargeRow[]) => {
  const of = Map.groupBy(charges, ({ project_id }) => project_id);
  return (projectId) => of.get(projectId) ?? [];
};

/** Some projects as the ledger shows them on the day, by id, and the names that stand in them. */
async function ledgerItems(
  { views, names }: QueryContext,
  ids: readonly string[],
  on: AsOfDay,
): Promise<{ readonly items: ReadonlyMap<string, LedgerItem>; readonly nameOf: NameOf }> {
  const db: Kysely<LedgerTables> = views.reader('project-ledger');
  const { rows } = await sql<LedgerSegment>`
    select * from segments where project_id in (${sql.join([...ids, ''])}) and known_to = ${sql.lit(FOREVER_SEQ)}
      and valid_from <= ${on.number} and valid_to > ${on.number}`.execute(db);
  const nameOf = await names.of(ledgerNames(rows), on.day);
  return { items: new Map(rows.map((row) => [row.project_id, ledgerItem(row, on.year, nameOf)])), nameOf };
}
