import { daysBetween, fenOf, intervalOf, yuan, type Day, type FactDate, type Money } from '#kernel';
import {
  findingsOn,
  MILESTONES,
  missedMonths,
  overduesOf,
  plansOf,
  reachedMilestones,
  reportGapsOf,
  type EffectiveFact,
  type Overdue,
  type PlannableMilestone,
} from '#ledger';

/** A milestone in a row: the first plan, the current one, and when it was reached; of the whole project or of one phase. */
export interface MilestoneCell {
  readonly milestone: PlannableMilestone;
  readonly phase: string | null;
  readonly first: FactDate | null;
  readonly current: FactDate | null;
  readonly on: FactDate | null;
  /** What to correct where the date is wrong. */
  readonly factId: string | null;
  /** Days overdue on the day against either plan, while it is; null where it is not. */
  readonly overdue: { readonly first: number | null; readonly current: number | null } | null;
}

/** What was reported of one period of the year. */
export interface FiguresCell {
  readonly period: string;
  readonly phase: string | null;
  readonly unitId: string | null;
  readonly inPeriod: Money | null;
  readonly cumulativeInYear: Money | null;
  readonly cumulative: Money | null;
  readonly factId: string;
}

/** What a row of the ledger can show beside the list's own fields, from the facts that hold. */
export interface Columns {
  readonly milestones: readonly MilestoneCell[];
  readonly year: {
    readonly year: number;
    /** What the annual plans of all phases add up to. */
    readonly planned: Money | null;
    readonly figures: readonly FiguresCell[];
  };
  readonly lastReport: {
    readonly period: string;
    readonly text: string;
    readonly filedOn: Day;
    readonly factId: string;
  } | null;
  /** Months for which nobody has reported when it was due. */
  readonly missedReports: number;
  readonly findings: readonly { readonly id: string; readonly code: string; readonly explained: boolean }[];
}

/** `begun`: those of the facts that are shown on the day. */
export function columnsOf(facts: readonly EffectiveFact[], begun: readonly EffectiveFact[], day: Day): Columns {
  return {
    milestones: milestonesOf(facts, begun, day),
    year: yearOf(begun, Number(day.slice(0, 4))),
    lastReport: lastReportIn(begun),
    missedReports: reportGapsOf(facts).reduce((sum, gap) => sum + missedMonths(gap, day), 0),
    findings: findingsOn(facts, day).map(({ id, code, explanation }) => ({
      id,
      code,
      explained: explanation !== undefined,
    })),
  };
}

/** In the order of a project's life, the whole before its phases. Of several reports of one milestone the first one filed. */
function milestonesOf(facts: readonly EffectiveFact[], begun: readonly EffectiveFact[], day: Day): MilestoneCell[] {
  const cells = new Map<string, MilestoneCell>();
  const put = (milestone: PlannableMilestone, phase: string | undefined, known: Partial<MilestoneCell>): void => {
    const key = `${milestone}/${phase ?? ''}`;
    const nothing = {
      milestone,
      phase: phase ?? null,
      first: null,
      current: null,
      on: null,
      factId: null,
      overdue: null,
    };
    cells.set(key, { ...nothing, ...known, ...filledIn(cells.get(key)) });
  };
  for (const { milestone, phase, on, factId } of reachedMilestones(begun)) put(milestone, phase, { on, factId });
  for (const { milestone, phase, baseline, current } of plansOf(begun))
    put(milestone, phase, { first: baseline, current });
  const late = Map.groupBy(
    overduesOf(facts).filter(({ from, until }) => from <= day && (until === undefined || day < until)),
    ({ milestone, phase }) => `${milestone}/${phase ?? ''}`,
  );
  return [...cells]
    .map(([key, cell]) => ({ ...cell, overdue: overdueIn(late.get(key), day) }))
    .sort((a, b) => rank(a) - rank(b) || compare(a.phase ?? '', b.phase ?? ''));
}

/** What is known of a cell already stays. */
function filledIn(cell: MilestoneCell | undefined): Partial<MilestoneCell> {
  return Object.fromEntries(Object.entries(cell ?? {}).filter(([, value]) => value !== null));
}

const rank = ({ milestone }: MilestoneCell): number => MILESTONES.indexOf(milestone);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function overdueIn(spans: readonly Overdue[] | undefined, day: Day): MilestoneCell['overdue'] {
  if (!spans) return null;
  const days = (against: Overdue['against']): number | null => {
    const span = spans.find((one) => one.against === against);
    return span ? daysBetween(span.from, day) + 1 : null;
  };
  return { first: days('first'), current: days('current') };
}

/** The annual plan of each phase as it was set last, and every figure that was reported of a time in the year. */
function yearOf(facts: readonly EffectiveFact[], year: number): Columns['year'] {
  const plans = new Map<string, number>();
  const figures: FiguresCell[] = [];
  for (const { type, data, id } of facts) {
    if (type === 'AnnualPlanSet' && data.year === year && data.investment)
      plans.set(data.phase ?? '', fenOf(data.investment));
    if (type !== 'InvestmentReported' || !data.period.startsWith(String(year))) continue;
    const { period, phase = null, unitId = null, inPeriod = null, cumulativeInYear = null, cumulative = null } = data;
    figures.push({ period, phase, unitId, inPeriod, cumulativeInYear, cumulative, factId: id });
  }
  const planned = plans.size === 0 ? null : yuan([...plans.values()].reduce((sum, fen) => sum + fen, 0));
  const lastDay = ({ period }: FiguresCell): string => intervalOf(period)?.last ?? '';
  return { year, planned, figures: figures.sort((a, b) => compare(lastDay(a), lastDay(b))) };
}

/** Of the latest period of which something was said, what was filed last. */
function lastReportIn(facts: readonly EffectiveFact[]): Columns['lastReport'] {
  let last: Columns['lastReport'] = null;
  let end = '';
  for (const { type, data, filedOn, id } of facts) {
    if (type !== 'ProgressReported') continue;
    const { period, text } = data;
    const day = intervalOf(period)?.last ?? '';
    if (last !== null && day < end) continue;
    last = { period, text, filedOn, factId: id };
    end = day;
  }
  return last;
}
