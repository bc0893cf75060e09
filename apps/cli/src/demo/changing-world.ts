import { addDays, daysBetween, type Command, type Day } from '#kernel';
import {
  organizationSlice,
  organizationStream,
  personSlice,
  personStream,
  zoneSlice,
  zoneStream,
  type Slice,
} from '#ledger';
import type { Entry } from './journal.ts';
import { LEADER_POSTS } from './names.ts';
import type { DemoZone, Scene } from './world.ts';

/** What zones, units and people came to be since: names, tiers and labels of their own, a merger, posts that change hands. */
export function tellChangingWorld(scene: Scene, zones: readonly DemoZone[]): void {
  for (const [n, zone] of zones.entries()) {
    tellZone(scene, zone, n);
    tellUnits(scene, zone);
    tellPosts(scene, zone);
  }
}

function tellZone(scene: Scene, { id, short, defined }: DemoZone, n: number): void {
  const file = filing(scene, zoneSlice, zoneStream(id));
  const from = somewhere(scene);
  const changes: Command[] = [
    { type: 'RelabelZone', data: { labels: { 'role.lead': '包保领导', 'stage.constructionStarted': '已开工' } } },
    { type: 'RenameZone', data: { name: `${short}经济技术开发区`, from } },
    { type: 'RetierZone', data: { tier: '一类', from } },
  ];
  file(addDays(from, 3), changes[n % changes.length] as Command, defined);
}

/** One unit gets another name, and another one goes on in it. */
function tellUnits(scene: Scene, { short, unitIds, defined }: DemoZone): void {
  const [renamed, merged] = [unitIds[0] as string, unitIds.at(-1) as string];
  const from = somewhere(scene);
  const named = filing(scene, organizationSlice, organizationStream(renamed))(
    addDays(from, 4),
    { type: 'RenameOrganization', data: { name: `${short}经济发展和科技局`, from, doc: '示例编办〔2024〕6号' } },
    defined,
  );
  filing(scene, organizationSlice, organizationStream(merged))(
    addDays(from, 34),
    { type: 'MergeOrganization', data: { into: renamed, from: addDays(from, 30), doc: '示例编办〔2024〕7号' } },
    named,
  );
}

/** Who holds a seat has a post at the zone's first unit for as long. */
function tellPosts(scene: Scene, { unitIds, seats, defined }: DemoZone): void {
  const unitId = unitIds[0] as string;
  for (const { holders } of seats) {
    const post = scene.random.pick(LEADER_POSTS);
    for (const [i, { personId, from, doc }] of holders.entries()) {
      const file = filing(scene, personSlice, personStream(personId));
      const appointed = file(from, { type: 'AppointPerson', data: { unitId, post, from, doc } }, defined);
      const until = holders[i + 1]?.from;
      if (until !== undefined && appointed)
        file(until, { type: 'LeavePost', data: { unitId, post, until } }, appointed);
    }
  }
}

/** A day in the middle of the demonstration. */
function somewhere({ random, span }: Scene): Day {
  const days = daysBetween(span.begin, span.until);
  return addDays(span.begin, random.int(Math.floor(days / 4), Math.floor(days / 2)));
}

function filing({ journal, span }: Scene, slice: Slice, streamId: string) {
  return (filedOn: Day, command: Command, after: Entry | undefined): Entry | undefined =>
    filedOn > span.until ? undefined : journal.file({ slice, streamId, filedOn, ...(after && { after }) }, command);
}
