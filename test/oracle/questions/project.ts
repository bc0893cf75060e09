import fc from 'fast-check';
import { firstDay, isMending, sameJson, type Day, type Json } from '#kernel';
import {
  findingsOn,
  hasLeftTheLists,
  isVoided,
  MILESTONES,
  plansOf,
  reachedMilestones,
  stageOn,
  stagesReached,
  standingSteps,
  tenuresOf,
  type EffectiveFact,
} from '#ledger';
import { standOf } from '../../../libs/views/src/project-history/changes.ts';
import { FactsController } from '../../../libs/views/src/project-history/facts.controller.ts';
import { ProjectHistoryController } from '../../../libs/views/src/project-history/project-history.controller.ts';
import { nameOn } from '../defined.ts';
import { correctionOf, factsIn, revocationOf } from '../facts.ts';
import { PROJECTS } from '../ledgers.ts';
import { isListed, type KnownProject, type Log } from '../log.ts';
import { enteredOn, rowOf } from './ledger.ts';
import { everyPage, type Answered, type Kind, type Then } from './question.ts';

export type ProjectTold = KnownProject['events'][number];

/** A project of which nothing was known yet is refused, and so is one that never was. */
export function unknownProject(log: Log, id: string, { seq }: Then): string | undefined {
  if (log.project(id, seq)) return undefined;
  return log.project(id, log.events.length) ? 'ProjectNotKnownYet' : 'ProjectNotFound';
}

export function standingOn(facts: readonly EffectiveFact[], day: Day): string {
  if (!facts.some(({ type }) => type === 'ProjectRegistered')) return 'withdrawn';
  if (isVoided(facts)) return 'voided';
  if (hasLeftTheLists(facts)) return 'merged';
  return standingSteps(facts).findLast(({ from }) => from <= day)?.standing ?? 'active';
}

/** What has begun by a day: a plan when it was filed, all else with the first day that it names. */
function hasBegun({ type, data, filedOn }: EffectiveFact, day: Day): boolean {
  if (type === 'ProjectRegistered') return true;
  const isPlan = type === 'MilestonePlanned' || type === 'MilestoneRescheduled';
  const { on, period, from, until } = data as Readonly<Record<'on' | 'period' | 'from' | 'until', string | undefined>>;
  const named = isPlan ? undefined : (on ?? period ?? from ?? until);
  return ((named === undefined ? undefined : firstDay(named)) ?? filedOn) <= day;
}

/** What the ledger's row of a project says, where the ledger has one. */
export function rowIn(project: Omit<KnownProject, 'events'>, day: Day) {
  if (!isListed(project.facts) || enteredOn(project) > day) return undefined;
  const { held: _, keyLists: __, words: ___, totalFen, invested, investedThisYear, ...row } = rowOf(project, day);
  return { ...row, totalInvestment: totalFen, invested, investedThisYear };
}

type Row = NonNullable<ReturnType<typeof rowIn>>;
const ROW = [
  'name',
  'code',
  'zoneId',
  'stage',
  'possibleStage',
  'leaderId',
  'coLeaderIds',
  'responsiblePersonId',
  'responsibleUnitId',
  'agentUnitId',
  'totalInvestment',
  'invested',
  'investedThisYear',
] as const satisfies readonly (keyof Row)[];

export const rowFields = (row: object): object =>
  Object.fromEntries(
    ROW.map((field) => {
      const value = (row as Readonly<Record<string, unknown>>)[field] ?? null;
      return [field, (value as { readonly fen?: string } | null)?.fen ?? value];
    }),
  );

interface ShownPage {
  readonly revision: string;
  readonly stage: string;
  readonly possibleStage?: string;
  readonly standing: string;
  readonly zoneName?: string | null;
  readonly milestones: readonly object[];
  readonly standings: readonly object[];
  readonly plans: readonly object[];
  readonly tenures: readonly {
    readonly role: string;
    readonly holder: { readonly id: string; readonly name: string | null };
  }[];
  readonly findings: readonly {
    readonly id: string;
    readonly code: string;
    readonly since: Day;
    readonly factIds: Json;
  }[];
}

