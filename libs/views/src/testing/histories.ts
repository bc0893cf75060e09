import fc from 'fast-check';
import type { Recorded } from '#kernel';
import { eventId, recorded } from '#kernel/scenario';
import type { ProjectEvent } from '#ledger';

/** Who holds projects, and the zones they lie in. */
export const PEOPLE = ['a', 'b', 'c'];
export const ZONES = ['z1', 'z2'];

const CODE_POINT_MAX = 0x10ffff;
const [SURROGATE_MIN, SURROGATES] = [0xd800, 0x800];
/** The unit 'binary' of fast-check, seed for seed, without its table of all characters: each test file would make one. */
const character = fc.nat({ max: CODE_POINT_MAX - SURROGATES }).map(
  (n) => String.fromCodePoint(n < SURROGATE_MIN ? n : n + SURROGATES),
  (text) => {
    const [only = '', ...others] = String(text);
    if (only === '' || others.length > 0 || !only.isWellFormed()) throw new Error('no such character');
    const codePoint = only.codePointAt(0) as number;
    return codePoint < SURROGATE_MIN ? codePoint : codePoint - SURROGATES;
  },
);

/** Texts that a database may compare, sort, escape or fold in a way of its own; some are no text that a command takes. */
export const texts = fc.oneof(
  fc.constantFrom('甲', '乙', '新材料产业园', '精密机械', '冷链物流', '𠮷野家', '👩‍👩‍👧', '\u{10ffff}', '\uffff', '\ufffd'),
  fc.constantFrom('ab', 'Ａb', 'B', 'a', 'ä', 'Zürich', 'z', 'İI', 'ß', '①', '100%', '50_', 'a\\b', '\\N', 'NULL', ''),
  fc.constantFrom(`o'k"`, 'a\tb\nc\r\n', ' {a,"b"} ', '$1 ? :x'),
  fc.string({ unit: character, maxLength: 6 }),
);

const date = fc.constantFrom(
  '2024-11',
  '2025',
  '2026-03',
  '2026-05-T2',
  '2026-Q1',
  '2026-07-14',
  '2027-02-03',
  'unknown',
);
const period = fc.constantFrom('2024-12', '2025', '2025-11', '2026-01', '2026-02', '2026-03', '2026-Q1');
const money = fc.constantFrom('0', '100', '2500').map((fen) => ({ fen, currency: 'CNY' as const }));
/** A few of these add up to more than a JavaScript number holds. */
const largest = fc.constant({ fen: String(Number.MAX_SAFE_INTEGER), currency: 'CNY' as const });
const person = fc.constantFrom(...PEOPLE);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const on = fc.record({ on: date });
const milestone = fc.constantFrom('signed', 'landHandedOver', 'constructionStarted', 'completed', 'inStatistics');
const registration = fc.record({
  name: texts,
  zoneId: fc.constantFrom(...ZONES),
  totalInvestment: maybe(fc.oneof(money, largest)),
});
const keyListed = fc.record({
  level: fc.constant('city'),
  year: fc.constantFrom(2025, 2026),
  category: fc.constantFrom('newStart', 'continued'),
});
const data: Record<string, fc.Arbitrary<object>> = {
  ProjectRegistered: registration,
  ProjectRenamed: fc.record({ name: texts }),
  ProjectCodeGiven: fc.record({ code: texts }),
  BuilderChanged: fc.record({ builder: fc.record({ name: texts }) }),
  TotalInvestmentChanged: fc.record({ amount: money, reason: texts }),
  ProjectMovedToZone: fc.record({ zoneId: fc.constantFrom(...ZONES), reason: texts }),
  ProjectSigned: fc.record({ on: date, agreedStart: maybe(date), agreedProduction: maybe(date) }),
  LandSupplied: fc.record({
    on: date,
    mode: fc.constant('lease'),
    area: fc.constant(100),
    agreedHandover: maybe(date),
    agreedStart: maybe(date),
    parcelId: maybe(fc.constantFrom('A', 'B')),
  }),
  LandHandedOver: fc.record({ on: date, parcelId: maybe(fc.constantFrom('A', 'B')) }),
  ConstructionPermitObtained: on,
  EnteredStatistics: on,
  ConstructionStarted: on,
  ProjectCompleted: on,
  ProductionStarted: on,
  ProjectSuspended: on,
  ProjectResumed: on,
  ProjectExited: fc.record({ on: date, kind: fc.constant('other'), reason: texts }),
  MilestonePlanned: fc.record({ milestone, on: date }),
  MilestoneRescheduled: fc.record({ milestone, from: date, to: date, reason: texts }),
  IndustryReclassified: fc.record({ edition: fc.constant('2017'), code: fc.constantFrom('C2651', 'C3099') }),
  ProjectSplitFrom: fc.record({ projectId: fc.constantFrom('q', 'r') }),
  ListedAsKeyProject: keyListed,
  RemovedFromKeyList: fc.record({ level: fc.constant('city'), year: fc.constantFrom(2025, 2026), reason: texts }),
  AnnualPlanSet: fc.record({ year: fc.constantFrom(2025, 2026), investment: money }),
  LeaderAssigned: fc.record({ personId: person, lead: fc.boolean(), from: date }),
  LeaderReleased: fc.record({ personId: person, until: date }),
  ResponsibleUnitAssigned: fc.record({ unitId: person, from: date, joint: maybe(fc.constant(true)) }),
  ResponsibleUnitReleased: fc.record({ unitId: person, until: date }),
  ResponsiblePersonAssigned: fc.record({ personId: person, from: date }),
  ResponsiblePersonReleased: fc.record({ personId: person, until: date }),
  AgentUnitAssigned: fc.record({ unitId: person, from: date }),
  SiteVisited: fc.record({ on: date, personId: person, found: maybe(texts) }),
  HelpActionRecorded: fc.record({ on: date, personId: person, text: texts }),
  ProgressReported: fc.record({ period, text: texts, unitId: maybe(person) }),
  InvestmentReported: fc.record({
    period,
    inPeriod: maybe(money),
    cumulativeInYear: maybe(money),
    cumulative: maybe(money),
    unitId: maybe(person),
  }),
};
data['FindingExplained'] = fc
  .constantFrom(['FiledLate', 2] as const, ['FiledLate', 3] as const, ['NoReportForPeriod', 1] as const)
  .map(([code, n]) => {
    const about = code === 'FiledLate' ? eventId(n) : '2026-02';
    return { finding: `${code}/${about}`, evidence: [eventId(n)], text: '征迁' };
  });
