import { zoneOfScope, type Command, type Recorded } from '#kernel';
import { CATALOGUE_REFUSALS, catalogue } from './catalogue/catalogue.ts';
import { catalogueStream, type CatalogueEvent } from './catalogue/events.ts';
import { ORGANIZATION_REFUSALS, organization } from './organization/organization.ts';
import { organizationStream } from './organization/events.ts';
import { projectStream, type ProjectEvent } from './project/events.ts';
import { factsOf, isVoided, leadsTo } from './project/facts.ts';
import { project, type Project } from './project/project.ts';
import { registrationSteps } from './project/registration.ts';
import { PROJECT_REFUSALS } from './project/rules.ts';
import { slice, type Reference } from './slice.ts';
import { target, TARGET_REFUSALS } from './target/target.ts';
import { zone, ZONE_REFUSALS } from './zone/zone.ts';

export const zoneSlice = slice({ category: 'zone', decider: zone, refusals: ZONE_REFUSALS, references: () => [] });

export const organizationSlice = slice({
  category: 'organization',
  decider: organization,
  refusals: { ...ORGANIZATION_REFUSALS, UnitUnknown: PROJECT_REFUSALS.UnitUnknown },
  references: ({ data }) => (data.parent === undefined ? [] : [organizationStream(data.parent)]),
});

export const projectSlice = slice({
  category: 'project',
  decider: project,
  refusals: PROJECT_REFUSALS,
  references: projectReferences,
  leads: { to: leadingTo, on: (history) => leadsTo(factsOf(history as Project)) },
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

/** The code in the registration data that hold now. A project that was voided has none, nor one without a registration. */
function codeOf(history: Project): string | undefined {
  const facts = factsOf(history);
  if (isVoided(facts) || !facts.some(({ type }) => type === 'ProjectRegistered')) return undefined;
  return registrationSteps(facts).at(-1)?.registration.code;
}

/** What a project's command names; in a correction it stands in its data. Each kind has the same fields in every command. */
interface Named {
  readonly zoneId?: string;
  readonly personId?: string;
  readonly unitId?: string;
  readonly projectId?: string;
  readonly catalogue?: string;
  readonly item?: string;
}

function namedBy(command: Command): Named {
  return command.type === 'CorrectFact' ? (command.data as { data: Named }).data : (command.data as Named);
}

function projectReferences(command: Command): Reference[] {
  const { zoneId, personId, unitId, projectId, catalogue: catalogueId, item } = namedBy(command);
  const references: Reference[] = [];
  if (zoneId !== undefined) references.push(`zone-${zoneId}`);
  if (personId !== undefined) references.push(`person-${personId}`);
  if (unitId !== undefined) references.push(`organization-${unitId}`);
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

function leadingTo(command: Command): string | undefined {
  const { projectId } = namedBy(command);
  return projectId === undefined ? undefined : projectStream(projectId);
}
