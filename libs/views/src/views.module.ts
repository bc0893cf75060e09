import { Module } from '@nestjs/common';
import type { Views } from '#database';
import { CLOCK, CURSORS, READING, REGISTRY, VIEWS_READER, type Cursors, type Reading } from '#http';
import type { Registry } from '#registry';
import { CompareController } from './compare/compare.controller.ts';
import { DeadlinesController } from './deadlines/deadlines.controller.ts';
import { CataloguesController } from './definitions/catalogues.controller.ts';
import { OrganizationsController } from './definitions/organizations.controller.ts';
import { PeopleQueriesController } from './definitions/people.controller.ts';
import { ZonesController } from './definitions/zones.controller.ts';
import { EventLogController } from './event-log/event-log.controller.ts';
import { ExportsController } from './exports/exports.controller.ts';
import { FeedController } from './feed/feed.controller.ts';
import { FindingsController } from './findings/findings.controller.ts';
import { LedgerColumnsController } from './ledger-columns/columns.controller.ts';
import { LeadersController } from './leaders/leaders.controller.ts';
import { UnitsController } from './leaders/units.controller.ts';
import { Names } from './names.ts';
import { FactsController } from './project-history/facts.controller.ts';
import { ProjectHistoryController } from './project-history/project-history.controller.ts';
import { ReplayController } from './project-history/replay.controller.ts';
import { ProjectLedgerController } from './project-ledger/project-ledger.controller.ts';
import { LedgerSeriesController } from './project-ledger/series.controller.ts';
import { WeeklyDispatchController } from './weekly-dispatch/weekly-dispatch.controller.ts';
import { ReassignmentsController } from './reassignments/reassignments.controller.ts';
import { TargetsController } from './targets/targets.controller.ts';
import { QUERY_CONTEXT, type QueryContext } from './query-context.ts';

// What throws HTTP problems is no part of the views that the projector's own thread loads.
export { answer, type Answering, type Question } from './answer.ts';
export {
  CompareController,
  CompareProjectQuery,
  CompareQuery,
  CompareSummaryQuery,
} from './compare/compare.controller.ts';
export type { ComparedListShape, ComparedProjectShape, ComparedSummaryShape } from './compare/shapes.ts';
export { FindingsController, FindingsQuery, FindingsSummaryQuery } from './findings/findings.controller.ts';
export type { FindingListShape, FindingSummaryShape } from './findings/shapes.ts';
export { LeadersQuery, TenuresQuery, UnitQuery } from './leaders/asked.ts';
export { LeadersController } from './leaders/leaders.controller.ts';
export type { TenureListShape } from './leaders/record-shapes.ts';
export type { LeaderListShape, LeaderPageShape, TimePageShape, UnitPageShape } from './leaders/shapes.ts';
export { UnitsController } from './leaders/units.controller.ts';
export { LedgerSeriesController, SeriesQuery } from './project-ledger/series.controller.ts';
export type { SeriesShape } from './project-ledger/shapes.ts';
export type { QueryContext } from './query-context.ts';
export { LIVE_FEED, LiveFeed } from './feed/live-feed.ts';
export { notKnown } from './project-history/not-known.ts';
export { heldProjectIds } from './reassignments/held-projects.ts';
export { REASSIGNMENT_PROGRESS, type ReassignmentProgress } from './reassignments/progress.ts';

/** Every query. VIEWS_READER, REGISTRY, READING, CURSORS and CLOCK come from the composition root, by a global module. */
@Module({
  // The ledger's own paths stand before those with an id in them.
  controllers: [
    ExportsController,
    CompareController,
    LedgerSeriesController,
    LedgerColumnsController,
    ProjectLedgerController,
    ProjectHistoryController,
    FactsController,
    ReplayController,
    LeadersController,
    UnitsController,
    ZonesController,
    OrganizationsController,
    CataloguesController,
    PeopleQueriesController,
    FindingsController,
    DeadlinesController,
    ReassignmentsController,
    WeeklyDispatchController,
    TargetsController,
    EventLogController,
    FeedController,
  ],
  providers: [
    {
      provide: QUERY_CONTEXT,
      useFactory: (...given: [Views, Registry, Reading, Cursors, () => number]): QueryContext => {
        const [views, registry, reading, cursors, clock] = given;
        return { views, registry, reading, cursors, clock, names: new Names(views, registry) };
      },
      inject: [VIEWS_READER, REGISTRY, READING, CURSORS, CLOCK],
    },
  ],
})
export class ViewsModule {}
