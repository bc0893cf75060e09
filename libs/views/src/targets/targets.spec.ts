import fc from 'fast-check';
import { dayNumber, derivedId, fenOf, lastDay, type Day, type Recorded } from '#kernel';
import { eventId, recorded } from '#kernel/scenario';
import { dialects } from '#database/testing';
import type { EventStore } from '#event-store';
import {
  factsOf,
  hasLeftTheLists,
  INDICATORS,
  registrationSteps,
  stagesReached,
  type EffectiveFact,
  type Indicator,
  type ProjectEvent,
} from '#ledger';
import { testLedger, type TestLedger } from '../testing/ledger.ts';
import { newEvents } from '../testing/new-events.ts';
import { isIndustrial } from './industry.ts';
import { totalOf } from './progress.ts';
import { achievementsPage, sumsByZone, type Figure, type ZoneSum } from './queries.ts';

type History = readonly Recorded<ProjectEvent>[];

const ZONES = ['z1', 'z2', 'z3'];
const date = fc.constantFrom(
  '2025',
  '2025-12-31',
  '2026-01',
  '2026-03',
  '2026-Q1',
  '2026-03-06',
  '2026-07-14',
  'unknown',
);
const cny = fc
  .constantFrom('0', '100', '4999999999', '5000000000', '9999999999999')
  .map((fen) => ({ fen, currency: 'CNY' }));
const industry = fc.record({
  edition: fc.constantFrom('2017', '1984'),
  code: fc.constantFrom('C30', 'G59', '46', '47', 'x'),
});
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const on = fc.record({ on: date });
const zoneId = fc.constantFrom(...ZONES);
const registration = fc.record({
  name: fc.constantFrom('甲', '乙'),
  zoneId,
  totalInvestment: maybe(cny),
  industry: maybe(industry),
});
const data: Record<string, fc.Arbitrary<object>> = {
  ProjectRegistered: registration,
  ProjectRenamed: fc.record({ name: fc.constantFrom('丙', '丁') }),
  TotalInvestmentChanged: fc.record({ amount: cny, reason: fc.constant('调整') }),
  IndustryReclassified: industry,
  ProjectMovedToZone: fc.record({ zoneId, reason: fc.constant('调区') }),
  ProjectSigned: on,
  ConstructionStarted: on,
  ProjectCompleted: on,
  ProductionStarted: on,
  LandSupplied: fc.record({
    on: date,
    mode: fc.constant('auction'),
    area: fc.integer({ min: 1, max: 1e12 }),
    standardLand: maybe(fc.boolean()),
  }),
  FundsArrived: fc.record({
    on: date,
    amount: fc.record({ fen: fc.constantFrom('1', '70'), currency: fc.constantFrom('CNY', 'USD') }),
  }),
  ProgressReported: fc.record({ period: fc.constant('2026-01'), text: fc.constant('推进中') }),
  ProjectSplitFrom: fc.constant({ projectId: 'p-package' }),
  ProjectVoided: fc.constant({ reason: '重复' }),
};
const types = Object.keys(data).filter((type) => type !== 'ProjectVoided');
const anyData = fc.record(data) as fc.Arbitrary<Record<string, object>>;
const step = fc.record({
  type: fc.oneof(
    { weight: 60, arbitrary: fc.constantFrom(...types) },
    { weight: 1, arbitrary: fc.constant('ProjectVoided') },
  ),
  all: anyData,
  phase: fc.constantFrom(undefined, undefined, '一期', '二期'),
  /** Mends the n-th event instead, by revoking it or by other data. */
  mends: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.nat() }),
  revokes: fc.boolean(),
  filedAt: fc.constantFrom('2025-12-20T02:00:00.000Z', '2026-03-06T02:00:00.000Z', '2026-08-06T20:00:00.000Z'),
});

