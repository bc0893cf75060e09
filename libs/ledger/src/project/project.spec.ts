import { eventId, scenario } from '#kernel/scenario';
import type { FactDate, JsonObject, Money } from '#kernel';
import type { ProjectEvent, ProjectFact } from './events.ts';
import { factsOf, stageOn, stagesReached, standingSteps } from './facts.ts';
import { plansOf } from './plans.ts';
import { tenuresOf } from './tenures.ts';
import { findingsOf } from './findings.ts';
import { project, type Project, type ProjectCommand } from './project.ts';

const given = scenario<Project, ProjectCommand, ProjectEvent>(project);
const yuan = (fen: string): Money => ({ fen, currency: 'CNY' });

const registered = { type: 'ProjectRegistered', data: { name: '甲项目', zoneId: 'z1' } } as const;
const signed = { type: 'ProjectSigned', data: { on: '2026-03-01' } } as const;
const landOn = (on: FactDate) => ({ type: 'LandSupplied', data: { on, mode: 'auction', area: 100 } }) as const;
const startedOn = (on: FactDate, phase?: string) =>
  ({ type: 'ConstructionStarted', data: { on, ...(phase && { phase }) } }) as const;
const completedOn = (on: FactDate, phase?: string) =>
  ({ type: 'ProjectCompleted', data: { on, ...(phase && { phase }) } }) as const;
const plannedOn = (on: FactDate) =>
  ({ type: 'MilestonePlanned', data: { milestone: 'constructionStarted', on } }) as const;
const assigned = (personId: string, from: FactDate, lead = true) =>
  ({ type: 'LeaderAssigned', data: { personId, lead, from } }) as const;
const exited = { type: 'ProjectExited', data: { on: '2026-06-30', kind: 'agreed', reason: '协商终止' } } as const;
const corrected = (n: number, data: JsonObject) =>
  ({ type: 'FactCorrected', data: { factId: eventId(n), data, reason: '笔误' } }) as const;
const revoked = (n: number) => ({ type: 'FactRevoked', data: { factId: eventId(n), reason: '误报' } }) as const;

const start = (on: FactDate): ProjectCommand => ({ type: 'StartConstruction', data: { on } });
const stage = (history: Project) => stageOn(stagesReached(factsOf(history)), '2026-11-22');
const findings = (history: Project) => findingsOf(factsOf(history)).map(({ code }) => code);

describe('registering', () => {
  const register = (name: string): ProjectCommand => ({ type: 'RegisterProject', data: { name, zoneId: 'z1' } });
  it('takes a project once', () => given().when(register('甲项目')).then(registered));
  it('takes the same registration twice as one', () => given(registered).when(register('甲项目')).then());
  it('refuses another registration of the same project', () =>
    given(registered)
      .when(register('乙项目'))
      .thenRefused('ProjectAlreadyRegistered', { factId: eventId(1) }));
  it('refuses a zone nobody defined', () =>
    given()
      .when(register('甲项目'), { missing: new Set(['zone-z1']) })
      .thenRefused('ZoneUnknown', { id: 'z1' }));
  it('refuses facts about a project that is not there', () =>
    given().when(start('2026')).thenRefused('ProjectNotFound'));
});

