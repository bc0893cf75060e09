import { dayFromNumber, dayNumber, fenOf, intervalOf, monthFromNumber, monthNumber } from '#kernel';
import { EVER, FOREVER } from '#database';
import {
  investedSteps,
  investmentsOf,
  isListed,
  missedBy,
  plansOf,
  rankOf,
  reportGapsOf,
  stagesReached,
  standingSteps,
  tenuresOf,
  type EffectiveFact,
  type Stage,
  type StageReached,
} from '#ledger';
import type { Entered } from '../carry-on.ts';
import { byFirstDay } from '../spans.ts';
import { pieces, zonesDayByDay } from './pieces.ts';
import {
  MOVED,
  NOBODY,
  type MoneyRow,
  type MovementRow,
  type SilenceRow,
  type SlipRow,
  type WaitKind,
  type WaitRow,
} from './schema.ts';

/** Everything that dispatch asks of a project. */
export interface DispatchRows {
  readonly movements: readonly MovementRow[];
  readonly slips: readonly SlipRow[];
  readonly waits: readonly WaitRow[];
  readonly silences: readonly SilenceRow[];
  readonly money: readonly MoneyRow[];
}
export type DispatchPart = keyof DispatchRows;

/** Each table by itself: what follows from the facts of a project that is in the lists. */
const ROWS: { readonly [P in DispatchPart]: (project: Entered, facts: readonly EffectiveFact[]) => DispatchRows[P] } = {
  movements: movementsOf,
  slips: slipsOf,
  waits: waitsOf,
  silences: silencesOf,
  money: moneyOf,
};
export const DISPATCH_PARTS = Object.keys(ROWS) as DispatchPart[];

/** The rows of one table, in order of their first day; none for a project that has left the lists or is not registered. */
export function dispatchRowsOf<P extends DispatchPart>(
  part: P,
  project: Entered,
  facts: readonly EffectiveFact[],
): DispatchRows[P] {
  return isListed(facts) ? ROWS[part](project, facts) : NOTHING[part];
}

const NOTHING: DispatchRows = { movements: [], slips: [], waits: [], silences: [], money: [] };

/** Milestones of the whole project: the first start, all phases completed. One without a date never happened in a period. */
function movementsOf(project: Entered, facts: readonly EffectiveFact[]): MovementRow[] {
  const zones = zonesDayByDay(facts);
  const rows: MovementRow[] = [];
  for (const { stage, on, certainFrom, factId } of stagesReached(facts)) {
    const milestone = MOVED.find((moved) => moved === stage);
    if (milestone === undefined || intervalOf(on) === undefined) continue;
    const valid_from = dayNumber(certainFrom);
    const zone_id = zones.at(valid_from);
    const filed = filedOn(facts, factId);
    rows.push({ ...project, valid_from, valid_to: FOREVER, milestone, zone_id, on_date: on, filed, fact_id: factId });
  }
  return rows.sort(byFirstDay);
}

function slipsOf(project: Entered, facts: readonly EffectiveFact[]): SlipRow[] {
  const zones = zonesDayByDay(facts);
  const rows = plansOf(facts).flatMap(({ milestone, phase = null, baseline, moves }) =>
    moves
      .filter(({ direction }) => direction === 'later')
      .map(({ from, to, reason = null, factId }, i) => {
        const valid_from = filedOn(facts, factId);
        const zone_id = zones.at(valid_from);
        const what = { fact_id: factId, zone_id, milestone, phase, from_date: from, to_date: to, baseline, reason };
        return { ...project, ...what, valid_from, valid_to: FOREVER, times: i + 1 };
      }),
  );
  return rows.sort(byFirstDay);
}

function filedOn(facts: readonly EffectiveFact[], factId: string): number {
  return dayNumber((facts.find(({ id }) => id === factId) as EffectiveFact).filedOn);
}

const ranked = (reached: readonly StageReached[], from: Stage, before?: Stage): StageReached[] =>
  reached.filter(({ stage }) => {
    const rank = rankOf(stage) as number;
    return rank >= (rankOf(from) as number) && (before === undefined || rank < (rankOf(before) as number));
  });

