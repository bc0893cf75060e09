import type { Command } from '#kernel';
import { ORGANIZATION_REFUSALS, organization } from './organization/organization.ts';
import { organizationStream } from './organization/events.ts';
import { project, type ProjectCommand } from './project/project.ts';
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
  codeTaken: codeTakenBy,
});

/** A correction takes the code that it puts in, just as the fact would have. */
function codeTakenBy({ type, data }: ProjectCommand): string | undefined {
  switch (type) {
    case 'RegisterProject':
    case 'GiveProjectCode':
      return data.code;
    case 'CorrectFact':
      return typeof data.data['code'] === 'string' ? data.data['code'] : undefined;
    default:
      return undefined;
  }
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
