import type { Logger } from 'pino';
import type { ViewStatus, Views } from '#database';
import type { Projection } from './projection.ts';

const LOOK_MS = 500;

/** The views as the projector of another process keeps them: asked of the database now and then. */
export class ObservedViews implements Projection {
  readonly part = 'none';
  private readonly views: Views;
  private readonly logger: Logger;
  private readonly ending = new AbortController();
  private latest: readonly ViewStatus[] = [];
  private looking: Promise<void> | undefined;
  private lookedAt = -Infinity;

  constructor(views: Views, logger: Logger) {
    this.views = views;
    this.logger = logger;
  }

  /** As found last; asking begins a new look where that was a while ago. */
  status(): readonly ViewStatus[] {
    void this.look();
    return this.latest;
  }

  /** As found at most half a second ago. What cannot be looked at stays as it was: the database says itself what is wrong. */
  async look(): Promise<readonly ViewStatus[]> {
    if (!this.looking && performance.now() - this.lookedAt > LOOK_MS && !this.ending.signal.aborted) {
      this.looking = this.observe();
    }
    await this.looking;
    return this.latest;
  }

  failure(): undefined {
    return undefined;
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.looking;
  }

  private async observe(): Promise<void> {
    try {
      this.latest = await this.views.observe();
    } catch (error) {
      this.logger.error(error, 'the views cannot be looked at');
    }
    this.lookedAt = performance.now();
    this.looking = undefined;
  }
}
