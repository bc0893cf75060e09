import { readdirSync, readFileSync } from 'node:fs';
import { fold, leafDigest, type Recorded } from '#kernel';
import { organization } from '../organization/organization.ts';
import type { OrganizationEvent } from '../organization/events.ts';
import { projectCode } from '../project-code/project-code.ts';
import type { ProjectCodeEvent } from '../project-code/events.ts';
import { factsOf } from '../project/facts.ts';
import { findingsOf } from '../project/findings.ts';
import type { ProjectEvent } from '../project/events.ts';
import { PROJECT_EVENTS } from '../project/rules.ts';
import { zone } from '../zone/zone.ts';
import type { ZoneEvent } from '../zone/events.ts';

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
const ofCategory = <E extends ProjectEvent | ZoneEvent | OrganizationEvent | ProjectCodeEvent>(category: string) =>
  stored
    .filter(({ stream }) => stream.startsWith(`${category}-`))
    .sort((a, b) => Number(a.revision - b.revision)) as unknown as Recorded<E>[];

it('there is one of every event and version', () => {
  const types = [
    ...Object.keys(PROJECT_EVENTS),
    'ZoneDefined',
    'OrganizationDefined',
    'PermitCatalogueAdopted',
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
  expect(fold(zone, ofCategory<ZoneEvent>('zone'))?.name).toBe('示例经济开发区');
  expect(fold(organization, ofCategory<OrganizationEvent>('organization'))?.kind).toBe('committee');
  expect(fold(projectCode, ofCategory<ProjectCodeEvent>('code'))).toBeUndefined();
});
