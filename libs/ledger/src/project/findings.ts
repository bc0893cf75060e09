import { daysBetween, firstDay, intervalOf, lastDay, type Day, type FactDate, type Json, type Texts } from '#kernel';
import type { ProjectFact } from './events.ts';
import { holding, reachedMilestones, standingSteps, type EffectiveFact, type ReachedMilestone } from './facts.ts';
import { investedSteps, investmentsOf, type Investment } from './investments.ts';
import { plansOf } from './plans.ts';
import { registrationSteps } from './registration.ts';

/** What does not fit together in what was filed. Nothing is refused for it; it is shown with the facts behind it. */
export interface Finding {
  /** Its code, and behind a slash what it is about where one project can have several of a code. */
  readonly id: string;
  readonly code: FindingCode;
  readonly factIds: readonly string[];
  readonly params: Readonly<Record<string, Json>>;
  /** The days on which it is found, half-open; without `until` it never ceases by the mere passing of days. */
  readonly from: Day;
  readonly until?: Day;
}

/** Filed later than this many days after it happened counts as late: one reporting month and a few days. */
export const FILED_LATE_DAYS = 35;

/** Each finding's rule stands at the function that finds it. Codes are never used again for something else. */
export const FINDING_TEXTS = {
  StartedBeforeLand: {
    zh: '未供先建：{started} 开工，{land} 供地',
    en: 'started {started}, before land was supplied ({land})',
  },
  StartedBeforePermit: {
    zh: '先开工后许可：{started} 开工，{permit} 取得施工许可',
    en: 'started {started}, before the construction permit ({permit})',
  },
  CompletedBeforeStarted: {
    zh: '竣工（{completed}）早于开工（{started}）',
    en: 'completed {completed}, before its start {started}',
  },
  InvestmentBeforeStart: {
    zh: '尚未开工已填报完成投资（自 {period} 起 {count} 期）',
    en: 'investment was reported before any start ({count} reports from {period} on)',
  },
  CumulativeAboveTotal: {
    zh: '累计完成投资 {invested} 万元，超过总投资 {total} 万元',
    en: 'invested {invested} (10 000 yuan) exceeds the total of {total}',
  },
  SameNumberTwice: {
    zh: '{period} 的完成投资与上一期相同',
    en: 'the investment of {period} repeats the report before it',
  },
  SameTextTwice: { zh: '{period} 的进展文字与上一期相同', en: 'the text of {period} repeats the report before it' },
  PlanSlipped: {
    zh: '{milestone} 计划推迟 {times} 次：最初 {baseline}，现为 {current}',
    en: 'the plan of {milestone} slipped {times} times: first {baseline}, now {current}',
  },
  CumulativeFell: {
    zh: '累计完成投资从 {from} 万元降到 {to} 万元（{period}）',
    en: 'the cumulative investment fell from {from} to {to} (10 000 yuan) in {period}',
  },
  PeriodsOverlap: {
    zh: '{period} 与 {other} 重叠，同一笔投资可能算了两次',
    en: '{period} overlaps {other}: the same money may be counted twice',
  },
  ResumedBeforeSuspended: {
    zh: '复工（{on}）之前没有停工',
    en: 'resumed {on}, and there is no suspension before it',
  },
  FiledLate: {
    zh: '{on} 的事，{filedOn} 才填报，迟 {days} 天',
    en: 'happened {on}, filed {filedOn}: {days} days late',
  },
  StartWithoutDate: { zh: '已开工，但没有开工日期', en: 'started, but nobody said when' },
} as const satisfies Readonly<Record<string, Texts>>;
export type FindingCode = keyof typeof FINDING_TEXTS;

type Found = Omit<Finding, 'id' | 'from'>;

/** What does not fit on a day. */
export function findingsOn(facts: readonly EffectiveFact[], day: Day): Finding[] {
  return findingsOf(facts).filter(({ from, until }) => from <= day && (until === undefined || day < until));
}

/** Everything that ever does not fit in a project's facts, in a stable order. */
export function findingsOf(facts: readonly EffectiveFact[]): Finding[] {
  const reached = reachedMilestones(facts);
  const found: Found[] = [
    ...outOfOrder(reached),
    ...undated(reached),
    ...investmentBeforeStart(facts, reached),
    ...cumulativeAboveTotal(facts),
    ...fell(facts),
    ...overlapping(facts),
    ...repeated(facts),
    ...resumedBeforeSuspended(facts),
    ...slipped(facts),
    ...filedLate(facts),
  ];
  return found.map((finding) => ({ id: finding.code, from: '', ...finding }));
}