/** Any history of what is counted: facts in any order, corrections and revocations of them. */
const histories: fc.Arbitrary<History> = fc
  .tuple(registration, fc.array(step, { minLength: 8, maxLength: 25 }))
  .map(([first, steps]) => {
    const events: { type: string; data: object; filedAt: string }[] = [
      { type: 'ProjectRegistered', data: first, filedAt: '2026-01-10T02:00:00.000Z' },
    ];
    for (const { type, all, phase, mends, revokes, filedAt } of steps) {
      if (mends === undefined) {
        events.push({ type, data: { ...all[type], ...(phase !== undefined && { phase }) }, filedAt });
        continue;
      }
      const n = mends % events.length;
      const about = { factId: eventId(n + 1), reason: '改' };
      const other = all[(events[n] as { type: string }).type];
      if (revokes || !other) events.push({ type: 'FactRevoked', data: about, filedAt });
      else events.push({ type: 'FactCorrected', data: { ...about, data: other }, filedAt });
    }
    const kept = JSON.parse(JSON.stringify(events)) as (ProjectEvent & { filedAt: string })[];
    return recorded<ProjectEvent>(kept, 'project-p');
  });

const figures: fc.Arbitrary<Figure> = fc
  .record({
    indicator: fc.constantFrom(...INDICATORS),
    zones: maybe(fc.subarray(ZONES, { minLength: 1 })),
    first: fc.constantFrom('2025-01-01', '2025-01-01', '2026-01-01', '2025-12-20').map(dayNumber),
    last: fc.constantFrom('2025-12-31', '2026-03-06', '2026-12-31', '2026-12-31').map(dayNumber),
    thresholdFen: fc.constantFrom(null, null, 0, 100, 101, 5_000_000_000, 5_000_000_000, 10_000_000_000),
    industrial: fc.boolean(),
    currency: fc.constantFrom('CNY', 'USD'),
  })
  .map((figure) => ({ ...figure, currency: figure.indicator === 'fundsArrived' ? figure.currency : '' }));

/** The ids that an event has in the log, where every project has ids of its own. */
const own = (project: string, id: string): string => derivedId(project, id);

async function write(store: EventStore, projects: readonly History[]): Promise<void> {
  for (const [i, history] of projects.entries()) {
    const project = `p${i}`;
    const events = newEvents(history, (id) => own(project, id));
    await store.append(`project-${project}`, events, 'none');
  }
}

interface Counted {
  readonly project: string;
  readonly factId: string;
  readonly day: number;
  readonly zoneId: string;
  readonly amount: number;
  readonly standard: boolean;
  readonly isPart: boolean;
  readonly isCounted: boolean;
}

const STAGE_OF: Partial<Record<Indicator, string>> = {
  signed: 'signed',
  started: 'constructionStarted',
  completed: 'completed',
  inProduction: 'inProduction',
};

/** What counts, and what may, by looking at every fact of every project. */
function counted(projects: readonly History[], figure: Figure): Counted[] {
  const found: Counted[] = [];
  for (const [i, history] of projects.entries()) {
    const facts = factsOf(history);
    if (hasLeftTheLists(facts) || !facts.some(({ type }) => type === 'ProjectRegistered')) continue;
    for (const one of happenings(facts, figure)) {
      const day: Day = lastDay(one.on) ?? one.filedOn;
      const steps = registrationSteps(facts);
      let now = steps[0]!.registration;
      for (const { from, registration: next } of steps) if (from <= day) now = next;
      const number = dayNumber(day);
      if (number < figure.first || number > figure.last || figure.zones?.includes(now.zoneId) === false) continue;
      const inIndustry = now.industry ? isIndustrial(now.industry) : -1;
      const conditions: (boolean | undefined)[] = [one.on === 'unknown' ? undefined : true];
      if (figure.thresholdFen !== null)
        conditions.push(now.totalFen === undefined ? undefined : now.totalFen >= figure.thresholdFen);
      if (figure.industrial) conditions.push(inIndustry < 0 ? undefined : inIndustry === 1);
      if (conditions.includes(false)) continue;
      const { amount, standard } = one;
      const isCounted = conditions.every((condition) => condition === true);
      const project = `p${i}`;
      found.push({
        project,
        factId: own(project, one.id),
        day: number,
        zoneId: now.zoneId,
        amount,
        standard,
        isPart: steps.at(-1)!.registration.partOf !== undefined,
        isCounted,
      });
    }
  }
  return found.sort((a, b) => a.day - b.day || (a.factId < b.factId ? -1 : 1));
}

