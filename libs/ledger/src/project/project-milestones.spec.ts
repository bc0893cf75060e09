import { eventId } from '#kernel/scenario';
import type { ProjectFact } from './events.ts';
import { personId } from './example.ts';
import { factsOf, stagesReached } from './facts.ts';
import { completedOn, given, landOn, registered, signed, stage, start, startedOn, yuan } from './project.harness.ts';

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
  it('take the hand-over of another parcel as another one', () => {
    const handedOver = { type: 'LandHandedOver', data: { on: '2026-01', parcelId: 'p1' } } as const;
    const told = given(registered, handedOver);
    told
      .when({ type: 'HandOverLand', data: { on: '2026-02', parcelId: 'p2' } })
      .then({ type: 'LandHandedOver', data: { on: '2026-02', parcelId: 'p2' } });
    told
      .when({ type: 'HandOverLand', data: { on: '2026-02' } })
      .then({ type: 'LandHandedOver', data: { on: '2026-02' } });
    told
      .when({ type: 'HandOverLand', data: { on: '2026-02', parcelId: 'p1' } })
      .thenRefused('FactAlreadyFiled', { factId: eventId(2) });
  });
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
  it('count a project as complete with its phases, whatever a visit or a report calls a phase', () => {
    const completed = [registered, startedOn('2026-01', '一期'), completedOn('2026-05', '一期')] as const;
    given(
      ...completed,
      { type: 'SiteVisited', data: { on: '2026-06-01', personId, phase: '1期' } },
      { type: 'ProgressReported', data: { period: '2026-06', text: '二期谋划', phase: '二期' } },
    ).shows(stage, { stage: 'completed' });
    for (const fact of [
      { type: 'AnnualPlanSet', data: { year: 2026, investment: yuan('1'), phase: '二期' } },
      { type: 'MilestonePlanned', data: { milestone: 'completed', on: '2027', phase: '二期' } },
      { type: 'LandHandedOver', data: { on: '2026-05', phase: '二期' } },
    ] as ProjectFact[])
      given(...completed, fact).shows(stage, { stage: 'constructionStarted' });
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
