import type { View } from '#database';
import { makesPhase, milestoneOf, PROJECT_EVENTS, type EffectiveFact, type ProjectEvent } from '#ledger';
import { carryingOn, type Entered } from '../carry-on.ts';
import { byFirstDay } from '../spans.ts';
import { actionRows, answeringIn, heldRows, lateRows, missedRows, courseRows } from './rows.ts';
import {
  actions,
  charges,
  courses,
  roles,
  type ActionRow,
  type ChargeRow,
  type HeldRow,
  type CourseRow,
} from './schema.ts';

/**
 * Who answered for what: overdue days, slips and missed reports by holder, tenures and vacancies, visits and helps, and how far
 * the projects came.
 */
export const leaderAccountability: View<ProjectEvent> = {
  name: 'leader-accountability',
  version: 3,
  categories: ['project'],
  consumes: PROJECT_EVENTS,
  tables: { charges, roles, courses, actions },
  project: carryingOn<Parts>((project, facts, more) => {
    const touched = more ? touchedBy(more.fact) : EVERYTHING;
    if (more && touched.length === 0) return more;
    const parts = partsAfter(project, facts, touched, more?.made);
    const { late, missed, ...rows } = parts;
    const stays = more?.made.late === late && more.made.missed === missed;
    const charged = stays ? more.rows['charges'] : [...late, ...missed].sort(byFirstDay);
    return { rows: { charges: charged as readonly ChargeRow[], ...rows }, made: parts };
  }),
};

/** What the rows are made of, part by part: most facts change few of them. */
interface Parts {
  readonly late: readonly ChargeRow[];
  readonly missed: readonly ChargeRow[];
  readonly roles: readonly HeldRow[];
  readonly courses: readonly CourseRow[];
  readonly actions: readonly ActionRow[];
}
type Part = keyof Parts;

const NOTHING: Parts = { late: [], missed: [], roles: [], courses: [], actions: [] };
const EVERYTHING = Object.keys(NOTHING) as readonly Part[];

/**
 * What one more fact can change. One that makes a phase may say that the project has one phase more; any change of the
 * registration may be filed for a day before a change of zone.
 */
function touchedBy(fact: EffectiveFact): readonly Part[] {
  const { type } = fact;
  if (makesPhase(fact)) return EVERYTHING;
  switch (type) {
    case 'ProgressReported':
    case 'InvestmentReported':
      return ['missed', 'courses'];
    case 'SiteVisited':
    case 'HelpActionRecorded':
      return ['actions'];
    case 'MilestonePlanned':
    case 'MilestoneRescheduled':
      return ['late'];
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
      return [];
    default:
      if (milestoneOf(type) === undefined) return EVERYTHING;
      return type === 'ProductionStarted' || type === 'FullCapacityReached' ? EVERYTHING : ['late', 'courses'];
  }
}

function partsAfter(
  { project_id, number }: Entered,
  facts: readonly EffectiveFact[],
  touched: readonly Part[],
  before: Parts | undefined,
): Parts {
  const answering = answeringIn(project_id, facts);
  if (!answering) return NOTHING;
  const made = <P extends Part>(part: P, make: () => Parts[P]): Parts[P] =>
    before && !touched.includes(part) ? before[part] : make();
  return {
    late: made('late', () => lateRows(answering, facts)),
    missed: made('missed', () => missedRows(answering, facts)),
    roles: made('roles', () => heldRows(answering, facts, number)),
    courses: made('courses', () => courseRows(answering, facts)),
    actions: made('actions', () => actionRows(answering, facts)),
  };
}
