import { addDays, daysBetween, earlierDay, laterDay, lastDay, type Day } from '#kernel';
import { reachedMilestones, type EffectiveFact, type ReachedMilestone, type StandingStep } from './facts.ts';

/** A construction permit is good for so many months without a start (建筑法 §9; extensions are not in the ledger). */
export const PERMIT_MONTHS = 3;

/** A fact about the whole concerns every phase, and one about a phase the whole. */
export function concerns(
  a: { readonly phase?: string | undefined },
  b: { readonly phase?: string | undefined },
): boolean {
  return a.phase === b.phase || a.phase === undefined || b.phase === undefined;
}

/** The same day so many months later, or the last of that month where it has no such day (民法典 §202). */
export function addMonths(day: Day, months: number): Day {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const text = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  return earlierDay(`${text}-${day.slice(8)}`, lastDay(text) ?? day);
}

/** Milestones that were reached, by name. */
export type ReachedByName = ReadonlyMap<string, readonly ReachedMilestone[]>;

export function reachedByName(facts: readonly EffectiveFact[]): ReachedByName {
  const byName = new Map<string, ReachedMilestone[]>();
  for (const one of reachedMilestones(facts)) {
    const others = byName.get(one.milestone);
    if (others) others.push(one);
    else byName.set(one.milestone, [one]);
  }
  return byName;
}

export function exitOf(standing: readonly StandingStep[]): Day | undefined {
  return standing.find((step) => step.standing === 'exited')?.from;
}

/** The earlier of two days of which either may never come. */
export function sooner(a: Day | undefined, b: Day | undefined): Day | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return earlierDay(a, b);
}

export type LandSupply = Extract<EffectiveFact, { type: 'LandSupplied' }>;

/** By when work is to start on a piece of land, and the facts that say so. */
export interface LandTerm {
  readonly startBy: Day;
  readonly factIds: readonly string[];
}

/** The hand-overs of a piece of land: of its parcel where they name one that was supplied, else of its phase or the whole. */
export function handoversOf({ data }: LandSupply, reached: ReachedByName): readonly ReachedMilestone[] {
  const parcels = new Set(reached.get('landSupplied')?.map(({ parcelId }) => parcelId));
  return (reached.get('landHandedOver') ?? []).filter((one) =>
    one.parcelId !== undefined && parcels.has(one.parcelId) ? one.parcelId === data.parcelId : concerns(one, data),
  );
}

/**
 * The start that the land contract agreed. Where the government handed the land over later than agreed, the clock stood still
 * until then: the start is put off by as many days. Undefined where no start was agreed: none is assumed.
 */
export function landTerm(land: LandSupply, reached: ReachedByName): LandTerm | undefined {
  const { agreedStart, agreedHandover, parcelId, phase } = land.data;
  const start = agreedStart === undefined ? undefined : lastDay(agreedStart);
  if (start === undefined) return undefined;
  const promised = agreedHandover === undefined ? undefined : lastDay(agreedHandover);
  const handedOver = handoversOf(land, reached);
  const handover =
    handedOver.find((one) => one.parcelId !== undefined && one.parcelId === parcelId) ??
    handedOver.find((one) => one.phase === phase) ??
    handedOver.find((one) => one.phase === undefined);
  const actual = handover && lastDay(handover.on);
  if (promised === undefined || actual === undefined || actual <= promised) {
    return { startBy: start, factIds: [land.id] };
  }
  const factIds = [land.id, (handover as ReachedMilestone).factId];
  return { startBy: addDays(laterDay(start, promised), daysBetween(promised, actual)), factIds };
}
