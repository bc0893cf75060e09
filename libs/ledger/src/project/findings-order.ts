import { firstDay, intervalOf, lastDay } from '#kernel';
import type { ReachedMilestone } from './facts.ts';
import { concerns } from './deadlines-terms.ts';
import { idOf, knownOn, type AtHand, type Found, type FindingCode } from './findings-made.ts';

/** What cannot have happened in this order, or lacks its date. */
export function foundInOrder(hand: AtHand): Found[] {
  return [
    ...startedBefore(hand, 'landSupplied', 'StartedBeforeLand', 'land'),
    ...startedBefore(hand, 'permitted', 'StartedBeforePermit', 'permit'),
    ...completedBeforeStarted(hand),
    ...undated(hand),
    ...resumedBeforeSuspended(hand),
  ];
}

const of = ({ reached }: AtHand, milestone: string): readonly ReachedMilestone[] => reached.get(milestone) ?? [];

/**
 * 未供先建, 先开工后许可 (建筑法 §7): the last day of a start is before the first day of the earliest land,
 * or permit, of its phase or of the whole. A later parcel is no contradiction, and where one of them has no date nothing is.
 */
function startedBefore(hand: AtHand, milestone: string, code: FindingCode, param: string): Found[] {
  const needed = of(hand, milestone);
  if (needed.length === 0) return [];
  return of(hand, 'constructionStarted').flatMap((start) => {
    const first = earliest(needed.filter((one) => concerns(one, start)));
    return first && isBefore(start, first)
      ? [{ ...pair(code, start.phase, [start, first]), params: { started: start.on, [param]: first.on } }]
      : [];
  });
}

/** A completion before the earliest start of its phase, or of any where it is of the whole. */
function completedBeforeStarted(hand: AtHand): Found[] {
  const starts = of(hand, 'constructionStarted');
  return of(hand, 'completed').flatMap((end) => {
    const start = earliest(starts.filter((one) => concerns(one, end)));
    return start && isBefore(end, start)
      ? [
          {
            ...pair('CompletedBeforeStarted', end.phase, [end, start]),
            params: { completed: end.on, started: start.on },
          },
        ]
      : [];
  });
}

function pair(code: FindingCode, phase: string | undefined, both: readonly ReachedMilestone[]): Omit<Found, 'params'> {
  const factIds = both.map(({ factId }) => factId);
  return { id: idOf(code, phase), code, factIds, from: knownOn(both) };
}

function isBefore(first: ReachedMilestone, then: ReachedMilestone): boolean {
  const [end, start] = [lastDay(first.on), firstDay(then.on)];
  return end !== undefined && start !== undefined && end < start;
}

/** The one with the earliest first day; undefined where any of them may have been at any time. */
function earliest(reached: readonly ReachedMilestone[]): ReachedMilestone | undefined {
  if (reached.some(({ on }) => intervalOf(on) === undefined)) return undefined;
  return reached.reduce<ReachedMilestone | undefined>(
    (a, b) => (a && (firstDay(a.on) as string) <= (firstDay(b.on) as string) ? a : b),
    undefined,
  );
}

/** A start of which nobody said when (a district ledger of 2018: 30 reports). */
function undated(hand: AtHand): Found[] {
  return of(hand, 'constructionStarted')
    .filter(({ on }) => intervalOf(on) === undefined)
    .map(({ factId, phase, filedOn }) => ({
      id: idOf('StartWithoutDate', phase),
      code: 'StartWithoutDate',
      factIds: [factId],
      params: {},
      from: filedOn,
    }));
}

/** In the order of their days a resumption follows a suspension, whatever the order of filing. */
function resumedBeforeSuspended({ standing, facts }: AtHand): Found[] {
  return standing
    .filter((step, i) => step.standing === 'active' && standing[i - 1]?.standing !== 'suspended')
    .map(({ on, factId }) => ({
      id: idOf('ResumedBeforeSuspended', factId),
      code: 'ResumedBeforeSuspended',
      factIds: [factId],
      params: { on },
      from: knownOn(facts.filter(({ id }) => id === factId)),
    }));
}
