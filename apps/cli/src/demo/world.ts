import { addDays, derivedId, type Day } from '#kernel';
import { catalogueSlice, catalogueStream, organizationSlice, organizationStream, zoneSlice, zoneStream } from '#ledger';
import type { Entry, Journal } from './journal.ts';
import { GIVEN_NAMES, LEADER_POSTS, PERMITS, SURNAMES, UNITS, ZONES } from './names.ts';
import type { Random } from './random.ts';

/** As the registry keeps people; unit and post are texts there. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly post: string;
}

/** A portfolio of projects and who held it, in order; a leader who is transferred hands all of it to the next one. */
export interface Seat {
  readonly holders: readonly { readonly personId: string; readonly from: Day; readonly doc: string }[];
}

export interface DemoZone {
  readonly id: string;
  readonly short: string;
  readonly region: string;
  readonly unitIds: readonly string[];
  /** Nobody's successor yet: who takes over when a leader goes on the last day. */
  readonly successorId: string;
  readonly seats: readonly Seat[];
  /** Who answers for projects day by day. */
  readonly officerIds: readonly string[];
  /** The permits of this zone, a catalogue. */
  readonly catalogueId: string;
  /** The last of its definitions: everything about its projects is filed after it. */
  readonly defined: Entry;
}

export interface Span {
  readonly begin: Day;
  readonly until: Day;
}

const SEATS = 5;
const OFFICERS = 6;
/** Of five seats these change hands, the second of them twice: one leader in three is gone within three years. */
const HANDOVERS = [0, 1, 2, 0, 0] as const;

export interface Scene {
  readonly seed: number;
  readonly random: Random;
  readonly journal: Journal;
  readonly span: Span;
}

/** Zones with their units and leaders, defined on the first day. */
export function buildWorld(scene: Scene, count: number): { zones: DemoZone[]; people: DemoPerson[] } {
  const names = scene.random.shuffled(SURNAMES.flatMap((surname) => GIVEN_NAMES.map((given) => surname + given)));
  const people: DemoPerson[] = [];
  const hire = (unit: string): string => {
    const id = derivedId('demo', String(scene.seed), 'person', String(people.length));
    const name = names[people.length % names.length] as string;
    people.push({ id, name, unit, post: scene.random.pick(LEADER_POSTS) });
    return id;
  };
  const zones = Array.from({ length: count }, (_, n) => buildZone(scene, n, hire));
  return { zones, people };
}

function buildZone(scene: Scene, n: number, hire: (unit: string) => string): DemoZone {
  const { seed, random, journal, span } = scene;
  const place = ZONES[n % ZONES.length] as (typeof ZONES)[number];
  const more = n < ZONES.length ? '' : `第${Math.floor(n / ZONES.length) + 1}园区`;
  const id = derivedId('demo', String(seed), 'zone', String(n));
  const zone = {
    name: place.name + more,
    level: 'provincial',
    kind: place.kind,
    hostCounty: place.region,
    tier: n === 0 ? '一类' : '二类',
  };
  let defined = journal.file(
    { slice: zoneSlice, streamId: zoneStream(id), filedOn: span.begin },
    { type: 'DefineZone', data: { ...zone, from: span.begin } },
  );
  const unitIds = UNITS.map(({ name, kind }, u) => {
    const unitId = derivedId('demo', String(seed), 'unit', String(n), String(u));
    defined = journal.file(
      { slice: organizationSlice, streamId: organizationStream(unitId), filedOn: span.begin, after: defined },
      { type: 'DefineOrganization', data: { name: place.short + more + name, kind, from: span.begin } },
    );
    return unitId;
  });
  const catalogueId = derivedId('demo', String(seed), 'catalogue', String(n));
  const items = PERMITS.map(({ id: item, name, group }) => ({ id: item, name, group }));
  defined = journal.file(
    { slice: catalogueSlice, streamId: catalogueStream(catalogueId), filedOn: span.begin, after: defined },
    { type: 'AdoptPermitCatalogue', data: { name: `${zone.name}审批事项目录`, from: span.begin, items } },
  );
  const seats = HANDOVERS.map((handovers) => buildSeat(random, span, handovers, () => hire(zone.name))).slice(0, SEATS);
  const officerIds = Array.from({ length: OFFICERS }, () => hire(zone.name));
  const successorId = hire(zone.name);
  return {
    id,
    short: place.short,
    region: place.region,
    unitIds,
    successorId,
    seats,
    officerIds,
    catalogueId,
    defined,
  };
}

function buildSeat(random: Random, { begin, until }: Span, handovers: number, hire: () => string): Seat {
  const holders = [{ personId: hire(), from: begin, doc: document(begin, random) }];
  let from = begin;
  for (let i = 0; i < handovers; i++) {
    from = addDays(from, random.int(200, 420));
    if (from < until) holders.push({ personId: hire(), from, doc: document(from, random) });
  }
  return { holders };
}

const document = (day: Day, random: Random): string => `示例办文〔${day.slice(0, 4)}〕${random.int(3, 86)}号`;

/** The units that are there from the first day to the last; the last one of a zone is merged on the way. */
export const lastingUnits = ({ unitIds }: DemoZone): readonly string[] => unitIds.slice(0, -1);

/** Who holds a seat on a day. */
export function holderOn({ holders }: Seat, day: Day): Seat['holders'][number] {
  return holders.findLast(({ from }) => from <= day) ?? (holders[0] as Seat['holders'][number]);
}
