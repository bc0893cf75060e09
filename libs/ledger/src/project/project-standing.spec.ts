import type { FactDate } from '#kernel';
import { eventId } from '#kernel/scenario';
import { factsOf, standingSteps } from './facts.ts';
import {
  assigned,
  exited,
  findings,
  given,
  plannedOn,
  registered,
  revoked,
  start,
  startedOn,
  voided,
} from './project.harness.ts';
import { type ProjectCommand } from './project.ts';

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
  it('takes no fact once voided, but mendings', () => {
    given(registered, voided).when(start('2026')).thenRefused('ProjectIsVoided');
    given(registered, voided).when({ type: 'VoidProject', data: voided.data }).then();
    given(registered, voided)
      .when({ type: 'RevokeFact', data: revoked(2).data })
      .then(revoked(2));
    given(registered, voided, revoked(2)).when(start('2026-01')).then(startedOn('2026-01'));
  });
});
