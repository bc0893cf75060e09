import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore, type EventStore } from '#event-store';
import { dayOf, derivedId, isRefusal, type Event, type Recorded } from '#kernel';
import {
  COMMAND_OF,
  factsOf,
  FINDING_CODES,
  findingsOn,
  isListed,
  isVoided,
  plansOf,
  stageOn,
  stagesReached,
  standingSteps,
  tenuresOf,
  type Order,
  type ProjectEvent,
} from '#ledger';
import { fillDemo, DEMO_UNTIL } from './fill-demo.ts';
import { generateDemo } from './generate-demo.ts';
import type { DemoPerson } from './world.ts';

const SEEDS = [2018, 1, 7, 4_294_967_295];

/** What the deciders make of the orders, by stream; and whom they did not take, with why. */
function folded(orders: readonly Order[]): { streams: Map<string, Recorded[]>; notTaken: unknown[] } {
  const streams = new Map<string, Recorded[]>();
  const states = new Map<string, unknown>();
  const notTaken: unknown[] = [];
  for (const { slice, streamId, command, commandId, filedAt = '', ...order } of orders) {
    const events = streams.get(streamId) ?? [];
    let state = states.has(streamId) ? states.get(streamId) : slice.decider.initial;
    const decision = slice.decider.decide(command, state, {
      filedAt,
      filedOn: dayOf(filedAt),
      missing: new Set(),
      leadsTo: [],
    });
    if (isRefusal(decision) || decision.length === 0) {
      notTaken.push({ command, filedAt, decision });
      continue;
    }
    decision.forEach((event: Event, i: number) => {
      const stamped = {
        ...order,
        commandId,
        commandDigest: '',
        causationId: commandId,
        schema: 1,
        filedAt,
        recordedAt: filedAt,
      };
      const id = derivedId(commandId, String(i));
      const recorded: Recorded = { ...event, id, stream: streamId, revision: BigInt(events.length), metadata: stamped };
      events.push(recorded);
      state = slice.decider.evolve(state, recorded);
    });
    streams.set(streamId, events);
    states.set(streamId, state);
  }
  return { streams, notTaken };
}

const demo = generateDemo({ seed: 2018, until: DEMO_UNTIL });
const { streams } = folded(demo.orders);
const histories = [...streams]
  .filter(([id]) => id.startsWith('project-'))
  .map(([, events]) => events as Recorded<ProjectEvent>[]);
const projectSliceCommands = [...Object.values(COMMAND_OF), 'CorrectFact', 'RevokeFact'];
const count = (type: string): number => demo.orders.filter(({ command }) => command.type === type).length;

