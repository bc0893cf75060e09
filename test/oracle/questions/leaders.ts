import fc from 'fast-check';
import { addDays, dayNumber, type Day } from '#kernel';
import { LEADER_ROLES, ROLES, type Role } from '#ledger';
import { NOBODY } from '../../../libs/views/src/leader-accountability/schema.ts';
import { LeadersController } from '../../../libs/views/src/leaders/leaders.controller.ts';
import { UnitsController } from '../../../libs/views/src/leaders/units.controller.ts';
import { PEOPLE } from '../../../libs/views/src/testing/histories.ts';
import { Accountable, measuresIn, progressIn, type Charged } from '../accountable.ts';
import type { Log } from '../log.ts';
import { everyPage, type Kind, type Then } from './question.ts';
import { bytes, isUnknown, scopes, zonesOf } from './scope.ts';

/** Everybody is in the registry from the first day on. */
export const REGISTRY = {
  people: {
    getPeople: (ids: readonly string[]) =>
      Promise.resolve(new Map(ids.filter(Boolean).map((id) => [id, { id, name: id }]))),
  },
} as never;

interface AskedLeaders {
  readonly scope?: string;
  readonly role?: Role;
  readonly limit: string;
}

interface AskedHolder extends AskedLeaders {
  readonly id: string;
}

const UNIT_ROLES = ['responsibleUnit', 'agentUnit'] as const satisfies readonly Role[];
const limit = fc.constantFrom('1', '2', '50');

const askedOf = (roles: readonly Role[]): fc.Arbitrary<AskedLeaders> =>
  fc
    .tuple(fc.record({ scope: scopes, role: fc.constantFrom(...roles) }, { requiredKeys: [] }), limit)
    .map(([narrowed, one]) => ({ ...narrowed, limit: one })) as fc.Arbitrary<AskedLeaders>;

/** What is known of everybody at a point. */
function accountableAt(log: Log, { scope = 'all' }: AskedLeaders, { seq, day }: Then) {
  const zones = zonesOf(log, scope, seq);
  const projects = log.listed(seq).map((project) => new Accountable(project));
  const charges = projects.flatMap((project) => project.charged(day, zones));
  return { zones, projects, charges };
}
type Accounts = ReturnType<typeof accountableAt>;

/** The projects and roles that somebody holds on a day, in the order of entry. */
function heldBy({ projects, zones }: Accounts, holderId: string, roles: readonly Role[], day: Day) {
  return projects
    .filter((project) => project.isIn(zones, day))
    .flatMap((project) => roles.toSorted(bytes).map((role) => ({ project, role })))
    .filter(({ project, role }) => project.isHeldBy(holderId, role, day));
}

function actionsOf({ projects, zones }: Accounts, personId: string, day: Day): object {
  const actions = projects.map((project) => project.actions(personId, day, zones));
  const visits = actions.flatMap((one) => one.visits).sort();
  return {
    siteVisits: visits.length,
    helpActions: actions.flatMap(({ helps }) => helps).length,
    lastSiteVisit: visits.at(-1) ?? null,
  };
}

const chargedTo = ({ charges }: Accounts, holderId: string, roles: readonly Role[]): readonly Charged[] =>
  charges.filter((charge) => charge.holderId === holderId && roles.includes(charge.role));

const MEASURED = ['overdueProjects', 'overdueDays', 'slips', 'missedReports'];
const ACTED = ['siteVisits', 'helpActions', 'lastSiteVisit'];

function only(shown: object, fields: readonly string[]): object {
  return Object.fromEntries(Object.entries(shown).filter(([field]) => fields.includes(field)));
}

/** Everybody who holds a project, and nobody. */
export const leaders: Kind<AskedLeaders> = {
  name: 'the leaders',
  drawn: askedOf(ROLES),
  async answered(context, asked, point) {
    const controller = new LeadersController({ ...context, registry: REGISTRY });
    const { items, ...rest } = await everyPage((cursor) => controller.list({ ...asked, ...point, ...cursor }));
    const fields = ['id', 'projects', 'lead', 'coLead', 'stages', 'lastReport', ...MEASURED, ...ACTED];
    return { ...rest, compared: items.map((item) => only(item, fields)) };
  },
  refused: (log, asked, then) => (isUnknown(log, asked, then) ? 'ScopeUnknown' : undefined),
  expected(log, asked, then) {
    const { day } = then;
    const accounts = accountableAt(log, asked, then);
    const roles = asked.role === undefined ? LEADER_ROLES : [asked.role];
    const wasVacant = accounts.projects.some((project) =>
      [...project.daysTo(day)].some(
        (on) => project.isIn(accounts.zones, on) && roles.some((role) => project.isVacant(role, on)),
      ),
    );
    return [NOBODY, ...PEOPLE]
      .map((id) => ({ id, held: heldBy(accounts, id, roles, day) }))
      .filter(({ id, held }) => held.length > 0 || (id === NOBODY && wasVacant))
      .sort((a, b) => b.held.length - a.held.length || bytes(a.id, b.id))
      .map(({ id, held }) => ({
        id: id === NOBODY ? null : id,
        projects: held.length,
        lead: held.filter(({ role }) => role === 'lead').length,
        coLead: held.filter(({ role }) => role === 'coLead').length,
        ...progressIn(
          held.map(({ project }) => project),
          day,
        ),
        ...measuresIn(chargedTo(accounts, id, roles)),
        ...actionsOf(accounts, id, day),
      }));
  },
};