describe('milestones', () => {
  it('take a start on land nobody supplied: auditors look for it', () =>
    given(registered, signed).when(start('2026-05')).then(startedOn('2026-05')));
  it('take the same report twice as one fact', () =>
    given(registered, startedOn('2026-05')).when(start('2026-05')).then());
  it('want a correction for another date', () =>
    given(registered, startedOn('2026-05'))
      .when(start('2026-06'))
      .thenRefused('FactAlreadyFiled', { factId: eventId(2) }));
  it('take another phase as another fact', () =>
    given(registered, startedOn('2026-05', '一期'))
      .when({ type: 'StartConstruction', data: { on: '2026-06', phase: '二期' } })
      .then(startedOn('2026-06', '二期')));
  it('take another parcel as another supply of land', () =>
    given(registered, landOn('2026-01'))
      .when({ type: 'SupplyLand', data: { ...landOn('2026-02').data, parcelId: 'p2' } })
      .then({ ...landOn('2026-02'), data: { ...landOn('2026-02').data, parcelId: 'p2' } }));
  it('take November filed on 22 November', () => given(registered).when(start('2026-11')).then(startedOn('2026-11')));
  it('refuse what lies wholly after the day of filing', () =>
    given(registered).when(start('2026-12')).thenRefused('FactInTheFuture', { on: '2026-12', filedOn: '2026-11-22' }));
  it('judge the future by the claimed time of filing, in Shanghai', () =>
    given(registered).when(start('2018-05-31'), { filedAt: '2018-05-30T16:00:00.000Z' }).then(startedOn('2018-05-31')));
  it('take an unknown date', () => given(registered).when(start('unknown')).then(startedOn('unknown')));
  it('are the furthest certain stage, and the further possible one beside it', () => {
    given(registered, signed, startedOn('2026')).shows(stage, {
      stage: 'signed',
      possibleStage: 'constructionStarted',
    });
    given(registered, startedOn('unknown')).shows(stage, { stage: 'constructionStarted' });
    given(registered).shows(stage, { stage: 'registered' });
  });
  it('count a project as started with its first phase and as completed with its last', () => {
    given(registered, startedOn('2026-01', '一期')).shows(stage, { stage: 'constructionStarted' });
    const both = [registered, startedOn('2026-01', '一期'), startedOn('2026-02', '二期')] as const;
    given(...both, completedOn('2026-05', '一期')).shows(stage, { stage: 'constructionStarted' });
    given(...both, completedOn('2026-05', '一期'), completedOn('2026-06', '二期')).shows(stage, { stage: 'completed' });
    given(...both, completedOn('2026-06')).shows(stage, { stage: 'completed' });
  });
  it('do not date the whole to one phase', () =>
    given(
      registered,
      startedOn('2019-01', '一期'),
      completedOn('2020-01-01', '一期'),
      startedOn('2020-06', '二期'),
      completedOn('2022-01-01'),
    ).shows(
      (history) => stagesReached(factsOf(history)).find((one) => one.stage === 'completed')?.certainFrom,
      '2022-01-01',
    ));
});

describe('suspending and leaving', () => {
  const suspend = (on: FactDate): ProjectCommand => ({ type: 'SuspendProject', data: { on, reason: '资金' } });
  const resume = (on: FactDate): ProjectCommand => ({ type: 'ResumeProject', data: { on } });
  const suspended = { type: 'ProjectSuspended', data: { on: '2026-04', reason: '资金' } } as const;
  const resumed = { type: 'ProjectResumed', data: { on: '2026-05' } } as const;
  it('suspends, resumes and suspends again', () => {
    given(registered).when(suspend('2026-04')).then(suspended);
    given(registered, suspended).when(resume('2026-05')).then(resumed);
    given(registered, suspended, resumed)
      .when(suspend('2026-07'))
      .then({ ...suspended, data: { on: '2026-07', reason: '资金' } });
  });
  it('takes the same suspension twice as one, another one not', () => {
    given(registered, suspended).when(suspend('2026-04')).then();
    given(registered, suspended)
      .when(suspend('2026-06'))
      .thenRefused('ProjectAlreadySuspended', { factId: eventId(2) });
  });
  it('cannot resume what is not suspended', () =>
    given(registered).when(resume('2026-05')).thenRefused('ProjectNotSuspended'));
  it('refuses a fact dated after the exit and takes one before it', () => {
    given(registered, exited).when(start('2026-07')).thenRefused('ProjectHasExited', { exitedOn: '2026-06-30' });
    given(registered, exited).when(start('2026-06')).then(startedOn('2026-06'));
  });
  it('refuses plans once it has left, and takes the release of its leader', () => {
    given(registered, exited)
      .when({ type: 'PlanMilestone', data: plannedOn('2027').data })
      .thenRefused('ProjectHasExited');
    given(registered, assigned('p1', '2026-01-01'), exited)
      .when({ type: 'ReleaseLeader', data: { personId: 'p1', until: '2026-07-01' } })
      .then({ type: 'LeaderReleased', data: { personId: 'p1', until: '2026-07-01' } });
  });
  it('shows its standing over time', () =>
    given(registered, suspended, resumed, exited).shows(
      (history) => standingSteps(factsOf(history)).map(({ from, standing }) => ({ from, standing })),
      [
        { from: '2026-04-30', standing: 'suspended' },
        { from: '2026-05-31', standing: 'active' },
        { from: '2026-06-30', standing: 'exited' },
      ],
    ));
  it('stays out once it has left', () => {
    given(registered, suspended, exited)
      .when({ type: 'ResumeProject', data: { on: 'unknown' } })
      .thenRefused('ProjectHasExited');
    given(registered, suspended, exited)
      .when({ type: 'ResumeProject', data: { on: '2026' } })
      .thenRefused('ProjectHasExited');
    given(registered, exited, { type: 'ProjectSuspended', data: { on: '2026-07', reason: '资金' } }).shows(
      (history) => standingSteps(factsOf(history)).at(-1)?.standing,
      'exited',
    );
  });
  it('leaves once, and as a whole', () => {
    given(registered, exited)
      .when({ type: 'ExitProject', data: { ...exited.data, on: '2026-07-31' } })
      .thenRefused('FactAlreadyFiled', { factId: eventId(2) });
    given(registered)
      .when({ type: 'ExitProject', data: { ...exited.data, phase: '一期' } })
      .thenRefused('WholeProjectOnly', { phase: '一期' });
  });
  it('takes a proper resumption after one that was filed with a day before the suspension', () => {
    const early = { type: 'ProjectResumed', data: { on: '2026-03' } } as const;
    given(registered, suspended, early)
      .when(resume('2026-06'))
      .then({ type: 'ProjectResumed', data: { on: '2026-06' } });
    given(registered, suspended, early).shows(
      (history) => findings(history).filter((code) => code !== 'FiledLate'),
      ['ResumedBeforeSuspended'],
    );
  });
  it('takes an earlier pair that is filed late', () => {
    const before = { type: 'ProjectSuspended', data: { on: '2025-03', reason: '资金' } } as const;
    given(registered, suspended, resumed).when(suspend('2025-03')).then(before);
    given(registered, suspended, resumed, before)
      .when(resume('2025-06'))
      .then({ type: 'ProjectResumed', data: { on: '2025-06' } });
  });
  const voided = { type: 'ProjectVoided', data: { reason: '重复入库' } } as const;
  it('takes no fact once voided, but mendings', () => {
    given(registered, voided).when(start('2026')).thenRefused('ProjectIsVoided');
    given(registered, voided).when({ type: 'VoidProject', data: voided.data }).then();
    given(registered, voided)
      .when({ type: 'RevokeFact', data: revoked(2).data })
      .then(revoked(2));
    given(registered, voided, revoked(2)).when(start('2026-01')).then(startedOn('2026-01'));
  });
});