describe('the demonstration', () => {
  it('is the same for the same seed, and another for another', () => {
    const plain = (seed: number): string =>
      JSON.stringify(
        generateDemo({ seed, until: DEMO_UNTIL }).orders.map(({ slice, ...order }) => [slice.category, order]),
      );
    expect(plain(5)).toBe(plain(5));
    expect(plain(5)).not.toBe(plain(6));
  });

  it.each(SEEDS)('is taken by the deciders order by order (seed %i)', (seed) => {
    const { orders } = generateDemo({ seed, until: DEMO_UNTIL });
    expect(folded(orders).notTaken).toEqual([]);
    expect(orders.length).toBeGreaterThan(6_000);
    expect(orders.length).toBeLessThan(10_000);
  });

  it('is filed in order, in office hours, and never after its last day', () => {
    const times = demo.orders.map(({ filedAt }) => filedAt as string);
    expect(times).toEqual(times.toSorted());
    expect(times.every((time) => time.slice(0, 10) <= DEMO_UNTIL)).toBe(true);
    expect(new Set(demo.orders.map(({ commandId }) => commandId)).size).toBe(demo.orders.length);
    expect(new Set(demo.orders.map(({ source }) => source.kind))).toEqual(new Set(['demo']));
  });

  it('has its zones in the counties of one invented city, by code', () => {
    const counties = demo.orders.flatMap(({ command: { type, data } }) =>
      type === 'DefineZone' ? [(data as { hostCounty: string }).hostCounty] : [],
    );
    expect(counties.sort()).toEqual(['990101', '990102', '990103']);
  });

  it('has what auditors look for', () => {
    const codes = new Map<string, number>();
    for (const history of histories) {
      for (const { code } of findingsOn(factsOf(history), DEMO_UNTIL)) codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect(FINDING_CODES.filter((code) => !codes.has(code))).toEqual([]);
    const often = [
      'StartedBeforeLand',
      'SameNumberTwice',
      'SameTextTwice',
      'PlanSlipped',
      'FiledLate',
      'StartWithoutDate',
    ];
    expect(often.filter((code) => (codes.get(code) ?? 0) <= 2)).toEqual([]);
  });

  it('has three zones, 120 projects and leaders who change', () => {
    expect(count('DefineZone')).toBe(3);
    expect(histories).toHaveLength(120);
    const leads = histories.map((history) => tenuresOf(factsOf(history)).filter(({ role }) => role === 'lead').length);
    expect(leads.every((n) => n >= 1)).toBe(true);
    expect(leads.filter((n) => n >= 2).length).toBeGreaterThan(25);
    const coLed = histories.filter((history) => tenuresOf(factsOf(history)).some(({ role }) => role === 'coLead'));
    expect(coLed.length).toBeGreaterThan(15);
    expect(new Set(demo.people.map(({ name }) => name)).size).toBe(demo.people.length);
  });

  it.each(SEEDS)('has projects that nobody leads any more (seed %i)', (seed) => {
    const { orders } = generateDemo({ seed, until: DEMO_UNTIL });
    const vacant = [...folded(orders).streams].filter(([id, events]) => {
      const facts = id.startsWith('project-') ? factsOf(events as Recorded<ProjectEvent>[]) : [];
      const leads = tenuresOf(facts).filter(({ role }) => role === 'lead');
      const standing = standingSteps(facts).at(-1)?.standing;
      return (
        leads.length > 0 && leads.every(({ until }) => until !== undefined) && isListed(facts) && standing !== 'exited'
      );
    });
    expect(vacant).toHaveLength(4);
  });

  it('has every stage, and plans that slipped up to four times', () => {
    const stages = new Set(histories.map((history) => stageOn(stagesReached(factsOf(history)), DEMO_UNTIL).stage));
    expect(stages.size).toBeGreaterThanOrEqual(9);
    const waiting = histories.filter(
      (history) => stageOn(stagesReached(factsOf(history)), DEMO_UNTIL).stage === 'signed',
    );
    expect(waiting.length).toBeGreaterThan(5);
    const slips = histories.flatMap((history) =>
      plansOf(factsOf(history)).map(({ moves }) => moves.filter(({ direction }) => direction === 'later').length),
    );
    expect(Math.max(...slips)).toBeGreaterThanOrEqual(3);
    expect(slips.filter((n) => n >= 2).length).toBeGreaterThan(10);
    expect(slips.filter((n) => n === 0).length).toBeGreaterThan(30);
  });

  it('has projects that stood still, left, were split in phases, or should never have been entered', () => {
    const standing = histories.map((history) => standingSteps(factsOf(history)).map((step) => step.standing));
    expect(standing.filter((steps) => steps.includes('exited')).length).toBeGreaterThanOrEqual(2);
    expect(standing.filter((steps) => steps.includes('suspended')).length).toBeGreaterThanOrEqual(4);
    expect(standing.filter((steps) => steps.includes('active')).length).toBeGreaterThanOrEqual(2);
    expect(histories.filter((history) => isVoided(factsOf(history))).length).toBeGreaterThanOrEqual(1);
    expect(histories.filter((history) => history.some(({ data }) => 'phase' in data)).length).toBeGreaterThanOrEqual(4);
  });

  it('has every command that a project takes', () => {
    expect(projectSliceCommands.filter((type) => count(type) === 0)).toEqual([]);
  });

  it('has facts that were mended, and dates that nobody knows', () => {
    expect(count('CorrectFact')).toBeGreaterThan(20);
    expect(count('RevokeFact')).toBeGreaterThanOrEqual(3);
    const dates = histories.flat().flatMap(({ data }) => ('on' in data && data.on !== undefined ? [data.on] : []));
    expect(dates.filter((on) => on === 'unknown').length).toBeGreaterThan(10);
    expect(dates.filter((on) => on.length === 7).length).toBeGreaterThan(20);
    expect(dates.filter((on) => on.length === 4 || on.includes('Q') || on.includes('T')).length).toBeGreaterThan(10);
  });
});

describe('filling a folder', () => {
  let folder: string;
  let store: EventStore;
  const people: DemoPerson[] = [];
  const registry = { definePerson: (person: DemoPerson) => Promise.resolve(people.push(person)) };
  const options = { seed: 3, clock: () => 0, keepsOrder: true, progress: () => undefined };
  const fill = (seed = options.seed) => fillDemo({ store, people: registry }, { ...options, seed });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'taizhang-demo-'));
    store = await openEmbeddedStore({ file: join(folder, 'log.db') });
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('appends every order in order of filing, and says when it is there already', async () => {
    const { orders } = generateDemo({ seed: 3, until: DEMO_UNTIL });
    expect(await fill()).toEqual({ outcome: 'filled', orders: orders.length, refused: 0 });
    const commands: string[] = [];
    const carriedOut: object[] = [];
    for await (const { metadata, type, data } of store.readAll()) {
      // What a command causes elsewhere, a reservation or the rows of an order, is no order of its own.
      if (metadata.causationId === metadata.commandId && metadata.commandId !== commands.at(-1))
        commands.push(metadata.commandId);
      if (type === 'ReassignmentCarriedOut') carriedOut.push(data);
    }
    expect(commands).toEqual(orders.map(({ commandId }) => commandId));
    expect(carriedOut).toEqual([{ skipped: [] }]);
    expect(people.length).toBeGreaterThan(10);
    expect((await fill()).outcome).toBe('complete');
  });

  it('leaves another ledger alone', async () => {
    const last = await store.readLast();
    expect((await fill(4)).outcome).toBe('occupied');
    expect((await store.readLast())?.position).toBe(last?.position);
  });
});
