import fc from 'fast-check';
import type { Instant } from '#kernel';
import { eventId } from '#kernel/scenario';
import { addMonths } from './deadlines-terms.ts';
import type { ProjectEvent, ProjectFact } from './events.ts';
import { factsOf } from './facts.ts';
import { FINDING_CODES, FINDING_RULES, FINDING_TEXTS, findingsOf, findingsOn, type Finding } from './findings.ts';
import { given, revoked, yuan } from './project.harness.ts';
import type { Project } from './project.ts';

type Filed = ProjectEvent & { readonly filedAt?: Instant };
/** A fact as filed at noon of a day. */
const on = (day: string, fact: ProjectFact): Filed => ({ ...fact, filedAt: `${day}T04:00:00.000Z` });
const registered = on('2018-01-10', { type: 'ProjectRegistered', data: { name: '甲', zoneId: 'z1' } });
const started = (date: string, phase?: string): ProjectFact => ({
  type: 'ConstructionStarted',
  data: { on: date, ...(phase && { phase }) },
});
const landed = (data: object): ProjectFact => ({
  type: 'LandSupplied',
  data: { on: '2018-01-05', mode: 'auction', area: 100, ...data },
});
const planned = (date: string): ProjectFact => ({
  type: 'MilestonePlanned',
  data: { milestone: 'constructionStarted', on: date },
});
const moved = (from: string, to: string): ProjectFact => ({
  type: 'MilestoneRescheduled',
  data: { milestone: 'constructionStarted', from, to, reason: '拆迁' },
});
const report = (period: string, fen: string): ProjectFact => ({
  type: 'InvestmentReported',
  data: { period, inPeriod: yuan(fen) },
});

/** Id, first day and first day not of what is found, but for codes that are not asked for. */
const days =
  (...codes: string[]) =>
  (history: Project): string[] =>
    findingsOf(factsOf(history))
      .filter(({ code }) => codes.includes(code))
      .map(({ id, from, until = '' }) => `${id} ${from}/${until}`);

describe('a contradiction is found from the day it could be known', () => {
  it('by the filing of its last evidence, in the phase where it is one', () =>
    given(
      registered,
      on('2018-03-05', started('2018-02', '一期')),
      on('2018-06-05', landed({ on: '2018-05-20', phase: '一期' })),
      on('2018-06-06', landed({ on: '2018-05-21', phase: '二期' })),
    ).shows(days('StartedBeforeLand'), ['StartedBeforeLand/一期 2018-06-05/']));

  it('but not for a parcel that came after the first one, nor where a supply has no date', () => {
    given(registered, landed({ parcelId: 'A' }), started('2018-02'), landed({ on: '2018-09', parcelId: 'B' })).shows(
      days('StartedBeforeLand'),
      [],
    );
    given(registered, started('2018-02'), landed({ on: 'unknown' }), landed({ on: '2018-09', parcelId: 'B' })).shows(
      days('StartedBeforeLand'),
      [],
    );
  });

  it('says on each day how often a plan had slipped by then', () =>
    given(
      registered,
      on('2018-03-01', planned('2018-03')),
      on('2018-04-02', moved('2018-03', '2018-07')),
      on('2018-08-01', moved('2018-07', '2018-10')),
      on('2018-09-01', moved('2018-10', '2018-09')),
    ).shows(
      (history) =>
        ['2018-04-01', '2018-04-02', '2018-08-01', '2018-09-01'].map((day) =>
          findingsOn(factsOf(history), day)
            .filter(({ code }) => code === 'PlanSlipped')
            .map(({ id, params: { times, current, days: far }, factIds }) => [id, times, current, far, factIds.length]),
        ),
      [
        [],
        [['PlanSlipped/constructionStarted', 1, '2018-07', 122, 1]],
        [['PlanSlipped/constructionStarted', 2, '2018-10', 214, 2]],
        [['PlanSlipped/constructionStarted', 2, '2018-09', 183, 2]],
      ],
    ));

  it('says of money above the total from when to when', () =>
    given(
      on('2018-01-10', {
        type: 'ProjectRegistered',
        data: { name: '甲', zoneId: 'z1', totalInvestment: yuan('150') },
      }),
      on('2018-02-28', report('2018-02', '100')),
      on('2018-03-31', report('2018-03', '90')),
      on('2018-05-02', { type: 'TotalInvestmentChanged', data: { amount: yuan('200'), reason: '追加' } }),
    ).shows(days('CumulativeAboveTotal'), ['CumulativeAboveTotal 2018-03-31/2018-05-02']));

  it('says of the first sum since the beginning that nothing led to it', () => {
    const sum = (more: object): Filed =>
      on('2020-07-15', {
        type: 'InvestmentReported',
        data: { period: '2020-06', cumulative: yuan('3000000'), ...more },
      });
    given(registered, sum({})).shows(days('CumulativeWithoutHistory'), ['CumulativeWithoutHistory 2020-07-15/']);
    given(registered, sum({ cumulative: yuan('0') })).shows(days('CumulativeWithoutHistory'), [
      'CumulativeWithoutHistory 2020-07-15/',
    ]);
    given(registered, sum({ cumulative: yuan('0'), inPeriod: yuan('0') })).shows(days('CumulativeWithoutHistory'), []);
    given(registered, sum({ inPeriod: yuan('3000000') })).shows(days('CumulativeWithoutHistory'), []);
    given(registered, on('2020-05-31', report('2020-05', '100')), sum({})).shows(days('CumulativeWithoutHistory'), []);
  });
});