/** What a page shows of a project that somebody holds. */
function heldItems(accounts: Accounts, holderId: string, roles: readonly Role[], day: Day): object[] {
  return heldBy(accounts, holderId, roles, day).map(({ project, role }) => ({
    id: project.project.id,
    role,
    overdue: project
      .overdueOn(day)
      .map(({ against, milestone, phase = null, plan, from }) => {
        let since = day;
        const isHeld = (on: Day): boolean => on >= from && project.holders(role, on).includes(holderId);
        while (isHeld(addDays(since, -1))) since = addDays(since, -1);
        const [days, daysInAll] = [since, from].map((first) => dayNumber(day) - dayNumber(first) + 1);
        const kind = against === 'first' ? 'overdueFirst' : 'overdueCurrent';
        return { kind, milestone, phase, plan, since, begun: from, days, daysInAll };
      })
      .sort(byText),
    ...(holderId === NOBODY && {
      since: project.vacantSince(role, day),
      unheldDays: [...project.daysTo(day)].filter(
        (on) => project.isVacant(role, on) && project.isIn(accounts.zones, on),
      ).length,
    }),
  }));
}

const byText = (a: object, b: object): number => bytes(JSON.stringify(a), JSON.stringify(b));
const OVERDUE = ['kind', 'milestone', 'phase', 'plan', 'since', 'begun', 'days', 'daysInAll'];

interface ShownHeld {
  readonly id: string;
  readonly role: string;
  readonly since: string;
  readonly unheldDays?: number;
  readonly overdue: readonly Readonly<Record<string, unknown>>[];
}

function shownHeld(items: readonly object[]): object[] {
  return (items as readonly ShownHeld[]).map(({ id, role, since, unheldDays, overdue }) => ({
    id,
    role,
    overdue: overdue.map((one) => Object.fromEntries(OVERDUE.map((field) => [field, one[field]]))).sort(byText),
    ...(unheldDays !== undefined && { since, unheldDays }),
  }));
}

/** What nobody holds. */
export const nobody: Kind<AskedLeaders> = {
  name: 'what nobody holds',
  drawn: askedOf(ROLES.filter((role) => role !== 'coLead')),
  async answered(context, asked, point) {
    const controller = new LeadersController({ ...context, registry: REGISTRY });
    const pages: object[] = [];
    const { items, ...rest } = await everyPage(async (cursor) => {
      const page = await controller.nobody({ ...asked, ...point, ...cursor });
      pages.push(only(page, ['projects', 'unheldDays', ...MEASURED]));
      return page;
    });
    return { ...rest, compared: { ...pages[0], items: shownHeld(items) } };
  },
  refused: (log, asked, then) => (isUnknown(log, asked, then) ? 'ScopeUnknown' : undefined),
  expected(log, asked, then) {
    const { day } = then;
    const accounts = accountableAt(log, asked, then);
    const role = asked.role ?? 'lead';
    const unheld = accounts.projects.flatMap((project) =>
      [...project.daysTo(day)].filter((on) => project.isVacant(role, on) && project.isIn(accounts.zones, on)),
    );
    const items = heldItems(accounts, NOBODY, [role], day);
    const measures = measuresIn(chargedTo(accounts, NOBODY, [role]));
    return { projects: items.length, unheldDays: unheld.length, ...measures, items };
  },
};

interface ShownPage {
  readonly now: object;
  readonly inMyTime: { readonly byRole: readonly object[]; readonly items: readonly object[] };
}

interface ShownInTime extends ReturnType<typeof measuresIn> {
  readonly id: string;
  readonly charges: readonly {
    readonly kind: string;
    readonly role: string;
    readonly milestone: string | null;
    readonly phase: string | null;
    readonly days?: number;
    readonly months?: { readonly count: number };
  }[];
}

const IN_TIME_FIRST_MAX = 20;
const NOTHING = JSON.stringify({ projects: 0, ...measuresIn([]) });

