import type { Rows, Sequenced, View } from '#database';
import { factsOf, PROJECT_EVENTS, type ProjectEvent } from '#ledger';
import { findingRows, heldRows } from './rows.ts';
import { findingsTable, findingTotals, heldTable } from './schema.ts';

/** What is found in every project on which days, and who held it. */
export const findings: View<ProjectEvent> = {
  name: 'findings',
  version: 1,
  categories: ['project'],
  consumes: PROJECT_EVENTS,
  tables: { findings: findingsTable, roles: heldTable, finding_totals: findingTotals },
  project(stream: string, history: readonly Sequenced<ProjectEvent>[]): Rows {
    const id = stream.slice('project-'.length);
    const number = (history[0] as Sequenced).seq;
    const facts = factsOf(history);
    return { findings: findingRows(id, number, facts), roles: heldRows(id, facts) };
  },
};