describe('reports follow each other within a phase, and within the role of whoever files them', () => {
  const codes = ['CumulativeFell', 'PeriodsOverlap', 'SameNumberTwice', 'SameTextTwice'];
  const file = (period: string, data: object): Filed[] => [
    on(`${period}-28`, { type: 'InvestmentReported', data: { period, inPeriod: yuan('30'), ...data } }),
    on(`${period}-28`, { type: 'ProgressReported', data: { period, text: '施工', ...data } }),
  ];
  it('of two phases none repeats the other', () =>
    given(
      registered,
      ...file('2018-03', { phase: '一期', cumulative: yuan('80') }),
      ...file('2018-03', { phase: '二期', cumulative: yuan('20') }),
    ).shows(days(...codes), []));
  it('a unit that took over goes on with what the one before it reported', () =>
    given(
      registered,
      { type: 'ResponsibleUnitAssigned', data: { unitId: 'u1', from: '2018-01-01' } },
      { type: 'ResponsibleUnitAssigned', data: { unitId: 'u2', from: '2018-04-01' } },
      ...file('2018-03', { unitId: 'u1', cumulative: yuan('80') }),
      ...file('2018-04', { unitId: 'u2', cumulative: yuan('70') }),
    ).shows(days(...codes), [
      `CumulativeFell/${eventId(6)} 2018-04-28/`,
      `SameNumberTwice/${eventId(6)} 2018-04-28/`,
      `SameTextTwice/${eventId(7)} 2018-04-28/`,
    ]));
});