/** From the day on which something is certain until something further is, or the project has left. Standing still is waiting too. */
function waitsOf(project: Entered, facts: readonly EffectiveFact[]): WaitRow[] {
  const reached = stagesReached(facts);
  const zones = zonesDayByDay(facts);
  const exit = standingSteps(facts).find(({ standing }) => standing === 'exited')?.from;
  const wait = (kind: WaitKind, begun: readonly StageReached[], ended: readonly StageReached[]): WaitRow[] => {
    const first = earliest(begun);
    if (!first) return [];
    const ends = [earliest(ended)?.certainFrom, exit].filter((day) => day !== undefined).map(dayNumber);
    const since = dayNumber(first.certainFrom);
    const possible = ended.map(({ possibleFrom }) => (possibleFrom === undefined ? EVER : dayNumber(possibleFrom)));
    const possibly_to = possible.length === 0 ? null : Math.min(...possible);
    const span = { valid_from: since, valid_to: Math.min(FOREVER, ...ends) };
    return pieces(span, zones.changes, (day) => ({
      ...project,
      kind,
      zone_id: zones.at(day),
      since,
      since_date: first.on,
      possibly_to,
    }));
  };
  const isSigned = reached.filter(({ stage }) => stage === 'signed');
  const rows = [
    ...wait('signedNotStarted', isSigned, ranked(reached, 'constructionStarted')),
    ...wait(
      'startedNotProducing',
      ranked(reached, 'constructionStarted', 'inProduction'),
      ranked(reached, 'inProduction'),
    ),
  ];
  return rows.sort(byFirstDay);
}

function earliest(reached: readonly StageReached[]): StageReached | undefined {
  return reached.reduce<StageReached | undefined>(
    (first, one) => (first && first.certainFrom <= one.certainFrom ? first : one),
    undefined,
  );
}

/** A month's report is due on its last day, and is the last one due until the next month's is. */
function silencesOf(project: Entered, facts: readonly EffectiveFact[]): SilenceRow[] {
  const zones = zonesDayByDay(facts);
  // What changes within a month counts for its report, which is due on the last day.
  const changes = zones.changes.map((day) => due(monthNumber(dayFromNumber(day))));
  const rows = missedBy(reportGapsOf(facts), tenuresOf(facts), 'responsibleUnit').flatMap((missed) => {
    const { first, end, filedOn: late, holderId } = missed;
    const ends = [end === undefined ? FOREVER : due(end), late === undefined ? FOREVER : dayNumber(late)];
    const span = { valid_from: due(first), valid_to: Math.min(...ends) };
    const unit_id = holderId ?? NOBODY;
    return pieces(span, changes, (day) => ({ ...project, unit_id, zone_id: zones.at(day) }));
  });
  return rows.sort(byFirstDay);
}

/** The day number of a month's last day. */
function due(month: number): number {
  return dayNumber(`${monthFromNumber(month + 1)}-01`) - 1;
}

/**
 * The plan in force and the sum invested, for each year that has either. The last plan of each phase is in force; they add up,
 * one without a phase beside them.
 */
function moneyOf(project: Entered, facts: readonly EffectiveFact[]): MoneyRow[] {
  const zones = zonesDayByDay(facts);
  const plans = facts
    .filter((fact) => fact.type === 'AnnualPlanSet')
    .map(({ data: { year, phase = '', investment }, filedOn: day }) => {
      return { from: dayNumber(day), year, phase, fen: fenOf(investment) };
    });
  const steps = investedSteps(investmentsOf(facts)).map(({ from, year, inYear }) => ({
    from: dayNumber(from),
    year: Number(year),
    inYear,
  }));
  const changes = [...zones.changes, ...plans.map(({ from }) => from), ...steps.map(({ from }) => from)];
  const years = new Set([...plans, ...steps].map(({ year }) => year));
  const rows = [...years].flatMap((year) =>
    pieces({ valid_from: newYear(year), valid_to: newYear(year + 1) }, changes, (day) => {
      const inForce = new Map<string, number>();
      for (const plan of plans) if (plan.year === year && plan.from <= day) inForce.set(plan.phase, plan.fen);
      const plan_fen = inForce.size === 0 ? -1 : [...inForce.values()].reduce((sum, fen) => sum + fen);
      const step = steps.findLast(({ from }) => from <= day);
      const invested_fen = step?.year === year ? step.inYear : 0;
      if (plan_fen < 0 && invested_fen === 0) return undefined;
      return { ...project, year, zone_id: zones.at(day), plan_fen, invested_fen };
    }),
  );
  return rows.sort(byFirstDay);
}

function newYear(year: number): number {
  return dayNumber(`${year}-01-01`);
}
