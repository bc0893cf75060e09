import type { FactDate, Money } from '#kernel';
import { faultsOf } from '#http';
import { eventId } from '#kernel/scenario';
import type { PermitStatusReported } from './events.ts';
import { factsOf } from './facts.ts';
import { findingsOf } from './findings.ts';
import { exited, given, plannedOn, registered, rescheduled, without, yuan } from './project.harness.ts';
import { RecordFunds } from './project-reports.commands.ts';
import type { Project, ProjectCommand } from './project.ts';

describe('reports', () => {
  const report = (unitId: string, text: string): ProjectCommand => ({
    type: 'ReportProgress',
    data: { period: '2026-10', text, unitId },
  });
  const reported = { type: 'ProgressReported', data: { period: '2026-10', text: '桩基', unitId: 'u1' } } as const;
  it('are one for each unit and period', () => {
    given(registered, reported).when(report('u1', '桩基')).then();
    given(registered, reported)
      .when(report('u1', '主体'))
      .thenRefused('FactAlreadyFiled', { factId: eventId(2) });
    given(registered, reported)
      .when(report('u2', '主体'))
      .then({ ...reported, data: { period: '2026-10', text: '主体', unitId: 'u2' } });
  });
  it('are by a unit that is there, of a period that has begun', () => {
    given(registered).when(report('u9', '桩基'), without('organization-u9')).thenRefused('UnitUnknown', { id: 'u9' });
    given(registered)
      .when({ type: 'ReportProgress', data: { period: '2026-12', text: '桩基' } })
      .thenRefused('FactInTheFuture', { on: '2026-12' });
  });
});

describe('funds', () => {
  const record = (on: FactDate, amount: Money): ProjectCommand => ({ type: 'RecordFunds', data: { on, amount } });
  const dollars: Money = { fen: '500000000', currency: 'USD' };
  const arrived = { type: 'FundsArrived', data: { on: '2026-04-08', amount: dollars } } as const;
  it('arrive in dollars as in yuan, each time anew', () => {
    given(registered, arrived).when(record('2026-04-08', dollars)).then(arrived);
    given(registered, arrived)
      .when(record('2026-05', yuan('100')))
      .then({ type: 'FundsArrived', data: { on: '2026-05', amount: yuan('100') } });
  });
  it('are more than nothing, in whatever currency', () => {
    const faults = (fen: string, currency: string) =>
      faultsOf(RecordFunds, { on: '2026-04-08', amount: { fen, currency } });
    for (const currency of ['CNY', 'USD']) {
      expect(faults('0', currency)).toMatchObject([{ field: 'amount.fen', code: 'NotMoreThanNothing' }]);
      expect(faults('1', currency)).toEqual([]);
    }
    expect(faults('-1', 'CNY')).toMatchObject([{ field: 'amount.fen', code: 'NotAnAmount' }]);
  });
  it('have arrived when they are recorded, and not after the project left', () => {
    given(registered).when(record('2026-11-23', dollars)).thenRefused('FactInTheFuture');
    given(registered, exited).when(record('2026-07-01', dollars)).thenRefused('ProjectHasExited');
    given(registered, exited)
      .when(record('2026-06-01', dollars))
      .then({ ...arrived, data: { on: '2026-06-01', amount: dollars } });
  });
});

describe('the state of a permit', () => {
  type State = PermitStatusReported['data']['state'];
  const data = (state: State, on?: FactDate) => ({
    catalogue: 'k',
    item: 'env',
    state,
    ...(on !== undefined && { on }),
  });
  const report = (state: State, on?: FactDate): ProjectCommand => ({
    type: 'ReportPermitStatus',
    data: data(state, on),
  });
  const reported = (state: State, on?: FactDate) => ({ type: 'PermitStatusReported', data: data(state, on) }) as const;
  it('changes with each report, back and forth', () => {
    const inProgress = reported('inProgress', '2026-03-02');
    given(registered, reported('notStarted')).when(report('inProgress', '2026-03-02')).then(inProgress);
    given(registered, inProgress).when(report('done', '2026-05-20')).then(reported('done', '2026-05-20'));
    given(registered, inProgress, reported('done')).when(report('inProgress', '2026-03-02')).then(inProgress);
    given(registered, inProgress).when(report('notNeeded')).then(reported('notNeeded'));
  });
  it('is reported once by the same report twice', () =>
    given(registered, reported('notStarted'), reported('done')).when(report('done')).then());
  it('is of an item that a catalogue names', () =>
    given(registered)
      .when(report('done'), without('catalogue-k/env'))
      .thenRefused('PermitItemUnknown', { id: 'k/env' }));
  it('has been reached when it is reported', () =>
    given(registered).when(report('done', '2027-01')).thenRefused('FactInTheFuture'));
});

describe('an explanation', () => {
  const slipped = [registered, plannedOn('2026-03'), rescheduled('2026-03', '2026-07')] as const;
  const found = (history: Project) => findingsOf(factsOf(history)).find(({ code }) => code === 'PlanSlipped');
  const explain = (evidence: string[], text = '征地由省级工程统一推进'): ProjectCommand => ({
    type: 'ExplainFinding',
    data: { finding: 'PlanSlipped/constructionStarted', evidence, text },
  });
  it('is of a finding as it is now', () => {
    given(...slipped).shows((history) => found(history)?.code, 'PlanSlipped');
    given(...slipped)
      .when({ type: 'ExplainFinding', data: { finding: 'StartedBeforeLand', evidence: [eventId(3)], text: '说明' } })
      .thenRefused('FindingNotFound', { finding: 'StartedBeforeLand' });
    given(...slipped)
      .when(explain([eventId(2)]))
      .thenRefused('FindingNotFound');
  });
});
