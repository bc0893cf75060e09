import type { Logger } from 'pino';
import type { DatabasePlace, ViewStatus, Views } from '#database';
import type { LogPlace } from '#event-store';
import { ObservedViews } from './observed-views.ts';
import type { Role } from './places.ts';
import { ProjectionThread } from './projection-thread.ts';

/** How the views are doing, wherever the projector that keeps them up works. */
export interface Projection {
  /** As was said last; empty before anything was said. */
  status(): readonly ViewStatus[];
  /** The same, looked up where it is not told. */
  look(): Promise<readonly ViewStatus[]>;
  /** Whether the projector works in this process, or stands by, or this process has none. */
  readonly part: 'working' | 'standby' | 'none';
  /** Why no worker runs, where one should. */
  failure(): string | undefined;
  stop(): Promise<void>;
}

export interface ProjectionOptions {
  readonly role: Role;
  readonly log: LogPlace;
  readonly database: DatabasePlace;
  readonly views: Views;
  readonly logger: Logger;
}

/** Starts the projector in a thread of its own, or, where this process is to have none, watches what another one does. */
export function startProjection(options: ProjectionOptions): Projection {
  const observed = new ObservedViews(options.views, options.logger);
  return options.role === 'api' ? observed : new ProjectionThread({ ...options, observed });
}
