import { dateInChinese, fenOf, intervalOf, yuan, type Day, type Money } from '#kernel';
import { holdsOn, investedSteps, investmentsOf, type EffectiveFact, type Investment, type Tenure } from '#ledger';
import type { NameOf } from '../names.ts';

/** What was invested in a year after each report of it, in 分, in the order of their periods. */
type YearSteps = readonly { readonly lastDay: Day; readonly inYear: number }[];

/** By year. */
function stepsOfYears(reports: readonly Investment[]): ReadonlyMap<string, YearSteps> {
  const steps = investedSteps(reports).map(({ year, inYear }, i) => {
    return { year, inYear, lastDay: (reports[i] as Investment).lastDay };
  });
  return Map.groupBy(steps, ({ year }) => year);
}

/** Money reported until the end of a quarter of a year, in 分. */
function investedUntil(steps: YearSteps, lastDay: Day): number {
  return steps.findLast((step) => step.lastDay <= lastDay)?.inYear ?? 0;
}

const QUARTERS = [1, 2, 3, 4] as const;
const endOf = (year: number, quarter: number): Day => intervalOf(`${year}-Q${quarter}`)?.last ?? '';

/**
 * The plan of each year and its quarters against what was reported by then. Reported money is of the whole project, as far
 * as it counts on the day; null where nothing was reported for the time.
 */
export function yearPlansBlock(facts: readonly EffectiveFact[], day: Day): object[] {
  const reports = investmentsOf(facts)
    .filter(({ countsFrom }) => countsFrom <= day)
    .sort((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0));
  const invested = stepsOfYears(reports);
  const years = new Set([...invested.keys()].map(Number));
  for (const { type, data } of facts) if (type === 'AnnualPlanSet' || type === 'QuarterPlanSet') years.add(data.year);
  const yearly = facts.filter((fact) => fact.type === 'AnnualPlanSet');
  const quarterly = facts.filter((fact) => fact.type === 'QuarterPlanSet');
  return [...years].sort().map((year) => {
    const steps = invested.get(String(year)) ?? [];
    const inQuarter = (quarter: number): Money | null => {
      const [before, end] = [quarter === 1 ? '' : endOf(year, quarter - 1), endOf(year, quarter)];
      if (!steps.some(({ lastDay }) => before < lastDay && lastDay <= end)) return null;
      return yuan(Math.max(0, investedUntil(steps, end) - investedUntil(steps, before)));
    };
    const plans = yearly.filter(({ data }) => data.year === year);
    return {
      year,
      ...plansBlock(plans),
      invested: steps.length === 0 ? null : yuan(investedUntil(steps, endOf(year, 4))),
      quarters: QUARTERS.map((quarter) => ({
        quarter,
        ...plansBlock(quarterly.filter(({ data }) => data.year === year && data.quarter === quarter)),
        invested: inQuarter(quarter),
      })),
    };
  });
}

type YearPlan = Extract<EffectiveFact, { type: 'AnnualPlanSet' | 'QuarterPlanSet' }>;

/** Plans as they were filed, and what is planned in all: the last amount of each phase, one without a phase beside them. */
function plansBlock(plans: readonly YearPlan[]): object {
  const amounts = new Map<string, number>();
  for (const { data } of plans) if (data.investment) amounts.set(data.phase ?? '', fenOf(data.investment));
  const sum = [...amounts.values()].reduce((all, fen) => all + fen, 0);
  return {
    plans: plans.map(({ id, filedOn, data }) => ({ ...data, filedOn, factId: id })),
    planned: amounts.size === 0 ? null : yuan(sum),
  };
}

/** In which of its roles a unit filed: 责任单位 before 代办单位; null for a unit that held neither that day. */
function roleOf(tenures: readonly Tenure[], unitId: string, day: Day): Tenure['role'] | null {
  const held = tenures.filter((tenure) => tenure.holderId === unitId && holdsOn(tenure, day)).map(({ role }) => role);
  return held.find((role) => role === 'responsibleUnit') ?? held.find((role) => role === 'agentUnit') ?? null;
}

