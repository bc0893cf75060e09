import { yuan, type Money } from '#kernel';
import { STAGES, type Stage } from '#ledger';
import { figures, type Figures } from '../project-ledger/figures.ts';
import type { CountedSum } from '../project-ledger/queries.ts';

/** What the summary says at one point. */
export interface Summed extends Figures {
  readonly stages: readonly (Figures & { readonly stage: Stage })[];
}

export function summedUp(sums: readonly CountedSum[]): Summed {
  const stages = STAGES.map((stage) => ({ stage, ...figures(sums.filter((sum) => sum.stage === stage)) }));
  return { ...figures(sums), stages };
}

/** The difference of two summaries, figure by figure; money below nothing has a minus. */
export function less(a: Summed, b: Summed): Summed {
  const stages = a.stages.map((stage, i) => ({
    stage: stage.stage,
    ...figuresLess(stage, b.stages[i] as Figures),
  }));
  return { ...figuresLess(a, b), stages };
}

function figuresLess(a: Figures, b: Figures): Figures {
  const money = (of: (figures: Figures) => Money): Money => yuan(BigInt(of(a).fen) - BigInt(of(b).fen));
  return {
    projects: a.projects - b.projects,
    packages: a.packages - b.packages,
    count: a.count - b.count,
    suspended: a.suspended - b.suspended,
    exited: a.exited - b.exited,
    totalInvestment: money(({ totalInvestment }) => totalInvestment),
    investedThisYear: money(({ investedThisYear }) => investedThisYear),
    invested: money(({ invested }) => invested),
  };
}
