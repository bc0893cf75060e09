import fc from 'fast-check';
import { addDays } from '#kernel';
import { deadlinesOf, findingsOn, holdsOn, tenuresOf, type Role } from '#ledger';
import { DeadlinesController } from '../../../libs/views/src/deadlines/deadlines.controller.ts';
import { FindingsController } from '../../../libs/views/src/findings/findings.controller.ts';
import { PEOPLE } from '../../../libs/views/src/testing/histories.ts';
import { PROJECTS } from '../ledgers.ts';
import type { KnownProject, Log } from '../log.ts';
import { everyPage, type Answered, type Kind, type Then } from './question.ts';
import { bytes, isUnknown, scopes, zoneOn, zonesOf } from './scope.ts';

interface Narrowed {
  readonly scope?: string;
  readonly leaderId?: string;
  readonly unitId?: string;
  readonly projectId?: string;
}

const narrowed = {
  scope: scopes,
  leaderId: fc.constantFrom(...PEOPLE),
  unitId: fc.constantFrom(...PEOPLE),
  projectId: fc.constantFrom(...PROJECTS.slice(0, 2)),
};

function within(
  log: Log,
  { seq, day }: Then,
  { scope = 'all', leaderId, unitId, projectId }: Narrowed,
): KnownProject[] {
  const zones = zonesOf(log, scope, seq);
  return log.listed(seq).filter((project) => {
    const held = tenuresOf(project.facts).filter((tenure) => holdsOn(tenure, day));
    const holds = (holder: string | undefined, roles: readonly Role[]): boolean =>
      holder === undefined || held.some(({ role, holderId }) => holderId === holder && roles.includes(role));
    return (
      (zones === undefined || zones.includes(zoneOn(project, day))) &&
      (projectId === undefined || project.id === projectId) &&
      holds(leaderId, ['lead', 'coLead']) &&
      holds(unitId, ['responsibleUnit', 'agentUnit'])
    );
  });
}

interface AskedFindings extends Narrowed {
  readonly explained?: 'true' | 'false';
  readonly sort?: 'newest' | 'project';
  readonly limit: string;
}

function found(log: Log, asked: Pick<AskedFindings, 'explained'> & Narrowed, then: Then) {
  return within(log, then, asked).flatMap((project) =>
    findingsOn(project.facts, then.day)
      .filter(({ explanation }) => asked.explained === undefined || (asked.explained === 'true') === !!explanation)
      .map(({ id, code, since, factIds, explanation }) => {
        return { project: project.id, number: project.number, id, code, since, factIds, explained: !!explanation };
      }),
  );
}

const askedFindings = fc.record(
  { ...narrowed, explained: fc.constantFrom('true', 'false'), sort: fc.constantFrom('newest', 'project') },
  { requiredKeys: [] },
);

/** What is found on a day, in either order. */
export const findings: Kind<AskedFindings> = {
  name: 'findings',
  drawn: fc
    .tuple(askedFindings, fc.constantFrom('3', '50'))
    .map(([asked, limit]) => ({ ...asked, limit })) as fc.Arbitrary<AskedFindings>,
  async answered(context, asked, point) {
    const controller = new FindingsController(context);
    const { items, ...rest } = await everyPage((cursor) => controller.list({ ...asked, ...point, ...cursor }));
    const compared = items.map((item) => {
      const { id, number } = item['project'] as { readonly id: string; readonly number: number };
      const { id: finding, code, since, factIds, explanation } = item;
      return { project: id, number, id: finding, code, since, factIds, explained: !!explanation };
    });
    return { ...rest, compared };
  },
  refused: (log, asked, then) => (isUnknown(log, asked, then) ? 'ScopeUnknown' : undefined),
  expected(log, asked, then) {
    type One = ReturnType<typeof found>[number];
    const byProject = (a: One, b: One): number => a.number - b.number || bytes(a.id, b.id);
    return found(log, asked, then).sort((a, b) =>
      asked.sort === 'project' ? byProject(a, b) : bytes(b.since, a.since) || byProject(b, a),
    );
  },
};

/** How many of each code. */
export const findingsSummary: Kind<Narrowed> = {
  name: 'the summary of findings',
  drawn: fc.record(narrowed, { requiredKeys: [] }) as fc.Arbitrary<Narrowed>,
  async answered(context, asked, point) {
    const shown = (await new FindingsController(context).summary({ ...asked, ...point })) as object as Omit<
      Answered,
      'compared'
    > & { readonly codes: readonly { readonly code: string; readonly count: number; readonly explained: number }[] };
    const { asOf, effectiveOn, codes } = shown;
    return { asOf, effectiveOn, compared: codes.map(({ code, count, explained }) => [code, count, explained]) };
  },
  refused: (log, asked, then) => (isUnknown(log, asked, then) ? 'ScopeUnknown' : undefined),
  expected(log, asked, then) {
    const all = found(log, asked, then);
    return [...new Set(all.map(({ code }) => code))].sort().map((code) => {
      const of = all.filter((one) => one.code === code);
      return [code, of.length, of.filter(({ explained }) => explained).length];
    });
  },
};

interface AskedDeadlines extends Narrowed {
  readonly overdue?: 'true';
  readonly days?: string;
  readonly limit: string;
}

/** What falls due soon, or is past due. */
export const deadlines: Kind<AskedDeadlines> = {
  name: 'deadlines',
  drawn: fc
    .tuple(
      fc.record(
        { ...narrowed, overdue: fc.constant('true'), days: fc.constantFrom('1', '90', '366') },
        { requiredKeys: [] },
      ),
      fc.constantFrom('2', '50'),
    )
    .map(([asked, limit]) => ({ ...asked, limit })) as fc.Arbitrary<AskedDeadlines>,
  async answered(context, asked, point) {
    const controller = new DeadlinesController(context);
    const { items, ...rest } = await everyPage((cursor) => controller.list({ ...asked, ...point, ...cursor }));
    const compared = items.map(({ id, kind, milestone, due, factId, project }) => {
      return { project: (project as { readonly id: string }).id, id, kind, milestone, due, factId };
    });
    return { ...rest, compared };
  },
  refused: (log, asked, then) => (isUnknown(log, asked, then) ? 'ScopeUnknown' : undefined),
  expected(log, asked, then) {
    const { day } = then;
    const end = addDays(day, Number(asked.days ?? 30));
    return within(log, then, asked)
      .flatMap((project) =>
        deadlinesOf(project.facts)
          .filter(({ from, until }) => from <= day && (until === undefined || day < until))
          .filter(({ due }) => (asked.overdue ? due < day : due >= day && due < end))
          .map((deadline) => ({ number: project.number, project: project.id, ...deadline })),
      )
      .sort((a, b) => bytes(a.due, b.due) || a.number - b.number || bytes(a.id, b.id))
      .map(({ project, id, kind, milestone, due, factId }) => ({ project, id, kind, milestone, due, factId }));
  },
};
