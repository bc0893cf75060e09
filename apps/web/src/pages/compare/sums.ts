import type { Answer } from '../../api/client.ts';
import type { Sum } from '../../shown/figures.ts';

type Summary = Answer<'/api/projects/compare/summary'>;

/** The figures of a summary, in the order in which they are shown. */
export const COUNTS = ['projects', 'count', 'suspended', 'exited'] as const;
export const MONEYS = ['totalInvestment', 'investedThisYear', 'invested'] as const;

/** One figure at both points, and the two ways from one to the other. */
export interface Way<T> {
  readonly from: T;
  readonly learned: T;
  readonly happened: T;
  readonly to: T;
  readonly difference: T;
}

const PARTS = ['from', 'learned', 'happened', 'to', 'difference'] as const;

function wayOf<T>(of: (part: (typeof PARTS)[number]) => T): Way<T> {
  return {
    from: of('from'),
    learned: of('learned'),
    happened: of('happened'),
    to: of('to'),
    difference: of('difference'),
  };
}

export const countWay = (summary: Summary, figure: (typeof COUNTS)[number]): Way<number> =>
  wayOf((part) => summary[part][figure]);

export const moneyWay = (summary: Summary, figure: (typeof MONEYS)[number]): Way<Sum> =>
  wayOf((part) => summary[part][figure]);

/** The projects of each stage; with `changed` only those of which something is different. */
export function stageWays(summary: Summary, changed: boolean): readonly (Way<number> & { readonly stage: string })[] {
  return summary.from.stages
    .map(({ stage }, i) => ({ stage, ...wayOf((part) => summary[part].stages[i]?.projects ?? 0) }))
    .filter(({ learned, happened }) => !changed || learned !== 0 || happened !== 0);
}

type Move = Summary['moves'][number];

/** The stages that projects moved between, `null` where they were not listed, in the order of `spine`. */
export function matrixOf(moves: readonly Move[], spine: readonly string[]) {
  const rank = (stage: string | null): number => (stage === null ? -1 : spine.indexOf(stage));
  const sorted = (stages: readonly (string | null)[]): (string | null)[] =>
    [...new Set(stages)].sort((a, b) => rank(a) - rank(b));
  return {
    rows: sorted(moves.map(({ from }) => from)),
    columns: sorted(moves.map(({ to }) => to)),
    at: (from: string | null, to: string | null): number =>
      moves.find((move) => move.from === from && move.to === to)?.projects ?? 0,
  };
}
