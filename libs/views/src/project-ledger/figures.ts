import { yuan, type Money, type Texts } from '#kernel';
import { STAGE_TEXTS, type Stage } from '#ledger';
import type { CountedSum } from './queries.ts';

/** Sums of which it does not matter where they are. */
type Sums = readonly Omit<CountedSum, 'zoneId'>[];
/** Sums of which it does not matter either how far the projects are. */
export type StandingSum = Omit<CountedSum, 'zoneId' | 'stage' | 'possibleStage'>;

/** What a summary says of some projects. */
export interface Figures {
  /** Projects: what is merged into another one is none any more. */
  readonly projects: number;
  /** The same where a part of a package is not counted beside it: projects that are no part of another one. */
  readonly packages: number;
  readonly count: number;
  readonly suspended: number;
  readonly exited: number;
  readonly totalInvestment: Money;
  readonly investedThisYear: Money;
  readonly invested: Money;
}

export function figures(sums: readonly StandingSum[]): Figures {
  const count = (of: readonly StandingSum[]): number => of.reduce((n, sum) => n + sum.n, 0);
  const money = (of: (sum: StandingSum) => bigint): Money => yuan(sums.reduce((fen, sum) => fen + of(sum), 0n));
  return {
    projects: count(sums),
    packages: count(sums) - sums.reduce((n, { parts }) => n + parts, 0),
    count: count(sums),
    suspended: count(sums.filter(({ standing }) => standing === 'suspended')),
    exited: count(sums.filter(({ standing }) => standing === 'exited')),
    totalInvestment: money(({ totalFen }) => totalFen),
    investedThisYear: money(({ investedThisYearFen }) => investedThisYearFen),
    invested: money(({ investedFen }) => investedFen),
  };
}

/** `count` is certain; `possible` are projects that stand lower for certain and may have come as far as this. */
export function stageFigures(
  stage: Stage,
  sums: Sums,
): Figures & { readonly stage: Stage; readonly label: Texts; readonly possible: number } {
  const possible = sums.filter(({ possibleStage }) => possibleStage === stage).reduce((n, sum) => n + sum.n, 0);
  return { stage, label: STAGE_TEXTS[stage], possible, ...figures(sums.filter((sum) => sum.stage === stage)) };
}

/** The counts of it alone, where there is one for each of many zones. */
export function stageCount(
  stage: Stage,
  sums: Sums,
): { readonly stage: Stage; readonly count: number; readonly possible: number } {
  const { count, possible } = stageFigures(stage, sums);
  return { stage, count, possible };
}
