import type { Rows, Sequenced, View } from '#database';
import { isMending, type Recorded } from '#kernel';
import { factsOf, PROJECT_EVENTS, type ProjectEvent, type ProjectFact, type TargetEvent } from '#ledger';
import { achievementsOf, changesAchievements } from './achievements.ts';
import { achievements, achievementTotals, targets as targetTable } from './schema.ts';
import { targetRowsOf } from './target-rows.ts';

/** Targets, and what counts for them: figures are added up when they are asked for. */
export const targets: View<ProjectEvent | TargetEvent> = {
  name: 'targets',
  version: 2,
  categories: ['project', 'target'],
  consumes: { ...PROJECT_EVENTS, TargetSet: true, TargetRevised: true },
  tables: { achievements, targets: targetTable, achievement_totals: achievementTotals },
  project(stream: string, history: readonly Sequenced<ProjectEvent | TargetEvent>[], previous: Rows | undefined): Rows {
    const dash = stream.indexOf('-');
    const id = stream.slice(dash + 1);
    if (stream.slice(0, dash) === 'target')
      return { achievements: [], targets: targetRowsOf(id, history as readonly Sequenced<TargetEvent>[]) };
    const last = history.at(-1) as Sequenced<ProjectEvent>;
    if (previous && !isMending(last) && !changesAchievements(last as ProjectFact)) return previous;
    return { achievements: achievementsOf(id, factsOf(history as readonly Recorded<ProjectEvent>[])), targets: [] };
  },
};