type Report = Extract<EffectiveFact, { type: 'ProgressReported' | 'InvestmentReported' }>;
const isReport = (fact: EffectiveFact): fact is Report =>
  fact.type === 'ProgressReported' || fact.type === 'InvestmentReported';

/** What was reported of each period, the newest first: text and money of one unit together, with who filed it and when. */
export function reportsBlock(facts: readonly EffectiveFact[], tenures: readonly Tenure[], nameOf: NameOf): object[] {
  const reports = new Map<string, { readonly period: string; readonly said: Report[] }>();
  for (const fact of facts.filter(isReport)) {
    const { period, unitId, phase } = fact.data;
    const key = JSON.stringify([period, unitId, phase]);
    const known = reports.get(key);
    if (known) known.said.push(fact);
    else reports.set(key, { period, said: [fact] });
  }
  const order = (period: string): string => intervalOf(period)?.last ?? '';
  return [...reports.values()]
    .sort((a, b) => (order(a.period) > order(b.period) ? -1 : order(a.period) < order(b.period) ? 1 : 0))
    .map(({ period, said }) => {
      const [first] = said as [Report, ...Report[]];
      const { unitId, phase } = first.data;
      const text = said.findLast((fact) => fact.type === 'ProgressReported')?.data;
      const money = said.findLast((fact) => fact.type === 'InvestmentReported')?.data;
      return {
        period,
        periodText: dateInChinese(period),
        ...(phase !== undefined && { phase }),
        unit: unitId === undefined ? null : nameOf(unitId, first.filedOn),
        role: unitId === undefined ? null : roleOf(tenures, unitId, first.filedOn),
        text: text?.text ?? null,
        nextSteps: text?.nextSteps ?? null,
        difficulties: text?.difficulties ?? null,
        inPeriod: money?.inPeriod ?? null,
        cumulativeInYear: money?.cumulativeInYear ?? null,
        cumulative: money?.cumulative ?? null,
        filedOn: first.filedOn,
        factIds: said.map(({ id }) => id),
      };
    });
}

/** What has come in, and its sum in each currency. */
export function fundsBlock(facts: readonly EffectiveFact[]): { readonly arrivals: object[]; readonly sums: Money[] } {
  const arrived = facts.filter((fact) => fact.type === 'FundsArrived');
  return {
    arrivals: arrived.map(({ id, filedOn, data }) => ({
      ...data,
      onText: dateInChinese(data.on),
      filedOn,
      factId: id,
    })),
    sums: fundsSums(facts),
  };
}

/** The sum of what has come in, by currency; sums of different currencies are never added. */
export function fundsSums(facts: readonly EffectiveFact[]): Money[] {
  const sums = new Map<Money['currency'], number>();
  for (const { type, data } of facts) {
    if (type !== 'FundsArrived') continue;
    const { currency } = data.amount;
    sums.set(currency, (sums.get(currency) ?? 0) + fenOf(data.amount));
  }
  return [...sums].map(([currency, fen]) => ({ fen: String(fen), currency }));
}

/** Visits to the site and help given, in the order they were filed. */
export function visitsBlock(
  facts: readonly EffectiveFact[],
  nameOf: NameOf,
): { readonly siteVisits: object[]; readonly helpActions: object[] } {
  const shown = (kind: 'SiteVisited' | 'HelpActionRecorded'): object[] =>
    facts.flatMap((fact) => {
      if (fact.type !== kind) return [];
      const { personId, ...data } = fact.data;
      const onText = dateInChinese(data.on);
      return [{ ...data, onText, person: nameOf(personId), filedOn: fact.filedOn, factId: fact.id }];
    });
  return { siteVisits: shown('SiteVisited'), helpActions: shown('HelpActionRecorded') };
}
