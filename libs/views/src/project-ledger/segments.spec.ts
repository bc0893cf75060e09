import fc from 'fast-check';
import { addDays, dayFromNumber, dayNumber, type Recorded } from '#kernel';
import { recorded } from '#kernel/scenario';
import { FOREVER, type Sequenced } from '#database';
import {
  factsOf,
  holdsOn,
  investedSteps,
  investmentsOf,
  rankOf,
  registrationSteps,
  stageOn,
  stagesReached,
  standingSteps,
  tenuresOf,
  type ProjectEvent,
} from '#ledger';
import { standOf, standWith } from '../project-history/changes.ts';
import { histories } from '../testing/histories.ts';
import { projectLedger } from './projector.ts';
import { ledgerRows, segmentsOf, type LedgerSegment } from './segments.ts';

const registered = {
  type: 'ProjectRegistered',
  data: { name: '甲', zoneId: 'z1', totalInvestment: { fen: '500', currency: 'CNY' } },
  filedAt: '2026-01-10T02:00:00.000Z',
} as const;

const allOf = (...events: (ProjectEvent & { filedAt?: string })[]): LedgerSegment[] =>
  segmentsOf('p1', 7, factsOf(recorded<ProjectEvent>(events, 'project-p1')));
/** What a row shows; the sum of what was reached is only compared. */
type Shown = Omit<LedgerSegment, 'reached'>;
const rows = (...events: (ProjectEvent & { filedAt?: string })[]): Shown[] =>
  allOf(...events).map(({ reached: _, ...shown }) => shown);

const ROW: Shown = {
  project_id: 'p1',
  valid_from: dayNumber('2026-01-10'),
  valid_to: FOREVER,
  number: 7,
  name: '甲',
  code: '',
  zone_id: 'z1',
  builder: null,
  stage: 0,
  possible_stage: null,
  standing: 'active',
  leader_id: null,
  co_leader_ids: '[]',
  responsible_person_id: null,
  unit_id: null,
  agent_unit_id: null,
  part_of: null,
  industry_edition: null,
  industry_code: null,
  capital: null,
  total_fen: 500,
  invested_year: 0,
  invested_in_year_fen: 0,
  invested_fen: 0,
};
const from = (day: string, to: string | undefined, more: Partial<Shown>): Shown => ({
  ...ROW,
  valid_from: dayNumber(day),
  valid_to: to === undefined ? FOREVER : dayNumber(to),
  ...more,
});

it('is one row from the day it was registered', () => expect(rows(registered)).toEqual([ROW]));

it('begins with what happened before it was registered', () =>
  expect(rows(registered, { type: 'ProjectSigned', data: { on: '2025-06-01' } })).toEqual([
    from('2025-06-01', undefined, { stage: 4 }),
  ]));

it('begins with the first day on which anything of it is certain, which may be how it stands', () => {
  const suspended = { type: 'ProjectSuspended', data: { on: '2025-06-01', reason: '资金' } } as const;
  expect(rows(registered, suspended)).toEqual([from('2025-06-01', undefined, { standing: 'suspended' })]);
  const [before, after] = [{ filedAt: '2025-12-20T02:00:00.000Z' }, { filedAt: '2026-02-01T02:00:00.000Z' }];
  const renamed = { type: 'ProjectRenamed', data: { name: '乙' } } as const;
  expect(rows(registered, { ...renamed, ...before })).toEqual([from('2025-12-20', undefined, { name: '乙' })]);
  expect(rows(registered, { ...renamed, ...after })).toEqual([
    from('2026-01-10', '2026-02-01', {}),
    from('2026-02-01', undefined, { name: '乙' }),
  ]);
});

it('is possibly further inside an imprecise date, certainly after it', () =>
  expect(rows(registered, { type: 'ConstructionStarted', data: { on: '2026-03' } })).toEqual([
    from('2026-01-10', '2026-03-01', {}),
    from('2026-03-01', '2026-03-31', { possible_stage: 8 }),
    from('2026-03-31', undefined, { stage: 8 }),
  ]));

it('holds an undated start from the day it was filed, possibly before', () =>
  expect(
    rows(registered, { type: 'ConstructionStarted', data: { on: 'unknown' }, filedAt: '2026-05-05T00:00:00.000Z' }),
  ).toEqual([from('2026-01-10', '2026-05-05', { possible_stage: 8 }), from('2026-05-05', undefined, { stage: 8 })]));