describe('plans', () => {
  const reschedule = (from: FactDate, to: FactDate): ProjectCommand => ({
    type: 'RescheduleMilestone',
    data: { milestone: 'constructionStarted', from, to, reason: '拆迁' },
  });
  const rescheduled = (from: FactDate, to: FactDate) =>
    ({ type: 'MilestoneRescheduled', data: { milestone: 'constructionStarted', from, to, reason: '拆迁' } }) as const;
  const plan = (history: Project) =>
    plansOf(factsOf(history)).map(({ baseline, current, moves }) => [
      baseline,
      current,
      ...moves.map(({ direction }) => direction),
    ]);
  it('may lie ahead', () =>
    given(registered)
      .when({ type: 'PlanMilestone', data: plannedOn('2027-03').data })
      .then(plannedOn('2027-03')));
  it('are rescheduled from the current one only', () => {
    given(registered, plannedOn('2026-03'))
      .when(reschedule('2026-03', '2026-07'))
      .then(rescheduled('2026-03', '2026-07'));
    given(registered, plannedOn('2026-03'))
      .when(reschedule('2026-04', '2026-07'))
      .thenRefused('PlanNotCurrent', { current: '2026-03' });
    given(registered).when(reschedule('2026-03', '2026-07')).thenRefused('MilestoneNotPlanned');
  });
  it('are rescheduled once by the same command twice', () =>
    given(registered, plannedOn('2026-03'), rescheduled('2026-03', '2026-07'))
      .when(reschedule('2026-03', '2026-07'))
      .then());
  it('keep the baseline for ever, and a narrower one is no slip', () => {
    given(registered, plannedOn('2018'), plannedOn('2018-05')).shows(plan, [['2018', '2018-05']]);
    given(registered, plannedOn('2027-06'), rescheduled('2027-06', '2027-01'), plannedOn('2027')).shows(plan, [
      ['2027-06', '2027', 'earlier', 'later'],
    ]);
    given(registered, plannedOn('2027-12'), plannedOn('2027')).shows(plan, [['2027-12', '2027', 'vaguer']]);
    given(registered, plannedOn('2018-03'), rescheduled('2018-03', '2018-07'), rescheduled('2018-07', '2018-10')).shows(
      plan,
      [['2018-03', '2018-10', 'later', 'later']],
    );
  });
});

