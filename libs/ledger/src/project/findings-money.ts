import type { Day } from '#kernel';
import { fenOf } from '#kernel';
import { holding } from './facts.ts';
import { evidenceOf, idOf, knownOn, type AtHand, type Found } from './findings-made.ts';
import { investedSteps, investmentsOf, type Investment } from './investments.ts';

const FEN_PER_WAN = 1_000_000;
const wan = (fen: number): number => fen / FEN_PER_WAN;

/** What the reported money says against itself. */
export function foundInAmounts({ facts }: AtHand): Found[] {
  const reports = inPeriodOrder(investmentsOf(facts));
  return [...withoutHistory(reports), ...fell(reports), ...overlapping(reports), ...sameNumber(reports)];
}

/**
 * Money reported for a period that ended before the project had certainly started (29 of 54 in a district's
 * ledger of 2018). It grows with each such report, in the order of filing.
 */
export function investedBeforeStart(hand: AtHand): Found[] {
  let started: Day | undefined;
  for (const { on, filedOn } of hand.reached.get('constructionStarted') ?? []) {
    const { certainFrom } = holding(on, filedOn);
    if (started === undefined || certainFrom < started) started = certainFrom;
  }
  const early = investmentsOf(hand.facts)
    .filter((report) => amountOf(report) > 0 && (started === undefined || report.lastDay < started))
    .sort((a, b) => (a.filedOn < b.filedOn ? -1 : a.filedOn > b.filedOn ? 1 : 0));
  const factIds = early.map(({ factId }) => factId);
  let first: Investment | undefined;
  return early.flatMap((report, i) => {
    if (!first || report.lastDay < first.lastDay) first = report;
    if (early[i + 1]?.filedOn === report.filedOn) return [];
    const params = { period: first.period, count: i + 1 };
    return [
      {
        id: 'InvestmentBeforeStart',
        code: 'InvestmentBeforeStart' as const,
        factIds: evidenceOf(factIds, i + 1),
        params,
        from: report.filedOn,
      },
    ];
  });
}

const amountOf = ({ inPeriod, cumulativeInYear, cumulative }: Investment): number =>
  Math.max(inPeriod ?? 0, cumulativeInYear ?? 0, cumulative ?? 0);

/** More invested than the total investment registered at the time; each further report, and each other total, is new evidence. */
export function investedAboveTotal(hand: AtHand): Found[] {
  const totals = totalsOf(hand);
  if (totals.length === 0) return [];
  const reports = investmentsOf(hand.facts);
  const factIds = reports.map(({ factId }) => factId);
  let filed = '';
  const steps = investedSteps(reports).map(({ total: invested }, i) => {
    const { filedOn } = reports[i] as Investment;
    filed = filedOn > filed ? filedOn : filed;
    return { day: filed, invested, reports: i + 1 };
  });
  const points = [...totals, ...steps].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const found: Found[] = [];
  let now = { invested: 0, reports: 0, total: Infinity, factId: '' };
  points.forEach((point, i) => {
    now = { ...now, ...point };
    const next = points[i + 1]?.day;
    if (next === point.day || now.invested <= now.total) return;
    found.push({
      id: 'CumulativeAboveTotal',
      code: 'CumulativeAboveTotal',
      factIds: [now.factId, ...evidenceOf(factIds, now.reports)],
      params: { invested: wan(now.invested), total: wan(now.total) },
      from: point.day,
      ...(next !== undefined && { until: next }),
    });
  });
  return found;
}

/** The totals that were registered, each from the day it was filed. */
function totalsOf({ facts }: AtHand): { day: Day; total: number; factId: string }[] {
  return facts.flatMap((fact) => {
    const money =
      fact.type === 'ProjectRegistered'
        ? fact.data.totalInvestment
        : fact.type === 'TotalInvestmentChanged'
          ? fact.data.amount
          : undefined;
    return money ? [{ day: fact.filedOn, total: fenOf(money), factId: fact.id }] : [];
  });
}

/**
 * The first report is a sum since the beginning: what led to it was never reported, or was overwritten. A sum of
 * nothing is one too: only an amount of the period beside it says that nothing came before.
 */
function withoutHistory([first]: readonly Investment[]): Found[] {
  if (first?.cumulative === undefined || first.cumulative <= (first.inPeriod ?? -1)) return [];
  const params = { period: first.period, cumulative: wan(first.cumulative) };
  return [aboutReports('CumulativeWithoutHistory', [first], params)];
}

/** A sum since the beginning, or since 1 January of one year, that is smaller than the one before it of the same account. */
function fell(reports: readonly Investment[]): Found[] {
  const found: Found[] = [];
  pairs(reports, (before, report) => {
    const sameYear = before.year === report.year;
    const [from, to] =
      report.cumulative !== undefined && before.cumulative !== undefined
        ? [before.cumulative, report.cumulative]
        : sameYear && report.cumulativeInYear !== undefined && before.cumulativeInYear !== undefined
          ? [before.cumulativeInYear, report.cumulativeInYear]
          : [0, 0];
    if (to >= from) return;
    const params = { from: wan(from), to: wan(to), period: report.period };
    found.push(aboutReports('CumulativeFell', [before, report], params));
  });
  return found;
}

/** Two amounts of one account for periods that share days are both counted. */
function overlapping(reports: readonly Investment[]): Found[] {
  const found: Found[] = [];
  const furthest = new Map<string, Investment>();
  for (const report of reports) {
    if ((report.inPeriod ?? 0) <= 0) continue;
    const before = furthest.get(report.account);
    if (before && before.lastDay >= report.firstDay) {
      const params = { period: report.period, other: before.period };
      found.push(aboutReports('PeriodsOverlap', [before, report], params));
    }
    if (!before || before.lastDay < report.lastDay) furthest.set(report.account, report);
  }
  return found;
}

/** The same non-zero number as in the report before it by period. */
function sameNumber(reports: readonly Investment[]): Found[] {
  const found: Found[] = [];
  pairs(reports, (before, report) => {
    if (report.inPeriod === undefined || report.inPeriod <= 0 || report.inPeriod !== before.inPeriod) return;
    const params = { period: report.period };
    found.push(aboutReports('SameNumberTwice', [before, report], params));
  });
  return found;
}

/** A finding of two reports is about the second of them. */
function aboutReports(code: Found['code'], reports: readonly Investment[], params: Found['params']): Found {
  const factIds = reports.map(({ factId }) => factId);
  return { id: idOf(code, factIds[1]), code, factIds, params, from: knownOn(reports) };
}

/** Each report with the one before it of the same account. */
export function pairs<T extends { readonly account: string }>(
  reports: readonly T[],
  visit: (before: T, report: T) => void,
): void {
  const last = new Map<string, T>();
  for (const report of reports) {
    const before = last.get(report.account);
    if (before) visit(before, report);
    last.set(report.account, report);
  }
}

function inPeriodOrder(reports: readonly Investment[]): Investment[] {
  return [...reports].sort((a, b) =>
    a.firstDay !== b.firstDay ? (a.firstDay < b.firstDay ? -1 : 1) : a.lastDay < b.lastDay ? -1 : 1,
  );
}
