import { derivedId, intervalOf, zoneOfScope, type Command, type FactDate, type Recorded } from '#kernel';
import { CATALOGUE_REFUSALS, catalogue } from './catalogue/catalogue.ts';
import { catalogueStream, type CatalogueEvent } from './catalogue/events.ts';
import type { MendingCommand } from './mending.ts';
import { ORGANIZATION_REFUSALS, organization, type Organization } from './organization/organization.ts';
import { organizationStream } from './organization/events.ts';
import {
  organizationDefinition,
  organizationFacts,
  organizationLeadsTo,
  organizationMerger,
} from './organization/facts.ts';
import { person, PERSON_REFUSALS } from './person/person.ts';
import { projectStream, type ProjectEvent } from './project/events.ts';
import { factsOf, isVoided, leadsTo } from './project/facts.ts';
import { project, type Project } from './project/project.ts';
import { registrationSteps } from './project/registration.ts';
import { PROJECT_REFUSALS } from './project/rules.ts';
import type { ReassignmentOrdered } from './reassignment/events.ts';
import { REASSIGNMENT_REFUSALS, reassignment } from './reassignment/reassignment.ts';
import { slice, type Reference } from './slice.ts';
import { target, TARGET_REFUSALS } from './target/target.ts';
import { zone, ZONE_REFUSALS } from './zone/zone.ts';

/** What any stream of facts can refuse. */
const FACT_REFUSALS = {
  FactInTheFuture: PROJECT_REFUSALS.FactInTheFuture,
  FactAlreadyFiled: PROJECT_REFUSALS.FactAlreadyFiled,
  FactNotFound: PROJECT_REFUSALS.FactNotFound,
  MendingNotCorrectable: PROJECT_REFUSALS.MendingNotCorrectable,
};

export const zoneSlice = slice({
  category: 'zone',
  decider: zone,
  refusals: { ...FACT_REFUSALS, ...ZONE_REFUSALS },
  notFound: 'ZoneNotFound',
  references: () => [],
});

export const organizationSlice = slice({
  category: 'organization',
  decider: organization,
  refusals: { ...FACT_REFUSALS, ...ORGANIZATION_REFUSALS, UnitUnknown: PROJECT_REFUSALS.UnitUnknown },
  notFound: 'OrganizationNotFound',
  references: (command) => unitsNamed(command).map(organizationStream),
  leads: {
    to: (command) => unitsNamed(command).map(organizationStream),
    on: (history) => organizationLeadsTo(organizationFacts(history as Organization)),
  },
});

export const personSlice = slice({
  category: 'person',
  decider: person,
  refusals: {
    ...FACT_REFUSALS,
    ...PERSON_REFUSALS,
    UnitUnknown: PROJECT_REFUSALS.UnitUnknown,
    TenureEndsBeforeItStarts: PROJECT_REFUSALS.TenureEndsBeforeItStarts,
  },
  notFound: 'PersonNotFound',
  startsEmpty: true,
  references: (command, streamId) => {
    const { unitId } = namedBy(command);
    return unitId === undefined ? [streamId] : [streamId, organizationStream(unitId)];
  },
});

/** The unit above, or the one to be merged into. */
function unitsNamed(command: Command): string[] {
  const { parent, into } = namedBy(command);
  return [parent, into].filter((id) => id !== undefined);
}

export const projectSlice = slice({
  category: 'project',
  decider: project,
  refusals: PROJECT_REFUSALS,
  references: projectReferences,
  leads: {
    to: (command, history) => leadingTo(command, history as Project),
    on: (history) => leadsTo(factsOf(history as Project)),
  },
  codeHeld: codeOf,
});

export const catalogueSlice = slice({
  category: 'catalogue',
  decider: catalogue,
  refusals: CATALOGUE_REFUSALS,
  references: () => [],
});

export const targetSlice = slice({
  category: 'target',
  decider: target,
  refusals: { ...TARGET_REFUSALS, ZoneUnknown: PROJECT_REFUSALS.ZoneUnknown },
  notFound: 'TargetNotFound',
  references: ({ data }) => {
    const zoneId = 'scope' in data ? zoneOfScope(data.scope) : undefined;
    return zoneId === undefined ? [] : [`zone-${zoneId}`];
  },
});

