import type { View } from '#database';
import { makesPhase, milestoneOf, PROJECT_EVENTS, type EffectiveFact, type ProjectEvent } from '#ledger';
import { carryingOn, type Entered } from '../carry-on.ts';
import { byFirstDay } from '../spans.ts';
import { actionRows, answeringIn, heldRows, lateRows, missedRows } from './rows.ts';
import { actions, charges, roles, type ActionRow, type ChargeRow, type HeldRow } from './schema.ts';

/** Who answered for what: overdue days, slips and missed reports by holder, tenures and vacancies, visits and helps. */
export const leaderAccountability: View<ProjectEvent> = {
  name: 'leader-accountability',
  version: 2,
  categories: ['project'],
  consumes: PROJECT_EVENTS,
  tables: { charges, roles, actions },
  project: carryingOn<Parts>((project, facts, more) => {
    const scope = more ? scopeOf(more.fact) : 'all';
    if (more && scope === 'nothing') return more;
    const parts = partsAfter(project, facts, scope, more?.made);
    const stays = more?.made.late === parts.late && more.made.missed === parts.missed;
    const charged = stays ? more.rows['charges'] : [...parts.late, ...parts.missed].sort(byFirstDay);
    return {
      rows: { charges: charged as readonly ChargeRow[], roles: parts.roles, actions: parts.actions },
      made: parts,
    };
  }),
};

/** A report changes only what was missed. */
interface Parts {
  readonly late: readonly ChargeRow[];
  readonly missed: readonly ChargeRow[];
  readonly roles: readonly HeldRow[];
  readonly actions: readonly ActionRow[];
}

type Scope = 'all' | 'late' | 'missed' | 'actions' | 'nothing';

/**
 * What one more fact can change. One that makes a phase may say that the project has one phase more; any change of the
 * registration may be filed for a day before a change of zone.
 */
function scopeOf(fact: EffectiveFact): Scope {
  const { type } = fact;
  if (makesPhase(fact)) return 'all';
  switch (type) {
    case 'ProgressReported':
    case 'InvestmentReported':
      return 'missed';
    case 'SiteVisited':
    case 'HelpActionRecorded':
      return 'actions';
    case 'MilestonePlanned':
    case 'MilestoneRescheduled':
      return 'late';
    case 'ContentRevised':
    case 'ListedAsKeyProject':
    case 'RemovedFromKeyList':
    case 'AnnualPlanSet':
    case 'QuarterPlanSet':
    case 'FundsArrived':
    case 'PermitStatusReported':
    case 'FindingExplained':
    case 'ProjectSuspended':
    case 'ProjectResumed':
      return 'nothing';
    default:
      if (milestoneOf(type) === undefined) return 'all';
      return type === 'ProductionStarted' || type === 'FullCapacityReached' ? 'all' : 'late';
  }
}

const NOTHING: Parts = { late: [], missed: [], roles: [], actions: [] };

function partsAfter(
  { project_id, number }: Entered,
  facts: readonly EffectiveFact[],
  scope: Scope,
  before: Parts | undefined,
): Parts {
  const answering = answeringIn(project_id, facts);
  if (!answering) return NOTHING;
  const isTouched = (part: Scope): boolean => !before || scope === 'all' || scope === part;
  return {
    late: isTouched('late') ? lateRows(answering, facts) : (before as Parts).late,
    missed: isTouched('missed') ? missedRows(answering, facts) : (before as Parts).missed,
    roles: isTouched('all') ? heldRows(answering, facts, number) : (before as Parts).roles,
    actions: isTouched('actions') ? actionRows(answering, facts) : (before as Parts).actions,
  };
}
