import { readdirSync, readFileSync } from 'node:fs';
import { fold, leafDigest, type Recorded } from '#kernel';
import { organization, ORGANIZATION_COMMAND_OF } from '../organization/organization.ts';
import type { OrganizationEvent } from '../organization/events.ts';
import { organizationFacts, organizationMerger, organizationNames } from '../organization/facts.ts';
import { person, PERSON_COMMAND_OF } from '../person/person.ts';
import type { PersonEvent } from '../person/events.ts';
import { personFacts, postsHeld } from '../person/posts.ts';
import { projectCode } from '../project-code/project-code.ts';
import type { ProjectCodeEvent } from '../project-code/events.ts';
import { factsOf } from '../project/facts.ts';
import { findingsOf } from '../project/findings.ts';
import type { ProjectEvent } from '../project/events.ts';
import { PROJECT_EVENTS } from '../project/rules.ts';
import { zone, ZONE_COMMAND_OF } from '../zone/zone.ts';
import type { ZoneEvent } from '../zone/events.ts';
import { zoneFacts, zoneNames } from '../zone/facts.ts';

/** One event as it was stored, and the digest of its leaf. Written once, when the shape is new; never changed. */
interface Sample {
  readonly event: Omit<Recorded, 'revision'> & { readonly revision: string };
  readonly leaf: string;
}

const folder = new URL('.', import.meta.url);
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, ...(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Sample) }));
const stored = samples.map(({ event }) => ({ ...event, revision: BigInt(event.revision) }) as Recorded);
const ofCategory = <E extends ProjectEvent | ZoneEvent | OrganizationEvent | PersonEvent | ProjectCodeEvent>(
  category: string,
) =>
  stored
    .filter(({ stream }) => stream.startsWith(`${category}-`))
    .sort((a, b) => Number(a.revision - b.revision)) as unknown as Recorded<E>[];

it('there is one of every event and version', () => {
  const types = [
    ...Object.keys(PROJECT_EVENTS),
    ...Object.keys(ZONE_COMMAND_OF),
    ...Object.keys(ORGANIZATION_COMMAND_OF),
    ...Object.keys(PERSON_COMMAND_OF),
    'PermitCatalogueAdopted',
    'ReassignmentOrdered',
    'ReassignmentCarriedOut',
    'TargetSet',
    'TargetRevised',
    'ProjectCodeReserved',
    'ProjectCodeReleased',
  ];
  expect(samples.map(({ name }) => name).sort()).toEqual(types.map((type) => `${type}.v1.json`).sort());
  for (const { name, event } of samples) expect(name).toBe(`${event.type}.v${String(event.metadata.schema)}.json`);
});

it.each(samples)('$name has the leaf it had when it was written', ({ event, leaf }) => {
  expect(leafDigest({ ...event, revision: BigInt(event.revision) } as Recorded)).toBe(leaf);
});

it('all of them fold', () => {
  const history = ofCategory<ProjectEvent>('project');
  expect(factsOf(history).length).toBeGreaterThan(30);
  expect(findingsOf(factsOf(history)).map(({ code }) => code)).toContain('StartedBeforeLand');
  const zoneNow = zoneFacts(fold(zone, ofCategory<ZoneEvent>('zone')));
  expect(zoneNames(zoneNow).map(({ value }) => value)).toEqual(['示例经济开发区', '示例高新技术产业开发区']);
  const unit = organizationFacts(fold(organization, ofCategory<OrganizationEvent>('organization')));
  expect([organizationNames(unit).length, organizationMerger(unit)?.data.from]).toEqual([2, '2024-01-01']);
  expect(postsHeld(personFacts(fold(person, ofCategory<PersonEvent>('person'))))).toMatchObject([{ post: '副主任' }]);
  expect(fold(projectCode, ofCategory<ProjectCodeEvent>('code'))).toBeUndefined();
});