describe('leaders', () => {
  const assign = (personId: string, from: FactDate, lead = true): ProjectCommand => ({
    type: 'AssignLeader',
    data: { personId, lead, from },
  });
  const tenures = (history: Project) =>
    tenuresOf(factsOf(history)).map(({ role, holderId, fromDay, until }) => [role, holderId, fromDay, until]);
  it('hand over on the first day of the next, whatever the order of filing', () =>
    given(registered, assigned('p2', '2026-07-01'), assigned('p1', '2026-01-01')).shows(tenures, [
      ['lead', 'p1', '2026-01-01', '2026-07-01'],
      ['lead', 'p2', '2026-07-01', undefined],
    ]));
  it('can be several beside one lead', () =>
    given(
      registered,
      assigned('p1', '2026-01'),
      assigned('p2', '2026-01', false),
      assigned('p3', '2026-02', false),
    ).shows(tenures, [
      ['lead', 'p1', '2026-01-31', undefined],
      ['coLead', 'p2', '2026-01-31', undefined],
      ['coLead', 'p3', '2026-02-28', undefined],
    ]));
  it('hold from the day it was filed where nobody knows since when', () =>
    given(registered, assigned('p1', 'unknown')).shows(tenures, [['lead', 'p1', '2026-11-22', undefined]]));
  it('cannot be two from one day', () =>
    given(registered, assigned('p1', '2026-01-01'))
      .when(assign('p2', '2026-01-01'))
      .thenRefused('RoleTakenFromThatDay', { id: 'p1' }));
  it('can begin on a day that the one before held nothing of', () => {
    const none = { type: 'LeaderReleased', data: { personId: 'p1', until: '2026-01-01' } } as const;
    given(registered, assigned('p1', '2026-01-01'), none)
      .when(assign('p2', '2026-01-01'))
      .then(assigned('p2', '2026-01-01'));
    given(registered, assigned('p1', '2026-01')).when(assign('p2', '2026-01-31')).thenRefused('RoleTakenFromThatDay');
  });
  it('are assigned once by the same report twice', () =>
    given(registered, assigned('p1', '2026-01-01')).when(assign('p1', '2026-01-01')).then());
  it('must be somebody', () =>
    given(registered)
      .when(assign('p9', '2026-01-01'), { missing: new Set(['person-p9']) })
      .thenRefused('PersonUnknown', { id: 'p9' }));
  it('are released on a day they hold', () => {
    const release = (until: FactDate): ProjectCommand => ({ type: 'ReleaseLeader', data: { personId: 'p1', until } });
    given(registered, assigned('p1', '2026-03-01')).when(release('2026-02-01')).thenRefused('TenureEndsBeforeItStarts');
    given(registered).when(release('2026-02-01')).thenRefused('RoleNotHeld', { id: 'p1' });
    given(registered, assigned('p1', '2026-03-01'))
      .when(release('2026-12-31'))
      .then({ type: 'LeaderReleased', data: { personId: 'p1', until: '2026-12-31' } });
    given(registered, assigned('p1', '2026-03-01'), {
      type: 'LeaderReleased',
      data: { personId: 'p1', until: '2026-05-01' },
    }).shows(tenures, [['lead', 'p1', '2026-03-01', '2026-05-01']]);
  });
});

describe('mending', () => {
  const correct = (n: number, data: JsonObject): ProjectCommand => ({
    type: 'CorrectFact',
    data: corrected(n, data).data,
  });
  const revoke = (n: number): ProjectCommand => ({ type: 'RevokeFact', data: revoked(n).data });
  it('corrects a fact once', () => {
    given(registered, startedOn('2026-05'))
      .when(correct(2, { on: '2026-06' }))
      .then(corrected(2, { on: '2026-06' }));
    given(registered, startedOn('2026-05'), corrected(2, { on: '2026-06' }))
      .when(correct(2, { on: '2026-06' }))
      .then();
  });
  it('is not started any more once the start is revoked', () =>
    given(registered, startedOn('2026-05'), revoked(2)).shows(stage, { stage: 'registered' }));
  it('takes a new report once the old one is revoked', () =>
    given(registered, startedOn('2026-05'), revoked(2)).when(start('2026-07')).then(startedOn('2026-07')));
  it('passes on exited projects', () =>
    given(registered, startedOn('2026-05'), exited)
      .when(correct(2, { on: '2026-04' }))
      .then(corrected(2, { on: '2026-04' })));
  it('corrects the fact, not the correction', () => {
    given(registered, startedOn('2026-05'), corrected(2, { on: '2026-04' }))
      .when(correct(3, { on: '2026-03' }))
      .thenRefused('MendingNotCorrectable');
    given(registered, startedOn('2026-05'), corrected(2, { on: '2026-04' }))
      .when(revoke(3))
      .then(revoked(3));
  });
  it('names a fact that is there', () => {
    given(registered)
      .when(revoke(7))
      .thenRefused('FactNotFound', { factId: eventId(7) });
    given().when(revoke(1)).thenRefused('ProjectNotFound');
  });
  it('revokes once', () => given(registered, startedOn('2026-05'), revoked(2)).when(revoke(2)).then());
  it('does not move a fact into the future', () =>
    given(registered, startedOn('2026-05'))
      .when(correct(2, { on: '2027' }))
      .thenRefused('FactInTheFuture'));
});

