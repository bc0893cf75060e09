import { dayNumber, dayOf, periodOf, type Day, type Period } from '#kernel';
import { EVER, FOREVER, type Sequenced } from '#database';
import type { Indicator, TargetEvent, TargetSet, TargetValue } from '#ledger';

/** One value of a target on the days of one segment: for the whole scope, or for a tier. */
export type TargetRow = {
  readonly target_id: string;
  readonly valid_from: number;
  readonly valid_to: number;
  /** 0 for the first value that was set, which every target has. */
  readonly place: number;
  readonly tier: string | null;
  readonly scope: string;
  readonly period: string;
  /** Day numbers of the period, both inclusive. */
  readonly first_day: number;
  readonly last_day: number;
  readonly indicator: Indicator;
  readonly threshold_fen: number | null;
  readonly industrial: 0 | 1;
  /** JSON of the value that holds, and of the steps that led to it. */
  readonly value: string;
  readonly steps: string;
};

/** One value that a target had: the one that was set, then each revision. */
export interface TargetStep {
  readonly value: TargetValue;
  readonly filedOn: Day;
  readonly eventId: string;
  readonly reason?: string;
  readonly doc?: string;
}

/** A value holds for the whole period from the beginning; a revision from the day it was filed. */
export function targetRowsOf(targetId: string, history: readonly Sequenced<TargetEvent>[]): TargetRow[] {
  const tiers = new Map<string, { readonly set: TargetSet['data']; readonly steps: TargetStep[] }>();
  for (const { type, data, id, metadata } of history) {
    const tier = data.tier ?? '';
    const { value } = data;
    const step: TargetStep = { value, filedOn: dayOf(metadata.filedAt), eventId: id };
    if (type === 'TargetSet') tiers.set(tier, { set: data, steps: [step] });
    else {
      const { reason, doc } = data;
      tiers.get(tier)?.steps.push({ ...step, reason, ...(doc !== undefined && { doc }) });
    }
  }
  const rows = [...tiers.values()].flatMap(({ set, steps }, place) => rowsOf(targetId, place, set, steps));
  return rows.sort((a, b) => a.valid_from - b.valid_from);
}

function rowsOf(targetId: string, place: number, set: TargetSet['data'], steps: readonly TargetStep[]): TargetRow[] {
  const { first, last } = periodOf(set.period) as Period;
  const [origin, ...revisions] = steps as readonly [TargetStep, ...TargetStep[]];
  const days = [...new Set(revisions.map(({ filedOn }) => filedOn))].sort();
  return [undefined, ...days].map((day, i) => {
    const until = days[i];
    const known = [origin, ...revisions.filter(({ filedOn }) => day !== undefined && filedOn <= day)];
    return {
      target_id: targetId,
      valid_from: day === undefined ? EVER : dayNumber(day),
      valid_to: until === undefined ? FOREVER : dayNumber(until),
      place,
      tier: set.tier ?? null,
      scope: set.scope,
      period: set.period,
      first_day: dayNumber(first),
      last_day: dayNumber(last),
      indicator: set.indicator,
      threshold_fen: set.threshold === undefined ? null : Number(set.threshold.fen),
      industrial: set.industrial === true ? 1 : 0,
      value: JSON.stringify((known.at(-1) as TargetStep).value),
      steps: JSON.stringify(known),
    };
  });
}