const of = (reached: readonly ReachedMilestone[], milestone: string): ReachedMilestone[] =>
  reached.filter((r) => r.milestone === milestone);

/** A start counts as before land or permit if the last day of its date is before the first day of theirs, in one phase. */
function outOfOrder(reached: readonly ReachedMilestone[]): Found[] {
  const findings: Found[] = [];
  const before = (
    code: FindingCode,
    first: ReachedMilestone,
    then: ReachedMilestone,
    params: Finding['params'],
  ): void => {
    const end = lastDay(first.on);
    const start = firstDay(then.on);
    if (first.phase === then.phase && end !== undefined && start !== undefined && end < start) {
      findings.push({ code, factIds: [first.factId, then.factId], params });
    }
  };
  for (const start of of(reached, 'constructionStarted')) {
    for (const land of of(reached, 'landSupplied'))
      before('StartedBeforeLand', start, land, { started: start.on, land: land.on });
    for (const permit of of(reached, 'permitted')) {
      before('StartedBeforePermit', start, permit, { started: start.on, permit: permit.on });
    }
    for (const end of of(reached, 'completed')) {
      before('CompletedBeforeStarted', end, start, { completed: end.on, started: start.on });
    }
  }
  return findings;
}

function undated(reached: readonly ReachedMilestone[]): Found[] {
  return of(reached, 'constructionStarted')
    .filter(({ on }) => intervalOf(on) === undefined)
    .map(({ factId }) => ({ code: 'StartWithoutDate', factIds: [factId], params: {} }));
}

/** Money reported for a period that ended before the project had certainly started (domain-model §9: 29 of 54). */
function investmentBeforeStart(facts: readonly EffectiveFact[], reached: readonly ReachedMilestone[]): Found[] {
  const starts = of(reached, 'constructionStarted').map(({ on, filedOn }) => holding(on, filedOn));
  const started = starts.reduce<Day | undefined>(
    (day, { certainFrom }) => (day && day < certainFrom ? day : certainFrom),
    undefined,
  );
  const early = investmentsOf(facts).filter(
    (report) => amountOf(report) > 0 && (started === undefined || report.lastDay < started),
  );
  const [first] = early;
  if (!first) return [];
  return [
    {
      code: 'InvestmentBeforeStart',
      factIds: early.map(({ factId }) => factId),
      params: { period: first.period, count: early.length },
    },
  ];
}

function cumulativeAboveTotal(facts: readonly EffectiveFact[]): Found[] {
  const total = registrationSteps(facts).at(-1)?.registration.totalFen;
  const reports = investmentsOf(facts);
  const invested = investedSteps(reports).at(-1)?.total ?? 0;
  if (total === undefined || invested <= total) return [];
  return [
    {
      code: 'CumulativeAboveTotal',
      factIds: reports.map(({ factId }) => factId),
      params: { invested: invested / 1_000_000, total: total / 1_000_000 },
    },
  ];
}

/** The same non-zero number, or the same text, as in the report before it by period (domain-model §6). */
function repeated(facts: readonly EffectiveFact[]): Found[] {
  const findings: Found[] = [];
  const numbers = byPeriodOrder(investmentsOf(facts));
  pairs(numbers, (before, report) => {
    if (report.inPeriod !== undefined && report.inPeriod > 0 && report.inPeriod === before.inPeriod) {
      findings.push({
        code: 'SameNumberTwice',
        factIds: [before.factId, report.factId],
        params: { period: report.period },
      });
    }
  });
  const texts = facts.filter((fact) => fact.type === 'ProgressReported').sort(byPeriod);
  pairs(texts, (before, report) => {
    if (report.data.text === before.data.text) {
      findings.push({ code: 'SameTextTwice', factIds: [before.id, report.id], params: { period: report.data.period } });
    }
  });
  return findings;
}

type Progress = Extract<EffectiveFact, { type: 'ProgressReported' }>;

const byPeriod = (a: Progress, b: Progress): number => {
  const [x, y] = [firstDay(a.data.period) ?? '', firstDay(b.data.period) ?? ''];
  return x < y ? -1 : x > y ? 1 : 0;
};