it('turns when a milestone beside the furthest stage becomes certain, and tells one date from another', () => {
  const started = { type: 'ConstructionStarted', data: { on: '2026-02-03' } } as const;
  const signed = (on: string) => ({ type: 'ProjectSigned', data: { on } }) as const;
  const turns = allOf(registered, started, signed('2026-04-05'), {
    type: 'EnteredStatistics',
    data: { on: '2026-05' },
  });
  expect(turns.map(({ valid_from, stage }) => [valid_from, stage])).toEqual([
    [dayNumber('2026-01-10'), 0],
    [dayNumber('2026-02-03'), 8],
    [dayNumber('2026-04-05'), 8],
    [dayNumber('2026-05-31'), 8],
  ]);
  const reached = turns.map((row) => row.reached);
  expect(reached[0]).toBe(0);
  expect(new Set(reached).size).toBe(4);
  const last = (...on: string[]): number | undefined => allOf(registered, started, ...on.map(signed)).at(-1)?.reached;
  expect(last('2026-04-05')).toBe(reached[2]);
  expect(last('2026-04')).not.toBe(reached[2]);
  expect(last('2026-06-30', '2026-04-05')).toBe(reached[2]);
});

it('adds up a year, and starts the next one from nothing', () =>
  expect(
    rows(
      registered,
      { type: 'InvestmentReported', data: { period: '2026-01', inPeriod: { fen: '100', currency: 'CNY' } } },
      { type: 'InvestmentReported', data: { period: '2026-02', cumulativeInYear: { fen: '250', currency: 'CNY' } } },
      { type: 'InvestmentReported', data: { period: '2025-12', inPeriod: { fen: '40', currency: 'CNY' } } },
    ),
  ).toEqual([
    from('2025-12-31', '2026-01-31', { invested_year: 2025, invested_in_year_fen: 40, invested_fen: 40 }),
    from('2026-01-31', '2026-02-28', { invested_year: 2026, invested_in_year_fen: 100, invested_fen: 140 }),
    from('2026-02-28', undefined, { invested_year: 2026, invested_in_year_fen: 250, invested_fen: 290 }),
  ]));

it('counts what is filed within its month from that day', () =>
  expect(
    rows(registered, {
      type: 'InvestmentReported',
      data: { period: '2026-03', inPeriod: { fen: '100', currency: 'CNY' } },
      filedAt: '2026-03-06T00:00:00.000Z',
    }).map(({ valid_from, invested_fen }) => [valid_from, invested_fen]),
  ).toEqual([
    [dayNumber('2026-01-10'), 0],
    [dayNumber('2026-03-06'), 100],
  ]));

it('shows who held it when, and its standing', () => {
  const history: (ProjectEvent & { filedAt?: string })[] = [
    registered,
    { type: 'LeaderAssigned', data: { personId: 'a', lead: true, from: '2026-02-01' } },
    { type: 'LeaderAssigned', data: { personId: 'b', lead: true, from: '2026-04-01', doc: '办〔2026〕1号' } },
    { type: 'LeaderAssigned', data: { personId: 'c', lead: false, from: '2026-04-01' } },
    { type: 'ProjectSuspended', data: { on: '2026-05-01', reason: '资金' } },
  ];
  expect(rows(...history)).toEqual([
    from('2026-01-10', '2026-02-01', {}),
    from('2026-02-01', '2026-04-01', { leader_id: 'a' }),
    from('2026-04-01', '2026-05-01', { leader_id: 'b', co_leader_ids: '["c"]' }),
    from('2026-05-01', undefined, { leader_id: 'b', co_leader_ids: '["c"]', standing: 'suspended' }),
  ]);
  expect(
    ledgerRows('p1', 7, factsOf(recorded<ProjectEvent>(history))).roles.map(({ holder_id, role, valid_to }) => [
      holder_id,
      role,
      valid_to,
    ]),
  ).toEqual([
    ['a', 'lead', dayNumber('2026-04-01')],
    ['b', 'lead', FOREVER],
    ['c', 'coLead', FOREVER],
    ['', 'lead', dayNumber('2026-02-01')],
  ]);
});

it('is on the lists that it was put on and not taken off, as long as it is a row', () => {
  const listed = (category: 'newStart' | 'continued', year = 2026): ProjectEvent => ({
    type: 'ListedAsKeyProject',
    data: { level: 'city', year, category },
  });
  const removed: ProjectEvent = { type: 'RemovedFromKeyList', data: { level: 'city', year: 2026, reason: '条件' } };
  const lists = (...events: ProjectEvent[]) =>
    ledgerRows('p1', 7, factsOf(recorded<ProjectEvent>([registered, ...events]))).keyLists.map(
      ({ year, category }) => `${year}/${category}`,
    );
  expect(lists(listed('newStart'), listed('continued', 2027))).toEqual(['2026/newStart', '2027/continued']);
  expect(lists(listed('newStart'), removed)).toEqual([]);
  expect(lists(listed('newStart'), removed, listed('continued'))).toEqual(['2026/continued']);
  expect(lists(listed('newStart'), { type: 'ProjectVoided', data: { reason: '重复' } })).toEqual([]);
});