export const reassignmentSlice = slice({
  category: 'reassignment',
  decider: reassignment,
  refusals: {
    ...REASSIGNMENT_REFUSALS,
    ProjectUnknown: PROJECT_REFUSALS.ProjectUnknown,
    PersonUnknown: PROJECT_REFUSALS.PersonUnknown,
    FactInTheFuture: PROJECT_REFUSALS.FactInTheFuture,
  },
  references: (command) => (command.type === 'OrderReassignment' ? namedInOrder(command.data) : []),
});

/** Everybody and every project of an order, each once. That a project was voided since is found when its turn comes. */
function namedInOrder({ rows }: ReassignmentOrdered['data']): string[] {
  const people = new Set(rows.map(({ personId }) => `person-${personId}`));
  return [...people, ...rows.map(({ projectId }) => projectStream(projectId))];
}

/** The code in the registration data that hold now. A project that was voided has none, nor one without a registration. */
function codeOf(history: Project): string | undefined {
  const facts = factsOf(history);
  if (isVoided(facts) || !facts.some(({ type }) => type === 'ProjectRegistered')) return undefined;
  return registrationSteps(facts).at(-1)?.registration.code;
}

/** What a command names; in a correction it stands in its data. Each kind has the same fields in every command. */
interface Named {
  readonly from?: FactDate;
  readonly zoneId?: string;
  readonly personId?: string;
  readonly unitId?: string;
  readonly parent?: string;
  readonly into?: string;
  readonly projectId?: string;
  readonly catalogue?: string;
  readonly item?: string;
}

function namedBy(command: Command): Named {
  return command.type === 'CorrectFact' ? (command.data as { data: Named }).data : (command.data as Named);
}

function projectReferences(command: Command): Reference[] {
  const { zoneId, personId, unitId, from, projectId, catalogue: catalogueId, item } = namedBy(command);
  const references: Reference[] = [];
  if (zoneId !== undefined) references.push(`zone-${zoneId}`);
  if (personId !== undefined) references.push(`person-${personId}`);
  if (unitId !== undefined) references.push(organizationStream(unitId));
  // Of the facts of a project only assignments name both.
  if (unitId !== undefined && from !== undefined) references.push(unitThen(unitId, from));
  if (projectId !== undefined) {
    const stream = projectStream(projectId);
    references.push({ name: stream, stream, holds: isInTheLedger });
  }
  if (catalogueId !== undefined) {
    const stream = catalogueStream(catalogueId);
    references.push({
      name: `${stream}/${item ?? ''}`,
      stream,
      holds: (history) =>
        (history as Recorded<CatalogueEvent>[]).some(({ data }) => data.items.some(({ id }) => id === item)),
    });
  }
  return references;
}

function isInTheLedger(history: readonly Recorded[]): boolean {
  const facts = factsOf(history as Recorded<ProjectEvent>[]);
  return facts.some(({ type }) => type === 'ProjectRegistered') && !isVoided(facts);
}

/** The unit as it was on a day: defined from then or before, and not yet a part of another one. Of an unknown day: defined. */
function unitThen(unitId: string, from: FactDate): Reference {
  const stream = organizationStream(unitId);
  return {
    name: `${stream}/${from}`,
    stream,
    holds: (history) => {
      const facts = organizationFacts(history as Organization);
      const definition = organizationDefinition(facts);
      const days = intervalOf(from);
      if (!definition || !days) return definition !== undefined;
      const merger = organizationMerger(facts);
      return definition.data.from <= days.last && (merger === undefined || days.first < merger.data.from);
    },
  };
}

/** The project that a merger or split names; of a mending the one that it brings back or names anew. */
function leadingTo(command: Command, history: Project): readonly string[] {
  if (!isMending(command)) {
    const { projectId } = namedBy(command);
    return projectId === undefined ? [] : [projectStream(projectId)];
  }
  const known = leadsTo(factsOf(history));
  return leadsTo(factsOf(mendedBy(command, history))).filter((stream) => !known.includes(stream));
}

const isMending = (command: Command): command is MendingCommand =>
  command.type === 'CorrectFact' || command.type === 'RevokeFact';

/** The history with a mending as it would be the last event of it. */
function mendedBy(command: MendingCommand, history: Project): Project {
  const last = history.at(-1);
  if (!last) return history;
  const event: ProjectEvent =
    command.type === 'CorrectFact'
      ? { type: 'FactCorrected', data: command.data }
      : { type: 'FactRevoked', data: command.data };
  return [...history, { ...last, ...event, id: derivedId(last.id, 'mended'), revision: last.revision + 1n }];
}
