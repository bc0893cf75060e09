import { earlierDay, firstDay, laterDay, monthFromNumber, monthNumber, type Day } from '#kernel';
import type { ReportGap } from './report-gaps.ts';
import { holdsOn, type Role, type Tenure } from './tenures.ts';

/** Days from the first one up to, and without, `until`; without it they have no end. */
export interface Days {
  readonly from: Day;
  readonly until?: Day | undefined;
}

/** The part of something for which one holder of a role answers; `holderId` null: nobody held it on those days. */
export type Share<S extends Days> = S & { readonly holderId: string | null };

/** The days that two spans share, or undefined. */
export function sharedDays(a: Days, b: Days): Days | undefined {
  const from = laterDay(a.from, b.from);
  const until = a.until === undefined || b.until === undefined ? (a.until ?? b.until) : earlierDay(a.until, b.until);
  return until === undefined || from < until ? { from, until } : undefined;
}

/**
 * When each version of something was in force, in log order: from the day it was filed until a later one was, whichever
 * is filed with the earlier day. `undefined`: on no day.
 */
export function inForce(filedOn: readonly Day[]): (Days | undefined)[] {
  const spans: (Days | undefined)[] = [];
  let until: Day | undefined;
  for (const from of filedOn.toReversed()) {
    spans.unshift(until === undefined || from < until ? { from, until } : undefined);
    until = until === undefined ? from : earlierDay(until, from);
  }
  return spans;
}

/**
 * Splits spans by day among those who held the role, in the order of their days. The day of a handover belongs
 * to the successor; days that nobody held go to nobody, so that every day is somebody's. Who holds a role beside others
 * (co-leads, a second unit) answers for their days in full.
 */
export function attributed<S extends Days>(spans: readonly S[], tenures: readonly Tenure[], role: Role): Share<S>[] {
  const ofRole = tenures.filter((tenure) => tenure.role === role);
  return spans.flatMap((span) => sharesOf(span, ofRole));
}

function sharesOf<S extends Days>(span: S, tenures: readonly Tenure[]): Share<S>[] {
  const shares: Share<S>[] = [];
  const give = (holderId: string | null, days: Days): void => {
    const shared = sharedDays(span, days);
    if (!shared) return;
    // Who is assigned again goes on holding it.
    const before = shares.findIndex((share) => share.holderId === holderId && share.until === shared.from);
    if (before < 0) shares.push({ ...span, ...shared, holderId });
    else shares[before] = { ...(shares[before] as Share<S>), until: shared.until };
  };
  let unheldFrom: Day | undefined = span.from;
  for (const { fromDay, until, holderId } of tenures) {
    if (until !== undefined && until <= fromDay) continue;
    if (unheldFrom !== undefined && unheldFrom < fromDay) give(null, { from: unheldFrom, until: fromDay });
    give(holderId, { from: fromDay, until });
    if (unheldFrom !== undefined) unheldFrom = until && laterDay(unheldFrom, until);
  }
  if (unheldFrom !== undefined) give(null, { from: unheldFrom });
  return shares;
}

/** Who held the role on a day; nobody is null. */
export function answerable(tenures: readonly Tenure[], role: Role, day: Day): (string | null)[] {
  const holders = tenures.filter((tenure) => tenure.role === role && holdsOn(tenure, day));
  return holders.length === 0 ? [null] : holders.map(({ holderId }) => holderId);
}

/** Months that were missed, with who answers for them: whoever held the role on the day the report was due. */
export function missedBy(
  gaps: readonly ReportGap[],
  tenures: readonly Tenure[],
  role: Role,
): (ReportGap & { readonly holderId: string | null })[] {
  // A month is due on its last day, so it is whole where its share reaches beyond that day, and in no other share.
  const spans = gaps.map((gap) => ({
    gap,
    from: firstOf(gap.first),
    until: gap.end === undefined ? undefined : firstOf(gap.end),
  }));
  return attributed(spans, tenures, role).flatMap(({ gap, from, until, holderId }) => {
    const [first, end] = [monthNumber(from), until === undefined ? undefined : monthNumber(until)];
    return end === undefined || first < end ? [{ ...gap, first, end, holderId }] : [];
  });
}

const firstOf = (month: number): Day => firstDay(monthFromNumber(month)) as Day;