it('is a part of a package from the day that was filed, and no row once merged', () => {
  const split = {
    type: 'ProjectSplitFrom',
    data: { projectId: 'q', share: 4000 },
    filedAt: '2026-04-01T02:00:00.000Z',
  } as const;
  expect(rows(registered, split)).toEqual([
    from('2026-01-10', '2026-04-01', {}),
    from('2026-04-01', undefined, { part_of: 'q' }),
  ]);
  expect(rows(registered, { type: 'ProjectMergedInto', data: { projectId: 'q', reason: '同一宗地' } })).toEqual([]);
});

it('is no row once voided, or once the registration is revoked', () => {
  expect(rows(registered, { type: 'ProjectVoided', data: { reason: '重复' } })).toEqual([]);
  expect(
    rows(registered, { type: 'FactRevoked', data: { factId: '00000000-0000-4000-8000-000000000001', reason: '误' } }),
  ).toEqual([]);
});

const sequenced = (history: readonly Recorded<ProjectEvent>[]): Sequenced<ProjectEvent>[] =>
  history.map((event, i) => ({ ...event, seq: i + 7, position: BigInt(i), knownAt: event.metadata.recordedAt }));

it('changes the stand of a project fact by fact into what all the facts amount to', () => {
  fc.assert(
    fc.property(histories, (events) => {
      const facts = factsOf(events);
      const stands = facts.slice(1).reduce(standWith, standOf(facts.slice(0, 1)));
      expect(stands).toEqual(standOf(facts));
    }),
    { numRuns: 300 },
  );
});

it('keeps what a report leaves alone', () => {
  const month = (n: number): string => `2026-${String(n).padStart(2, '0')}`;
  const report = (n: number): ProjectEvent => ({
    type: 'InvestmentReported',
    data: { period: month(n), inPeriod: { fen: '100', currency: 'CNY' } },
  });
  const progress: ProjectEvent = { type: 'ProgressReported', data: { period: month(5), text: '施工' } };
  const history = sequenced(recorded<ProjectEvent>([registered, report(2), report(3), report(4), progress]));
  const first = projectLedger.project('project-p1', history.slice(0, 3), undefined);
  const second = projectLedger.project('project-p1', history.slice(0, 4), first);
  expect(second['segments']?.slice(0, 2)).toHaveLength(2);
  second['segments']?.slice(0, 2).forEach((row, i) => expect(row).toBe(first['segments']?.[i]));
  const third = projectLedger.project('project-p1', history, second);
  for (const table of ['segments', 'roles', 'key_lists', 'words', 'grams']) expect(third[table]).toBe(second[table]);
});

/** The row on one day, by what the facts say of that day. */
function rowOn(facts: ReturnType<typeof factsOf>, day: string): Partial<LedgerSegment> {
  const steps = registrationSteps(facts);
  const { registration } = steps.findLast(({ from: since }) => since <= day) ?? (steps[0] as (typeof steps)[number]);
  const { stage, possibleStage } = stageOn(stagesReached(facts), day);
  const holders = tenuresOf(facts).filter((tenure) => holdsOn(tenure, day));
  const invested = investedSteps(investmentsOf(facts)).findLast(({ from: since }) => since <= day);
  return {
    name: registration.name,
    zone_id: registration.zoneId,
    total_fen: registration.totalFen ?? -1,
    stage: rankOf(stage) as number,
    possible_stage: possibleStage === undefined ? null : (rankOf(possibleStage) as number),
    standing: standingSteps(facts).findLast(({ from: since }) => since <= day)?.standing ?? 'active',
    leader_id: holders.findLast(({ role }) => role === 'lead')?.holderId ?? null,
    ...Object.fromEntries(
      [
        ['responsible_person_id', 'responsiblePerson'],
        ['unit_id', 'responsibleUnit'],
        ['agent_unit_id', 'agentUnit'],
      ].map(([column, role]) => [
        column,
        holders.findLast((tenure) => tenure.role === role && !tenure.joint)?.holderId ?? null,
      ]),
    ),
    part_of: registration.partOf ?? null,
    industry_code: registration.industry?.code ?? null,
    capital: registration.capital ?? null,
    invested_year: Number(invested?.year ?? 0),
    invested_in_year_fen: invested?.inYear ?? 0,
    invested_fen: invested?.total ?? 0,
  };
}

it('says of a segment what the facts say of its first and of its last day', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const facts = factsOf(history);
      const segments = segmentsOf('p1', 7, facts);
      segments.forEach((segment, i) => {
        const first = dayFromNumber(segment.valid_from);
        expect(segment).toMatchObject(rowOn(facts, first));
        expect(segment.valid_to).toBe(segments[i + 1]?.valid_from ?? FOREVER);
        const last = segment.valid_to === FOREVER ? '2199-12-31' : addDays(dayFromNumber(segment.valid_to), -1);
        expect(segment).toMatchObject(rowOn(facts, last));
      });
    }),
    { numRuns: 300 },
  );
});
