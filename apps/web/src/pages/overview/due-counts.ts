import type { Schemas } from '../../api/client.ts';

type Summary = Schemas['DeadlineSummaryShape'];

/** How many days ahead the page looks, one summary for each. */
export const WINDOWS = [30, 60, 90] as const;
export const KINDS = ['plan', 'contract', 'land', 'permit'] as const;
export type DeadlineKind = (typeof KINDS)[number];

/** How many deadlines of a kind are past due, and how many fall due within each of the windows. */
export interface DueRow {
  /** Undefined: of every kind. */
  readonly kind: DeadlineKind | undefined;
  readonly overdue: number;
  readonly within: readonly number[];
}

/** A row for each kind that there is any of, and the sum of all below; `summaries` in the order of the windows. */
export function dueRows(summaries: readonly Pick<Summary, 'overdue' | 'due' | 'kinds'>[]): readonly DueRow[] {
  const of = (kind: DeadlineKind, summary: Pick<Summary, 'kinds'> | undefined) =>
    summary?.kinds.find((counted) => counted.kind === kind);
  const rows = KINDS.map((kind) => ({
    kind,
    overdue: of(kind, summaries[0])?.overdue ?? 0,
    within: summaries.map((summary) => of(kind, summary)?.due ?? 0),
  }));
  const all = { kind: undefined, overdue: summaries[0]?.overdue ?? 0, within: summaries.map(({ due }) => due) };
  return [...rows.filter(({ overdue, within }) => overdue > 0 || within.some(Boolean)), all];
}