/** Projects in somebody's time with every charge, the most overdue first. */
function inTimeItems(accounts: Accounts, holderId: string, roles: readonly Role[]) {
  const byProject = Map.groupBy(chargedTo(accounts, holderId, roles), ({ projectId }) => projectId);
  return [...byProject]
    .map(([id, charges]) => {
      const { overdueProjects: _, ...measures } = measuresIn(charges);
      const counted = charges.map(({ what, role, n }) => [what, role, n] as const);
      return { id, ...measures, charges: counted.toSorted(byText) };
    })
    .sort(
      (a, b) =>
        b.overdueDays.current - a.overdueDays.current || b.overdueDays.first - a.overdueDays.first || bytes(a.id, b.id),
    );
}

/** Charges of a kind are shown apart by tenure and zone: as many as they are together. */
function shownInTime(items: readonly object[]): object[] {
  return (items as readonly ShownInTime[]).map(({ id, overdueDays, slips, missedReports, charges }) => {
    const counted = new Map<string, number>();
    for (const { kind, role, milestone, phase, days = 0, months } of charges) {
      const key = JSON.stringify([`${kind}/${milestone ?? ''}/${phase ?? ''}`, role]);
      const n = kind === 'slip' ? 1 : (months?.count ?? days);
      counted.set(key, (counted.get(key) ?? 0) + n);
    }
    const shown = [...counted].filter(([, n]) => n > 0);
    return {
      id,
      overdueDays,
      slips,
      missedReports,
      charges: shown.map(([key, n]) => [...(JSON.parse(key) as string[]), n]).sort(byText),
    };
  });
}

function pageKind(name: string, usual: readonly Role[], roles: readonly Role[]): Kind<AskedHolder> {
  const isUnit = usual === UNIT_ROLES;
  return {
    name,
    drawn: fc.tuple(askedOf(roles), fc.constantFrom(...PEOPLE)).map(([asked, id]) => ({ ...asked, id })),
    async answered(context, { id, ...asked }, point) {
      const controller = isUnit
        ? new UnitsController(context)
        : new LeadersController({ ...context, registry: REGISTRY });
      const pages: ShownPage[] = [];
      const { items, ...rest } = await everyPage(async (cursor) => {
        const page = await controller.page(id, { ...asked, ...point, ...cursor });
        pages.push(page as object as ShownPage);
        return page;
      });
      const inTime = await everyPage((cursor) => controller.inMyTime(id, { ...asked, ...point, ...cursor }));
      const { now, inMyTime } = pages[0] as ShownPage;
      const compared = {
        now,
        ...only(inMyTime, ['overdueDays', 'slips', 'missedReports', ...ACTED]),
        byRole: inMyTime.byRole.filter((one) => {
          return JSON.stringify(only(one, ['projects', ...MEASURED])) !== NOTHING;
        }),
        first: inMyTime.items.map((item) => (item as ShownInTime).id),
        inTime: shownInTime(inTime.items),
        items: shownHeld(items),
      };
      return { ...rest, compared };
    },
    refused(log, asked, then) {
      if (isUnit && !log.ids('organization', then.seq).includes(asked.id)) return 'UnitUnknown';
      return isUnknown(log, asked, then) ? 'ScopeUnknown' : undefined;
    },
    expected(log, { id, ...asked }, then) {
      const { day } = then;
      const accounts = accountableAt(log, asked, then);
      const wanted = asked.role === undefined ? usual : [asked.role];
      const { overdueProjects, ...measures } = measuresIn(chargedTo(accounts, id, wanted));
      const held = (of: readonly Role[]): number => heldBy(accounts, id, of, day).length;
      const load = (role: Role): number => held([role]);
      const inTime = inTimeItems(accounts, id, wanted);
      return {
        now: { projects: held(wanted), lead: load('lead'), coLead: load('coLead'), overdueProjects },
        ...measures,
        ...actionsOf(accounts, id, day),
        byRole: ROLES.map((role) => ({
          role,
          projects: load(role),
          ...measuresIn(chargedTo(accounts, id, [role])),
        })).filter(({ role: _, ...one }) => JSON.stringify(one) !== NOTHING),
        first: inTime.slice(0, Math.min(Number(asked.limit), IN_TIME_FIRST_MAX)).map((one) => one.id),
        inTime,
        items: heldItems(accounts, id, wanted, day),
      };
    },
  };
}

/** What a leader holds now, and what happened in their time. */
export const leader = pageKind('a leader', LEADER_ROLES, ROLES);

/** The same of a unit. */
export const unit = pageKind('a unit', UNIT_ROLES, UNIT_ROLES);
