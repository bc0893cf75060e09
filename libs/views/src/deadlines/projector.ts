import type { View } from '#database';
import { PROJECT_EVENTS, type ProjectEvent } from '#ledger';
import { carryingOn } from '../carry-on.ts';
import { heldRowsAfter } from '../findings/rows.ts';
import { heldTable } from '../findings/schema.ts';
import { deadlineRows } from './rows.ts';
import { deadlinesTable } from './schema.ts';

/** What falls due in every project, on which days it is what is expected, and who held the project. */
export const deadlines: View<ProjectEvent> = {
  name: 'deadlines',
  version: 2,
  categories: ['project'],
  consumes: PROJECT_EVENTS,
  tables: { deadlines: deadlinesTable, roles: heldTable },
  project: carryingOn((project, facts, more) => ({
    rows: { deadlines: deadlineRows(project, facts, more), roles: heldRowsAfter(project, facts, more) },
    made: undefined,
  })),
};