const types = Object.keys(data);
const often = [...Array<string>(3).fill('InvestmentReported'), 'ProgressReported', 'LeaderAssigned', ...types];
const anyData = fc.record(data) as fc.Arbitrary<Record<string, object>>;
const filedAt = fc.constantFrom('2025-12-20T02:00:00.000Z', '2026-03-06T02:00:00.000Z', '2026-03-06T20:00:00.000Z');
const fact = fc
  .tuple(fc.constantFrom(...often), anyData, fc.constantFrom(undefined, undefined, '一期', '二期'))
  .map(([type, all, phase]) => ({ type, data: { ...all[type], ...(phase !== undefined && { phase }) } }));
const mending = fc.record({ n: fc.nat(), corrected: maybe(anyData) });
const voided = fc.constant({ type: 'ProjectVoided', data: { reason: '重复' } });
const made = fc.oneof(
  { weight: 20, arbitrary: fact },
  { weight: 5, arbitrary: mending },
  { weight: 1, arbitrary: voided },
);

/** Any history: facts in any order, corrections of them, revocations of them and of mendings. */
export const histories = fc
  .tuple(registration, fc.array(fc.tuple(made, filedAt), { maxLength: 30 }))
  .map(([registered, steps]) => {
    const events: object[] = [{ type: 'ProjectRegistered', data: registered, filedAt: '2026-01-10T02:00:00.000Z' }];
    for (const [step, at] of steps) events.push({ ...eventOf(step, events), filedAt: at });
    // As a log keeps it: without what is undefined.
    const kept = JSON.parse(JSON.stringify(events)) as (ProjectEvent & { filedAt: string })[];
    return recorded<ProjectEvent>(kept, 'project-p1');
  }) as fc.Arbitrary<Recorded<ProjectEvent>[]>;

type Made = typeof made extends fc.Arbitrary<infer T> ? T : never;

function eventOf(step: Made, events: readonly object[]): object {
  if ('type' in step) return step;
  const n = step.n % events.length;
  const { type } = events[n] as ProjectEvent;
  const corrected = step.corrected?.[type];
  const about = { factId: eventId(n + 1), reason: '改' };
  return corrected
    ? { type: 'FactCorrected', data: { ...about, data: corrected } }
    : { type: 'FactRevoked', data: about };
}
