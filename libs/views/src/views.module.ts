import { Module } from '@nestjs/common';
import type { Views } from '#database';
import { REGISTRY, VIEWS_READER } from '#http';
import type { Registry } from '#registry';
import { DefinitionsController } from './definitions/definitions.controller.ts';
import { LeadersController } from './leaders/leaders.controller.ts';
import { Names } from './names.ts';
import { ProjectHistoryController } from './project-history/project-history.controller.ts';
import { ProjectLedgerController } from './project-ledger/project-ledger.controller.ts';

/** Every query. VIEWS_READER, REGISTRY, READING, CURSORS and CLOCK come from the composition root, by a global module. */
@Module({
  // The ledger's own paths stand before those with an id in them.
  controllers: [ProjectLedgerController, ProjectHistoryController, LeadersController, DefinitionsController],
  providers: [
    {
      provide: Names,
      useFactory: (views: Views, registry: Registry) => new Names(views, registry),
      inject: [VIEWS_READER, REGISTRY],
    },
  ],
})
export class ViewsModule {}
