import type { Rows, Sequenced, View } from '#database';
import { isMending } from '#kernel';
import { factsOf, milestoneOf, PROJECT_EVENTS, type EffectiveFact, type ProjectEvent } from '#ledger';
import { unmended } from '../project-ledger/projector.ts';
import { actionRows, answeringIn, heldRows, lateRows, missedRows } from './rows.ts';
import { actions, charges, roles, type ActionRow, type ChargeRow, type HeldRow } from './schema.ts';

/** Who answered for what: overdue days, slips and missed reports by holder, tenures and vacancies, visits and helps. */
export const leaderAccountability: View<ProjectEvent> = {
  name: 'leader-accountability',
  version: 1,
  categories: ['project'],
  consumes: PROJECT_EVENTS,
  tables: { charges, roles, actions },
  project(stream: string, history: readonly Sequenced<ProjectEvent>[], previous: Answer | undefined): Rows {
    const last = history[history.length - 1] as Sequenced<ProjectEvent>;
    const before = previous?.[MADE];
    const follows = before !== undefined && before.last.id === history[history.length - 2]?.id && !isMending(last);
    const facts = follows ? [...before.facts, unmended(last)] : factsOf(history);
    const scope = follows ? scopeOf(last) : 'all';
    if (follows && scope === 'nothing') return { ...previous, [MADE]: { ...before, facts, last } } as Answer;
    const parts = partsAfter(stream.slice('project-'.length), (history[0] as Sequenced).seq, facts, {
      scope,
      before: follows ? before.parts : undefined,
    });
    const answer: Answer = {
      charges: chargesOf(parts, follows ? before.parts : undefined, previous),
      roles: parts.roles,
      actions: parts.actions,
      [MADE]: { parts, facts, last },
    };
    return answer;
  },
};

interface Parts {
  readonly late: readonly ChargeRow[];
  readonly missed: readonly ChargeRow[];
  readonly roles: readonly HeldRow[];
  readonly actions: readonly ActionRow[];
}

/** With an answer goes what it was made of, and after which event: a report changes only what was missed. */
const MADE = Symbol('made of');
type Answer = Rows & {
  readonly [MADE]?: {
    readonly parts: Parts;
    readonly facts: readonly EffectiveFact[];
    readonly last: Sequenced<ProjectEvent>;
  };
};

type Scope = 'all' | 'late' | 'missed' | 'actions' | 'nothing';

/**
 * What one more fact can change. Any that names a phase may say that the project has one phase more; any change of the
 * registration may be filed for a day before a change of zone.
 */
function scopeOf({ type, data }: ProjectEvent): Scope {
  switch (type) {
    case 'ProgressReported':
    case 'InvestmentReported':
      return data.phase === undefined ? 'missed' : 'all';
    case 'SiteVisited':
    case 'HelpActionRecorded':
      return data.phase === undefined ? 'actions' : 'all';
    case 'MilestonePlanned':
    case 'MilestoneRescheduled':
      return data.phase === undefined ? 'late' : 'all';
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
      return 'phase' in data && data.phase !== undefined ? 'all' : 'nothing';
    default:
      if (milestoneOf(type) === undefined || ('phase' in data && data.phase !== undefined)) return 'all';
      return type === 'ProductionStarted' || type === 'FullCapacityReached' ? 'all' : 'late';
  }
}

const NOTHING: Parts = { late: [], missed: [], roles: [], actions: [] };

function partsAfter(
  projectId: string,
  number: number,
  facts: readonly EffectiveFact[],
  { scope, before }: { readonly scope: Scope; readonly before: Parts | undefined },
): Parts {
  const answering = answeringIn(projectId, facts);
  if (!answering) return NOTHING;
  const isTouched = (part: Scope): boolean => !before || scope === 'all' || scope === part;
  return {
    late: isTouched('late') ? lateRows(answering, facts) : (before as Parts).late,
    missed: isTouched('missed') ? missedRows(answering, facts) : (before as Parts).missed,
    roles: isTouched('all') ? heldRows(answering, facts, number) : (before as Parts).roles,
    actions: isTouched('actions') ? actionRows(answering, facts) : (before as Parts).actions,
  };
}

function chargesOf({ late, missed }: Parts, before: Parts | undefined, previous: Rows | undefined): Rows[string] {
  if (before?.late === late && before.missed === missed) return previous?.['charges'] as Rows[string];
  return [...late, ...missed].sort((a, b) => a.valid_from - b.valid_from);
}
