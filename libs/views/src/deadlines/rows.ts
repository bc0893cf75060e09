import { dayNumber } from '#kernel';
import {
  changesRegistration,
  deadlinesOf,
  isListed,
  makesPhase,
  milestoneOf,
  zonesOf,
  type EffectiveFact,
} from '#ledger';
import type { Entered, OneMore } from '../carry-on.ts';
import { byFirstDay, inZones } from '../spans.ts';
import type { DeadlineRow } from './schema.ts';

const SETS_OR_ENDS: ReadonlySet<EffectiveFact['type']> = new Set([
  'MilestonePlanned',
  'MilestoneRescheduled',
  'ProjectSuspended',
  'ProjectResumed',
  'ProjectExited',
  'ProjectVoided',
  'ProjectMergedInto',
] satisfies EffectiveFact['type'][]);

/** Whether one more fact can change what falls due. One that makes a phase can: the project is complete with its last one. */
function changesDeadlines(fact: EffectiveFact): boolean {
  const { type } = fact;
  return SETS_OR_ENDS.has(type) || milestoneOf(type) !== undefined || changesRegistration(fact) || makesPhase(fact);
}

/** What falls due in a project, zone by zone; as it was where one fact more does not change it. */
export function deadlineRows(
  { project_id, number }: Entered,
  facts: readonly EffectiveFact[],
  more?: OneMore<unknown>,
): readonly DeadlineRow[] {
  if (more && !changesDeadlines(more.fact)) return more.rows['deadlines'] as readonly DeadlineRow[];
  if (!isListed(facts)) return [];
  const deadlines = deadlinesOf(facts);
  if (deadlines.length === 0) return [];
  const zones = zonesOf(facts);
  const rows = deadlines.flatMap((deadline) => {
    const { id, due, kind, milestone, phase = null, factId } = deadline;
    const row = { project_id, number, deadline: id, due: dayNumber(due), kind, milestone, phase, fact_id: factId };
    return inZones(deadline, zones).map((span) => ({ ...row, ...span }));
  });
  return rows.sort(byFirstDay);
}