interface Happening {
  readonly id: string;
  readonly on: string;
  readonly filedOn: Day;
  readonly amount: number;
  readonly standard: boolean;
}

function happenings(facts: readonly EffectiveFact[], { indicator, currency }: Figure): Happening[] {
  const happened: (Happening & { currency: string })[] = [];
  const nothing = { amount: 0, standard: false, currency: '' };
  for (const { stage, on: when, factId, certainFrom } of stagesReached(facts))
    if (stage === STAGE_OF[indicator]) happened.push({ id: factId, on: when, filedOn: certainFrom, ...nothing });
  for (const fact of facts) {
    const { id, filedOn } = fact;
    if (fact.type === 'LandSupplied' && indicator === 'standardLandShare') {
      const { on: when, area, standardLand = false } = fact.data;
      happened.push({ id, on: when, filedOn, amount: area, standard: standardLand, currency: '' });
    }
    if (fact.type === 'FundsArrived' && indicator === 'fundsArrived') {
      const { on: when, amount } = fact.data;
      happened.push({ id, on: when, filedOn, amount: fenOf(amount), standard: false, currency: amount.currency });
    }
  }
  return happened.filter((one) => currency === '' || one.currency === currency);
}

function sums(found: readonly Counted[]): ZoneSum[] {
  // Before a registration that took another's place there may be no zone.
  return ['', ...ZONES]
    .filter((zone) => found.some(({ zoneId }) => zoneId === zone))
    .map((zone) => {
      const there = found.filter(({ zoneId }) => zoneId === zone);
      const inside = there.filter(({ isCounted }) => isCounted);
      const areaOf = (some: readonly Counted[]): bigint => some.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
      return {
        zoneId: zone,
        n: inside.length,
        amount: areaOf(inside),
        standard: areaOf(inside.filter(({ standard }) => standard)),
        parts: inside.filter(({ isPart }) => isPart).length,
        undetermined: there.length - inside.length,
      };
    });
}

const PAGE = 4;

/** Every row of a figure, page by page. */
async function everyPage({ views }: TestLedger, figure: Figure, isCounted: boolean): Promise<string[]> {
  const seen: string[] = [];
  let after: { day: number; factId: string } | undefined;
  for (let more = true; more;) {
    const page = await achievementsPage(views.reader('targets'), figure, { counted: isCounted, limit: PAGE, after });
    for (const { project_id, fact_id, valid_from, zone_id } of page)
      seen.push([project_id, fact_id, valid_from, zone_id].join(' '));
    const last = page.at(-1);
    more = page.length === PAGE && last !== undefined;
    if (last) after = { day: last.valid_from, factId: last.fact_id };
  }
  return seen;
}

it.each(dialects)('add up on %s to what the facts of any history say, and list the same', async (_, fresh) => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(histories, { minLength: 25, maxLength: 35 }),
      fc.array(figures, { minLength: 40, maxLength: 40 }),
      async (projects, asked) => {
        const ledger = await testLedger(fresh);
        try {
          await write(ledger.store, projects);
          await ledger.settled();
          for (const figure of asked) {
            const found = counted(projects, figure);
            compared += found.length;
            const known = await sumsByZone(ledger.views.reader('targets'), figure);
            if (figure.zones) expect(known.sort((a, b) => (a.zoneId < b.zoneId ? -1 : 1))).toEqual(sums(found));
            expect(totalOf(known)).toEqual(totalOf(sums(found)));
            for (const isCounted of [true, false])
              expect(await everyPage(ledger, figure, isCounted)).toEqual(
                found
                  .filter((one) => one.isCounted === isCounted)
                  .map(({ project, factId, day, zoneId: zone }) => [project, factId, day, zone].join(' ')),
              );
          }
        } finally {
          await ledger.close();
        }
      },
    ),
    { numRuns: 3, endOnFailure: true },
  );
  expect(compared).toBeGreaterThan(150);
});
