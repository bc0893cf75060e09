import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ViewStatus } from '#database';
import { problem } from '#http';
import type { Parts } from './parts.ts';
import { PARTS } from './tokens.ts';

/** Trouble that lasts longer is worth a look; a lock that another process holds for a moment is not. */
const TROUBLE_MS_MAX = 3_000;

/** For whoever runs the process: is it there, may it be sent requests, how is it doing. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(@Inject(PARTS) private readonly parts: Parts) {}

  @Get('health/live')
  live() {
    return { status: 'live' };
  }

  /** 503 with the reasons while views are not built, stand still or fail again and again, or the log does not answer. */
  @Get('health/ready')
  async ready() {
    const reasons = [...(await this.storeTrouble()), ...this.viewTroubles()];
    if (reasons.length > 0) throw problem('NotReady', { reasons: reasons.join('; ') });
    return {
      status: 'ready',
      views: this.parts.projection.status().map(({ view, version, seq, lag }) => ({ view, version, seq, lag })),
    };
  }

  @Get('metrics')
  async metrics(@Res() reply: FastifyReply): Promise<void> {
    const { registry } = this.parts.metrics;
    reply.type(registry.contentType).send(await registry.metrics());
  }

  private async storeTrouble(): Promise<string[]> {
    try {
      await this.parts.store.readLast();
      return [];
    } catch (error) {
      return [`log: ${(error as Error).name}`];
    }
  }

  private viewTroubles(): string[] {
    const failure = this.parts.projection.failure();
    const views = this.parts.projection.status();
    const served = new Set(
      views.filter(({ serving, state }) => serving && state !== 'stopped').map(({ view }) => view),
    );
    const waiting = [...new Set(views.map(({ view }) => view))]
      .filter((view) => !served.has(view))
      .flatMap((view) => views.findLast((one) => one.view === view) ?? []);
    const failing = views.filter(
      ({ serving, state, trouble }) => serving && state !== 'stopped' && trouble && trouble.forMs > TROUBLE_MS_MAX,
    );
    const said = [...waiting, ...failing].map(reasonOf);
    return failure === undefined ? said : [failure, ...said];
  }
}

function reasonOf({ view, state, stopped, trouble }: ViewStatus): string {
  const at = stopped ? ` at ${JSON.stringify(stopped)}` : '';
  return `view ${view}: ${state}${at}${trouble ? `, failing for ${trouble.forMs} ms: ${trouble.message}` : ''}`;
}
