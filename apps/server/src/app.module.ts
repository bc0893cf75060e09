import { Module, type DynamicModule } from '@nestjs/common';
import { ANSWER_ONCE, CLOCK, CURSORS, EVENT_STORE, METRICS, READING, REGISTRY, STORED_LOG, VIEWS_READER } from '#http';
import { EXECUTOR, HELD_PROJECTS, LedgerModule, type HeldProjects } from '#ledger/module';
import {
  heldProjectIds,
  LIVE_FEED,
  REASSIGNMENT_PROGRESS,
  ViewsModule,
  type ReassignmentProgress,
} from '#views/module';
import { HealthController } from './health.controller.ts';
import type { Parts } from './parts.ts';
import type { Role } from './places.ts';
import { PARTS } from './tokens.ts';

/** What the parts are called where they are injected. */
function partsModule(parts: Parts): DynamicModule {
  const heldProjects: HeldProjects = (question) => heldProjectIds(parts, question);
  const progress: ReassignmentProgress = (orderId) => parts.reassigner.settled(orderId);
  const values = new Map<symbol, unknown>([
    [PARTS, parts],
    [EVENT_STORE, parts.store],
    [STORED_LOG, parts.storedLog],
    [REGISTRY, parts.registry],
    [VIEWS_READER, parts.views],
    [EXECUTOR, parts.executor],
    [HELD_PROJECTS, heldProjects],
    [REASSIGNMENT_PROGRESS, progress],
    [LIVE_FEED, parts.feed],
    [ANSWER_ONCE, parts.answerOnce],
    [READING, parts.reading],
    [CURSORS, parts.cursors],
    [METRICS, parts.metrics],
    [CLOCK, parts.clock],
  ]);
  const providers = [...values].map(([provide, useValue]) => ({ provide, useValue }));
  return { module: PartsModule, global: true, providers, exports: providers };
}

@Module({})
class PartsModule {}

@Module({})
export class AppModule {
  /** A projector answers how it is doing, and nothing else. */
  static of(parts: Parts, role: Role): DynamicModule {
    return {
      module: AppModule,
      imports: [partsModule(parts), ...(role === 'projector' ? [] : [LedgerModule, ViewsModule])],
      controllers: [HealthController],
    };
  }
}
