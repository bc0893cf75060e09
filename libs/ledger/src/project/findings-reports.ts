import {
  addDays,
  daysBetween,
  firstDay,
  lastDay,
  monthFromNumber,
  monthNumber,
  type Day,
  type FactDate,
} from '#kernel';
import { accountsIn } from './accounts.ts';
import type { ProjectFact } from './events.ts';
import type { EffectiveFact } from './facts.ts';
import { idOf, knownOn, type AtHand, type Found } from './findings-made.ts';
import { pairs } from './findings-money.ts';
import { dueDay, reportGapsOf, type ReportGap } from './report-gaps.ts';

/** Filed later than this many days after it happened counts as late: one reporting month and a few days. */
const FILED_LATE_DAYS = 35;

type Progress = Extract<EffectiveFact, { type: 'ProgressReported' }>;

/** The same text as in the report before it by period. */
export function sameTexts({ facts }: AtHand): Found[] {
  const accountOf = accountsIn(facts);
  const texts = facts
    .filter((fact): fact is Progress => fact.type === 'ProgressReported')
    .map((fact) => {
      const { period, text } = fact.data;
      return {
        id: fact.id,
        filedOn: fact.filedOn,
        period,
        text,
        account: accountOf(fact),
        first: firstDay(period) ?? '',
      };
    })
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  const found: Found[] = [];
  pairs(texts, (before, report) => {
    if (report.text !== before.text) return;
    const factIds = [before.id, report.id];
    found.push({
      id: idOf('SameTextTwice', report.id),
      code: 'SameTextTwice',
      factIds,
      params: { period: report.period },
      from: knownOn([before, report]),
    });
  });
  return found;
}

/** Days between the last day of a dated fact and the day it was filed; an unknown date is never late. */
export function filedLate({ facts }: Pick<AtHand, 'facts'>): Found[] {
  const found: Found[] = [];
  for (const fact of facts) {
    const on = happenedOn(fact);
    const last = on === undefined ? undefined : lastDay(on);
    if (on === undefined || last === undefined || last >= fact.filedOn) continue;
    const days = daysBetween(last, fact.filedOn);
    if (days > FILED_LATE_DAYS) {
      found.push({
        id: idOf('FiledLate', fact.id),
        code: 'FiledLate',
        factIds: [fact.id],
        params: { type: fact.type, on, filedOn: fact.filedOn, days },
        from: fact.filedOn,
      });
    }
  }
  return found;
}

function happenedOn(fact: ProjectFact): FactDate | undefined {
  if (fact.type === 'MilestonePlanned') return undefined;
  if ('period' in fact.data) return fact.data.period;
  return 'on' in fact.data ? fact.data.on : undefined;
}

/**
 * Months that nobody reported (see `reportGapsOf`), from the day after the first of them was due. Until the
 * last of them is over they are still going: `last` is null. A month filed after all is found until that day. An explanation
 * covers the months that were missed when it was filed: those after them are found by themselves.
 */
export function notReported(hand: AtHand): Found[] {
  const registered = hand.facts.find(({ type }) => type === 'ProjectRegistered');
  if (!registered) return [];
  const explained = silencesExplained(hand.facts, registered.id);
  const gaps = reportGapsOf(hand.facts).flatMap((gap) => splitWhereExplained(gap, explained));
  return gaps.flatMap(({ first, end, filedOn }) => {
    const ofMonths = (last: number | undefined, due: number, until?: string): Found => ({
      id: silenceFrom(first),
      code: 'NoReportForPeriod',
      factIds: [registered.id],
      params: { first: monthFromNumber(first), last: last === undefined ? null : monthFromNumber(last) },
      from: addDays(dueDay(due), 1),
      ...(until !== undefined && { until }),
    });
    if (end === undefined) return [ofMonths(undefined, first)];
    if (end === first + 1) return [ofMonths(first, first, filedOn)];
    return [ofMonths(undefined, first), ofMonths(end - 1, end - 1)];
  });
}

const silenceFrom = (month: number): string => idOf('NoReportForPeriod', monthFromNumber(month));

/** The first day on which each silence was explained, by the id of its finding. */
function silencesExplained(facts: readonly EffectiveFact[], evidence: string): ReadonlyMap<string, Day> {
  const explained = new Map<string, Day>();
  for (const { type, data, filedOn } of facts) {
    if (type !== 'FindingExplained' || data.evidence.length !== 1 || data.evidence[0] !== evidence) continue;
    const known = explained.get(data.finding);
    if (known === undefined || filedOn < known) explained.set(data.finding, filedOn);
  }
  return explained;
}

/** On a day the month it lies in is not missed yet: an explanation ends with the one before it. */
function splitWhereExplained(gap: ReportGap, explained: ReadonlyMap<string, Day>): ReportGap[] {
  const pieces: ReportGap[] = [];
  let rest = gap;
  for (;;) {
    const day = explained.get(silenceFrom(rest.first));
    const next = day === undefined ? rest.first : monthNumber(day);
    if (next <= rest.first || (rest.end !== undefined && next >= rest.end)) return [...pieces, rest];
    pieces.push({ first: rest.first, end: next });
    rest = { ...rest, first: next };
  }
}