it('names the first and the latest of much evidence', () => {
  const months = Array.from(
    { length: 40 },
    (_, i) => `${2019 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  );
  given(registered, ...months.map((month, i) => on(`${month}-28`, report(month, String(i + 1))))).shows(
    (history) => {
      const found = findingsOf(factsOf(history)).filter(({ code }) => code === 'InvestmentBeforeStart');
      const last = found.at(-1);
      return [found.length, last?.params['count'], last?.factIds.length, last?.factIds[0], last?.factIds.at(-1)];
    },
    [40, 40, 24, eventId(2), eventId(41)],
  );
});

describe('a lapse of time is found from the day after the time was up until its reason ends', () => {
  const contract: ProjectFact = { type: 'ProjectSigned', data: { on: '2018-01-05', agreedStart: '2018-06' } };

  it('a contract past its agreed start', () => {
    given(registered, contract).shows(days('ContractStartOverdue'), ['ContractStartOverdue 2018-07-01/']);
    given(registered, contract, started('2019-02-14')).shows(days('ContractStartOverdue'), [
      'ContractStartOverdue 2018-07-01/2019-02-14',
    ]);
    given(registered, contract, started('2018-06')).shows(days('ContractStartOverdue'), []);
    given(registered, contract, {
      type: 'ProjectExited',
      data: { on: '2018-12-31', kind: 'agreed', reason: '终止' },
    }).shows(days('ContractStartOverdue'), ['ContractStartOverdue 2018-07-01/2018-12-31']);
  });

  const idle = days('LandIdleOneYear', 'LandIdleTwoYears');
  it('land a year and two years past its agreed start, each supply by itself', () => {
    const one = `LandIdleOneYear/${eventId(2)} 2019-03-01/2020-02-29`;
    given(registered, landed({ agreedStart: '2018-02', parcelId: 'A' }), landed({ parcelId: 'B' })).shows(idle, [
      one,
      `LandIdleTwoYears/${eventId(2)} 2020-02-29/`,
    ]);
    given(registered, landed({ agreedStart: '2018-02' }), started('2019-08-08')).shows(idle, [
      `LandIdleOneYear/${eventId(2)} 2019-03-01/2019-08-08`,
    ]);
  });
  it('put off by as many days as the land was handed over late', () => {
    const land = landed({ agreedStart: '2018-06-30', agreedHandover: '2018-02-28' });
    const handedOver = (date: string): ProjectFact => ({ type: 'LandHandedOver', data: { on: date } });
    given(registered, land, handedOver('2018-03-10')).shows(idle, [
      `LandIdleOneYear/${eventId(2)} 2019-07-11/2020-07-11`,
      `LandIdleTwoYears/${eventId(2)} 2020-07-11/`,
    ]);
    given(registered, land, handedOver('2018-02-01')).shows(
      (history) => idle(history)[0],
      `LandIdleOneYear/${eventId(2)} 2019-07-01/2020-07-01`,
    );
  });

  it('put off by the hand-over of its own parcel, where that names one', () => {
    const land = (parcelId?: string): ProjectFact =>
      landed({ agreedStart: '2018-06-30', agreedHandover: '2018-02-28', ...(parcelId !== undefined && { parcelId }) });
    const handedOver = (date: string, parcelId?: string): ProjectFact => ({
      type: 'LandHandedOver',
      data: { on: date, ...(parcelId !== undefined && { parcelId }) },
    });
    const firstDays = (history: Project): (string | undefined)[] =>
      findingsOf(factsOf(history))
        .filter(({ code }) => code === 'LandIdleOneYear')
        .map(({ from }) => from);
    const parcels = [registered, land('A'), land('B')] as const;
    given(...parcels, handedOver('2018-03-10', 'B')).shows(firstDays, ['2019-07-01', '2019-07-11']);
    given(...parcels, handedOver('2018-03-10', 'B'), handedOver('2018-03-01')).shows(firstDays, [
      '2019-07-02',
      '2019-07-11',
    ]);
    given(...parcels, handedOver('2018-03-10')).shows(firstDays, ['2019-07-11', '2019-07-11']);
    given(registered, land(), handedOver('2018-03-10', '宗地一')).shows(firstDays, ['2019-07-11']);
  });

  const permit = (date: string, phase?: string): ProjectFact => ({
    type: 'ConstructionPermitObtained',
    data: { on: date, ...(phase && { phase }) },
  });
  it('a permit of three months without a start of its phase', () => {
    given(registered, permit('2018-11-30', '一期'), started('2019-01', '二期')).shows(days('PermitLapsed'), [
      'PermitLapsed/一期 2019-03-01/',
    ]);
    given(registered, permit('2018-11-30'), started('2019-02-28')).shows(days('PermitLapsed'), []);
    given(registered, permit('unknown')).shows(days('PermitLapsed'), []);
  });
  it('none of them any more once the project is past its start, though nobody reported that', () => {
    const lapses = days('ContractStartOverdue', 'LandIdleOneYear', 'LandIdleTwoYears', 'PermitLapsed');
    const project = [registered, contract, landed({ agreedStart: '2018-06' }), permit('2018-08-31')] as const;
    given(
      ...project,
      on('2019-06-03', { type: 'ProjectCompleted', data: { on: '2019-05-31' } }),
      on('2020-06-03', { type: 'FullCapacityReached', data: { on: '2020-05-31' } }),
    ).shows(lapses, ['ContractStartOverdue 2018-07-01/2019-05-31', 'PermitLapsed 2018-12-01/2019-05-31']);
    given(...project, on('2020-06-03', { type: 'FullCapacityReached', data: { on: '2020-05-31' } })).shows(lapses, [
      'ContractStartOverdue 2018-07-01/2020-05-31',
      `LandIdleOneYear/${eventId(3)} 2019-07-01/2020-05-31`,
      'PermitLapsed 2018-12-01/2020-05-31',
    ]);
  });
  it('months nobody reported: still going, over, and filed after all', () =>
    given(
      registered,
      on('2018-02-20', report('2018-02', '1')),
      on('2018-07-05', report('2018-05', '2')),
      on('2018-07-06', report('2018-07', '3')),
      on('2018-08-06', report('2018-08', '4')),
      revoked(5),
    ).shows(
      (history) =>
        findingsOf(factsOf(history))
          .filter(({ code }) => code === 'NoReportForPeriod')
          .map(({ from, until = '', params: { first, last }, factIds }) => [first, last, from, until, factIds]),
      [
        ['2018-03', null, '2018-04-01', '2018-05-01', [eventId(1)]],
        ['2018-03', '2018-04', '2018-05-01', '', [eventId(1)]],
        ['2018-05', '2018-05', '2018-06-01', '2018-07-05', [eventId(1)]],
        ['2018-06', '2018-06', '2018-07-01', '', [eventId(1)]],
        ['2018-08', null, '2018-09-01', '', [eventId(1)]],
      ],
    ));
});

describe('an explanation', () => {
  const explain = (day: string, text: string, evidence: string[]): Filed =>
    on(day, { type: 'FindingExplained', data: { finding: 'PlanSlipped/constructionStarted', evidence, text } });
  const slipped = [
    registered,
    on('2018-03-01', planned('2018-03')),
    on('2018-04-02', moved('2018-03', '2018-07')),
  ] as const;
  const said = (history: Project): string[] =>
    findingsOf(factsOf(history))
      .filter(({ code }) => code === 'PlanSlipped')
      .map(({ since, from, until = '', explanation }) => `${since} ${from}/${until} ${explanation?.text ?? '-'}`);

  it('shows from the day it was filed, the latest counts, and the finding stays', () =>
    given(
      ...slipped,
      explain('2018-04-10', '征迁', [eventId(3)]),
      explain('2018-04-20', '征迁未完成', [eventId(3)]),
    ).shows(said, [
      '2018-04-02 2018-04-02/2018-04-10 -',
      '2018-04-02 2018-04-10/2018-04-20 征迁',
      '2018-04-02 2018-04-20/ 征迁未完成',
    ]));
  it('does not cover new evidence', () =>
    given(...slipped, explain('2018-04-10', '征迁', [eventId(3)]), on('2018-08-01', moved('2018-07', '2018-10'))).shows(
      said,
      ['2018-04-02 2018-04-02/2018-04-10 -', '2018-04-02 2018-04-10/2018-08-01 征迁', '2018-08-01 2018-08-01/ -'],
    ));
  it('is gone when it is revoked', () =>
    given(...slipped, explain('2018-04-10', '征迁', [eventId(3)]), revoked(4)).shows(said, [
      '2018-04-02 2018-04-02/ -',
    ]));
  it('is taken of what is found on the day with this evidence, and of nothing else', () => {
    const told = (finding: string, evidence: string[]) =>
      ({ type: 'ExplainFinding', data: { finding, evidence, text: '说明' } }) as const;
    const at = { filedAt: '2019-05-05T04:00:00.000Z', filedOn: '2019-05-05' };
    const history = [...slipped, landed({ agreedStart: '2018-02' })] as const;
    for (const [finding, evidence] of [
      ['PlanSlipped/constructionStarted', [eventId(3)]],
      ['NoReportForPeriod/2018-02', [eventId(1)]],
      [`LandIdleOneYear/${eventId(4)}`, [eventId(4)]],
    ] as const) {
      given(...history)
        .when(told(finding, [...evidence]), at)
        .then({ type: 'FindingExplained', data: { finding, evidence: [...evidence], text: '说明' } });
    }
    given(...history)
      .when(told(`LandIdleTwoYears/${eventId(4)}`, [eventId(4)]), at)
      .thenRefused('FindingNotFound');
    given(...history)
      .when(told('PlanSlipped/constructionStarted', [eventId(2)]), at)
      .thenRefused('FindingNotFound');
  });
});

it('has a rule with its source and both texts for every code', () => {
  expect(Object.keys(FINDING_RULES).sort()).toEqual([...FINDING_CODES].sort());
  for (const code of FINDING_CODES) {
    for (const { zh, en } of [FINDING_TEXTS[code], FINDING_RULES[code]]) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/^[\x20-\x7e]+$/);
    }
    expect(FINDING_RULES[code].source).not.toBe('');
  }
});

it('adds months by the day of the month, or its last', () => {
  expect([addMonths('2018-11-30', 3), addMonths('2020-02-29', 12), addMonths('2018-12-15', 1)]).toEqual([
    '2019-02-28',
    '2021-02-28',
    '2019-01-15',
  ]);
});

/** Whatever is filed, in whatever order: the ids of one day are different, and there is evidence. */
it('finds nothing twice on one day', () => {
  const date = fc.constantFrom('2018-01', '2018-02-14', '2018-Q2', '2019', 'unknown');
  const phase = fc.constantFrom({}, {}, { phase: '一期' });
  const fact = fc.oneof(
    fc.tuple(date, phase).map(([day, more]) => landed({ on: day, agreedStart: day, ...more })),
    fc
      .tuple(date, phase)
      .map(([day, more]): ProjectFact => ({ type: 'ConstructionStarted', data: { on: day, ...more } })),
    fc.tuple(date, phase).map(([day, more]): ProjectFact => ({ type: 'ProjectCompleted', data: { on: day, ...more } })),
    fc.tuple(date, phase).map(([day, more]): ProjectFact => ({
      type: 'ConstructionPermitObtained',
      data: { on: day, ...more },
    })),
    date.map(planned),
    fc.tuple(date, date).map(([from, to]) => moved(from, to)),
    fc.tuple(date, fc.constantFrom('0', '100')).map(([period, fen]) => report(period, fen)),
  );
  const filed = fc.constantFrom('2018-01-15', '2018-03-31', '2019-02-02');
  fc.assert(
    fc.property(fc.array(fc.tuple(filed, fact), { maxLength: 20 }), (facts) => {
      given(registered, ...facts.map(([day, one]) => on(day, one))).shows((history) => {
        const found = findingsOf(factsOf(history));
        const key = ({ id }: Finding): string => id;
        return ['2018-01-20', '2018-06-30', '2019-02-02', '2030-01-01'].flatMap((day) => {
          const ids = findingsOn(factsOf(history), day).map(key);
          return ids.length === new Set(ids).size && found.every(({ factIds }) => factIds.length > 0) ? [] : [day];
        });
      }, []);
    }),
    { numRuns: 300 },
  );
});