function pairs<T extends { readonly unitId?: string | undefined } | Progress>(
  reports: readonly T[],
  visit: (before: T, report: T) => void,
): void {
  const last = new Map<string, T>();
  for (const report of reports) {
    const unit = ('data' in report ? report.data.unitId : report.unitId) ?? '';
    const before = last.get(unit);
    if (before) visit(before, report);
    last.set(unit, report);
  }
}

const amountOf = ({ inPeriod, cumulativeInYear, cumulative }: Investment): number =>
  Math.max(inPeriod ?? 0, cumulativeInYear ?? 0, cumulative ?? 0);

/** A plan slips when it moves to a later last day; one brought forward, or said less precisely, does not. */
function slipped(facts: readonly EffectiveFact[]): Found[] {
  return plansOf(facts).flatMap(({ milestone, baseline, current, moves }) => {
    const slips = moves.filter(({ direction }) => direction === 'later');
    const params = { milestone, times: slips.length, baseline, current };
    return slips.length === 0 ? [] : [{ code: 'PlanSlipped', factIds: slips.map(({ factId }) => factId), params }];
  });
}

/** A sum since the beginning, or since 1 January of one year, that is smaller than the one before it of the same unit. */
function fell(facts: readonly EffectiveFact[]): Found[] {
  const findings: Found[] = [];
  pairs(byPeriodOrder(investmentsOf(facts)), (before, report) => {
    const sameYear = before.year === report.year;
    const [from, to] =
      report.cumulative !== undefined && before.cumulative !== undefined
        ? [before.cumulative, report.cumulative]
        : sameYear && report.cumulativeInYear !== undefined && before.cumulativeInYear !== undefined
          ? [before.cumulativeInYear, report.cumulativeInYear]
          : [0, 0];
    if (to >= from) return;
    const params = { from: from / 1_000_000, to: to / 1_000_000, period: report.period };
    findings.push({ code: 'CumulativeFell', factIds: [before.factId, report.factId], params });
  });
  return findings;
}

/** Two amounts of one unit for periods that share days are both counted. */
function overlapping(facts: readonly EffectiveFact[]): Found[] {
  const findings: Found[] = [];
  const reports = byPeriodOrder(investmentsOf(facts).filter(({ inPeriod = 0 }) => inPeriod > 0));
  const furthest = new Map<string, Investment>();
  for (const report of reports) {
    const before = furthest.get(report.unitId ?? '');
    if (before && before.lastDay >= report.firstDay) {
      const params = { period: report.period, other: before.period };
      findings.push({ code: 'PeriodsOverlap', factIds: [before.factId, report.factId], params });
    }
    if (!before || before.lastDay < report.lastDay) furthest.set(report.unitId ?? '', report);
  }
  return findings;
}

/** In the order of their days a resumption follows a suspension, whatever the order of filing. */
function resumedBeforeSuspended(facts: readonly EffectiveFact[]): Found[] {
  const steps = standingSteps(facts);
  return steps
    .filter(({ standing }, i) => standing === 'active' && steps[i - 1]?.standing !== 'suspended')
    .map(({ on, factId }) => ({ code: 'ResumedBeforeSuspended', factIds: [factId], params: { on } }));
}

const byPeriodOrder = (reports: readonly Investment[]): Investment[] =>
  [...reports].sort((a, b) =>
    a.firstDay !== b.firstDay ? (a.firstDay < b.firstDay ? -1 : 1) : a.lastDay < b.lastDay ? -1 : 1,
  );

/** Days between the last day of a dated fact and the day it was filed; an unknown date is never late. */
function filedLate(facts: readonly EffectiveFact[]): Found[] {
  const findings: Found[] = [];
  for (const fact of facts) {
    const on = happenedOn(fact);
    const last = on === undefined ? undefined : lastDay(on);
    if (on === undefined || last === undefined) continue;
    const days = daysBetween(last, fact.filedOn);
    if (days > FILED_LATE_DAYS) {
      findings.push({
        code: 'FiledLate',
        factIds: [fact.id],
        params: { type: fact.type, on, filedOn: fact.filedOn, days },
      });
    }
  }
  return findings;
}

function happenedOn(fact: ProjectFact): FactDate | undefined {
  if (fact.type === 'MilestonePlanned') return undefined;
  if ('period' in fact.data) return fact.data.period;
  return 'on' in fact.data ? fact.data.on : undefined;
}
