import fc from 'fast-check';
import { eventId, recorded } from '#kernel/scenario';
import type { ProjectEvent } from '#ledger';
import { histories } from '../testing/histories.ts';
import { FIELD_TEXTS, fieldText, type FieldName } from './field-texts.ts';
import { projectHistory } from './projector.ts';
import { stepsOf } from './replay-item.ts';
import type { ReplayOrder } from './replay.ts';

type Told = Parameters<typeof recorded<ProjectEvent>>[0][number];

const replayed = (events: readonly ReturnType<typeof recorded<ProjectEvent>>[number][], order: ReplayOrder) => {
  const numbered = events.map((event, i) => ({ ...event, seq: i + 1 }));
  return stepsOf({ id: 'p1', number: 1, events: numbered }, { order }, events.length);
};
const told = (...events: readonly Told[]) => recorded<ProjectEvent>(events, 'project-p1');

const registered = (filedAt: string): Told => ({
  type: 'ProjectRegistered',
  data: { name: '甲', zoneId: 'z1' },
  filedAt,
});
const started = (on: string, filedAt: string): Told => ({ type: 'ConstructionStarted', data: { on }, filedAt });
const at = (day: string): string => `${day}T02:00:00.000Z`;

describe('a replay', () => {
  it('in the order of filing folds what was filed until then', () => {
    const history = told(
      registered(at('2018-01-10')),
      { type: 'MilestonePlanned', data: { milestone: 'completed', on: '2019-06' }, filedAt: at('2018-06-01') },
      started('2018-02', at('2018-03-01')),
    );
    const steps = replayed(history, 'filed');
    expect(steps.map(({ step, seq, filedAt }) => [step, seq, filedAt])).toEqual([
      [1, 1, at('2018-01-10')],
      [2, 3, at('2018-03-01')],
      [3, 2, at('2018-06-01')],
    ]);
    expect(steps[1]).toMatchObject({
      changes: [
        { field: 'reached.constructionStarted', from: null, to: '2018-02' },
        { field: 'stage', from: 'registered', to: 'constructionStarted' },
      ],
      after: { day: '2018-03-01', stage: 'constructionStarted' },
    });
    expect(replayed(history, 'recorded').map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('never mends what it has not come to, whatever filing time is claimed', () => {
    const history = told(
      registered(at('2018-01-10')),
      started('2018-05', at('2018-06-01')),
      {
        type: 'FactCorrected',
        data: { factId: eventId(2), data: { on: '2018-04' }, reason: '误' },
        filedAt: at('2018-02-01'),
      },
      { type: 'FactRevoked', data: { factId: eventId(3), reason: '无误' }, filedAt: at('2018-01-01') },
    );
    const steps = replayed(history, 'filed');
    expect(steps.map(({ seq, mends, after }) => [seq, mends?.seq, after.day])).toEqual([
      [1, undefined, '2018-01-10'],
      [2, undefined, '2018-06-01'],
      [3, 2, '2018-06-01'],
      [4, 3, '2018-06-01'],
    ]);
    expect(steps[3]?.changes).toMatchObject([{ field: 'fact' }, { from: '2018-04', to: '2018-05' }]);
  });

  it('says of facts filed before their project that it was not registered yet', () => {
    const steps = replayed(told(registered(at('2018-06-01')), started('2018-02', at('2018-03-01'))), 'filed');
    expect(steps.map(({ seq, after }) => [seq, after.standing, after.name, after.stage])).toEqual([
      [2, 'unregistered', null, null],
      [1, 'active', '甲', 'constructionStarted'],
    ]);
  });

  it('tells the changes that the view keeps, and calls each by a name', () => {
    const named = new Set<string>();
    fc.assert(
      fc.property(histories, (history) => {
        const kept = history.map((event, i) => ({ ...event, seq: i + 1, position: 0n, knownAt: '' }));
        const rows = projectHistory.project('project-p1', kept, undefined)['history'] ?? [];
        const steps = replayed(history, 'recorded');
        expect(steps.map(({ changes }) => changes.map(({ label: _, ...change }) => change))).toEqual(
          rows.map(({ changes }) => JSON.parse(String(changes)) as object),
        );
        for (const { field, label } of steps.flatMap(({ changes }) => changes)) {
          const [name = ''] = field.split('.');
          expect(Object.hasOwn(FIELD_TEXTS, name)).toBe(true);
          expect(label.zh).toContain(FIELD_TEXTS[name as FieldName].zh);
          named.add(name);
        }
      }),
      { numRuns: 300 },
    );
    expect(named.size).toBeGreaterThan(20);
  });

  it('comes in the end to the same, in whichever order nothing was claimed', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const unclaimed = history.map((event, i) => {
          const recordedAt = `2026-03-06T02:${String(i).padStart(2, '0')}:00.000Z`;
          return { ...event, metadata: { ...event.metadata, recordedAt, filedAt: recordedAt } };
        });
        expect(replayed(unclaimed, 'filed')).toEqual(replayed(unclaimed, 'recorded'));
      }),
      { numRuns: 50 },
    );
  });
});

it('a field is called by what it is about', () => {
  expect(fieldText('plan.completed.二期')).toEqual({ zh: '二期：计划 竣工', en: '二期: plan · completed' });
  expect(fieldText('keyList.city.2026')).toEqual({
    zh: '重点项目名单 市 2026年',
    en: 'list of key projects · city · 2026',
  });
  expect(fieldText('quarterInvestment.2026-Q2')).toMatchObject({ zh: '季度计划投资 2026年第二季度' });
  expect(fieldText('permit.c1.land.一期')).toMatchObject({ zh: '一期：审批事项 c1/land' });
  for (const name of Object.keys(FIELD_TEXTS) as FieldName[]) expect(fieldText(name).zh).not.toBe('');
});