describe('registration data', () => {
  it('change by the newer report', () => {
    given(registered)
      .when({ type: 'RenameProject', data: { name: '乙项目' } })
      .then({ type: 'ProjectRenamed', data: { name: '乙项目' } });
    given(registered)
      .when({ type: 'RenameProject', data: { name: '甲项目' } })
      .then();
    given(registered, { type: 'ProjectRenamed', data: { name: '乙项目' } })
      .when({ type: 'RenameProject', data: { name: '甲项目' } })
      .then({ type: 'ProjectRenamed', data: { name: '甲项目' } });
  });
});

describe('findings', () => {
  const invested = (period: FactDate, fen: string): ProjectFact => ({
    type: 'InvestmentReported',
    data: { period, inPeriod: yuan(fen) },
  });
  it('name a start before land, not one in the same month', () => {
    given(registered, startedOn('2026-10'), landOn('2026-11')).shows(findings, ['StartedBeforeLand']);
    given(registered, startedOn('2026-11'), landOn('2026-11')).shows(findings, []);
    given(registered, startedOn('2026'), landOn('2026-11')).shows(findings, []);
  });
  it('name a sum above the total, and a number filed twice in a row', () =>
    given(
      { ...registered, data: { ...registered.data, totalInvestment: yuan('150') } },
      startedOn('2026-01'),
      { ...invested('2026-09', '100'), filedAt: '2026-09-25T00:00:00.000Z' },
      { ...invested('2026-10', '100'), filedAt: '2026-10-25T00:00:00.000Z' },
    ).shows(findings, ['CumulativeAboveTotal', 'SameNumberTwice', 'FiledLate']));
  it('name a slip only where a plan moved to a later day', () =>
    given(registered, plannedOn('2027-06'), {
      type: 'MilestoneRescheduled',
      data: { milestone: 'constructionStarted', from: '2027-06', to: '2027-01', reason: '提前' },
    }).shows(findings, []));
  it('name a sum that fell, and periods that overlap', () => {
    const sum = (period: FactDate, fen: string): ProjectFact => ({
      type: 'InvestmentReported',
      data: { period, cumulative: yuan(fen) },
    });
    given(registered, startedOn('2025-01'), sum('2026-09', '100'), sum('2026-10', '80')).shows(findings, [
      'CumulativeFell',
      'FiledLate',
      'FiledLate',
    ]);
    given(registered, startedOn('2025-01'), invested('2026-Q3', '300'), invested('2026-09', '100')).shows(findings, [
      'PeriodsOverlap',
      'FiledLate',
      'FiledLate',
      'FiledLate',
    ]);
  });
  it('name money before any start, and a start without a date', () => {
    given(registered, invested('2026-11', '100')).shows(findings, ['InvestmentBeforeStart']);
    given(registered, startedOn('unknown')).shows(findings, ['StartWithoutDate']);
  });
  it('name a slip with how often and how far', () =>
    given(registered, plannedOn('2026-03'), {
      type: 'MilestoneRescheduled',
      data: { milestone: 'constructionStarted', from: '2026-03', to: '2026-07', reason: '拆迁' },
    }).shows(
      (history) => findingsOf(factsOf(history)).map(({ code, factIds, params }) => ({ code, factIds, params })),
      [
        {
          code: 'PlanSlipped',
          factIds: [eventId(3)],
          params: { milestone: 'constructionStarted', times: 1, baseline: '2026-03', current: '2026-07' },
        },
      ],
    ));
});
