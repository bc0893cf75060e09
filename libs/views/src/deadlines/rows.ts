import { dayNumber } from '#kernel';
import { deadlinesOf, type EffectiveFact } from '#ledger';
import { daysOf, inZones, isListed, zonesOf } from '../findings/rows.ts';
import type { DeadlineRow } from './schema.ts';

/** `number` is the seq of the registration. */
export function deadlineRows(id: string, number: number, facts: readonly EffectiveFact[]): DeadlineRow[] {
  if (!isListed(facts)) return [];
  const deadlines = deadlinesOf(facts);
  if (deadlines.length === 0) return [];
  const zones = zonesOf(facts);
  const rows = deadlines.flatMap((deadline) => {
    const { id: name, due, kind, milestone, phase, factId } = deadline;
    return inZones(daysOf(deadline), zones).map((days) => ({
      project_id: id,
      number,
      deadline: name,
      due: dayNumber(due),
      kind,
      milestone,
      phase: phase ?? null,
      fact_id: factId,
      ...days,
    }));
  });
  return rows.sort((a, b) => a.valid_from - b.valid_from);
}
