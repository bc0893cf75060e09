import { readdirSync, readFileSync } from 'node:fs';
import { dependsOn, fold, leafDigest, upcast, type Recorded, type StoredEvent } from '#kernel';
import { catalogue } from '../catalogue/catalogue.ts';
import type { CatalogueEvent } from '../catalogue/events.ts';
import { organization } from '../organization/organization.ts';
import type { OrganizationEvent } from '../organization/events.ts';
import { organizationFacts, organizationMerger, organizationNames } from '../organization/facts.ts';
import { person } from '../person/person.ts';
import type { PersonEvent } from '../person/events.ts';
import { personFacts, postsHeld } from '../person/posts.ts';
import { projectCode } from '../project-code/project-code.ts';
import type { ProjectCodeEvent } from '../project-code/events.ts';
import { factsOf } from '../project/facts.ts';
import { findingsOf } from '../project/findings.ts';
import type { ProjectEvent } from '../project/events.ts';
import { reassignment } from '../reassignment/reassignment.ts';
import type { ReassignmentEvent } from '../reassignment/events.ts';
import { SHAPES, type LedgerEvent } from '../shapes.ts';
import { target } from '../target/target.ts';
import type { TargetEvent } from '../target/events.ts';
import { zone } from '../zone/zone.ts';
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
const stored = samples.map(({ event }) => ({ ...event, revision: BigInt(event.revision) }) as StoredEvent);
const typeOf = new Map(stored.map(({ id, type }) => [id, type]));
/** As every reader gets them. */
const latest = stored.map((event) => upcast(SHAPES, event, typeOf.get(dependsOn(SHAPES, event) ?? '')));
const ofCategory = <E extends LedgerEvent>(category: string) => {
  const found: Recorded[] = latest.filter(({ stream }) => stream.startsWith(`${category}-`));
  return found.sort((a, b) => Number(a.revision - b.revision)) as Recorded<E>[];
};

it('there is one of every event and version', () => {
  const versions = Object.entries(SHAPES).map(([type, steps]) => [type, steps.length + 1] as const);
  const last = Math.max(...versions.map(([, version]) => version));
  const wanted = versions.flatMap(([type, version]) => {
    // A correction has the version of the fact that it corrects, so there is one of each.
    const upTo = type === 'FactCorrected' ? last : version;
    return Array.from({ length: upTo }, (_, i) => `${type}.v${i + 1}.json`);
  });
  expect(samples.map(({ name }) => name).sort()).toEqual(wanted.sort());
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
  expect(fold(catalogue, ofCategory<CatalogueEvent>('catalogue'))?.items).toMatchObject([{ id: 'env' }]);
  expect(fold(target, ofCategory<TargetEvent>('target'))?.values.get('一类')).toBe(15);
  const order = fold(reassignment, ofCategory<ReassignmentEvent>('reassignment'));
  expect(order.carriedOut?.skipped).toMatchObject([{ why: 'ChangedSincePreview' }]);
});
