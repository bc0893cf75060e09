import { signed, stageRows } from './stage-rows.ts';

type Rows = Parameters<typeof stageRows>;
const money = { fen: '0', currency: 'CNY' };
const sums = (count: number) => ({
  projects: count,
  packages: count,
  count,
  suspended: 0,
  exited: 0,
  totalInvestment: money,
  investedThisYear: money,
  invested: money,
});
const stages = (signedCount: number, startedCount: number) => ({
  ...sums(signedCount + startedCount),
  stages: [
    { ...sums(signedCount), stage: 'signed' as const },
    { ...sums(startedCount), stage: 'constructionStarted' as const },
  ],
});
const now: Rows[0] = stages(5, 7).stages.map((stage) => ({ ...stage, label: { zh: '', en: '' }, possible: 0 }));
const point = { seq: 1, recordedAt: null, effectiveOn: '2026-11-16' };
const compared: NonNullable<Rows[1]> = {
  asOf: { seq: 1, recordedAt: null },
  lag: 0,
  effectiveOn: '2026-11-23',
  from: { ...point, ...stages(6, 4) },
  between: stages(5, 5),
  to: { ...point, ...stages(5, 7) },
  difference: stages(-1, 3),
  learned: stages(-1, 1),
  happened: stages(0, 2),
  projects: 5,
  kinds: [],
  moves: [
    { from: 'signed', fromLabel: null, to: 'constructionStarted', toLabel: null, projects: 3 },
    { from: null, fromLabel: null, to: 'signed', toLabel: null, projects: 2 },
  ],
};

describe('the stages with their change', () => {
  it('come apart into what happened and what was only learned, what came in and what went out', () => {
    expect(stageRows(now, compared).map(({ stage, count, change }) => ({ stage, count, ...change }))).toEqual([
      { stage: 'signed', count: 5, net: -1, happened: 0, learned: -1, arrived: 2, left: 3 },
      { stage: 'constructionStarted', count: 7, net: 3, happened: 2, learned: 1, arrived: 3, left: 0 },
    ]);
  });

  it('have none until the comparison has come', () => {
    expect(stageRows(now, undefined).map(({ change }) => change)).toEqual([undefined, undefined]);
  });
});

it('says a change with its sign', () => {
  expect([4, -4, 0].map(signed)).toEqual(['+4', '−4', '0']);
});
