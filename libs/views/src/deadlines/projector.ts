import type { Rows, Sequenced, View } from '#database';
import { factsOf, PROJECT_EVENTS, type ProjectEvent } from '#ledger';
import { heldRows } from '../findings/rows.ts';
import { heldTable } from '../findings/schema.ts';
import { deadlineRows } from './rows.ts';
import { deadlinesTable } from './schema.ts';

/** What falls due in every project, on which days it is what is expected, and who held the project. */
export const deadlines: View<ProjectEvent> = {
  name: 'deadlines',
  version: 1,
  categories: ['project'],
  consumes: PROJECT_EVENTS,
  tables: { deadlines: deadlinesTable, roles: heldTable },
  project(stream: string, history: readonly Sequenced<ProjectEvent>[]): Rows {
    const id = stream.slice('project-'.length);
    const number = (history[0] as Sequenced).seq;
    const facts = factsOf(history);
    return { deadlines: deadlineRows(id, number, facts), roles: heldRows(id, facts) };
  },
};
