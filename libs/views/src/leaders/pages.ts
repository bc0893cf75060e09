import { sql, type Kysely } from 'kysely';
import { dayFromNumber } from '#kernel';
import { limitOf } from '#http';
import { ROLES, type Role } from '#ledger';
import { pageOf, type At, type Question } from '../answer.ts';
import { isKnown } from '../known.ts';
import { actionsOf, type Actions } from '../leader-accountability/actions.ts';
import type { AccountabilityDb } from '../leader-accountability/conditions.ts';
import {
  chargesIn,
  heldBy,
  loadByRole,
  measuresByRole,
  measuresOf,
  NOTHING_CHARGED,
  projectsInTime,
  vacancies,
  type Measures,
  type ProjectInTime,
} from '../leader-accountability/queries.ts';
import { NO_PROGRESS, type Progress } from '../leader-accountability/progress.ts';
import { NOBODY, type ChargeRow, type HeldRow } from '../leader-accountability/schema.ts';
import { ledgerItem, ledgerNames, type LedgerItem } from '../project-ledger/item.ts';
import { isAnyOf, withId } from '../project-ledger/rows.ts';
import type { LedgerTables } from '../project-ledger/schema.ts';
import type { LedgerSegment } from '../project-ledger/segments.ts';
import type { NameOf } from '../names.ts';
import type { QueryContext } from '../query-context.ts';
import { ACCOUNTABILITY, askedAt, questionFor, type LeadersQuery, type Listing, type PageAsked } from './asked.ts';
import { chargeItem } from './charge.ts';

/** Projects of one's time that the page of both blocks shows; the rest is paged. */
const IN_TIME_FIRST_MAX = 20;

/** A page of projects. */
export interface ProjectsPage {
  readonly items: readonly object[];
  readonly next: string | null;
}

/** 现任: what somebody holds on the day, and what is overdue in it, whoever let it slip. */
export async function nowPage(context: QueryContext, question: Question, asked: PageAsked): Promise<ProjectsPage> {
  const db: AccountabilityDb = context.views.reader(ACCOUNTABILITY);
  const { rows, next } = await pageOf<HeldRow>(context, question, asked.at, {
    keyOf: ({ number, role }) => [number, role],
    rows: (key, limit) => heldBy(db, asked, { limit, after: key && { number: Number(key[0]), role: String(key[1]) } }),
  });
  const ids = distinct(rows);
  const [{ items, nameOf }, charges, unheld] = await Promise.all([
    ledgerItems(context, ids, asked.at),
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
    next,
  };
}

/** 任期内: what happened to projects in somebody's own time, also to those they hold no more; the most overdue days first. */
export async function timePage(context: QueryContext, question: Question, asked: PageAsked): Promise<ProjectsPage> {
  const db: AccountabilityDb = context.views.reader(ACCOUNTABILITY);
  const { rows, next } = await pageOf<ProjectInTime>(context, question, asked.at, {
    keyOf: ({ days, daysFirst, projectId }) => [days, daysFirst, projectId],
    rows: (key, limit) => {
      const after = key && { days: Number(key[0]), daysFirst: Number(key[1]), id: String(key[2]) };
      return projectsInTime(db, asked, { limit, after });
    },
  });
  const ids = rows.map(({ projectId }) => projectId);
  const [{ items, nameOf }, charges] = await Promise.all([
    ledgerItems(context, ids, asked.at),
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
    next,
  };
}

/** Both blocks: what they hold now, as the list, and what happened in their time, in sums and as its first page. */
export async function holderPage(
  context: QueryContext,
  query: LeadersQuery,
  whose: Omit<Listing, 'list'>,
  at: At,
): Promise<object> {
  const asked = await askedAt(context, at, query, whose);
  const now = await nowPage(context, questionFor(query, { ...whose, list: 'held' }), asked);
  const first = { ...query, limit: String(Math.min(limitOf(query), IN_TIME_FIRST_MAX)) };
  const inTime = questionFor(first, { ...whose, list: 'in-my-time' });
  const { items, next } = await timePage(context, inTime, { ...asked, at: { ...at, from: undefined } });
  const db: AccountabilityDb = context.views.reader(ACCOUNTABILITY);
  const everyRole = { ...asked, roles: ROLES };
  const [byRole, loads, actions] = await Promise.all([
    measuresByRole(db, everyRole, asked.holderId),
    loadByRole(db, everyRole, asked.holderId),
    actionsOf(db, asked, [asked.holderId]),
  ]);
  const { overdueProjects, ...measures } = await measuresTogether(db, asked, byRole);
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
      ...measures,
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

/** `progress`: absent for who holds nothing. */
export function progressItem({ stages, lastReport }: Progress = NO_PROGRESS): object {
  return { stages, lastReport: lastReport === undefined ? null : dayFromNumber(lastReport) };
}

const distinct = (rows: readonly HeldRow[]): string[] => [...new Set(rows.map(({ project_id }) => project_id))];

const byProject = (charges: readonly ChargeRow[]): ((projectId: string) => readonly ChargeRow[]) => {
  const of = Map.groupBy(charges, ({ project_id }) => project_id);
  return (projectId) => of.get(projectId) ?? [];
};

/** Some projects as the ledger showed them at the point, by id, and the names that stand in them. */
export async function ledgerItems(
  { views, names }: QueryContext,
  ids: readonly string[],
  at: At,
): Promise<{ readonly items: ReadonlyMap<string, LedgerItem>; readonly nameOf: NameOf }> {
  const db: Kysely<LedgerTables> = views.reader('project-ledger');
  const { on } = at;
  const { rows } = await sql<LedgerSegment>`
    select ${withId('s')} from segments s where ${isAnyOf('s.number', ids)} and ${isKnown(at.known('project-ledger'), 's')}
      and s.valid_from <= ${on.number} and s.valid_to > ${on.number}`.execute(db);
  const nameOf = await names.of(ledgerNames(rows), on.day, at.known('definitions'));
  return { items: new Map(rows.map((row) => [row.project_id, ledgerItem(row, on.year, nameOf)])), nameOf };
}