const without = (fields: readonly string[], shown: object): object =>
  Object.fromEntries(Object.entries(shown).filter(([field]) => !fields.includes(field)));

/** A project's own page: what holds, who holds it, what was planned and what does not fit. */
export const page: Kind<{ readonly id: string }> = {
  name: 'a project',
  drawn: fc.record({ id: fc.constantFrom(...PROJECTS) }),
  async answered(context, { id }, point, log) {
    const controller = new ProjectHistoryController(context, NO_LOG);
    const shown = (await controller.page(id, point, NO_REPLY)) as object as ShownPage & Omit<Answered, 'compared'>;
    const { asOf, effectiveOn } = shown;
    const project = log.project(id, asOf.seq) as KnownProject;
    const { revision, stage, possibleStage, standing, zoneName } = shown;
    const compared = {
      revision,
      stage,
      possibleStage,
      standing,
      ...(rowIn(project, effectiveOn) && { row: rowFields(shown), zoneName }),
      milestones: shown.milestones.map((one) => without(['label', 'onText', 'details'], one)),
      standings: shown.standings.map((one) => without(['label'], one)),
      plans: shown.plans.map((one) => without(['label'], one)),
      tenures: shown.tenures.map(({ holder, ...one }) => ({
        ...without(['roleLabel'], one),
        holderId: holder.id,
        // Ids here are of people and of units; only units have names that are in the log.
        name: one.role.endsWith('Unit') ? holder.name : null,
      })),
      findings: shown.findings.map(({ id: finding, code, since, factIds }) => [finding, code, since, factIds]),
    };
    return { asOf, effectiveOn, compared };
  },
  refused: (log, { id }, then) => unknownProject(log, id, then),
  expected(log, { id }, then) {
    const { day, seq } = then;
    const project = log.project(id, seq) as KnownProject;
    const { facts, events } = project;
    const begun = begunIn(project, then);
    const { stage, possibleStage } = stageOn(stagesReached(facts), day);
    const row = rowIn(project, day);
    return {
      revision: String(events.length - 1),
      stage,
      possibleStage,
      standing: standingOn(facts, day),
      ...(row && { row: rowFields(row), zoneName: nameOn(log, `zone-${row.zoneId}`, then) ?? null }),
      milestones: reachedMilestones(begun)
        .toSorted((a, b) => MILESTONES.indexOf(a.milestone) - MILESTONES.indexOf(b.milestone))
        .map(({ milestone, on, phase, filedOn, factId }) => ({ milestone, on, phase, filedOn, factId })),
      standings: standingSteps(begun),
      plans: plansOf(begun),
      tenures: tenuresOf(facts)
        .filter(({ fromDay }) => then.isDayGiven !== true || fromDay <= day)
        .map(({ until = null, ...tenure }) => ({
          ...tenure,
          until,
          name: tenure.role.endsWith('Unit')
            ? (nameOn(log, `organization-${tenure.holderId}`, { seq, day: tenure.fromDay }) ?? null)
            : null,
        })),
      findings: findingsOn(facts, day).map((one) => [one.id, one.code, one.since, one.factIds]),
    };
  },
};

/** What of a project has begun by a day that somebody asked for. */
const begunIn = ({ facts }: KnownProject, { isDayGiven, day }: Then): readonly EffectiveFact[] =>
  isDayGiven === true ? facts.filter((fact) => hasBegun(fact, day)) : facts;

