import type { Command } from '#kernel';
import { ORGANIZATION_REFUSALS, organization } from './organization/organization.ts';
import { organizationStream } from './organization/events.ts';
import { factsOf, isVoided } from './project/facts.ts';
import { project, type Project } from './project/project.ts';
import { registrationSteps } from './project/registration.ts';
import { PROJECT_REFUSALS } from './project/rules.ts';
import { slice } from './slice.ts';
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
  codeHeld: codeOf,
});

/** The code in the registration data that hold now. A project that was voided has none, nor one without a registration. */
function codeOf(history: Project): string | undefined {
  const facts = factsOf(history);
  if (isVoided(facts) || !facts.some(({ type }) => type === 'ProjectRegistered')) return undefined;
  return registrationSteps(facts).at(-1)?.registration.code;
}

/** Zones, people and units are named by the same fields in every command; in a correction they stand in its data. */
function projectReferences(command: Command): string[] {
  const data = (command.type === 'CorrectFact' ? (command.data as { data: object }).data : command.data) as {
    zoneId?: string;
    personId?: string;
    unitId?: string;
  };
  const references: string[] = [];
  if (data.zoneId !== undefined) references.push(`zone-${data.zoneId}`);
  if (data.personId !== undefined) references.push(`person-${data.personId}`);
  if (data.unitId !== undefined) references.push(`organization-${data.unitId}`);
  return references;
}
