import { difference, railOf, type RailSource } from './rail.ts';

const label = { zh: '节点', en: 'milestone' };
const source: RailSource = { stage: 'registered', effectiveOn: '2026-11-23', phases: [], milestones: [], plans: [] };
const reached = (milestone: string, on: string, phase?: string) => ({
  milestone,
  on,
  label,
  factId: `${milestone}-${on}`,
  ...(phase && { phase }),
});
const plan = (milestone: string, baseline: string, current = baseline) => ({
  milestone,
  baseline,
  current,
  label,
  moves: [],
});

describe('the difference between a plan and what happened', () => {
  it.each([
    ['2024-05', '2024-05-20', { kind: 'onTime', least: 0, most: 0 }],
    ['2024-05-20', '2024-05', { kind: 'onTime', least: 0, most: 0 }],
    ['2024-05', '2024-06-10', { kind: 'late', least: 10, most: 10 }],
    ['2024-05', '2024-06', { kind: 'late', least: 1, most: 30 }],
    ['2024-05', '2024-04-21', { kind: 'early', least: 10, most: 10 }],
    ['2024-05', undefined, { kind: 'overdue', least: 9, most: 9 }],
    ['2024-06', undefined, undefined],
    ['2024-05', 'unknown', undefined],
    ['unknown', '2024-05-20', undefined],
  ])('planned for %s, it came %s', (planned, actual, expected) =>
    expect(difference(planned, actual, '2024-06-09')).toEqual(expected),
  );
});

describe('the rail', () => {
  const stateOf = (given: Partial<RailSource>, milestone: string) =>
    railOf({ ...source, ...given }).find((step) => step.milestone === milestone)?.state;

  it('has the spine in order, and nothing beside it that nobody spoke of', () =>
    expect(railOf(source).map(({ milestone, state }) => [milestone, state])).toEqual(
      'planned lead admitted signed filed landSupplied permitted constructionStarted completed inProduction atCapacity'
        .split(' ')
        .map((milestone) => [milestone, 'ahead']),
    ));

  it('marks what was skipped, and leaves what is ahead', () => {
    const started = { stage: 'constructionStarted', milestones: [reached('constructionStarted', '2024-05')] };
    expect(stateOf(started, 'landSupplied')).toBe('skipped');
    expect(stateOf(started, 'constructionStarted')).toBe('reached');
    expect(stateOf(started, 'completed')).toBe('ahead');
  });

  it('says what is only possible', () =>
    expect(stateOf({ stage: 'signed', possibleStage: 'filed' }, 'filed')).toBe('possible'));

  it('judges a plan of the whole by the first start of its phases, and by the last completion of all', () => {
    const milestones = [
      reached('constructionStarted', '2024-06-10', '一期'),
      reached('constructionStarted', '2025-01-01', '二期'),
      reached('completed', '2025-06-10', '一期'),
    ];
    const plans = [plan('constructionStarted', '2024-05'), plan('completed', '2025-05', '2026-12')];
    const rail = railOf({ ...source, phases: [{ phase: '一期' }, { phase: '二期' }], milestones, plans });
    const whole = (milestone: string) => rail.find((step) => step.milestone === milestone)?.entries[0];
    expect(whole('constructionStarted')).toMatchObject({ on: '2024-06-10' });
    expect(rail.find(({ milestone }) => milestone === 'completed')?.state).toBe('partly');
    expect(whole('constructionStarted')?.againstFirst).toEqual({ kind: 'late', least: 10, most: 10 });
    expect(whole('completed')?.againstFirst?.kind).toBe('overdue');
    expect(whole('completed')?.againstCurrent).toBeUndefined();
    expect(rail.find(({ milestone }) => milestone === 'constructionStarted')?.entries).toHaveLength(3);
  });
});
