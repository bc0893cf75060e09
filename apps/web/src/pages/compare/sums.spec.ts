import { filtersIn, withoutFilters, withParam } from './address.ts';
import { matrixOf, stageWays } from './sums.ts';

const stages = (...counts: number[]) => ({ stages: counts.map((projects, i) => ({ stage: `s${i}`, projects })) });

describe('the summary of a comparison', () => {
  it('shows the stages that differ, also where what was learned and what happened cancel out', () => {
    const summary = {
      from: stages(4, 2, 1),
      learned: stages(1, 0, 0),
      happened: stages(-1, 3, 0),
      to: stages(4, 5, 1),
      difference: stages(0, 3, 0),
    };
    const shown = stageWays(summary as never, true);
    expect(shown.map(({ stage }) => stage)).toEqual(['s0', 's1']);
    expect(shown[0]).toEqual({ stage: 's0', from: 4, learned: 1, happened: -1, to: 4, difference: 0 });
    expect(stageWays(summary as never, false)).toHaveLength(3);
  });

  it('lays the moves out from stage to stage, the unlisted first', () => {
    const move = (from: string | null, to: string | null, projects: number) => ({ from, to, projects }) as never;
    const { rows, columns, at } = matrixOf(
      [move('signed', 'completed', 2), move(null, 'signed', 3), move('planned', 'signed', 1)],
      ['planned', 'signed', 'completed'],
    );
    expect(rows).toEqual([null, 'planned', 'signed']);
    expect(columns).toEqual(['signed', 'completed']);
    expect([at(null, 'signed'), at('signed', 'completed'), at('planned', 'completed')]).toEqual([3, 2, 0]);
  });
});

describe('the address of a comparison', () => {
  const search = new URLSearchParams('zoneId=z&kind=slipped&fromKnownAt=7&text=');
  it('has the filters of the ledger', () => expect(filtersIn(search)).toEqual({ zoneId: 'z' }));
  it('loses them alone', () => expect(withoutFilters(search).toString()).toBe('kind=slipped&fromKnownAt=7'));
  it('changes one', () =>
    expect(withParam(search, 'kind', 'stage').toString()).toBe('zoneId=z&kind=stage&fromKnownAt=7&text='));
});
