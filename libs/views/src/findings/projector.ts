import type { View } from '#database';
import { PROJECT_EVENTS, type ProjectEvent } from '#ledger';
import { carryingOn } from '../carry-on.ts';
import { findingsDerived } from './rows.ts';
import { findingsTable, findingTotals, heldTable } from './schema.ts';

/** What is found in every project on which days, and who held it. */
export const findings: View<ProjectEvent> = {
  name: 'findings',
  version: 2,
  categories: ['project'],
  consumes: PROJECT_EVENTS,
  tables: { findings: findingsTable, roles: heldTable, finding_totals: findingTotals },
  project: carryingOn(findingsDerived),
};
