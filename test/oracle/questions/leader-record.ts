import fc from 'fast-check';
import { dayNumber, type Day } from '#kernel';
import { holding, PERSON_ROLES, type Role, type Tenure } from '#ledger';
import { LeadersController } from '../../../libs/views/src/leaders/leaders.controller.ts';
import { PEOPLE } from '../../../libs/views/src/testing/histories.ts';
import { Accountable } from '../accountable.ts';
import type { Log } from '../log.ts';
import { REGISTRY } from './leaders.ts';
import { everyPage, type Kind, type Then } from './question.ts';
import { bytes, isUnknown, scopes, zonesOf } from './scope.ts';

interface AskedRecord {
  readonly id: string;
  readonly limit: string;
  readonly scope?: string;
}
interface AskedTenures extends AskedRecord {
  readonly role?: Role;
}
interface AskedActions extends AskedRecord {
  readonly kind?: 'siteVisit' | 'helpAction';
}

const drawn = <A extends AskedRecord>(narrow: Record<string, fc.Arbitrary<string>>): fc.Arbitrary<A> =>
  fc
    .tuple(
      fc.constantFrom(...PEOPLE),
      fc.constantFrom('1', '2', '50'),
      fc.record({ scope: scopes, ...narrow }, { requiredKeys: [] }),
    )
    .map(([id, limit, narrowed]) => ({ ...narrowed, id, limit })) as fc.Arbitrary<A>;

function projectsAt(log: Log, { seq }: Then): Accountable[] {
  return log.listed(seq).map((project) => new Accountable(project));
}

const idOf = (one: unknown): string | null => (one as { readonly id: string } | null)?.id ?? null;
const only = <T>(some: readonly T[]): T | undefined => (some.length === 1 ? some[0] : undefined);

/** Tenures that cover a day; the project's exit ends them. */
function covering(project: Accountable): readonly (Tenure & { readonly end: Day | undefined })[] {
  return project.tenures
    .map((tenure) => ({ ...tenure, end: project.endOf(tenure) }))
    .filter(({ fromDay, end }) => end === undefined || fromDay < end);
}

/** Every tenure of a leader, with whom it followed and who followed it. */
export const tenures: Kind<AskedTenures> = {
  name: 'the tenures of a leader',
  drawn: drawn({ role: fc.constantFrom(...PERSON_ROLES) }),
  async answered(context, { id, ...asked }, point) {
    const controller = new LeadersController({ ...context, registry: REGISTRY });
    const { items, ...rest } = await everyPage((cursor) => controller.tenures(id, { ...asked, ...point, ...cursor }));
    const compared = items.map((item) => {
      const { role, from, fromDay, until, days, end, doc, orderId, factId } = item;
      const neighbours = { before: idOf(item['predecessor']), after: idOf(item['successor']) };
      return {
        project: idOf(item['project']),
        role,
        from,
        fromDay,
        until,
        days,
        end,
        doc,
        orderId,
        factId,
        ...neighbours,
      };
    });
    return { ...rest, compared };
  },
  refused: (log, asked, then) => (isUnknown(log, asked, then) ? 'ScopeUnknown' : undefined),
  expected(log, { id, role: one, scope = 'all' }, then) {
    const { day } = then;
    const zones = zonesOf(log, scope, then.seq);
    return projectsAt(log, then)
      .flatMap((project) => {
        const all = covering(project);
        const isIn = ({ fromDay, end }: (typeof all)[number]): boolean =>
          [...project.daysFrom(fromDay, day)].some((on) => (end === undefined || on < end) && project.isIn(zones, on));
        return all
          .filter((tenure) => tenure.holderId === id && PERSON_ROLES.includes(tenure.role) && isIn(tenure))
          .filter(({ role }) => one === undefined || role === one)
          .map(({ role, from, fromDay, end, doc = null, orderId = null, factId }) => {
            const others = all.filter((other) => other.role === role);
            const until = end !== undefined && end <= day ? end : null;
            const before = only(others.filter((other) => other.end === fromDay));
            const after = until === null ? undefined : only(others.filter((other) => other.fromDay === until));
            const how = project.hasExitedOn(end) ? 'exited' : after ? 'handedOver' : 'released';
            return {
              project: project.project.id,
              role,
              from,
              fromDay,
              until,
              days: until === null ? dayNumber(day) - dayNumber(fromDay) + 1 : dayNumber(until) - dayNumber(fromDay),
              end: until === null ? null : how,
              doc,
              orderId,
              factId,
              before: before?.holderId ?? null,
              after: after?.holderId ?? null,
            };
          });
      })
      .sort((a, b) => bytes(b.fromDay, a.fromDay) || bytes(a.project, b.project) || bytes(a.role, b.role));
  },
};

/** What a leader did. */
export const actions: Kind<AskedActions> = {
  name: 'the actions of a leader',
  drawn: drawn({ kind: fc.constantFrom('siteVisit', 'helpAction') }),
  async answered(context, { id, ...asked }, point) {
    const controller = new LeadersController({ ...context, registry: REGISTRY });
    const { items, ...rest } = await everyPage((cursor) => controller.actions(id, { ...asked, ...point, ...cursor }));
    const compared = items.map((item) => {
      const { kind, on, onDay, text, factId } = item;
      return { project: idOf(item['project']), kind, on, onDay, text, factId };
    });
    return { ...rest, compared };
  },
  refused: (log, asked, then) => (isUnknown(log, asked, then) ? 'ScopeUnknown' : undefined),
  expected(log, { id, kind: one, scope = 'all' }, then) {
    const zones = zonesOf(log, scope, then.seq);
    return projectsAt(log, then)
      .flatMap((project) =>
        project.project.facts.flatMap(({ type, data, id: factId, filedOn }) => {
          if ((type !== 'SiteVisited' && type !== 'HelpActionRecorded') || data.personId !== id) return [];
          const kind = type === 'SiteVisited' ? 'siteVisit' : 'helpAction';
          const { certainFrom: onDay } = holding(data.on, filedOn);
          if (onDay > then.day || !project.isIn(zones, onDay) || (one !== undefined && kind !== one)) return [];
          const text = ('text' in data ? data.text : data.found) ?? '';
          return [{ project: project.project.id, kind, on: data.on, onDay, text: text === '' ? null : text, factId }];
        }),
      )
      .sort((a, b) => bytes(b.onDay, a.onDay) || bytes(a.project, b.project) || bytes(a.factId, b.factId));
  },
};
