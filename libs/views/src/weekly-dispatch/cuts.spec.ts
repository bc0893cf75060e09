import fc from 'fast-check';
import { addDays, dayNumber, derivedId, type Day, type Recorded } from '#kernel';
import { eventId, recorded } from '#kernel/scenario';
import { dialects } from '#database/testing';
import type { EventStore } from '#event-store';
import type { ProjectEvent } from '#ledger';
import type { Known } from '../known.ts';
import { histories, PEOPLE, ZONES } from '../testing/histories.ts';
import { testLedger, type TestLedger } from '../testing/ledger.ts';
import { newEvents } from '../testing/new-events.ts';
import type { Cut } from './cut.ts';
import { FiledCut, FOLDED_PROJECTS_MAX, foldedScope } from './filed-cut.ts';
import { KnownCut } from './known-cut.ts';
import { WAITS } from './schema.ts';

/** The day after which nothing of the random histories is filed. */
const FILED_BY = '2026-03-07';

/** Writes histories as projects of their own, with event ids of their own. */
async function write(store: EventStore, projects: readonly (readonly Recorded<ProjectEvent>[])[]): Promise<void> {
  for (const [i, history] of projects.entries()) {
    const events = newEvents(history, (id) => derivedId(`p${i}`, id));
    await store.append(`project-p${i}`, events, 'none');
  }
}

/** After so many events: a unit and a lead, a plan that is moved twice, and one that is not kept, money, and how far it came. */
function moves(revision: number, n: number): Recorded<ProjectEvent>[] {
  const personId = PEOPLE[n % 2] as string;
  const about = { milestone: 'landSupplied', reason: '用地' } as const;
  const events: ProjectEvent[] = [
    { type: 'MilestonePlanned', data: { milestone: 'landSupplied', on: '2026' } },
    { type: 'MilestoneRescheduled', data: { ...about, from: '2026', to: '2027-02' } },
    { type: 'MilestoneRescheduled', data: { ...about, from: '2027-02', to: 'unknown' } },
    { type: 'ResponsibleUnitAssigned', data: { unitId: personId, from: '2026-02' } },
    { type: 'LeaderAssigned', data: { personId, lead: true, from: '2026-03' } },
    { type: 'MilestonePlanned', data: { milestone: 'filed', on: '2026-03' } },
    { type: 'AnnualPlanSet', data: { year: 2026, investment: { fen: '900', currency: 'CNY' } } },
    { type: 'InvestmentReported', data: { period: '2026-02', inPeriod: { fen: '70', currency: 'CNY' } } },
  ];
  const on = '2026-02';
  const course: ProjectEvent[] = [
    { type: 'ProjectSigned', data: { on } },
    { type: 'LandSupplied', data: { on, mode: 'lease', area: 100 } },
    { type: 'ConstructionStarted', data: { on } },
    { type: 'ProjectCompleted', data: { on } },
    { type: 'ProductionStarted', data: { on } },
  ];
  events.push(...course.slice(0, (n % course.length) + 1));
  const filed = events.map((event) => ({ ...event, filedAt: '2026-03-06T20:00:00.000Z' }));
  return recorded(filed).map((event, i) => ({ ...event, id: eventId(revision + i + 1) }));
}

async function everything(cut: Cut, days: { first: number; last: number }): Promise<object> {
  const stages = (await cut.stages()).map(({ zoneId, stage, possibleStage = '', standing, n, parts, ...money }) => ({
    place: [zoneId, stage, possibleStage, standing].join(),
    n,
    parts,
    ...money,
  }));
  const summed = [...Map.groupBy(stages, ({ place }) => place)].map(([place, own]) => ({
    place,
    n: own.reduce((total, { n }) => total + n, 0),
    parts: own.reduce((total, { parts }) => total + parts, 0),
    invested: own.reduce((total, sum) => total + sum.investedThisYearFen, 0n),
  }));
  const waiting = [];
  for (const kind of WAITS) waiting.push(await cut.waiting(kind));
  const longest = waiting.flatMap(({ rows }) => rows.map(({ project_id }) => project_id));
  const projects = await cut.projects(longest);
  return {
    stages: summed.sort((a, b) => (a.place < b.place ? -1 : 1)),
    moved: (await cut.moved(days)).map(({ milestone, happened, late }) => [milestone, plain(happened), plain(late)]),
    slipped: plain(await cut.slipped(days)),
    waiting: waiting.map(plain),
    silent: plain(await cut.silent()),
    overdue: await cut.overdue(),
    money: await cut.money(),
    projects: longest.map((id) => projects.get(id)).map((row) => row && plain(row)),
  };
}