/** The facts that hold of a project, page by page. */
export const facts: Kind<{ readonly id: string; readonly limit: string }> = {
  name: 'a project’s facts',
  drawn: fc.record({ id: fc.constantFrom(...PROJECTS), limit: fc.constantFrom('1', '3', '50') }),
  async answered(context, { id, limit }, point) {
    const controller = new FactsController(context);
    const { items, ...rest } = await everyPage((cursor) => controller.list(id, { limit, ...point, ...cursor }));
    return { ...rest, compared: items.map((one) => without(['label'], one)) };
  },
  refused: (log, { id }, then) => unknownProject(log, id, then),
  expected(log, { id }, then) {
    return begunIn(log.project(id, then.seq) as KnownProject, then).map(
      ({ id: factId, type, data, filedOn, correctedBy, revision }) => {
        return { id: factId, type, data, filedOn, correctedBy, revision: String(revision) };
      },
    );
  },
};

/** The raw events are no question about a point, and headers are none of its answer. */
const NO_LOG = {} as never;
const NO_REPLY = { header: () => undefined } as never;

/** What one more event changed, by what all of them amount to before and after it. */
export function changesBy(before: readonly ProjectTold[], event: ProjectTold): [string, Json, Json][] {
  const after = [...before, event];
  const [a, b] = [before, after].map((events) => {
    const parts = events.length === 0 ? {} : standOf(factsIn<EffectiveFact>(events)).fields;
    return Object.assign({}, ...Object.values(parts)) as Record<string, Json>;
  }) as [Record<string, Json>, Record<string, Json>];
  const differing = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((f) => !sameJson(a[f], b[f])).sort();
  const changes = differing.map((field): [string, Json, Json] => [field, a[field] ?? null, b[field] ?? null]);
  if (!isMending(event)) return changes;
  let mended: ProjectTold | undefined = event;
  while (mended && isMending(mended)) {
    const { factId }: { readonly factId: string } = mended.data;
    mended = before.find(({ id }) => id === factId);
  }
  const dataIn = (events: readonly ProjectTold[]): Json =>
    (factsIn<EffectiveFact>(events).find(({ id }) => id === mended?.id)?.data as Json | undefined) ?? null;
  return [['fact', dataIn(before), dataIn(after)], ...changes];
}

interface ShownChange {
  readonly field: string;
  readonly from: Json;
  readonly to: Json;
}

export const shownChanges = (changes: unknown): [string, Json, Json][] =>
  (changes as readonly ShownChange[]).map(({ field, from, to }) => [field, from, to]);

export interface AskedHistory {
  readonly id: string;
  readonly limit: string;
}

export const askedHistory = fc.record({ id: fc.constantFrom(...PROJECTS), limit: fc.constantFrom('3', '50') });

/** Every event of a project with what it changed, and whether it was known to hold. */
export const timeline: Kind<AskedHistory> = {
  name: 'a project’s timeline',
  isOfNoDay: () => true,
  drawn: askedHistory,
  async answered(context, { id, limit }, point) {
    const controller = new ProjectHistoryController(context, NO_LOG);
    const { items, ...rest } = await everyPage((cursor) => controller.timeline(id, { ...point, limit, ...cursor }));
    const compared = items.map(
      ({ seq, id: eventId, revision, type, data, status, correctedBy, revokedBy, changes }) => {
        return {
          seq,
          id: eventId,
          revision,
          type,
          data,
          status,
          correctedBy,
          revokedBy,
          changes: shownChanges(changes),
        };
      },
    );
    return { ...rest, compared };
  },
  refused: (log, { id }, then) => unknownProject(log, id, then),
  expected(log, { id }, { seq }) {
    const { events } = log.project(id, seq) as KnownProject;
    return events.map((event, i) => {
      const [correctedBy, revokedBy] = [correctionOf(event.id, events), revocationOf(event.id, events)];
      return {
        seq: event.seq,
        id: event.id,
        revision: String(event.revision),
        type: event.type,
        data: event.data,
        status: revokedBy !== undefined ? 'revoked' : correctedBy !== undefined ? 'corrected' : 'effective',
        correctedBy,
        revokedBy,
        changes: changesBy(events.slice(0, i), event),
      };
    });
  },
};
