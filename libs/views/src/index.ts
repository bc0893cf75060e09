import type { View } from '#database';
import { SHAPES } from '#ledger';
import { deadlines } from './deadlines/projector.ts';
import { definitions } from './definitions/projector.ts';
import { eventLog } from './event-log/projector.ts';
import { findings } from './findings/projector.ts';
import { forShapes } from './for-shapes.ts';
import { leaderAccountability } from './leader-accountability/projector.ts';
import { projectHistory } from './project-history/projector.ts';
import { projectLedger } from './project-ledger/projector.ts';
import { targets } from './targets/projector.ts';
import { reassignments } from './reassignments/projector.ts';
import { weeklyDispatch } from './weekly-dispatch/projector.ts';

/** Every view the projector keeps. */
export const VIEWS: readonly View[] = (
  [
    projectLedger,
    projectHistory,
    leaderAccountability,
    weeklyDispatch,
    findings,
    deadlines,
    definitions,
    reassignments,
    targets,
    eventLog,
  ] as readonly View[]
).map((view) => forShapes(view, SHAPES));

export * from './project-ledger/projector.ts';
export * from './project-ledger/queries.ts';
export * from './project-ledger/schema.ts';
export * from './project-ledger/segments.ts';
export { ledgerSeries, type SeriesPoint, type SeriesSum } from './project-ledger/series.ts';
export * from './project-history/projector.ts';
export * from './project-history/queries.ts';
export * from './project-history/schema.ts';
export * from './project-history/changes.ts';
export * from './project-history/field-texts.ts';
export * from './project-history/replay.ts';
export { STANDING_TEXTS } from './project-history/page.ts';
export { projectAt, type ProjectPoint } from './project-history/project-at.ts';
export * from './project-history/replay-item.ts';
export * from './leader-accountability/overdue.ts';
export type { AccountabilityTables } from './leader-accountability/schema.ts';
export * from './leaders/queries.ts';
export * from './weekly-dispatch/projector.ts';
export * from './weekly-dispatch/queries.ts';
export * from './definitions/projector.ts';
export * from './targets/projector.ts';
export type { TargetTables } from './targets/schema.ts';
export * from './definitions/queries.ts';
export * from './definitions/schema.ts';
export * from './reassignments/projector.ts';
export * from './reassignments/queries.ts';
export { findings } from './findings/projector.ts';
export * from './findings/queries.ts';
export type { FindingRow, FindingsTables } from './findings/schema.ts';
export { deadlines } from './deadlines/projector.ts';
export * from './deadlines/queries.ts';
export type { DeadlineRow, DeadlinesTables } from './deadlines/schema.ts';
export * from './exports/csv.ts';
export * from './exports/project-facts.ts';
export * from './exports/project-list.ts';
export { Names, type Named } from './names.ts';
export { asOfDay, type AsOfDay } from './today.ts';