/** Without what only the database knows, in one order of the fields. */
function plain<T extends object>(value: T): object {
  const { known_from: _, known_to: __, stream: ___, cell: ____, ...rest } = value as Record<string, unknown>;
  if (!('rows' in rest)) return rest;
  return { ...rest, rows: (rest['rows'] as object[]).map(plain) };
}

describe.each(dialects)('the ledger at a cut-off on %s', (_, fresh) => {
  let ledger: TestLedger;
  beforeAll(async () => {
    const projects = fc.sample(histories, { numRuns: 100, seed: 47 });
    const moving = projects.map((history, i) => (i % 3 ? history : [...history, ...moves(history.length, i / 3)]));
    ledger = await testLedger(fresh, (store) => write(store, moving));
    await ledger.settled();
  });
  afterAll(() => ledger.close());

  async function cuts(zones: readonly string[] | undefined, day: Day): Promise<{ known: Cut; filed: Cut }> {
    const { views, store } = ledger;
    const { position: upTo, seq } = await views.asOf('weekly-dispatch');
    const scope = await foldedScope(views, { scope: 'all', zones, seq });
    const sources = { views, zones, known: (): Known => 'latest' };
    return { known: new KnownCut(sources, day), filed: new FiledCut({ views, store, upTo }, scope, day) };
  }

  it('is the same as known now and as filed by then, where nothing was filed since', async () => {
    for (const zones of [undefined, [ZONES[0] as string]]) {
      for (const [day, length] of [
        [FILED_BY, 7],
        ['2026-05-20', 10],
        ['2026-07-19', 7],
        ['2027-02-28', 700],
      ] as const) {
        const { known, filed } = await cuts(zones, day);
        const days = { first: dayNumber(addDays(day, 1 - length)), last: dayNumber(day) };
        const answer = await everything(known, days);
        expect(answer).toEqual(await everything(filed, days));
      }
    }
  });

  it('has something of everything', async () => {
    const { known } = await cuts(undefined, '2026-05-20');
    const moved = await known.moved({ first: dayNumber('2024-01-01'), last: dayNumber('2026-05-20') });
    expect(moved.map(({ happened, late }) => happened.total > 0 && late.total === 0)).toEqual(moved.map(() => true));
    const slipped = await known.slipped({ first: dayNumber('2025-12-01'), last: dayNumber('2026-05-20') });
    expect(slipped.total).toBeGreaterThan(slipped.projects);
    for (const kind of WAITS) expect((await known.waiting(kind)).rows.length).toBeGreaterThan(3);
    expect((await known.silent()).units.length).toBeGreaterThan(2);
    expect((await known.overdue()).length).toBeGreaterThan(2);
    expect((await known.money()).map(({ plannedFen, investedFen }) => plannedFen > 0n && investedFen > 0n)).toEqual([
      true,
      true,
    ]);
  });
});

it('is folded for so many projects and no more', async () => {
  const [[, fresh]] = dialects as [(typeof dialects)[number]];
  const event = { type: 'ProjectRegistered', data: { name: '甲', zoneId: 'z1' }, metadata: {} };
  const register = (store: EventStore, n: number) =>
    store.append(`project-p${n}`, [{ ...event, id: derivedId('many', String(n)) }], 'none');
  const ledger = await testLedger(fresh, async (store) => {
    await Promise.all(Array.from({ length: FOLDED_PROJECTS_MAX }, (_, n) => register(store, n)));
  });
  try {
    await ledger.settled();
    expect(
      (await foldedScope(ledger.views, { scope: 'all', zones: undefined, seq: FOLDED_PROJECTS_MAX })).projects,
    ).toHaveLength(FOLDED_PROJECTS_MAX);
    await register(ledger.store, FOLDED_PROJECTS_MAX);
    await ledger.settled();
    const seq = FOLDED_PROJECTS_MAX + 1;
    await expect(foldedScope(ledger.views, { scope: 'county:420303', zones: ['z1', 'z2'], seq })).rejects.toMatchObject(
      {
        status: 400,
        parts: { code: 'ScopeTooLarge', params: { scope: 'county:420303', max: FOLDED_PROJECTS_MAX } },
      },
    );
    // What was entered later takes nothing from an answer of before.
    const before = { scope: 'all', zones: undefined, seq: FOLDED_PROJECTS_MAX };
    expect((await foldedScope(ledger.views, before)).projects).toHaveLength(FOLDED_PROJECTS_MAX);
    expect((await foldedScope(ledger.views, { scope: 'zone:z2', zones: ['z2'], seq })).projects).toEqual([]);
  } finally {
    await ledger.close();
  }
});
