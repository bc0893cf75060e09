import type { FactDate } from '#kernel';
import { eventId } from '#kernel/scenario';
import { factsOf } from './facts.ts';
import { plansOf } from './plans.ts';
import { exited, findings, given, plannedOn, registered, rescheduled, yuan } from './project.harness.ts';
import type { Project, ProjectCommand } from './project.ts';

describe('plans', () => {
  const reschedule = (from: FactDate, to: FactDate): ProjectCommand => ({
    type: 'RescheduleMilestone',
    data: { milestone: 'constructionStarted', from, to, reason: '拆迁' },
  });
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

describe('a plan filed anew', () => {
  const planFor = (on: FactDate): ProjectCommand => ({ type: 'PlanMilestone', data: plannedOn(on).data });
  const told = (history: Project) =>
    plansOf(factsOf(history)).map(({ baseline, current, moves }) => ({ baseline, current, moves }));
  it('is taken as a change: the baseline stays, and it counts as a move without a reason', () => {
    given(registered, plannedOn('2026-03')).when(planFor('2026-07')).then(plannedOn('2026-07'));
    given(registered, plannedOn('2026-03'), plannedOn('2026-07')).shows(told, [
      {
        baseline: '2026-03',
        current: '2026-07',
        moves: [{ from: '2026-03', to: '2026-07', direction: 'later', factId: eventId(3) }],
      },
    ]);
    given(registered, plannedOn('2026-03'), plannedOn('2026-07')).shows(
      (history) => findings(history).filter((code) => code === 'PlanSlipped'),
      ['PlanSlipped'],
    );
  });
  it('adds nothing where it says the current plan again, however that came about', () => {
    given(registered, plannedOn('2026-03')).when(planFor('2026-03')).then();
    given(registered, plannedOn('2026-03'), rescheduled('2026-03', '2026-07')).when(planFor('2026-07')).then();
  });
  it('is a move back where it says the first plan again', () =>
    given(registered, plannedOn('2026-03'), rescheduled('2026-03', '2026-07'))
      .when(planFor('2026-03'))
      .then(plannedOn('2026-03')));
  it('is of its own phase', () => {
    const second = { type: 'MilestonePlanned', data: { ...plannedOn('2027').data, phase: '二期' } } as const;
    given(registered, plannedOn('2026-03')).when({ type: 'PlanMilestone', data: second.data }).then(second);
    given(registered, plannedOn('2026-03'))
      .when({ type: 'RescheduleMilestone', data: { ...rescheduled('2026-03', '2026-07').data, phase: '二期' } })
      .thenRefused('MilestoneNotPlanned');
  });
});

describe('the plan of a quarter', () => {
  const set = (goal: string, fen?: string): ProjectCommand => ({
    type: 'SetQuarterPlan',
    data: { year: 2026, quarter: 2, goal, ...(fen !== undefined && { investment: yuan(fen) }) },
  });
  const planned = { type: 'QuarterPlanSet', data: { year: 2026, quarter: 2, goal: '完成桩基' } } as const;
  it('is changed by the newer one, and set once by the same', () => {
    given(registered, planned).when(set('完成桩基')).then();
    given(registered, planned)
      .when(set('主体封顶', '100'))
      .then({ ...planned, data: { ...planned.data, goal: '主体封顶', investment: yuan('100') } });
  });
  it('is not set once the project has left', () =>
    given(registered, exited).when(set('完成桩基')).thenRefused('ProjectHasExited'));
});
